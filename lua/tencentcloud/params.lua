-- A request's parameters: copies that belong to one call, and changes to some of their fields.

local params = {}

-- A request this deep is a table that holds itself, or a mistake.
local DEPTH_MAX = 100

-- Every request is copied, so this is kept short: what is no table is not worth a call.
local function copy(original, depth)
  if depth > DEPTH_MAX then
    error(("params: tables lie in one another more than %d deep; does one hold itself?"):format(DEPTH_MAX), 0)
  end
  local copied = {}
  for key, value in next, original do
    if type(value) == "table" then value = copy(value, depth + 1) end
    copied[key] = value
  end
  local metatable = getmetatable(original) -- such as the mark of an empty list, cjson.empty_array_mt
  if metatable ~= nil then setmetatable(copied, metatable) end
  return copied
end

---A copy that shares no table with the original. Metatables are kept.
---@param original table parameters of a request; at most 100 tables deep, or it raises
---@return table
function params.copy(original)
  return copy(original, 1)
end

-- A list, or an empty table, which may be one: it is replaced as a whole.
local function is_list(value)
  return value[1] ~= nil or next(value) == nil
end

local function amend(original, changes, depth)
  local amended = copy(original, depth)
  for key, change in next, changes do
    local old = amended[key]
    local merges = type(old) == "table" and type(change) == "table" and not is_list(old) and not is_list(change)
    if merges then
      amended[key] = amend(old, change, depth + 1)
    else
      amended[key] = type(change) == "table" and copy(change, depth + 1) or change
    end
  end
  return amended
end

---The parameters with some of their fields changed, however deep: { Placement = { Zone = "z" } } changes the zone and
---leaves Placement's other fields. A list is replaced as a whole, and so is whatever takes the place of a list.
---@param original table
---@param changes table
---@return table a new one, which shares no table with either
function params.amend(original, changes)
  return amend(original, changes, 1)
end

-- Are both the same, however deep?
local function same(one, other, depth)
  if type(one) ~= "table" or type(other) ~= "table" or depth > DEPTH_MAX then return one == other end
  for key, value in next, one do
    if not same(value, other[key], depth + 1) then return false end
  end
  for key in next, other do
    if one[key] == nil then return false end
  end
  return true
end

local function replaces_list(original, changes, depth)
  for key, change in next, changes do
    if type(change) == "table" and depth <= DEPTH_MAX then
      local old = type(original) == "table" and original[key] or nil
      if is_list(change) then
        if not same(old, change, 1) then return true end
      elseif replaces_list(old, change, depth + 1) then
        return true
      end
    end
  end
  return false
end

---Are both the same, however deep?
---@param one any
---@param other any
---@return boolean
function params.same(one, other)
  return same(one, other, 1)
end

---Do the changes put another list in the place of one? A batch is a list: changes that leave it alone ask for all of it
---again.
---@param original table
---@param changes table as for amend
---@return boolean
function params.replaces_list(original, changes)
  return replaces_list(original, changes, 1)
end

return params
