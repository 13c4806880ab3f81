-- The rules of a single call on top of those of all calls. Both sets give their rules in the order in
-- which they are asked. The call's own are about its very action, the most specific scope there is, so
-- between the two sets the code alone decides; where it is as specific, the call's own rule comes first.

local arguments = require "tencentcloud.arguments"
local rule = require "tencentcloud.rules.rule"
local rule_set = require "tencentcloud.rules.rule_set"

-- A family is the more specific, the longer it is; none is as long as EXACT.
local EXACT = 1e6
local WEIGHTS = { exact = EXACT, ok = EXACT, family = 2, kind = 1, any = 0 }

-- A number that is greater, the more specific the rule's code is; vetoes come before everything.
local function weight(one)
  if one:is_veto() then return math.huge end
  local form = one:pattern()
  return WEIGHTS[form] + (form == "family" and #one.code or 0)
end

---@class tencentcloud.CallRules: tencentcloud.RuleFinder
---@field own tencentcloud.RuleSet the call's own
---@field others tencentcloud.RuleFinder those of all calls
local CallRules = {}
CallRules.__index = CallRules

---The rule that is asked first.
---@param parts tencentcloud.ActionName
---@param code string
---@param kind string?
---@return tencentcloud.Rule?
function CallRules:first(parts, code, kind)
  local own, other = self.own:first(parts, code, kind), self.others:first(parts, code, kind)
  if own and other and weight(other) > weight(own) then return other end
  return own or other
end

---All rules that match, in the order in which they are asked.
---@param parts tencentcloud.ActionName
---@param code string
---@param kind string?
---@return tencentcloud.Rule[]
function CallRules:candidates(parts, code, kind)
  local others, merged, next_other = self.others:candidates(parts, code, kind), {}, 1
  for _, own in ipairs(self.own:candidates(parts, code, kind)) do
    while others[next_other] and weight(others[next_other]) > weight(own) do
      table.insert(merged, others[next_other])
      next_other = next_other + 1
    end
    table.insert(merged, own)
  end
  for i = next_other, #others do table.insert(merged, others[i]) end
  return merged
end

---@class tencentcloud.Argument which argument a message names
---@field position integer
---@field name string of the function
---@field label string of the option

-- Adds one of the call's own rules; raises where it is wrong.
local function add(set, action, code, given, place, argument)
  local outcome, handler, problem = rule.read(given)
  if not problem then
    local added
    arguments.that(type(code) == "string", argument.position, argument.name, "%s: the keys are patterns of codes",
      argument.label)
    added, problem = set:add{ scope = action, code = code, layer = "call", place = place, outcome = outcome,
      handler = handler }
    if added then return end
  end
  arguments.fail(argument.position, argument.name, ("%s[%q]: %s"):format(argument.label, tostring(code), problem))
end

local call_rules = {}

---@param action string that is called
---@param given table<string, tencentcloud.Outcome|function> { ["ResourceNotFound.*"] = tc.ok{} }; not empty
---@param others tencentcloud.RuleFinder those of all calls
---@param registry tencentcloud.Registry
---@param argument tencentcloud.Argument
---@return tencentcloud.CallRules
function call_rules.new(action, given, others, registry, argument)
  local own, place = rule_set.new(registry), arguments.place()
  for code, what in pairs(given) do add(own, action, code, what, place, argument) end
  return setmetatable({ own = own, others = others }, CallRules)
end

return call_rules
