-- What each host of the heartbeat does: 200 calls at once, each throttled twice, and a beat every 10 ms that notes how
-- long the loop was held up. Nothing is sent, so what holds the loop up is the calls themselves.

local process = require "tencentcloud.budget.process"
local tc = require "tencentcloud"

local work = {
  CALLS = 200,
  BEAT = 0.01, -- seconds between two beats
}

local THROTTLED = '{"Response":{"Error":{"Code":"RequestLimitExceeded","Message":""},"RequestId":"b5"}}'
local OK = '{"Response":{"TotalCount":0,"InstanceSet":[],"RequestId":"b5"}}'
local TIMES_THROTTLED = 2

---@class heartbeat.Run
---@field beat fun(self) to be called every BEAT seconds, by the host's own means
---@field call fun(self, number: integer) makes one of the calls; in a coroutine of the host's
---@field ended fun(self): boolean have all calls ended?
---@field row fun(self, host: string): string the line that the host's file prints
local Run = {}
Run.__index = Run

---@param now fun(): number seconds, of a clock that goes on while the loop is held up
---@param budget table? that the retries draw from; by default one that never ends
---@return heartbeat.Run
function work.new(now, budget)
  local rules = tc.rules{ attempts = TIMES_THROTTLED + 1, budget = budget or process.new{ capacity = 1000000 } }
  return setmetatable({ now = now, rules = rules, sent = 0, finished = 0, gap = 0 }, Run)
end

function Run:beat()
  local now = self.now()
  if self.last then self.gap = math.max(self.gap, now - self.last) end
  self.last = now
end

-- Seconds, 0.2 to 0.5: the calls don't wake up all at once.
local function delay_of(number) return 0.2 + number % 31 / 100 end

function Run:call(number)
  local sent = 0
  local function send()
    sent = sent + 1
    return sent <= TIMES_THROTTLED and THROTTLED or OK
  end
  local res, err = self.rules:call(send, "cvm.DescribeInstances", {}, {
    rules = { RequestLimitExceeded = tc.retry{ after = delay_of(number) } },
  })
  if not res then error(tostring(err), 0) end
  self.sent, self.finished = self.sent + sent, self.finished + 1
end

function Run:ended() return self.finished == work.CALLS end

function Run:row(host)
  return ("%s\t%d\t%d\t%.0f"):format(host, self.finished, self.sent - self.finished, self.gap * 1000)
end

---Does the work on luv's loop.
---@param uv table the module luv
---@param run table of work.new
function work.on_luv(uv, run)
  local timer = uv.new_timer()
  timer:start(0, work.BEAT * 1000, function()
    run:beat()
    if run:ended() then timer:close() end
  end)
  for number = 1, work.CALLS do
    coroutine.wrap(function() run:call(number) end)()
  end
  uv.run()
end

---The line of a host that is not here.
---@param host string
---@param why string
---@return string
function work.skipped(host, why) return ("%s\tskipped\t%s"):format(host, why) end

return work
