-- The decision on one answer: the rules that match are asked in order until one has an opinion.

local failure = require "tencentcloud.rules.failure"
local names = require "tencentcloud.rules.names"
local outcome = require "tencentcloud.rules.outcome"
local overlay = require "tencentcloud.rules.overlay"
local safety = require "tencentcloud.rules.safety"

---What was decided on one answer. The options of the outcome are fields too: decision.after.
---@class tencentcloud.Decision: tencentcloud.Outcome
---@field outcome string what to do: "retry", "refresh", "wait", "amend", "ok", "ignore", "fail", "forbid"
---@field said tencentcloud.Outcome? what the rule said; nil for a success that no rule is about
---@field rule tencentcloud.Rule? the rule that won; nil where none had an opinion
---@field safe boolean whether the request may be sent again
---@field stopped_by "unsafe"|"handler_error"|nil why the rule's word was not followed
---@field failure tencentcloud.Failure what it was decided on
local Decision = {}

local methods = {}

function Decision:__index(key)
  if key == "safe" then return self.failure.safe or self.unsafe end
  local method = methods[key]
  if method then return method end
  local said = rawget(self, "said")
  return said and said[key]
end

function Decision:__tostring()
  return ("%s by %s"):format(self.said and tostring(self.said) or self.outcome, tostring(self.rule or "no rule"))
end

local function decide(said, rule, subject)
  local decision = { outcome = said and said.type or "ok", said = said, rule = rule, failure = subject }
  if rule then rule.hits = rule.hits + 1 end
  if said and safety.SENDS[said.type] then
    decision.safe = said.unsafe or rule and rule.unsafe or safety.allows(subject, said)
    if not decision.safe then decision.outcome, decision.stopped_by = "fail", "unsafe" end
  end
  return setmetatable(decision, Decision)
end

local function handler_failed(rule, subject, message)
  rule.hits = rule.hits + 1
  local said = outcome.names.fail("handler: " .. message)
  return setmetatable({ outcome = "fail", said = said, rule = rule, failure = subject, stopped_by = "handler_error" },
    Decision)
end

-- What the rule says of the subject: a decision, or nil where it has no opinion.
local function ask(rule, subject)
  if rule.outcome then return decide(rule.outcome, rule, subject) end
  local ok, said = pcall(rule.handler, subject)
  if not ok then return handler_failed(rule, subject, tostring(said)) end
  if said == nil then return nil end
  if not outcome.is(said) then
    local problem = "it returned a %s; return an outcome such as tc.retry, or nil"
    return handler_failed(rule, subject, problem:format(type(said)))
  end
  if said.incomplete then return handler_failed(rule, subject, said.incomplete) end
  return decide(said, rule, subject)
end

-- Asks the rules of `set` that match, in order.
local function ask_all(set, parts, code, kind, subject)
  local book, rules = set.book, set.rules
  local first = rules[book:first(parts.service, parts.version, parts.name, code, kind)]
  local decision = first and ask(first, subject)
  if decision or not first then return decision end
  local ids = book:candidates(parts.service, parts.version, parts.name, code, kind)
  for i = 2, #ids do
    decision = ask(rules[ids[i]], subject)
    if decision then return decision end
  end
end

-- The same with the rules of one call on top.
local function ask_merged(set, own, parts, code, kind, subject)
  for _, rule in ipairs(overlay.candidates(set, own, parts, code, kind)) do
    local decision = ask(rule, subject)
    if decision then return decision end
  end
end

local judge = {}

---The decision on an answer. Where no rule has an opinion, a success stands and a failure fails.
---@param rules tencentcloud.Rules
---@param set {book: tencentcloud.Rulebook, rules: table} the rules, or a snapshot of them
---@param answer tencentcloud.Answer
---@param context table what the call knows
---@return tencentcloud.Decision
function judge.decide(rules, set, answer, context)
  local ok, code = answer.ok, answer.code
  local action = answer.action or context.action
  local kind = code and rules.registry:lookup(code, action).kind
  local subject = failure.new(answer, code, kind, action, context, rules.registry)
  local parts = names.split(action)
  local decision
  if ok and rules.items then decision = rules.items:judge(subject, parts, ask_all) end
  if not decision then
    local own = context.own_rules
    if own then
      decision = ask_merged(set, own, parts, code or "ok", kind, subject)
    else
      decision = ask_all(set, parts, code or "ok", kind, subject)
    end
  end
  return decision or decide(not ok and outcome.names.fail or nil, nil, subject)
end

return judge
