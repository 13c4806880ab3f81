-- The decision on one answer: the rules that match are asked in order until one has an opinion.

local action_name = require "tencentcloud.action_name"
local outcomes = require "tencentcloud.rules.outcome"
local safety = require "tencentcloud.decide.safety"
local subjects = require "tencentcloud.decide.subject"

---What was decided on an answer. The options of the outcome are fields too: decision.after. Not to
---be changed: a rule that always wants the same always gives the same decision.
---@class tencentcloud.Decision: tencentcloud.Outcome
---@field outcome string what to do: the name of an outcome, such as "retry"
---@field said tencentcloud.Outcome? what the rule wanted; nil for a success that no rule is about
---@field rule tencentcloud.Rule? the rule that won; nil where none had an opinion
---@field safe boolean? where it wanted to send again: is that safe?
---@field stopped_by "unsafe"|"handler_error"|nil why what the rule wanted is not done
---@field counted boolean do the statistics count it?
local Decision = { __name = "tencentcloud.Decision" }

function Decision:__index(key)
  local outcome = rawget(self, "said")
  return outcome and outcome[key]
end

function Decision:__tostring()
  return ("%s by %s"):format(self.said and tostring(self.said) or self.outcome, tostring(self.rule or "no rule"))
end

local function new(outcome, rule, stopped_by)
  local safe
  if outcome.sends then safe = stopped_by ~= "unsafe" end
  return setmetatable({
    outcome = stopped_by and outcomes.fail.type or outcome.type,
    counted = outcome.counted,
    said = outcome,
    rule = rule,
    safe = safe,
    stopped_by = stopped_by,
  }, Decision)
end

-- Where no rule has an opinion, a success is one and a failure fails.
local NO_RULE_OK = setmetatable({ outcome = outcomes.ok.type, counted = outcomes.ok.counted }, Decision)
local NO_RULE_FAIL = new(outcomes.fail)

local function without_rule(code)
  return code == nil and NO_RULE_OK or NO_RULE_FAIL
end

-- The decisions that a rule's outcome can lead to: that it is followed, or where that depends on whether
-- the request may be sent again, that it is refused. They are made once and kept in the rule.
local function prepare(rule, outcome)
  local depends = safety.depends(rule, outcome)
  local prepared = { followed = new(outcome, rule), refused = depends and new(outcome, rule, "unsafe") or nil }
  rule.decisions = rule.decisions or {}
  rule.decisions[outcome] = prepared
  return prepared
end

-- The decision of a rule that has no handler. It needs no subject: most answers are settled here.
local function settle(rule, registry, action, params, entry, kind)
  local outcome = rule.outcome or rule:outcome_for(entry)
  local decisions = rule.decisions
  local prepared = decisions and decisions[outcome] or prepare(rule, outcome)
  if prepared.refused and not safety.may_repeat(registry, action, params, entry, kind, outcome) then
    return prepared.refused
  end
  return prepared.followed
end

-- May the outcome send again?
local function allows(rule, outcome, subject)
  if not safety.depends(rule, outcome) then return true end
  return safety.may_repeat(subject.registry, subject.action, subject.params, subject.entry, subject.kind, outcome,
    subject.items ~= nil) ~= nil
end

-- What a handler wants for the subject, or nil; or nil and how it failed.
local function ask_handler(handler, subject)
  local ok, answer = pcall(handler, subject)
  if not ok then return nil, tostring(answer) end
  if answer == nil then return nil end
  if not outcomes.is(answer) then
    return nil, ("it returned a %s; return an outcome such as tc.retry, or nil"):format(type(answer))
  end
  if answer.incomplete then return nil, answer.incomplete end
  return answer
end

-- The rule's decision on the subject; nil where it has no opinion.
local function ask(rule, subject)
  local outcome, problem
  if rule.handler then
    outcome, problem = ask_handler(rule.handler, subject)
    if problem then return new(outcomes.fail("handler: " .. problem), rule, "handler_error") end
    if not outcome then return nil end
  else
    outcome = rule:outcome_for(subject.entry)
  end
  local refused = outcome.sends and not allows(rule, outcome, subject)
  return new(outcome, rule, refused and "unsafe" or nil)
end

local function candidates(set, subject)
  return set:candidates(action_name.split(subject.action), subject.code or "ok", subject.kind)
end

-- Asks the rules of a list in order, from a position on.
local function ask_in_order(list, from, subject)
  for i = from, #list do
    local decision = ask(list[i], subject)
    if decision then return decision end
  end
end

local function ask_all(set, subject)
  return ask_in_order(candidates(set, subject), 1, subject)
end

-- The decision where the first rule has a handler, so that the others may have to be asked too.
local function ask_from(set, first, subject)
  return ask(first, subject) or ask_in_order(candidates(set, subject), 2, subject)
end

local decide = {}

---The decision on a subject, for a call, which needs the subject in any case, and counts what follows itself.
---@param rules tencentcloud.Rules
---@param set tencentcloud.RuleFinder the rules in force
---@param subject tencentcloud.Subject
---@return tencentcloud.Decision
---@return tencentcloud.Subject about what was decided on: the subject, or a failed item of it
function decide.on_subject(rules, set, subject)
  local decision, about
  if subject.ok and rules.items then decision, about = rules.items:decide(subject, ask_all) end
  if not decision then
    local action, code, entry, kind = subject.action, subject.code, subject.entry, subject.kind
    local rule = set:first(action_name.split(action), code or "ok", kind)
    if rule and rule.handler then
      decision = ask_from(set, rule, subject)
    elseif rule then
      decision = settle(rule, subject.registry, action, subject.context.params, entry, kind)
    end
    decision, about = decision or without_rule(code), subject
  end
  return decision, about
end

---The decision on an answer outside a call: the same, but a subject is made only where a handler is asked.
---@param rules tencentcloud.Rules
---@param answer tencentcloud.Answer
---@param context table what is known of the call
---@return tencentcloud.Decision
function decide.on_answer(rules, answer, context)
  local code, registry = answer.code, rules.registry -- a success has no code
  if code == nil and rules.items then
    local decision, about = decide.on_subject(rules, rules.set, subjects.of(registry, answer, context))
    rules.collector:add(about.action, about.code, decision.rule, decision.outcome, decision.counted)
    return decision
  end
  local action = answer.action or context.action
  local entry = code and registry:lookup(code, action)
  local kind = entry and entry.kind
  local rule = rules.set:first(action_name.split(action), code or "ok", kind)
  local decision
  if rule and rule.handler then
    decision = ask_from(rules.set, rule, subjects.new{ answer = answer, code = code, entry = entry, kind = kind,
      action = action, context = context, registry = registry })
  elseif rule then
    decision = settle(rule, registry, action, context.params, entry, kind)
  end
  decision = decision or without_rule(code)
  rules.collector:add(action, code, decision.rule, decision.outcome, decision.counted)
  return decision
end

return decide
