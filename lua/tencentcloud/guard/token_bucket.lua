-- A bucket of tokens that fills up with time. It has no clock: each question brings the time.

---@class tencentcloud.TokenBucket
---@field rate number tokens a second
---@field capacity number
---@field level number tokens that it holds
---@field updated number seconds: when the level was true
---@field overflows integer how often it was full, and what came further was lost
local TokenBucket = {}
TokenBucket.__index = TokenBucket

-- What sums of fractions may lack of a whole token.
local EPSILON = 1e-9

---Adds what has come since the last question. A clock that was set back brings nothing.
---@param now number seconds
function TokenBucket:fill(now)
  local level = self.level + math.max(0, now - self.updated) * self.rate
  if level >= self.capacity then
    level = self.capacity
    self.overflows = self.overflows + 1
  end
  self.level, self.updated = level, now
end

---The seconds until there is a token; 0 where there is one.
---@param now number seconds
---@return number
function TokenBucket:wait(now)
  self:fill(now)
  if self.level >= 1 - EPSILON then return 0 end
  return (1 - self.level) / self.rate
end

---Takes a token that `wait` has seen.
---@return integer receipt to give the token back with
function TokenBucket:take()
  self.level = math.max(0, self.level - 1)
  return self.overflows
end

---Puts a token back that was not used. Where the bucket was full since, there is no place for it: it would make more
---than the capacity available at once.
---@param receipt integer
function TokenBucket:give_back(receipt)
  if receipt == self.overflows then self.level = math.min(self.capacity, self.level + 1) end
end

---From now on it fills at another rate.
---@param rate number
---@param capacity number
---@param now number seconds
function TokenBucket:change(rate, capacity, now)
  self:fill(now)
  self.rate, self.capacity = rate, capacity
  self.level = math.min(self.level, capacity)
end

---@param now number seconds
---@return boolean
function TokenBucket:is_full(now)
  return self.level + math.max(0, now - self.updated) * self.rate >= self.capacity
end

local token_bucket = {}

---@param rate number
---@param capacity number
---@param level number
---@param now number seconds
---@return tencentcloud.TokenBucket
function token_bucket.new(rate, capacity, level, now)
  return setmetatable({ rate = rate, capacity = capacity, level = level, updated = now, overflows = 0 }, TokenBucket)
end

return token_bucket
