-- tc.rules: a program states once what to do for each action and code; the rules pick the right one
-- for every answer, drive the call, and say why. docs/rules.md is the guide.

local arguments = require "tencentcloud.arguments"
local builtin = require "tencentcloud.rules.builtin"
local call = require "tencentcloud.call"
local core = require "tencentcloud.core"
local decide = require "tencentcloud.decide"
local guards = require "tencentcloud.call.guards"
local items = require "tencentcloud.decide.items"
local outcomes = require "tencentcloud.rules.outcome"
local process = require "tencentcloud.budget.process"
local rule = require "tencentcloud.rules.rule"
local rule_set = require "tencentcloud.rules.rule_set"
local stats = require "tencentcloud.decide.stats"

---What pays for retries: tencentcloud.budget.process, shared_dict and redis make one.
---@class tencentcloud.Budget
---@field draw fun(self: table, key: string, cost: integer, now: number, runtime: tencentcloud.Runtime): boolean,
---  integer, string? takes tokens: granted, what is left, and why a local budget served
---@field refund fun(self: table, key: string, amount: integer)

---@class tencentcloud.RuleSettings
---@field attempts integer? requests that a call may make at most; 3
---@field deadline number? seconds that a call may take; none
---@field backoff {base: number?, throttle_base: number?, busy_base: number?, cap: number?}? seconds; 0.05, 1, 2 and 20
---@field inherit boolean? false leaves the built-in rules out
---@field account string? part of the budget's key, where a program serves several accounts
---@field region string? part of the budget's key; a call may name another
---@field client_token (fun(): string)? makes a ClientToken for actions that take one and were given none
---@field attempt_timeout number? seconds that one request may take: context.timeout; none
---@field on_attempt fun(attempt: tencentcloud.Attempt)? hears of every request and what followed
---@field on_end fun(ended: tencentcloud.CallEnd)? hears of the end of every call
---@field budget tencentcloud.Budget? one of this process by default
---@field runtime tencentcloud.Runtime? detected by default
---@field registry tencentcloud.Registry? the module's by default

---@class tencentcloud.Rules
---@field settings tencentcloud.RuleSettings
---@field registry tencentcloud.Registry
---@field clock_offset number seconds to add to this machine's clock, learnt from answers
---@field explain fun(self: tencentcloud.Rules, action: string, code: string|integer,
---  options: {items: string?}?): tencentcloud.Explanation
---@field lint fun(self: tencentcloud.Rules): tencentcloud.Finding[]
---@field coverage fun(self: tencentcloud.Rules, scopes: string|string[]?): tencentcloud.Coverage
---@field replay fun(self: tencentcloud.Rules, records: tencentcloud.Recording[], options: table?): tencentcloud.Replay
local Rules = { __name = "tencentcloud.Rules" }
Rules.__index = Rules

local SETTINGS = {
  attempts = arguments.whole(1),
  deadline = arguments.number(0),
  backoff = arguments.seconds("base", "throttle_base", "busy_base", "cap"),
  inherit = arguments.type("boolean"),
  account = arguments.type("string"),
  region = arguments.type("string"),
  client_token = arguments.callable,
  attempt_timeout = arguments.number(0.001),
  on_attempt = arguments.callable,
  on_end = arguments.callable,
  budget = arguments.methods("draw", "refund"),
  runtime = arguments.runtime,
  registry = arguments.methods("lookup", "action"),
}

local ON = {
  unsafe = arguments.type("boolean"),
  items = items.check_path,
  success = items.check_success,
}

-- Raises why the set did not take a rule.
local function refuse(fields, problem, earlier)
  arguments.that(not earlier, 2, "on", "code: %s %s has a rule already, written at %s; remove one of the two",
    fields.scope, fields.code, earlier and earlier.place)
  arguments.fail(problem:find("^scope") and 1 or 2, "on", problem)
end

---Adds a rule.
---@param scope string "cvm.RunInstances", "cvm.Describe*", "cvm.*", "*", or with a version "cvm@2017-03-12.*"
---@param code string|integer "A.B", "A", "A.*", "#throttle", "*", or "ok" for successes; of items also an integer
---@param outcome tencentcloud.Outcome|fun(failure: tencentcloud.Subject): tencentcloud.Outcome?
---@param options {unsafe: boolean?, items: string?, success: any[]?}? items: where the codes of a batch's items are:
---  "SendStatusSet[].Code"; success: what items that succeeded have, { 0, "Ok" }; the usual by default
---@return tencentcloud.Rule rule to give to `off`
function Rules:on(scope, code, outcome, options)
  arguments.that(type(scope) == "string", 1, "on", "scope: a string expected, got %s", type(scope))
  local of_items = type(options) == "table" and options.items ~= nil
  if of_items and type(code) == "number" then code = items.text_of(code) end
  arguments.that(type(code) == "string", 2, "on", "code: a string expected, got %s", type(code))
  local always, handler, wrong = rule.read(outcome)
  if wrong then arguments.fail(3, "on", wrong) end
  options = arguments.options(options, ON, 4, "on")
  arguments.that(of_items or options.success == nil, 4, "on",
    "success: it is about items; say where they are by `items`")
  local fields = {
    scope = scope, code = code, layer = "user", place = arguments.place(), unsafe = options.unsafe,
    outcome = always, handler = handler,
  }
  local added, problem, earlier
  if of_items then
    arguments.that(code ~= "ok", 2, "on", "code: a rule on items is about codes of failed items, not ok")
    self.items = self.items or items.new(self.registry)
    added, problem, earlier = self.items:add(options.items, options.success, fields)
  else
    added, problem, earlier = self.set:add(fields)
  end
  if not added then refuse(fields, problem, earlier) end
  return added
end

---Adds a guard, which has a say before each request is sent, of calls under way too. It returns nil (go on),
---tc.forbid(reason) (the call ends), tc.wait{ every, deadline } (it is asked again after so many seconds), or a table
---with the function `done`, which is called exactly once: with the attempt after the answer was decided on; without
---one where the request was not sent after all, or where send raised. It must not wait itself. All guards of all
---scopes that match are asked, in the order written.
---@param scope string as for `on`
---@param guard fun(request: tencentcloud.GuardRequest): tencentcloud.Outcome|{done: function}|nil
---@return tencentcloud.ScopedGuard added to give to `off`
function Rules:before(scope, guard)
  arguments.that(type(scope) == "string", 1, "before", "scope: a string expected, got %s", type(scope))
  arguments.that(not arguments.callable(guard), 2, "before", "guard: a function expected, got %s", type(guard))
  -- Outcomes can be called, but not as a guard.
  arguments.that(not outcomes.is(guard), 2, "before", "guard: a function that returns the outcome expected, got %s",
    tostring(guard))
  local set = self.guards or guards.new()
  local added, problem = set:add(scope, guard, arguments.place())
  if not added then arguments.fail(1, "before", problem) end
  self.guards = set
  return added
end

---Removes a rule or a guard. Calls under way keep rules; guards end at once.
---@param removed tencentcloud.Rule|tencentcloud.ScopedGuard what `on` or `before` returned
---@return boolean removed false where it was not there any more
function Rules:off(removed)
  if guards.is(removed) then return self.guards ~= nil and self.guards:remove(removed) end
  arguments.that(type(removed) == "table" and removed.id ~= nil, 1, "off", "what 'on' or 'before' returned expected")
  if removed.items then return self.items ~= nil and self.items:remove(removed) end
  return self.set:remove(removed)
end

---The rules of the program's own, in the order that they were written.
---@return tencentcloud.Rule[]
function Rules:list()
  local list = {}
  for _, one in ipairs(self.set:list()) do
    if one.layer == "user" then table.insert(list, one) end
  end
  for _, one in ipairs(self.items and self.items:list() or {}) do table.insert(list, one) end
  return list
end

function Rules:__tostring()
  local count = #self:list()
  return ("tencentcloud.Rules: %d rule%s"):format(count, count == 1 and "" or "s")
end

local NO_CONTEXT = {}

-- What scripts see as the metatables of a Response and of an Error.
local ANSWERS = { [getmetatable(core.parse '{"Response":{}}')] = true, [getmetatable(core.error{ code = "A" })] = true }

local function check_answer(answer, position)
  local given = type(answer)
  if given == "table" then
    local problem = arguments.answer(answer)
    if problem then arguments.fail(position, "decide", problem) end
    return
  end
  local class = getmetatable(answer)
  if given == "userdata" and type(class) == "string" then given = class end -- such as tencentcloud.Array
  arguments.fail(position, "decide", ("a Response or an Error expected, got %s%s"):format(given,
    given == "string" and "; tc.parse makes one of a body, tc.error of what went wrong" or ""))
end

---What to do about an answer, for a program that keeps its own loop. Takes what tc.parse returned:
---rules:decide(res), rules:decide(nil, err), rules:decide(tc.parse(body, action)).
---@param answer tencentcloud.Answer?
---@param context table? what is known of the call: params, attempt, region, state
---@param after_error table? the same, where the first argument was nil
---@return tencentcloud.Decision
function Rules:decide(answer, context, after_error)
  local position = 1
  if answer == nil then answer, context, position = context, after_error, 2 end
  -- Not by arguments.that, which would take a tenth of the time that a decision does.
  if not ANSWERS[getmetatable(answer)] then check_answer(answer, position) end
  if context == nil then
    context = NO_CONTEXT
  elseif type(context) ~= "table" then
    arguments.fail(position + 1, "decide", "a table of what is known of the call expected, got " .. type(context))
  elseif context.action ~= nil and type(context.action) ~= "string" then
    arguments.fail(position + 1, "decide", "action: a string expected, got " .. type(context.action))
  end
  return decide.on_answer(self, answer, context)
end

---Sends a request and follows the rules until it has succeeded or failed for good.
---
---`send(params, context)` returns the answer's body, HTTP status and headers (the last two where
---there are any), or a Response; or nil and what went wrong.
---@param send fun(params: table, context: tencentcloud.SendContext): any, any, any, any
---@param action string "cvm.DescribeInstances"
---@param params table?
---@param options table? attempts, deadline, attempt_timeout, rules, region, account, cancel, state, runtime, budget
---@return any response or the value of an `ok` rule; nil on failure
---@return tencentcloud.CallError? err
function Rules:call(send, action, params, options, ...)
  return call.run(self, send, action, params, options, ...)
end

---What was seen and decided so far.
---@return tencentcloud.Stats
function Rules:stats()
  return self.collector:report(self)
end

-- Questions about the rules themselves, which most programs ask in tests only: loaded when needed.
for _, name in ipairs{ "explain", "lint", "coverage", "replay" } do
  Rules[name] = function(self, ...)
    return require("tencentcloud.study." .. name)(self, ...)
  end
end

---Tells a hook. An error in it must not become the call's.
---@param hook fun(what: any)
---@param what any
function Rules:tell(hook, what)
  local ok, problem = pcall(hook, what)
  if not ok then self.collector:hook_raised(problem) end
end

local rules = {}

---@param settings tencentcloud.RuleSettings?
---@return tencentcloud.Rules
function rules.new(settings)
  settings = arguments.options(settings, SETTINGS, 1, "rules")
  settings.attempts = settings.attempts or 3
  settings.budget = settings.budget or process.new()
  local registry = settings.registry or core.registry
  local self = setmetatable({
    settings = settings,
    registry = registry,
    set = rule_set.new(registry),
    items = nil, -- made by the first rule on items
    guards = nil, -- made by the first guard
    collector = stats.new(),
    clock_offset = 0,
  }, Rules)
  if settings.inherit ~= false then
    for _, one in ipairs(builtin) do
      self.set:add{ scope = "*", code = one.code, layer = "built-in", place = "built in", why = one.why,
        outcome = one.outcome, by_retryable = one.by_retryable, handler = one.handler }
    end
  end
  return self
end

return rules
