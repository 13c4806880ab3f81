-- The decision on one answer: the rules that match are asked in order until one has an opinion.

local action_name = require "tencentcloud.action_name"
local batch = require "tencentcloud.decide.batch"
local core = require "tencentcloud.core"
local decisions = require "tencentcloud.decide.decision"
local outcomes = require "tencentcloud.rules.outcome"
local parameters = require "tencentcloud.params"
local safety = require "tencentcloud.decide.safety"
local subjects = require "tencentcloud.decide.subject"

local new, without_rule = decisions.new, decisions.without_rule

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
  local made = rule.decisions
  local prepared = made and made[outcome] or prepare(rule, outcome)
  if prepared.refused and not safety.may_repeat(registry, action, params, entry, kind, outcome) then
    return prepared.refused
  end
  return prepared.followed
end

-- May the outcome send again? Of a batch, it must be safe for every code that the rule is asked about; and a change
-- that leaves the request's lists alone asks for all of it again, with all that was carried out.
local function allows(rule, outcome, subject)
  if not safety.depends(rule, outcome) then return true end
  local given, in_part, sent = subject.context.params, subject.items ~= nil, outcome
  if in_part and safety.changes(outcome) and not parameters.replaces_list(given or {}, outcome.params) then
    sent = nil
  end
  for _, sort in ipairs(subject.sorts or { subject }) do
    if not safety.may_repeat(subject.registry, subject.action, given, sort.entry, sort.kind, sent, in_part) then
      return false
    end
  end
  return true
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

-- The decision where the first rule has a handler, so that the others may have to be asked too.
local function ask_from(set, first, subject)
  return ask(first, subject) or ask_in_order(candidates(set, subject), 2, subject)
end

local decide = {}

-- The decision on an answer as a whole.
local function on_whole(set, subject)
  local action, code, entry, kind = subject.action, subject.code, subject.entry, subject.kind
  local rule, decision = set:first(action_name.split(action), code or "ok", kind), nil
  if rule and rule.handler then
    decision = ask_from(set, rule, subject)
  elseif rule then
    decision = settle(rule, subject.registry, action, subject.context.params, entry, kind)
  end
  return decision or without_rule(code)
end

-- The decision on a success whose items rules have a say about.
local function on_items(rules, set, subject, groups)
  local decision, about, unread = batch.decide(groups, subject, ask)
  if unread then rules.collector:not_read(subject.action, unread) end
  if decision then return decision, about end
  decision = on_whole(set, subject)
  return unread and decisions.marked(decision, unread) or decision, subject
end

---The decision on a subject, for a call, which needs the subject in any case, and counts what follows itself.
---@param rules tencentcloud.Rules
---@param set tencentcloud.RuleFinder the rules in force
---@param subject tencentcloud.Subject
---@param item_rules tencentcloud.ItemFinder? those on items
---@return tencentcloud.Decision
---@return tencentcloud.Subject about what was decided on: the subject, or failed items of it
function decide.on_subject(rules, set, subject, item_rules)
  local groups = item_rules and subject.ok and item_rules:of(subject.action)
  if groups then return on_items(rules, set, subject, groups) end
  return on_whole(set, subject), subject
end

---Counts a decision. Of a batch, each rule that had an opinion counts, and the code of its first item.
---@param collector tencentcloud.StatsCollector
---@param about tencentcloud.Subject
---@param decision tencentcloud.Decision
---@param followed boolean was it carried out?
function decide.count(collector, about, decision, followed)
  local what, parts = followed and decision.outcome or outcomes.fail.type, decision.parts
  if not parts then return collector:add(about.action, about.code, decision.rule, what, decision.counted) end
  local goes_on = followed and not decision.stopped_by and decision.said.move ~= "stop"
  for _, part in ipairs(parts) do
    local is_winner = part.rule == decision.rule
    collector:add(about.action, part.code, part.rule, goes_on and not is_winner and part.outcome or what, part.counted)
  end
end

---The decision on an answer outside a call: the same, but a subject is made only where a handler is asked.
---@param rules tencentcloud.Rules
---@param answer tencentcloud.Answer
---@param context table what is known of the call
---@return tencentcloud.Decision
function decide.on_answer(rules, answer, context)
  local code, registry = answer.code, rules.registry -- a success has no code
  local action = answer.action or context.action
  local groups = code == nil and rules.items and rules.items:of(action)
  if groups then
    local decision, about = on_items(rules, rules.set, subjects.of(registry, answer, context), groups)
    decide.count(rules.collector, about, decision, true)
    return decision
  end
  local entry = code and (registry:lookup(code, action) or core.entry(code))
  local kind = entry and entry.kind
  if kind == "client" then entry = subjects.entry_of_client(answer, code, entry) end
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
