-- What was decided on an answer.

local merge = require "tencentcloud.merge"
local outcomes = require "tencentcloud.rules.outcome"

---The options of the outcome are fields too: decision.after. Not to be changed: a rule that always wants the same
---always gives the same decision.
---@class tencentcloud.Decision: tencentcloud.Outcome
---@field outcome string what to do: the name of an outcome, such as "retry"
---@field said tencentcloud.Outcome? what the rule wanted; nil for a success that no rule is about
---@field rule tencentcloud.Rule? the rule that won; nil where none had an opinion
---@field safe boolean? where it wanted to send again: is that safe?
---@field stopped_by "unsafe"|"handler_error"|nil why what the rule wanted is not done
---@field counted boolean do the statistics count it?
---@field items tencentcloud.FailedItem[]? of a batch: all that failed
---@field parts tencentcloud.DecisionPart[]? of a batch: what each rule on items wanted
---@field unread tencentcloud.Unread[]? where rules on items found no items, or items without a code
local Decision = { __name = "tencentcloud.Decision" }

---@class tencentcloud.DecisionPart
---@field rule tencentcloud.Rule
---@field outcome string that it wanted; "fail" where that is refused
---@field code string of its first item
---@field items tencentcloud.FailedItem[]
---@field counted boolean

---@class tencentcloud.Unread
---@field path string of the rules: "SendStatusSet[].Code"
---@field count integer how many lists and items could not be read
---@field why string of the first: "SendStatusSet is missing"

function Decision:__index(key)
  local outcome = rawget(self, "said")
  return outcome and outcome[key]
end

function Decision:__tostring()
  return ("%s by %s"):format(self.said and tostring(self.said) or self.outcome, tostring(self.rule or "no rule"))
end

local decisions = {}

---@param outcome tencentcloud.Outcome that the rule wants
---@param rule tencentcloud.Rule?
---@param stopped_by "unsafe"|"handler_error"|nil
---@return tencentcloud.Decision
function decisions.new(outcome, rule, stopped_by)
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

---The same decision, with what could not be read of the answer's items.
---@param decision tencentcloud.Decision
---@param unread tencentcloud.Unread[]
---@return tencentcloud.Decision
function decisions.marked(decision, unread)
  return setmetatable(merge(decision, { unread = unread }), Decision)
end

-- Where no rule has an opinion, a success is one and a failure fails.
local NO_RULE_OK = setmetatable({ outcome = outcomes.ok.type, counted = outcomes.ok.counted }, Decision)
local NO_RULE_FAIL = decisions.new(outcomes.fail)

---The decision where no rule has an opinion.
---@param code string? nil for a success
---@return tencentcloud.Decision
function decisions.without_rule(code)
  return code == nil and NO_RULE_OK or NO_RULE_FAIL
end

return decisions
