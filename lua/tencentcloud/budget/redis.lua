-- A retry budget for many machines, in Redis: one script call, and only when a retry is wanted. What
-- successes give back waits here until then. Where Redis is slow or away, the local budget serves.

local backoff = require "tencentcloud.rules.backoff"
local check = require "tencentcloud.rules.check"
local process = require "tencentcloud.budget.process"

---@class tencentcloud.RedisBudget: tencentcloud.Budget
local RedisBudget = {}
RedisBudget.__index = RedisBudget

local DEFAULT_EXPIRY = 60 -- seconds
local DEFAULT_TIMEOUT = 0.02 -- seconds
local REST = 1 -- seconds without asking Redis again after it has failed

-- The entry holds the tokens that are spent, and lives for a while from the first one on, however
-- often it changes: a drained bucket fills up again. Replies with 1 or 0 for granted, and what is left.
local SCRIPT = [[
local capacity, cost, refund, expiry = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3]), ARGV[4]
local spent = math.max(0, (tonumber(redis.call('GET', KEYS[1])) or 0) - refund)
local granted = spent + cost <= capacity
if granted then spent = spent + cost end
local lives = redis.call('PTTL', KEYS[1])
redis.call('SET', KEYS[1], spent, 'PX', lives > 0 and lives or expiry)
return { granted and 1 or 0, capacity - spent }
]]

-- The two clients differ: lua-resty-redis returns nil and an error, the `redis` module raises. Both
-- limit each step, so the steps share the time that there is.
local open = {}

function open.resty(budget)
  local client = require "resty.redis":new()
  local milliseconds = budget.timeout * 1000
  client:set_timeouts(milliseconds / 2, milliseconds / 4, milliseconds / 4)
  local ok, problem = client:connect(budget.host, budget.port)
  if not ok then return nil, problem end
  return client
end

function open.plain(budget)
  return require "redis".connect{ host = budget.host, port = budget.port, timeout = budget.timeout / 2 }
end

-- Ends a use of the client: back into nginx's pool, or kept here.
function RedisBudget:keep(client)
  if client.set_keepalive then
    client:set_keepalive(10000, 32)
  else
    self.client = client
  end
end

function RedisBudget:eval(key, cost, refund)
  local client, problem = self.client, nil
  self.client = nil
  if not client then client, problem = self.connect(self) end
  if not client then error(problem, 0) end
  local reply, failure = client:eval(SCRIPT, 1, self.prefix .. key, self.capacity, cost, refund,
    math.ceil(self.expiry * 1000))
  if not reply then error(failure, 0) end
  self:keep(client)
  return reply
end

-- What the `redis` module raises is sometimes a table.
local function text_of(problem)
  return type(problem) == "table" and tostring(problem.message or problem[1]) or tostring(problem)
end

---Takes tokens, or none at all.
---@param key string which bucket
---@param cost integer tokens
---@param now number seconds
---@return boolean granted
---@return integer tokens that are left
---@return string? note why the local budget served
function RedisBudget:draw(key, cost, now)
  local note = self.away
  if not note or now >= self.asks_again then
    local refund = self.returned[key] or 0
    local ok, reply = pcall(self.eval, self, key, cost, refund)
    if ok then
      self.away, self.returned[key] = nil, nil
      return tonumber(reply[1]) == 1, tonumber(reply[2])
    end
    note = "redis: " .. text_of(reply)
    self.away, self.asks_again = note, now + REST
  end
  local granted, left = self.fallback:draw(key, cost)
  return granted, left, note
end

---Gives tokens back: with the next draw, so that a success costs nothing here.
---@param key string
---@param amount integer
function RedisBudget:refund(key, amount)
  self.fallback:refund(key, amount)
  self.returned[key] = math.min(self.capacity, (self.returned[key] or 0) + amount)
end

local redis = {}

local OPTIONS = {
  host = check.type("string"),
  port = check.whole(1),
  timeout = check.number(0.001),
  capacity = check.whole(0),
  expiry = check.number(0.001),
  prefix = check.type("string"),
  connect = check.callable,
}

---host and port: 127.0.0.1 and 6379. timeout: 0.02 seconds in all. capacity: 500 tokens. expiry:
---60 seconds from the first draw. prefix: "tencentcloud:budget:". connect: gives a connected client of
---either kind, or nil and why not; for passwords, sockets and pools of the program's own.
---@param options {host: string?, port: integer?, timeout: number?, capacity: integer?, expiry: number?,
---  prefix: string?, connect: (fun(budget: table): any, string?)?}?
---@return tencentcloud.RedisBudget
function redis.new(options)
  options = check.options(options, OPTIONS, 1, "new")
  local capacity = options.capacity or backoff.CAPACITY
  return setmetatable({
    host = options.host or "127.0.0.1",
    port = options.port or 6379,
    timeout = options.timeout or DEFAULT_TIMEOUT,
    capacity = capacity,
    expiry = options.expiry or DEFAULT_EXPIRY,
    prefix = options.prefix or "tencentcloud:budget:",
    connect = options.connect or (rawget(_G, "ngx") and open.resty or open.plain),
    fallback = process.new{ capacity = capacity },
    returned = {}, -- tokens that successes gave back since the last draw
    away = nil, -- why Redis is not asked now
    asks_again = 0, -- seconds: when it is asked again
  }, RedisBudget)
end

return redis
