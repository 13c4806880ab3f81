-- What HTTP libraries return: their statuses, their tables of a response, and the words in which they fail.

local foreign = {}

local TEXT_MAX = 200 -- bytes of a text that becomes an error's message

-- Below are informational statuses, which no answer ends with, and errno values.
local STATUS_LEAST, STATUS_MOST = 200, 999

local function whole_status(number)
  return number and number >= STATUS_LEAST and number <= STATUS_MOST and number % 1 == 0 and number or nil
end

---The HTTP status: 200, "200", "200 OK" or "HTTP/1.1 200 OK". Some transports say 0 where there was no answer.
---@param value any
---@return integer? status
---@return string? unreadable what the value is where it cannot be a status at all
function foreign.status(value)
  local given = type(value)
  if value == nil then return nil end
  if given == "number" then return whole_status(value) end
  if given ~= "string" then return nil, "a " .. given end
  local digits = value:match "^HTTP/%d[%d.]* (%d%d%d)%f[%D]" or value:match "^(%d+)$" or value:match "^(%d%d%d) "
  if not digits then return nil, ("the text %q"):format(value:sub(1, 24)) end
  return whole_status(tonumber(digits))
end

local function shortened(text)
  return #text > TEXT_MAX and text:sub(1, TEXT_MAX) .. "..." or text
end

local WORDS = { "message", "err", "error", "reason", "msg" }

---What went wrong, in a library's words: a text, an errno, or a table with either.
---@param problem any
---@return string? nil where it has no words
function foreign.text(problem)
  local given = type(problem)
  if given == "string" then return shortened(problem) end
  if given == "number" then return ("error %g"):format(problem) end
  local metatable = getmetatable(problem)
  if type(metatable) == "table" and metatable.__tostring then
    local ok, text = pcall(tostring, problem)
    return ok and type(text) == "string" and shortened(text) or nil
  end
  if given ~= "table" then return nil end
  for _, word in ipairs(WORDS) do
    if type(problem[word]) == "string" then return shortened(problem[word]) end
  end
  for _, word in ipairs{ "code", "errno", 1 } do
    local value = problem[word]
    if type(value) == "number" then return ("error %g"):format(value) end
    if type(value) == "string" then return shortened(value) end
  end
  return nil
end

local function is_function_of(value, name)
  return (type(value) == "table" or type(value) == "userdata" and getmetatable(value) ~= nil)
    and type(value[name]) == "function"
end

-- lua-http: headers and a stream, from which the body is still to be read.
local function from_stream(headers, stream)
  local read = { date = headers:get "date", ["retry-after"] = headers:get "retry-after" }
  local response = { status = foreign.status(headers:get ":status"), headers = read }
  local body, problem = stream:get_body_as_string()
  if body then response.body = body else response.problem = problem or "the body did not arrive" end
  return response
end

-- The first of the fields that the table has.
local function one_of(value, ...)
  for i = 1, select("#", ...) do
    local field = value[select(i, ...)]
    if field ~= nil then return field end
  end
end

---A library's response: lua-resty-http's { status, body, headers }, ngx.location.capture's { status, body, header,
---truncated }, { status_code, text, headers } of others, or lua-http's headers and stream.
---@param value table what send returned first
---@param second any
---@param third any
---@return {body: string?, problem: any, status: integer?, unreadable: string?, headers: table?}? nil: it is none
function foreign.response(value, second, third)
  if is_function_of(value, "get") and is_function_of(second, "get_body_as_string") then
    return from_stream(value, second)
  end
  local status, body = one_of(value, "status", "status_code", "code"), one_of(value, "body", "text")
  -- { code = 200 } and the body beside it.
  if body == nil and type(second) == "string" and type(value.code) == "number" then body = second end
  local number, unreadable = foreign.status(status)
  -- A table with `ok`, or with a code that is no number, is about an answer of the API.
  if type(body) ~= "string" or value.ok ~= nil and status == nil then return nil end
  if type(value.code) == "string" and not foreign.status(value.code) then return nil end
  local response = { body = body, status = number, unreadable = unreadable }
  local headers = one_of(value, "headers", "header")
  if headers == nil then headers = third end
  response.headers = type(headers) == "table" and headers or nil
  if value.truncated then response.problem = "the response was cut off (truncated)" end
  local problem = one_of(value, "err", "error")
  if problem and not number then response.problem = problem end
  return response
end

---Is it a library's response without its body?
---@param value table
---@return boolean
function foreign.is_unread(value)
  return value.body == nil and (is_function_of(value, "read_body") or is_function_of(value, "body_reader")
    or foreign.status(value.status) ~= nil)
end

return foreign
