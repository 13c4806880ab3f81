-- JSON of what stands for a response, for ok_value.lua. There are no bytes of a body to give back, so they are written
-- here, with the keys of objects in order: no JSON library needs to be there.

local arguments = require "tencentcloud.arguments"
local core = require "tencentcloud.core"
local fields = require "tencentcloud.call.ok_fields"
local limits = require("tencentcloud.vocabulary").limits

local is_list, list_of, keys_of, value_at = fields.is_list, fields.list_of, fields.keys_of, fields.value_at
local null = core.null

local ESCAPES = { ['"'] = '\\"', ["\\"] = "\\\\", ["\n"] = "\\n", ["\r"] = "\\r", ["\t"] = "\\t" }

local function quoted(text)
  return '"' .. text:gsub('[%c"\\]', function(byte)
    return ESCAPES[byte] or byte ~= "\127" and ("\\u%04x"):format(byte:byte()) or nil
  end) .. '"'
end

local function no_json(what)
  error(("%s: json: %s cannot be written as JSON"):format(arguments.place(), what), 0)
end

-- The shortest text that is the same number again.
local function number_text(value)
  if value ~= value or value == math.huge or value == -math.huge then no_json(tostring(value)) end
  if value % 1 == 0 and math.abs(value) < 2 ^ 53 then
    local text = ("%d"):format(value)
    return math.type and math.type(value) == "float" and text .. ".0" or text
  end
  if math.type and math.type(value) == "integer" then return ("%d"):format(value) end
  local text = ("%.15g"):format(value)
  if tonumber(text) ~= value then text = ("%.17g"):format(value) end
  return (text:gsub(",", ".")) -- of a locale
end

local write

local function write_container(value, parts, depth)
  if depth > limits.depth.value then no_json("a table that is nested too deeply, or holds itself,") end
  local list = is_list(value)
  table.insert(parts, list and "[" or "{")
  if list then
    local values, count = list_of(value)
    for i = 1, count do
      if i > 1 then table.insert(parts, ",") end
      local element = rawget(values, i)
      write(element == nil and null or element, parts, depth + 1)
    end
  else
    for i, key in ipairs(keys_of(value)) do
      table.insert(parts, (i > 1 and "," or "") .. quoted(tostring(key)) .. ":")
      write(value_at(value, key), parts, depth + 1)
    end
  end
  table.insert(parts, list and "]" or "}")
end

function write(value, parts, depth)
  local given = type(value)
  if value == null then
    table.insert(parts, "null")
  elseif given == "string" then
    table.insert(parts, quoted(value))
  elseif given == "number" then
    table.insert(parts, number_text(value))
  elseif given == "boolean" then
    table.insert(parts, tostring(value))
  elseif given == "table" or fields.is_node(value) then
    write_container(value, parts, depth)
  elseif given == "userdata" and value.json then
    table.insert(parts, value:json())
  else
    no_json("a " .. given)
  end
end

---@param value any
---@return string
return function(value)
  local parts = {}
  write(value, parts, 1)
  return table.concat(parts)
end
