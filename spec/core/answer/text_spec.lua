-- Texts that are unsound: bytes that are not UTF-8 are handed on as they came, half of a surrogate pair becomes
-- U+FFFD, and the response says so. Nothing else of the body is lost.

local cjson = require "cjson"
local tc = require "tencentcloud"

local REPLACEMENT = "\239\191\189" -- U+FFFD

local STRICT = { strict = true }

-- What is written between the quotes, what is read, and what the response says of it.
local TEXTS = {
  { "a byte that no character begins with", "a\255b", "a\255b", "the bytes are not UTF-8" },
  { "a character that is cut off", "\229\189", "\229\189", "the bytes are not UTF-8" },
  { "continuations alone", "\128\191", "\128\191", "the bytes are not UTF-8" },
  { "an overlong form", "\192\175", "\192\175", "the bytes are not UTF-8" },
  { "a surrogate pair as UTF-8", "\237\160\189\237\184\128", "\237\160\189\237\184\128", "the bytes are not UTF-8" },
  { "what is above U+10FFFF", "\244\144\128\128", "\244\144\128\128", "the bytes are not UTF-8" },
  { "GBK", "\185\171\210\244", "\185\171\210\244", "the bytes are not UTF-8" },
  { "the high half of a pair", "a\\ud83db", "a" .. REPLACEMENT .. "b", "half of a surrogate pair stands alone" },
  { "the low half of a pair", "\\uDE00", REPLACEMENT, "half of a surrogate pair stands alone" },
  { "two high halves and a low one", "\\ud83d\\ud83d\\ude00", REPLACEMENT .. "\240\159\152\128",
    "half of a surrogate pair stands alone" },
  { "the high half before another escape sequence", "\\ud83d\\u0041\\n", REPLACEMENT .. "A\n",
    "half of a surrogate pair stands alone" },
  { "the high half before a quote", "\\ud83d\\\"", REPLACEMENT .. '"', "half of a surrogate pair stands alone" },
  { "both sorts, of which the first is told", "\255\\ud83d", "\255" .. REPLACEMENT, "the bytes are not UTF-8" },
}

describe("a text with", function()
  for _, case in ipairs(TEXTS) do
    local name, written, read, what = case[1], case[2], case[3], case[4]
    local body = ('{"Response":{"Set":[{"%s":1,"Text":"%s","After":"%s"}],"Id":"%s","RequestId":"r"}}'):format(
      written, written, ("x"):rep(40), written)

    it(name .. " is read, and all around it", function()
      local res = assert(tc.parse(body, "cls.SearchLog"))
      assert.equal("r", res.request_id)
      local item = res.Set[1]
      assert.same({ read, read, 1, ("x"):rep(40) }, { res.Id, item.Text, item[read], item.After })
      for text, id in res:rows("Set", "Text", read) do assert.same({ read, 1 }, { text, id }) end
      assert.equal(read, res:column("Set", "Text")[1])
      assert.equal('"' .. written .. '"', res:json "Id")
      assert.same({ Set = { { [read] = 1, Text = read, After = ("x"):rep(40) } }, Id = read, RequestId = "r" },
        res:totable())
      assert.same({ true, nil, "r", n = 3 }, { n = select("#", tc.check(body)), tc.check(body) })
    end)

    it(name .. " is told, and refused by who is strict", function()
      local fault = tc.parse(body).text_fault
      local at = #'{"Response":{"Set":[{"' + (written:find("[\128-\255\\]"))
      assert.same({ offset = at, line = 1, column = at, what = what }, fault)
      for _, read_body in ipairs { tc.parse, tc.check } do
        local res, err = read_body(body, "cls.SearchLog", 200, STRICT)
        assert.is_nil(res)
        assert.same({ "ClientError.ParseJsonError", at, "no" }, { err.code, err.offset, err.retryable })
        assert.is_truthy(err.message:find(what, 1, true), err.message)
        assert.is_nil(err.message:find "[\128-\255]")
        assert.is_true(err == select(2, read_body(body, "cls.SearchLog", STRICT)) or err.http_status == 200)
        assert.is_nil((read_body(body, STRICT)))
      end
    end)

    it(name .. " loses no error's code", function()
      local failed = tc.parse(('{"Response":{"Error":{"Code":"RequestLimitExceeded","Message":"%s"},"RequestId":"r"}}')
        :format(written), "cls.SearchLog")
      local e = failed.error
      assert.same({ "RequestLimitExceeded", "throttle", read, "r" }, { e.code, e.kind, e.message, e.request_id })
      assert.equal("RequestLimitExceeded", failed.code)
      assert.equal(what, failed.text_fault.what)
      assert.equal("retry", tc.rules():decide(failed).outcome)
      assert.is_nil(tostring(e):find "[\192\193\245-\255]")
    end)

    -- lua-cjson reads no half of a pair.
    if not written:find("\\ud", 1, true) and not written:find("\\uD", 1, true) then
      it(name .. " is what lua-cjson reads", function()
        assert.same(cjson.decode(body).Response, tc.parse(body):totable())
      end)
    end
  end

  it("nothing unsound is told of nothing", function()
    for _, text in ipairs { "", "您", "\\ud83d\\ude00", "\\ufffd", "\\\\ud83d", REPLACEMENT } do
      local body = ('{"Response":{"Text":"%s"}}'):format(text)
      assert.is_nil(tc.parse(body).text_fault)
      assert.is_truthy(tc.parse(body, STRICT))
      assert.is_truthy(tc.parse(body, { strict = false }))
    end
  end)
end)

describe("the place of an unsound text", function()
  it("counts bytes, lines and characters, wherever in a long body it is", function()
    for _, lines in ipairs { 1, 20, 400, 20000 } do
      local body = '{"Response":{"Lines":["您好"' .. (',\n"日志"'):rep(lines) .. ',\n"\229"]}}'
      local fault = tc.parse(body).text_fault
      assert.same({ offset = #body - 4, line = lines + 2, column = 2, what = "the bytes are not UTF-8" }, fault)
    end
  end)

  it("is that of the first one", function()
    local fault = tc.parse('{"Response":{"A":"x","\\ud800":"\255","B":"\255"}}').text_fault
    assert.same({ 23, "half of a surrogate pair stands alone" }, { fault.offset, fault.what })
  end)

  it("is not to be changed in the response", function()
    local res = tc.parse '{"Response":{"A":"\255"}}'
    res.text_fault.offset = 1
    assert.equal(19, res.text_fault.offset)
    assert.has_error(function() res.text_fault = nil end)
  end)
end)

describe("the structure stays strict", function()
  -- Unsound bytes outside of texts, and beside other faults.
  local CASES = {
    { '{"Response":{"A":\255}}', 18, "a value was expected" },
    { '{"Response":{\255"A":1}}', 14, "a key in double quotes or } was expected" },
    { '{"Response":{"A":"\255\n"}}', 20, "a control character in a string must be escaped" },
    { '{"Response":{"A":"\255\\x"}}', 20, "there is no such escape sequence" },
    { '{"Response":{"A":"\\\255"}}', 19, "there is no such escape sequence" },
    { '{"Response":{"A":"\\u\255000"}}', 19, "there is no such escape sequence" },
    { '{"Response":{"A":"\\ud83d","B":01}}', 31, "a number may not begin with 0 and another digit" },
    { '{"Response":{"A":"\255","B":"', 27, "the closing quote of a string was expected" },
  }
  for _, case in ipairs(CASES) do
    it("in " .. case[1]:gsub("[%c\128-\255]", "."), function()
      local _, err = tc.parse(case[1])
      assert.same({ "ClientError.ParseJsonError", case[2] }, { err.code, err.offset })
      assert.is_truthy(err.message:find(case[3], 1, true), err.message)
    end)
  end
end)
