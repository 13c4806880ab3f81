-- A random server of a list: it pages in one of the API's ways, is right or broken in one of the known ones, and knows
-- whether what is broken could be seen at all.

local cjson = require "cjson"

local paging_server = {}

-- Numbers that are the same in every Lua, by Park and Miller.
local function generator(seed)
  local state = seed * 7919 % 2147483646 + 1
  local function random(last)
    state = state * 16807 % 2147483647
    return state % last + 1
  end
  for _ = 1, 5 do random(2) end
  return random
end

local function pick(random, ...)
  return (select(random(select("#", ...)), ...))
end

local function put(holder, path, value)
  local keys = {}
  for key in path:gmatch "[^.]+" do table.insert(keys, key) end
  for i = 1, #keys - 1 do
    holder[keys[i]] = holder[keys[i]] or {}
    holder = holder[keys[i]]
  end
  holder[keys[#keys]] = value
end

local function fetch(holder, path)
  for key in path:gmatch "[^.]+" do holder = type(holder) == "table" and holder[key] or nil end
  return holder
end

local function make_items(random, count)
  local kind, items = pick(random, "object", "object", "object", "text", "number", "sparse"), {}
  for i = 1, count do
    if kind == "object" or kind == "sparse" then items[i] = { Id = i } end
    if kind == "text" then items[i] = "item " .. i end
    if kind == "number" then items[i] = i end
    if kind == "sparse" and random(4) == 1 then items[i] = cjson.null end
  end
  return items, kind
end

local KINDS = { "token", "offset", "page", "offset pages", "both, token", "both, offset" }

-- Some first requests begin in the middle, where it is known what their number means.
function paging_server:begin_later(random)
  if not self.numbered or self.facts == "unknown" or self.cap or #self.items == 0 or random(3) > 1 then return end
  local number = random(4)
  self.skip = number * (self.limit or self.default)
  if self.counts == "items" and self.kind ~= "page" then
    number = random(#self.items)
    self.skip = number
  elseif self.kind == "page" or self.counts == "pages" then
    number = number + self.first
  end
  if self.skip >= #self.items then
    self.skip = 0
    return
  end
  put(self.params, self.names[self.number], self.texts and tostring(number) or number)
end

---@param seed integer
---@return table server paging: for the options; params: of the first request; items: all; send; broken, lossy, unseen
function paging_server.new(seed)
  local random = generator(seed)
  local count = pick(random, 0, 1, 2, 3, 5, 9, 10, 11, 20, 30, 33, 40, random(60))
  local items, items_kind = make_items(random, count)
  local kind = KINDS[random(#KINDS)]
  local nested_in, nested_out = random(4) == 1 and "Filter." or "", random(4) == 1 and "Result." or ""
  local texts = random(3) == 1
  local self = setmetatable({
    seed = seed, kind = kind, items = items, items_kind = items_kind, texts = texts,
    default = pick(random, 1, 2, 3, 5, 10, 20), cap = random(3) == 1 and random(10) or nil,
    cap_by = pick(random, "asked", "given"), first = random(2) - 1,
    facts = pick(random, "known", "known", "unknown"),
    total = pick(random, "right", "right", "right", "absent", "absent", "0", "-1", "small", "great", "page", "changing",
      "text", "first only"),
    flag = pick(random, "none", "none", "none", "more", "over"),
    fault = random(2) == 1 and pick(random, "again", "empty", "null", "no list", "object", "ignores all", "whole list",
      "same token", "clamps", "wraps") or "none",
    beyond = pick(random, "empty", "empty", "null", "code"),
    at = random(4),
    limit = random(3) > 1 and pick(random, 1, 2, 3, 4, 5, 10, 20, 50) or nil,
    empties = random(3) == 1,
    requests = 0,
  }, { __index = paging_server })
  local counts = kind == "offset pages" and "pages" or "items"
  local paging = { list = nested_out .. "List" }
  self.names = { offset = nested_in .. "Offset", limit = nested_in .. "Limit", page = nested_in .. "PageNumber",
    size = nested_in .. "PageSize", token = nested_in .. "NextToken" }
  self.numbered = kind == "offset" or kind == "page" or kind == "offset pages" or kind == "both, offset"
  local numbers = kind == "page" and { "page", "size" } or { "offset", "limit" }
  self.number, self.size = numbers[1], numbers[2]
  if kind ~= "token" then paging[self.number], paging[self.size] = self.names[self.number], self.names[self.size] end
  if kind == "token" then paging.limit = self.names.limit end
  paging.kind = self.number
  if not self.numbered or kind == "both, offset" then
    paging.kind, paging.token, paging.next = pick(random, "token", paging.kind), self.names.token, nested_out .. "Next"
    if kind == "token" then paging.kind = "token" end
  end
  if kind == "page" and self.facts == "known" then paging.first = self.first end
  if kind == "offset pages" then
    paging.counts = self.facts == "known" and "pages" or "unsure"
    if self.facts == "known" then paging.first = self.first end
  elseif kind == "offset" and self.facts == "unknown" then
    paging.counts = "unsure"
  end
  if self.total ~= "absent" then paging.total = nested_out .. "Total" end
  if self.flag ~= "none" then paging[self.flag] = nested_out .. "Flag" end
  if texts then
    paging.strings = { [self.number] = true, [self.size] = true, limit = true }
  end
  if self.beyond == "code" then paging.ends_with = { "ResourceNotFound.NoData" } end
  self.counts, self.paging, self.params = counts, paging, {}
  local limit = self.limit
  if limit then put(self.params, paging[self.size] or self.names.limit, texts and tostring(limit) or limit) end
  if kind == "token" and limit then
    self.params = {}
    put(self.params, self.names.limit, texts and tostring(limit) or limit)
  end
  self.default = math.min(self.default, self.cap or self.default)
  self.last_token = random(3)
  self.skip = 0
  self:begin_later(random)
  self.small = count > 0 and random(count) - 1 or 0
  self.random = generator(seed + 1000003)
  return self
end

-- The size of a page, and what its number is multiplied by.
function paging_server:sizes(params)
  local asked = tonumber(fetch(params, self.kind == "page" and self.names.size or self.names.limit) or self.default)
  local given = self.cap and math.min(self.cap, asked) or asked
  return given, self.cap_by == "asked" and asked or given
end

-- The position of the first item of the page asked for, from 0; or nil and why the request is wrong.
function paging_server:position(params)
  local given, step = self:sizes(params)
  local value = fetch(params, self.names[self.number])
  if self.texts and value ~= nil and type(value) ~= "string" then return nil end
  if not self.texts and value ~= nil and type(value) ~= "number" then return nil end
  if self.kind == "page" or self.kind == "offset pages" then
    local number = tonumber(value or self.first)
    return math.max(0, number - self.first) * step, given
  end
  return tonumber(value or 0), given
end

function paging_server:total_of(count, passed)
  local all = #self.items
  local totals = { right = all, text = tostring(all), ["0"] = 0, ["-1"] = -1, small = self.small, great = all + 3,
    page = count, changing = self.random(all + 5) - 1, ["first only"] = passed == 0 and all or nil }
  return totals[self.total]
end

local function error_body(code)
  return ('{"Response":{"Error":{"Code":"%s","Message":"m"},"RequestId":"r"}}'):format(code)
end

function paging_server:body(from, size, token)
  local list = {}
  for i = from + 1, math.min(#self.items, from + size) do table.insert(list, self.items[i]) end
  local answer, last = {}, from + size >= #self.items
  local function out(name) return (self.paging.list:match "^(.-)List$") .. name end
  put(answer, out "List", #list > 0 and list or "EMPTY")
  if self.total ~= "absent" then put(answer, out "Total", self:total_of(#list, from)) end
  if self.flag == "more" then put(answer, out "Flag", not last) end
  if self.flag == "over" then put(answer, out "Flag", last) end
  if token ~= nil then put(answer, out "Next", token) end
  if #list == 0 and self.beyond == "null" then put(answer, out "List", cjson.null) end
  return answer, out
end

local function encode(answer)
  return (cjson.encode{ Response = answer }:gsub('"EMPTY"', "[]"):gsub('"OBJECT"', "{}"))
end

-- What goes wrong with the page at a position. Gives the position to answer with.
function paging_server:break_page(from, size, page)
  if self.fault == "again" and page == self.at and page > 1 then return math.max(0, from - size) end
  if self.fault == "ignores all" then return 0 end
  if self.fault == "clamps" and from >= #self.items then
    return math.max(0, math.floor((#self.items - 1) / size) * size)
  end
  if self.fault == "wraps" and from >= #self.items then return 0 end
  return from
end

local SPOILT = { empty = "EMPTY", null = cjson.null, object = "OBJECT" }

-- Answers a request that is paged by number.
function paging_server:by_number(params)
  local from, size = self:position(params)
  if not from then return error_body "InvalidParameterValue" end
  local page = math.floor(from / size) + 1
  if self.fault == "whole list" then from, size = 0, math.max(1, #self.items) end
  from = self:break_page(from, size, page)
  if from >= #self.items and self.beyond == "code" and #self.items > 0 then
    return error_body "ResourceNotFound.NoData"
  end
  local answer, out = self:body(from, size)
  if page == self.at and page > 1 then
    if SPOILT[self.fault] then put(answer, out "List", SPOILT[self.fault]) end
    if self.fault == "no list" then put(answer, out "List", nil) end
  end
  return encode(answer)
end

-- A token is the position of its page, behind a word.
function paging_server:by_token(params)
  local token = fetch(params, self.names.token)
  local from, blank = 0, nil
  if token then from, blank = token:match "^t(%d+)(b?)$" end
  if not from then return error_body "InvalidParameterValue.Token" end
  from = tonumber(from)
  local size = self:sizes(params)
  local page = math.floor(from / size) + 1
  local after = from + size
  if self.fault == "ignores all" then from, after = 0, size end
  if self.empties and blank == "" and self.fault ~= "same token" and page % 2 == 0 then
    local answer, out = self:body(from, 0, ("t%db"):format(from))
    if self.flag == "more" then put(answer, out "Flag", true) end
    if self.flag == "over" then put(answer, out "Flag", false) end
    return encode(answer)
  end
  if self.fault == "same token" and page == self.at then after = from end
  local next_token = after < #self.items and ("t%d"):format(after) or ({ "", cjson.null })[self.last_token]
  local shown = self.fault == "again" and page == self.at and page > 1 and math.max(0, from - size) or from
  local answer, out = self:body(shown, size, next_token)
  local last = after >= #self.items
  if self.flag == "more" then put(answer, out "Flag", not last) end
  if self.flag == "over" then put(answer, out "Flag", last) end
  if page == self.at and page > 1 then
    if SPOILT[self.fault] then put(answer, out "List", SPOILT[self.fault]) end
    if self.fault == "no list" then put(answer, out "List", nil) end
  end
  return encode(answer)
end

function paging_server:answer(params)
  self.requests = self.requests + 1
  if self.numbered then return self:by_number(params) end
  return self:by_token(params)
end

local SPEAKS = { right = true, great = true, text = true, ["first only"] = true }
local MISLEADS = { small = true, changing = true, page = true }
local BEGINS_ANEW = { ["ignores all"] = true, ["whole list"] = true, again = true, wraps = true }
local SWALLOWS = { empty = true, null = true, ["no list"] = true }

---Could a program that reads only the answers tell that something is wrong? Items that are swallowed look like the end
---where neither a total nor a flag speaks of them, and so do two faults that agree by chance.
---@return boolean
function paging_server:can_tell()
  local speaks, misleads, size = SPEAKS[self.total], MISLEADS[self.total], self:sizes(self.params)
  -- The pages before the first one that was asked for, in place of others; a total that stands on the first page alone.
  if self.skip > 0 and (BEGINS_ANEW[self.fault] or self.total == "first only") then return false end
  if SWALLOWS[self.fault] then
    local is_last = (self.at + 1) * size >= #self.items
    return speaks or self.numbered and self.flag ~= "none" and not is_last
  end
  -- The page that comes again is the one that shows what pages are counted from.
  if self.fault == "again" and self.facts == "unknown" then return speaks or false end
  if self.fault == "again" and misleads then return false end
  -- Lists of numbers and nulls may well be the same on two pages behind tokens.
  if self.fault == "again" and not self.numbered then return self.items_kind == "object" end
  -- The total is the number of the only items that come.
  if self.fault == "ignores all" then return speaks or self.total == "absent" or #self.items <= size end
  -- The last page again, which makes up what the total is too great by.
  if self.fault == "clamps" and self.total == "great" then return false end
  -- A page that is as short as the total says, and shorter than was asked for: but that is the most the server gives.
  return not (misleads and self.cap and self.limit and self.cap < self.limit)
end

---Is nothing broken that makes an error right?
---@return boolean
function paging_server:is_sound()
  local sound_total = self.total ~= "great" and self.total ~= "changing" and self.total ~= "small"
    and self.total ~= "page"
  local sound = self.fault == "none" and sound_total and self.items_kind ~= "sparse" and self.items_kind ~= "number"
  -- Offsets that the server does not look at, where it says nothing of an end.
  if self.kind == "both, token" then sound = sound and (self.total == "right" or self.total == "text") end
  -- How many items come before a page is not known without its size.
  if self.skip > 0 and not self.limit then sound = false end
  if self.numbered then
    -- Neither a total nor what comes beyond the end shows where pages of one size end.
    sound = sound and not (self.beyond == "code" and #self.items == 0)
  end
  return sound
end

return paging_server
