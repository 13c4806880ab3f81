-- How eager the garbage collector is: Lua 5.5 asks for it with other words than those before.

local collector = {}

local function set(name, percent)
  if _VERSION == "Lua 5.5" then return collectgarbage("param", name, percent) end
  return collectgarbage("set" .. name, percent)
end

---Sets how long it waits between two collections and how much it does in a step, both in percent.
---@return integer pause what was set before
---@return integer step
function collector.set(pause, step)
  return set("pause", pause), set("stepmul", step)
end

-- Lua 5.4 and 5.5 have a collector for many short-lived objects too.
collector.has_generations = _VERSION == "Lua 5.4" or _VERSION == "Lua 5.5"

return collector
