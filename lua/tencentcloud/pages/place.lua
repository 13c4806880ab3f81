-- Where a list was read up to, as a plain table of numbers, texts and truth values; and how to go on from there.

local by_number = require "tencentcloud.pages.by_number"
local merge = require "tencentcloud.merge"
local walks = require "tencentcloud.pages.walk"

local place = {}

---@class tencentcloud.pages.Place
---@field action string
---@field size any the page size that the program asked for
---@field state tencentcloud.pages.State
---@field skip integer? items of the page asked for that were taken already
---@field previous {length: integer, sum: integer}? what the page before can be recognized by
---@field first {length: integer, sum: integer}? the same of the first page
---@field ended_by string?

local function mark_of(list)
  return list and (list.mark and list:mark() or list) or nil
end

-- Does the next page show by the items of the one in hand whether the total is right?
local function proves_total(walk)
  local longest = walk.state.way ~= "token" and walk.state.longest or 0
  return longest > 0 and (walk:reached() or (walk:missing() or math.huge) < longest)
end

-- The page in hand is to be asked for once more where items of it are left, where it was not right, and where the next
-- one proves something by it.
local function needs_page_in_hand(pages)
  local walk = pages.walk
  if not walk.snapshot then return false end
  if pages.position < pages.count then return true end
  return pages.problem ~= false or not walk.ended_by and (walk.state.probe ~= nil or proves_total(walk))
end

---@param pages tencentcloud.Pages
---@return tencentcloud.pages.Place
function place.of(pages)
  local walk, again = pages.walk, needs_page_in_hand(pages)
  local state = merge(again and walk.snapshot or walk.state)
  return {
    action = pages.action,
    size = by_number.size_of(walk),
    state = state,
    skip = again and pages.position - pages.began or pages.skip,
    previous = mark_of(again and walk.previous or not again and walk.current or nil),
    first = state.pages > 0 and mark_of(walk.first) or nil,
    ended_by = not again and walk.ended_by or nil,
  }
end

local function is_mark(value)
  return value == nil or type(value) == "table" and type(value.length) == "number" and type(value.sum) == "number"
end

local function is_count(value)
  return type(value) == "number" and value >= 0 and value % 1 == 0
end

local function is_place(where, paging)
  local state = where.state
  return type(state) == "table" and is_count(state.pages) and is_count(state.seen)
    and (state.way == nil or type(state.way) == "string" and type(paging[state.way]) == "string")
    and (where.skip == nil or is_count(where.skip)) and is_mark(where.previous) and is_mark(where.first)
end

---Lets a list begin at its start, or where another one got to.
---@param pages tencentcloud.Pages
---@param paging tencentcloud.pages.Paging
---@param where tencentcloud.pages.Place?
---@return string? problem
function place.start(pages, paging, where)
  if not where then
    pages.walk = walks.new(paging, pages.params)
    return
  end
  if not is_place(where, paging) then return "what pages:where() returned expected" end
  if where.action ~= pages.action then return ("it is about %s"):format(tostring(where.action)) end
  local walk = walks.new(paging, pages.params, merge(where.state))
  if by_number.size_of(walk) ~= where.size then
    return ("it goes on with the page size that it began with, %s"):format(tostring(where.size or "none"))
  end
  walk.current, walk.first, walk.ended_by = where.previous, where.first, where.ended_by
  pages.walk, pages.skip = walk, where.skip
end

return place
