-- The registry's facts arranged for questions about whole scopes: which actions and codes a pattern
-- can mean. Each answer is worked out once.

local core = require "tencentcloud.core"
local vocabulary = require "tencentcloud.vocabulary"

---@class tencentcloud.Catalog
local Catalog = {}
Catalog.__index = Catalog

local function keep(cache, key, make)
  local value = cache[key]
  if value == nil then
    value = make()
    cache[key] = value
  end
  return value
end

local function append(list, more)
  for _, value in ipairs(more or {}) do table.insert(list, value) end
end

-- The actions whose names begin so, and that are of that version, where one is given.
function Catalog:fitting(actions, prefix, version)
  local matching = {}
  for _, action in ipairs(actions) do
    local facts = self.registry:action(action)
    local fits = facts and (not prefix or facts.name:sub(1, #prefix) == prefix)
    if fits and (not version or facts.version == version) then table.insert(matching, action) end
  end
  return matching
end

---The actions that a scope means, as "service.Action". Retired ones are among them only where it means no others, so
---that all are, or none is.
---@param scope string a well-formed pattern
---@return string[] sorted by service and name; empty where the catalog knows none
function Catalog:actions(scope)
  return keep(self.scopes, scope, function()
    local form, service, name, version = core.scope_pattern(scope)
    local all = {}
    if form == "any" then
      for _, one in ipairs(self.registry:services()) do append(all, self.registry:actions(one)) end
      return all
    end
    if form == "action" then return self.registry:action(scope) and { scope } or {} end
    local live = self:fitting(self.registry:actions(service) or {}, name, version)
    return #live > 0 and live or self:fitting(core.retired_actions(service), name, version)
  end)
end

---The codes that an action declares.
---@param action string
---@return string[]
function Catalog:codes(action)
  return keep(self.declared, action, function() return self.registry:codes(action) or {} end)
end

---The codes that the actions of a scope declare, each with one action that does.
---@param scope string a well-formed pattern
---@return {code: string, action: string}[] in the order of the actions
function Catalog:scope_codes(scope)
  return keep(self.unions, scope, function()
    local seen, list = {}, {}
    for _, action in ipairs(self:actions(scope)) do
      for _, code in ipairs(self:codes(action)) do
        if not seen[code] then
          seen[code] = true
          table.insert(list, { code = code, action = action })
        end
      end
    end
    return list
  end)
end

---The codes that any action may return, and those of answers that are not API responses.
---@return string[]
function Catalog:common_codes()
  return keep(self.unions, "common", function()
    local list = {}
    for _, pair in ipairs(self:scope_codes("*")) do
      if self:entry(pair.code).common then table.insert(list, pair.code) end
    end
    for _, code in ipairs(vocabulary.client_codes) do
      if not code.of_call then table.insert(list, code.code) end
    end
    return list
  end)
end

---What the registry says of a code, for an action where one is given.
---@param code string
---@param action string?
---@return tencentcloud.ErrorCode
function Catalog:entry(code, action)
  return self.registry:lookup(code, action)
end

---Does the code pattern match the code, as that action returns it?
---@param pattern string
---@param code string
---@param action string?
---@return boolean
function Catalog:matches(pattern, code, action)
  return core.code_matches(pattern, code, self:entry(code, action).kind)
end

---The codes known for a scope that the pattern matches, each with one action that may return it.
---@param scope string
---@param pattern string
---@return {code: string, action: string}[]
function Catalog:matching_codes(scope, pattern)
  local list = {}
  for _, pair in ipairs(self:scope_codes(scope)) do
    if self:matches(pattern, pair.code, pair.action) then table.insert(list, pair) end
  end
  return list
end

---The codes that the pattern matches and that no list declares: retired ones, and those that are sent all the same.
---@param pattern string of a code or a family
---@return tencentcloud.ErrorCode[] sorted
function Catalog:undeclared_codes(pattern)
  local list = {}
  for _, code in ipairs(core.catalog_codes()) do
    local entry = core.code_matches(pattern, code) and self:entry(code)
    if entry and entry.known and #entry:actions() == 0 then table.insert(list, entry) end
  end
  return list
end

---The names nearest to one that is not known, as a phrase: "; is it A or B?".
---@param name string
---@return string empty where there is none
function Catalog:near(name)
  local names = self.registry:suggest(name, 2) or {}
  if #names == 0 then return "" end
  return ("; is it %s?"):format(table.concat(names, " or "))
end

-- How many letters must be added, left out or changed to make one word of the other.
local function distance(one, other)
  local row = {}
  for column = 0, #other do row[column] = column end
  for line = 1, #one do
    local diagonal
    diagonal, row[0] = row[0], line
    for column = 1, #other do
      local changed = diagonal + (one:byte(line) == other:byte(column) and 0 or 1)
      diagonal, row[column] = row[column], math.min(changed, row[column] + 1, row[column - 1] + 1)
    end
  end
  return row[#other]
end

local NEAR = 0.34 -- of a kind's letters that may be wrong

---The kinds that one that does not exist may have meant, as a phrase: "; is it #not_found?". A part of a kind's name is
---no kind, but may have meant it.
---@param name string
---@return string empty where there is none
function Catalog.near_kinds(_, name)
  local holding, nearest, least = {}, nil, math.huge
  for _, kind in ipairs(vocabulary.kinds) do
    local wrong = distance(name, kind.name)
    if kind.name:find(name, 1, true) then table.insert(holding, "#" .. kind.name) end
    if wrong < least and wrong <= NEAR * #kind.name then nearest, least = "#" .. kind.name, wrong end
  end
  if nearest then return ("; is it %s?"):format(nearest) end
  return #holding > 0 and #holding <= 2 and ("; is it %s?"):format(table.concat(holding, " or ")) or ""
end

local catalog = {}

---@param registry tencentcloud.Registry
---@return tencentcloud.Catalog
function catalog.new(registry)
  return setmetatable({ registry = registry, scopes = {}, declared = {}, unions = {} }, Catalog)
end

return catalog
