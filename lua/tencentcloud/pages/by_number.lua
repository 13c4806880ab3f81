-- Pages behind offsets and page numbers: the total decides where it is believable, else a short or an empty page.

local probe = require "tencentcloud.pages.probe"

local by_number = {}

---The field of the page size that belongs to a way.
---@param paging tencentcloud.pages.Paging
---@param way "offset"|"page"
---@return "limit"|"size"|nil
function by_number.size_field(paging, way)
  local own, other = "limit", "size"
  if way == "page" then own, other = other, own end
  return paging[own] and own or paging[other] and other or nil
end

---The page size that the program asks for, by whichever way it begins.
---@param walk tencentcloud.pages.Walk
---@return any
function by_number.size_of(walk)
  return walk.given.limit or walk.given.size
end

-- Does the number count pages, and not items?
local function counts_pages(state)
  return state.way == "page" or state.counts == "pages"
end

local function asked_size(walk)
  return walk.state.size or walk.given[by_number.size_field(walk.paging, walk.state.way) or ""]
end

---Where the first page lies.
---@param walk tencentcloud.pages.Walk
---@param page tencentcloud.pages.Page the first one
function by_number.start(walk, page)
  local state = walk.state
  state.at = walk.given[state.way]
  if state.way == "offset" and not counts_pages(state) then
    state.before = (state.counts ~= "unsure" or state.at == nil) and (state.at or 0) or nil
    if state.at == 0 then state.before = 0 end
  elseif state.at == nil then
    state.before = 0
  else
    -- A first request for page 0 shows what pages are counted from; for any other, 1 is usual.
    state.guessed = state.at > 0 and state.first == nil and "first" or nil
    state.first = state.at == 0 and 0 or state.first or 1
    if not asked_size(walk) and state.at > state.first then state.guessed = "size" end
    state.before = (state.at - state.first) * (asked_size(walk) or page.count)
  end
end

-- A server may give less than was asked for: its page number counts by its own size or by the asked one. Asking for
-- what it gave makes both the same. Where the first request does not begin at the start, it cannot be told any more.
local function settle_size(walk, page)
  local state, asked = walk.state, asked_size(walk)
  if not counts_pages(state) and state.counts ~= "unsure" then return end
  if asked and page.count == asked then return end
  if not asked and walk:missing() then return end
  if state.before == 0 or state.counts == "unsure" then
    if by_number.size_field(walk.paging, state.way) then state.size = page.count end
  elseif asked and page.count < asked then
    state.unclear = true
  end
end

-- Sets what asks for the page after this one.
local function go_on(walk)
  local state = walk.state
  if state.counts == "unsure" and state.way == "offset" then
    state.probe, state.at = "counts", (state.at or 0) + 1
  elseif not counts_pages(state) then
    state.at = walk:passed()
  elseif state.at then
    state.at = state.at + 1
  elseif state.first then
    state.at = state.first + 1
  else
    state.probe, state.at = "first", 1
  end
end

-- Decides after a page with items, which is counted in already.
local function decide(walk, page, asked, longest)
  local missing, reached = walk:missing(), walk:reached()
  local shorter = longest ~= nil and page.list.count < longest
  -- What a server gives at most shows by its first page: it may be less than was asked for.
  local short = shorter or longest == nil and asked ~= nil and page.list.count < asked
  walk.state.verify = nil
  if page.more == nil and reached and short then return walk:finish "total" end
  if page.more == false and not missing then return walk:finish(reached and "total" or "flag") end
  if page.more == nil and shorter and not walk.state.total then
    if page.from == 1 and page.list:is_distinctive() and (page.list:common(walk.current) or 0) > 0 then
      return walk:problem "the page has items of the one before"
    end
    return walk:finish "short"
  end
  walk.state.verify = reached and not page.more or nil
  go_on(walk)
end

local function no_list(walk, page)
  return page.state == "missing" and not (page.total and page.total == walk:passed())
end

-- A page without items is an end only where nothing says that there is more.
local function without_items(walk, page)
  local token = page.token
  walk:count(page, 0)
  if token ~= nil and page.more ~= false and not walk.tokens[token] then
    walk.tokens[token] = true
    walk.state.way, walk.state.at = "token", token
    return
  end
  if no_list(walk, page) then
    return walk:problem(("there is no field %s, which options.paging.list names"):format(walk.paging.list))
  end
  if walk:missing() then return walk:problem "a page is empty" end
  if page.more then return walk:problem "a page is empty, but the flag says that there is more" end
  walk:finish(walk.state.verify and "total" or "empty")
end

-- The same page again: a server that does not look at the numbers, or gives its last page for all that follow.
local function same_again(walk, page)
  local proved = walk.state.verify and not page.more and page.list:is_distinctive()
  page.count = 0
  if proved then return walk:finish "total" end
  return walk:problem "the page is the same as one before"
end

-- More items than the total says: either the total is wrong, or items came twice. Gives how many are known to have
-- come with the page before; after a resume that page is not there to look.
local function repeated_items(walk, page)
  local total, passed = walk.state.total, walk:passed()
  if not total or not passed or passed + page.count <= math.max(total, page.total or 0) then return 0 end
  return page.list:common(walk.current) or 1
end

---@param walk tencentcloud.pages.Walk
---@param page tencentcloud.pages.Page
---@return string? problem
function by_number.arrive(walk, page)
  local state = walk.state
  if page.count == 0 then return without_items(walk, page) end
  if state.probe then
    local answered, problem = probe[state.probe](walk, page)
    if problem or answered == "again" then return problem end
  elseif walk:repeats(page) then
    return same_again(walk, page)
  end
  if state.unclear then
    page.count = 0
    return walk:problem "the server gives shorter pages than were asked for: ask for its size, or from the start"
  end
  local repeated = page.from == 1 and not page.again and repeated_items(walk, page) or 0
  if repeated > 0 then
    local all = repeated == page.count and page.list:is_distinctive()
    page.count = 0
    if all and state.verify and not page.more then return walk:finish "total" end
    return walk:problem "the page has items of the one before"
  end
  local asked, longest, is_first = asked_size(walk), state.longest, state.pages == 0
  walk:count(page, page.count - page.from + 1)
  state.longest = math.max(longest or 0, page.list.count)
  if is_first then settle_size(walk, page) end
  return decide(walk, page, asked, longest)
end

---Goes on by number where tokens end too early.
---@param walk tencentcloud.pages.Walk
---@return boolean possible
function by_number.take_over(walk)
  local state, paging, passed = walk.state, walk.paging, walk:passed()
  if not passed or passed == 0 then return false end
  if paging.offset and (state.counts == nil or state.counts == "items") then
    state.way, state.at = "offset", passed
    return true
  end
  local way = paging.page and "page" or state.counts == "pages" and "offset"
  if not way then return false end
  local size = walk.given[by_number.size_field(paging, way) or ""]
  if not size or not state.first or passed % size ~= 0 then return false end
  state.way, state.at = way, state.first + math.floor(passed / size)
  return true
end

return by_number
