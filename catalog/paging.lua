-- How an action's result is paged through, from the fields that it takes and gives, with their types.

local notes = require "catalog.paging_notes"

local paging = {}

---What tc.pages goes by. Fields are paths: "Offset", "Filter.Offset", "Result.Content".
---@class catalog.Paging
---@field kind "offset"|"page"|"token" the way to begin with; the others are there where their fields are
---@field offset string? request: how many items, or pages, to skip
---@field limit string? request: how many items to give, beside an offset or a token
---@field page string? request: the number of the page
---@field size string? request: how many items a page has
---@field token string? request: where to go on, from the answer before
---@field next string? response: where to go on
---@field list string? response: the items; nil where `lists` names several
---@field total string? response: how many items there are on all pages
---@field more string? response: true while there is more
---@field over string? response: true at the end
---@field first integer? the number of the first page; nil where it is not known
---@field counts "items"|"pages"|"unsure"|nil what `offset` counts
---@field strings string[] the request fields above that are text
---@field ends_with string[] codes that mean "no more"
---@field lists string[] the lists of the answer, where there are several

local function set(...)
  local names = {}
  for _, name in ipairs({ ... }) do names[name] = true end
  return names
end

-- The names that the fields have. Where several are there, the first one counts.
local OFFSETS = { "Offset", "OffSet", "MgoOffset" }
local PAGES = { "PageNumber", "PageNum", "PageNo", "PageIndex", "Page", "Index" }
local SIZES = { "PageSize", "Limit", "PerPage", "Size", "MgoLimit", "Rp", "Count" }
local LIMITS = { "Limit", "MaxResults", "PageSize", "Size", "MgoLimit", "MaxKeys" }
local TOKENS = { "NextToken", "ScrollToken", "Context", "Cursor", "Marker", "PaginationToken", "PageToken", "ScrollId",
  "ScrollID", "ContinueToken" }
local TOTALS = set("TotalCount", "Total", "TotalNum", "TotalNumber", "TotalSize", "TotalRecords", "TotalRecord",
  "TotalElements", "TotalItems", "TotalRecordsCount", "totalCount", "total")
local MORE = set("HasMore", "HaveMore", "HasNext", "HasNextPage", "IsTruncated", "More")
local OVER = set("ListOver", "IsOver", "IsEnd", "Over", "Finished")

local NUMBERS = set("int", "uint", "string")
local BASIC = set("int", "uint", "float", "bool", "string", "date", "datetime", "datetime_iso", "binary")

-- Structures of lists that offer what one may filter by, beside the items.
local OPTIONS = set("FilterDataObject", "AttributeOptionSet", "FieldOption", "StandardItem")

local DEPTH = 3 -- levels of structures that are looked into

-- Calls visit(field, path) for the fields of one level of structures; gives the structures of the next one.
local function each_of_level(level, types, visit)
  local below = {}
  for _, structure in ipairs(level) do
    for _, field in ipairs(structure.fields) do
      local path = structure.prefix .. field.name
      visit(field, path, structure)
      if not field.list and types[field.type] then
        table.insert(below, { fields = types[field.type], prefix = path .. "." })
      end
    end
  end
  return below
end

-- The request's fields of the names, at the top or in one structure; disabled ones are not there.
local function request_fields(action, types)
  local structures = {}
  local below = each_of_level({ { fields = action.input, prefix = "" } }, types, function() end)
  for _, structure in ipairs { { fields = action.input, prefix = "" }, (table.unpack or unpack)(below) } do
    local present = { prefix = structure.prefix }
    for _, field in ipairs(structure.fields) do
      if not field.list and not field.disabled and BASIC[field.type] then present[field.name] = field end
    end
    table.insert(structures, present)
  end
  return structures
end

local function first_of(names, structure, types)
  for _, name in ipairs(names) do
    local field = structure[name]
    if field and (not types or types[field.type]) then return field, structure.prefix .. name end
  end
end

-- All lists of the highest level that has any, and those of them that can be the items, where a total counts them: not
-- lists of plain values, nor of options to filter by.
local function lists_of(action, types)
  local level, depth = { { fields = action.output, prefix = "" } }, 1
  while #level > 0 and depth <= DEPTH do
    local found, likely = {}, {}
    local below = each_of_level(level, types, function(field, path)
      if not field.list then return end
      table.insert(found, path)
      if not BASIC[field.type] and not OPTIONS[field.type] then table.insert(likely, path) end
    end)
    if #found > 0 then return found, likely end
    level, depth = below, depth + 1
  end
  return {}, {}
end

-- The only field that fits, on the highest level that has one; nil where several do.
local function only_field(action, types, fits)
  local level, depth = { { fields = action.output, prefix = "" } }, 1
  while #level > 0 and depth <= DEPTH do
    local found, last = 0, nil
    local below = each_of_level(level, types, function(field, path)
      if not field.list and fits(field, path) then found, last = found + 1, path end
    end)
    if found > 0 then return found == 1 and last or nil end
    level, depth = below, depth + 1
  end
end

local function named(names, types)
  return function(field) return names[field.name] and types[field.type] end
end

-- What a token is called in the answer: as in the request, or as the next one.
local function next_names(token)
  return set(token, "Next" .. token, token == "ScrollId" and "ScrollID" or token)
end

-- The way of tokens: a request field, and a response field to go on from.
local function by_token(action, types, structures)
  for _, structure in ipairs(structures) do
    for _, name in ipairs(TOKENS) do
      local field = structure[name]
      local next = field and NUMBERS[field.type] and only_field(action, types, named(next_names(name), NUMBERS))
      if next then return { token = structure.prefix .. name, next = next, field = field } end
    end
  end
end

-- The way of offsets. An Offset without a limit is often a position in a log: only a total shows that it counts items.
local function by_offset(structures, total)
  for _, structure in ipairs(structures) do
    local field, path = first_of(OFFSETS, structure, NUMBERS)
    local _, limit = first_of(LIMITS, structure, NUMBERS)
    if path and (limit or total) then return { offset = path, field = field } end
  end
end

-- A page's number. A bare Index or Page counts pages only beside a size.
local function by_page(structures)
  for _, structure in ipairs(structures) do
    local field, path = first_of(PAGES, structure, NUMBERS)
    local _, size = first_of(SIZES, structure, NUMBERS)
    local sure = path and (size or field.name:find "^Page%u")
    if sure then return { page = path, size = size, field = field } end
  end
end

local function limit_of(structures)
  for _, structure in ipairs(structures) do
    local _, path = first_of(LIMITS, structure, NUMBERS)
    if path then return path end
  end
end

-- Which of the request's paging fields are text.
local function text_fields(facts, structures)
  local texts = {}
  for _, key in ipairs { "offset", "limit", "page", "size" } do
    for _, structure in ipairs(structures) do
      for name, field in pairs(structure) do
        if name ~= "prefix" and structure.prefix .. name == facts[key] and field.type == "string" then
          table.insert(texts, key)
        end
      end
    end
  end
  return texts
end

local function sorted_codes(codes, wanted)
  local list = {}
  for _, code in ipairs(codes or {}) do
    if wanted[code] then table.insert(list, code) end
  end
  table.sort(list)
  return list
end

---How an action pages; nil where its fields do not say that it does.
---@param name string "service.Action"
---@param action catalog.SchemaAction
---@param types table<string, catalog.SchemaField[]>
---@param codes string[]? that the action declares
---@return catalog.Paging?
function paging.of(name, action, types, codes)
  local structures = request_fields(action, types)
  local total = only_field(action, types, named(TOTALS, NUMBERS))
  local token, offset, page = by_token(action, types, structures), by_offset(structures, total), by_page(structures)
  if not (token or offset or page) then return nil end
  if offset and page then page = nil end
  local lists, likely = lists_of(action, types)
  if #lists == 0 then return nil end -- logs as text, statistics and the like
  if #lists > 1 and #likely == 1 and total then lists = likely end
  local note = notes.by_action[name] or {}
  local facts = {
    kind = token and "token" or offset and "offset" or "page",
    token = token and token.token,
    next = token and token.next,
    offset = offset and offset.offset,
    page = page and page.page,
    size = page and page.size,
    limit = (token or offset) and limit_of(structures) or nil,
    list = #lists == 1 and lists[1] or nil,
    lists = #lists > 1 and lists or {},
    total = total,
    more = only_field(action, types, named(MORE, set("bool"))),
    over = only_field(action, types, named(OVER, set("bool"))),
    counts = offset and (note.counts or "items") or nil,
    first = note.first,
    ends_with = sorted_codes(codes, notes.no_more),
  }
  if page and not facts.first then facts.first = 1 end
  facts.strings = text_fields(facts, structures)
  return facts
end

return paging
