-- Turns the facts of the catalog into numbered columns, which src/catalog/catalog_tables.h declares.
-- Everything is sorted by bytes, so that the C side may use binary search; ids are positions, counted from 0.

local actions = require "catalog.actions"
local counts = require "catalog.counts"
local lexicon = require "catalog.lexicon"
local phrases = require "catalog.phrases"
local retired = require "catalog.retired"
local vocabulary = require "catalog.vocabulary"
local words = require "catalog.words"

local unpack = table.unpack or unpack

local tables = {}

-- The numbers of the words, from 0, as the enums of vocabulary.h have them.
local function numbers_of(list)
  local numbers = {}
  for position, word in ipairs(list) do numbers[word] = position - 1 end
  return numbers
end

local RETRYABLE, EXECUTED = numbers_of(vocabulary.retryable), numbers_of(vocabulary.executed)
local SOURCE, FLAGS = numbers_of(vocabulary.source), numbers_of(vocabulary.flags)
local SITES, STATUSES = numbers_of(vocabulary.sites), numbers_of(vocabulary.statuses)
local PAGING_KINDS, PAGING_FIELDS = numbers_of(vocabulary.paging), vocabulary.paging_fields
local PAGING_COUNTS, FIELD_NUMBERS = numbers_of(vocabulary.paging_counts), numbers_of(vocabulary.paging_fields)
local UNSAID = 255 -- TC_PAGING_UNSAID: a number or word that a plan does not have

local LIMITS = {}
for _, limit in ipairs(vocabulary.limits) do LIMITS[limit.name] = limit.value end

local ROLES = { -- as TC_ROLE_STATES
  states = 1, vague = 2, error = 3, denies = 4, of = 5, deed = 6, thing = 7, small = 8, front = 9, hinders = 10,
  asks = 11, middle = 12,
}
local ANCHORS = { start = 1, finish = 2 } -- TC_ANCHOR_START and TC_ANCHOR_END

-- Hands out numbers, from 0, to distinct keys in the order of asking.
local function new_numbering()
  local numbering = { ids = {}, items = {} }
  function numbering.id_of(key, item)
    if not numbering.ids[key] then
      numbering.ids[key] = #numbering.items
      table.insert(numbering.items, item)
    end
    return numbering.ids[key]
  end
  return numbering
end

-- The ids of sorted names.
local function number_sorted(set)
  local names, ids = {}, {}
  for name in pairs(set) do table.insert(names, name) end
  table.sort(names)
  for position, name in ipairs(names) do ids[name] = position - 1 end
  return names, ids
end

local Builder = {}
Builder.__index = Builder

-- Gives the values of a new column.
function Builder:column(type, name)
  local column = { type = type, name = name, values = {} }
  table.insert(self.columns, column)
  return column.values
end

function Builder:size(name, value)
  table.insert(self.sizes, { name, value })
end

function Builder:verdict_of(entry, source)
  source = entry.source or source
  local key = table.concat({ entry.kind, entry.retryable, entry.executed, source }, " ")
  return self.verdicts.id_of(key, { entry = entry, source = source })
end

local function check_length(name)
  assert(#name <= LIMITS.name, "a name is too long: " .. name)
end

local function split_code(code)
  return code:match("^([^.]+)%.?(.*)$")
end

-- Codes that no action declares are known too: the newer common ones, those that are sent all the same, those that are
-- retired, and those that somebody wrote about, among them our own.
function Builder:collect_codes(sources)
  local codes, categories = {}, {}
  for _, list in ipairs { sources.common, sources.undeclared, sources.retired.codes } do
    for _, code in ipairs(list) do codes[code] = true end
  end
  for _, service in ipairs(sources.services) do
    for _, action in ipairs(service.actions) do
      for _, code in ipairs(action.codes) do codes[code] = true end
    end
  end
  for _, decided in ipairs(sources.classification.decided) do codes[decided.code] = true end
  for name in pairs(sources.texts.codes) do codes[name:match("%S+$")] = true end
  for code in pairs(codes) do categories[split_code(code)] = true end
  for category in pairs(sources.classification.categories) do categories[category] = true end
  self.codes, self.code_ids = number_sorted(codes)
  self.categories, self.category_ids = number_sorted(categories)
end

-- The same in src/catalog/catalog.c: four bytes at a time, the lowest first.
local function hash(text)
  local value = #text
  for at = 1, #text, 4 do
    local a, b, c, d = text:byte(at, at + 3)
    value = (value + a + (b or 0) * 256 + (c or 0) * 65536 + (d or 0) * 16777216) % 4294967296
    value = value * 1000003 % 4294967296
    value = (value + math.floor(value / 65536)) % 4294967296
  end
  return value
end

-- An open table with a free slot in two.
function Builder:add_code_slots()
  local bits = 1
  while 2 ^ bits < 2 * #self.codes do bits = bits + 1 end
  local count, slots = 2 ^ bits, self:column("uint16_t", "code_slots")
  for slot = 1, count do slots[slot] = 0 end
  for position, code in ipairs(self.codes) do
    local slot = hash(code) % count
    while slots[slot + 1] ~= 0 do slot = (slot + 1) % count end
    slots[slot + 1] = position
  end
  self:size("code_slots", count)
end

function Builder:add_codes(classify)
  local name = self:column("string", "code_name")
  local verdict = self:column("uint8_t", "code_verdict")
  for position, code in ipairs(self.codes) do
    check_length(code)
    local category_name, detail_text = split_code(code)
    name[position] = { self.category_ids[category_name], detail_text }
    verdict[position] = self:verdict_of(classify(nil, code))
  end
  self:size("codes", #self.codes)
  self:add_code_slots()
end

function Builder:add_common_codes(common)
  local ids = self:column("uint16_t", "common_code")
  for position, code in ipairs(common) do ids[position] = self.code_ids[code] end
  self:size("common_codes", #ids)
end

-- A code of a retired action may be declared by others, or be known for another reason: the list of codes says.
function Builder:add_retired_codes(list)
  local ids = self:column("uint16_t", "retired_code")
  for position, code in ipairs(list.codes) do ids[position] = self.code_ids[code] end
  self:size("retired_codes", #ids)
end

-- One bit for each field of the request that is text.
local function text_bits(facts)
  local bits = 0
  for _, field in ipairs(facts.strings) do bits = bits + 2 ^ FIELD_NUMBERS[field] end
  return bits
end

-- A plan: what the columns of paging hold of these facts, all but the list.
local function plan_of(facts, field_id)
  local plan = {
    kind = PAGING_KINDS[facts.kind],
    first = facts.first or UNSAID,
    counts = facts.counts and PAGING_COUNTS[facts.counts] or UNSAID,
    texts = text_bits(facts),
    ends = field_id(table.concat(facts.ends_with, ",")),
  }
  for position, name in ipairs(PAGING_FIELDS) do
    if name ~= "list" then plan[position] = field_id(facts[name] or "") end
  end
  return plan, table.concat({ plan.kind, plan.first, plan.counts, plan.texts, plan.ends, unpack(plan) }, " ")
end

-- Nobody reviews a retired action any more: in doubt it does not read.
local function reads(service, action)
  return not action.retired and actions.reads(service.service, action.name)
end

-- The actions that page, and their plans. The list's name varies most, so it is not a part of the plan. Several lists
-- are one name with commas.
function Builder:add_paging(services, paging)
  local fields, plans, lists, position = new_numbering(), new_numbering(), {}, 0
  local function field_id(name) return fields.id_of(name, name) end
  field_id ""
  local action_ids, plans_of = self:column("uint16_t", "paging_action"), self:column("uint8_t", "paging_plan")
  local lists_of = self:column("uint16_t", "paging_list")
  for _, service in ipairs(services) do
    for _, action in ipairs(service.actions) do
      local facts = paging[("%s@%s.%s"):format(service.service, service.version, action.name)]
      if facts and reads(service, action) then
        local plan, key = plan_of(facts, field_id)
        table.insert(action_ids, position)
        table.insert(plans_of, plans.id_of(key, plan))
        table.insert(lists, facts.list or table.concat(facts.lists, ","))
      end
      position = position + 1
    end
  end
  self:size("paging", #action_ids)
  assert(#fields.items <= 256, "there are too many names of paging fields for a byte")
  for index, list in ipairs(lists) do lists_of[index] = field_id(list) end
  local columns = {}
  for _, name in ipairs { "kind", "first", "counts", "ends" } do
    columns[name] = self:column("uint8_t", "paging_" .. name)
  end
  columns.texts = self:column("uint16_t", "paging_texts")
  local plan_fields = self:column("uint8_t", "paging_fields")
  for number, plan in ipairs(plans.items) do
    for name, values in pairs(columns) do values[number] = plan[name] end
    for index = 1, #PAGING_FIELDS - 1 do table.insert(plan_fields, plan[index]) end
  end
  local field_name = self:column("string", "field_name")
  for number, name in ipairs(fields.items) do field_name[number] = name end
end

-- One bit for each flag that holds, one for each site that has the action, one for a retired action; and above them the
-- number of its status. src/catalog/catalog.c reads them.
local function action_flags(service, action)
  local holds = {
    reads = reads(service, action),
    client_token = action.client_token,
    dry_run = action.dry_run,
    streams = action.sse,
  }
  local bits = 0
  for flag, position in pairs(FLAGS) do
    if holds[flag] then bits = bits + 2 ^ position end
  end
  if not action.international then bits = bits + 2 ^ (#vocabulary.flags + SITES.mainland) end
  if not action.mainland then bits = bits + 2 ^ (#vocabulary.flags + SITES.international) end
  local above = #vocabulary.flags + #vocabulary.sites
  if action.retired then bits = bits + 2 ^ above end
  local status = action.offline and "offline" or action.deprecated and "deprecated" or "online"
  return bits + STATUSES[status] * 2 ^ (above + 1)
end

-- Actions that declare the same codes share one set.
function Builder:add_actions(services)
  local name, set = self:column("string", "action_name"), self:column("uint16_t", "action_set")
  local flags, sets = self:column("uint16_t", "action_flags"), new_numbering()
  for _, service in ipairs(services) do
    for _, action in ipairs(service.actions) do
      check_length(service.service .. "." .. action.name)
      table.insert(name, action.name)
      table.insert(flags, action_flags(service, action))
      table.insert(set, sets.id_of(table.concat(action.codes, " "), action.codes))
    end
  end
  local first, members = self:column("uint32_t", "set_first"), self:column("uint16_t", "set_codes")
  for position, codes in ipairs(sets.items) do
    first[position] = #members
    for _, code in ipairs(codes) do table.insert(members, self.code_ids[code]) end
  end
  table.insert(first, #members)
  self:size("actions", #name)
end

function Builder:add_services(services)
  local service_name, service_first = self:column("string", "service_name"), self:column("uint16_t", "service_first")
  local version_name, version_first = self:column("string", "version_name"), self:column("uint16_t", "version_first")
  local version_service, action_count = self:column("uint16_t", "version_service"), 0
  for _, service in ipairs(services) do
    if service_name[#service_name] ~= service.service then
      table.insert(service_name, service.service)
      table.insert(service_first, #version_name)
    end
    table.insert(version_name, service.version)
    table.insert(version_first, action_count)
    table.insert(version_service, #service_name - 1)
    action_count = action_count + #service.actions
    self.service_ids[service.service] = #service_name - 1
  end
  table.insert(service_first, #version_name)
  table.insert(version_first, action_count)
  for position = 2, #service_first do
    assert(service_first[position] - service_first[position - 1] <= LIMITS.versions, "a service has too many versions")
  end
  self:size("services", #service_name)
  self:size("versions", #version_name)
end

-- Other names of services, sorted.
function Builder:add_service_names(services)
  local name, of, known = self:column("string", "alias_name"), self:column("uint16_t", "alias_service"), {}
  for _, service in ipairs(services) do
    for other in (service.also or ""):gmatch "%S+" do
      local id = self.service_ids[service.service]
      assert(not self.service_ids[other] and (known[other] or id) == id, "a service's other name is taken: " .. other)
      if not known[other] then table.insert(name, other) end
      known[other] = id
    end
  end
  table.sort(name)
  for position, other in ipairs(name) do of[position] = known[other] end
  self:size("aliases", #name)
end

function Builder:add_categories(classification)
  local name, verdict = self:column("string", "category_name"), self:column("uint8_t", "category_verdict")
  for position, category in ipairs(self.categories) do
    name[position] = category
    local own = classification.categories[category]
    verdict[position] = self:verdict_of(own or classification.default, own and "exact" or "category")
  end
  local class = self:column("uint8_t", "category_class")
  for position, category in ipairs(self.categories) do
    class[position] = classification.class_ids[classification.class_of[category] or "other"]
  end
  self:size("categories", #name)
  self:size("default_verdict", self:verdict_of(classification.default, "category"))
end

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

local function sorted_names(set)
  return (number_sorted(set))
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
  for _, name in ipairs(sorted_names(texts.codes)) do self.text_rows[name] = add_row(texts.codes[name]) end
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
  for _, name in ipairs(sorted_names(texts.codes)) do add(name) end
  table.sort(rows, function(left, right) return left.key < right.key end)
  local key, verdict = self:column("uint32_t", "note_key"), self:column("uint8_t", "note_verdict")
  local text = self:column("uint16_t", "note_text")
  for position, row in ipairs(rows) do
    key[position], verdict[position], text[position] = row.key, row.verdict, row.text
  end
  self:size("notes", #key)
end

function Builder:add_verdicts()
  local usual, kind_ids = self:column("uint8_t", "kind_verdict"), {}
  for position, kind in ipairs(vocabulary.kinds) do
    kind_ids[kind.name] = position - 1
    local verdict = { kind = kind.name, retryable = kind.retryable, executed = kind.executed }
    usual[position] = self:verdict_of(verdict, "category")
  end
  local kind, retryable = self:column("uint8_t", "verdict_kind"), self:column("uint8_t", "verdict_retryable")
  local executed, source = self:column("uint8_t", "verdict_executed"), self:column("uint8_t", "verdict_source")
  for position, verdict in ipairs(self.verdicts.items) do
    local entry = verdict.entry
    kind[position] = assert(kind_ids[entry.kind], "a verdict has an unknown kind")
    retryable[position] = assert(RETRYABLE[entry.retryable], "a verdict has an unknown 'retryable'")
    executed[position] = assert(EXECUTED[entry.executed], "a verdict has an unknown 'executed'")
    source[position] = assert(SOURCE[verdict.source], "a verdict has an unknown source")
  end
end

---@class catalog.Sources
---@field services catalog.Service[] sorted by service and version
---@field retired catalog.Retired
---@field undeclared string[] codes that are sent although no list declares them
---@field classification table
---@field classify fun(service: string?, code: string): catalog.Verdict
---@field texts table
---@field glossary table
---@field common string[] the codes that any action may return
---@field paging table<string, catalog.Paging> by "service@version.Action"

---@param sources catalog.Sources
---@return { [1]: string, [2]: integer }[] sizes
---@return catalog.Column[] columns
function tables.build(sources)
  local classification, texts = sources.classification, sources.texts
  local services = retired.join(sources.services, sources.retired)
  local live = counts.of(sources.services)
  local builder = setmetatable(
    { sizes = {}, columns = {}, verdicts = new_numbering(), service_ids = {}, text_rows = {} }, Builder)
  builder:size("live_services", live.services)
  builder:size("live_actions", live.actions)
  builder:collect_codes(sources)
  builder:add_services(services)
  builder:add_service_names(services)
  builder:add_actions(services)
  builder:add_paging(services, sources.paging)
  builder:add_codes(sources.classify)
  builder:add_common_codes(sources.common)
  builder:add_retired_codes(sources.retired)
  builder:add_categories(classification)
  builder:add_phrases(classification)
  builder:add_texts(texts)
  builder:add_glossary(sources.glossary)
  builder:add_notes(classification, sources.classify, texts)
  builder:add_verdicts()
  return builder.sizes, builder.columns
end

return tables
