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
local LATE = 5 -- seconds that a reply may come late, and its grant be given back

-- The entry holds the tokens that are spent, and lives for a while from the first one on, however
-- often it changes: a drained bucket fills up again. Replies with 1 or 0 for granted, what is left, and for how many
-- milliseconds the entry still lives.
local SCRIPT = [[
local capacity, cost, refund, expiry = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3]), ARGV[4]
local spent = math.max(0, (tonumber(redis.call('GET', KEYS[1])) or 0) - refund)
local granted = spent + cost <= capacity
if granted then spent = spent + cost end
local lives = redis.call('PTTL', KEYS[1])
lives = lives > 0 and lives or tonumber(expiry)
redis.call('SET', KEYS[1], spent, 'PX', lives)
return { granted and 1 or 0, math.max(0, capacity - spent), lives }
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

local function shared_of(pool, runtime)
  local shared = pool.shared
  if shared and shared.is_dead and shared:is_dead(runtime.now()) then
    pool.shared = nil
    shared:retire()
  end
  return pool.shared
end

-- A client that was kept, or a new one. Where the draw has given up meanwhile, it is for the next.
function RedisBudget:take(host, runtime, pool, use)
  local kept = shared_of(pool, runtime) or table.remove(pool.idle)
  if kept then return kept end
  local function open() return self:open(host, use) end
  -- A client of the program's own is shared in skynet only, where the clients are known that can be.
  local once = (not self.connect or runtime.name == "skynet") and host.once
  local opened, problem
  if once then opened, problem = once(pool, open, use.ends) else opened, problem = open() end
  if opened and use.over then
    if not opened.shared then opened:close() end
    return nil, "timeout"
  end
  return opened, problem
end

local function keep(pool, client)
  if not client:keep() or client.shared then return end -- the pool has it already
  if #pool.idle < KEPT_CONNECTIONS then table.insert(pool.idle, client) else client:close() end
end

-- Where one fails, the others were opened to the same Redis. And a reply may still come: it must not be taken for that
-- of another request.
local function drop(pool, client)
  if pool.shared == client then pool.shared = nil end
  if client.retire then client:retire() else client:close() end
  for _, other in ipairs(pool.idle) do other:close() end
  pool.idle = {}
end

function RedisBudget:ask(host, runtime, pool, use, ...)
  local client, problem = self:take(host, runtime, pool, use)
  if not client then return nil, problem, true end
  use.client, use.sent = client, true
  local reply, failure, refused = client:eval(use, SCRIPT, 1, ...)
  if use.over then
    if reply then use.late(reply) end
    return nil, "timeout"
  end
  use.client = nil
  if reply then
    keep(pool, client)
  elseif not client.survives or not client:survives(failure) then
    drop(pool, client)
  end
  return reply, failure, refused
end

-- A draw has given up while Redis is asked elsewhere. The client is for nobody else then; it is closed when its reply,
-- which may be a grant to give back, can hardly come any more.
local function let_go(host, pool, client)
  if pool.shared == client then pool.shared = nil end
  if not client.let_go then
    client.let_go = true
    host.later(LATE, function() client:close() end)
  end
end

-- The script's reply; or nil, why there is none, and whether it is certain that Redis has not carried it out.
function RedisBudget:eval(runtime, key, cost, refund, late)
  local host, pool = hosts[runtime.name] or hosts.plain, self:pool_of(runtime.name)
  local use = { ends = runtime.now() + self.timeout, late = late }
  local function work()
    return self:ask(host, runtime, pool, use, self.prefix .. key, self.capacity, cost, refund,
      math.ceil(self.expiry * 1000))
  end
  if not host.within then return work() end
  local reply, problem, refused = host.within(self.timeout, work)
  use.over = true
  if reply then return reply end
  if use.client then
    let_go(host, pool, use.client)
    return nil, problem
  end
  return nil, problem, refused or not use.sent
end

-- skynet's client raises one and the same object for whatever ends a connection, a wrong password too.
local SKYNETS_ERROR = "[Error: socket]"

local NO_CLIENT = "redis: no client is known for the program's own runtime: pass `connect`"

-- What the `redis` module raises is sometimes a table. Redis repeats the arguments of a command that it does not know,
-- and an address may have a password in it: neither is for a log.
local function text_of(problem)
  local text = tostring(type(problem) == "table" and (problem.message or problem[1]) or problem)
  if text == SKYNETS_ERROR then text = "the connection failed; skynet's log has the reason" end
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

-- Counts from when Redis was asked, hence to before the entry expires there. A client of the program's own may hand on
-- less than the script replies.
function RedisBudget:learn(key, reply, now)
  local bucket = self.buckets[key] or { returned = 0 }
  self.buckets[key] = bucket
  local lives = tonumber(reply[3])
  bucket.spent = self.capacity - tonumber(reply[2])
  bucket.expires = now + (lives and lives / 1000 or self.expiry)
end

function RedisBudget:give_back(key, amount)
  local bucket = self.buckets[key]
  if bucket then bucket.returned = math.min(bucket.spent, bucket.returned + amount) end
end

-- What Redis granted after the draw had given up: the local budget has paid instead, so nobody uses these tokens.
function RedisBudget:learn_late(key, cost, reply, now)
  if not tonumber(reply[2]) then return end
  self:learn(key, reply, now)
  if tonumber(reply[1]) == 1 then self:give_back(key, cost) end
end

-- Why Redis is not asked, or nil.
function RedisBudget:closed(runtime, now)
  if self.down and now < self.asks_again then return self.down end
  if not hosts[runtime.name] and not self.connect then return NO_CLIENT end
  if runtime.name == "plain" or not runtime.may_sleep then return end
  local may_wait, reason = runtime.may_sleep()
  if not may_wait then return "redis: " .. reason end
end

-- Asks Redis: granted and left, or nil and why it did not say.
function RedisBudget:draw_there(runtime, key, cost, now)
  local refund = self:take_returned(key, now)
  local function late(reply) self:learn_late(key, cost, reply, now) end
  local reply, problem, refused = self:eval(runtime, key, cost, refund, late)
  if reply and tonumber(reply[2]) then
    self:learn(key, reply, now)
    return tonumber(reply[1]) == 1, tonumber(reply[2])
  end
  -- Where Redis may have seen the refund, it is taken for given back: doing so twice would lift the limit.
  if refused and refund > 0 then self:give_back(key, refund) end
  return nil, "redis: " .. text_of(reply and "what answers is not the script" or problem)
end

---Takes tokens, or none at all. Where Redis does not say in time, the local budget decides: so in all at most what
---Redis and the local budgets hold is granted, and what Redis grants too late is given back.
---@param key string which bucket
---@param cost integer tokens
---@param now number seconds
---@param runtime tencentcloud.Runtime? of the call that draws; detected by default
---@return boolean granted
---@return integer tokens that are left
---@return string? note why the local budget served
function RedisBudget:draw(key, cost, now, runtime)
  runtime = runtime or runtimes.detect()
  local note = self:closed(runtime, now)
  if not note then
    self.asks_again = now + REST -- where it is down, only one coroutine finds out for all
    local granted, left = self:draw_there(runtime, key, cost, now)
    if granted ~= nil then
      self.down = nil
      return granted, left
    end
    note = left
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
  self:give_back(key, amount)
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
