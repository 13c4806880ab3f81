-- What `send` returned, read: an API response, or an Error that says why there is none. Taken is what tc.parse gives
-- and what HTTP libraries return by themselves; anything else raises and says what came, since a mistake in `send`
-- must neither pass for a success nor be asked for again.

local arguments = require "tencentcloud.arguments"
local core = require "tencentcloud.core"
local foreign = require "tencentcloud.call.foreign"

local sent = {}

local RETURN = "return the answer's body or a Response; or nil and an error"

local function refuse(what)
  error(("send returned %s: %s"):format(what, RETURN), 0)
end

-- A table's fields by their names, without the values, which may be secret.
local function described(value)
  local given = type(value)
  if given ~= "table" then return "a " .. given end
  local names = {}
  for key in next, value do
    table.insert(names, type(key) == "string" and ("%q"):format(key:sub(1, 24)) or "a " .. type(key))
  end
  if #names == 0 then return "an empty table" end
  table.sort(names)
  local rest = #names > 6 and ", ..." or ""
  return ("a table with the fields %s%s"):format(table.concat(names, ", ", 1, math.min(#names, 6)), rest)
end

local function network_error(action, problem, status)
  local message = not problem and "send returned nil without an error" or foreign.text(problem)
  return core.error{
    code = "ClientError.NetworkError",
    message = message or refuse("nil and " .. described(problem)),
    action = action,
    http_status = status,
  }
end

local function text_or_nil(value, key)
  if value ~= nil and type(value) ~= "string" then
    refuse(("a table whose field %s is a %s"):format(key, type(value)))
  end
  return value
end

-- The Error that a table with a `code` stands for.
local function error_of(value, action)
  local code = value.code
  if type(code) ~= "string" or not arguments.is_code(code) then
    refuse("a table whose code is not one such as A.B")
  end
  local message = text_or_nil(value.message, "message")
  return core.error{
    code = code,
    message = message or "",
    request_id = text_or_nil(value.request_id, "request_id"),
    action = value.action or action,
    http_status = foreign.status(value.http_status),
  }
end

-- A table that stands for an answer: { ok = true, ... } as rules make one, { code = "A.B", message = }, or a failure
-- told in some other way, { ok = false, err = "timeout" }. nil where it does not claim to be any.
local function answer_of(value, action)
  local ok, code = value.ok, value.code
  if ok == nil and (code == nil or type(code) == "number") then return nil end
  local named = value.action
  if named ~= nil and type(named) ~= "string" then refuse("a table whose action is a " .. type(named)) end
  if ok == true then
    local problem = arguments.answer(value)
    if problem then refuse("a table that is ok and more: " .. problem) end
    return value
  end
  if ok ~= nil and ok ~= false then refuse(("a table whose field ok is a %s"):format(type(ok))) end
  if type(code) == "string" and code:find "^E[%u_]+%d*$" then -- an errno's name, ECONNREFUSED, and no code of the API
    return network_error(action, foreign.text(value) or code, nil)
  end
  if type(code) == "string" then return error_of(value, action) end
  if code ~= nil and type(code) ~= "number" then refuse("a table whose code is a " .. type(code)) end
  if type(value.error) == "table" and type(value.error.code) == "string" then
    return error_of(value.error, action)
  end
  local problem = foreign.text(value)
  if not problem then refuse(described(value) .. ", which does not say what went wrong") end
  return network_error(action, problem, nil)
end

-- An object of the core: a Response or an Error.
local function of_core(value)
  local class = type(value) == "userdata" and getmetatable(value)
  return (class == "tencentcloud.Response" or class == "tencentcloud.Error") and class or nil
end

local function body_read(action, body, status, headers)
  local response, err = core.parse(body, action, status)
  return response or err, headers
end

-- The answer in a table, with its headers.
local function table_read(action, value, second, third)
  -- A table with `ok` is about an answer, whatever else it has.
  local response = type(value.ok) ~= "boolean" and foreign.response(value, second, third)
  if response then
    if response.unreadable then refuse("a table whose HTTP status is " .. response.unreadable) end
    if response.problem then return network_error(action, response.problem, response.status), response.headers end
    return body_read(action, response.body, response.status, response.headers)
  end
  if value.Response ~= nil then refuse "a decoded body, a table with the field Response (keep the body as text)" end
  if value.ok == nil and foreign.is_unread(value) then refuse "a response whose body is still to be read" end
  local answer = answer_of(value, action)
  if not answer then refuse(described(value)) end
  if answer.ok and second ~= nil and foreign.status(second) == nil then refuse "a success, and something beside it" end
  return answer, type(third) == "table" and third or nil
end

-- nil or false, and what went wrong. A third value is the HTTP status, or an errno, which is none.
local function nothing_read(action, problem, status, headers)
  headers = type(headers) == "table" and headers or nil
  local class = of_core(problem)
  if class == "tencentcloud.Response" and problem.ok then refuse "nil and a Response that succeeded" end
  if class then return problem, headers end
  if type(problem) == "table" then
    local answer = answer_of(problem, action)
    if answer and answer.ok then refuse "nil and a table that is ok" end
    if answer then return answer, headers end
  end
  return network_error(action, problem, foreign.status(status)), headers
end

---@param action string
---@param first any what send returned first
---@param second any the HTTP status, or what went wrong where the first was nil
---@param third any the headers; after nil, the HTTP status
---@param fourth any after nil, the headers
---@return tencentcloud.Answer
---@return table? headers
function sent.read(action, first, second, third, fourth)
  local given = type(first)
  if given == "string" then
    local status, unreadable = foreign.status(second)
    if unreadable then refuse(("a body and, for its HTTP status, %s"):format(unreadable)) end
    return body_read(action, first, status, type(third) == "table" and third or nil)
  elseif of_core(first) then
    return first, type(third) == "table" and third or nil
  elseif first == nil or first == false then
    return nothing_read(action, second, third, fourth)
  elseif given == "table" then
    return table_read(action, first, second, third)
  elseif given == "number" and type(second) == "string" and foreign.status(first) then
    return body_read(action, second, foreign.status(first), type(third) == "table" and third or nil) -- skynet's httpc
  elseif first == 1 and foreign.status(second) then
    refuse "the number 1, as luasocket does where the body goes into a sink"
  end
  refuse("a " .. given)
end

return sent
