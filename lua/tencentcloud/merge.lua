-- Copies of tables one level deep: what a caller gave is not changed.

---@param original table
---@param over table? fields that replace those of the same name
---@return table
return function(original, over)
  local copy = {}
  for key, value in pairs(original) do copy[key] = value end
  for key, value in pairs(over or {}) do copy[key] = value end
  return copy
end
