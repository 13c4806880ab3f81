-- A bucket of tokens that all workers of one nginx take from, in an ngx.shared.DICT. An entry is a position on the
-- clock, counted in tokens: the bucket is full from there on, and each token taken moves it one further. So nothing
-- has to fill the bucket, and only atomic steps change it: there is no lock.

---@class tencentcloud.SharedTokens
local SharedTokens = {}
SharedTokens.__index = SharedTokens

-- Seconds that an entry outlives its use: a full bucket needs none.
local SPARE = 60

local PATIENCE = 1 -- seconds

-- What rounding may lack of a whole token.
local EPSILON = 1e-6

-- Was the clock set back? Then the position is further ahead than an entry lives. So it is for a moment where several
-- workers bring the same bucket to this moment, but not for seconds.
function SharedTokens:is_stuck(position, full, now, worker)
  if position - full <= self.rate * self.lifetime then
    worker.ahead_since = nil
    return false
  end
  worker.ahead_since = worker.ahead_since or now
  return now - worker.ahead_since >= PATIENCE
end

-- The position of the entry, which is made where there is none; or nil and the dictionary's problem.
function SharedTokens:position(name, full, now, worker)
  local position = self.dict:get(name)
  if position and self:is_stuck(position, full, now, worker) then
    self.dict:delete(name)
    position = nil
  end
  if position then return position end
  local ok, problem = self.add(self.dict, name, full, self.lifetime)
  if ok then return full end
  if problem ~= "exists" then return nil, problem end
  return self.dict:get(name) or full
end

-- Moves the position by one token. The same step brings a bucket that has been full for a while to this moment: where
-- several workers do so at once, each takes back what others had brought already. Until then one of them may see too
-- few tokens; none sees too many.
function SharedTokens:move(name, full, position)
  local lag = math.max(0, full - position)
  local after, problem = self.dict:incr(name, lag + 1)
  if not after then return nil, problem end
  local too_far = math.min(lag, after - (full + 1))
  if math.abs(too_far) > EPSILON then
    self.dict:incr(name, -too_far)
    after = after - too_far
  end
  return after
end

function SharedTokens:try(name, now, worker)
  local full = now * self.rate
  local limit = full + self.capacity + EPSILON
  local position, problem = self:position(name, full, now, worker)
  if not position then return nil, problem end
  if position + 1 > limit then return self:seconds(position + 1 - limit) end
  local after
  after, problem = self:move(name, full, position)
  if not after then return nil, problem end
  if after > limit then
    self.dict:incr(name, -1)
    return self:seconds(after - limit)
  end
  -- It must not expire while it is used: without an entry the bucket is full.
  self.dict:expire(name, self.lifetime)
  return 0
end

---Takes a token, or says how long to wait for one.
---@param key string
---@param now number seconds
---@param worker table what this worker keeps of the key
---@return number? wait seconds; 0 where it was taken; nil where the dictionary failed
---@return string? problem of the dictionary
function SharedTokens:take(key, now, worker)
  local name = self.prefix .. key
  local wait, problem = self:try(name, now, worker)
  if problem == "not found" then return self:try(name, now, worker) end -- expired between two steps
  return wait, problem
end

-- The time that a lack of tokens takes. Another worker's step may be too long for a moment: nobody lacks more than one.
function SharedTokens:seconds(lack)
  return math.min(1, lack + EPSILON) / self.rate
end

---Puts a token back that was not used.
---@param key string
function SharedTokens:give_back(key)
  self.dict:incr(self.prefix .. key, -1)
end

---@param key string
---@param now number seconds
---@return number tokens that it holds
function SharedTokens:level(key, now)
  local full = now * self.rate
  local position = self.dict:get(self.prefix .. key) or full
  return math.max(0, math.min(self.capacity, full + self.capacity - position))
end

local shared_tokens = {}

---@param dict table
---@param rate number tokens a second
---@param capacity number
---@param prefix string of its entries
---@return tencentcloud.SharedTokens
function shared_tokens.new(dict, rate, capacity, prefix)
  return setmetatable({
    dict = dict,
    -- The safe one never makes room by evicting an entry, whose tokens could then be taken twice.
    add = dict.safe_add,
    rate = rate,
    capacity = capacity,
    prefix = prefix,
    lifetime = capacity / rate + SPARE, -- seconds
  }, SharedTokens)
end

return shared_tokens
