-- Writes catalog/vocabulary.lua as a C header: an enum and the names for each list, a constant for each limit and each
-- client code. Checks it first, so that a word without one of its parts cannot be built.

local vocabulary_header = {}

local function upper(name)
  return (name:gsub("(%l)(%u)", "%1_%2"):upper())
end

-- Raises where an entry lacks a field, has another one, or one of another type.
local function check_fields(what, entry, fields)
  for field, wanted in pairs(fields) do
    if type(entry[field]) ~= wanted or entry[field] == "" then
      error(("%s %s: the field %s is missing; it is a %s"):format(what, tostring(entry.name), field, wanted), 0)
    end
  end
  for field in pairs(entry) do
    if not fields[field] then error(("%s %s: no field %s is known"):format(what, tostring(entry.name), field), 0) end
  end
end

local function set_of(what, names, pattern)
  local set = {}
  for _, name in ipairs(names) do
    if not name:find(pattern) then error(("%s: '%s' is not a word"):format(what, name), 0) end
    if set[name] then error(("%s: '%s' is listed twice"):format(what, name), 0) end
    set[name] = true
  end
  return set
end

local function names_of(entries)
  local names = {}
  for position, entry in ipairs(entries) do names[position] = entry.name end
  return names
end

local KIND = { name = "string", retryable = "string", executed = "string", refused = "boolean", hopeless = "boolean",
  summary = "string", summary_zh = "string", sentence = "string", sentence_zh = "string", advice = "string",
  advice_zh = "string" }
local PAIRS = { "reads_advice", "opening" } -- which a kind may have, in both languages

-- The fields of a kind: those of all, and the pairs that it has a half of.
local function fields_of_kind(kind)
  local fields = {}
  for field, wanted in pairs(KIND) do fields[field] = wanted end
  for _, field in ipairs(PAIRS) do
    if kind[field] or kind[field .. "_zh"] then fields[field], fields[field .. "_zh"] = "string", "string" end
  end
  return fields
end

local CLIENT_CODE = { name = "string", passes = "boolean", broken = "boolean", of_call = "boolean" }
local LIMIT = { name = "string", value = "number" }
local LIMIT_WITH_TEXT = { name = "string", value = "number", text = "string" }
local INT_MAX = 2147483647

local function check_limit(limit)
  check_fields("limit", limit, limit.text and LIMIT_WITH_TEXT or LIMIT)
  if limit.value < 1 or limit.value > INT_MAX or limit.value % 1 ~= 0 then
    error(("limit %s: its value is no int"):format(limit.name), 0)
  end
end

---Raises an error that names the word and the part where the vocabulary is not whole.
---@param vocabulary table as catalog/vocabulary.lua gives it
function vocabulary_header.check(vocabulary)
  local retryable = set_of("retryable", vocabulary.retryable, "^%l+$")
  local executed = set_of("executed", vocabulary.executed, "^%l+$")
  for _, list in ipairs { "source", "paging", "paging_fields", "paging_counts", "flags", "sites", "statuses" } do
    set_of(list, vocabulary[list], "^[%l_]+$")
  end
  for _, kind in ipairs(vocabulary.kinds) do
    check_fields("kind", kind, fields_of_kind(kind))
    if not retryable[kind.retryable] then error(("kind %s: its retryable is not one"):format(kind.name), 0) end
    if not executed[kind.executed] then error(("kind %s: its executed is not one"):format(kind.name), 0) end
  end
  set_of("kinds", names_of(vocabulary.kinds), "^[%l_]+$")
  for _, code in ipairs(vocabulary.client_codes) do check_fields("client code", code, CLIENT_CODE) end
  set_of("client codes", names_of(vocabulary.client_codes), "^%u%a+$")
  for _, limit in ipairs(vocabulary.limits) do check_limit(limit) end
  set_of("limits", names_of(vocabulary.limits), "^%l+$")
end

local function write_enum(out, name, prefix, words, count)
  out:write(("\nenum %s {\n"):format(name))
  for position, word in ipairs(words) do
    out:write(("    %s%s%s,\n"):format(prefix, upper(word), position == 1 and " = 0" or ""))
  end
  out:write(("    %s\n};\n"):format(count))
end

-- A macro that lists values in the order of the enum, to initialize an array with.
local function write_values(out, macro, values)
  out:write(("#define %s \\\n    %s\n"):format(macro, table.concat(values, ", \\\n    ")))
end

local function quoted(words)
  local list = {}
  for position, word in ipairs(words) do list[position] = ('"%s"'):format(word) end
  return list
end

-- One field of each entry, as C writes it.
local function column(entries, field)
  local list = {}
  for position, entry in ipairs(entries) do list[position] = tostring(entry[field]) end
  return list
end

-- An enum TC_X_A ... TC_XS, which counts them, and TC_X_NAMES.
local function write_list(out, name, prefix, words)
  write_enum(out, name, prefix .. "_", words, prefix .. "S")
  write_values(out, prefix .. "_NAMES", quoted(words))
end

local function write_client_codes(out, codes)
  local names = {}
  for position, code in ipairs(codes) do names[position] = "ClientError." .. code.name end
  write_enum(out, "tc_client_code", "TC_CLIENT_", names_of(codes), "TC_CLIENT_CODES")
  write_values(out, "TC_CLIENT_CODE_NAMES", quoted(names))
  write_values(out, "TC_CLIENT_CODE_BROKEN", column(codes, "broken"))
  write_values(out, "TC_CLIENT_CODE_OF_CALL", column(codes, "of_call"))
end

local function write_limits(out, limits)
  local values, texts = {}, {}
  for position, limit in ipairs(limits) do
    values[position] = ("%d"):format(limit.value) -- a float too, as 2^20 is one
    texts[position] = limit.text or values[position]
  end
  out:write "\nenum {\n"
  for position, limit in ipairs(limits) do
    out:write(("    TC_%s_MAX = %s,\n"):format(limit.name:upper(), values[position]))
  end
  out:write(("    TC_LIMITS = %d\n};\n"):format(#limits))
  for position, limit in ipairs(limits) do
    out:write(('#define TC_%s_MAX_TEXT "%s"\n'):format(limit.name:upper(), texts[position]))
  end
  write_values(out, "TC_LIMIT_NAMES", quoted(names_of(limits)))
  write_values(out, "TC_LIMIT_VALUES", values)
  write_values(out, "TC_LIMIT_TEXTS", quoted(texts))
end

---Writes the header.
---@param out file*
---@param vocabulary table checked
function vocabulary_header.write(out, vocabulary)
  out:write("/* Made by catalog/compile.lua from catalog/vocabulary.lua: change that, not this. */\n")
  out:write("#ifndef TC_VOCABULARY_H\n#define TC_VOCABULARY_H\n")
  write_list(out, "tc_kind", "TC_KIND", names_of(vocabulary.kinds))
  write_values(out, "TC_KIND_REFUSED", column(vocabulary.kinds, "refused"))
  write_values(out, "TC_KIND_HOPELESS", column(vocabulary.kinds, "hopeless"))
  write_list(out, "tc_retryable", "TC_RETRYABLE", vocabulary.retryable)
  write_list(out, "tc_executed", "TC_EXECUTED", vocabulary.executed)
  write_list(out, "tc_source", "TC_SOURCE", vocabulary.source)
  write_list(out, "tc_paging", "TC_PAGING", vocabulary.paging)
  write_list(out, "tc_paging_field", "TC_PAGING_FIELD", vocabulary.paging_fields)
  write_list(out, "tc_paging_count", "TC_PAGING_COUNT", vocabulary.paging_counts)
  write_list(out, "tc_flag", "TC_FLAG", vocabulary.flags)
  write_list(out, "tc_site", "TC_SITE", vocabulary.sites)
  write_list(out, "tc_status", "TC_STATUS", vocabulary.statuses)
  write_client_codes(out, vocabulary.client_codes)
  write_limits(out, vocabulary.limits)
  out:write "\n#endif\n"
end

return vocabulary_header
