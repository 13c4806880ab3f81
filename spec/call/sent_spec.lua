-- What `send` may return: what HTTP libraries return by themselves. Anything else raises; nothing succeeds by accident.

local core = require "tencentcloud.core"
local new = require "tencentcloud.rules".new

local OK = '{"Response":{"TotalCount":7,"RequestId":"r"}}'
local FAILED = '{"Response":{"Error":{"Code":"A.B","Message":"m"},"RequestId":"r"}}'
local NETWORK, HTTP = "ClientError.NetworkError", "ClientError.HttpStatusCodeError"

local function call(...)
  local first, second, third, fourth = ...
  return new{ inherit = false }:call(function() return first, second, third, fourth end, "cvm.RunInstances")
end

local function header_object(fields)
  return { get = function(_, name) return fields[name] end }
end

local function stream(...)
  local values = { ... }
  return { get_body_as_string = function() return values[1], values[2], values[3] end }
end

local function printable(text) return setmetatable({}, { __tostring = function() return text end }) end

-- What send returns; the error's code, or true for a success; what its message has in it; its HTTP status.
local TAKEN = {
  { "a body", { OK }, true },
  { "a body and its status", { OK, 200 }, true },
  { "a page and its status", { "<html>", 404 }, HTTP, "404", 404 },
  { "a page and its status as text", { "<html>", "404" }, HTTP, "404", 404 },
  { "a page and its status line", { "<html>", "HTTP/1.1 502 Bad Gateway" }, HTTP, "502", 502 },
  { "a page and a status line without words", { "<html>", "HTTP/2 503" }, HTTP, "503", 503 },
  { "a page and a status with words", { "<html>", "404 Not Found" }, HTTP, "404", 404 },
  { "a page without a status", { "<html>", 0 }, "ClientError.ParseJsonError" },
  { "a page and an informational status, which is none", { "<html>", 100 }, "ClientError.ParseJsonError" },
  { "luasocket's response", { OK, 200, { date = "" }, "HTTP/1.1 200 OK" }, true },
  { "luasocket's failure", { nil, "timeout" }, NETWORK, "timeout" },
  { "lua-resty-http's response", { { status = 200, reason = "OK", headers = {}, has_body = true, body = OK,
    read_body = function() end } }, true },
  { "lua-resty-http's response with a page", { { status = 504, headers = {}, body = "<html>" } }, HTTP, "504", 504 },
  { "lua-resty-http's response of the API that failed", { { status = 200, body = FAILED } }, "A.B" },
  { "lua-resty-http's empty response", { { status = 200, headers = {}, body = "" } }, "ClientError.EmptyBody", nil,
    200 },
  { "lua-resty-http's failure", { nil, "connection refused" }, NETWORK, "connection refused" },
  { "a subrequest of nginx", { { status = 200, header = {}, body = OK, truncated = false } }, true },
  { "a subrequest of nginx that was cut off", { { status = 200, header = {}, body = OK, truncated = true } }, NETWORK,
    "cut off", 200 },
  { "skynet's response", { 200, OK }, true },
  { "skynet's response with a page", { 502, "<html>" }, HTTP, "502", 502 },
  { "lua-http's headers and stream", { header_object{ [":status"] = "200" }, stream(OK) }, true },
  { "lua-http's page", { header_object{ [":status"] = "503" }, stream "<html>" }, HTTP, "503", 503 },
  { "lua-http's stream that breaks off", { header_object{ [":status"] = "200" }, stream(nil, "Broken pipe", 32) },
    NETWORK, "Broken pipe", 200 },
  { "lua-http's failure with an errno", { nil, "Connection timed out", 110 }, NETWORK, "Connection timed out" },
  { "another library's status_code and text", { { status_code = 200, text = OK, headers = {} } }, true },
  { "another library's code beside the body", { { code = 404, reason = "Not Found" }, "<html>" }, HTTP, "404", 404 },
  { "another library's body and error", { { body = "", code = 0, err = "handshake failed" } }, NETWORK,
    "handshake failed" },
  { "nil and a status", { nil, "bad gateway", 502 }, NETWORK, "bad gateway", 502 },
  { "nil and a status as text", { nil, "bad gateway", "502" }, NETWORK, "bad gateway", 502 },
  { "nil and an errno", { nil, 110 }, NETWORK, "110" },
  { "nil and a table with an errno", { nil, { code = 110 } }, NETWORK, "110" },
  { "nil and a table with words", { nil, { code = 110, message = "timed out" } }, NETWORK, "timed out" },
  { "nil and a value that can be printed", { nil, printable "timed out" }, NETWORK, "timed out" },
  { "nil alone", {}, NETWORK, "nil without an error" },
  { "false and words", { false, "timeout" }, NETWORK, "timeout" },
  { "false alone", { false }, NETWORK, "nil without an error" },
  { "nil and long words, cut", { nil, ("x"):rep(9000) }, NETWORK, "xxx..." },
  { "a Response", { (core.parse(OK)) }, true },
  { "a Response that failed", { (core.parse(FAILED)) }, "A.B", "m" },
  { "nil and a Response that failed", { nil, (core.parse(FAILED)) }, "A.B", "m" },
  { "nil and an Error", { core.parse "" }, "ClientError.EmptyBody" },
  { "an Error", { (select(2, core.parse "")) }, "ClientError.EmptyBody" },
  { "a table that is ok", { { ok = true, TotalCount = 7 } }, true },
  { "a table with a code", { { code = "A.B", message = "m" } }, "A.B", "m" },
  { "a table with a code that is not ok", { { ok = false, code = "A.B", message = "m" } }, "A.B", "m" },
  { "nil and a table with a code", { nil, { code = "A.B" } }, "A.B" },
  { "a table that is not ok", { { ok = false, err = "timeout" } }, NETWORK, "timeout" },
  { "a table that is not ok, with an errno", { { ok = false, code = 110 } }, NETWORK, "110" },
  { "a table that is not ok, with an error", { { ok = false, error = { code = "A.B", message = "m" } } }, "A.B", "m" },
}

-- What send returns by mistake; what the error has in it.
local REFUSED = {
  { "a number", { 12 }, "send returned a number: return the answer's body or a Response" },
  { "a status without a body", { 200 }, "a number" },
  { "the 1 of luasocket's sinks", { 1, 200, {}, "HTTP/1.1 200 OK" }, "luasocket" },
  { "true, as pcall gives", { true, OK }, "a boolean" },
  { "a function", { print }, "a function" },
  { "null", { core.null }, "a userdata" },
  { "a value of a response", { core.parse('{"Response":{"A":{"ok":true,"code":"B"},"RequestId":"r"}}').A },
    "a userdata" },
  { "an empty table", { {} }, "an empty table" },
  { "a table of something else", { { data = {}, secret = "s3cr3t" } }, 'with the fields "data", "secret"' },
  { "a decoded body", { { Response = { TotalCount = 7, RequestId = "r" } } }, "a decoded body" },
  { "a list", { { OK } }, "a table with the fields a number" },
  { "a table with a numeric code", { { code = 110 } }, 'with the fields "code"' },
  { "a response whose body was not read", { { status = 200, headers = {}, read_body = function() end } },
    "body is still to be read" },
  { "a response whose body was decoded", { { status = 200, body = { Response = {} } } }, '"body", "status"' },
  { "a response with an unreadable status", { { status = "fine", body = OK } }, 'the text "fine"' },
  { "a body with an unreadable status", { OK, "fine" }, 'the text "fine"' },
  { "a body with a table for its status", { OK, {} }, "a table" },
  { "a table that is ok and more: code", { { ok = true, code = "A.B" } }, "ok and more: code" },
  { "a table that is ok and more: err", { { ok = true, err = "timeout" } }, "ok and more: err" },
  { "a table that says ok in words", { { ok = "yes" } }, "field ok is a string" },
  { "a table that is not ok and says no more", { { ok = false } }, "does not say what went wrong" },
  { "a malformed code", { { code = "A..B" } }, "code is not one" },
  { "an empty code", { { code = "" } }, "code is not one" },
  { "a pattern for a code", { { code = "A.*" } }, "code is not one" },
  { "ok for a code", { { code = "ok" } }, "code is not one" },
  { "a code that is a table", { { ok = false, code = {} } }, "code is a table" },
  { "an action that is no text", { { code = "A.B", action = 7 } }, "action is a number" },
  { "a message that is no text", { { code = "A.B", message = 7 } }, "message is a number" },
  { "nil and a Response that succeeded", { nil, (core.parse(OK)) }, "nil and a Response that succeeded" },
  { "nil and a table that is ok", { nil, { ok = true } }, "nil and a table that is ok" },
  { "nil and a malformed code", { nil, { code = "A..B" } }, "code is not one" },
  { "nil and a table without words", { nil, {} }, "nil and an empty table" },
  { "nil and a function", { nil, print }, "nil and a function" },
}

describe("send may return", function()
  for _, case in ipairs(TAKEN) do
    it(case[1], function()
      local values = case[2]
      local res, err = call(values[1], values[2], values[3], values[4])
      if case[3] == true then
        assert.is_nil(err)
        assert.same({ true, 7 }, { res.ok, res.TotalCount })
      else
        assert.is_nil(res)
        assert.equal(case[3], err.code)
        if case[4] then assert.matches(case[4], err.message, 1, true) end
        assert.is_true(#err.message < 300)
        assert.equal(case[5], err.http_status)
        assert.equal("cvm.RunInstances", err.action)
        assert.is_boolean(err:is "A.*")
      end
    end)
  end

  it("headers in each of their places", function()
    local dated = { date = "Mon, 15 Jan 2024 12:00:00 GMT" }
    local BAD = "<html>"
    local returned = {
      { FAILED, 200, dated }, { { status = 200, body = FAILED, headers = dated } },
      { { status = 200, body = FAILED, header = dated } }, { 200, FAILED, dated },
      { header_object{ [":status"] = "200", date = dated.date }, stream(FAILED) },
      { { code = 200 }, FAILED, dated }, { (core.parse(FAILED)), nil, dated },
      { nil, (core.parse(FAILED)), nil, dated },
    }
    for position, values in ipairs(returned) do
      local rules = new{ inherit = false }
      local time = 1705320000 - 4000
      rules:call(function() return values[1], values[2], values[3], values[4] end, "cvm.RunInstances", nil,
        { runtime = { sleep = error, now = os.clock, time = function() return time end, random = math.random } })
      assert.equal(4000, rules.clock_offset, position)
      rules:call(function() return BAD, 200, { date = "Tue, 16 Jan 2024 12:00:00 GMT" } end, "cvm.RunInstances")
    end
  end)
end)

describe("send may not return", function()
  for _, case in ipairs(REFUSED) do
    it(case[1], function()
      local values = case[2]
      local ok, problem = pcall(call, values[1], values[2], values[3], values[4])
      assert.is_false(ok)
      assert.matches("^send returned ", problem)
      assert.matches(case[3], problem, 1, true)
      assert.matches("return the answer's body or a Response; or nil and an error", problem, 1, true)
      assert.is_nil(problem:find("s3cr3t", 1, true))
    end)
  end
end)
