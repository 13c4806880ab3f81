-- The README's examples run as printed, and print what it says.

local read = require "spec.support.read"

-- The blocks of Lua in a page, with the line that each begins at.
local function blocks(page)
  local list, from = {}, 1
  while true do
    local first, last, code = page:find("\n```lua\n(.-)\n```\n", from)
    if not first then return list end
    local _, line = page:sub(1, first):gsub("\n", "")
    table.insert(list, { code = code, line = line + 2 })
    from = last
  end
end

local function expected_lines(code)
  local lines = {}
  for line in (code .. "\n"):gmatch "(.-)\n" do
    local wanted = line:match "%-%->%s(.*)$"
    if wanted then table.insert(lines, wanted) end
  end
  return lines
end

-- Runs a block; gives what it printed, a line for each print or write.
local function run(code, name)
  local printed = {}
  local environment = setmetatable({
    print = function(...)
      local words = {}
      for i = 1, select("#", ...) do words[i] = tostring((select(i, ...))) end
      table.insert(printed, table.concat(words, "\t"))
    end,
    io = setmetatable({
      write = function(...) table.insert(printed, (table.concat({ ... }):gsub("\n$", ""))) end,
    }, { __index = io }),
  }, { __index = _G })
  local chunk
  if rawget(_G, "setfenv") then
    chunk = assert(loadstring(code, "=" .. name))
    setfenv(chunk, environment)
  else
    chunk = assert(load(code, "=" .. name, "t", environment))
  end
  chunk()
  return printed
end

for _, path in ipairs { "README.md" } do
  describe(path, function()
    for _, block in ipairs(blocks(read(path))) do
      it("is right at line " .. block.line, function()
        local printed, position = run(block.code, path .. ":" .. block.line), 0
        for _, wanted in ipairs(expected_lines(block.code)) do
          repeat position = position + 1 until printed[position] == wanted or position > #printed
          local all = table.concat(printed, "\n")
          assert(position <= #printed, ("'%s' was not printed; printed:\n%s"):format(wanted, all))
        end
      end)
    end
  end)
end
