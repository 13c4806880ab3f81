-- Checks of arguments. What is wrong is the programmer's to mend, so it raises, names the argument,
-- and points at the line of the program that called, however deep in the module it was found.

local check = {}

-- Where the module's own files are: "@.../tencentcloud/"; empty where they were stripped.
local OWN = debug.getinfo(1, "S").source:match("^(.*)arguments%.lua$") or ""

---The line of the program that the module was called from.
---@return string place "file:line", or "?" where the program has no debug information
function check.place()
  local level = 2
  while true do
    local info = debug.getinfo(level, "Sl")
    if not info then return "?" end
    if info.what ~= "C" and info.what ~= "tail" and info.source:sub(1, #OWN) ~= OWN then
      return ("%s:%d"):format(info.short_src, info.currentline)
    end
    level = level + 1
  end
end

---Raises an argument error at the caller's place.
---@param position integer of the argument, from 1
---@param name string of the function, as the caller writes it
---@param problem string what is wrong and what to do
function check.fail(position, name, problem)
  local place = check.place()
  error(("%sbad argument #%d to '%s' (%s)"):format(place == "?" and "" or place .. ": ", position, name, problem), 0)
end

---@param condition any
---@param position integer
---@param name string
---@param problem string
function check.that(condition, position, name, problem)
  if not condition then check.fail(position, name, problem) end
end

-- Checkers: each gives nil for a good value, or what it wanted instead.

---A number from `least` up.
function check.number(least)
  return function(value)
    if type(value) == "number" and value >= least and value < math.huge then return nil end
    return ("a number from %g up"):format(least)
  end
end

---A whole number from `least` up.
function check.whole(least)
  return function(value)
    if type(value) == "number" and value >= least and value < math.huge and value % 1 == 0 then return nil end
    return ("a whole number from %g up"):format(least)
  end
end

---A value of that Lua type.
function check.type(wanted)
  return function(value)
    if type(value) == wanted then return nil end
    return "a " .. wanted
  end
end

---A function, or something that can be called like one.
function check.callable(value)
  if type(value) == "function" then return nil end
  local meta = getmetatable(value)
  if type(meta) == "table" and meta.__call then return nil end
  return "a function"
end

---One of those strings.
function check.one_of(...)
  local words, wanted = {}, {}
  for _, word in ipairs({ ... }) do
    words[word] = true
    table.insert(wanted, ("%q"):format(word))
  end
  return function(value)
    if words[value] then return nil end
    return table.concat(wanted, " or ")
  end
end

---A table with functions (or callable values) of those names.
function check.methods(...)
  local names = { ... }
  return function(value)
    local kind = type(value)
    for _, name in ipairs(names) do
      if kind ~= "table" and kind ~= "userdata" or check.callable(value[name]) then
        return "an object with the method " .. name
      end
    end
  end
end

-- A value as a message shows it.
local function shown(value)
  if type(value) == "number" then return ("%g"):format(value) end
  return type(value) == "string" and ("%q"):format(value) or type(value)
end

-- What is wrong with one option, or nil.
local function problem_with(key, value, schema)
  if schema[key] then
    local wanted = schema[key](value)
    return wanted and ("%s: %s expected, got %s"):format(key, wanted, shown(value))
  end
  local known = {}
  for option in pairs(schema) do table.insert(known, option) end
  table.sort(known)
  return ("no option '%s': the options are %s"):format(tostring(key), table.concat(known, ", "))
end

---A table of options. Names that the schema does not have raise: they are typing errors.
---@param options table?
---@param schema table<string, fun(value: any): string?>
---@param position integer of the argument
---@param name string of the function
---@param where string? which part of the argument it is, "answer 2: "
---@return table options a copy
function check.options(options, schema, position, name, where)
  if options == nil then return {} end
  check.that(type(options) == "table", position, name, "a table of options expected, got " .. type(options))
  local copy = {}
  for key, value in pairs(options) do
    local problem = problem_with(key, value, schema)
    if problem then check.fail(position, name, (where or "") .. problem) end
    copy[key] = value
  end
  return copy
end

return check
