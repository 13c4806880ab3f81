-- The rules that are in force, found by the core's rulebook. A call works on a snapshot: it keeps
-- the rules that it began with, however they change meanwhile.

local action_name = require "tencentcloud.action_name"
local core = require "tencentcloud.core"
local merge = require "tencentcloud.merge"
local rule = require "tencentcloud.rules.rule"

-- The rulebook's methods, looked up once: every decision calls one, and looking it up takes a third of the
-- time that the call does.
local find_first, find_candidates = core.rulebook().first, core.rulebook().candidates

-- What a set and its snapshots have in common: they find rules. The rulebook knows them by numbers.
---@class tencentcloud.RuleFinder
---@field book tencentcloud.Rulebook
---@field rules table<integer, tencentcloud.Rule>
---@field versioned boolean has a scope of theirs a version?
local RuleFinder = {}
RuleFinder.__index = RuleFinder

-- Adds the version that is sent where the action's name has none.
local function with_version(registry, action, parts)
  local facts = parts.name and not parts.version and registry:action(action)
  if not facts then return parts end
  return { service = parts.service, version = facts.version, name = parts.name }
end

---The parts of an action's name, to find rules by. A rule for cvm@2017-03-12.* is about calls by the plain name too:
---they have the version that the registry knows. Only where there is such a rule does that cost anything.
---@param registry tencentcloud.Registry
---@param action string? well-formed
---@return tencentcloud.ActionName
function RuleFinder:parts_of(registry, action)
  local parts = action_name.split(action)
  if self.versioned then return with_version(registry, action, parts) end
  return parts
end

---The rule that is asked first.
---@param parts tencentcloud.ActionName of the action that was asked
---@param code string the error's code, or "ok"
---@param kind string? the code's kind
---@return tencentcloud.Rule? rule nil where no rule matches
function RuleFinder:first(parts, code, kind)
  return self.rules[find_first(self.book, parts.service, parts.version, parts.name, code, kind)]
end

---All rules that match, in the order in which they are asked.
---@param parts tencentcloud.ActionName
---@param code string
---@param kind string?
---@return tencentcloud.Rule[]
function RuleFinder:candidates(parts, code, kind)
  local rules, list = self.rules, find_candidates(self.book, parts.service, parts.version, parts.name, code, kind)
  for i, id in ipairs(list) do list[i] = rules[id] end
  return list
end

local LAYERS = { call = 1, user = 2, ["built-in"] = 3 }

---@class tencentcloud.RuleSet: tencentcloud.RuleFinder
local RuleSet = { first = RuleFinder.first, candidates = RuleFinder.candidates, parts_of = RuleFinder.parts_of }
RuleSet.__index = RuleSet

---Adds a rule, made from the fields given.
---@param fields table
---@return tencentcloud.Rule? rule
---@return string? message why not
---@return tencentcloud.Rule? earlier the rule that has this scope and code already
function RuleSet:add(fields)
  local added = rule.new(fields)
  local id, message, earlier = self.book:add(added.scope, added.code, LAYERS[added.layer], added:is_veto(),
    added.items ~= nil)
  if not id then return nil, message, earlier and self.rules[earlier] end
  added.id = id
  self.versioned = self.versioned or select(4, core.scope_pattern(added.scope)) ~= nil
  self.rules[id] = added
  self.frozen = nil
  return added
end

---@param removed tencentcloud.Rule
---@return boolean removed false where it was not in force
function RuleSet:remove(removed)
  if self.rules[removed.id] ~= removed then return false end
  -- A snapshot shares the table. Additions do not disturb it, since ids are never used again.
  if self.shared then
    self.rules, self.shared = merge(self.rules), false
  end
  self.rules[removed.id] = nil
  self.frozen = nil
  return self.book:remove(removed.id)
end

---The rules as they are now, for a call to keep.
---@return tencentcloud.RuleFinder
function RuleSet:snapshot()
  if not self.frozen then
    local fields = { book = self.book:snapshot(), rules = self.rules, versioned = self.versioned }
    self.frozen = setmetatable(fields, RuleFinder)
    self.shared = true
  end
  return self.frozen
end

---The rules in the order that they were written.
---@return tencentcloud.Rule[]
function RuleSet:list()
  local list = {}
  for _, one in pairs(self.rules) do table.insert(list, one) end
  table.sort(list, function(one, other) return one.id < other.id end)
  return list
end

local rule_set = {}

---@return tencentcloud.RuleSet
function rule_set.new()
  return setmetatable({ book = core.rulebook(), rules = {}, shared = false, versioned = false }, RuleSet)
end

return rule_set
