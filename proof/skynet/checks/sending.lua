-- A real `send` over httpc, against the mock of the API.

local api = require "api"
local check = require "check"
local httpc = require "http.httpc"
local skynet = require "skynet"
local tc = require "tencentcloud"

local API = os.getenv "API"

if not API then return check.skipped("httpc", os.getenv "NO_API" or "no mock of the API") end

local send = api.new(API)

local function fault(words)
  local status = httpc.request("POST", API, "/mock/faults?" .. words, {}, {}, "")
  check.equal(200, status)
end

check.that("httpc sends, and its answer is read", function()
  local rules = tc.rules()
  local res = assert(rules:call(send, "cvm.DescribeInstances", { Limit = 2 }))
  check.equal(45, res.TotalCount)
  check.equal(2, #res.InstanceSet)
  check.equal("web-1", res.InstanceSet[1].InstanceName)
end)

check.that("pages are read over httpc", function()
  local count = 0
  for _ in tc.pages(send, "cvm.DescribeInstances", { Limit = 20 }) do count = count + 1 end
  check.equal(45, count)
end)

check.that("what is throttled or cut off is asked for again", function()
  for words, code in pairs{ ["throttle=100&times=2"] = "RequestLimitExceeded",
    ["cut_off=100&times=2"] = "ClientError.NetworkError", ["fail=100&code=503&times=2"] =
    "ClientError.HttpStatusCodeError" } do
    fault(words)
    local codes = {}
    local rules = tc.rules{ attempts = 5, backoff = { base = 0.01, throttle_base = 0.01, busy_base = 0.01 },
      on_attempt = function(attempt) table.insert(codes, attempt.code or "ok") end }
    local res = assert(rules:call(send, "cvm.DescribeInstances"))
    check.equal(true, res.ok)
    check.equal(("%s %s ok"):format(code, code), table.concat(codes, " "))
  end
end)

check.that("an answer that takes too long is a network error, in time", function()
  fault "delay=2"
  local began = skynet.now()
  local _, err = tc.rules{ attempts = 1, attempt_timeout = 0.2 }:call(send, "cvm.DescribeInstances")
  check.equal("ClientError.NetworkError", err.code)
  if skynet.now() - began > 150 then error(("it took %d ticks"):format(skynet.now() - began)) end
  fault "throttle=0"
  return err.message
end)

check.that("where nobody listens, the error says so", function()
  local _, err = tc.rules{ attempts = 1 }:call(api.new "127.0.0.1:1", "cvm.DescribeInstances")
  check.equal("ClientError.NetworkError", err.code)
  check.matches("Connection refused", err.message)
end)

for number = 1, 2 do
  check.that(("service %d of docs/skynet.md does what it is asked for"):format(number), function()
    local service = skynet.newservice("page" .. number)
    local first, second = skynet.call(service, "lua", "cvm.DescribeInstances", { Limit = 2 })
    if number == 1 then
      check.equal(true, first)
      check.equal("ins-00000002", second.InstanceSet[2].InstanceId)
      fault "fail=100&code=UnauthorizedOperation&times=1"
      first, second = skynet.call(service, "lua", "cvm.DescribeInstances", {})
      check.equal(false, first)
      check.equal("UnauthorizedOperation", second.code)
      fault "throttle=0"
    else
      check.matches('"InstanceId":"ins%-00000002"', first)
    end
  end)
end
