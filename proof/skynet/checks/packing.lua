-- What a service can send to another of an answer, and what arrives.

local check = require "check"
local skynet = require "skynet"
local tc = require "tencentcloud"

local BODY = '{"Response":{"Set":[{"Id":"ins-1","Zone":null,"Tags":[]}],"Big":92233720368547758079,"RequestId":"b5"}}'

local function packed(...) return skynet.unpack(skynet.pack(...)) end

local res = tc.parse(BODY, "cvm.DescribeInstances")
local failed = tc.parse(check.THROTTLED, "cvm.DescribeInstances")
local _, err = tc.rules{ attempts = 1 }:call(check.throttled(5), "cvm.DescribeInstances")

for name, value in pairs{ ["a Response"] = res, ["a part of one"] = res.Set, ["an Error"] = failed.error } do
  check.that(name .. " is refused by skynet.pack, with words", function()
    local ok, problem = pcall(skynet.pack, value)
    check.equal(false, ok)
    check.matches("Unsupport type userdata", problem)
  end)
end

check.that("totable, json and the fields of an error arrive", function()
  local copy = packed(res:totable())
  check.equal("ins-1", copy.Set[1].Id)
  check.equal("92233720368547758079", copy.Big)
  check.equal(0, #copy.Set[1].Tags)
  check.equal(res:json "Set", packed(res:json "Set"))
  local fields = packed{ code = err.code, kind = err.kind, stopped_by = err.stopped_by, message = err.message,
    request_id = err.request_id, retry_after = err.retry_after, text = tostring(err) }
  check.equal("RequestLimitExceeded", fields.code)
  check.equal("attempts", fields.stopped_by)
  check.equal(tostring(err), fields.text)
end)

check.that("null arrives as the null of every service", function()
  check.equal(tc.null, packed(res:totable()).Set[1].Zone)
  check.equal(tc.null, packed(tc.null))
  return "a light userdata"
end)

check.that("a success that a rule gave arrives with its fields", function()
  local rules = tc.rules()
  rules:on("*", "#throttle", tc.ok{ Set = { { Id = "ins-1" } } })
  local given = rules:call(check.throttled(1), "cvm.DescribeInstances")
  check.equal(true, given.ok)
  check.equal("ins-1", packed(given).Set[1].Id)
end)

check.that("a body is sent as it came, and read again", function()
  check.equal("ins-1", tc.parse(packed(BODY), "cvm.DescribeInstances").Set[1].Id)
end)

check.that("statistics arrive", function()
  local rules = tc.rules{ attempts = 1 }
  rules:call(check.throttled(5), "cvm.DescribeInstances")
  local stats = packed(rules:stats().actions)
  check.equal(1, stats["cvm.DescribeInstances"].RequestLimitExceeded.fail)
end)

check.that("the error of a call is refused as a whole, with words", function()
  local ok, problem = pcall(skynet.pack, err)
  check.equal(false, ok)
  return problem
end)
