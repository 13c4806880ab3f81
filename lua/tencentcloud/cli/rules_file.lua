-- Loads the file in which a program states its rules. It is a Lua program, and it is run.

local foreign = require "tencentcloud.call.foreign"

local loadfile = loadfile

local rules_file = {}

-- The line of the file in which it is: an error that is no text, or that a library raised, has none in it.
local function line_of(name)
  local level = 3
  while true do
    local info = debug.getinfo(level, "Sl")
    if not info then return nil end
    if info.source == "@" .. name then return info.currentline end
    level = level + 1
  end
end

-- What a run of the file raised, with its name and a line of it.
local function explain(name)
  return function(problem)
    local text = type(problem) == "string" and problem or foreign.text(problem) or "it raised a " .. type(problem)
    local line = line_of(name)
    if not line or text:find(name .. ":", 1, true) then return text end
    return ("%s:%d: %s"):format(name, line, text)
  end
end

---@param name string
---@return tencentcloud.Rules? rules
---@return string? problem
function rules_file.load(name)
  local chunk, problem = loadfile(name)
  if not chunk then return nil, problem end
  local ok, rules = xpcall(function() return chunk(name) end, explain(name))
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
