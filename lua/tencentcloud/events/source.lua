-- Where the bytes of an event stream come from: a text, a function, or an object of a library that can be called.

local foreign = require "tencentcloud.call.foreign"
local pcall_yields = require "tencentcloud.call.pcall_yields"

local source = {}

local function give_once(text)
  return function()
    local chunk = text
    text = nil
    return chunk
  end
end

---Can it be called? A metatable may be hidden from getmetatable.
local function has_call(value)
  local meta = (debug and debug.getmetatable or getmetatable)(value)
  return type(meta) == "table" and meta.__call ~= nil
end

---@param given any what a program gave to tc.events
---@return (fun(): any, any)|table|userdata|nil source what is called for chunks; nil where it cannot be one
function source.of(given)
  if type(given) == "string" then return give_once(given) end
  if type(given) == "function" or has_call(given) then return given end
end

-- Where pcall would keep the source from yielding, what it raises goes on to the program.
local function protected(call, ...)
  if pcall_yields or not coroutine.running() then return pcall(call, ...) end
  return true, call(...)
end

local function close_of(given)
  return given.close
end

---Closes a source that can be closed: nobody reads what is left in it. How that goes makes no difference to the events.
---@param given function|table|userdata from source.of
function source.close(given)
  if type(given) == "function" then return end
  local has, close = pcall(close_of, given)
  if has and type(close) == "function" then protected(close, given) end
end

local function words_of(problem)
  return foreign.text(problem) or tostring(problem)
end

-- Why there is no chunk; nil at the end of the bytes. skynet's streams give themselves beside each chunk, and beside
-- the nil at their end; there they say in `connected` that the connection was lost.
local function problem_of(given, chunk, problem)
  if rawequal(problem, given) then
    return given.connected == false and "the connection was closed before the end of the response" or nil
  end
  if problem == nil and chunk == false then return "the source of events gave false" end
  return problem or nil
end

---The next chunk that is not empty. Libraries raise objects where a connection fails; a text that is raised is a fault
---of the program, and goes on to it.
---@param given function|table|userdata from source.of
---@return string? chunk nil at the end
---@return string|tencentcloud.Error|nil problem what went wrong
---@return string? fault of the program, which is to be raised
function source.next(given)
  local ok, chunk, problem
  repeat ok, chunk, problem = protected(given) until not ok or chunk ~= ""
  if not ok then
    if type(chunk) == "string" then return nil, nil, chunk end
    return nil, words_of(chunk)
  end
  if type(chunk) == "string" then return chunk end
  if chunk then
    return nil, nil, ("the source of events gave a %s: a chunk is a string, the end is nil"):format(type(chunk))
  end
  problem = problem_of(given, chunk, problem)
  if problem == nil or getmetatable(problem) == "tencentcloud.Error" then return nil, problem end
  return nil, words_of(problem)
end

return source
