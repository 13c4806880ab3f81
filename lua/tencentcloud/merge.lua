-- Copies of tables one level deep: what a caller gave is not changed.

---@param original table
---@param over table? fields that replace those of the same name
---@return table
return function(original, over)
  local merged = {}
  for key, value in pairs(original) do merged[key] = value end
  for key, value in pairs(over or {}) do merged[key] = value end
  return merged
end
