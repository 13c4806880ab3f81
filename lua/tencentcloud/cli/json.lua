-- JSON whose keys keep their order: cjson encodes the scalars, the rest is put together here.

local cjson = require "cjson"

local Object, Array = {}, {}

local json = { null = cjson.null }

---@param pairs_in_order {[1]: string, [2]: any}[] a value of nil is written as null
function json.object(pairs_in_order)
  return setmetatable(pairs_in_order, Object)
end

---@param list any[]
function json.array(list)
  return setmetatable(list, Array)
end

-- cjson writes "/" as "\/", which is right but hard to read.
local function scalar(value)
  if value == nil then return "null" end
  return (cjson.encode(value):gsub("\\/", "/"))
end

---@param value any what object and array made, a string, number, boolean or nil
---@return string
function json.encode(value)
  local kind = type(value) == "table" and getmetatable(value)
  local parts = {}
  if kind == Object then
    for i, pair in ipairs(value) do parts[i] = scalar(pair[1]) .. ":" .. json.encode(pair[2]) end
    return "{" .. table.concat(parts, ",") .. "}"
  elseif kind == Array then
    for i, item in ipairs(value) do parts[i] = json.encode(item) end
    return "[" .. table.concat(parts, ",") .. "]"
  end
  return scalar(value)
end

return json
