-- tc.wait_until: asks again and again until an answer is the one that is wanted.

local arguments = require "tencentcloud.arguments"
local merge = require "tencentcloud.merge"
local outcomes = require "tencentcloud.rules.outcome"
local rules_module = require "tencentcloud.rules"

local wait_until = {}

local OPTIONS = {
  every = arguments.number(0.001),
  deadline = arguments.number(0),
  rules = arguments.methods("call"),
  on = arguments.type("table"),
  region = arguments.type("string"),
  cancel = arguments.callable,
  runtime = arguments.runtime,
}

-- The rule on successes: until the condition holds, wait. A condition that sees that it never will
-- returns an outcome, such as tc.fail "the instance is broken".
local function condition_rule(condition, wait)
  return function(success)
    local holds = condition(success.response, success)
    if outcomes.is(holds) then return holds end
    return not holds and wait or nil
  end
end

---Sends the request until the condition holds for its answer. Failures are handled by the rules, and
---by `on`, rules for this call alone: { ["ResourceNotFound.*"] = tc.ok() } waits until a resource is
---gone.
---
---every: seconds between two requests, 2 by default. deadline: seconds in all, 300 by default. rules: a set
---of new built-in ones by default.
---@param send fun(params: table, context: tencentcloud.SendContext): any, any, any, any
---@param action string a reading one, such as "cvm.DescribeInstances"
---@param params table?
---@param condition fun(response: tencentcloud.Response, success: tencentcloud.Subject): any
---@param options {every: number?, deadline: number?, rules: tencentcloud.Rules?, on: table?, region: string?,
---  cancel: function?, runtime: tencentcloud.Runtime?}?
---@return any response the one that the condition held for; nil on failure
---@return tencentcloud.CallError? err stopped_by is "deadline" where the condition did not hold in time
function wait_until.wait_until(send, action, params, condition, options)
  arguments.request(send, action, params, "wait_until")
  local wanted = arguments.callable(condition)
  arguments.that(not wanted, 4, "wait_until", "condition: a function expected, got %s", type(condition))
  options = arguments.options(options, OPTIONS, 5, "wait_until")
  local own = merge(options.on or {})
  arguments.that(own.ok == nil, 5, "wait_until", "on: the condition decides on ok; leave the rule on it out")
  own.ok = condition_rule(condition, outcomes.wait{ every = options.every, deadline = options.deadline })
  local rules = options.rules or rules_module.new()
  return rules:call(send, action, params, {
    rules = own,
    region = options.region,
    cancel = options.cancel,
    runtime = options.runtime,
  })
end

return wait_until
