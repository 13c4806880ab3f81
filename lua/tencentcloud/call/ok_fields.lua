-- The fields of what stands for a response, for ok_value.lua: which table is a list, and what is at a key.
--
-- What would not read like a response is not in the tables but apart, with the record of each: null, which reads as
-- nil; fields with the name of a method, which `get` finds; and the length of a list that has null in it.

local core = require "tencentcloud.core"
local lua_global = require "tencentcloud.lua_global"

local null = core.null

---@class tencentcloud.OkRecord
---@field list boolean
---@field count integer? of a list with null
---@field values table? all elements of a list, where Lua cannot keep its length in a table
---@field apart table? fields of an object that are not in the table, null among them
---@field root {request_id: string?, action: string?}? of what stands for a Response
---@type table<table, tencentcloud.OkRecord>
local records = setmetatable({}, { __mode = "k" })

local fields = { records = records, Node = {}, Root = {} }

-- The metatables of all that stand for an Object or an Array, and for a Response. ok_value.lua fills them.
local Node, Root = fields.Node, fields.Root

-- The length of a list: of a table whose keys are the numbers from 1 on. nil for other tables.
local function length_of(value)
  local count, most = 0, 0
  for key in next, value do
    if type(key) ~= "number" or key < 1 or key % 1 ~= 0 then return nil end
    count, most = count + 1, math.max(most, key)
  end
  return count == most and count or nil
end

-- A copy has the metatable but no record of its own, and so has a table that the program has emptied.
local function record_of(node)
  local record = records[node]
  if not record then
    record = { list = length_of(node) ~= nil }
    records[node] = record
  end
  return record
end

local function is_node(value)
  local meta = getmetatable(value)
  return meta == Node or meta == Root or records[value] ~= nil
end

-- A table, of ours or the program's, or a view of a response.
local function is_container(value)
  return type(value) == "table" or type(value) == "userdata" and value ~= null
end

-- Before 5.2 there is no rawlen, and no metatable has a say in the length of a table.
local raw_length = lua_global "rawlen" or function(list) return #list end

-- The elements of a list as a table, and how many there are.
local function list_of(node)
  local record = record_of(node)
  if record.values then return record.values, #record.values end
  return node, math.max(record.count or 0, raw_length(node))
end

local function is_list(value)
  if is_node(value) then return record_of(value).list end
  if type(value) == "table" then return length_of(value) ~= nil end
  return value:type() == "array"
end

-- The value at a key, null where it is null; nil where there is none.
local function value_at(value, key)
  if not is_node(value) then
    if type(value) == "table" then return value[key] end
    local found = value:get(key)
    if found == nil and value:has(key) then return null end
    return found
  end
  local record = record_of(value)
  if record.list then
    local values, count = list_of(value)
    if type(key) ~= "number" or key < 1 or key > count or key % 1 ~= 0 then return nil end
    local found = rawget(values, key)
    if found == nil then return null end
    return found
  end
  local found = rawget(value, key)
  if found == nil and record.apart then return record.apart[key] end
  return found
end

local function nil_for_null(value)
  if value == null then return nil end
  return value
end

local function type_of(value)
  if value == nil then return nil end
  if value == null then return "null" end
  if not is_container(value) then return type(value) end
  return is_list(value) and "array" or "object"
end

-- The keys of an object: numbers first, then in the order of the alphabet, since a table has none of its own.
local function keys_of(object)
  local keys = {}
  for key in next, object do table.insert(keys, key) end
  local record = records[object]
  for key in next, record and record.apart or {} do
    if rawget(object, key) == nil then table.insert(keys, key) end
  end
  table.sort(keys, function(one, other)
    if type(one) == type(other) and (type(one) == "number" or type(one) == "string") then return one < other end
    return type(one) == "number" or tostring(one) < tostring(other) and type(other) ~= "number"
  end)
  return keys
end

fields.length_of = length_of
fields.is_node = is_node
fields.is_container = is_container
fields.list_of = list_of
fields.is_list = is_list
fields.value_at = value_at
fields.nil_for_null = nil_for_null
fields.type_of = type_of
fields.keys_of = keys_of
fields.record_of = record_of

return fields
