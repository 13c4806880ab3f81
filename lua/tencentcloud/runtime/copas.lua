-- A coroutine of copas. Its first versions, still in Debian, have no timers: there a sleeper lets
-- all others run, again and again, until its time has come.

local has_socket, socket = pcall(require, "socket")

---@type tencentcloud.Runtime
local copas_runtime = { name = "copas", random = math.random }

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
local paused_at = 0 -- when the last pause ended

-- Many sleepers wait in turn, but only one of them at a time keeps the processor from running hot.
local function pause()
  if socket.gettime() - paused_at < PAUSE then return end
  socket.sleep(PAUSE)
  paused_at = socket.gettime()
end

-- Looks to copas like a socket that is not yet ready for the next send, until the time has come.
local function sleeper(seconds)
  local wakes = socket.gettime() + seconds
  local udp = socket.udp() -- always writable, so the turn comes soon
  return {
    getfd = function() return udp:getfd() end,
    dirty = function() return false end,
    close = function() return 1 end,
    done = function() udp:close() end,
    send = function()
      if socket.gettime() >= wakes then return 1 end
      pause()
      return nil, "timeout", 0
    end,
  }
end

function copas_runtime.sleep(seconds)
  if copas().sleep then return copas().sleep(seconds) end
  local waiting = sleeper(seconds)
  copas().send(waiting, "")
  waiting.done()
end

return copas_runtime
