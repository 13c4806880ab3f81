-- Options of a rule that change nothing: for lint.

local core = require "tencentcloud.core"
local safety = require "tencentcloud.decide.safety"

-- What is wrong with the options of an outcome, each a function that gives the message, or nil.
local OF_OUTCOME = {
  function(outcome)
    if not (outcome.sends and outcome.attempts == 1) then return nil end
    return "attempts = 1 is the first request alone: nothing is sent again; tc.fail says so"
  end,
  function(outcome)
    if not (outcome.move == "back_off" and outcome.after and outcome.backoff) then return nil end
    return "`after` is the delay: `backoff` has no effect beside it"
  end,
  function(outcome)
    if outcome.move ~= "ask_again" or not (outcome.every and outcome.deadline) or outcome.backoff then return nil end
    if outcome.every < outcome.deadline then return nil end
    return ("it waits %g s, and the deadline is over after %g s: it never asks again"):format(outcome.every,
      outcome.deadline)
  end,
}

-- The only action of a scope, which is surely known; nil where it means several.
local function only_action(rule)
  return core.scope_pattern(rule.scope) == "action" and rule.scope or nil
end

-- Is it safe to follow the rule, whatever answer it is about?
local function is_safe(rule, outcome, known)
  local action, entry = only_action(rule), nil
  if not action then return false end
  if rule:pattern() == "exact" then entry = known:entry(rule.code, action) end
  return safety.may_repeat(known.registry, action, nil, entry, entry and entry.kind, outcome, rule.items ~= nil) ~= nil
end

local function of_unsafe(rule, outcome, known)
  if not (rule.unsafe or outcome.unsafe) then return nil end
  if not outcome.sends then return "unsafe = true is about sending again, and the outcome sends nothing" end
  return is_safe(rule, outcome, known) and "unsafe = true has no effect: to send this again is safe" or nil
end

-- New credentials and the right time help against failures of authentication alone.
local function of_refresh(rule, outcome, known)
  if outcome.move ~= "send_renewed" or outcome.what == "endpoint" then return nil end
  local form, name = rule:pattern()
  local entry = form == "exact" and known:entry(name, only_action(rule)) or nil
  local kind = form == "kind" and name or entry and entry.kind
  if not kind or kind == "auth" or entry and entry.retryable == "refresh" then return nil end
  return ("%s is of the kind %s: nothing says that %s"):format(rule.code, kind,
    outcome.what == "clock" and "another clock helps" or "new credentials help")
end

---@param rule tencentcloud.Rule
---@param known tencentcloud.Catalog
---@return {level: "warning"|"note", message: string}[]
return function(rule, known)
  local found, outcome = {}, rule.outcome
  if not outcome then return found end
  for _, problem in ipairs(OF_OUTCOME) do table.insert(found, { level = "warning", message = problem(outcome) }) end
  table.insert(found, { level = "note", message = of_unsafe(rule, outcome, known) })
  table.insert(found, { level = "note", message = of_refresh(rule, outcome, known) })
  local told = {}
  for _, finding in ipairs(found) do
    if finding.message then table.insert(told, finding) end
  end
  return told
end
