-- rules:coverage: of the codes that actions declare, how many the program's own rules handle, and how
-- closely.

local action_name = require "tencentcloud.action_name"
local arguments = require "tencentcloud.arguments"
local catalog = require "tencentcloud.study.catalog"
local core = require "tencentcloud.core"

---@class tencentcloud.CoverageCounts
---@field declared integer codes, counted for each action
---@field exact integer handled by a rule on the very code
---@field family integer by one on its family
---@field kind integer by one on its kind
---@field any integer only by one on any error
---@field builtin integer only by the built-in rules
---@field none integer by no rule

---@class tencentcloud.Coverage
---@field total tencentcloud.CoverageCounts
---@field actions tencentcloud.ActionCoverage[]
---@field items tencentcloud.CoverageCounts? the same total of the rules on items, where there are any
local Coverage = {}

---@class tencentcloud.ActionCoverage
---@field action string
---@field counts tencentcloud.CoverageCounts
---@field missing string[] codes that only `*`, the built-in rules or none handle
---@field items tencentcloud.ItemCoverage[]? where rules on items look

---@class tencentcloud.ItemCoverage how the declared codes are handled where an item has one
---@field path string "SendStatusSet[].Code"
---@field counts tencentcloud.CoverageCounts
---@field missing string[]
Coverage.__index = Coverage

local function new_counts()
  return { declared = 0, exact = 0, family = 0, kind = 0, any = 0, builtin = 0, none = 0 }
end

local function percent(counts, key)
  return counts.declared == 0 and 0 or 100 * counts[key] / counts.declared
end

local SHOWN = { "exact", "family", "kind", "any", "builtin", "none" }

local function shown(counts)
  local parts = {}
  for _, key in ipairs(SHOWN) do
    table.insert(parts, ("%s %d (%.0f%%)"):format(key, counts[key], percent(counts, key)))
  end
  return table.concat(parts, ", ")
end

function Coverage:__tostring()
  local text = ("%d actions, %d codes: %s"):format(#self.actions, self.total.declared, shown(self.total))
  return self.items and ("%s; %d codes of items: %s"):format(text, self.items.declared, shown(self.items)) or text
end

-- How the rule that is asked first handles the code.
local function class_of(rule)
  if not rule then return "none" end
  if rule.layer == "built-in" then return "builtin" end
  return (rule:pattern())
end

local CLOSE = { exact = true, family = true, kind = true }

-- How the rules of a set handle the codes that the action declares.
local function cover(set, known, action, total)
  local parts, counts, missing = action_name.split(action), new_counts(), {}
  for _, code in ipairs(known:codes(action)) do
    local class = class_of(set:first(parts, code, known:entry(code, action).kind))
    counts.declared, counts[class] = counts.declared + 1, counts[class] + 1
    total.declared, total[class] = total.declared + 1, total[class] + 1
    if not CLOSE[class] then table.insert(missing, code) end
  end
  return counts, missing
end

local function cover_items(rules, known, action, coverage)
  local groups = rules.items and rules.items:of(action)
  if not groups then return nil end
  local list = {}
  coverage.items = coverage.items or new_counts()
  for i, group in ipairs(groups) do
    local counts, missing = cover(group.set, known, action, coverage.items)
    list[i] = { path = group.path, counts = counts, missing = missing }
  end
  return list
end

local function cover_action(rules, known, action, coverage)
  local counts, missing = cover(rules.set, known, action, coverage.total)
  return { action = action, counts = counts, missing = missing, items = cover_items(rules, known, action, coverage) }
end

---@param rules tencentcloud.Rules
---@param scopes string|string[]? which actions: "cls.*", { "cvm.RunInstances", "cvm.Describe*" }; all by default
---@return tencentcloud.Coverage
return function(rules, scopes)
  if scopes == nil then scopes = "*" end
  if type(scopes) == "string" then scopes = { scopes } end
  arguments.that(type(scopes) == "table", 1, "coverage", "a scope or a list of scopes expected, got %s", type(scopes))
  local known, seen = catalog.new(rules.registry), {}
  local coverage = setmetatable({ total = new_counts(), actions = {} }, Coverage)
  for _, scope in ipairs(scopes) do
    arguments.that(type(scope) == "string", 1, "coverage", "scope: a string expected, got %s", type(scope))
    local form, problem = core.scope_pattern(scope)
    arguments.that(form, 1, "coverage", "scope %q: %s", scope, tostring(problem))
    for _, action in ipairs(known:actions(scope)) do
      if not seen[action] then
        seen[action] = true
        table.insert(coverage.actions, cover_action(rules, known, action, coverage))
      end
    end
  end
  return coverage
end
