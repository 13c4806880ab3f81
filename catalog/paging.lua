-- How an action's result is paged through, from the fields that it takes and gives, with their types. What those do not
-- say is reviewed by hand, in catalog/paging_notes.lua; which list has the items, catalog/paging_lists.lua tells.

local containers = require "catalog.containers"
local notes = require "catalog.paging_notes"
local paging_lists = require "catalog.paging_lists"

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

-- The names that the fields have. Where several are there, the first one counts.
local OFFSETS = { "Offset", "OffSet", "MgoOffset", "ResourceOffset", "Skip" }
local LIMITS = { "Limit", "MaxResults", "PageSize", "Size", "MgoLimit", "ResourceLimit", "Length", "MaxKeys",
  "MaxItems", "MaxNum", "Count" }
local PAGES = { "PageNumber", "PageNum", "PageNo", "PageIndex", "Page", "PageOffset", "PageOffSet", "Index" }
local SIZES = { "PageSize", "Limit", "PerPage", "Size", "MgoLimit", "Rp", "Count" }
local TOKENS = { "NextToken", "ScrollToken", "Context", "ConText", "Cursor", "NextCursor", "Marker",
  "FileSystemIdMarker", "AccessGroupIdMarker", "RestoreTaskIdMarker", "PaginationToken", "PageToken", "ScrollId",
  "ScrollID", "ContinueToken" }
local TOTALS = { "TotalCount", "Total", "TotalNum", "TotalNumber", "TotalCnt", "TotalCounts", "TotalRecords",
  "TotalRecord", "TotalElements", "TotalItems", "TotalRecordsCount", "TotalRow", "TotalSize", "totalCount", "total" }
local MORE = { "HasMore", "HaveMore", "HasNext", "HasNextPage", "IsTruncated", "More" }
local OVER = { "ListOver", "Listover", "IsOver", "IsEnd", "End", "Over", "Finished" }

local NUMBERS = { int = true, uint = true, string = true }
local FLAGS = { bool = true }

-- The way of tokens: a field of the request, and one of the answer that is called the same, or Next and the same.
local function by_token(request, answer)
  for _, name in ipairs(TOKENS) do
    local field = request.fields[name]
    local bare = name:gsub("^Next", "")
    local names = { "Next" .. bare, bare, bare == "ScrollId" and "ScrollID" or nil }
    local next = field and NUMBERS[field.type] and containers.find(answer, names, NUMBERS)
    if next then return { token = request.path .. name, next = next } end
  end
end

-- The way of offsets. An Offset without a limit is often a position in a log: only a total shows that it counts items.
local function by_offset(request, limit, total)
  local offset = containers.find({ request }, OFFSETS, NUMBERS)
  if offset and (limit or total) then return { offset = offset } end
end

-- A page's number. A bare Index or Page counts pages only beside a size.
local function by_page(request)
  local page, field = containers.find({ request }, PAGES, NUMBERS)
  local size = containers.find({ request }, SIZES, NUMBERS)
  if page and (size or field.name:find "^Page%u") then return { page = page, size = size } end
end

-- The ways of one container of the request: all that it has, but not both an offset and pages.
local function ways_of(request, answer, total)
  local limit = containers.find({ request }, LIMITS, NUMBERS)
  local token, offset = by_token(request, answer), by_offset(request, limit, total)
  local page = not offset and by_page(request) or nil
  if not (token or offset or page) then return nil end
  local ways = { kind = token and "token" or offset and "offset" or "page", limit = (token or offset) and limit }
  for _, way in ipairs { token or {}, offset or {}, page or {} } do
    for key, path in pairs(way) do ways[key] = path end
  end
  return ways
end

-- Which of the request's paging fields are text. A token is given back as it came.
local function text_fields(ways, request)
  local texts = {}
  for _, key in ipairs { "offset", "limit", "page", "size" } do
    local field = ways[key] and request.fields[ways[key]:sub(#request.path + 1)]
    if field and field.type == "string" then table.insert(texts, key) end
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

-- The first of the request's containers that pages.
local function find_ways(requests, answer, total)
  for _, request in ipairs(requests) do
    local ways = ways_of(request, answer, total)
    if ways then return ways, request end
  end
end

---How an action pages; nil where its fields do not say that it does, or where it gives no list.
---@param name string "service.Action"
---@param action catalog.SchemaAction
---@param types table<string, catalog.SchemaField[]>
---@param codes string[]? that the action declares
---@return catalog.Paging?
function paging.of(name, action, types, codes)
  local answer = containers.of(action.output, types)
  local total = containers.find(answer, TOTALS, NUMBERS)
  local facts, request = find_ways(containers.of(action.input, types), answer, total)
  if not facts then return nil end
  local lists = paging_lists.of(answer, action.name, total, facts.next)
  if #lists == 0 then return nil end -- logs as text, statistics and the like
  answer = containers.nearest_first(answer, paging_lists.container_of(lists))
  total = containers.find(answer, TOTALS, NUMBERS)
  local note = notes.by_action[name] or {}
  facts.strings = text_fields(facts, request)
  facts.list, facts.lists = #lists == 1 and lists[1].path or nil, {}
  for position, list in ipairs(#lists > 1 and lists or {}) do facts.lists[position] = list.path end
  facts.total = total
  facts.more, facts.over = containers.find(answer, MORE, FLAGS), containers.find(answer, OVER, FLAGS)
  facts.counts = facts.offset and (note.counts or "items") or nil
  facts.first = note.first or facts.page and 1 or nil
  facts.ends_with = sorted_codes(codes, notes.no_more)
  return facts
end

return paging
