-- What of JSON the scanner accepts: RFC 8259 rule by rule, then cut-off and damaged bodies, with a plain
-- checker as the oracle of verdict, place and reason.

local tc = require "tencentcloud"
local reference = require "spec.support.json_reference"

local STRICT = { strict = true }

-- What parse says of a body as JSON: true, and the byte and the reason of a text that is unsound, where the response
-- tells it; or false, the byte and the reason.
local function verdict(body, options)
  local res, err = tc.parse(body, options)
  if not res and err.code == "ClientError.ResponseError" then return true end
  if res then return true, res.text_fault and res.text_fault.offset, res.text_fault and res.text_fault.what end
  if err.code == "ClientError.EmptyBody" then return false, #body + 1, "a value was expected" end
  assert(err.code == "ClientError.ParseJsonError", err.code)
  local rest = err.message:match "^line %d+, column %d+ %(byte %d+%): (.*)$"
  return false, err.offset, rest:match "^(.-), found '" or rest:match "^(.-), but the body ends here"
end

local function judge_by(body, options)
  local valid, at, reason = verdict(body, options)
  local should, should_at, should_reason = reference.check(body, options and options.strict)
  if should and not tc.parse(body, options) then should_at, should_reason = nil, nil end -- nobody to tell it
  if valid ~= should or at ~= should_at or reason ~= should_reason then
    error(("%q: got %s, %s, %s; wanted %s, %s, %s"):format(body, tostring(valid), tostring(at), tostring(reason),
      tostring(should), tostring(should_at), tostring(should_reason)), 0)
  end
end

-- The body alone, and as a field of a response, which can tell what is wrong with a text.
local function judge(body)
  for _, whole in ipairs { body, ('{"Response":{"Field":%s}}'):format(body) } do
    judge_by(whole)
    judge_by(whole, STRICT)
  end
end

local ACCEPTED = {
  ["white space"] = { " 1", "1 ", "\t\r\n 1\n\r\t ", "[ 1 , 2 ]", '{ "a" : 1 , "b" : 2 }', "[ ]", "{ }" },
  ["any value at the top"] = { "null", "true", "false", "0", '""', '"a"', "[]", "{}" },
  ["numbers"] = { "0", "-0", "7", "-12", "10", "0.5", "-0.5", "1.000", "1e5", "1E5", "1e+5", "1e-5", "0e0", "0E+00",
    "1.5e10", "-1.5E-10", "1e00005", "123456789012345678901234567890", "1e999999", "-1e-999999" },
  ["strings"] = { '""', '"a"', '" "', '"\127"', [["\"\\\/\b\f\n\r\t"]], [["\u0000\u001f\u0041\uFFFF\uabCD"]],
    [["\ud800\udc00"]], [["\uDBFF\uDFFF"]], [["\ud7ff\ue000"]], '"/"', "\"'\"" },
  ["UTF-8"] = { '"\194\128"', '"\223\191"', '"\224\160\128"', '"\237\159\191"', '"\238\128\128"', '"\239\191\191"',
    '"\240\144\128\128"', '"\244\143\191\191"', '"\239\187\191"', '"根据"', '{"键":"值"}' },
  ["arrays"] = { "[1]", "[1,2]", "[[]]", "[[],[]]", '[1,"a",null,true,false,{},[]]', "[[[[[[]]]]]]" },
  ["objects"] = { '{"a":1}', '{"a":1,"b":2}', '{"":0}', '{"a":1,"a":2}', '{"a":{"a":{}}}', '{"a":[{"b":[]}]}' },
}

-- Body, byte of the fault, reason.
local REJECTED = {
  { "\0", 1, "a value was expected" },
  { "1\0", 2, "the end was expected" },
  { "\f1", 1, "a value was expected" },
  { "\194\1601", 1, "a value was expected" },
  { "1 2", 3, "the end was expected" },
  { "[1]]", 4, "the end was expected" },
  { "{}{}", 3, "the end was expected" },
  { "[]//", 3, "the end was expected" },
  { "[1,/**/2]", 4, "a value was expected" },
  { "[", 2, "a value or ] was expected" },
  { "[,1]", 2, "a value or ] was expected" },
  { "[}", 2, "a value or ] was expected" },
  { "[1,]", 4, "a value was expected" },
  { "[1,,2]", 4, "a value was expected" },
  { "[1 2]", 4, "a comma or ] was expected" },
  { "[1}", 3, "a comma or ] was expected" },
  { '["a":1]', 5, "a comma or ] was expected" },
  { "[1", 3, "a comma or ] was expected" },
  { "]", 1, "a value was expected" },
  { "}", 1, "a value was expected" },
  { "{", 2, "a key in double quotes or } was expected" },
  { "{]", 2, "a key in double quotes or } was expected" },
  { "{,", 2, "a key in double quotes or } was expected" },
  { "{a:1}", 2, "a key in double quotes or } was expected" },
  { "{'a':1}", 2, "a key in double quotes or } was expected" },
  { "{1:1}", 2, "a key in double quotes or } was expected" },
  { "{null:1}", 2, "a key in double quotes or } was expected" },
  { '{"a":1,}', 8, "a key in double quotes was expected" },
  { '{"a":1,,', 8, "a key in double quotes was expected" },
  { '{"a"}', 5, "a colon was expected" },
  { '{"a",1}', 5, "a colon was expected" },
  { '{"a" 1}', 6, "a colon was expected" },
  { '{"a"', 5, "a colon was expected" },
  { '{"a":}', 6, "a value was expected" },
  { '{"a"::1}', 6, "a value was expected" },
  { '{"a":1 "b":2}', 8, "a comma or } was expected" },
  { '{"a":1]', 7, "a comma or } was expected" },
  { '{"a":1', 7, "a comma or } was expected" },
  { "tru", 4, "true, false or null was expected" },
  { "trUe", 3, "true, false or null was expected" },
  { "True", 1, "a value was expected" },
  { "truee", 5, "the end was expected" },
  { "[nul]", 5, "true, false or null was expected" },
  { "[falsy]", 6, "true, false or null was expected" },
  { "nan", 2, "true, false or null was expected" },
  { "NaN", 1, "a value was expected" },
  { "Infinity", 1, "a value was expected" },
  { "-Infinity", 2, "a digit was expected" },
  { "inf", 1, "a value was expected" },
  { "+1", 1, "a value was expected" },
  { ".5", 1, "a value was expected" },
  { "-", 2, "a digit was expected" },
  { "--1", 2, "a digit was expected" },
  { "- 1", 2, "a digit was expected" },
  { "-.5", 2, "a digit was expected" },
  { "-a", 2, "a digit was expected" },
  { "1.", 3, "a digit was expected" },
  { "[1.]", 4, "a digit was expected" },
  { "1.e5", 3, "a digit was expected" },
  { "1..5", 3, "a digit was expected" },
  { "1e", 3, "a digit was expected" },
  { "1e+", 4, "a digit was expected" },
  { "1e-]", 4, "a digit was expected" },
  { "1e5.5", 4, "the end was expected" },
  { "1.5.5", 4, "the end was expected" },
  { "1ee5", 3, "a digit was expected" },
  { "0x10", 2, "the end was expected" },
  { "1,000", 2, "the end was expected" },
  { "1_000", 2, "the end was expected" },
  { "\239\188\145", 1, "a value was expected" },
  { "00", 1, "a number may not begin with 0" },
  { "01", 1, "a number may not begin with 0" },
  { "[-01]", 3, "a number may not begin with 0" },
  { '"', 2, "the closing quote" },
  { '"abc', 5, "the closing quote" },
  { '"a\\"', 5, "the closing quote" },
  { '"\\', 3, "the closing quote" },
  { '"\\u00', 6, "the closing quote" },
  { '"\\ud834', 8, "the closing quote" },
  { '"\\ud834\\udd1', 13, "the closing quote" },
  { '"\226\130', 4, "the closing quote" },
  { '"a\0"', 3, "a control character" },
  { '"a\n"', 3, "a control character" },
  { '"\31"', 2, "a control character" },
  { '{"a\tb":1}', 4, "a control character" },
  { [["\a"]], 2, "no such escape" },
  { [["\x41"]], 2, "no such escape" },
  { [["\'"]], 2, "no such escape" },
  { [["\U0041"]], 2, "no such escape" },
  { [["\B"]], 2, "no such escape" },
  { '"\\\n"', 2, "no such escape" },
  { '"\\\0"', 2, "no such escape" },
  { '"\\\195\169"', 2, "no such escape" },
  { [["\u"]], 2, "no such escape" },
  { [["\u004"]], 2, "no such escape" },
  { [["\u00g0"]], 2, "no such escape" },
  { [["\u+041"]], 2, "no such escape" },
  { [["\a]], 2, "no such escape" },
}

-- Texts that are unsound: the same for who is strict. All others read on.
local UNSOUND = {
  { [["\ud800"]], 2, "half of a surrogate pair" },
  { [["\udbffabc]], 2, "half of a surrogate pair" },
  { [["\udc00"]], 2, "half of a surrogate pair" },
  { [["\udfff\ud800"]], 2, "half of a surrogate pair" },
  { [["\ud800\ud800"]], 2, "half of a surrogate pair" },
  { [["\ud800\u0041"]], 2, "half of a surrogate pair" },
  { [["\ud800\n"]], 2, "half of a surrogate pair" },
  { [["\ud800\u"]], 2, "half of a surrogate pair" },
  { [["\udc00]], 2, "half of a surrogate pair" },
  { '"\128"', 2, "not UTF-8" }, -- a continuation alone
  { '"\191"', 2, "not UTF-8" },
  { '"\192\128"', 2, "not UTF-8" }, -- overlong
  { '"\193\191"', 2, "not UTF-8" },
  { '"\224\128\128"', 2, "not UTF-8" },
  { '"\224\159\191"', 2, "not UTF-8" },
  { '"\240\128\128\128"', 2, "not UTF-8" },
  { '"\240\143\191\191"', 2, "not UTF-8" },
  { '"\237\160\128"', 2, "not UTF-8" }, -- surrogates
  { '"\237\191\191"', 2, "not UTF-8" },
  { '"\244\144\128\128"', 2, "not UTF-8" }, -- above U+10FFFF
  { '"\245\128\128\128"', 2, "not UTF-8" },
  { '"\254"', 2, "not UTF-8" },
  { '"\255"', 2, "not UTF-8" },
  { '"\194"', 2, "not UTF-8" }, -- cut short
  { '"\226\130"', 2, "not UTF-8" },
  { '"\240\159\152"', 2, "not UTF-8" },
  { '"a\195\169\195"', 5, "not UTF-8" },
  { '"\244\144', 2, "not UTF-8" },
  { '"\224\128', 2, "not UTF-8" },
}

describe("JSON:", function()
  for rule, bodies in pairs(ACCEPTED) do
    it(rule .. " are accepted", function()
      for _, body in ipairs(bodies) do
        assert.is_true(verdict(body), body)
        judge(body)
      end
    end)
  end

  for _, case in ipairs(REJECTED) do
    local body, at, reason = case[1], case[2], case[3]
    it(("%q is rejected"):format(body):gsub("\\\n", "\\n"):gsub("%c", "."), function()
      local valid, found_at, found_reason = verdict(body)
      assert.is_false(valid)
      assert.equal(at, found_at)
      assert.is_truthy(found_reason:find(reason, 1, true), found_reason)
      judge(body)
    end)
  end

  for _, case in ipairs(UNSOUND) do
    local body, at, reason = case[1], case[2], case[3]
    it(("%q is rejected by who is strict"):format(body):gsub("%c", "."), function()
      local valid, found_at, found_reason = verdict(body, STRICT)
      assert.is_false(valid)
      assert.equal(at, found_at)
      assert.is_truthy(found_reason:find(reason, 1, true), found_reason)
      judge(body)
    end)
  end

  -- The scanner takes blocks of 16 or 8 bytes, and the end of the body byte by byte.
  it("in a string a fault is found at any place of a block", function()
    local parts = { "\n", "\0", "\\", "\\x", "\\n", "\\u12", "\\u00e9", "\\ud800", "\\ud83d\\ude00", "\195", "\195\169",
      "\237\160\128", "\240\159\152\128", "\255", '"', "\127", "\\\\", '\\"' }
    for _, part in ipairs(parts) do
      for before = 0, 34 do
        for _, after in ipairs { 0, 1, 7, 15, 40 } do
          local body = '["' .. ("a"):rep(before) .. part .. ("b"):rep(after)
          judge(body .. '"]')
          judge(body)
        end
      end
    end
  end)

  it("two faults or sequences that stand close are both looked at", function()
    local parts = { "\\n", "\\\\", '\\"', "\195\169", "\240\159\152\128", "\\ud83d\\ude00", "\1", "\\q", "\128", "x" }
    for _, first in ipairs(parts) do
      for _, second in ipairs(parts) do
        for gap = 0, 3 do
          for before = 10, 17 do
            judge('"' .. ("a"):rep(before) .. first .. ("-"):rep(gap) .. second .. ("b"):rep(before) .. '"')
          end
        end
      end
    end
  end)
end)

local function read_answer(name)
  local file = assert(io.open("examples/answers/" .. name, "rb"))
  local body = file:read "*a"
  file:close()
  return body
end

local EXAMPLES = {
  "cam.ListUsers.denied.json", "cls.SearchLog.busy.json", "cls.SearchLog.page.json",
  "cvm.DescribeInstances.list.json", "cvm.DescribeInstancesStatus.empty.json",
  "cvm.DescribeInstancesStatus.signature.json", "cvm.DescribeZones.cut-off.json",
  "cvm.DescribeZones.deprecated.json", "cvm.DescribeZones.gateway.html", "cvm.RunInstances.sold-out.json",
  "cvm.TerminateInstances.not-found.json", "sms.SendSms.partly.json", "tms.TextModeration.pass.json",
  "tms.TextModeration.throttled.json",
}

local SMALL = 300 -- bytes: each bit of these is flipped

describe("the example answer", function()
  for _, name in ipairs(EXAMPLES) do
    local body = read_answer(name)

    it(name .. " is judged right, cut off anywhere", function()
      for length = 0, #body do judge(body:sub(1, length)) end
    end)

    if #body <= SMALL then
      it(name .. " is judged right with any bit flipped", function()
        for place = 1, #body do
          local byte = body:byte(place)
          for bit = 0, 7 do
            local value = 2 ^ bit
            local flipped = math.floor(byte / value) % 2 == 0 and byte + value or byte - value
            judge(body:sub(1, place - 1) .. string.char(flipped) .. body:sub(place + 1))
          end
        end
      end)
    end
  end

  it("is cut off only at its end", function()
    for _, name in ipairs(EXAMPLES) do
      local body = read_answer(name)
      if reference.check(body) then
        body = body:match "^(.-)%s*$"
        for length = 1, #body - 1 do
          local front = body:sub(1, length)
          local _, err = tc.parse(front)
          assert.equal(length + 1, err.offset)
          assert.is_truthy(err.message:find("the body ends here", 1, true), front)
        end
      end
    end
  end)
end)
