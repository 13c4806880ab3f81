-- Connections that let the loop of their host run while they wait: send(text), receive() and close(). What cannot be
-- done gives nil and why, at the latest when `ends` has come, in seconds of the host's clock. Nothing raises: in
-- PUC Lua 5.1 nobody could catch it, since a pcall there does not let its function yield.

local copas_runtime = require "tencentcloud.runtime.copas"
local cqueues_runtime = require "tencentcloud.runtime.cqueues"
local luv_runtime = require "tencentcloud.runtime.luv"

local streams = {}

local CHUNK = 1024 -- bytes that are read at once
local POLL = 0.001 -- seconds

-- copas: a socket of luasocket that is looked at again and again, for its first versions know no timeout of a read.
local Polled = {}
Polled.__index = Polled

local NOT_READY = { timeout = true, ["Operation already in progress"] = true }

function Polled:until_ready(try)
  while true do
    local result, problem = try(self.socket)
    if result or not NOT_READY[problem] then return result, problem end
    if copas_runtime.now() >= self.ends then return nil, "timeout" end
    copas_runtime.sleep(POLL)
  end
end

function Polled:send(text)
  local sent = 0
  return self:until_ready(function(tcp)
    local last, problem, partly = tcp:send(text, sent + 1)
    sent = last or partly or sent
    return last, problem
  end)
end

function Polled:receive()
  return self:until_ready(function(tcp)
    local whole, problem, part = tcp:receive(CHUNK)
    return whole or part ~= "" and part or nil, problem
  end)
end

function Polled:close() self.socket:close() end

function streams.copas(host, port, ends)
  local found, socket = pcall(require, "socket")
  if not found then return nil, "there is no luasocket" end
  local tcp = socket.tcp()
  tcp:settimeout(0)
  local self = setmetatable({ socket = tcp, ends = ends }, Polled)
  local ok, problem = self:until_ready(function()
    local connected, why = tcp:connect(host, port)
    return connected or why == "already connected", why
  end)
  if ok then return self end
  tcp:close()
  return nil, problem
end

-- cqueues: its own sockets.
local Queued = {}
Queued.__index = Queued

-- A number of the system, or nil at the end of what the other side sent.
local function words_of(code)
  local errno = require "cqueues.errno"
  if code == nil then return "closed" end
  return code == errno.ETIMEDOUT and "timeout" or errno.strerror(code)
end

function Queued:limit()
  self.socket:settimeout(math.max(0, self.ends - cqueues_runtime.now()))
end

function Queued:send(text)
  self:limit()
  local sent, code = self.socket:xwrite(text, "bn")
  if sent then return true end
  return nil, words_of(code)
end

function Queued:receive()
  self:limit()
  local chunk, code = self.socket:xread(-CHUNK, "bn")
  if chunk then return chunk end
  return nil, words_of(code)
end

function Queued:close() self.socket:close() end

function streams.cqueues(host, port, ends)
  local socket, code = require "cqueues.socket".connect{ host = host, port = port, nodelay = true }
  if not socket then return nil, words_of(code) end
  socket:onerror(function(_, _, problem) return problem end)
  local ok, problem = socket:connect(math.max(0, ends - cqueues_runtime.now()))
  if ok then return setmetatable({ socket = socket, ends = ends }, Queued) end
  socket:close()
  return nil, words_of(problem)
end

-- luv: its own sockets.
local Called = {}
Called.__index = Called

-- Waits for what `start` begins: it is given the function to call with an error, or nil and a result.
function Called:wait(start)
  local left = self.ends - luv_runtime.now()
  if left <= 0 then return nil, "timeout" end
  local in_time, problem, result = luv_runtime.wait(left, start)
  if not in_time then return nil, "timeout" end
  if problem then return nil, problem end
  return result or true
end

function Called:send(text)
  return self:wait(function(done)
    local begun, problem = self.socket:write(text, done)
    if not begun then done(problem) end
  end)
end

function Called:receive()
  local chunk, problem = self:wait(function(done)
    local begun, why = self.socket:read_start(function(failure, data) done(failure or not data and "closed", data) end)
    if not begun then done(why) end
  end)
  if not self.socket:is_closing() then self.socket:read_stop() end
  return chunk, problem
end

function Called:close()
  if not self.socket:is_closing() then self.socket:close() end
end

-- The first address of a host's name.
function Called:resolve(uv, host)
  local list, problem = self:wait(function(done)
    local begun, why = uv.getaddrinfo(host, nil, { socktype = "stream" }, done)
    if not begun then done(why) end
  end)
  if not list then return nil, problem end
  return list[1].addr
end

function streams.luv(host, port, ends)
  local uv = luv_runtime.module()
  local self = setmetatable({ socket = uv.new_tcp(), ends = ends }, Called)
  local address, problem = self:resolve(uv, host)
  local connected
  if address then
    connected, problem = self:wait(function(done)
      local begun, why = self.socket:connect(address, port, done)
      if not begun then done(why) end
    end)
  end
  if connected then return self end
  self:close()
  return nil, problem
end

return streams
