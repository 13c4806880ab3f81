-- The rate of the AWS SDKs' adaptive retry mode. Throttling cuts the rate that was measured; successes raise it again
-- along a cubic curve: fast at first, flat around the rate that was throttled, then faster and faster.

local token_bucket = require "tencentcloud.guard.token_bucket"

local BETA = 0.7 -- what throttling leaves of the rate
local SCALE = 0.4 -- how steep the curve is
local SMOOTH = 0.8 -- the weight of the newest measurement
local SLICES = 2 -- measurements a second
local RATE_MIN = 0.5 -- requests a second, however often it is throttled
local CAPACITY_MIN = 1
local GROWTH_MAX = 2 -- times the measured rate: what was never tried is not known to be fine

---@class tencentcloud.Cubic
---@field enabled boolean was there any throttling? Until then nothing is held back
---@field bucket tencentcloud.TokenBucket
---@field measured number requests a second that were answered
---@field top number the rate when it was last throttled
---@field throttled number seconds: when that was
local Cubic = {}
Cubic.__index = Cubic

function Cubic:measure(now)
  local slice = math.floor(now * SLICES) / SLICES
  self.count = self.count + 1
  -- A clock that was set back begins a new measurement.
  if slice < self.slice then self.slice, self.count = slice, 0 end
  if slice == self.slice then return end
  self.measured = self.count / (slice - self.slice) * SMOOTH + self.measured * (1 - SMOOTH)
  self.count, self.slice = 0, slice
end

---The curve: requests a second, at a time after the last throttling.
---@param now number seconds
---@return number
function Cubic:curve(now)
  local flat = (self.top * (1 - BETA) / SCALE) ^ (1 / 3) -- seconds until it is at the top again
  return SCALE * (now - self.throttled - flat) ^ 3 + self.top
end

---An answer came.
---@param throttled boolean
---@param now number seconds
function Cubic:answered(throttled, now)
  self:measure(now)
  -- The bucket begins to fill with the first answer.
  if not self.filling then self.filling, self.bucket.updated = true, now end
  local rate
  if throttled then
    self.top = self.enabled and math.min(self.measured, self.bucket.rate) or self.measured
    self.throttled, self.enabled = now, true
    rate = self.top * BETA
  else
    rate = self:curve(now)
  end
  rate = math.min(rate, GROWTH_MAX * self.measured)
  self.bucket:change(math.max(rate, RATE_MIN), math.max(rate, CAPACITY_MIN), now)
end

---The seconds until a request may be sent.
---@param now number seconds
---@return number
function Cubic:wait(now)
  return self.enabled and self.bucket:wait(now) or 0
end

---Takes the token of a request.
---@return integer? receipt to give it back with; nil where none was needed
function Cubic:take()
  return self.enabled and self.bucket:take() or nil
end

---@param receipt integer?
function Cubic:give_back(receipt)
  if receipt then self.bucket:give_back(receipt) end
end

local cubic = { BETA = BETA }

---@param now number seconds
---@return tencentcloud.Cubic
function cubic.new(now)
  return setmetatable({
    enabled = false,
    bucket = token_bucket.new(RATE_MIN, math.huge, 0, now),
    filling = false,
    measured = 0,
    slice = math.floor(now), -- seconds: the beginning of the measurement
    count = 0, -- answers since then
    top = 0,
    throttled = now,
  }, Cubic)
end

return cubic
