-- Checks of arguments. A wrong one is the programmer's to mend, so it raises, names the argument, and
-- points at the line of the program that called, however deep in the module it was found.

local action_name = require "tencentcloud.action_name"
local core = require "tencentcloud.core"

local arguments = {}

-- How the sources of this module's files begin: "@/usr/share/lua/5.4/tencentcloud/". The last folder of
-- that name counts, so this file may move inside it. Where the files were packed or stripped of their
-- names there is no folder: then what has the same source as this file is the module's own.
-- A host may leave out the library `debug`, or all of it but traceback: then no place is known.
local getinfo = debug and debug.getinfo
local OWN_SOURCE = getinfo and getinfo(1, "S").source
local OWN_FOLDER = OWN_SOURCE and OWN_SOURCE:match("^@.*tencentcloud[/\\]")

local function is_own(source)
  return source == OWN_SOURCE or OWN_FOLDER ~= nil and source:find(OWN_FOLDER, 1, true) == 1
end

---The line of the program that the module was called from.
---@return string place "file:line", or "?" where the program has no debug information
function arguments.place()
  if not getinfo then return "?" end
  local level = 2
  while true do
    local info = getinfo(level, "Sl")
    if not info then return "?" end
    if info.what ~= "C" and info.what ~= "tail" and not is_own(info.source) then
      return ("%s:%d"):format(info.short_src, info.currentline)
    end
    level = level + 1
  end
end

---Raises an argument error at the caller's place.
---@param position integer of the argument, from 1
---@param name string of the function, as the caller writes it
---@param problem string what is wrong and what to do
function arguments.fail(position, name, problem)
  local place = arguments.place()
  error(("%sbad argument #%d to '%s' (%s)"):format(place == "?" and "" or place .. ": ", position, name, problem), 0)
end

---Raises an argument error unless the condition holds. The text is only made where it is needed: a
---call checks a dozen arguments, and nearly always all are right.
---@param condition any
---@param position integer
---@param name string
---@param format string what is wrong and what to do, as string.format takes it
---@param ... any for the format
function arguments.that(condition, position, name, format, ...)
  if not condition then arguments.fail(position, name, format:format(...)) end
end

---The name of an action.
---@param action any
---@param position integer
---@param name string of the function
---@return tencentcloud.ActionName parts
function arguments.action(action, position, name)
  arguments.that(type(action) == "string", position, name, "action: a string expected, got %s", type(action))
  local parts = action_name.split(action)
  arguments.that(parts.name, position, name, "action: write service.Action, as in cvm.RunInstances; got %q", action)
  return parts
end

---The names of a few fields of a table, for a message: never their values, which may be secrets.
---@param value table
---@return string "a table with err, ok"
function arguments.fields_of(value)
  local names = {}
  for name in pairs(value) do
    table.insert(names, type(name) == "string" and name:match("^[%w_]+$") and name:sub(1, 32) or type(name))
  end
  table.sort(names)
  if #names == 0 then return "an empty table" end
  return "a table with " .. table.concat(names, ", ", 1, math.min(#names, 4)) .. (#names > 4 and ", ..." or "")
end

---Is it the code of an error, also where a server has left a dot or a blank at its end?
---@param text string
---@return boolean
function arguments.is_code(text)
  local entry = core.registry:lookup(text)
  return entry ~= nil and entry.code ~= "ok" -- which means a success
end

---Has it the three digits of an HTTP status?
---@param value any
---@return boolean
function arguments.is_http_status(value)
  return type(value) == "number" and value >= 100 and value <= 999 and value % 1 == 0
end

-- What a success does not have: where these are beside ok = true, something failed or is still to be parsed.
local CONTRADICTIONS = { "err", "error", "Error", "Code", "Response", "body", "text", "data", "status", "status_code",
  "http_status" }

---A table of the program's own in place of a Response, { ok = true, ... }, or of an Error, { code = "A.B", ... }. Any
---other must not count as a success.
---@param value table
---@return string? problem nil where it is one
function arguments.answer(value)
  local ok, code = value.ok, value.code
  if ok ~= nil and type(ok) ~= "boolean" then return "ok: true or false expected, got " .. type(ok) end
  if code ~= nil and (type(code) ~= "string" or code == "") then return "code: a string that is not empty expected" end
  if ok and code then return "code: a success has none, but ok is true; give one of the two" end
  if ok then
    for _, name in ipairs(CONTRADICTIONS) do
      if value[name] ~= nil then return ("%s: a table with ok = true is a success, which has none"):format(name) end
    end
  end
  if code and not arguments.is_code(code) then return "code: one such as A.B expected" end
  if ok == false and not code then return "code: a failure has one, but there is only ok = false" end
  if not (ok or code) then
    return ("a Response or an Error expected, got %s; tc.parse makes one of a body, tc.error of what went wrong")
      :format(arguments.fields_of(value))
  end
  if value.http_status ~= nil and not arguments.is_http_status(value.http_status) then
    return "http_status: an integer from 100 to 999 expected"
  end
  if value.action ~= nil and type(value.action) ~= "string" then
    return "action: a string expected, got " .. type(value.action)
  end
end

---What every function that sends begins with: (send, action, params, ...).
---@param send any
---@param action any
---@param params any
---@param name string of the function
---@return tencentcloud.ActionName parts of the action
function arguments.request(send, action, params, name)
  arguments.that(not arguments.callable(send), 1, name, "send: a function expected, got %s", type(send))
  local parts = arguments.action(action, 2, name)
  arguments.that(params == nil or type(params) == "table", 3, name, "params: a table expected, got %s", type(params))
  return parts
end

-- Checkers: each gives nil for a good value, or what it wanted instead.

---A number from `least` up, or up to `most`.
---@param least number
---@param most number?
function arguments.number(least, most)
  local wanted = most and ("a number from %g to %g"):format(least, most) or ("a number from %g up"):format(least)
  return function(value)
    if type(value) == "number" and value >= least and value < math.huge and value <= (most or value) then return nil end
    return wanted
  end
end

---A whole number from `least` up.
function arguments.whole(least)
  return function(value)
    if type(value) == "number" and value >= least and value < math.huge and value % 1 == 0 then return nil end
    return ("a whole number from %g up"):format(least)
  end
end

---A value of that Lua type.
function arguments.type(wanted)
  return function(value)
    if type(value) == wanted then return nil end
    return "a " .. wanted
  end
end

---A function, or something that can be called like one.
function arguments.callable(value)
  if type(value) == "function" then return nil end
  local meta = getmetatable(value)
  if type(meta) == "table" and meta.__call then return nil end
  return "a function"
end

---One of those strings.
function arguments.one_of(...)
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

---A table with functions (or callable values) of those names. ngx.null is a userdata too, without any field.
function arguments.methods(...)
  local names = { ... }
  return function(value)
    local has_fields = type(value) == "table" or type(value) == "userdata" and getmetatable(value) ~= nil
    for _, name in ipairs(names) do
      if not has_fields or arguments.callable(value[name]) then return "an object with the method " .. name end
    end
  end
end

---What a tencentcloud.Runtime has.
arguments.runtime = arguments.methods("sleep", "now", "time", "random")

---A table of numbers of seconds, each by one of those names or left out.
function arguments.seconds(...)
  local wanted, known, is_seconds = ("a table { %s = }"):format(table.concat({ ... }, " =, ")), {}, arguments.number(0)
  for _, name in ipairs({ ... }) do known[name] = true end
  return function(value)
    if type(value) ~= "table" then return wanted end
    for name, seconds in pairs(value) do
      if not known[name] or is_seconds(seconds) then return wanted .. " of seconds" end
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
function arguments.options(options, schema, position, name, where)
  if options == nil then return {} end
  arguments.that(type(options) == "table", position, name, "a table of options expected, got %s", type(options))
  local copy = {}
  for key, value in pairs(options) do
    local problem = problem_with(key, value, schema)
    if problem then arguments.fail(position, name, (where or "") .. problem) end
    copy[key] = value
  end
  return copy
end

return arguments
