-- Turns the facts of the catalog into numbered columns, which src/catalog/catalog_tables.h declares.
-- Everything is sorted by bytes, so that the C side may use binary search; ids are positions, counted from 0.

local actions = require "catalog.actions"
local counts = require "catalog.counts"
local paging_file = require "catalog.paging_file"
local reader = require "catalog.reader"
local retired = require "catalog.retired"
local table_builder = require "catalog.table_builder"
local vocabulary = require "catalog.vocabulary"
require "catalog.text_tables"

local unpack = table.unpack or unpack

local tables = {}

local Builder, new_numbering = table_builder.Builder, table_builder.new_numbering
local number_sorted, numbers_of = table_builder.number_sorted, table_builder.numbers_of
local LIMITS = table_builder.LIMITS

local RETRYABLE, EXECUTED = numbers_of(vocabulary.retryable), numbers_of(vocabulary.executed)
local SOURCE, FLAGS = numbers_of(vocabulary.source), numbers_of(vocabulary.flags)
local SITES, STATUSES = numbers_of(vocabulary.sites), numbers_of(vocabulary.statuses)
local PAGING_KINDS, PAGING_FIELDS = numbers_of(vocabulary.paging), vocabulary.paging_fields
local PAGING_COUNTS, FIELD_NUMBERS = numbers_of(vocabulary.paging_counts), numbers_of(vocabulary.paging_fields)
local UNSAID = 255 -- TC_PAGING_UNSAID: a number or word that a plan does not have

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
      local facts = paging[paging_file.name_of(service, action)]
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
  return bits + STATUSES[reader.status_of(action)] * 2 ^ (above + 1)
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
