-- skynet, which counts time in hundredths of a second.

local clock = require "tencentcloud.runtime.clock"
local jitter = require "tencentcloud.runtime.jitter"

---@type tencentcloud.Runtime
local skynet_runtime = { name = "skynet", random = jitter }

function skynet_runtime.is_here()
  return type(package.loaded.skynet) == "table"
end

local function skynet() return package.loaded.skynet end

-- A coroutine that is woken up by skynet.wakeup sleeps on: what comes next is another request.
function skynet_runtime.sleep(seconds)
  local ticks = math.ceil(seconds * 100)
  local wakes = skynet().now() + ticks
  while skynet().sleep(ticks) == "BREAK" do
    ticks = wakes - skynet().now()
    if ticks <= 0 then return end
  end
end

function skynet_runtime.now()
  return skynet().now() / 100
end

skynet_runtime.time = clock

return skynet_runtime
