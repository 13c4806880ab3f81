-- tc.parse and tc.check: an answer's bytes to a Response, or to the Error that says what they are.

local tc = require "tencentcloud"

local unpack = table.unpack or unpack -- luacheck: ignore 143

-- The two examples of the API's "Responses" page, word for word.
local SUCCESS = '{"Response":{"TotalCount":0,"InstanceStatusSet":[],'
  .. '"RequestId":"b5b41468-520d-4192-b42f-595cc34b6c1c"}}'
local FAILURE = '{"Response":{"Error":{"Code":"AuthFailure.SignatureFailure","Message":"The provided credentials could '
  .. 'not be validated. Please ensure your signature is correct."},"RequestId":"ed93f3cb-f35e-473f-b9f3-0d451b8b79c6"}}'

local function answer(fields) return '{"Response":{' .. fields .. "}}" end

-- The Error that parse gives; check must give the same.
local function fault_of(...)
  local res, err = tc.parse(...)
  assert.is_nil(res)
  assert.equal("tencentcloud.Error", getmetatable(err))
  local ok, same = tc.check(...)
  assert.is_nil(ok)
  assert.is_true(err == same, "parse and check do not agree")
  return err
end

describe("the page's examples", function()
  it("are a success without fields that say so", function()
    local res, err = tc.parse(SUCCESS, "cvm.DescribeInstancesStatus")
    assert.is_nil(err)
    assert.is_true(res.ok)
    assert.is_nil(res.code)
    assert.is_nil(res.error)
    assert.equal("b5b41468-520d-4192-b42f-595cc34b6c1c", res.request_id)
    assert.equal("cvm.DescribeInstancesStatus", res.action)
    assert.equal(0, res.TotalCount)
    assert.equal(0, #res.InstanceStatusSet)
    assert.same({ true, nil, res.request_id, n = 3 }, { n = select("#", tc.check(SUCCESS)), tc.check(SUCCESS) })
  end)

  it("are a failure with its code, message and request id", function()
    local res, err = tc.parse(FAILURE)
    assert.is_nil(err)
    assert.is_false(res.ok)
    assert.equal("AuthFailure.SignatureFailure", res.code)
    assert.equal("ed93f3cb-f35e-473f-b9f3-0d451b8b79c6", res.request_id)
    assert.is_nil(res.action)
    local e = res.error
    assert.equal("AuthFailure.SignatureFailure", e.code)
    assert.equal("AuthFailure", e.category)
    assert.equal("SignatureFailure", e.detail)
    assert.equal("The provided credentials could not be validated. Please ensure your signature is correct.", e.message)
    assert.equal(res.request_id, e.request_id)
    assert.same({ false, res.code, res.request_id }, { tc.check(FAILURE) })
  end)
end)

-- What tells a failure from a success: fields of Response, the code that is found.
local DECISIONS = {
  { "an error", '"Error":{"Code":"A.B","Message":"m"}', "A.B" },
  { "an error behind other fields", '"X":[{"Error":1}],"RequestId":"r","Error":{"Message":"m","Code":"A.B"}', "A.B" },
  { "an error without a message", '"Error":{"Code":"A"}', "A" },
  { "a code with escape sequences", '"Error":{"Code":"A\\u002eB"}', "A.B" },
  { "keys with escape sequences", '"\\u0045rror":{"\\u0043ode":"A"}', "A" },
  { "two errors: the last one", '"Error":{"Code":"A"},"Error":{"Code":"B"}', "B" },
  { "two codes: the last one", '"Error":{"Code":"A","Code":"B"}', "B" },
  { "an error that null takes back", '"Error":{"Code":"A"},"Error":null', nil },
  { "no field", "", nil },
  { "an Error that is null", '"Error":null', nil },
  { "an Error that is a result field: text", '"Error":"Code"', nil },
  { "an Error that is a result field: an array", '"Error":["Code","A"]', nil },
  { "an Error that is an object without Code and Message", '"Error":{"Reason":"m"}', nil },
  { "an Error whose Code is empty", '"Error":{"Code":"","Message":""}', nil },
  { "an Error whose Code is null", '"Error":{"Code":null}', nil },
  { "an error with a dot and a blank behind its code", '"Error":{"Code":"A.B. "}', "A.B. " },
  { "an error deeper down", '"Data":{"Error":{"Code":"A"}}', nil },
  { "a key that only begins like Error", '"Errors":{"Code":"A"},"Erro":{"Code":"A"}', nil },
}

describe("parse decides by Response.Error:", function()
  for _, case in ipairs(DECISIONS) do
    it(case[1], function()
      local body = answer(case[2])
      local res = assert(tc.parse(body))
      assert.equal(case[3] == nil, res.ok)
      assert.equal(case[3], res.code)
      assert.equal(case[3], res.error and res.error.code)
      local ok, code = tc.check(body)
      assert.equal(res.ok, ok)
      assert.equal(case[3], code)
    end)
  end

  it("a result field named Error can be read", function()
    assert.equal("late", tc.parse(answer '"Error":"late"').Error)
    assert.equal("m", tc.parse(answer '"Error":{"Reason":"m"}').Error.Reason)
  end)

  it("the request id is text, the last one, or nothing", function()
    assert.equal("b", tc.parse(answer '"RequestId":"a","RequestId":"b"').request_id)
    assert.is_nil(tc.parse(answer '"RequestId":12').request_id)
    assert.is_nil(tc.parse(answer '"TotalCount":1').request_id)
  end)

  it("of two Responses the last one", function()
    assert.equal(2, tc.parse('{"Response":{"N":1},"Response":{"N":2}}').N)
    assert.equal("ClientError.ResponseError", fault_of('{"Response":{"N":1},"Response":null}').code)
  end)

  it("with other keys beside Response, and white space", function()
    assert.equal(1, tc.parse('\t\r\n {"retcode":0 , "Response" : {"N" : 1 } }\n').N)
  end)
end)

-- Bodies that are no answer: title, body, code, offset, line, column, what the message holds.
local FAULTS = {
  { "nothing", "", "EmptyBody", nil, nil, nil, "the body is empty; was the connection closed" },
  { "white space", " \r\n\t", "EmptyBody", nil, nil, nil, "the body is only white space" },
  { "a cut-off body", '{"Response":{"Total', "ParseJsonError", 20, 1, 20, "the body ends here; was it cut off?" },
  { "a cut-off body on its third line", '{\n"Response":\n{"a"', "ParseJsonError", 19, 3, 5, "(byte 19): a colon" },
  { "a fault behind text in Chinese", '{"a":"根据",\n"据" x', "ParseJsonError", 22, 2, 5, "a colon was expected" },
  { "a gateway's page", "<html>\n<head>", "ParseJsonError", 1, 1, 1, "looks like HTML or XML: a gateway or proxy" },
  { "a page behind blank lines", "\r\n\n <!DOCTYPE html>", "ParseJsonError", 5, 3, 2, "looks like HTML or XML" },
  { "an event stream", 'data: {"N":1}\n\n', "ParseJsonError", 1, 1, 1, "read it with events()" },
  { "an event stream that begins with its type", "event: a\n", "ParseJsonError", 1, 1, 1, "read it with events()" },
  { "an event stream that begins with an id", "id: 1\n", "ParseJsonError", 1, 1, 1, "read it with events()" },
  { "an event stream that begins with a comment", ": hi\n", "ParseJsonError", 1, 1, 1, "read it with events()" },
  { "HTTP headers", "HTTP/1.1 200 OK\r\n\r\n{}", "ParseJsonError", 1, 1, 1, "begins with HTTP headers" },
  { "a byte-order mark", '\239\187\191{"Response":{}}', "ParseJsonError", 1, 1, 1,
    "byte-order mark: remove its 3 bytes" },
  { "a compressed body", "\31\139\8\0", "ParseJsonError", 1, 1, 1, "decompress it first" },
  { "text", "upstream connect error", "ParseJsonError", 1, 1, 1, "found 'upstream connect error'" },
  { "two answers", SUCCESS .. SUCCESS, "ParseJsonError", #SUCCESS + 1, 1, #SUCCESS + 1, "the end was expected" },
  { "null", "null", "ResponseError", nil, nil, nil,
    'the body is null; an API response is {"Response": {...}}' },
  { "true", "true", "ResponseError", nil, nil, nil, "the body is a boolean;" },
  { "a number", "12", "ResponseError", nil, nil, nil, "the body is a number;" },
  { "a real number", "1.5", "ResponseError", nil, nil, nil, "the body is a number;" },
  { "a string", '"ok"', "ResponseError", nil, nil, nil, "the body is a string;" },
  { "a string with an escape", '"o\\n"', "ResponseError", nil, nil, nil, "the body is a string;" },
  { "an array", "[{}]", "ResponseError", nil, nil, nil, "the body is an array;" },
  { "an empty object", "{}", "ResponseError", nil, nil, nil, "the body is an empty object, without Response" },
  { "one other key", '{"response":{}}', "ResponseError", nil, nil, nil, "it has 1 key, the first is 'response'" },
  { "other keys", '{"a":1,"b":2}', "ResponseError", nil, nil, nil, "it has 2 keys, the first is 'a'" },
  { "Response null", '{"Response":null}', "ResponseError", nil, nil, nil, "Response is null, not an object" },
  { "Response text", '{"Response":"x"}', "ResponseError", nil, nil, nil, "Response is a string, not an object" },
  { "Response an array", '{"Response":[]}', "ResponseError", nil, nil, nil, "Response is an array, not an object" },
  { "the deprecated shape", '{"code":4100,"codeDesc":"AuthFailure","message":"m"}', "ResponseError", nil, nil, nil,
    "a response of the API before 3.0, with code 4100 AuthFailure; send the request to the 3.0 endpoint" },
  { "the deprecated shape without its description", '{"code":"x","message":""}', "ResponseError", nil, nil, nil,
    "before 3.0, with code x; send" },
}

describe("parse gives nil and an Error for", function()
  for _, case in ipairs(FAULTS) do
    it(case[1], function()
      local body, code, offset, line, column, text = unpack(case, 2, 7)
      local err = fault_of(body, "cvm.DescribeZones")
      assert.equal("ClientError." .. code, err.code)
      assert.equal("ClientError", err.category)
      assert.same({ offset, line, column }, { err.offset, err.line, err.column })
      assert.is_truthy(err.message:find(text, 1, true), err.message)
      assert.equal("cvm.DescribeZones", err.action)
      assert.is_nil(err.request_id)
      assert.is_nil(err.http_status)
      if offset then
        local place = ("line %d, column %d (byte %d): "):format(line, column, offset)
        assert.equal(place, err.message:sub(1, #place))
      end
    end)
  end
end)

describe("the HTTP status", function()
  it("makes a body that is no answer an HttpStatusCodeError, with what the body is", function()
    local err = fault_of("<html>", "cvm.DescribeZones", 502)
    assert.equal("ClientError.HttpStatusCodeError", err.code)
    assert.equal(502, err.http_status)
    assert.same({ 1, 1, 1 }, { err.offset, err.line, err.column })
    assert.equal("HTTP status 502, and not an API response: line 1, column 1 (byte 1): a value was expected, found "
      .. "'<html>'; this looks like HTML or XML: a gateway or proxy answered, not the API", err.message)
    assert.equal("ClientError.HttpStatusCodeError", fault_of("", nil, 301).code)
    assert.equal("ClientError.HttpStatusCodeError", fault_of("{}", nil, 404).code)
  end)

  it("is kept where it is a success, and the body decides", function()
    for _, status in ipairs { 200, 204, 299 } do
      local err = fault_of("", nil, status)
      assert.equal("ClientError.EmptyBody", err.code)
      assert.equal(status, err.http_status)
    end
  end)

  it("does not matter where the body has an error's code", function()
    assert.equal("AuthFailure.SignatureFailure", tc.parse(FAILURE, nil, 403).code)
    assert.equal("AuthFailure.SignatureFailure", tc.parse(FAILURE, nil, 503).code)
  end)

  it("makes no success of a body without an error", function()
    for _, status in ipairs { 100, 301, 404, 411, 500, 502 } do
      local err = fault_of(SUCCESS, "cvm.DescribeInstancesStatus", status)
      assert.equal("ClientError.HttpStatusCodeError", err.code)
      assert.equal(("HTTP status %d, although the body has no Error"):format(status), err.message)
      assert.equal(status, err.http_status)
      assert.equal("b5b41468-520d-4192-b42f-595cc34b6c1c", err.request_id)
      assert.equal("cvm.DescribeInstancesStatus", err.response.action)
      assert.equal(0, err.response.TotalCount)
    end
  end)

  it("keeps the response as long as its error", function()
    local errors = {}
    for i = 1, 20 do errors[i] = fault_of(answer(('"N":%d,"Text":"%s"'):format(i, ("x"):rep(i * 400))), nil, 500) end
    collectgarbage()
    collectgarbage()
    for i = 1, 20 do
      assert.equal(i, errors[i].response.N)
      assert.equal(i * 400, #errors[i].response.Text)
    end
    assert.is_nil(tc.error{ code = "A" }.response)
    assert.is_nil(fault_of("", nil, 500).response)
  end)
end)

describe("parse and check raise for", function()
  local cases = {
    { "no body", {}, "#1", "body: string expected, got n" },
    { "a body that is a number", { 12 }, "#1", "body: string expected, got number" },
    { "a body that is a table", { {} }, "#1", "body: string expected, got table" },
    { "an action that is a number", { "", 1 }, "#2", "action: string expected, got number" },
    { "options that there are not", { "", { stric = true } }, "#2", "options: strict is the only one" },
    { "options in a list", { "", nil, nil, { true } }, "#4", "options: strict is the only one" },
    { "a strict that is no boolean", { "", nil, { strict = 1 } }, "#3", "options: strict: boolean expected" },
    { "a status that is text", { "", nil, "bad gateway" }, "#3", "http_status: number expected, got string" },
    { "a status that is true", { "", nil, true }, "#3", "http_status: number expected, got boolean" },
    { "a status of two digits", { "", nil, 99 }, "#3", "http_status: an integer from 100 to 999 expected" },
    { "a status of four digits", { "", nil, 1000 }, "#3", "http_status: an integer from 100 to 999 expected" },
    { "a status with a fraction", { "", nil, 200.5 }, "#3", "http_status: an integer from 100 to 999 expected" },
    { "a status that is no number", { "", nil, 0 / 0 }, "#3", "http_status: an integer from 100 to 999 expected" },
  }
  for _, case in ipairs(cases) do
    it(case[1], function()
      for name, read in pairs { parse = tc.parse, check = tc.check } do
        local ok, message = pcall(read, unpack(case[2], 1, case[2][4] and 4 or 3))
        assert.is_false(ok)
        assert.is_truthy(message:find("bad argument " .. case[3], 1, true), message)
        assert.is_truthy(message:find(case[4], 1, true), name .. ": " .. message)
      end
    end)
  end
end)

describe("a Response", function()
  -- Bodies on both sides of where the body is copied or kept, and where the index outgrows the C stack.
  it("holds a body of any length", function()
    for size = 2030, 2066 do
      local start = '{"Response":{"RequestId":"r","Text":"'
      local text = ("x"):rep(size - #start - 3)
      local body = start .. text .. '"}}'
      assert.equal(size, #body)
      local res = tc.parse(body, "cvm.DescribeZones")
      local list = tc.parse(answer '"L":["x"]').L
      body = nil -- luacheck: ignore 311
      collectgarbage()
      collectgarbage()
      assert.equal(text, res.Text)
      assert.equal("r", res.request_id)
      assert.equal("cvm.DescribeZones", res.action)
      assert.equal("x", list[1])
    end
  end)

  it("holds an index of any length", function()
    for _, around in ipairs { 512, 1024, 2048, 4096 } do
      for words = around - 12, around + 12 do
        local count = words - 10 -- Response, its keys and values, and the list
        local body = answer('"RequestId":"r","L":[' .. ("7,"):rep(count - 1) .. "8]")
        local res = tc.parse(body)
        body = nil -- luacheck: ignore 311
        collectgarbage "step"
        assert.equal(count, #res.L)
        assert.equal(7, res.L[1])
        assert.equal(8, res.L[count])
        assert.is_nil(res.L[count + 1])
      end
    end
  end)

  it("holds an index that outgrows its room in a key or a container", function()
    for count = 495, 520 do
      local objects = ('{"k":{"a":[]}},'):rep(count)
      local res = assert(tc.parse(answer('"L":[' .. ("1,"):rep(count % 7) .. objects .. "2]")))
      assert.equal(count + count % 7 + 1, #res.L)
      assert.equal("[]", res.L[count + count % 7]:json("k", "a"))
    end
  end)

  it("is made again and again in the room that was kept, of different sizes", function()
    local kept = {}
    for i = 1, 60 do
      local count = (i * 7919) % 3000
      local list = ('{"N":%d,"T":"a\\nb"},'):format(i):rep(count)
      kept[i] = assert(tc.parse(answer('"L":[' .. list .. '{"N":0}],"Count":' .. count)))
      assert.is_nil((tc.parse(answer('"L":[' .. list))))
    end
    collectgarbage()
    for i, res in ipairs(kept) do
      assert.equal(res.Count + 1, #res.L)
      assert.equal(res.Count > 0 and i or 0, res.L[1].N)
      assert.equal(0, res.L[#res.L].N)
    end
  end)
end)
