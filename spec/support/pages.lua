-- The blocks of code in a page of Markdown, and what they say that they print.

local read = require "spec.support.read"

local pages = {}

-- A page whose first block of Lua comes after one of these sentences shares that block: the others need it before them.
pages.SHARES = {
  "Every other example on this page needs these lines before it:",
  "本页其余示例之前都要先有这几行：",
}

---All pages of the project.
---@return string[] paths
function pages.all()
  local pipe, list = assert(io.popen "ls *.md */*.md"), {}
  for path in pipe:lines() do table.insert(list, path) end
  pipe:close()
  return list
end

---The blocks of a language in a page.
---@param path string
---@param language string "lua"
---@return {code: string, line: integer}[] line: where the code begins
function pages.blocks(path, language)
  local text, list, from = read(path), {}, 1
  while true do
    local first, last, code = text:find("\n```" .. language .. "\n(.-)\n```\n", from)
    if not first then return list end
    local _, line = text:sub(1, first):gsub("\n", "")
    table.insert(list, { code = code, line = line + 2 })
    from = last
  end
end

---The code that every block but the first needs before it, or nil.
---@param path string
---@return string?
function pages.shared(path)
  local text = read(path)
  for _, sentence in ipairs(pages.SHARES) do
    local _, last = text:find(sentence, 1, true)
    if last then
      local code = text:match("^\n\n```lua\n(.-)\n```\n", last + 1)
      assert(code, path .. ": no block of Lua after the sentence that announces one")
      assert(code == pages.blocks(path, "lua")[1].code, path .. ": the shared block comes first")
      return code
    end
  end
end

local function lines_of(text)
  local list = {}
  for line in (text .. "\n"):gmatch "(.-)\n" do table.insert(list, line) end
  return list
end

---What a block says that it prints.
---@param code string
---@return {line: integer, text: string, alone: boolean, raises: boolean}[] alone: the line holds nothing else
function pages.promises(code)
  local list = {}
  for number, line in ipairs(lines_of(code)) do
    local before, text = line:match "^(.-)%-%->%s(.*)$"
    if text then
      local raised = text:match "^error: (.*)$"
      table.insert(list, { line = number, text = raised or text, raises = raised ~= nil,
        alone = not before:find "%S" })
    end
  end
  return list
end

local function is_ours(name)
  return (name .. "."):find("tencentcloud.", 1, true) == 1
end

-- Calls a function with the module loaded anew, so that no block finds what another has defined.
local function with_new_module(run)
  local kept = {}
  for name, module in pairs(package.loaded) do
    if is_ours(name) then kept[name] = module end
  end
  for name in pairs(kept) do package.loaded[name] = nil end
  local ok, problem = pcall(run)
  for name in pairs(package.loaded) do
    if is_ours(name) then package.loaded[name] = nil end
  end
  for name, module in pairs(kept) do package.loaded[name] = module end
  return ok, problem
end

-- Runs `code` under the name of its page, its first line being number 1, after the shared lines. Gives the lines that
-- it printed, each with the number of the line of code that printed it; and the message that it ended with, if any.
local function run(code, shared, name, globals)
  local printed, rest = {}, ""
  local offset = shared and #lines_of(shared) or 0
  local function add(text, line)
    for _, one in ipairs(lines_of(text)) do table.insert(printed, { text = one, line = line - offset }) end
  end
  local environment = setmetatable({
    print = function(...)
      local words = {}
      for i = 1, select("#", ...) do words[i] = tostring((select(i, ...))) end
      add(table.concat(words, "\t"), debug.getinfo(2, "l").currentline)
    end,
    io = setmetatable({
      write = function(...)
        rest = rest .. table.concat { ... }
        local whole, left = rest:match "^(.*)\n(.-)$"
        if whole then
          rest = left
          add(whole, debug.getinfo(2, "l").currentline)
        end
      end,
    }, { __index = io }),
  }, { __index = setmetatable(globals, { __index = _G }) })
  local source = shared and shared .. "\n" .. code or code
  local chunk
  if rawget(_G, "setfenv") then
    chunk = setfenv(assert(loadstring(source, "=" .. name)), environment)
  else
    chunk = assert(load(source, "=" .. name, "t", environment))
  end
  local ok, problem = with_new_module(chunk)
  assert(rest == "", "the last line that is written has no end")
  return printed, not ok and tostring(problem) or nil
end

-- Takes what the line at `number` printed first out of `printed`.
local function take(printed, number)
  for i, one in ipairs(printed) do
    if one.line == number then return table.remove(printed, i) end
  end
end

local function show(printed)
  local texts = {}
  for i, one in ipairs(printed) do texts[i] = ("%d: %s"):format(one.line, one.text) end
  return table.concat(texts, "\n")
end

local function expect(wanted, found, printed)
  if found and found.text == wanted.text then return end
  error(("line %d of the block should print\n%s\nbut prints\n%s\nleft of what it printed, by line:\n%s"):format(
    wanted.line, wanted.text, found and found.text or "nothing", show(printed)), 0)
end

---Runs a block and holds what it prints against its `-->`. One behind code is the first line that this line of code
---prints. Those on lines of their own are all that the code above them prints, back to the last such lines, but for
---code with a `-->` behind it. `--> error: ...` is the end of the message that the block raises.
---@param block {code: string, line: integer}
---@param shared string? code that goes before it
---@param name string of the page
---@param globals table? what the code finds beside the usual globals
function pages.check(block, shared, name, globals)
  local promises = pages.promises(block.code)
  local printed, raised = run(block.code, shared, name, globals or {})
  local explained, expects_error = {}, false
  for _, promise in ipairs(promises) do
    if promise.raises then
      expects_error = true
      assert(raised and raised:sub(-#promise.text) == promise.text, ("should raise %s, but raises %s"):format(
        promise.text, tostring(raised)))
    elseif not promise.alone then
      explained[promise.line] = true
      expect(promise, take(printed, promise.line), printed)
    end
  end
  assert(expects_error or not raised, raised)
  -- Lines of their own are compared as a group.
  local last, position = 0, 1
  while promises[position] do
    local first = promises[position]
    if first.alone and not first.raises then
      local above = {}
      for _, one in ipairs(printed) do
        if one.line > last and one.line < first.line and not explained[one.line] then table.insert(above, one) end
      end
      local count = 0
      repeat
        count, last = count + 1, promises[position].line
        expect(promises[position], above[count], above)
        position = position + 1
      until not promises[position] or not promises[position].alone or promises[position].line ~= last + 1
      assert(count == #above, ("line %d: more is printed than is shown:\n%s"):format(last, show(above)))
    else
      position = position + 1
    end
  end
end

return pages
