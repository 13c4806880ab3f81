-- What src/catalog/description.c makes of the texts, in Lua: the specs compare the two.
local texts = require "catalog.texts"
local vocabulary = require "catalog.vocabulary"

local reference = {}

local function advice_of(name, language)
  for _, kind in ipairs(vocabulary.kinds) do
    if kind.name == name then return language == "zh" and kind.advice_zh or kind.advice end
  end
end

---Splits an identifier into its words: a word begins at a capital that follows a small letter or a digit, or that
---follows a capital and stands before a small letter; "." and "_" part words too. A capital before a small letter is
---then made small. "TagQpsLimit" gives "tag qps limit", "VPCNotFound" gives "VPC not found".
---@param identifier string
---@return string
function reference.words(identifier)
  local spaced = identifier:gsub("[._]+", " "):gsub("([%l%d])(%u)", "%1 %2"):gsub("(%u)(%u%l)", "%1 %2")
  spaced = spaced:gsub("%u%l", string.lower)
  return (spaced:gsub("^ +", ""):gsub(" +$", ""))
end

---Gives the description and the advice of a code.
---@param service string? looked at first: a service's own text goes before the common one
---@param code string
---@param kind string the code's kind, by catalog/classify.lua
---@param language "en"|"zh"
---@return string description
---@return string advice
function reference.compose(service, code, kind, language)
  local own = service and texts.codes[service .. " " .. code] or texts.codes[code]
  if own then return own[language].description, own[language].advice end
  local advice = advice_of(kind, language)
  local category, detail = code:match "^([^.]*)%.?(.*)$"
  local sentence = texts.categories[category]
  if not sentence then sentence, detail = texts.categories["*"], code end
  local description = sentence[language].description
  if detail == "" then return description, advice end
  if language == "zh" then return description:gsub("。$", "：") .. reference.words(detail) .. "。", advice end
  return description:gsub("%.$", ": ") .. reference.words(detail) .. ".", advice
end

return reference
