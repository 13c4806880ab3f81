-- tc.wait_until: asks again and again until an answer is the one that is wanted.

local arguments = require "tencentcloud.arguments"
local call_options = require "tencentcloud.call.options"
local merge = require "tencentcloud.merge"
local outcomes = require "tencentcloud.rules.outcome"
local rules_module = require "tencentcloud.rules"

local wait_until = {}

local DEFAULT_DEADLINE = 300 -- seconds

-- All that a call takes, and what a waiter adds. `rules` is the rule set here, and `on` the call's own rules.
local OPTIONS = merge(call_options, {
  every = arguments.number(0.001),
  backoff = arguments.seconds("base", "cap"),
  first = arguments.number(0),
  rules = arguments.methods("call"),
  on = arguments.type("table"),
})

local ON_ARGUMENT = { position = 5, name = "wait_until", label = "on" }

local getinfo = debug and debug.getinfo -- a host may leave the library out

-- Where a function was written; a callable table has no such place.
local function place_of(condition)
  if type(condition) ~= "function" or not getinfo then return nil end
  local info = getinfo(condition, "S")
  return info.what ~= "C" and ("%s:%d"):format(info.short_src, info.linedefined) or nil
end

-- The rule on successes: until the condition holds, wait. A condition that sees that it never will
-- returns an outcome, such as tc.fail "the instance is broken".
local function condition_rule(condition, wait)
  local place = place_of(condition) or arguments.place()
  return function(success)
    local ok, holds = pcall(condition, success.response, success)
    if not ok then error(("the condition at %s raised: %s"):format(place, tostring(holds)), 0) end
    if holds == outcomes.wait then return wait end
    if outcomes.is(holds) then return holds end
    return not holds and wait or nil
  end
end

-- A rule that says no more than tc.wait waits as the waiter does.
local function with_pauses(what, wait)
  if what == outcomes.wait then return wait end
  if outcomes.is(what) or arguments.callable(what) then return what end
  return function(failure)
    local wanted = what(failure)
    if wanted == outcomes.wait then return wait end
    return wanted
  end
end

local function rules_for_call(on, condition, wait)
  local own = {}
  for code, what in pairs(on) do own[code] = with_pauses(what, wait) end
  own.ok = condition_rule(condition, wait)
  return own
end

-- What the call itself takes of the options.
local function options_of_call(options, own)
  local taken = {}
  for name in pairs(call_options) do taken[name] = options[name] end
  taken.rules, taken.deadline = own, nil
  return taken
end

---Sends the request until the condition holds for its answer. Failures are handled by the rules, and
---by `on`, rules for this call alone: { ["ResourceNotFound.*"] = tc.ok() } waits until a resource is
---gone, { ["ResourceNotFound.*"] = tc.wait } until it is there.
---
---every: seconds between two requests, 2 by default; or backoff: seconds that grow from `base` (2) to `cap` (20), with
---jitter. first: seconds before the first request, none by default. deadline: seconds in all, 300 by default: they
---count from the start and bound everything, retries too. rules: a set of new built-in ones by default. The other
---options are those of rules:call; attempts hold for each request.
---@param send fun(params: table, context: tencentcloud.SendContext): any, any, any, any
---@param action string a reading one, such as "cvm.DescribeInstances"
---@param params table?
---@param condition fun(response: tencentcloud.Response, success: tencentcloud.Subject): any
---@param options table? every, backoff, first, deadline, rules, on, and those of a call
---@return any response the one that the condition held for; nil on failure
---@return tencentcloud.CallError? err stopped_by is "deadline" where the condition did not hold in time
function wait_until.wait_until(send, action, params, condition, options)
  arguments.request(send, action, params, "wait_until")
  local wanted = arguments.callable(condition)
  arguments.that(not wanted, 4, "wait_until", "condition: a function expected, got %s", type(condition))
  options = arguments.options(options, OPTIONS, 5, "wait_until")
  arguments.that(not (options.every and options.backoff), 5, "wait_until", "every or backoff expected, got both")
  local on, deadline = options.on or {}, options.deadline or DEFAULT_DEADLINE
  arguments.that(on.ok == nil, 5, "wait_until", "on: the condition decides on ok; leave the rule on it out")
  local wait = outcomes.wait{ every = options.every, backoff = options.backoff }
  local rules = options.rules or rules_module.new()
  return rules:call(send, action, params, options_of_call(options, rules_for_call(on, condition, wait)),
    { limit = deadline, first = options.first, argument = ON_ARGUMENT })
end

return wait_until
