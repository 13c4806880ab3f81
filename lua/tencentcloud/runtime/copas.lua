-- A coroutine of copas. Its first versions, still in Debian, have no timers: there a sleeper lets
-- all others run, again and again, until its time has come.

local jitter = require "tencentcloud.runtime.jitter"

local has_socket, socket = pcall(require, "socket")

---@type tencentcloud.Runtime
local copas_runtime = { name = "copas", random = jitter }

local function copas() return package.loaded.copas end

function copas_runtime.is_here()
  if type(copas()) ~= "table" then return false end
  local running, is_main = coroutine.running()
  return running ~= nil and not is_main
end

if has_socket then
  copas_runtime.now, copas_runtime.time = socket.gettime, socket.gettime
end

local PAUSE = 0.001 -- seconds
local paused_at, paused_by = 0, nil -- the last pause

-- Keeps the processor from running hot. In each round of copas only one of many sleepers pauses.
local function pause(sleeper)
  if paused_by ~= sleeper and socket.gettime() - paused_at < PAUSE then return end
  socket.sleep(PAUSE)
  paused_at, paused_by = socket.gettime(), sleeper
end

-- Looks to copas like a socket that is not yet ready for the next send, until the time has come.
local function new_sleeper(seconds)
  local wakes = socket.gettime() + seconds
  local udp = socket.udp() -- always writable, so the turn comes soon
  udp:setsockname("127.0.0.1", 0) -- it has no descriptor before
  return {
    getfd = function() return udp:getfd() end,
    dirty = function() return false end,
    close = function() return 1 end,
    done = function() udp:close() end,
    send = function(self)
      if socket.gettime() >= wakes then return 1 end
      pause(self)
      return nil, "timeout", 0
    end,
  }
end

function copas_runtime.sleep(seconds)
  local sleep = copas().pause or copas().sleep -- the newer name first
  if sleep then return sleep(seconds) end
  local sleeper = new_sleeper(seconds)
  copas().send(sleeper, "")
  sleeper.done()
end

return copas_runtime
