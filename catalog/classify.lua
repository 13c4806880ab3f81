-- Gives an error code its verdict by catalog/classification.lua.
-- src/catalog/classify.c applies the same steps to the compiled tables.
local classification = require "catalog.classification"
local phrases = require "catalog.phrases"
local words = require "catalog.words"

---@class catalog.Verdict
---@field kind string one of classification.kinds
---@field retryable "no"|"backoff"|"throttle"|"refresh"
---@field executed "no"|"maybe" whether the request may have done something
---@field source "exact"|"rule"|"category" how the verdict was found, the surest first

local decided = {}
for _, entry in ipairs(classification.decided) do decided[(entry.service or "") .. " " .. entry.code] = entry end

-- The phrases of the rules that each class of categories is subject to, in order. Each knows its rule's position.
local rules_of = {}
for position, rule in ipairs(classification.word_rules) do
  for _, phrase in ipairs(phrases.read(rule.phrase)) do
    for class in pairs(rule.classes) do
      rules_of[class] = rules_of[class] or {}
      table.insert(rules_of[class], { phrase = phrase, rule = rule, position = position })
    end
  end
end

local ANY_DETAIL = "*" -- stands for the first word of a phrase that has none

local function class_of(category)
  return classification.class_of[category] or "other"
end

---Finds the rule that decides a code when no exception does.
---@param category string
---@param detail string all after the first dot
---@param without table<integer, true>? rules that are not asked, by position
---@return table? rule
---@return integer? position in classification.word_rules
local function find_rule(category, detail, without)
  if #detail > words.LONGEST then return nil end
  local list = words.of(detail)
  local has = { [words.UNKNOWN] = true, [ANY_DETAIL] = true } -- most phrases begin with a word that the detail lacks
  for _, word in ipairs(list) do has[word] = true end
  for _, candidate in ipairs(rules_of[class_of(category)]) do
    if
      has[candidate.phrase.words[1] or ANY_DETAIL]
      and not (without and without[candidate.position])
      and phrases.fits(candidate.phrase, list)
    then
      return candidate.rule, candidate.position
    end
  end
end

local function verdict(entry, source)
  return { kind = entry.kind, retryable = entry.retryable, executed = entry.executed, source = source }
end

-- As the API writes codes. What a server sends in their place may be anything, and has no words.
local function is_well_formed(code)
  return #code <= words.LONGEST and code:find "^%a[%w_.]*$" and not code:find "%.%." and not code:find "%.$"
end

---Classifies a code as if nobody had decided it by hand.
---@param code string
---@param without table<integer, true>? rules that are not asked, by position
---@return catalog.Verdict verdict
---@return table? rule that decided
---@return integer? position of the rule
local function judge(code, without)
  local category, detail = code:match "^([^.]*)%.(.*)$"
  local own = classification.categories[category or code]
  if not category and own then return verdict(own, "exact") end
  local rule, position
  if detail then rule, position = find_rule(category, detail, without) end
  if not rule and not own and is_well_formed(code) then rule, position = find_rule("", category or code, without) end
  if rule then return verdict(rule, "rule"), rule, position end
  return verdict(own or classification.default, "category")
end

-- What is found is remembered: the build and the specs ask for the same codes again and again.
local judged = {}

local function by_words(code, without)
  if without then return judge(code, without) end
  local found = judged[code]
  if not found then
    found = { judge(code) }
    judged[code] = found
  end
  return found[1], found[2], found[3]
end

---Classifies a code.
---@param service string? the service that returned it; nil for what it means anywhere
---@param code string "Category" or "Category.Detail"
---@return catalog.Verdict
local function classify(service, code)
  local entry = service and decided[service .. " " .. code] or decided[" " .. code]
  local found = by_words(code)
  local agree = not entry
    or found.kind == entry.kind and found.retryable == entry.retryable and found.executed == entry.executed
  return agree and found or verdict(entry, "exact")
end

return { classify = classify, by_words = by_words, find_rule = find_rule }
