-- The service or action that a person names on the command line.

local tencentcloud = require "tencentcloud"

local scope = {}

---@param name string? "cvm" or "cvm.RunInstances"
---@return tencentcloud.Action? action nil where only a service is named
---@return string? problem where there is no such service or action
function scope.find(name)
  local registry = tencentcloud.registry
  if name == nil then return nil end
  if name:find(".", 1, true) then
    local action, problem = registry:action(name)
    return action, problem and tostring(problem)
  end
  local actions, problem = registry:actions(name)
  return nil, not actions and tostring(problem) or nil
end

return scope
