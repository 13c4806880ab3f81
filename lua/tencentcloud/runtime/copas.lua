-- A coroutine of copas. Its first versions, still in Debian, have no timers: there a sleeper lets
-- all others run, again and again, until its time has come.

local is_generator = require "tencentcloud.runtime.generator"
local jitter = require "tencentcloud.runtime.jitter"
local luv_runtime = require "tencentcloud.runtime.luv"

local has_socket, socket = pcall(require, "socket")

---@type tencentcloud.Runtime
local copas_runtime = { name = "copas", random = jitter }

local function copas() return package.loaded.copas end

-- copas does not tell whose a coroutine is, and its first versions not whether its loop runs; it may start one before
-- that, too. One that luv's loop has called is luv's, and a generator of the main chunk is no loop's, unless copas says
-- that it runs.
function copas_runtime.is_here()
  if type(copas()) ~= "table" then return false end
  local running, is_main = coroutine.running()
  if running == nil or is_main then return false end
  return copas().running == true or not luv_runtime.loop_runs() and not is_generator()
end

-- The newest copas runs on luasystem as well.
local clock = has_socket and socket.gettime or package.loaded.system and package.loaded.system.gettime
  or require "tencentcloud.runtime.clock"
copas_runtime.now, copas_runtime.time = clock, clock

local PAUSE = 0.001 -- seconds
local paused_at, paused_by = 0, nil -- the last pause

-- Keeps the processor from running hot. In each round of copas only one of many sleepers pauses.
local function pause(sleeper)
  if paused_by ~= sleeper and socket.gettime() - paused_at < PAUSE then return end
  socket.sleep(PAUSE)
  paused_at, paused_by = socket.gettime(), sleeper
end

-- Looks to copas like a socket that is not yet ready for the next send, until the time or what it waits for has come.
local function new_sleeper(seconds, has_come)
  local wakes = socket.gettime() + seconds
  local udp = socket.udp() -- always writable, so the turn comes soon
  udp:setsockname("127.0.0.1", 0) -- it has no descriptor before
  return {
    getfd = function() return udp:getfd() end,
    dirty = function() return false end,
    close = function() return 1 end,
    done = function() udp:close() end,
    send = function(self)
      if socket.gettime() >= wakes or has_come and has_come() then return 1 end
      pause(self)
      return nil, "timeout", 0
    end,
  }
end

-- A coroutine that is woken up by copas.wakeup sleeps on: what comes next is another request.
local function sleep_with(sleep, seconds)
  local wakes = copas_runtime.now() + seconds
  repeat
    sleep(seconds)
    seconds = wakes - copas_runtime.now()
  until seconds <= 0
end

function copas_runtime.sleep(seconds)
  local sleep = copas().pause or copas().sleep -- the newer name first
  if sleep then return sleep_with(sleep, seconds) end
  local sleeper = new_sleeper(seconds)
  copas().send(sleeper, "")
  sleeper.done()
end

local POLL = 0.001 -- seconds

---Waits until something has come that nobody tells of, or the time is over.
---@param seconds number
---@param has_come fun(): boolean
function copas_runtime.wait_until(seconds, has_come)
  local ends = copas_runtime.now() + seconds
  if not (copas().pause or copas().sleep) then -- a socket for all looks, not one for each
    local sleeper = new_sleeper(seconds, has_come)
    copas().send(sleeper, "")
    return sleeper.done()
  end
  while not has_come() and copas_runtime.now() < ends do copas_runtime.sleep(POLL) end
end

return copas_runtime
