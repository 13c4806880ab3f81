-- The way through a list, as a pure machine: which request comes next, and what an answer's page says of the end.
-- Half a list must not look like a whole one, so an end is believed only where nothing contradicts it, and where two
-- signs say so: the total is reached, the page is short, the flag. One sign alone is proved by one more request.

local by_number = require "tencentcloud.pages.by_number"
local by_token = require "tencentcloud.pages.by_token"
local core = require "tencentcloud.core"
local merge = require "tencentcloud.merge"
local path = require "tencentcloud.pages.path"

-- What a request for a page beyond the last one is refused as, where it is not answered by an empty page.
local NO_SUCH_PAGE = { parameter = true, not_found = true }

---What can be written down and gone on from: numbers, texts and truth values only.
---@class tencentcloud.pages.State
---@field pages integer that arrived
---@field seen integer items of the pages that arrived
---@field way "token"|"offset"|"page"|nil shown by the first answer
---@field at string|number|nil the token, offset or page number to ask for; nil: what the caller's request says
---@field size integer? page size to send instead of the caller's
---@field before integer? items of the list that come before the first page; nil: not known
---@field total integer? the last one that is believable
---@field changed boolean? the total was not the same on all pages
---@field more boolean? what the last page's flag said
---@field first integer? number of the first page, where pages are counted
---@field guessed "first"|"size"|nil what `before` was made of, though nothing shows it
---@field counts "items"|"pages"|"unsure"|nil what an offset counts
---@field probe "first"|"counts"|nil what the next page is to prove
---@field verify boolean? the total is reached, and the next page only proves it
---@field longest integer? items of the longest page
---@field listed boolean? a page had its list, be it empty
---@field unclear boolean? a short page, where it cannot be told where the next one begins

---@class tencentcloud.pages.Walk
---@field paging tencentcloud.pages.Paging
---@field given table<string, any> what the caller's request says itself: offset, page, limit, size, token
---@field state tencentcloud.pages.State
---@field ended_by string?
local Walk = {}
Walk.__index = Walk

local GUESSED = {
  first = "options.paging.first says what pages are counted from, 0 or 1",
  size = "ask for a page size where you begin in the middle",
}

-- A whole number, as an integer where the Lua has them.
local function whole(number)
  if number % 1 ~= 0 then return number end
  return math.tointeger and math.tointeger(number) or number
end

---Items of the list up to here.
---@return integer? count nil where it is not known how many came before the first page
function Walk:passed()
  return self.state.before and self.state.before + self.state.seen
end

---How many items are still to come, as the total says; nil where it does not say that there are any.
---@return integer?
function Walk:missing()
  local total, passed = self.state.total, self:passed()
  return total and passed and total > passed and total - passed or nil
end

---Has the total been reached?
---@return boolean
function Walk:reached()
  return self.state.total ~= nil and self.state.total == self:passed()
end

---Counts a page in. A total below what was seen is no total: then the one before stays, as long as it can be right.
---@param page tencentcloud.pages.Page
---@param count integer of its items that are new
function Walk:count(page, count)
  local state = self.state
  state.seen = state.seen + count
  state.more = page.more
  local passed, total = self:passed() or state.seen, page.total
  if total and total >= passed then
    if state.total and state.total ~= total then state.changed = true end
    state.total = whole(total)
  elseif state.total and state.total < passed then
    state.total = nil
  end
end

---@param ended_by "total"|"empty"|"short"|"token"|"flag"|"code"
function Walk:finish(ended_by)
  self.ended_by = ended_by
end

---Is this page's list the same as that of the page before, or the first one?
---@param page tencentcloud.pages.Page
---@return boolean
function Walk:repeats(page)
  return page.count > 0 and (page.list:equals(self.current) or page.list:equals(self.first))
end

---What contradicts an end, in words.
---@param what string what was seen
---@return string
function Walk:problem(what)
  local state, parts = self.state, { what }
  table.insert(parts, ("%d items came on %d pages"):format(state.seen, state.pages))
  local missing = self:missing()
  if missing then
    table.insert(parts, ("%s says that there are %d%s"):format(self.paging.total, state.total,
      state.before > 0 and (", %d of them before the first page"):format(state.before) or ""))
    if state.guessed then table.insert(parts, GUESSED[state.guessed]) end
  end
  return table.concat(parts, "; ")
end

-- A total without a token means an offset, or pages by number, where the request takes them. So does an answer that
-- says nothing of an end; one whose token is there, but empty, says that this is the end.
local function shows_tokens(page)
  return page.token ~= nil or page.has_token_field and page.total == nil and page.more ~= true
end

local function choose(walk, page)
  local state, paging, given = walk.state, walk.paging, walk.given
  local numbered = paging.kind ~= "token" and paging.kind or paging.offset and "offset" or paging.page and "page"
  if paging.token and (not numbered or shows_tokens(page)) then
    state.way = "token"
    -- What comes before the token that the caller gave is not known.
    state.before = given.token == nil and (given.offset or 0) or nil
    if given.token ~= nil then walk.tokens[given.token] = true end
  else
    state.way = numbered
    by_number.start(walk, page)
  end
end

---Takes what came for the last request.
---@param page tencentcloud.pages.Page its `count` and `from` are set to the items that are new
---@return string? problem why the list cannot be gone through any further. Items of the page are right even then
function Walk:arrive(page)
  self.snapshot, self.previous = merge(self.state), self.current
  if self.state.pages == 0 then choose(self, page) end
  local step = self.state.way == "token" and by_token or by_number
  local problem = step.arrive(self, page)
  self.state.pages = self.state.pages + 1
  if page.list and page.list.count > 0 then
    self.current = page.list
    self.first = self.first or page.list
  end
  return problem
end

---The call for the next page failed. Is that an end all the same?
---@param code string? of the error
---@param kind string? of the code
---@return boolean ended
---@return string? problem
function Walk:refused(code, kind)
  local state, ends = self.state, code and self.paging.ended_by_code[code]
  -- The total said so, and the request was only to prove it: that there is no such page does. A network that fails, or
  -- a right that is missing, says nothing of the list.
  if state.verify and (ends or NO_SUCH_PAGE[kind]) then
    self:finish "total"
  elseif ends then
    if self:missing() or state.more then return false, self:problem(code .. " came instead of a page") end
    self:finish "code"
  end
  return self.ended_by ~= nil
end

-- Numbers go as texts where the field is a String, by the reference or by what the caller wrote.
local function in_type(walk, field, value)
  if type(value) ~= "number" then return value end
  value = whole(value)
  if walk.paging.strings[field] or type(walk.written[field]) == "string" then return ("%d"):format(value) end
  return value
end

---Sets the fields of a request that ask for the next page.
---@param params table which is changed
function Walk:fill(params)
  local state, keys = self.state, self.paging.keys
  if state.at == nil and state.size == nil then return end
  if state.way == "token" then
    for _, field in ipairs{ "offset", "page" } do
      if self.given[field] ~= nil then path.write(params, keys[field], nil) end
    end
    path.write(params, keys.token, in_type(self, "token", state.at))
    return
  end
  if self.given.token ~= nil then path.write(params, keys.token, nil) end
  if state.at ~= nil then path.write(params, keys[state.way], in_type(self, state.way, state.at)) end
  local size = by_number.size_field(self.paging, state.way)
  if state.size and size then path.write(params, keys[size], in_type(self, size, state.size)) end
end

local walk = {}

local NUMBERS = { "offset", "page", "limit", "size" }

---What a request says itself of paging.
---@param paging tencentcloud.pages.Paging
---@param params table
---@return table<string, any> given numbers as numbers
---@return table<string, any> written as they are written
---@return string? wrong the path of a field that is no number
function walk.given(paging, params)
  local given, written = {}, {}
  for _, field in ipairs(NUMBERS) do
    local value = paging.keys[field] and path.read(params, paging.keys[field])
    if value ~= nil then
      local number = tonumber(value)
      local is_whole = number ~= nil and number >= 0 and number < math.huge and number % 1 == 0
      if not is_whole then return given, written, paging[field] end
      given[field], written[field] = whole(number), value
    end
  end
  local token = paging.keys.token and path.read(params, paging.keys.token)
  if token ~= nil and token ~= "" and token ~= core.null then given.token, written.token = token, token end
  return given, written
end

---@param paging tencentcloud.pages.Paging
---@param params table of the first request
---@param state tencentcloud.pages.State? to go on from
---@return tencentcloud.pages.Walk
function walk.new(paging, params, state)
  local given, written = walk.given(paging, params)
  local self = setmetatable({
    paging = paging,
    given = given,
    written = written,
    state = state or { pages = 0, seen = 0, first = paging.first, counts = paging.counts },
    tokens = {}, -- that were followed
    snapshot = nil, -- the state that the page in hand was asked for in
    current = nil, -- the list of the last page that had items
    previous = nil, -- the same, before the page in hand
    first = nil, -- that of the first one
    ended_by = nil,
  }, Walk)
  if self.state.way == "token" and self.state.at ~= nil then self.tokens[self.state.at] = true end
  return self
end

return walk
