-- What tc.ok{ ... } stands for: a table that reads like the Response in whose place it is. It has the fields, their
-- tables too, and the methods and properties of Response, Object and Array. They are plain tables of their own, so
-- that `#`, ipairs and an encoder work on them in every Lua.

local arguments = require "tencentcloud.arguments"
local core = require "tencentcloud.core"
local fields = require "tencentcloud.call.ok_fields"
local limits = require("tencentcloud.vocabulary").limits
local lua_global = require "tencentcloud.lua_global"
local to_json = require "tencentcloud.call.ok_json"

local is_container, is_list, is_node = fields.is_container, fields.is_list, fields.is_node
local keys_of, list_of, nil_for_null, value_at = fields.keys_of, fields.list_of, fields.nil_for_null, fields.value_at
local null, records = core.null, fields.records

local function type_at(i, ...)
  return i > select("#", ...) and "no value" or type((select(i, ...)))
end

local function check_key(name, i, ...)
  local given = type_at(i, ...)
  arguments.that(given == "string" or given == "number", i, name, "key: string or number expected, got %s", given)
end

local function check_text(name, i, called, ...)
  local given = type_at(i, ...)
  arguments.that(given == "string", i, name, "%s: string expected, got %s", called, given)
end

-- The value that the keys lead to.
local function follow(node, name, ...)
  local value = node
  for i = 1, select("#", ...) do
    check_key(name, i, ...)
    if not is_container(value) then return nil end
    value = value_at(value, (select(i, ...)))
    if value == nil then return nil end
  end
  return value
end

-- Methods ----------------------------------------------------------------------------------------------------------

local methods = {}

function methods:get(...)
  check_key("get", 1, ...)
  return nil_for_null(follow(self, "get", ...))
end

function methods:has(...)
  check_key("has", 1, ...)
  return follow(self, "has", ...) ~= nil
end

function methods:type(...)
  return fields.type_of(follow(self, "type", ...))
end

-- An iterator over a list: the number of each element, and the element.
local function elements(list)
  local i, values, count = 0, list_of(list)
  return function()
    i = i + 1
    if i <= count then return i, nil_for_null(rawget(values, i)) end
  end
end

function methods:ipairs()
  arguments.that(is_list(self), 1, "ipairs", "tencentcloud.Array expected, got tencentcloud.Object")
  return elements(self)
end

function methods:pairs()
  if is_list(self) then return elements(self) end
  local keys, i = keys_of(self), 0
  return function()
    i = i + 1
    local key = keys[i]
    if key ~= nil then return key, nil_for_null(value_at(self, key)) end
  end
end

-- A field of an element; null where it has none.
local function field_of(element, field)
  if not is_container(element) or is_list(element) then return null end
  local value = value_at(element, field)
  if value == nil then return null end
  return value
end

-- The list that rows and column walk, as a function of the position: the node itself, or its field; and its length.
-- Then the names of the fields that are wanted.
local function list_and_fields(self, name, ...)
  local first, given = 1, select("#", ...)
  local list = self
  if not is_list(self) then
    local field = ...
    check_text(name, 1, "array_field", ...)
    list, first = nil_for_null(value_at(self, field)), 2
    arguments.that(list == nil or is_container(list) and is_list(list), 1, name, "the field %s is not an array", field)
  end
  for i = first, math.max(given, first) do check_text(name, i, "field", ...) end
  local most = limits.columns.value
  arguments.that(given - first < most, first + most, name, "%d fields at most", most)
  local names = { select(first, ...) }
  if list == nil then return nil, 0, names end
  if is_node(list) then
    local values, count = list_of(list)
    return function(i) return rawget(values, i) end, count, names
  end
  return function(i) return list[i] end, #list, names
end

local unpack = table.unpack or unpack

function methods:rows(...)
  local element, count, names = list_and_fields(self, "rows", ...)
  local i = 0
  return function()
    i = i + 1
    if i > count then return nil end
    local row = { field_of(element(i), names[1]) } -- nil would end the loop
    for column = 2, #names do row[column] = nil_for_null(field_of(element(i), names[column])) end
    return unpack(row, 1, #names)
  end
end

function methods:column(...)
  local element, count, names = list_and_fields(self, "column", ...)
  arguments.that(not names[2], select("#", ...), "column", "one field only")
  local column = {}
  for i = 1, count do column[i] = field_of(element(i), names[1]) end
  return column, count
end

-- As a view's totable gives it: marked, where cjson can tell an empty list from an object.
local function empty_array()
  return core.parse('{"Response":{"A":[]}}').A:totable()
end

local function totable(value, seen)
  if not is_container(value) then return value end
  if not is_node(value) then return type(value) == "userdata" and value.totable and value:totable() or value end
  if seen[value] then return seen[value] end
  local list = is_list(value)
  local values, count
  if list then values, count = list_of(value) end
  local copy = count == 0 and empty_array() or {}
  seen[value] = copy
  for i = 1, count or 0 do
    local element = rawget(values, i)
    copy[i] = element == nil and null or totable(element, seen)
  end
  for _, key in ipairs(list and {} or keys_of(value)) do copy[key] = totable(value_at(value, key), seen) end
  return copy
end

function methods:totable()
  return totable(self, {})
end

function methods:json(...)
  local value = follow(self, "json", ...)
  return value ~= nil and to_json(value) or nil
end

-- Making -----------------------------------------------------------------------------------------------------------

local Node, Root = fields.Node, fields.Root

local properties = {}

function properties.ok() return true end
function properties.code() end
function properties.error() end
function properties.text_fault() end

function properties.request_id(node)
  local own = value_at(node, "RequestId")
  if type(own) == "string" then return own end
  return fields.record_of(node).root.request_id
end

function properties.action(node) return fields.record_of(node).root.action end

function Node:__index(key)
  if type(key) == "string" then return methods[key] end
  local values = records[self] and records[self].values
  if values and type(key) == "number" then return nil_for_null(values[key]) end
end

function Root:__index(key)
  local property = properties[key]
  if property then return property(self) end
  return Node.__index(self, key)
end

function Node:__len()
  if not is_list(self) then return #keys_of(self) end
  return (select(2, list_of(self)))
end

function Node:__tostring()
  local list = is_list(self)
  local count = list and select(2, list_of(self)) or #keys_of(self)
  return ("tencentcloud.%s: %d %s%s"):format(list and "Array" or "Object", count, list and "element" or "member",
    count == 1 and "" or "s")
end

function Root:__tostring()
  local action, request_id = self.action, self.request_id
  return ("tencentcloud.Response: %sok%s"):format(action and action .. " " or "",
    request_id and " " .. tostring(request_id):gsub("%c", " "):sub(1, 64) or "")
end

Node.__pairs = methods.pairs
Root.__pairs, Root.__len = Node.__pairs, Node.__len

-- Can a metatable say how long a table is? If not, only a userdata can have null in it and a length.
local HAS_LENGTHS = #setmetatable({}, { __len = function() return 7 end }) == 7
local new_userdata = not HAS_LENGTHS and lua_global "newproxy" or nil

local function new_node(meta, needs_length)
  if not needs_length or not new_userdata then return setmetatable({}, meta) end
  local node = new_userdata(true)
  for name, metamethod in next, meta do getmetatable(node)[name] = metamethod end
  return node, {}
end

local has_cjson, cjson = pcall(require, "cjson")
local EMPTY_ARRAY, ARRAY = has_cjson and cjson.empty_array_mt or nil, has_cjson and cjson.array_mt or nil

-- Has the table no metatable but one that marks it as a list?
local function is_plain(value)
  local meta = getmetatable(value)
  return meta == nil or meta == EMPTY_ARRAY or meta == ARRAY
end

local function holds_null(value)
  for _, child in next, value do
    if child == null then return true end
  end
  return false
end

-- Puts a field of an object where it reads like a response's: in the table, or apart.
local function put(node, record, key, value)
  local hidden = type(key) == "string" and (methods[key] or record.root and properties[key])
  if not hidden and value ~= null then
    rawset(node, key, value)
  else
    record.apart = record.apart or {}
    record.apart[key] = value
  end
end

-- seen: what was made of which table, for one may be in several places, and hold itself.
local function make(value, seen, root)
  if type(value) ~= "table" or not is_plain(value) then return value end
  if seen[value] then return seen[value] end
  local count = fields.length_of(value)
  if root and count == 0 then count = nil end -- a response is an object
  local needs_length = count ~= nil and holds_null(value)
  local node, values = new_node(root and Root or Node, needs_length)
  local record = { list = count ~= nil, count = needs_length and count or nil, values = values, root = root }
  seen[value], records[node] = node, record
  for key, child in next, value do
    local made = make(child, seen)
    if not record.list then
      put(node, record, key, made)
    elseif values or made ~= null then
      rawset(values or node, key, made)
    end
  end
  return node
end

local ok_value = {}

---What a call returns for the value of an `ok` rule: a table is copied, however deep, and reads like the response in
---whose place it is. What is no table, or has a metatable of the program's own, stays as it is.
---@param value any
---@param response {request_id: string?, action: string?} properties of the response
---@return any
function ok_value.as_response(value, response)
  return make(value, {}, response)
end

return ok_value
