-- skynet, which counts time in hundredths of a second. Only coroutines of its own may wait: the one that runs the
-- function of skynet.start, those of messages, skynet.fork and skynet.timeout, and what these run by skynet.coroutine.

local clock = require "tencentcloud.runtime.clock"
local jitter = require "tencentcloud.runtime.jitter"

---@type tencentcloud.Runtime
local skynet_runtime = { name = "skynet", random = jitter, time = clock }

local getinfo = debug and debug.getinfo -- a service that took it away is not judged

local function skynet() return package.loaded.skynet end

function skynet_runtime.is_here()
  return type(skynet()) == "table"
end

local NOT_STARTED = "skynet may not wait before the function of skynet.start runs: send from that function, or later"
local NOT_ITS_OWN = "skynet cannot wait in a coroutine that the program made by coroutine.create or wrap: "
  .. "use skynet.fork, or create and wrap of skynet.coroutine"

-- Where the function stands that a coroutine began with: its outermost frame. No tail call, which takes a frame away.
local function beginning_of(thread)
  local level = 0
  while getinfo(thread, level + 1, "l") do level = level + 1 end
  local info = getinfo(thread, level, "S")
  return info.source
end

-- Whether coroutines are skynet's, which never changes.
local is_own = setmetatable({}, { __mode = "k" })

-- A coroutine of skynet's begins with a function of the file that dispatches messages. What has no such function is
-- no skynet but a stand-in, as tests have it, and cannot be judged.
local function is_skynets(thread)
  local known = is_own[thread]
  if known == nil then
    local dispatch = skynet().dispatch_message
    known = dispatch == nil or not getinfo or beginning_of(thread) == getinfo(dispatch, "S").source
    is_own[thread] = known
  end
  return known
end

-- Where it yields, another coroutine than skynet's would be taken for having yielded to the program.
function skynet_runtime.may_sleep()
  local thread, is_main = coroutine.running()
  if not thread or is_main then
    if skynet().dispatch_message == nil then return true end
    return false, NOT_STARTED
  end
  local coroutines = package.loaded["skynet.coroutine"]
  -- One of skynet.coroutine hands on what skynet yields, to the coroutine that resumed it first.
  if coroutines then thread = coroutines.thread(thread) end
  if thread and is_skynets(thread) then return true end
  return false, NOT_ITS_OWN
end

local LONGEST = 2 ^ 30 -- ticks: skynet's timers count in 32 bits

-- What comes next is another request, so nobody may end the sleep: skynet.wakeup does not know its token, and where
-- skynet comes back early all the same, the clock decides.
function skynet_runtime.sleep(seconds)
  local left = math.ceil(seconds * 100)
  local wakes, token = skynet().now() + left, {}
  repeat
    skynet().sleep(math.min(left, LONGEST), token)
    left = wakes - skynet().now()
  until left <= 0
end

function skynet_runtime.now()
  return skynet().now() / 100
end

return skynet_runtime
