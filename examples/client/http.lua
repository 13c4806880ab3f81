-- A small client of the API over luasocket, for the examples: it gives the `send` that rules call. A client
-- for the real API adds TLS and the signature, which go into the same places.

local cjson = require "cjson"
local socket = require "socket"

local TIMEOUT = 10 -- seconds, where there is no loop

local Client = {}
Client.__index = Client

-- A connection that was kept, or a new one. With a loop there are no more than `size`: others wait in a queue.
function Client:connect()
  while self.open >= self.size and not self.idle[1] do
    table.insert(self.queue, (coroutine.running()))
    self.loop.park()
  end
  local kept = table.remove(self.idle)
  if kept then return kept end
  self.open = self.open + 1
  local connection = socket.tcp()
  connection:settimeout(self.loop and 0 or TIMEOUT)
  local ok, problem = connection:connect(self.host, self.port)
  if not ok and problem == "timeout" and self.loop then
    self.loop.wait_for(connection, "write")
    ok, problem = connection:connect(self.host, self.port)
  end
  if ok or problem == "already connected" then return connection end
  self:release(connection, false)
  return nil, problem
end

function Client:release(connection, reusable)
  if reusable then
    table.insert(self.idle, connection)
  else
    connection:close()
    self.open = self.open - 1
  end
  local next_one = table.remove(self.queue, 1)
  if next_one then self.loop.wake(next_one) end
end

function Client:write(connection, text)
  local sent = 0
  while sent < #text do
    local last, problem, partly = connection:send(text, sent + 1)
    if not last and not (problem == "timeout" and self.loop) then return nil, problem end
    sent = last or partly
    if not last then self.loop.wait_for(connection, "write") end
  end
  return true
end

-- A line, or as many bytes as wanted; or nil, what went wrong, and what came before that.
function Client:read(connection, wanted)
  local text, problem, partly = connection:receive(wanted)
  while not text and problem == "timeout" and self.loop do
    self.loop.wait_for(connection, "read")
    text, problem, partly = connection:receive(wanted, partly)
  end
  return text, problem, partly
end

-- The status and the headers, whose names are in lower case.
function Client:read_head(connection)
  local line, problem = self:read(connection, "*l")
  if not line then return nil, problem end
  local status, headers = tonumber(line:match "^HTTP/1%.1 (%d%d%d)"), {}
  if not status then return nil, "the answer is not HTTP/1.1" end
  line, problem = self:read(connection, "*l")
  while line and line ~= "" do
    local name, value = line:match "^([^:]+):%s*(.-)%s*$"
    if name then headers[name:lower()] = value end
    line, problem = self:read(connection, "*l")
  end
  if not line then return nil, problem end
  return status, headers
end

-- The body, its status and its headers; or nil and what went wrong, as rules want it.
function Client:exchange(connection, request)
  local ok, problem = self:write(connection, request)
  if not ok then return nil, problem end
  local status, headers = self:read_head(connection)
  if not status then return nil, headers end
  local length = tonumber(headers["content-length"])
  if not length then return nil, "the answer has no Content-Length" end
  local body, cut, partly = self:read(connection, length)
  if not body then return nil, ("%s after %d of %d bytes"):format(cut, #partly, length), status, headers end
  return body, status, headers
end

local HEAD = "POST / HTTP/1.1\r\nHost: %s.tencentcloudapi.com\r\nContent-Type: application/json\r\n"
  .. "X-TC-Action: %s\r\nX-TC-Version: %s\r\n%s%sContent-Length: %d\r\n\r\n"

-- Each request is written anew: a signature would be, too.
local function write_request(params, context)
  local body = next(params) and cjson.encode(params) or "{}"
  local region = context.region and ("X-TC-Region: %s\r\n"):format(context.region) or ""
  local token = context.token and ("X-TC-Token: %s\r\n"):format(context.token) or ""
  return HEAD:format(context.service, context.name, context.version or "", region, token, #body) .. body
end

local client = {}

-- The chunks of a body of that length, for tc.events; the connection is closed at its end.
local function chunks(self, connection, length)
  local left, problem = length, nil
  return function()
    local chunk, partly
    if left > 0 and not problem then
      chunk, problem, partly = self:read(connection, math.min(left, 200))
      chunk = chunk or partly
      left = left - #chunk
      if chunk ~= "" then return chunk end
    end
    self:release(connection, false)
    return nil, problem
  end
end

local function new(endpoint, loop, size)
  local host, port = endpoint:match "^(.+):(%d+)$"
  assert(host, "the endpoint is HOST:PORT")
  return setmetatable({ host = host, port = tonumber(port), loop = loop, size = size or 16,
    open = 0, idle = {}, queue = {} }, Client)
end

---A `send` for rules:call, tc.pages and tc.wait_until.
---@param endpoint string "127.0.0.1:8081"
---@param loop table? examples.client.loop; without it, a request holds up the program
---@param size integer? with a loop: how many connections there are at most, 16 by default
---@return fun(params: table, context: tencentcloud.SendContext): string?, any, table?
function client.new(endpoint, loop, size)
  local self = new(endpoint, loop, size)
  return function(params, context)
    local connection, problem = self:connect()
    if not connection then return nil, problem end
    local body, status, headers, more = self:exchange(connection, write_request(params, context))
    self:release(connection, body and headers.connection ~= "close")
    return body, status, headers, more
  end
end

---Opens answers that come as event streams.
---@param endpoint string "127.0.0.1:8081"
---@return fun(params: table, context: tencentcloud.SendContext): (fun(): string?, string?)?, string? open gives the
---  source for tc.events, or nil and what went wrong
function client.stream(endpoint)
  local self = new(endpoint)
  return function(params, context)
    local connection, problem = self:connect()
    if not connection then return nil, problem end
    local ok, status, headers
    ok, problem = self:write(connection, write_request(params, context))
    if ok then
      status, headers = self:read_head(connection)
      if status then return chunks(self, connection, tonumber(headers["content-length"])) end
      problem = headers
    end
    self:release(connection, false)
    return nil, problem
  end
end

return client
