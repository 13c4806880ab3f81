-- The list of one page, whether it is an Array of a response or a Lua table: its items, and their JSON to compare
-- them by.

local core = require "tencentcloud.core"

---@class tencentcloud.pages.List
---@field count integer
---@field source table|userdata
---@field text_of_all string? its JSON, once it was asked for
local List = {}
List.__index = List

local null = core.null
local DEPTH_MAX = 100

---An item; tc.null for one that is null.
---@param position integer
---@return any
function List:item(position)
  local item = self.source[position]
  if item == nil then return null end
  return item
end

local function by_text(a, b) return tostring(a) < tostring(b) end

-- A text that is the same for equal values: only to compare by, it need not be JSON in every detail.
local function text_of(value, depth)
  if type(value) == "userdata" and value ~= null and getmetatable(value) then return value:json() end
  if type(value) ~= "table" then return type(value) == "string" and ("%q"):format(value) or tostring(value) end
  if depth > DEPTH_MAX then error("tables of a list's items lie in one another too deep", 0) end
  local keys, parts = {}, {}
  for key in pairs(value) do table.insert(keys, key) end
  table.sort(keys, by_text)
  for i, key in ipairs(keys) do parts[i] = ("%s:%s"):format(tostring(key), text_of(value[key], depth + 1)) end
  return "{" .. table.concat(parts, ",") .. "}"
end

---The text of an item, the same for equal items.
---@param position integer
---@return string
function List:text(position)
  if type(self.source) == "userdata" then return self.source:json(position) end
  return text_of(self:item(position), 1)
end

---The text of the whole list.
---@return string
function List:whole_text()
  if not self.text_of_all then
    if type(self.source) == "userdata" then
      self.text_of_all = self.source:json()
    else
      local parts = {}
      for i = 1, self.count do parts[i] = self:text(i) end
      self.text_of_all = table.concat(parts, ",")
    end
  end
  return self.text_of_all
end

---Would its items hardly be the same on another page? An object or a text would not; numbers and nulls may well.
---@param first integer? from this item
---@param last integer? up to this one
---@return boolean
function List:is_distinctive(first, last)
  local one
  for position = first or 1, last or self.count do
    local item = self.source[position]
    if item ~= nil and item ~= null and type(item) ~= "number" and type(item) ~= "boolean" then return true end
    local text = self:text(position)
    if one and text ~= one then return true end
    one = text
  end
  return false
end

-- Two sums over the bytes, after Fletcher: enough to see that a page is the same as one before a resume.
local function checksum(text)
  local a, b = 1, 0
  for position = 1, #text do
    a = (a + text:byte(position)) % 65521
    b = (b + a) % 65521
  end
  return b * 65536 + a
end

---What a list can be recognized by later.
---@return {length: integer, sum: integer}
function List:mark()
  local text = self:whole_text()
  return { length = #text, sum = checksum(text) }
end

---Is it the same as another list, or the one that a mark was made of?
---@param other tencentcloud.pages.List|{length: integer, sum: integer}|nil
---@return boolean
function List:equals(other)
  if not other then return false end
  if getmetatable(other) == List then
    -- Pages that differ mostly do so in their first item.
    return other.count == self.count and (self.count == 0 or other:text(1) == self:text(1))
      and other:whole_text() == self:whole_text()
  end
  local text = self:whole_text()
  return #text == other.length and checksum(text) == other.sum
end

---How many of its items are in another list.
---@param other tencentcloud.pages.List|table|nil
---@return integer? count nil where only a mark of the other is there
function List:common(other)
  if other == nil then return 0 end
  if getmetatable(other) ~= List then return nil end
  local there, common = {}, 0
  for position = 1, other.count do there[other:text(position)] = true end
  for position = 1, self.count do
    if there[self:text(position)] then common = common + 1 end
  end
  return common
end

-- How many elements a Lua table has as a list, where holes are nulls; nil where it is none.
local function count_of(value)
  local last, keys = 0, 0
  for key in pairs(value) do
    if type(key) ~= "number" or key < 1 or key % 1 ~= 0 then return nil end
    last, keys = math.max(last, key), keys + 1
  end
  return last <= 2 * keys + 8 and last or nil
end

local list = {}

---@param value any
---@return tencentcloud.pages.List? nil where the value is no list
function list.of(value)
  local count
  if type(value) == "userdata" and value ~= null and getmetatable(value) then
    if type(value.type) == "function" and value:type() == "array" then count = #value end
  elseif type(value) == "table" then
    count = count_of(value)
  end
  return count and setmetatable({ source = value, count = count }, List)
end

return list
