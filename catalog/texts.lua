-- Descriptions and advice in English and Chinese: put together here from catalog/texts/*.lua.
-- A code without its own text gets a sentence and the words of its detail, and its kind's advice.
local texts = { codes = {}, categories = {} }

-- The files of codes' texts: a new one is listed here. Of two texts of one code the later file's holds.
local FILES = {
  "common", "faces", "cls_logs", "cls_tasks", "identity", "sms", "compute", "models", "declared_1", "declared_2",
  "declared_3", "reviews",
}

local vocabulary = require "catalog.vocabulary"

local function add_codes(entries)
  for code, text in pairs(entries) do
    texts.codes[code] = {
      en = { description = text[1], advice = text[2], reads_advice = text[5] },
      zh = { description = text[3], advice = text[4], reads_advice = text[6] },
    }
  end
end

for _, name in ipairs(FILES) do add_codes(require("catalog.texts." .. name)) end

local sentences = {}
for _, kind in ipairs(vocabulary.kinds) do
  sentences[kind.name] = { kind.sentence, kind.sentence_zh, kind.opening, kind.opening_zh }
end

for category, text in pairs(require "catalog.texts.categories") do
  if type(text) == "string" then text = assert(sentences[text], "there is no kind " .. text) end
  texts.categories[category] = {
    en = { description = text[1], opening = text[3] },
    zh = { description = text[2], opening = text[4] },
  }
end

return texts
