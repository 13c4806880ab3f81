-- What host.c does with running out of memory: rules, from their making to a decision and a call.

local scenario = require "proof.starve.scenario"
local tc = require "tencentcloud"
local virtual = require "tencentcloud.runtime.virtual"
assert(tc.rules and tc.ok and tc.fail and tc.forbid and tc.retry and require "tencentcloud.call")

local is, raises, step = scenario.is, scenario.raises, scenario.step

local SUCCESS = [[{"Response":{"TotalCount":0,"InstanceSet":[],"RequestId":"b5b41468-520d-4192-b42f-595cc34b6c1c"}}]]
local NOT_FOUND = [[{"Response":{"Error":{"Code":"ResourceNotFound.InstanceNotFound","Message":"gone"},
"RequestId":"ed93f3cb-f35e-473f-b9f3-0d451b8b79c6"}}]]
local BUSY = [[{"Response":{"Error":{"Code":"RequestLimitExceeded","Message":"slow down"},"RequestId":"r"}}]]

step("write rules and decide", function()
  local set = tc.rules { attempts = 3, deadline = 20 }
  set:on("cvm.DescribeInstances", "ResourceNotFound.*", tc.ok { InstanceSet = {} })
  set:on("cvm.Describe*", "#quota", tc.forbid)
  local rule = set:on("*", "#throttle", tc.retry { kind = "throttle" })
  is("ok", set:decide(tc.parse(NOT_FOUND, "cvm.DescribeInstances")).outcome)
  is("ok", set:decide(tc.parse(SUCCESS, "cvm.DescribeInstances")).outcome)
  is("retry", set:decide(tc.parse(BUSY, "cvm.DescribeInstances")).outcome)
  is("string", type(set:decide(tc.parse("<html>", "cvm.DescribeInstances")).outcome))
  is(true, set:off(rule))
  raises("has a rule already", set.on, set, "cvm.DescribeInstances", "ResourceNotFound.*", tc.fail)
end)

-- A handler that raises is a decision to fail: the end of memory in it is told from its own word.
step("ask a handler", function()
  local set = tc.rules()
  set:on("*", "*", function(failure)
    if failure.code == "RequestLimitExceeded" then return nil end
    return tc.ok(failure.category .. " " .. failure.kind)
  end)
  local decision = set:decide(tc.parse(NOT_FOUND, "cvm.DescribeInstances"))
  if decision.stopped_by == "handler_error" then error("not enough memory", 0) end
  is("ok", decision.outcome)
end)

step("call", function()
  local set = tc.rules { runtime = virtual.new() }
  local answers = { BUSY, BUSY, SUCCESS }
  local function send(_, context) return answers[context.attempt], 200 end
  local res, err = set:call(send, "cvm.DescribeInstances", {})
  if not res and tostring(err):find "not enough memory" then error("not enough memory", 0) end
  assert(res, err)
  is(0, res.TotalCount)
end)

return scenario.steps
