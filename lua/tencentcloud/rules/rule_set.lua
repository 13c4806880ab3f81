-- The rules that are in force, found by the core's rulebook. A call works on a snapshot: it keeps
-- the rules that it began with, however they change meanwhile.

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
---@field registry tencentcloud.Registry that says which version is sent
---@field has_versions boolean is there a rule whose scope names a version?
local RuleFinder = {}
RuleFinder.__index = RuleFinder

---The rule that is asked first.
---@param parts tencentcloud.ActionName of the action that was asked
---@param code string the error's code, or "ok"
---@param kind string? the code's kind
---@return tencentcloud.Rule? rule nil where no rule matches
function RuleFinder:first(parts, code, kind)
  return self.rules[find_first(self.book, parts.service, parts.version, parts.name, code, kind)]
end

local function find_all(self, parts, version, code, kind)
  local rules, list = self.rules, find_candidates(self.book, parts.service, version, parts.name, code, kind)
  for i, id in ipairs(list) do list[i] = rules[id] end
  return list
end

---All rules that match, in the order in which they are asked.
---@param parts tencentcloud.ActionName
---@param code string
---@param kind string?
---@return tencentcloud.Rule[]
function RuleFinder:candidates(parts, code, kind)
  return find_all(self, parts, parts.version, code, kind)
end

-- The same where a rule's scope names a version: the one that is sent counts, which is the action name's own or else
-- the one that the registry has for the action. Such sets have these methods in place of the others, so that all
-- other sets do not pay for the question.
local OfVersions = {}

local function sent_version(self, parts)
  local version, service = parts.version, parts.service
  if version or not service then return version end
  local facts = self.registry:action(service .. "." .. parts.name)
  return facts and facts.version
end

function OfVersions:first(parts, code, kind)
  return self.rules[find_first(self.book, parts.service, sent_version(self, parts), parts.name, code, kind)]
end

function OfVersions:candidates(parts, code, kind)
  return find_all(self, parts, sent_version(self, parts), code, kind)
end

local function use_versions(self)
  self.has_versions, self.first, self.candidates = true, OfVersions.first, OfVersions.candidates
end

local LAYERS = { call = 1, user = 2, ["built-in"] = 3 }

---@class tencentcloud.RuleSet: tencentcloud.RuleFinder
local RuleSet = { first = RuleFinder.first, candidates = RuleFinder.candidates }
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
  if added.scope:find("@", 1, true) then use_versions(self) end
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
    self.frozen = setmetatable({ book = self.book:snapshot(), rules = self.rules, registry = self.registry,
      has_versions = false }, RuleFinder)
    if self.has_versions then use_versions(self.frozen) end
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

---@param registry tencentcloud.Registry
---@return tencentcloud.RuleSet
function rule_set.new(registry)
  return setmetatable({ book = core.rulebook(), rules = {}, registry = registry, has_versions = false, shared = false },
    RuleSet)
end

return rule_set
