-- Descriptions and advice in English and Chinese: put together here from catalog/texts/*.lua.
-- A code without its own text gets its category's sentence and the words of its detail, and its kind's advice.
local texts = { codes = {}, categories = {} }

local function add_codes(entries)
  for code, text in pairs(entries) do
    texts.codes[code] = {
      en = { description = text[1], advice = text[2] },
      zh = { description = text[3], advice = text[4] },
    }
  end
end

-- The files of codes' texts: a new one is listed here.
for _, name in ipairs { "common", "cls_logs", "cls_tasks" } do add_codes(require("catalog.texts." .. name)) end

for category, text in pairs(require "catalog.texts.categories") do
  texts.categories[category] = { en = { description = text[1] }, zh = { description = text[2] } }
end

return texts
