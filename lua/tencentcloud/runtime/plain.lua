-- A script that does one thing at a time: sleeping holds it up, and that is all right.

local jitter = require "tencentcloud.runtime.jitter"

local has_socket, socket = pcall(require, "socket")

---@type tencentcloud.Runtime
local plain = { name = "plain", random = jitter }

function plain.is_here() return true end

if has_socket then
  plain.sleep, plain.now, plain.time = socket.sleep, socket.gettime, socket.gettime
else
  plain.now, plain.time = os.time, os.time
  -- Without luasocket, only another program can wait without burning the processor.
  function plain.sleep(seconds)
    os.execute(("sleep %.3f"):format(seconds))
  end
end

return plain
