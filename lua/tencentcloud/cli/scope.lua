-- The service or action that a person names on the command line, and what to say of a name that is something else.

local core = require "tencentcloud.core"
local tencentcloud = require "tencentcloud"

local scope = {}

-- What the registry's errors advise a program, for a person.
local ADVICE = {
  { 'registry:actions "([^"]+)" lists those of the service', '"tcerr actions %1" lists those of the service' },
  { "registry:services%(%) lists all", '"tcerr services" lists all' },
  { "action '([^']+)' is malformed: it is an error code, which registry:lookup explains",
    '\'%1\' is an error code, not an action: "tcerr explain %1" explains it' },
}

-- An action has its service in lower case before the dot.
local function actions_near(name)
  local list = {}
  for _, near in ipairs(tencentcloud.registry:suggest(name, 5)) do
    if near:find "^%l[^.]*%." and #list < 3 then table.insert(list, near) end
  end
  return list
end

-- "a, b or c"
local function either(names)
  return (table.concat(names, ", "):gsub(", ([^,]+)$", " or %1"))
end

---What to tell of a name that is no service or action, with what may have been meant.
---@param name string
---@param problem any the registry's error about it
---@return string
function scope.problem(name, problem)
  local text = tostring(problem)
  for _, advice in ipairs(ADVICE) do text = text:gsub(advice[1], advice[2]) end
  if text:find("; did you mean ", 1, true) or text:find("is an error code", 1, true) then return text end
  local code = tencentcloud.registry:lookup(name)
  if code and code.known then
    return ("%s; it is an error code: \"tcerr explain %s\" explains it"):format(text, code.code)
  end
  local near = name:find(".", 1, true) and actions_near(name) or {}
  return #near > 0 and ("%s; did you mean %s?"):format(text, either(near)) or text
end

---@param name string? "cvm" or "cvm.RunInstances"
---@return tencentcloud.Action? action nil where only a service is named
---@return string? problem where there is no such service or action
function scope.find(name)
  local registry = tencentcloud.registry
  if name == nil then return nil end
  if name:find(".", 1, true) then
    local action, problem = registry:action(name)
    return action, problem and scope.problem(name, problem)
  end
  local actions, problem = registry:actions(name)
  return nil, not actions and scope.problem(name, problem) or nil
end

-- The action that a text names, by itself or without its service, in upper or lower case.
local function action_named(text)
  local near, lower = tencentcloud.registry:suggest(text, 1)[1], text:lower()
  if near and near:find "^%l" and (near:lower() == lower or near:lower():match "%.(.*)$" == lower) then return near end
end

---What a text is where it is no code.
---@param text string
---@return string? problem nil where it is neither an action nor a service
---@return string? name of the action or service
function scope.instead_of_code(text)
  local service = core.service_named(text)
  if service then
    local problem = "'%s' is the service %s, not a code: \"tcerr actions %s\" lists its actions"
    return problem:format(text, service, service), service
  end
  local action = action_named(text)
  if not action then return nil end
  local problem = "'%s' is the action %s, not a code: \"tcerr codes %s\" lists its codes"
  return problem:format(text, action, action), action
end

return scope
