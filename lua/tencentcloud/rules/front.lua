-- The names that rules, waiters and pages have in the module itself. Each is loaded when it is first
-- used: a program that only parses loads none of them.

-- The file that a name is loaded from, and the name that it has there.
local LOADED_FROM = {
  rules = { "tencentcloud.rules", "new" },
  script = { "tencentcloud.rules.script", "new" },
  wait_until = { "tencentcloud.waiter", "wait_until" },
  pages = { "tencentcloud.pages", "pages" },
}

for _, name in ipairs{ "retry", "refresh", "wait", "amend", "ok", "ignore", "fail", "forbid" } do
  LOADED_FROM[name] = { "tencentcloud.rules.outcome", name }
end

local function load_name(module, name)
  local from = LOADED_FROM[name]
  if not from then return nil end
  local value = require(from[1])[from[2]]
  rawset(module, name, value)
  return value
end

---Adds the names to the module's table.
---@param module table
---@return table module
return function(module)
  return setmetatable(module, { __index = load_name })
end
