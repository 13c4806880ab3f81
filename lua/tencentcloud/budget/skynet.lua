-- A retry budget for all services of one skynet process: each has a Lua state of its own, and so its own budget
-- elsewhere. One service has the buckets, and is asked only when a retry is wanted.

local arguments = require "tencentcloud.arguments"
local process = require "tencentcloud.budget.process"
local skynet_runtime = require "tencentcloud.runtime.skynet"
local tokens = require "tencentcloud.budget.tokens"

---@class tencentcloud.SkynetBudget: tencentcloud.Budget
local SkynetBudget = {}
SkynetBudget.__index = SkynetBudget

local DEFAULT_EXPIRY = 60 -- seconds
local DEFAULT_TIMEOUT = 0.2 -- seconds
local START_TIMEOUT = 5 -- seconds for the first draw, which starts the service
local REST = 1 -- seconds without asking the service again after it did not answer
local GIVE_BACK_AFTER = 100 -- ticks: refunds are given back together, if no draw takes them along before

local function skynet() return package.loaded.skynet end

-- What the service runs. It is handed over as bytecode, so that skynet need not find a file on its `luaservice`;
-- hence it may have no upvalues.
local function service_main() require("tencentcloud.budget.skynet_service").start() end

-- The service's address: started by the first one that asks. skynet goes on to give the address of one that is gone, so
-- the next one has another name, the same for all that notice.
function SkynetBudget:find()
  local name = self.name
  if self.generation > 1 then name = ("%s.%d"):format(name, self.generation) end
  return require("skynet.service").new(name, service_main)
end

-- Asks the service; runs in a coroutine of its own, as nothing limits how long skynet.call waits.
function SkynetBudget:ask(question, key, cost, returned)
  local address = self.address
  local ok, granted, left = pcall(function()
    address = address or self:find()
    self.address = self.address or address
    return skynet().call(address, "lua", "draw", key, cost, returned, self.capacity, self.expiry)
  end)
  question.answered = true
  if not ok then
    question.problem = tostring(granted)
    if address and self.address == address then self.address, self.generation = nil, self.generation + 1 end
  elseif question.late then
    -- The call went on without these tokens.
    self:learn(key, left)
    if granted then self:give_back(key, cost) end
  else
    question.granted, question.left = granted, left
  end
  skynet().wakeup(question)
end

-- The answer, or nil and what went wrong.
local function wait_for(question, timeout)
  local now = skynet().now
  local ends = now() + math.ceil(timeout * 100)
  while not question.answered and now() < ends do skynet().sleep(ends - now(), question) end
  if not question.answered then
    question.late = true
    return nil, ("no answer within %g seconds"):format(timeout)
  end
  return question.left, question.problem
end

-- The tokens to give back with a draw. They are taken out before it: other coroutines run while the service is asked,
-- and none must give them back a second time.
function SkynetBudget:take_returned(key)
  local bucket = self.buckets[key]
  local returned = bucket and bucket.returned or 0
  if bucket then bucket.returned = 0 end
  return returned
end

function SkynetBudget:learn(key, left)
  local spent = self.capacity - left
  local bucket = self.buckets[key]
  if bucket then
    bucket.spent = spent
  elseif spent > 0 then
    self.buckets[key] = { spent = spent, returned = 0 }
  end
end

-- Why the service is not asked, or nil.
function SkynetBudget:closed(now)
  if self.down and now < self.asks_again then return self.down end
  local may_sleep, reason = skynet_runtime.may_sleep()
  return not may_sleep and reason or nil
end

---Takes tokens, or none at all.
---@param key string which bucket
---@param cost integer tokens
---@param now number seconds
---@return boolean granted
---@return integer tokens that are left
---@return string? note why the service's own budget served
function SkynetBudget:draw(key, cost, now)
  local note = self:closed(now)
  if not note then
    self.asks_again = now + REST -- where it is down, only one coroutine finds out for all
    local question, timeout = {}, self.address and self.timeout or math.max(self.timeout, START_TIMEOUT)
    skynet().fork(self.ask, self, question, key, cost, self:take_returned(key))
    local left, problem = wait_for(question, timeout)
    if left then
      self.down = nil
      self:learn(key, left)
      return question.granted, left
    end
    note = "the budget's service: " .. problem
    self.down = note
  end
  local granted, left = self.fallback:draw(key, cost)
  return granted, left, note
end

-- Hands in what was given back. A bucket that is full then, as far as is known here, needs nothing more.
function SkynetBudget:hand_in()
  self.handing_in = false
  for key, bucket in pairs(self.buckets) do
    local returned = self:take_returned(key)
    if returned > 0 and self.address then
      skynet().send(self.address, "lua", "refund", key, returned)
      bucket.spent = bucket.spent - returned
    end
    if bucket.spent <= 0 then self.buckets[key] = nil end
  end
end

function SkynetBudget:give_back(key, amount)
  local bucket = self.buckets[key]
  if not bucket then return end
  bucket.returned = math.min(bucket.spent, bucket.returned + amount)
  if self.handing_in then return end
  self.handing_in = true
  skynet().timeout(GIVE_BACK_AFTER, function() self:hand_in() end)
end

---Gives tokens back: with the next draw, or within a second together with others. A success costs no message.
---At most what the bucket lacked when it was last seen is given back: else the successes of a quiet week would add up,
---and lift the limit when it is needed.
---@param key string
---@param amount integer
function SkynetBudget:refund(key, amount)
  self.fallback:refund(key, amount)
  self:give_back(key, amount)
end

local budget = {}

local function service_name(value)
  if type(value) == "string" and value:find "^[%w_.-]+$" then return nil end
  return "a name of letters, digits and _.-"
end

local OPTIONS = {
  capacity = arguments.whole(0),
  expiry = arguments.number(0.01),
  timeout = arguments.number(0.01),
  name = service_name,
}

---capacity: 500 tokens. expiry: 60 seconds from the first draw. timeout: 0.2 seconds that a draw waits for the service.
---name: "tencentcloud_budget", of the service; each name has buckets of its own.
---@param options {capacity: integer?, expiry: number?, timeout: number?, name: string?}?
---@return tencentcloud.SkynetBudget
function budget.new(options)
  options = arguments.options(options, OPTIONS, 1, "new")
  if not skynet_runtime.is_here() then
    error("tencentcloud.budget.skynet is for services of skynet, and there is none here: require \"skynet\" first", 2)
  end
  local capacity = options.capacity or tokens.CAPACITY
  return setmetatable({
    capacity = capacity,
    expiry = options.expiry or DEFAULT_EXPIRY,
    timeout = options.timeout or DEFAULT_TIMEOUT,
    name = options.name or "tencentcloud_budget",
    fallback = process.new{ capacity = capacity },
    generation = 1, -- of the service; one more for each that was seen to be gone
    buckets = {}, -- of each key: what was spent when it was last seen, and returned since
    down = nil, -- why the service is not asked now
    asks_again = 0, -- seconds: when it is asked again
  }, SkynetBudget)
end

return budget
