-- Each block of Lua in each page runs as a reader would paste it, and prints what it says.

local fake_dict = require "spec.support.fake_dict"
local pages = require "spec.support.pages"
local read = require "spec.support.read"
local tc = require "tencentcloud"

-- What a block cannot have here is played: by the name that it uses.
local PLAYED = {
  ["ngx.shared"] = function()
    local shared = { budget = fake_dict(), limits = fake_dict(), switches = fake_dict() }
    return { ngx = { shared = shared, ctx = { tenant = "t-1" } } }
  end,
  ["resty.http"] = function()
    return { require = function(name) return name == "resty.http" and {} or require(name) end }
  end,
  -- A service whose messages nobody sends; skynet-check runs the same blocks in a real one.
  skynet = function()
    local function run(body) return body() end
    local function nothing() end
    local here = {
      skynet = setmetatable({ start = run }, { __index = function() return nothing end }),
      ["http.httpc"] = { request = nothing },
      json = { encode = nothing },
      ["tencentcloud.budget.skynet"] = require "tencentcloud.budget.process",
    }
    return { require = function(name) return here[name] or require(name) end }
  end,
  ["resty.limit.req"] = function()
    local limit = { incoming = function() return 0, 0 end }
    return { require = function(name)
      return name == "resty.limit.req" and { new = function() return limit end } or require(name)
    end }
  end,
}

local function played(code)
  local globals = {}
  for name, play in pairs(PLAYED) do
    if code:find(name, 1, true) then
      for key, value in pairs(play()) do globals[key] = value end
    end
  end
  return globals
end

-- The name under which a heading can be linked to, as forges make it.
local function anchor_of(heading)
  local text = heading:lower():gsub("[^%w%s_\128-\255-]", "")
  for _, mark in ipairs { "、", "，", "→" } do text = text:gsub(mark, "") end
  return (text:gsub("%s", "-"))
end

local function has_heading(path, anchor)
  for heading in ("\n" .. read(path)):gmatch "\n#+ ([^\n]*)" do
    if anchor_of(heading) == anchor then return true end
  end
  return false
end

local function exists(path)
  local file = io.open(path)
  if file then file:close() end
  return file ~= nil
end

for _, path in ipairs(pages.all()) do
  describe(path, function()
    local shared = pages.shared(path)
    for position, block in ipairs(pages.blocks(path, "lua")) do
      it("is right at line " .. block.line, function()
        pages.check(block, position > 1 and shared or nil, path, played(block.code))
      end)
    end

    it("leads to files and headings that there are", function()
      local folder = path:match "^(.*/)" or ""
      for link in read(path):gsub("```.-\n```", ""):gmatch "%]%(([^)%s]+)%)" do
        local file, anchor = link:match "^([^#]*)#?(.*)$"
        if not link:find "^%a+:" then
          local target = file == "" and path or folder .. file
          assert(exists(target), path .. ": no file " .. link)
          assert(anchor == "" or has_heading(target, anchor), path .. ": no heading " .. link)
        end
      end
    end)

    it("has no Lua that is not run", function()
      local _, fences = read(path):gsub("```lua", "")
      assert.equal(fences, #pages.blocks(path, "lua"))
    end)
  end)
end

describe("what holds the pages", function()
  local function check(code, shared)
    return function() pages.check({ code = code, line = 1 }, shared, "page") end
  end

  it("accepts what is printed as it is shown", function()
    check 'print(1, "a") --> 1\ta'()
    check "for i = 1, 2 do print(i) end\n--> 1\n--> 2"()
    check 'io.write("a", "\\n") --> a'()
    check 'print "a\\nb"\n--> a\n--> b'()
    check "print 'unsaid'\nprint(1) --> 1"()
    check "print(one) --> 1\nerror 'no'  --> error: no"
    check("print(one) --> 1", "local one = 1")()
    check 'error("that", 0)  --> error: that'()
  end)

  it("refuses what is not", function()
    assert.has_error(check 'print(1, "a") --> 1 a')
    assert.has_error(check "print(1) --> 2")
    assert.has_error(check "local x = 1 --> 1")
    assert.has_error(check "for i = 1, 3 do print(i) end\n--> 1\n--> 2")
    assert.has_error(check "for i = 1, 1 do print(i) end\n--> 1\n--> 2")
    assert.has_error(check "print(1) --> error: no")
    assert.has_error(check "error 'no'")
    assert.has_error(check "print(one.two)")
  end)
end)

describe("docs/rules.md", function()
  it("shows the explanation as it is printed", function()
    local text = tostring(tc.rules():explain("cvm.RunInstances", "InternalError"))
    assert.matches("```\n" .. text .. "\n```", read "docs/rules.md", 1, true)
  end)
end)
