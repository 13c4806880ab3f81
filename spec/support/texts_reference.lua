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

-- Where a detail of plain words is a parameter's name.
local OF_PARAMETERS = {
  InvalidParameter = true, InvalidParameterValue = true, MissingParameter = true, UnknownParameter = true,
}

-- The category's sentence where the code is of its kind, else the kind's; what stands before plain words; and the name
-- whose words follow.
local function sentence_of(code, kind, language)
  local category, detail = code:match "^([^.]*)%.?(.*)$"
  local own = texts.categories[category]
  local usual = classification.categories[category] or classification.default
  local name = own and detail or code
  if own and usual.kind == kind then return own[language].description, own[language].opening, name end
  return of_kind(kind, "sentence", language), of_kind(kind, "opening", language), name
end

local function describe(code, kind, language)
  local sentence, opening, name = sentence_of(code, kind, language)
  local names_parameter = kind == "parameter" and OF_PARAMETERS[code:match "^[^.]*"]
  local words, plain = wording.of(name, kind, language, names_parameter)
  if words == "" then return sentence end
  local chinese = language == "zh"
  local before = plain and opening or sentence:gsub(chinese and "。$" or "%.$", "")
  return before .. (chinese and "：" or ": ") .. words .. (chinese and "。" or ".")
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
