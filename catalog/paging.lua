-- How an action's result is paged through, from the names of its parameters and of its response's fields.

local paging = {}

---@class catalog.Paging
---@field kind "offset"|"page"|"token"
---@field offset string? request: how many items to skip
---@field limit string? request: how many items to give, beside an offset or a token
---@field page string? request: the number of the page
---@field size string? request: how many items a page has
---@field token string? request: where to go on, from the answer before
---@field next string? response: where to go on
---@field list string? response: the items
---@field total string? response: how many items there are on all pages

local TOKENS = { "NextToken", "ScrollToken", "Context", "Cursor", "Marker" }
local PAGES = { "PageNumber", "PageNo", "PageIndex", "Page" }

local function first_of(names, present)
  for _, name in ipairs(names) do
    if present[name] then return name end
  end
end

-- The parameter that takes what the response's continuation field gives.
local function find_token(continuation, present)
  for _, name in ipairs(TOKENS) do
    if present[name] and (continuation == name or continuation == "Next" .. name) then return name end
  end
end

---Gives nil where the names do not settle it.
---@param action catalog.Action
---@return catalog.Paging?
function paging.of(action)
  local present = {}
  for _, name in ipairs(action.parameters) do present[name] = true end
  local token = find_token(action.next, present)
  if token then
    local limit = first_of({ "MaxResults", "Limit", "PageSize" }, present)
    return {
      kind = "token", token = token, limit = limit, next = action.next, list = action.list, total = action.total,
    }
  end
  -- An Offset without a Limit is often a position in a log: only a total shows that it counts items.
  if present.Offset and (present.Limit or action.total) then
    local limit = present.Limit and "Limit" or nil
    return { kind = "offset", offset = "Offset", limit = limit, list = action.list, total = action.total }
  end
  local page = first_of(PAGES, present)
  if page then
    local size = first_of({ "PageSize", "Limit" }, present)
    return { kind = "page", page = page, size = size, list = action.list, total = action.total }
  end
end

return paging
