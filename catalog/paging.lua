-- How an action's result is paged through, from the names and types of its request's and its answer's fields.
-- What names and types cannot say is reviewed by hand, in catalog/paging_notes.lua.

local paging_notes = require "catalog.paging_notes"

local paging = {}

---@class catalog.Paging fields are paths: "Offset", "Filter.Offset"
---@field kind "offset"|"page"|"token" the way to prefer; another is there where its fields are
---@field offset string? request: how many items, or pages, to skip
---@field limit string? request: how many items to give, beside an offset or a token
---@field page string? request: the number of the page
---@field size string? request: how many items a page has
---@field token string? request: where to go on, from the answer before
---@field next string? response: where to go on
---@field total string? response: how many items there are on all pages
---@field more string? response: true while there is more
---@field over string? response: true at the end
---@field list string? response: the items
---@field lists string[]? response: the lists of which one has the items, where it has several and none is certain
---@field strings table<string, true>? the parts of the request that are sent as text
---@field first integer? the number of the first page: of `page`, or of an `offset` that counts pages
---@field counts "items"|"pages"|"unsure"|nil what an offset counts
---@field ends_with string[]? codes that say that there are no items on this page

-- The names that really occur, the most telling first.
local OFFSETS = { "Offset", "OffSet", "MgoOffset", "DisplayStart", "Skip" }
local PAGES = { "PageNumber", "PageNo", "PageNum", "PageIndex", "Page" }
local TOKENS = {
  "NextToken", "PaginationToken", "PageToken", "ContinueToken", "ScrollToken", "ScrollId", "ScrollID", "Context",
  "ConText", "Cursor", "NextCursor", "Marker",
}
local OFFSET_LIMITS = { "Limit", "MgoLimit", "DisplayLength", "PageSize", "Length", "Size" }
local TOKEN_LIMITS = { "MaxResults", "Limit", "PageSize", "MaxItems", "MaxKeys", "MaxNum", "Size", "Count" }
local SIZES = { "PageSize", "Limit", "PerPage", "Size", "MaxSize", "Count" }
local TOTALS = {
  "TotalCount", "Total", "TotalNum", "TotalNumber", "TotalSize", "TotalCnt", "TotalCounts", "TotalRow",
  "TotalElements", "TotalRecords",
}
local MORE = { "IsTruncated", "HasMore", "HaveMore", "HasNextPage" }
local OVER = { "ListOver", "Listover", "IsEnd" }

local NUMBERS = { int = true, uint = true, string = true }
local FLAGS = { bool = true }

local DEPTH = 3 -- levels of fields, the top the first

-- The top and the structures below it, but for those in lists, the highest first.
local function containers_of(fields, types)
  local containers, position, depth = { { path = "", fields = fields, depth = 1 } }, 1, DEPTH
  while containers[position] do
    local container = containers[position]
    for _, field in ipairs(container.fields) do
      if types[field.type] and not field.list and not field.disabled and container.depth < depth then
        table.insert(containers, { path = container.path .. field.name .. ".", fields = types[field.type],
          depth = container.depth + 1 })
      end
    end
    position = position + 1
  end
  return containers
end

-- The fields of a container that are no lists, by name.
local function scalars_of(container, types)
  local scalars = { path = container.path, fields = {} }
  for _, field in ipairs(container.fields) do
    if not field.list and not field.disabled and not types[field.type] then scalars.fields[field.name] = field end
  end
  return scalars
end

local function find(scalars, names, wanted)
  for _, name in ipairs(names) do
    local field = scalars.fields[name]
    if field and wanted[field.type] then return field end
  end
end

local function path_of(scalars, field)
  return field and scalars.path .. field.name
end

-- What one container of a request has to page by.
local function find_ways(scalars)
  local ways = {
    token = find(scalars, TOKENS, NUMBERS), offset = find(scalars, OFFSETS, NUMBERS), page = find(scalars, PAGES, NUMBERS),
  }
  -- An index is a page only beside a count; elsewhere it is one of a database, or of a log.
  if not ways.page and scalars.fields.Count then ways.page = find(scalars, { "Index" }, NUMBERS) end
  if ways.page and not ways.offset then ways.size = find(scalars, SIZES, NUMBERS) end
  if ways.offset then ways.limit = find(scalars, OFFSET_LIMITS, NUMBERS) end
  if ways.token then ways.limit = ways.limit or find(scalars, TOKEN_LIMITS, NUMBERS) end
  return ways
end

-- The field of an answer that gives the next token: it has the token's name, with or without Next before it.
local function find_next(answer, token)
  local bare = token:gsub("^Next", "")
  for _, scalars in ipairs(answer) do
    local field = find(scalars, { "Next" .. bare, bare }, NUMBERS)
    if field then return path_of(scalars, field) end
  end
end

local function find_path(answer, names, wanted)
  for _, scalars in ipairs(answer) do
    local field = find(scalars, names, wanted)
    if field then return path_of(scalars, field) end
  end
end

-- Structures of these two are the choices of a filter in a console's page, never the items.
local function is_choice(fields)
  local names = {}
  for _, field in ipairs(fields) do names[field.name] = true end
  return names.Text and names.Value and #fields <= 3
end

local function lists_of(containers, types)
  local lists = {}
  for _, container in ipairs(containers) do
    for _, field in ipairs(container.fields) do
      if field.list and not field.disabled then
        table.insert(lists, { name = field.name, path = container.path .. field.name, container = container.path,
          parts = types[field.type] })
      end
    end
  end
  return lists
end

-- "DescribeRuleRealServers" -> "RuleRealServer"; "RealServerSet" -> "RealServer"
local function noun_of(name)
  for _, ending in ipairs { "List", "Lists", "Set", "Infos", "Info" } do name = name:gsub("(%w)" .. ending .. "$", "%1") end
  return (name:gsub("ies$", "y"):gsub("s$", ""))
end

local function filter(list, accept)
  local kept = {}
  for _, item in ipairs(list) do
    if accept(item) then table.insert(kept, item) end
  end
  return kept
end

-- The lists of which one has the items; one list where that is certain: it is the only one, or the only one of structures
-- that are no choices, or the only one of those that has the action's name.
local function candidates(lists, action)
  if #lists < 2 then return lists end
  local structures = filter(lists, function(list) return list.parts and not is_choice(list.parts) end)
  if #structures == 0 then return lists end
  local noun = noun_of((action:gsub("^%u%l+", "")))
  local named = filter(structures, function(list)
    local own = noun_of(list.name)
    return #own > 2 and noun:sub(-#own) == own
  end)
  return #named == 1 and named or structures
end

-- The containers of an answer, that of its list first: what counts the items stands beside them.
local function nearest_first(containers, types, list)
  local answer = {}
  for _, container in ipairs(containers) do
    local position = list and container.path == list.container and 1 or #answer + 1
    table.insert(answer, position, scalars_of(container, types))
  end
  return answer
end

local function add_strings(facts, ways)
  for part, field in pairs(ways) do
    if field.type == "string" and facts[part] then
      facts.strings = facts.strings or {}
      facts.strings[part] = true
    end
  end
end

-- The names that a request's container uses, as far as they page.
local function way_facts(scalars, answer, total)
  local ways = find_ways(scalars)
  local next_path = ways.token and find_next(answer, ways.token.name)
  if not next_path then ways.token = nil end
  -- An Offset without a Limit is often a position in a log: only a total shows that it counts items.
  if ways.offset and not (ways.limit or total) then ways.offset = nil end
  if ways.offset then ways.page, ways.size = nil, nil end
  local kind = ways.token and "token" or ways.offset and "offset" or ways.page and "page"
  if not kind then return end
  local facts = { kind = kind, next = next_path }
  for part, field in pairs(ways) do facts[part] = path_of(scalars, field) end
  if kind == "page" then facts.limit = nil end
  add_strings(facts, ways)
  return facts
end

-- What the names do not say: where pages begin, and what an offset counts.
local function add_notes(facts, name, codes)
  local note = paging_notes.of(name)
  if facts.offset then facts.counts = note and note.counts or "items" end
  if note then
    facts.first = note.first
  elseif facts.page then
    facts.first = 1
  end
  for _, code in ipairs(codes) do
    if paging_notes.ends_with[code] then
      facts.ends_with = facts.ends_with or {}
      table.insert(facts.ends_with, code)
    end
  end
end

---Gives nil where the action does not page, or its names do not show how.
---@param service string
---@param action catalog.SchemaAction
---@param types table<string, catalog.SchemaField[]> the structures of its version
---@param codes string[] those that it declares
---@return catalog.Paging?
function paging.of(service, action, types, codes)
  local output = containers_of(action.output, types)
  local lists = candidates(lists_of(output, types), action.name)
  local list = #lists == 1 and lists[1] or nil
  local answer = nearest_first(output, types, list)
  local total = find_path(answer, TOTALS, NUMBERS)
  for _, container in ipairs(containers_of(action.input, types)) do
    local facts = way_facts(scalars_of(container, types), answer, total)
    if facts then
      facts.list, facts.total = list and list.path, total
      facts.more, facts.over = find_path(answer, MORE, FLAGS), find_path(answer, OVER, FLAGS)
      if #lists > 1 then
        facts.lists = {}
        for _, one in ipairs(lists) do table.insert(facts.lists, one.path) end
      end
      add_notes(facts, service .. "." .. action.name, codes)
      return facts
    end
  end
end

return paging
