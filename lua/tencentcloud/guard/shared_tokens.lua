-- A bucket of tokens that all workers of one nginx take from, in an ngx.shared.DICT. Its state is a position on the
-- clock, counted in tokens: the bucket is full from there on, and each token taken moves it one further. Every change
-- is an entry of its own, NAME#1, NAME#2, ...: adding it succeeds for one worker only, and who comes too late looks
-- again. So there is no lock, and no worker, however long it is held up, can make another's number wrong.

local guard = require "tencentcloud.guard.guard"

---@class tencentcloud.SharedTokens
local SharedTokens = {}
SharedTokens.__index = SharedTokens

-- Seconds that an entry outlives its use: a full bucket needs none.
local SPARE = 5

-- Seconds that the number of changes outlives them.
local NUMBER_SPARE = 60

-- Changes that are kept: a worker that was held up during more must not add one again that was there already.
local KEPT = 16

-- Changes of others in a row before a worker gives up on the dictionary.
local TRIES = 1000

-- Seconds for which a position must be too far ahead until the clock is believed to have been set back.
local PATIENCE = 1

-- What rounding may lack of a whole token.
local EPSILON = 1e-6

local function entry_of(name, number)
  return ("%s#%d"):format(name, number)
end

-- How many changes have been counted; or nil and the dictionary's problem.
function SharedTokens:counted(name)
  local number = self.dict:get(name)
  if number then return number end
  local ok, problem = self.add(self.dict, name, 0, self:lives(NUMBER_SPARE))
  if not ok and problem ~= "exists" then return nil, problem end
  return self.dict:get(name) or 0
end

-- The number of the latest change, and the position after it: nil where its entry has expired, so the bucket is full.
-- Some workers may not have counted theirs yet.
function SharedTokens:latest(name, counted)
  local number, position = counted, self.dict:get(entry_of(name, counted))
  local ahead = position and 1 or KEPT
  local candidate = number
  while candidate - number < ahead do
    candidate = candidate + 1
    local further = self.dict:get(entry_of(name, candidate))
    if further then number, position, ahead = candidate, further, 1 end
  end
  return number, position
end

-- Makes the change after `number`: true; false where another came before; nil and the dictionary's problem.
function SharedTokens:change(name, number, position)
  -- The number of changes must outlive them: without it they would be counted anew.
  if self.dict.expire and not self.dict:expire(name, self:lives(NUMBER_SPARE)) then return false end
  local entry = entry_of(name, number + 1)
  local ok, problem = self.add(self.dict, entry, position, self:lives(SPARE))
  if not ok then
    if problem == "exists" then return false end
    return nil, problem
  end
  -- Was this worker held up for so long that its number had been used, and its entry deleted again?
  local counted = self.dict:get(name)
  if not counted or counted > number + KEPT then
    self.dict:delete(entry)
    return false
  end
  counted = self.dict:incr(name, 1)
  if counted then self.dict:delete(entry_of(name, counted - KEPT)) end
  return true
end

-- nginx modules before 0.10.11 cannot prolong an entry's life: theirs live for ever, which 0 stands for.
function SharedTokens:lives(spare)
  return self.dict.expire and self.lifetime + spare or 0
end

-- Was the clock set back? Then the position stays further ahead than it can be.
function SharedTokens:is_stuck(position, full, now, worker)
  if position - full <= self.rate * (self.lifetime + NUMBER_SPARE) then
    worker.ahead_since = nil
    return false
  end
  worker.ahead_since = worker.ahead_since or now
  return now - worker.ahead_since >= PATIENCE
end

function SharedTokens:try(name, now, worker)
  local counted, problem = self:counted(name)
  if not counted then return nil, problem end
  local full = now * self.rate
  local number, position = self:latest(name, counted)
  if not position or self:is_stuck(position, full, now, worker) then position = full end
  local after = math.max(position, full) + 1
  local lack = after - (full + self.capacity)
  if lack > EPSILON then return math.min(lack, 1) / self.rate end -- more lacks only by a clock that was set back
  local ok
  ok, problem = self:change(name, number, after)
  if ok then return 0, nil, { number = number + 1, position = after } end
  return ok, problem
end

---Takes a token, or says how long to wait for one.
---@param key string
---@param now number seconds
---@param worker table what this worker keeps of the key
---@return number? wait seconds; 0 where it was taken; nil where the dictionary failed
---@return string? problem of the dictionary
---@return table? receipt to give the token back with
function SharedTokens:take(key, now, worker)
  local name = self.prefix .. key
  for _ = 1, TRIES do
    local wait, problem, receipt = self:try(name, now, worker)
    if wait ~= false then return wait, problem, receipt end
  end
  return nil, "too many changes at once"
end

-- Was the bucket full after the change of the receipt? Then a later change has brought the position to its own moment.
-- Also true where the changes are too many to tell.
function SharedTokens:was_full(name, receipt, number)
  if number - receipt.number >= KEPT then return true end
  local before = receipt.position
  for later = receipt.number + 1, number do
    local position = self.dict:get(entry_of(name, later))
    if not position or position > before + 1 + EPSILON then return true end
    before = position
  end
  return false
end

---Puts a token back that was not used. Where the bucket was full since, there is no place for it.
---@param key string
---@param receipt table
function SharedTokens:give_back(key, receipt)
  local name = self.prefix .. key
  for _ = 1, TRIES do
    local number, position = self:latest(name, self.dict:get(name) or 0)
    if not position or self:was_full(name, receipt, number) then return end
    if self:change(name, number, position - 1) ~= false then return end
  end
end

---@param key string
---@param now number seconds
---@return number tokens that it holds
function SharedTokens:level(key, now)
  local name, full = self.prefix .. key, now * self.rate
  local _, position = self:latest(name, self.dict:get(name) or 0)
  return math.max(0, math.min(self.capacity, full + self.capacity - (position or full)))
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
    add = guard.adder(dict),
    rate = rate,
    capacity = capacity,
    prefix = prefix,
    lifetime = capacity / rate, -- seconds until an empty bucket is full
  }, SharedTokens)
end

return shared_tokens
