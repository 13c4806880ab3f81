-- A retry budget for many machines, in Redis: one script call, and only when a retry is wanted. What
-- successes give back waits here until then. Where Redis is slow or down, the local budget serves.

local arguments = require "tencentcloud.arguments"
local ngx_runtime = require "tencentcloud.runtime.ngx"
local process = require "tencentcloud.budget.process"
local tokens = require "tencentcloud.budget.tokens"

---@class tencentcloud.RedisBudget: tencentcloud.Budget
local RedisBudget = {}
RedisBudget.__index = RedisBudget

local DEFAULT_EXPIRY = 60 -- seconds
local DEFAULT_TIMEOUT = 0.02 -- seconds
local REST = 1 -- seconds without asking Redis again after it has failed
local KEPT_IDLE = 10000 -- milliseconds that nginx keeps an unused connection open
local KEPT_CONNECTIONS = 32 -- unused connections that an nginx worker keeps at most

-- The entry holds the tokens that are spent, and lives for a while from the first one on, however
-- often it changes: a drained bucket fills up again. Replies with 1 or 0 for granted, and what is left.
local SCRIPT = [[
local capacity, cost, refund, expiry = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3]), ARGV[4]
local spent = math.max(0, (tonumber(redis.call('GET', KEYS[1])) or 0) - refund)
local granted = spent + cost <= capacity
if granted then spent = spent + cost end
local lives = redis.call('PTTL', KEYS[1])
redis.call('SET', KEYS[1], spent, 'PX', lives > 0 and lives or expiry)
return { granted and 1 or 0, math.max(0, capacity - spent) }
]]

-- How each of the two clients is connected. lua-resty-redis returns nil and an error, the `redis` module
-- raises. Neither limits the whole of a request, only each step of it: so connecting and waiting for the
-- reply share the timeout. Sending counts for nothing: the request fits into the socket's buffer.
local open = {}

-- Debian and Ubuntu have lua-resty-redis under another name.
local function resty_redis()
  for _, name in ipairs{ "resty.redis", "nginx.redis" } do
    local ok, module = pcall(require, name)
    if ok then return module end
  end
  return nil, "no client is installed: install lua-resty-redis, or on Debian the package lua-nginx-redis"
end

-- nginx takes 0 milliseconds for "without a limit".
local function milliseconds(seconds) return math.max(1, math.floor(seconds * 1000)) end

function open.resty(budget)
  local module, missing = resty_redis()
  if not module then return nil, missing end
  local client = module:new()
  -- Not set_timeouts: versions before 0.28 take it for a command of Redis.
  client:set_timeout(milliseconds(budget.timeout))
  local began = ngx_runtime.now()
  local ok, problem = client:connect(budget.host, budget.port)
  if not ok then return nil, problem end
  client:set_timeout(milliseconds(budget.timeout - (ngx_runtime.now() - began)))
  return client
end

function open.plain(budget)
  return require "redis".connect{ host = budget.host, port = budget.port, timeout = budget.timeout / 2 }
end

-- Ends a use of the client: back into nginx's pool, or kept here.
function RedisBudget:keep(client)
  if client.set_keepalive then
    client:set_keepalive(KEPT_IDLE, KEPT_CONNECTIONS)
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
  if not reply then
    -- A reply may still come: it must not be taken for that of another request.
    if client.close then client:close() end
    error(failure, 0)
  end
  self:keep(client)
  return reply
end

-- What the `redis` module raises is sometimes a table.
local function text_of(problem)
  return type(problem) == "table" and tostring(problem.message or problem[1]) or tostring(problem)
end

-- The tokens to give back with a draw. They are taken out before it, because other coroutines run while
-- Redis is asked: none must give them back a second time. Where the entry that they were drawn from has
-- expired there is nothing to give back: a bucket without an entry is full.
function RedisBudget:take_returned(key, now)
  local bucket = self.buckets[key]
  if not bucket then return 0 end
  local returned = bucket.returned
  bucket.returned = 0
  return now < bucket.expires and returned or 0
end

function RedisBudget:learn(key, left, now)
  local bucket = self.buckets[key] or { returned = 0 }
  self.buckets[key] = bucket
  bucket.spent, bucket.expires = self.capacity - left, now + self.expiry
end

-- Why Redis is not asked, or nil.
function RedisBudget:closed(now)
  if self.down and now < self.asks_again then return self.down end
  if self.may_wait and not self.may_wait() then return "redis: nginx may not wait for it in this phase" end
end

---Takes tokens, or none at all.
---@param key string which bucket
---@param cost integer tokens
---@param now number seconds
---@return boolean granted
---@return integer tokens that are left
---@return string? note why the local budget served
function RedisBudget:draw(key, cost, now)
  local note = self:closed(now)
  if not note then
    self.asks_again = now + REST -- where it is down, only one coroutine finds out for all
    local ok, reply = pcall(self.eval, self, key, cost, self:take_returned(key, now))
    if ok then
      self.down = nil
      local left = tonumber(reply[2])
      self:learn(key, left, now)
      return tonumber(reply[1]) == 1, left
    end
    note = "redis: " .. text_of(reply)
    self.down = note
  end
  local granted, left = self.fallback:draw(key, cost)
  return granted, left, note
end

---Gives tokens back: with the next draw, so that a success costs no request to Redis. At most what the
---bucket lacked when it was last seen: else the successes of a quiet week would add up, and lift the limit
---when it is needed.
---@param key string
---@param amount integer
function RedisBudget:refund(key, amount)
  self.fallback:refund(key, amount)
  local bucket = self.buckets[key]
  if bucket then bucket.returned = math.min(bucket.spent, bucket.returned + amount) end
end

local redis = {}

local OPTIONS = {
  host = arguments.type("string"),
  port = arguments.whole(1),
  timeout = arguments.number(0.001),
  capacity = arguments.whole(0),
  expiry = arguments.number(0.001),
  prefix = arguments.type("string"),
  connect = arguments.callable,
}

---host and port: 127.0.0.1 and 6379. timeout: 0.02 seconds in all. capacity: 500 tokens. expiry:
---60 seconds from the first draw. prefix: "tencentcloud:budget:". connect: gives a connected client of
---either kind, or nil and why not; for passwords, sockets and pools of the program's own.
---@param options {host: string?, port: integer?, timeout: number?, capacity: integer?, expiry: number?,
---  prefix: string?, connect: (fun(budget: table): any, string?)?}?
---@return tencentcloud.RedisBudget
function redis.new(options)
  options = arguments.options(options, OPTIONS, 1, "new")
  local capacity, in_nginx = options.capacity or tokens.CAPACITY, ngx_runtime.is_here()
  return setmetatable({
    host = options.host or "127.0.0.1",
    port = options.port or 6379,
    timeout = options.timeout or DEFAULT_TIMEOUT,
    capacity = capacity,
    expiry = options.expiry or DEFAULT_EXPIRY,
    prefix = options.prefix or "tencentcloud:budget:",
    connect = options.connect or (in_nginx and open.resty or open.plain),
    may_wait = in_nginx and ngx_runtime.may_sleep or nil,
    fallback = process.new{ capacity = capacity },
    buckets = {}, -- of each key: what was spent when it was last seen, and returned since; when it expires
    down = nil, -- why Redis is not asked now
    asks_again = 0, -- seconds: when it is asked again
  }, RedisBudget)
end

return redis
