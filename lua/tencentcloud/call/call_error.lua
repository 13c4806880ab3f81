-- The error of a call that failed: all that the last answer's Error has, and how the call went.

---@class tencentcloud.CallError: tencentcloud.Error
---@field attempts tencentcloud.Attempt[] every request of the call, in order
---@field stopped_by "attempts"|"deadline"|"no_sleep"|"budget"|"forbid"|"unsafe"|"cancelled"|"rule"|"handler_error"
---  what ended the call; "rule" and "forbid" are the `ends_by` of an outcome
---@field retry_after number? seconds after which another try makes sense; nil where none does
---@field rule tencentcloud.Rule? the rule that decided on the last answer
---@field guard tencentcloud.ScopedGuard? the guard that refused the request, or failed
---@field reason string? in the rule's or the guard's words, or the handler's error
---@field executed "no"|"maybe"|"partly"|nil may the request have done something? "partly": of a batch, some items were
---  carried out, and others failed
---@field items tencentcloud.FailedItem[]? of the last batch that rules on items decided on: all that failed
---@field cause tencentcloud.Error the last answer's own error
---@field response tencentcloud.Response? the last answer, where it was one of the API's
local CallError = {}

local methods = {}

-- Fields that are not the call's own are those of its cause.
function CallError:__index(key)
  local method = methods[key]
  if method ~= nil then return method end
  return self.cause[key]
end

---Does the code match the pattern? "AuthFailure.*", "A.B", "*"
---@param pattern string
---@return boolean
function methods:is(pattern)
  return self.cause:is(pattern)
end

local function count(number, word)
  return ("%d %s%s"):format(number, word, number == 1 and "" or "s")
end

---One line: the cause, then how the call went. The cause has escaped what came from the server.
function CallError:__tostring()
  local parts = { count(#self.attempts, "attempt"), "stopped by " .. self.stopped_by }
  if self.reason then table.insert(parts, (self.reason:gsub("%c", " "))) end
  if self.retry_after then table.insert(parts, ("try again after %.3g s"):format(self.retry_after)) end
  return ("%s [%s]"):format(tostring(self.cause), table.concat(parts, ", "))
end

local call_error = {}

---@param fields table cause, attempts, stopped_by, and what is known of retry_after, rule, reason, response
---@return tencentcloud.CallError
function call_error.new(fields)
  return setmetatable(fields, CallError)
end

---@param value any
---@return boolean
function call_error.is(value)
  return getmetatable(value) == CallError
end

return call_error
