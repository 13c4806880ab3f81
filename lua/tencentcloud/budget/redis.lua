-- A retry budget for many machines, in Redis: one script call, and only when a retry is wanted. What
-- successes give back waits here until then. Where Redis is slow or down, the local budget serves.

local arguments = require "tencentcloud.arguments"
local hosts = require "tencentcloud.budget.redis_hosts"
local process = require "tencentcloud.budget.process"
local redis_client = require "tencentcloud.budget.redis_client"
local runtimes = require "tencentcloud.runtime"
local tokens = require "tencentcloud.budget.tokens"

---@class tencentcloud.RedisBudget: tencentcloud.Budget
local RedisBudget = {}
RedisBudget.__index = RedisBudget

local DEFAULT_EXPIRY = 60 -- seconds
local DEFAULT_TIMEOUT = 0.02 -- seconds
local REST = 1 -- seconds without asking Redis again after it has failed
local KEPT_CONNECTIONS = 32 -- unused connections that are kept at most; nginx has a pool of its own
local LONGEST_NOTE = 200 -- bytes

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

-- The clients that nobody uses, of each runtime: a program may draw in one before its loop runs, and then in that.
function RedisBudget:pool_of(name)
  local pool = self.pools[name]
  if not pool then
    pool = { idle = {}, shared = nil }
    self.pools[name] = pool
  end
  return pool
end

function RedisBudget:open(host, use)
  if self.connect then return redis_client.of(function() return self.connect(self) end) end
  return host.open(self, use.ends)
end

-- A client that was kept, or a new one. That is closed at once where the draw has given up meanwhile.
function RedisBudget:take(host, pool, use)
  local kept = pool.shared or table.remove(pool.idle)
  if kept then return kept end
  local function open() return self:open(host, use) end
  local opened, problem
  if host.once then opened, problem = host.once(pool, open) else opened, problem = open() end
  if opened and use.over then
    if not opened.shared then opened:close() end
    return nil, "timeout"
  end
  return opened, problem
end

local function keep(pool, client)
  if not client:keep() then return end
  if client.shared then return end -- the pool has it already
  if #pool.idle < KEPT_CONNECTIONS then table.insert(pool.idle, client) else client:close() end
end

-- Where one fails, the others were opened to the same Redis. And a reply may still come: it must not be taken for that
-- of another request.
local function drop(pool, client)
  client:close()
  if pool.shared == client then pool.shared = nil end
  for _, other in ipairs(pool.idle) do other:close() end
  pool.idle = {}
end

function RedisBudget:ask(host, pool, use, ...)
  local client, problem = self:take(host, pool, use)
  if not client then return nil, problem end
  use.client = client
  local reply, failure = client:eval(use.ends, SCRIPT, 1, ...)
  if use.over then return nil, "timeout" end
  use.client = nil
  if reply then keep(pool, client) else drop(pool, client) end
  return reply, failure
end

-- The script's reply; or nil and why there is none.
function RedisBudget:eval(runtime, key, cost, refund)
  local host, pool = hosts[runtime.name] or hosts.plain, self:pool_of(runtime.name)
  local use = { ends = runtime.now() + self.timeout }
  local function work()
    return self:ask(host, pool, use, self.prefix .. key, self.capacity, cost, refund, math.ceil(self.expiry * 1000))
  end
  if not host.within then return work() end
  local reply, problem = host.within(self.timeout, work)
  use.over = true
  if not reply and use.client then drop(pool, use.client) end
  return reply, problem
end

-- What the `redis` module raises is sometimes a table. Redis repeats the arguments of a command that it does not know,
-- and an address may have a password in it: neither is for a log.
local function text_of(problem)
  local text = tostring(type(problem) == "table" and (problem.message or problem[1]) or problem)
  return (text:gsub(",? with args beginning with:.*", ""):gsub("://[^/%s]*@", "://...@"):sub(1, LONGEST_NOTE))
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
function RedisBudget:closed(runtime, now)
  if self.down and now < self.asks_again then return self.down end
  if runtime.name == "plain" or not runtime.may_sleep then return end
  local may_wait, reason = runtime.may_sleep()
  if not may_wait then return "redis: " .. reason end
end

---Takes tokens, or none at all.
---@param key string which bucket
---@param cost integer tokens
---@param now number seconds
---@return boolean granted
---@return integer tokens that are left
---@return string? note why the local budget served
function RedisBudget:draw(key, cost, now)
  local runtime = runtimes.detect()
  local note = self:closed(runtime, now)
  if not note then
    self.asks_again = now + REST -- where it is down, only one coroutine finds out for all
    local reply, problem = self:eval(runtime, key, cost, self:take_returned(key, now))
    local left = reply and tonumber(reply[2])
    if left then
      self.down = nil
      self:learn(key, left, now)
      return tonumber(reply[1]) == 1, left
    end
    note = "redis: " .. text_of(reply and "what answers is not the script" or problem)
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
  username = arguments.type("string"),
  password = arguments.type("string"),
  connect = arguments.callable,
}

---host and port: 127.0.0.1 and 6379. timeout: 0.02 seconds in all. capacity: 500 tokens. expiry:
---60 seconds from the first draw. prefix: "tencentcloud:budget:". username and password: for AUTH. connect: gives a
---connected client, or nil and why not; for sockets and pools of the program's own. It must not hold up the loop that
---it is used in.
---@param options {host: string?, port: integer?, timeout: number?, capacity: integer?, expiry: number?,
---  prefix: string?, username: string?, password: string?, connect: (fun(budget: table): any, string?)?}?
---@return tencentcloud.RedisBudget
function redis.new(options)
  options = arguments.options(options, OPTIONS, 1, "new")
  local capacity = options.capacity or tokens.CAPACITY
  arguments.that(not options.username or options.password, 1, "new", "username: it needs a password, too")
  return setmetatable({
    host = options.host or "127.0.0.1",
    port = options.port or 6379,
    timeout = options.timeout or DEFAULT_TIMEOUT,
    capacity = capacity,
    expiry = options.expiry or DEFAULT_EXPIRY,
    prefix = options.prefix or "tencentcloud:budget:",
    username = options.username,
    password = options.password,
    connect = options.connect,
    fallback = process.new{ capacity = capacity },
    pools = {}, -- of each runtime: the clients that nobody uses, or the one that all share
    buckets = {}, -- of each key: what was spent when it was last seen, and returned since; when it expires
    down = nil, -- why Redis is not asked now
    asks_again = 0, -- seconds: when it is asked again
  }, RedisBudget)
end

return redis
