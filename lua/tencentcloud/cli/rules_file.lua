-- Loads the file in which a program states its rules. It is a Lua program, and it is run.

local loadfile = loadfile

local rules_file = {}

---@param name string
---@return tencentcloud.Rules? rules
---@return string? problem
function rules_file.load(name)
  local chunk, problem = loadfile(name)
  if not chunk then return nil, problem end
  local ok, rules = pcall(chunk, name)
  if not ok then return nil, ("%s does not run: %s"):format(name, tostring(rules)) end
  if type(rules) ~= "table" or type(rules.lint) ~= "function" then
    return nil, ("%s does not return its rules: end it with `return rules`, where rules is what tc.rules made")
      :format(name)
  end
  return rules
end

---Adds the argument to a command.
function rules_file.define(command)
  command:argument("rules", "A Lua file that ends with `return rules`. It is run."):argname "<rules.lua>"
end

return rules_file
