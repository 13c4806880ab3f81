-- The columns of words and texts: the phrases of the word rules, the glossary, and what is said of codes.

local lexicon = require "catalog.lexicon"
local phrases = require "catalog.phrases"
local sorted = require "catalog.sorted"
local table_builder = require "catalog.table_builder"
local vocabulary = require "catalog.vocabulary"
local words = require "catalog.words"

local Builder, LIMITS = table_builder.Builder, table_builder.LIMITS
local new_numbering = table_builder.new_numbering

local ROLES = { -- as TC_ROLE_STATES
  states = 1, vague = 2, error = 3, denies = 4, of = 5, deed = 6, thing = 7, small = 8, front = 9, hinders = 10,
  asks = 11, middle = 12,
}
local ANCHORS = { start = 1, finish = 2 } -- TC_ANCHOR_START and TC_ANCHOR_END

-- The spellings of the words that the rules know, sorted. Gives the number of each form.
function Builder:add_spellings()
  local forms = { [lexicon.FILLER] = 0, [words.UNKNOWN] = 1, [words.DIGITS] = 2 } -- as src/catalog/words.h has them
  local text, form, count = self:column("string", "spelling_text"), self:column("uint16_t", "spelling_form"), 3
  for position, spelling in ipairs(lexicon.spellings) do
    local own = lexicon.form_of[spelling]
    if not forms[own] then
      forms[own] = count
      count = count + 1
    end
    text[position], form[position] = spelling, forms[own]
  end
  self:size("spellings", #text)
  for _, word in ipairs { "not", "have", "ongoing" } do self:size("form_" .. word, forms[word]) end
  return forms
end

local PHRASE_GAP = 32768 -- TC_PHRASE_GAP

-- The rules' phrases, one for each choice of words, in the rules' order.
function Builder:add_phrases(classification)
  local forms = self:add_spellings()
  local classes, anchors = self:column("uint32_t", "phrase_classes"), self:column("uint8_t", "phrase_anchors")
  local verdict, first = self:column("uint8_t", "phrase_verdict"), self:column("uint16_t", "phrase_first")
  local elements = self:column("uint16_t", "phrase_elements")
  for _, rule in ipairs(classification.word_rules) do
    local bits = 0
    for class in pairs(rule.classes) do bits = bits + 2 ^ classification.class_ids[class] end
    for _, phrase in ipairs(phrases.read(rule.phrase)) do
      table.insert(classes, bits)
      table.insert(anchors, (phrase.start and ANCHORS.start or 0) + (phrase.finish and ANCHORS.finish or 0))
      table.insert(verdict, self:verdict_of(rule, "rule"))
      table.insert(first, #elements)
      for place, word in ipairs(phrase.words) do
        table.insert(elements, forms[word] + (phrase.gaps[place] and PHRASE_GAP or 0))
      end
    end
  end
  self:size("phrases", #first)
  table.insert(first, #elements)
end

local NO_TEXT = { "", "", "", "", "", "" }
local ANY_SERVICE = 0xFFFF

local function text_row(text)
  local row = {}
  for _, language in ipairs { text.en or {}, text.zh or {} } do
    for _, part in ipairs { "description", "advice", "reads_advice" } do table.insert(row, language[part] or "") end
  end
  return row
end

-- What stands before words: a sentence, and the opening of plain ones.
local function frame_row(english, chinese)
  return {
    en = { description = english.description, advice = english.opening },
    zh = { description = chinese.description, advice = chinese.opening },
  }
end

-- Texts are rows of six: description, advice and the advice for an action that only reads, in English, then in Chinese;
-- row 0 has none. A kind has two: one with its summary and its advice, then one with its sentence
-- and, as an advice, its opening; so has a category.
function Builder:add_texts(texts)
  local rows = { NO_TEXT }
  local function add_row(text)
    if not text then return 0 end
    table.insert(rows, text_row(text))
    return #rows - 1
  end
  for _, name in ipairs(sorted.keys(texts.codes)) do self.text_rows[name] = add_row(texts.codes[name]) end
  local category_text = self:column("uint16_t", "category_text_row")
  local kind_text = self:column("uint16_t", "kind_text_row")
  for position, name in ipairs(self.categories) do
    local text = texts.categories[name]
    category_text[position] = add_row(text and frame_row(text.en, text.zh))
  end
  for position, kind in ipairs(vocabulary.kinds) do
    kind_text[position] = add_row {
      en = { description = kind.summary, advice = kind.advice, reads_advice = kind.reads_advice },
      zh = { description = kind.summary_zh, advice = kind.advice_zh, reads_advice = kind.reads_advice_zh },
    }
    add_row(frame_row({ description = kind.sentence, opening = kind.opening },
      { description = kind.sentence_zh, opening = kind.opening_zh }))
  end
  local strings = self:column("string", "text_strings")
  for _, row in ipairs(rows) do
    for _, text in ipairs(row) do
      assert(#text <= LIMITS.description, "a text is too long: " .. text)
      table.insert(strings, text)
    end
  end
end

-- The kinds that say what the words do, a bit for each.
local function says_bits(kinds)
  local bits = 0
  assert(#vocabulary.kinds <= 16, "the bits of the kinds do not fit")
  for position, kind in ipairs(vocabulary.kinds) do
    if kinds and kinds[kind.name] then bits = bits + 2 ^ (position - 1) end
  end
  return bits
end

-- The glossary: spellings, sorted, and what they mean, each meaning once.
function Builder:add_glossary(glossary)
  local entries, meanings = {}, new_numbering()
  for position, entry in ipairs(glossary.entries) do entries[position] = entry end
  table.sort(entries, function(left, right) return left.spelling < right.spelling end)
  local spelling, meaning = self:column("string", "term_spelling"), self:column("uint16_t", "term_meaning")
  for position, entry in ipairs(entries) do
    spelling[position] = entry.spelling
    local key = table.concat({ entry.english, entry.chinese, entry.role or "" }, "\n")
    meaning[position] = meanings.id_of(key, entry)
  end
  local english, chinese = self:column("string", "meaning_english"), self:column("string", "meaning_chinese")
  local role, says = self:column("uint8_t", "meaning_role"), self:column("uint16_t", "meaning_says")
  local repeats = self:column("uint16_t", "meaning_repeats")
  for position, entry in ipairs(meanings.items) do
    english[position], chinese[position] = entry.english, entry.chinese
    role[position] = entry.role and ROLES[entry.role] or 0
    says[position] = says_bits(glossary.says[entry.english])
    repeats[position] = says_bits(glossary.repeats[entry.english])
  end
  self:size("terms", #spelling)
end

-- What is said of single codes beyond their verdict: texts, and what one service means by them.
function Builder:add_notes(classification, classify, texts)
  local rows, seen = {}, {}
  local function add(name)
    local service, code = name:match("^(%S+) (%S+)$")
    local service_id = service and (self.service_ids[service] or error("there is no service " .. service))
    local key = (service_id or ANY_SERVICE) * 65536 + self.code_ids[code or name]
    if seen[key] then return end
    seen[key] = true
    local text = self.text_rows[name] or self.text_rows[code] or 0
    table.insert(rows, { key = key, verdict = self:verdict_of(classify(service, code or name)), text = text })
  end
  for _, decided in ipairs(classification.decided) do
    if decided.service then add(decided.service .. " " .. decided.code) end
  end
  for _, name in ipairs(sorted.keys(texts.codes)) do add(name) end
  table.sort(rows, function(left, right) return left.key < right.key end)
  local key, verdict = self:column("uint32_t", "note_key"), self:column("uint8_t", "note_verdict")
  local text = self:column("uint16_t", "note_text")
  for position, row in ipairs(rows) do
    key[position], verdict[position], text[position] = row.key, row.verdict, row.text
  end
  self:size("notes", #key)
end
