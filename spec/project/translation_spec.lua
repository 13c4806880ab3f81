-- README.zh-CN.md follows README.md: what is changed in the one is changed in the other.

local read = require "spec.support.read"

local function all(text, pattern)
  local list = {}
  for match in text:gmatch(pattern) do table.insert(list, match) end
  return list
end

-- The levels of the headings; a '#' in a block of code is none.
local function levels(page)
  return all(page:gsub("```.-\n```", ""), "\n(#+) ")
end

local english, chinese = read "README.md", read "README.zh-CN.md"

describe("README.zh-CN.md", function()
  it("has the examples of README.md", function()
    assert.same(all(english, "\n```lua\n(.-)\n```\n"), all(chinese, "\n```lua\n(.-)\n```\n"))
  end)

  it("has the sections of README.md", function()
    assert.same(levels(english), levels(chinese))
  end)

  it("names the functions, properties and methods that README.md names", function()
    assert.same(all(english, "\n### (`[^`]+`)"), all(chinese, "\n### (`[^`]+`)"))
    assert.same(all(english, "\n| (`[^`]+`)"), all(chinese, "\n| (`[^`]+`)"))
  end)

  it("is linked with README.md", function()
    assert.truthy(english:find("](README.zh-CN.md)", 1, true))
    assert.truthy(chinese:find("](README.md)", 1, true))
  end)
end)
