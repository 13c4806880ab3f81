-- Connections that let the loop of their host run while they wait: send(text, ends), receive(ends) and close(). What
-- cannot be done gives nil and why, at the latest when `ends` has come, in seconds of the host's clock. Nothing raises:
-- in PUC Lua 5.1 nobody could catch it, since a pcall there does not let its function yield.

local copas_runtime = require "tencentcloud.runtime.copas"
local cqueues_runtime = require "tencentcloud.runtime.cqueues"
local luv_runtime = require "tencentcloud.runtime.luv"

local streams = {}

local CHUNK = 16384 -- bytes that are read at once

-- copas: a socket of luasocket that is looked at again and again, for its first versions know no timeout of a read.
local Polled = {}
Polled.__index = Polled

local NOT_READY = { timeout = true, ["Operation already in progress"] = true }

function Polled:until_ready(ends, try)
  local result, problem
  local function has_come()
    result, problem = try(self.socket)
    return result or not NOT_READY[problem]
  end
  local left = ends - copas_runtime.now()
  if has_come() then return result, problem end
  if left > 0 then copas_runtime.wait_until(left, has_come) end
  if result or not NOT_READY[problem] then return result, problem end
  return nil, "timeout"
end

function Polled:send(text, ends)
  local sent = 0
  return self:until_ready(ends, function(tcp)
    local last, problem, partly = tcp:send(text, sent + 1)
    sent = last or partly or sent
    return last, problem
  end)
end

function Polled:receive(ends)
  return self:until_ready(ends, function(tcp)
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
  local self = setmetatable({ socket = tcp }, Polled)
  local ok, problem = self:until_ready(ends, function()
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

-- One coroutine may send while another receives: the limit is that of each operation, not the socket's.
local function left_until(ends)
  return math.max(0, ends - cqueues_runtime.now())
end

function Queued:send(text, ends)
  local sent, code = self.socket:xwrite(text, "bn", left_until(ends))
  if sent then return true end
  return nil, words_of(code)
end

function Queued:receive(ends)
  local chunk, code = self.socket:xread(-CHUNK, "bn", left_until(ends))
  if chunk then return chunk end
  self.socket:clearerr() -- else a read that was given up would go for all that follow
  return nil, words_of(code)
end

function Queued:close() self.socket:close() end

function streams.cqueues(host, port, ends)
  local socket, code = require "cqueues.socket".connect{ host = host, port = port, nodelay = true }
  if not socket then return nil, words_of(code) end
  socket:onerror(function(_, _, problem) return problem end)
  local ok, problem = socket:connect(left_until(ends))
  if ok then return setmetatable({ socket = socket }, Queued) end
  socket:close()
  return nil, words_of(problem)
end

-- luv: its own sockets.
local Called = {}
Called.__index = Called

-- Waits for what `start` begins: it is given the function to call with an error, or nil and a result.
local function wait(ends, start)
  local left = ends - luv_runtime.now()
  if left <= 0 then return nil, "timeout" end
  local in_time, problem, result = luv_runtime.wait(left, start)
  if not in_time then return nil, "timeout" end
  if problem then return nil, problem end
  return result or true
end

function Called:send(text, ends)
  return wait(ends, function(done)
    local begun, problem = self.socket:write(text, done)
    if not begun then done(problem) end
  end)
end

-- What came is kept: it may come when the time is just over, and is then for who receives next.
function Called:receive(ends)
  self.socket:read_stop() -- where a coroutine was ended while it received, or is late to end it
  local turn = {}
  self.turn = turn
  local _, problem = wait(ends, function(done)
    local begun, why = self.socket:read_start(function(failure, data)
      if data then self.inbox = self.inbox .. data else self.ended = failure or "closed" end
      done()
    end)
    if not begun then done(why) end
  end)
  if self.turn == turn and not self.socket:is_closing() then self.socket:read_stop() end
  local chunk = self.inbox
  self.inbox = ""
  if chunk ~= "" then return chunk end
  return nil, self.ended or problem or "closed"
end

function Called:close()
  if not self.socket:is_closing() then self.socket:close() end
end

-- The first address of a host's name.
local function resolve(uv, host, ends)
  local list, problem = wait(ends, function(done)
    local begun, why = uv.getaddrinfo(host, nil, { socktype = "stream" }, done)
    if not begun then done(why) end
  end)
  if not list then return nil, problem end
  return list[1].addr
end

-- An address is one already: looking it up would take a turn in libuv's pool of threads, behind the program's own work.
local function is_address(host)
  return host:find "^%d+%.%d+%.%d+%.%d+$" ~= nil or host:find(":", 1, true) ~= nil
end

function streams.luv(host, port, ends)
  local uv, address = luv_runtime.module(), host
  if not is_address(host) then
    local first, missing = resolve(uv, host, ends)
    if not first then return nil, missing end
    address = first
  end
  local self = setmetatable({ socket = uv.new_tcp(), inbox = "", ended = nil }, Called)
  local connected, problem = wait(ends, function(done)
    -- It raises where this is no address after all.
    local ok, begun, why = pcall(self.socket.connect, self.socket, address, port, done)
    if not ok or not begun then done(ok and why or begun) end
  end)
  if connected then return self end
  self:close()
  return nil, problem
end

return streams
