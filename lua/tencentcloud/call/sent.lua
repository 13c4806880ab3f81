-- What `send` returned, read: an API response, or an Error that says why there is none.

local core = require "tencentcloud.core"

local sent = {}

-- A Response or Error of the core, or a table with the same fields. null is a userdata too, and has none.
local function is_answer(value)
  local has_fields = type(value) == "table" or type(value) == "userdata" and value ~= core.null
  return has_fields and (value.ok ~= nil or value.code ~= nil)
end

-- Some transports say 0 where there was no answer.
local function http_status(value)
  return type(value) == "number" and value >= 100 and value <= 999 and value % 1 == 0 and value or nil
end

---@param action string
---@param result any what send returned first
---@param status any second: the HTTP status, or what went wrong where the first was nil
---@param headers any third; after nil, the HTTP status
---@param more any after nil, the headers
---@return tencentcloud.Answer
---@return table? headers
function sent.read(action, result, status, headers, more)
  if type(result) == "string" then
    local response, err = core.parse(result, action, http_status(status))
    return response or err, type(headers) == "table" and headers or nil
  end
  if is_answer(result) then return result, type(headers) == "table" and headers or nil end
  if result ~= nil then
    error("send returned a " .. type(result) .. ": return the answer's body or a Response; or nil and an error", 0)
  end
  if is_answer(status) then return status, type(more) == "table" and more or nil end
  return core.error{
    code = "ClientError.NetworkError",
    message = status == nil and "send returned nil without an error" or tostring(status),
    action = action,
    http_status = http_status(headers),
  }, type(more) == "table" and more or nil
end

return sent
