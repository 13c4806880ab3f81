-- Compares what totable gives with what cjson.decode gives of the same body.

local cjson = require "cjson"

local cjson_reading = {}

local own = cjson.new()
own.decode_max_depth(2000)

---cjson.decode, of bodies up to 2,000 levels deep.
cjson_reading.decode = own.decode

-- An integer that no number of this Lua holds is text of ours. cjson's is rounded to a double, or, with OpenResty's
-- cjson, the largest integer of 64 bits.
local function same_large_integer(ours, theirs)
  if not ours:find "^%-?%d+$" then return false end
  local number = tonumber(ours) + 0.0
  return number == theirs or math.max(-2 ^ 63, math.min(number, 2 ^ 63)) == theirs + 0.0
end

-- An integer of ours is exact; cjson's may be rounded to a double.
local function same_number(ours, theirs)
  if type(ours) == "string" then return same_large_integer(ours, theirs) end
  return ours == theirs or ours + 0.0 == theirs or (ours ~= ours and theirs ~= theirs)
end

local function same_scalar(ours, theirs)
  if type(theirs) == "number" and (type(ours) == "number" or type(ours) == "string") then
    return same_number(ours, theirs)
  end
  return rawequal(ours, theirs)
end

---Where two readings of a body differ, or nil.
---@param ours any what totable gave
---@param theirs any what cjson.decode gave
---@return string?
function cjson_reading.difference(ours, theirs)
  local open = { { ours, theirs, "" } }
  while #open > 0 do
    local pair = table.remove(open)
    local left, right, path = pair[1], pair[2], pair[3]
    if type(left) ~= "table" or type(right) ~= "table" then
      if not same_scalar(left, right) then return ("%s: %s, %s"):format(path, tostring(left), tostring(right)) end
    else
      for key in pairs(left) do
        if right[key] == nil then return path .. "." .. tostring(key) .. ": not in cjson's" end
      end
      for key, value in pairs(right) do
        open[#open + 1] = { left[key], value, #path < 200 and path .. "." .. key or path }
      end
    end
  end
end

return cjson_reading
