-- Descriptions and advice in English and Chinese: put together here from catalog/texts/*.lua.
-- A code without its own text gets its category's sentence and the words of its detail, and its kind's advice.
local texts = { codes = {}, categories = {}, kinds = {} }

local function add_codes(entries)
  for code, text in pairs(entries) do
    texts.codes[code] = {
      en = { description = text[1], advice = text[2] },
      zh = { description = text[3], advice = text[4] },
    }
  end
end

add_codes(require "catalog.texts.common")
add_codes(require "catalog.texts.cls_logs")
add_codes(require "catalog.texts.cls_tasks")
for category, text in pairs(require "catalog.texts.categories") do
  texts.categories[category] = { en = { description = text[1] }, zh = { description = text[2] } }
end
for kind, text in pairs(require "catalog.texts.kinds") do
  texts.kinds[kind] = { en = { advice = text[1] }, zh = { advice = text[2] } }
end

---Splits an identifier into its words: a word begins at a capital that follows a small letter or a digit, or that
---follows a capital and stands before a small letter; "." and "_" part words too. A capital before a small letter is
---then made small. "TagQpsLimit" gives "tag qps limit", "VPCNotFound" gives "VPC not found".
---@param identifier string
---@return string
function texts.words(identifier)
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
function texts.compose(service, code, kind, language)
  local own = service and texts.codes[service .. " " .. code] or texts.codes[code]
  if own then return own[language].description, own[language].advice end
  local advice = texts.kinds[kind][language].advice
  local category, detail = code:match "^([^.]*)%.?(.*)$"
  local sentence = texts.categories[category]
  if not sentence then sentence, detail = texts.categories["*"], code end
  local description = sentence[language].description
  if detail == "" then return description, advice end
  if language == "zh" then return description:gsub("。$", "：") .. texts.words(detail) .. "。", advice end
  return description:gsub("%.$", ": ") .. texts.words(detail) .. ".", advice
end

return texts
