-- What the second page proves where the facts do not say it: the number of the first page, and whether an offset
-- counts items or pages. Each is found out from the first page's items, and an error where they do not show it.

local probe = {}

-- The page belongs to no item of its own: the request before it is asked again with another number.
local function again(walk, page, number)
  page.count = 0
  walk.state.probe, walk.state.at = nil, number
  return "again"
end

local function learn(walk, name, value)
  walk.state[name], walk.snapshot[name] = value, value
  walk.state.probe, walk.snapshot.probe = nil, nil
end

-- Number 1 was asked for, and is the first page again: pages are counted from 1. Where the server does not look at
-- numbers at all, number 2 gives it once more.
local function from_one(walk, page)
  learn(walk, "first", 1)
  return again(walk, page, 2)
end

local function unclear(walk, page, what)
  page.count = 0
  return "again", walk:problem("it cannot be told whether " .. what)
end

---Are pages counted from 0 or from 1? The first request named none, the second one names 1.
---@param walk tencentcloud.pages.Walk
---@param page tencentcloud.pages.Page
---@return string? answered "again" where the page has no new items
---@return string? problem
function probe.first(walk, page)
  if walk:repeats(page) then
    if page.list:is_distinctive() then return from_one(walk, page) end
    return unclear(walk, page, "pages are counted from 0 or from 1; options.paging.first says it")
  end
  learn(walk, "first", 0)
end

-- Does the page begin with the second item of the page before?
local function is_shifted(list, before)
  if before.count < 2 or list.count < before.count - 1 then return false end
  for position = 2, before.count do
    if list:text(position - 1) ~= before:text(position) then return false end
  end
  return true
end

local function counts_items(walk, page, before, origin)
  local new = page.list.count - (before.count - 1)
  learn(walk, "counts", "items")
  walk.state.before, walk.snapshot.before = origin, origin
  walk.snapshot.at = origin + before.count
  page.from = before.count
  if new > 0 then return end
  page.count = 0
  walk:count(page, 0)
  if walk:missing() or page.more then return "again", walk:problem "a page has no new items" end
  walk:finish(walk:reached() and "total" or "short")
  return "again"
end

local function counts_pages(walk, page, before, origin)
  learn(walk, "counts", "pages")
  local state = walk.state
  if page.list:equals(before) then
    if walk.given.offset and origin > 0 then
      page.count = 0
      return "again", walk:problem "the page is the same as the one before"
    end
    return from_one(walk, page)
  end
  state.guessed = origin > 0 and state.first == nil and "first" or nil
  state.first = state.first or origin == 0 and 0 or 1
  state.before = walk.given.offset and math.max(0, origin - state.first) * before.count or 0
  walk.snapshot.first, walk.snapshot.before = state.first, state.before
end

---Does the offset count items or pages? The second request asks for one more than the first one: that gives the same
---items but one, or the next page, or the same page where pages are counted from 1.
---@param walk tencentcloud.pages.Walk
---@param page tencentcloud.pages.Page
---@return string? answered "again" where the page has no new items
---@return string? problem
function probe.counts(walk, page)
  local before, origin = walk.current, walk.state.at - 1
  local shifted, same = is_shifted(page.list, before), page.list:equals(before)
  if shifted and not same and before:is_distinctive(2) then return counts_items(walk, page, before, origin) end
  if shifted or same and not page.list:is_distinctive() or not same and page.list:common(before) ~= 0 then
    return unclear(walk, page, walk.paging.offset .. " counts items or pages; options.paging.counts says it")
  end
  return counts_pages(walk, page, before, origin)
end

return probe
