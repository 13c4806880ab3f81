-- The decision on one answer: the rules that match are asked in order until one has an opinion.

local failure = require "tencentcloud.rules.failure"
local names = require "tencentcloud.rules.names"
local outcome = require "tencentcloud.rules.outcome"
local overlay = require "tencentcloud.rules.overlay"
local safety = require "tencentcloud.rules.safety"

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
local FAILS = new(outcome.names.fail)

-- The places in a rule of its two possible decisions, so that each is made once.
local FOLLOWED, REFUSED = 1, 2

local function decision_of(rule, place)
  local decision = rule[place]
  if not decision then
    decision = new(rule.outcome, rule, place == REFUSED and "unsafe" or nil)
    rule[place] = decision
  end
  return decision
end

local function is_repeatable(rules, entry, kind, action, context)
  return safety.was_turned_away(entry, kind) or safety.is_repeatable(rules.registry, action, context.params)
end

local function handler_failed(rule, message)
  return new(outcome.names.fail("handler: " .. message), rule, "handler_error")
end

-- May the outcome send again? A changed request need not hold the items that succeeded.
local function allows(rule, said, subject)
  if said.unsafe or rule.unsafe or subject.safe then return true end
  return said.type == "amend" and safety.was_turned_away(subject.entry, subject.kind)
end

-- What the rule says of the subject: a decision, or nil where it has no opinion.
local function ask(rule, subject)
  local said = rule.outcome
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

local function ask_in_order(list, subject)
  for _, rule in ipairs(list) do
    local decision = ask(rule, subject)
    if decision then return decision end
  end
end

local function ask_all(set, subject)
  return ask_in_order(candidates(set, subject), subject)
end

-- The decision where handlers may have to be asked, and the subject that they were asked about.
local function judge_subject(rules, set, subject)
  if subject.ok and rules.items then
    local decision, item = rules.items:judge(subject, ask_all)
    if decision then return decision, item end
  end
  local list, own = candidates(set, subject), subject.context.own_rules
  if own then list = overlay.merge(list, candidates(own, subject)) end
  return ask_in_order(list, subject) or (subject.ok and STANDS or FAILS), subject
end

local judge = {}

---The decision on an answer.
---@param rules tencentcloud.Rules
---@param set {book: tencentcloud.Rulebook, rules: table} the rules, or a snapshot of them
---@param answer tencentcloud.Answer
---@param context table what the call knows
---@return tencentcloud.Decision
---@return tencentcloud.Failure? subject what it was decided on, where a handler could be asked
function judge.decide(rules, set, answer, context)
  local code = answer.code -- a success has none
  local ok = code == nil
  local action = answer.action or context.action
  local decision, subject
  -- A rule without a handler needs no subject; most answers are settled here.
  if not context.own_rules and not (ok and rules.items) then
    local parts, entry = names.split(action), code and rules.registry:lookup(code, action)
    local kind = entry and entry.kind
    local rule = set.rules[set.book:first(parts.service, parts.version, parts.name, code or "ok", kind)]
    if not rule then
      decision = ok and STANDS or FAILS
    elseif rule.outcome then
      local said = rule.outcome
      local follow = not safety.SENDS[said.type] or said.unsafe or rule.unsafe
        or is_repeatable(rules, entry, kind, action, context)
      decision = decision_of(rule, follow and FOLLOWED or REFUSED)
    end
  end
  if not decision then
    subject = failure.new(answer, code, action, context, rules.registry)
    decision, subject = judge_subject(rules, set, subject)
    code = subject.code
  end
  rules.counts:add(action, code, decision)
  return decision, subject
end

return judge
