-- Gives an error code its verdict by catalog/classification.lua.
-- src/catalog/classify.c applies the same steps to the compiled tables.
local classification = require "catalog.classification"

---@class catalog.Verdict
---@field kind string one of classification.kinds
---@field retryable "no"|"backoff"|"throttle"|"refresh"
---@field executed "no"|"maybe" whether the request may have done something
---@field source "exact"|"rule"|"category" how the verdict was found, the surest first

local exceptions = {}
for _, exception in ipairs(classification.exceptions) do
  exceptions[(exception.service or "") .. " " .. exception.code] = exception
end

local function covers(categories, category)
  if categories == nil or categories == category then return true end
  if type(categories) == "string" then return false end
  for _, name in ipairs(categories) do
    if name == category then return true end
  end
  return false
end

-- The rules that a category is subject to, in order, their words taken apart and in lower case.
local function prepare(category)
  local prepared = {}
  for position, rule in ipairs(classification.word_rules) do
    if covers(rule.category, category) then
      local start, text, finish = rule.word:lower():match "^(%^?)(.-)(%$?)$"
      local entry = { rule = rule, position = position, text = text, start = start ~= "", finish = finish ~= "" }
      table.insert(prepared, entry)
    end
  end
  return prepared
end

local rules_of = setmetatable({}, {
  __index = function(self, category)
    self[category] = prepare(category)
    return self[category]
  end,
})

local function fits(prepared, detail)
  local text = prepared.text
  if prepared.start and prepared.finish then return detail == text end
  if prepared.start then return detail:sub(1, #text) == text end
  if prepared.finish then return detail:sub(-#text) == text end
  return detail:find(text, 1, true) ~= nil
end

local function verdict(entry, source)
  return { kind = entry.kind, retryable = entry.retryable, executed = entry.executed, source = source }
end

---Finds the rule that decides a code when no exception does.
---@param category string
---@param detail string all after the first dot
---@return table? rule
---@return integer? position in classification.word_rules
local function find_rule(category, detail)
  local lower = detail:lower()
  for _, prepared in ipairs(rules_of[category]) do
    if fits(prepared, lower) then return prepared.rule, prepared.position end
  end
end

---Classifies a code.
---@param service string? the service that returned it; nil for what it means anywhere
---@param code string "Category" or "Category.Detail"
---@return catalog.Verdict
local function classify(service, code)
  local exception = service and exceptions[service .. " " .. code] or exceptions[" " .. code]
  if exception then return verdict(exception, "exact") end
  local category, detail = code:match "^([^.]*)%.(.*)$"
  if not category then
    local own = classification.categories[code]
    if own then return verdict(own, "exact") end
    return verdict(classification.default, "category")
  end
  local rule = find_rule(category, detail)
  if rule then return verdict(rule, "rule") end
  return verdict(classification.categories[category] or classification.default, "category")
end

return { classify = classify, find_rule = find_rule }
