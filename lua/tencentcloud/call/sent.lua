-- What `send` returned, read: an API response, or an Error that says why there is none. HTTP libraries return what
-- they have in different orders and tables; each of theirs is understood. Anything else raises and says what came: a
-- value that nobody understands must never count as a success.

local arguments = require "tencentcloud.arguments"
local call_error = require "tencentcloud.call.call_error"
local core = require "tencentcloud.core"

local sent = {}

local RETURN = "; return the body as it came, its HTTP status and headers, or a Response; or nil and what went wrong"

local function unknown(what, ...)
  error(("send returned " .. what):format(...) .. RETURN, 0)
end

-- The status: a number, or text such as "200", "200 OK" or "HTTP/1.1 200 OK". Some transports give 0 or an errno where
-- there was no answer: 1xx never is a last one.
local function http_status(value)
  if type(value) == "string" then
    value = tonumber(value:match "^HTTP/%S+%s+(%d%d%d)%f[%D]" or value:match "^(%d%d%d)%f[%D]")
  end
  return type(value) == "number" and value >= 200 and value <= 999 and value % 1 == 0 and value or nil
end

local function headers_of(value)
  return type(value) == "table" and value or nil
end

local function failure(action, message, status)
  return core.error{ code = "ClientError.NetworkError", message = message, action = action, http_status = status }
end

local function parsed(action, body, status, headers)
  local response, err = core.parse(body, action, http_status(status))
  return response or err, headers_of(headers)
end

-- null is a userdata too, and has no fields.
local function has_fields(value)
  return type(value) == "table" or type(value) == "userdata" and value ~= core.null and getmetatable(value) ~= nil
end

-- A Response or an Error of the core.
local function is_of_core(value)
  local name = type(value) == "userdata" and getmetatable(value)
  return name == "tencentcloud.Response" or name == "tencentcloud.Error"
end

-- Or a table of the program's own in place of one.
local function is_answer(value)
  return is_of_core(value) or type(value) == "table" and not arguments.answer(value)
end

-- The cause of a nested call's error: the call's own story is not the answer's.
local function unwrapped(value)
  return call_error.is(value) and value.cause or value
end

-- lua-http gives its headers, whose fields are asked for by get, and a stream that the body is read from.
local function from_stream(action, headers, stream)
  local body, problem = stream:get_body_as_string()
  local all = { date = headers:get "date", ["retry-after"] = headers:get "retry-after" }
  if not body then return failure(action, tostring(problem), http_status(headers:get ":status")), all end
  return parsed(action, body, headers:get ":status", all)
end

-- A library's response in one table: lua-resty-http's, or that of ngx.location.capture.
local function from_table(action, answer)
  local status, headers = answer.status or answer.status_code, answer.headers or answer.header
  local body = answer.body
  if body == nil and type(answer.read_body) == "function" then
    local problem
    body, problem = answer:read_body()
    if body == nil then return failure(action, tostring(problem), http_status(status)), headers_of(headers) end
  end
  if answer.truncated then
    return failure(action, "the body was cut off", http_status(status)), headers_of(headers)
  end
  if type(body) ~= "string" then unknown("a table whose body is a %s", type(body)) end
  return parsed(action, body, status, headers)
end

local function from_fields(action, value, second, third)
  value = unwrapped(value)
  if is_answer(value) then return value, headers_of(third) end
  if has_fields(second) and type(second.get_body_as_string) == "function" and type(value.get) == "function" then
    return from_stream(action, value, second)
  end
  if value.body ~= nil or value.status ~= nil then return from_table(action, value) end
  if value.Response ~= nil then unknown "a body that is decoded already" end
  if type(value) ~= "table" then unknown("a %s", type(value)) end
  unknown("%s", arguments.fields_of(value))
end

-- What went wrong, as text: from a table of a library's own, too.
local function described(problem)
  if type(problem) ~= "table" then return tostring(problem) end
  local meta = getmetatable(problem)
  if type(meta) == "table" and meta.__tostring then return tostring(problem) end
  for _, name in ipairs{ "message", "reason", "err", "error", "code", 1 } do
    if problem[name] ~= nil and type(problem[name]) ~= "table" then return tostring(problem[name]) end
  end
  return "an error without words"
end

-- After nil: an Error or a Response; or what went wrong, the HTTP status where there was one, and the headers.
local function from_failure(action, problem, status, headers)
  problem = unwrapped(problem)
  if is_of_core(problem) then return problem, headers_of(headers) end
  local code = type(problem) == "table" and problem.code
  -- A library's own words for what went wrong are not the API's codes.
  local is_code = type(code) == "string" and (code:find(".", 1, true) or core.registry:lookup(code).known)
  if is_code and is_answer(problem) then
    return problem, headers_of(headers)
  end
  local message = problem == nil and "send returned nil without an error" or described(problem)
  return failure(action, message, http_status(status)), headers_of(headers)
end

---@param action string
---@param first any what send returned first, and so on: see docs/rules.md, "send"
---@return tencentcloud.Answer
---@return table? headers
function sent.read(action, first, second, third, fourth)
  local type_of_first = type(first)
  if type_of_first == "string" then return parsed(action, first, second, third) end
  if first == nil or first == false then return from_failure(action, second, third, fourth) end
  if has_fields(first) then return from_fields(action, first, second, third) end
  -- skynet's httpc gives the status first.
  if http_status(first) and type(second) == "string" then return parsed(action, second, first, third) end
  if type_of_first == "number" or type_of_first == "boolean" then unknown("%s", tostring(first)) end
  unknown("a %s", first == core.null and "null" or type_of_first)
end

return sent
