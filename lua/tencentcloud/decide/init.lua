-- The decision on one answer: the rules that match are asked in order until one has an opinion.

local failure = require "tencentcloud.decide.subject"
local names = require "tencentcloud.action_name"
local outcome = require "tencentcloud.rules.outcome"
local overlay = require "tencentcloud.decide.call_rules"
local safety = require "tencentcloud.decide.safety"

---What was decided on an answer. The options of the outcome are fields too: decision.after. Not to
---be changed: a rule that always says the same always gives the same decision.
---@class tencentcloud.Decision: tencentcloud.Outcome
---@field outcome string what to do: "retry", "refresh", "wait", "amend", "ok", "ignore", "fail", "forbid"
---@field said tencentcloud.Outcome? what the rule said; nil for a success that no rule is about
---@field rule tencentcloud.Rule? the rule that won; nil where none had an opinion
---@field safe boolean? where it said to send again: is that safe?
---@field stopped_by "unsafe"|"handler_error"|nil why the rule's word is not followed
local Decision = {}

function Decision:__index(key)
  local said = rawget(self, "said")
  return said and said[key]
end

function Decision:__tostring()
  return ("%s by %s"):format(self.said and tostring(self.said) or self.outcome, tostring(self.rule or "no rule"))
end

local function new(said, rule, stopped_by)
  local sends = safety.SENDS[said.type]
  return setmetatable({
    outcome = stopped_by and "fail" or said.type,
    said = said,
    rule = rule,
    safe = sends and stopped_by ~= "unsafe",
    stopped_by = stopped_by,
  }, Decision)
end

-- Where no rule has an opinion, a success stands and a failure fails.
local STANDS = setmetatable({ outcome = "ok" }, Decision)
local FAILS = new(outcome.fail)

-- The decision that the rule's word is followed, or that it is refused: made once for each word.
local function decision_of(rule, said, follow)
  local key = follow and "followed" or "refused"
  local made = rule[key]
  if not made then
    made = {}
    rule[key] = made
  end
  local decision = made[said]
  if not decision then
    decision = new(said, rule, not follow and "unsafe" or nil)
    made[said] = decision
  end
  return decision
end

local function handler_failed(rule, message)
  return new(outcome.fail("handler: " .. message), rule, "handler_error")
end

-- May the outcome send again? A changed request need not hold the items that succeeded.
local function allows(rule, said, subject)
  if said.unsafe or rule.unsafe or subject.safe then return true end
  return said.type == "amend" and safety.was_turned_away(subject.entry, subject.kind)
end

-- What the rule says of the subject: a decision, or nil where it has no opinion.
local function ask(rule, subject)
  local said = rule:says(subject.entry)
  if not said then
    local ok, answer = pcall(rule.handler, subject)
    if not ok then return handler_failed(rule, tostring(answer)) end
    if answer == nil then return nil end
    if not outcome.is(answer) then
      local problem = "it returned a %s; return an outcome such as tc.retry, or nil"
      return handler_failed(rule, problem:format(type(answer)))
    end
    if answer.incomplete then return handler_failed(rule, answer.incomplete) end
    said = answer
  end
  local refused = safety.SENDS[said.type] and not allows(rule, said, subject)
  return new(said, rule, refused and "unsafe" or nil)
end

local function candidates(set, subject)
  local parts, list = names.split(subject.action), {}
  local ids = set.book:candidates(parts.service, parts.version, parts.name, subject.code or "ok", subject.kind)
  for i, id in ipairs(ids) do list[i] = set.rules[id] end
  return list
end

-- Asks the rules of a list in order, from a place on.
local function ask_in_order(list, from, subject)
  for i = from, #list do
    local decision = ask(list[i], subject)
    if decision then return decision end
  end
end

local function ask_all(set, subject)
  return ask_in_order(candidates(set, subject), 1, subject)
end

-- The decision on an answer that a rule without a handler does not settle.
-- first: the rule that is asked before all others.
local function ask_handlers(set, first, subject)
  return ask(first, subject) or ask_in_order(candidates(set, subject), 2, subject)
end

-- The decision where more than one set has a say: rules on items, rules of this call alone. Gives the
-- subject too that it was made on.
local function ask_sets(rules, set, subject)
  if subject.ok and rules.items then
    local decision, item = rules.items:judge(subject, ask_all)
    if decision then return decision, item end
  end
  local list, own = candidates(set, subject), subject.context.own_rules
  if own then list = overlay.merge(list, candidates(own, subject)) end
  return ask_in_order(list, 1, subject), subject
end

local judge = {}

---What a handler would be asked about.
---@param rules tencentcloud.Rules
---@param answer tencentcloud.Answer
---@param context table
---@return tencentcloud.Failure
function judge.subject(rules, answer, context)
  local code, registry, action = answer.code, rules.registry, answer.action or context.action
  local entry = code and registry:lookup(code, action)
  return failure.new(answer, code, entry and entry.kind, entry, action, context, registry)
end

---The decision on an answer.
---@param rules tencentcloud.Rules
---@param set {book: tencentcloud.Rulebook, rules: table} the rules, or a snapshot of them
---@param answer tencentcloud.Answer
---@param context table what the call knows
---@return tencentcloud.Decision
---@return tencentcloud.Failure? subject what it was decided on, where a handler could be asked
function judge.decide(rules, set, answer, context)
  local code, registry = answer.code, rules.registry -- a success has no code
  local ok = code == nil
  local action = answer.action or context.action
  local entry = code and registry:lookup(code, action)
  local kind = entry and entry.kind
  local decision, subject
  if context.own_rules or ok and rules.items then
    decision, subject = ask_sets(rules, set, failure.new(answer, code, kind, entry, action, context, registry))
    code = subject.code
  else
    local parts = names.split(action)
    local rule = set.rules[set.book:first(parts.service, parts.version, parts.name, code or "ok", kind)]
    local said = rule and (rule.outcome or rule:says(entry))
    if said then -- it needs no subject; most answers are settled here
      local follow = not safety.SENDS[said.type] or said.unsafe or rule.unsafe
        or safety.was_turned_away(entry, kind) or safety.is_repeatable(registry, action, context.params)
      decision = decision_of(rule, said, follow)
    elseif rule then
      subject = failure.new(answer, code, kind, entry, action, context, registry)
      decision = ask_handlers(set, rule, subject)
    end
  end
  decision = decision or (ok and STANDS or FAILS)
  rules.counts:add(action, code, decision)
  return decision, subject
end

return judge
