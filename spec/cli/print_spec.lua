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
    ["shows direction overrides"] = { "a\226\128\174b", "a\\xe2\\x80\\xaeb" },
    ["shows bytes that are not UTF-8"] = { "a\255b", "a\\xffb" },
  } do
    it(title, function() assert.equal(case[2], (safe(case[1]))) end)
  end
end)

-- Nobody sees them, or they change how the text around them is shown; from U+0080 to U+E007F.
local UNSEEN = { "\194\133", "\194\173", "\216\156", "\226\128\139", "\226\128\143", "\226\128\168", "\226\128\169",
  "\226\128\170", "\226\128\174", "\226\129\160", "\226\129\166", "\226\129\169", "\239\187\191", "\243\160\129\129" }

describe("what nobody sees", function()
  local function written(use)
    local text = ""
    use(print.new { stdout = { write = function(_, ...) text = text .. table.concat { ... } end } })
    return text
  end

  for _, character in ipairs(UNSEEN) do
    local quoted = character:gsub(".", function(byte) return ("\\x%02x"):format(byte:byte()) end)

    it("is written as " .. quoted .. " by all that prints", function()
      for _, use in ipairs {
        function(printer) printer:line("a" .. character) end,
        function(printer) printer:paragraph("a" .. character) end,
        function(printer) printer:field("Do", "a" .. character, 6) end,
        function(printer) printer:table { { "a" .. character, "b" }, { "c", "a" .. character } } end,
      } do
        local text = written(use)
        assert.matches("a" .. quoted, text, 1, true)
        assert.not_matches(character, text, 1, true)
      end
    end)

    it("is escaped in JSON, which stays the same: " .. quoted, function()
      local text = json.encode("a" .. character .. "b中")
      assert.not_matches(character, text, 1, true)
      assert.equal("a" .. character .. "b中", require "cjson".decode(text))
    end)
  end
end)

describe("json", function()
  it("has no bytes that are not UTF-8", function()
    for bytes, wanted in pairs {
      ["\255"] = "\\ufffd", ["\230\130"] = "\\ufffd\\ufffd", ["\192\175"] = "\\ufffd\\ufffd", ["中\128"] = "中\\ufffd",
      ["\237\160\128"] = ("\\ufffd"):rep(3), ["\244\144\128\128"] = ("\\ufffd"):rep(4),
      ["\244\143\191\191"] = "\244\143\191\191",
      ["é\230\130é"] = "é\\ufffd\\ufffdé",
    } do
      assert.equal('"' .. wanted .. '"', json.encode(bytes))
    end
  end)

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

  it("wraps to the width of the terminal", function()
    local text = ""
    local stream = { write = function(_, ...) text = text .. table.concat { ... } end }
    print.new({ stdout = stream, width = 40 }):paragraph(("word "):rep(10))
    assert.equal(("word "):rep(7) .. "word\nword word\n", text)
  end)

  it("tells progress to a person only", function()
    local function tell(printer) printer:progress "1 of 2" end
    assert.equal("", printed(false, tell))
    assert.equal("\r\27[K1 of 2", printed(true, tell))
  end)
end)
