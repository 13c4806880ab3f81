-- What `send` may return: what the HTTP libraries of Lua give by themselves, each as that library gives it.

local core = require "tencentcloud.core"
local new = require "tencentcloud.rules".new
local sent = require "tencentcloud.call.sent"

local ACTION = "cvm.DescribeInstances"
local BODY = '{"Response":{"TotalCount":1,"RequestId":"r"}}'
local DATE = "Mon, 15 Jan 2024 12:00:00 GMT"
local PAGE = "<html>no</html>"

-- lua-http's headers are asked by get; its stream reads the body.
local function http_headers(fields)
  return { get = function(_, name) return fields[name] end }
end

local function http_stream(body, problem)
  return { get_body_as_string = function() return body, problem end }
end

-- Values, what comes of them (a code, or "ok"), and the HTTP status of the error, the Date header.
local cases = {
  { "a body", { BODY }, "ok" },
  { "luasocket's string form", { BODY, 200, { date = DATE }, "HTTP/1.1 200 OK" }, "ok", date = true },
  { "luasocket's error", { nil, "timeout" }, "ClientError.NetworkError" },
  { "a status as text", { PAGE, "502" }, "ClientError.HttpStatusCodeError", 502 },
  { "a status with its words", { PAGE, "503 Service Unavailable" }, "ClientError.HttpStatusCodeError", 503 },
  { "a status line", { PAGE, "HTTP/1.1 429 Too Many Requests" }, "ClientError.HttpStatusCodeError", 429 },
  { "a status of 0", { BODY, 0 }, "ok" },
  { "lua-resty-http's response", { { status = 200, body = BODY, headers = { Date = DATE }, reason = "OK" } }, "ok",
    date = true },
  { "the same of a gateway", { { status = 504, body = PAGE, headers = {} } }, "ClientError.HttpStatusCodeError", 504 },
  { "that of ngx.location.capture", { { status = 200, body = BODY, header = { Date = DATE }, truncated = false } },
    "ok", date = true },
  { "the same, cut off", { { status = 200, body = BODY, header = {}, truncated = true } }, "ClientError.NetworkError",
    200 },
  { "the status and body of skynet's httpc", { 200, BODY }, "ok" },
  { "the same of a gateway", { 502, PAGE }, "ClientError.HttpStatusCodeError", 502 },
  { "lua-http's headers and stream", { http_headers{ [":status"] = "200", date = DATE }, http_stream(BODY) }, "ok",
    date = true },
  { "the same, broken off", { http_headers{ [":status"] = "200" }, http_stream(nil, "reset") },
    "ClientError.NetworkError", 200 },
  { "lua-http's error", { nil, "Connection timed out", 110 }, "ClientError.NetworkError" },
  { "an errno", { nil, 111 }, "ClientError.NetworkError" },
  { "an errno in a table", { nil, { code = 110 } }, "ClientError.NetworkError" },
  { "a word of a library's own in a table", { nil, { code = "ECONNREFUSED" } }, "ClientError.NetworkError" },
  { "a message in a table", { nil, { message = "no route to host" } }, "ClientError.NetworkError" },
  { "false and a message, as pcall gives", { false, "timeout" }, "ClientError.NetworkError" },
  { "nil alone", {}, "ClientError.NetworkError" },
  { "nil, a message and a status", { nil, "closed", 502, { Date = DATE } }, "ClientError.NetworkError", 502,
    date = true },
  { "an Error of tc.parse", { core.parse "" }, "ClientError.EmptyBody" },
  { "a Response", { (core.parse(BODY)), 200, { Date = DATE } }, "ok", date = true },
  { "a table of a success", { { ok = true, TotalCount = 1 } }, "ok" },
  { "a table of a failure", { { code = "ResourceNotFound" } }, "ResourceNotFound" },
  { "nil and a code of the API in a table", { nil, { code = "LimitExceeded.Zone" } }, "LimitExceeded.Zone" },
}

describe("what send returns", function()
  for _, case in ipairs(cases) do
    it("may be " .. case[1], function()
      local answer, headers = sent.read(ACTION, case[2][1], case[2][2], case[2][3], case[2][4])
      assert.equal(case[3], answer.code or answer.ok and "ok")
      assert.equal(case[4], answer.code and answer.http_status or nil)
      local date = headers and (headers.Date or headers.date)
      assert.equal(case.date and DATE or nil, date)
    end)
  end

  it("says what went wrong in its words, quoted short", function()
    local given = { ["no route"] = { message = "no route" }, ["error 110"] = 110, timeout = { err = "timeout" } }
    for words, value in pairs(given) do
      assert.equal(words, sent.read(ACTION, nil, value).message)
    end
    local ok, message = pcall(sent.read, ACTION, nil, { secret = "s3cret" })
    assert.is_false(ok)
    assert.not_matches("s3cret", message, 1, true)
  end)

  it("may be the error of another call, whose cause counts", function()
    local rules = new{ attempts = 1 }
    local _, inner = rules:call(function() return nil, "unreachable" end, "sts.AssumeRole")
    local _, err = rules:call(function() return nil, inner end, ACTION)
    assert.same({ "ClientError.NetworkError", "unreachable" }, { err.code, err.message })
    assert.equal(inner.cause, err.cause)
  end)
end)
