-- Where an answer reports what became of the parts of a batch: "SendStatusSet[].Code", "Success.Code", lists in lists.
-- Reading it finds the items with their codes, and says what it could not read: a path that leads nowhere must not look
-- like a batch without failures.

local core = require "tencentcloud.core"

local item_path = {}

---@class tencentcloud.PathStep
---@field key string
---@field list boolean is it a list, each element of which is followed?

---@class tencentcloud.ItemPath
---@field path string as the rule gives it
---@field steps tencentcloud.PathStep[]

---Splits "Data.SendStatusSet[].Code" into steps. A field of the answer itself is no batch's.
---@param path string
---@return tencentcloud.PathStep[]? steps nil where the path is malformed
function item_path.parse(path)
  if not path:find("[.%[]") then return nil end
  local steps = {}
  for part in (path .. "."):gmatch("([^.]*)%.") do
    local key, brackets = part:match("^([%w_]+)(.*)$")
    if not key or brackets ~= "" and brackets ~= "[]" then return nil end
    table.insert(steps, { key = key, list = brackets == "[]" })
  end
  return steps
end

-- null is a userdata too, in tables that a JSON library has made.
local function has_fields(value)
  return type(value) == "table" or type(value) == "userdata" and value ~= core.null
end

-- What is at the key of a response, which has methods beside its fields, and nil for null.
local function look_in_response(parent, key)
  local value = parent:get(key)
  if value == nil then return parent:type(key) and "null" or "missing" end
  if type(value) == "userdata" then return parent:type(key), value end
  return "value", value
end

-- What is at the key: "array", "object", "value", "null" or "missing"; and the value.
local function look(parent, key)
  if type(parent) == "userdata" then return look_in_response(parent, key) end
  local value = parent[key]
  if value == nil then return "missing" end
  if value == core.null then return "null" end
  if not has_fields(value) then return "value", value end
  return (value[1] ~= nil or next(value) == nil) and "array" or "object", value
end

-- A field that is named for an error, `Error` or `ErrCode`, and is null: there was none.
local function is_for_errors(key)
  return key:find("^Err") ~= nil
end

-- A number in a flag may mean either: 1 is a success, or 0 is.
local function is_flag(key)
  return key:find("Success$") ~= nil
end

---@class tencentcloud.ItemReader
---@field path tencentcloud.ItemPath
---@field on_item fun(code: any, item: any, holder: any, reader: tencentcloud.ItemReader) hears of items with a code
---@field numbers_known boolean has the program said what numbers mean?
---@field indices table<integer, integer> by step: the element where the reader is
---@field count integer items so far
---@field unread integer items and lists that could not be read
---@field why string? what was wrong with the first of them
local ItemReader = {}
ItemReader.__index = ItemReader

---Where the reader is: "SendStatusSet[2].Code".
---@param position integer? of the last step; the code by default
---@return string
function ItemReader:place(position)
  local parts = {}
  for i = 1, position or #self.path.steps do
    local step, index = self.path.steps[i], self.indices[i]
    parts[i] = step.list and index and ("%s[%d]"):format(step.key, index) or step.key
  end
  return table.concat(parts, ".")
end

function ItemReader:fail(position, problem)
  self.unread = self.unread + 1
  self.why = self.why or ("%s %s"):format(self:place(position), problem)
end

local NO_CODE = { missing = "is missing", null = "is null", array = "is a list, not a code",
  object = "is an object, not a code" }

-- An item without a code says neither that it failed nor that it succeeded.
function ItemReader:take(sort, code, key, item, holder)
  self.count = self.count + 1
  if sort == "null" and is_for_errors(key) then return end
  if sort ~= "value" then
    self:fail(nil, NO_CODE[sort])
  elseif type(code) == "number" and is_flag(key) and not self.numbers_known then
    self:fail(nil, "is a number, where 0 or 1 may be the success: say it by `success`")
  else
    self.on_item(code, item, holder, self)
  end
end

local NO_OBJECT = { missing = "is missing", null = "is null", array = "is a list: write it with []",
  value = "is no object" }

-- Follows the steps from the one at `position`. item: the element of the innermost list, where there is one.
function ItemReader:follow(parent, position, item)
  local step = self.path.steps[position]
  local sort, value = look(parent, step.key)
  if step.list then
    self:follow_list(sort, value, position)
  elseif position == #self.path.steps then
    self:take(sort, value, step.key, item or parent, parent)
  elseif sort == "object" then
    self:follow(value, position + 1, item)
  elseif sort == "null" and is_for_errors(step.key) then
    self.count = self.count + 1
  else
    self:fail(position, NO_OBJECT[sort])
  end
end

local NO_LIST = { missing = "is missing", object = "is an object, not a list", value = "is no list" }

local function sort_of_element(element)
  if element == nil or element == core.null then return "null" end
  if not has_fields(element) then return "value" end
  return type(element) == "table" and element[1] == nil and "object" or "array"
end

-- Follows each element. A list that is null has none.
function ItemReader:follow_list(sort, list, position)
  if sort == "null" then return end
  if sort ~= "array" then return self:fail(position, NO_LIST[sort]) end
  local key, last = self.path.steps[position].key, position == #self.path.steps
  for i = 1, #list do
    local element = list[i]
    self.indices[position] = i
    if last then
      self:take(sort_of_element(element), element, key, element)
    elseif has_fields(element) then
      self:follow(element, position + 1, element)
    else
      self:fail(position, "is no object")
    end
  end
  self.indices[position] = nil
end

---Reads the items of an answer.
---@param answer any
---@param path tencentcloud.ItemPath
---@param numbers_known boolean
---@param on_item fun(code: any, item: any, holder: any, reader: tencentcloud.ItemReader)
---@return tencentcloud.ItemReader reader with what it could not read
function item_path.read(answer, path, numbers_known, on_item)
  local reader = setmetatable({ path = path, numbers_known = numbers_known, on_item = on_item, indices = {}, count = 0,
    unread = 0 }, ItemReader)
  reader:follow(answer, 1)
  return reader
end

return item_path
