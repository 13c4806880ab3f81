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
---@field actions {action: string, counts: tencentcloud.CoverageCounts, missing: string[]}[] missing: codes that only
---  `*`, the built-in rules or none handle
local Coverage = {}
Coverage.__index = Coverage

local function new_counts()
  return { declared = 0, exact = 0, family = 0, kind = 0, any = 0, builtin = 0, none = 0 }
end

local function percent(counts, key)
  return counts.declared == 0 and 0 or 100 * counts[key] / counts.declared
end

local SHOWN = { "exact", "family", "kind", "any", "builtin", "none" }

function Coverage:__tostring()
  local total, parts = self.total, {}
  for _, key in ipairs(SHOWN) do
    table.insert(parts, ("%s %d (%.0f%%)"):format(key, total[key], percent(total, key)))
  end
  return ("%d actions, %d codes: %s"):format(#self.actions, total.declared, table.concat(parts, ", "))
end

-- How the rule that is asked first handles the code.
local function class_of(rule)
  if not rule then return "none" end
  if rule.layer == "built-in" then return "builtin" end
  return (core.code_pattern(rule.code))
end

local CLOSE = { exact = true, family = true, kind = true }

local function cover_action(rules, known, action, total)
  local parts, counts, missing = action_name.split(action), new_counts(), {}
  for _, code in ipairs(known:codes(action)) do
    local class = class_of(rules.set:first(parts, code, known:entry(code, action).kind))
    counts.declared, counts[class] = counts.declared + 1, counts[class] + 1
    total.declared, total[class] = total.declared + 1, total[class] + 1
    if not CLOSE[class] then table.insert(missing, code) end
  end
  return { action = action, counts = counts, missing = missing }
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
        table.insert(coverage.actions, cover_action(rules, known, action, coverage.total))
      end
    end
  end
  return coverage
end
