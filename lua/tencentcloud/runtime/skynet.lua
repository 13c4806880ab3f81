-- skynet, which counts time in hundredths of a second.

local jitter = require "tencentcloud.runtime.jitter"

---@type tencentcloud.Runtime
local skynet_runtime = { name = "skynet", random = jitter }

function skynet_runtime.is_here()
  return type(package.loaded.skynet) == "table"
end

local function skynet() return package.loaded.skynet end

function skynet_runtime.sleep(seconds)
  skynet().sleep(math.ceil(seconds * 100))
end

function skynet_runtime.now()
  return skynet().now() / 100
end

skynet_runtime.time = os.time

return skynet_runtime
