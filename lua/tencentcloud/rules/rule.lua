-- One rule: which answers it is about, and what it does about them.

local arguments = require "tencentcloud.arguments"
local core = require "tencentcloud.core"
local outcomes = require "tencentcloud.rules.outcome"

---@class tencentcloud.Rule
---@field id integer
---@field scope string
---@field code string
---@field layer "call"|"user"|"built-in"
---@field outcome tencentcloud.Outcome? what it always wants, or
---@field by_retryable table<string, tencentcloud.Outcome>? what it wants by the code's `retryable`, or
---@field handler function? what is asked
---@field unsafe boolean? sends again though the request may have been carried out
---@field items string? where the failed items are that it is about: "SendStatusSet[].Code"
---@field success any[]? what items that succeeded have there; nil: the usual
---@field place string where it was written: "file:line"
---@field why string? what a built-in rule is for
---@field decisions table<tencentcloud.Outcome, table>? what decide makes of each outcome that it always wants
local Rule = {}
Rule.__index = Rule
Rule.__name = "tencentcloud.Rule"

---The outcome that the rule wants; nil where it has a handler, which must be asked.
---@param entry tencentcloud.ErrorCode? what the registry knows of the code
---@return tencentcloud.Outcome?
function Rule:outcome_for(entry)
  if self.by_retryable then return self.by_retryable[entry and entry.retryable] or outcomes.fail end
  return self.outcome
end

---What its code stands for.
---@return "exact"|"family"|"kind"|"any"|"ok" form
---@return string? name the code, the family or the kind
function Rule:pattern()
  return core.code_pattern(self.code, self.items ~= nil)
end

---Does the rule have an opinion on all that it matches, whatever happens?
---@return boolean
function Rule:is_settled()
  return self.handler == nil
end

---Does the rule come before all that have no veto?
---@return boolean
function Rule:is_veto()
  return self.outcome ~= nil and self.outcome.vetoes
end

function Rule:__tostring()
  return ("%s %s (%s)"):format(self.scope, self.code, self.place)
end

local rule = {}

---Tells apart what a program may give a rule to do: an outcome, or a handler that is asked for one.
---@param given any
---@return tencentcloud.Outcome? outcome
---@return function? handler
---@return string? problem why it is neither
function rule.read(given)
  if outcomes.is(given) then
    if given.incomplete then return nil, nil, given.incomplete end
    return given
  end
  if arguments.callable(given) then
    return nil, nil, "an outcome such as tc.retry or a function expected, got " .. type(given)
  end
  return nil, given
end

---@param fields table
---@return tencentcloud.Rule
function rule.new(fields)
  return setmetatable(fields, Rule)
end

return rule
