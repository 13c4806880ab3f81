-- The rules that are in force, found by the core's rulebook. A call works on a snapshot: it keeps
-- the rules that it began with, however they change meanwhile.

local copy = require "tencentcloud.merge"
local core = require "tencentcloud.core"
local outcome = require "tencentcloud.rules.outcome"

---@class tencentcloud.Rule
---@field id integer
---@field scope string
---@field code string
---@field layer "call"|"user"|"built-in"
---@field outcome tencentcloud.Outcome? what it always says, or
---@field by_retryable table<string, tencentcloud.Outcome>? what it says by the registry's word on the code, or
---@field handler function? what is asked
---@field unsafe boolean? sends again though the request may have been carried out
---@field place string where it was written: "file:line"
---@field why string? a word on a built-in rule
local Rule = {}
Rule.__index = Rule

---What the rule says without a handler; nil where it has one.
---@param entry tencentcloud.ErrorCode? what the registry knows of the code
---@return tencentcloud.Outcome?
function Rule:says(entry)
  if self.by_retryable then return self.by_retryable[entry and entry.retryable] or outcome.fail end
  return self.outcome
end

---Does the rule have an opinion on all that it matches, whatever happens?
---@return boolean
function Rule:is_settled()
  return self.handler == nil
end

function Rule:__tostring()
  return ("%s %s (%s)"):format(self.scope, self.code, self.place)
end

local LAYERS = { call = 1, user = 2, ["built-in"] = 3 }

---@class tencentcloud.RuleSet
local RuleSet = {}
RuleSet.__index = RuleSet

---Adds a rule, made from the fields given.
---@param fields table
---@return tencentcloud.Rule? rule
---@return string? message why not
---@return tencentcloud.Rule? earlier the rule that has this scope and code already
function RuleSet:add(fields)
  local veto = fields.outcome ~= nil and fields.outcome.type == "forbid"
  local id, message, earlier = self.book:add(fields.scope, fields.code, LAYERS[fields.layer], veto)
  if not id then return nil, message, earlier and self.rules[earlier] end
  fields.id = id
  self.rules[id] = setmetatable(fields, Rule)
  self.frozen = nil
  return fields
end

---@param rule tencentcloud.Rule
---@return boolean removed false where it was not in force
function RuleSet:remove(rule)
  if self.rules[rule.id] ~= rule then return false end
  -- A snapshot shares the table. Additions do not disturb it, since ids are never used again.
  if self.shared then
    self.rules, self.shared = copy(self.rules), false
  end
  self.rules[rule.id] = nil
  self.frozen = nil
  return self.book:remove(rule.id)
end

---The rules as they are now, for a call to keep.
---@return {book: tencentcloud.Rulebook, rules: table<integer, tencentcloud.Rule>}
function RuleSet:snapshot()
  if not self.frozen then
    self.frozen = { book = self.book:snapshot(), rules = self.rules }
    self.shared = true
  end
  return self.frozen
end

---The rules in the order that they were written.
---@return tencentcloud.Rule[]
function RuleSet:list()
  local list = {}
  for _, rule in pairs(self.rules) do table.insert(list, rule) end
  table.sort(list, function(one, other) return one.id < other.id end)
  return list
end

local rule_set = {}

---@return tencentcloud.RuleSet
function rule_set.new()
  return setmetatable({ book = core.rulebook(), rules = {}, shared = false }, RuleSet)
end

return rule_set
