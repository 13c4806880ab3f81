-- Sorted lists of what sets hold.

local sorted = {}

---@param set table
---@return any[] keys
function sorted.keys(set)
  local list = {}
  for key in pairs(set) do table.insert(list, key) end
  table.sort(list)
  return list
end

---@param set table
---@param before (fun(left: any, right: any): boolean)?
---@return any[] values
function sorted.values(set, before)
  local list = {}
  for _, value in pairs(set) do table.insert(list, value) end
  table.sort(list, before)
  return list
end

return sorted
