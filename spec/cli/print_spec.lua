-- What the command prints with: lua/tencentcloud/cli/print.lua, wrap.lua, json.lua.

local json = require "tencentcloud.cli.json"
local print = require "tencentcloud.cli.print"
local wrap = require "tencentcloud.cli.wrap"

describe("wrap.width", function()
  for _, case in ipairs {
    { "", 0 }, { "abc", 3 }, { "é", 1 }, { "中文", 4 }, { "。", 2 }, { "“", 1 }, { "RequestId 提交", 14 }, { "😀", 2 },
  } do
    it(("of %q is %d columns"):format(case[1], case[2]), function()
      assert.equal(case[2], wrap.width(case[1]))
    end)
  end
end)

describe("wrap.lines", function()
  for title, case in pairs {
    ["keeps a short text on one line"] = { "one two", 7, { "one two" } },
    ["breaks between words"] = { "one two three", 8, { "one two", "three" } },
    ["does not cut a long word"] = { "a RequestLimitExceeded b", 10, { "a", "RequestLimitExceeded", "b" } },
    ["takes any white space for one space"] = { " one\n\ttwo ", 10, { "one two" } },
    ["gives one empty line for an empty text"] = { "", 10, { "" } },
    ["breaks after a Chinese character"] = { "请检查密钥", 6, { "请检查", "密钥" } },
    ["leaves a Latin word in Chinese whole"] = { "携带RequestId提交", 12, { "携带", "RequestId提", "交" } },
    ["begins no line with a closing mark"] = { "请检查，密钥", 6, { "请检", "查，密", "钥" } },
    ["ends no line with an opening mark"] = { "请检（密钥）", 6, { "请检", "（密", "钥）" } },
  } do
    it(title, function() assert.same(case[3], wrap.lines(case[1], case[2])) end)
  end
end)

describe("safe", function()
  local safe = print.new({}).safe
  for title, case in pairs {
    ["leaves text as it is"] = { "it's 好", "it's 好" },
    ["shows a control character's number"] = { "a\27[31m\127b\7", "a\\x1b[31m\\x7fb\\x07" },
    ["shows the control characters of Latin-1"] = { "a\194\155b", "a\\xc2\\x9bb" },
    ["leaves other characters of Latin-1"] = { "a\194\160b", "a\194\160b" },
    ["folds lines"] = { "a\r\n b", "a b" },
  } do
    it(title, function() assert.equal(case[2], (safe(case[1]))) end)
  end
end)

describe("json", function()
  it("keeps the order of the keys", function()
    assert.equal('{"b":1,"a":[true,null,{}]}',
      json.encode(json.object { { "b", 1 }, { "a", json.array { true, json.null, json.object {} } } }))
  end)

  it("writes nothing as null, and an empty list as a list", function()
    assert.equal('{"a":null,"b":[]}', json.encode(json.object { { "a", nil }, { "b", json.array {} } }))
  end)

  it("escapes what must be escaped, but no slash", function()
    assert.equal([["a/b \\/ \" \n"]], json.encode 'a/b \\/ " \n')
  end)
end)

describe("a printer", function()
  local function printed(colour, use)
    local text = ""
    local stream = { write = function(_, ...) text = text .. table.concat { ... } end }
    use(print.new { stdout = stream, stderr = stream, colour = colour, progress = colour })
    return text
  end

  it("hangs the text of a field beside its label", function()
    local text = printed(false, function(printer) printer:field("Do", ("word "):rep(20), 10) end)
    assert.equal("  Do      " .. ("word "):rep(13) .. "word\n          " .. ("word "):rep(5) .. "word\n", text)
  end)

  it("paints whole lines of a field, and not the space before them", function()
    local text = printed(true, function(printer) printer:field("Do", "it", 6, "bad") end)
    assert.equal("  \27[1mDo\27[0m  \27[31mit\27[0m\n", text)
  end)

  it("lines up columns, of Chinese too", function()
    local text = printed(false, function(printer) printer:table { { "A", "B" }, { "中文", "b" } } end)
    assert.equal("A     B\n中文  b\n", text)
  end)

  it("tells progress to a person only", function()
    local function tell(printer) printer:progress "1 of 2" end
    assert.equal("", printed(false, tell))
    assert.equal("\r\27[K1 of 2", printed(true, tell))
  end)
end)
