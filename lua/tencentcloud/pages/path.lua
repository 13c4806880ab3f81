-- Paths of fields, such as "Result.Content": reads them from an answer, and writes them into a request.

local core = require "tencentcloud.core"

local path = {}

local null = core.null

---@param text string "Result.Content"
---@return string[] keys
function path.split(text)
  local keys = {}
  for key in text:gmatch "[^.]+" do table.insert(keys, key) end
  return keys
end

-- A Response, or a table that reads like one; null is a userdata too, and has no methods.
---@param value any
---@return boolean
function path.is_view(value)
  local kind = type(value)
  if kind ~= "userdata" and kind ~= "table" or value == null or getmetatable(value) == nil then return false end
  return type(value.get) == "function" and type(value.type) == "function"
end

---A field's value.
---@param answer any a Response, or what a rule gave in its place
---@param keys string[]
---@return any value nil where it is null or missing
---@return string? kind nil where there is no such field, "null" for one that is null or lies in one
function path.read(answer, keys)
  local value = answer
  for _, key in ipairs(keys) do
    if path.is_view(value) then
      local kind = value:type(key)
      if kind == nil or kind == "null" then return nil, kind end
      value = value:get(key)
    else
      if type(value) ~= "table" then return nil, nil end
      value = value[key]
      if value == nil then return nil, nil end
      if value == null then return nil, "null" end
    end
  end
  return value, type(value)
end

---Sets a field of a request, and makes the tables that it lies in.
---@param params table which is changed
---@param keys string[]
---@param value any nil removes the field
function path.write(params, keys, value)
  local holder = params
  for position = 1, #keys - 1 do
    local key = keys[position]
    if type(holder[key]) ~= "table" then
      if value == nil then return end
      holder[key] = {}
    end
    holder = holder[key]
  end
  holder[keys[#keys]] = value
end

return path
