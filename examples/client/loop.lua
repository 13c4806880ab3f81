-- A small event loop of coroutines, as a game server has one: a coroutine that sleeps or waits for a socket
-- lets the others run. Time goes by ticks of 10 ms, as in skynet. It is a runtime for tc.rules, too.

local socket = require "socket"

local TICK = 0.01 -- seconds

local loop = {
  name = "loop",
  random = math.random,
  now = socket.gettime,
  time = socket.gettime,
}

local ready, last_ready = {}, 0 -- coroutines that can go on, in the order they became so
local sleeping = {} -- tick -> coroutines that wake at it
local sleepers = 0
local waiting = { read = {}, write = {} } -- socket -> the coroutine that waits for it
local tick = math.floor(socket.gettime() / TICK) -- the last one whose sleepers were woken

---Lets a coroutine that is parked go on.
function loop.wake(thread)
  last_ready = last_ready + 1
  ready[last_ready] = thread
end

---Stops the running coroutine until another one wakes it.
function loop.park()
  coroutine.yield()
end

---Starts a coroutine.
function loop.fork(body)
  loop.wake(coroutine.create(body))
end

function loop.sleep(seconds)
  local wakes = math.max(tick + 1, math.ceil((socket.gettime() + seconds) / TICK))
  sleeping[wakes] = sleeping[wakes] or {}
  table.insert(sleeping[wakes], (coroutine.running()))
  sleepers = sleepers + 1
  loop.park()
end

---Waits until the socket can be used.
---@param use "read"|"write"
function loop.wait_for(connection, use)
  waiting[use][connection] = coroutine.running()
  loop.park()
end

-- An error in a coroutine ends the loop: none may be lost.
local function run_ready()
  local first = 1
  while first <= last_ready do
    local thread = ready[first]
    ready[first] = nil
    first = first + 1
    local ok, problem = coroutine.resume(thread)
    if not ok then error(debug.traceback(thread, tostring(problem)), 0) end
  end
  last_ready = 0
end

local function wake_sleepers()
  local now = math.floor(socket.gettime() / TICK)
  while tick < now do
    tick = tick + 1
    local woken = sleeping[tick] or {}
    sleeping[tick] = nil
    sleepers = sleepers - #woken
    for _, thread in ipairs(woken) do loop.wake(thread) end
  end
end

local function sockets(use)
  local list = {}
  for connection in pairs(waiting[use]) do table.insert(list, connection) end
  return list
end

local function wake_waiting(use, usable)
  for _, connection in ipairs(usable) do
    loop.wake(waiting[use][connection])
    waiting[use][connection] = nil
  end
end

---Runs until no coroutine sleeps, or waits for a socket.
function loop.run()
  while true do
    run_ready()
    local reading, writing = sockets "read", sockets "write"
    if sleepers == 0 and #reading + #writing == 0 then return end
    local readable, writable = socket.select(reading, writing, sleepers > 0 and TICK or nil)
    wake_waiting("read", readable)
    wake_waiting("write", writable)
    wake_sleepers()
  end
end

return loop
