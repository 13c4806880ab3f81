-- A script that does one thing at a time: sleeping holds it up, and that is all right. But Ctrl-C must end the
-- program, not the sleep: what comes after a sleep is another request.

local clock = require "tencentcloud.runtime.clock"
local jitter = require "tencentcloud.runtime.jitter"
local shell_sleep = require "tencentcloud.runtime.shell_sleep"

local has_socket, socket = pcall(require, "socket")

---@type tencentcloud.Runtime
local plain = { name = "plain", random = jitter }

function plain.is_here() return true end

-- luasocket goes on sleeping after a signal. The lua program notes the signal, and raises "interrupted!" when Lua code
-- runs again: so it must run soon.
local SLICE = 0.1 -- seconds

local function sleep_in_slices(seconds)
  while seconds > 0 do
    socket.sleep(math.min(seconds, SLICE))
    seconds = seconds - SLICE
  end
end

if has_socket then
  plain.sleep, plain.now, plain.time = sleep_in_slices, socket.gettime, socket.gettime
else
  plain.sleep, plain.may_sleep = shell_sleep.sleep, shell_sleep.may_sleep
  plain.now, plain.time = clock, clock
end

return plain
