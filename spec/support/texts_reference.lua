-- What src/catalog/description.c makes of the texts, in Lua: the specs compare the two.
local classification = require "catalog.classification"
local texts = require "catalog.texts"
local vocabulary = require "catalog.vocabulary"
local wording = require "spec.support.wording_reference"

local reference = {}

local kinds = {}
for _, kind in ipairs(vocabulary.kinds) do kinds[kind.name] = kind end

-- The field of a kind in a language.
local function of_kind(name, field, language)
  return kinds[name][language == "zh" and field .. "_zh" or field]
end

-- The category's sentence where the code is of its kind, else the kind's; and the name whose words follow.
local function sentence_of(code, kind, language)
  local category, detail = code:match "^([^.]*)%.?(.*)$"
  local own = texts.categories[category]
  local usual = classification.categories[category] or classification.default
  if own and usual.kind == kind then return own[language].description, detail end
  return of_kind(kind, "sentence", language), own and detail or code
end

local function describe(code, kind, language)
  local sentence, name = sentence_of(code, kind, language)
  local words = wording.of(name, kind, language)
  if words == "" then return sentence end
  if language == "zh" then return (sentence:gsub("。$", "：")) .. words .. "。" end
  return (sentence:gsub("%.$", ": ")) .. words .. "."
end

---Gives the description and the advice of a code.
---@param service string? looked at first: a service's own text goes before the common one
---@param code string
---@param kind string the code's kind, by catalog/classify.lua
---@param language "en"|"zh"
---@param reads boolean? for an action that only reads
---@return string description
---@return string advice
function reference.compose(service, code, kind, language, reads)
  local own = service and texts.codes[service .. " " .. code] or texts.codes[code]
  own = own and own[language] or {}
  local advice = own.advice or reads and of_kind(kind, "reads_advice", language) or of_kind(kind, "advice", language)
  return own.description or describe(code, kind, language), reads and own.reads_advice or advice
end

return reference
