-- How Redis is reached from each runtime: by which client, and who sees to it that nothing waits for longer than
-- the budget's timeout.

local client = require "tencentcloud.budget.redis_client"
local foreign = require "tencentcloud.runtime.foreign"
local ngx_runtime = require "tencentcloud.runtime.ngx"
local pipeline = require "tencentcloud.budget.redis_pipeline"
local streams = require "tencentcloud.budget.redis_streams"

---@class tencentcloud.RedisHost
---@field open fun(budget: table, ends: number): table?, any gives a client, or nil and why there is none
---@field within (fun(seconds: number, work: fun(): any, any): any, any)? runs the work, and gives up when time is over:
---  where clients do not limit it themselves
---@field once (fun(pool: table, open: fun(): (table?, any), ends: number): table?, any)? opens a client that all may
---  share, once for those who want one at the same time; is there where clients can be shared
---@field later (fun(seconds: number, what: fun()))? does something after a while

local hosts = {}

local function credentials(budget)
  if not budget.password then return end
  return budget.username and { budget.username, budget.password } or { budget.password }
end

local POLL = 0.001 -- seconds between looks whether the client is there that another coroutine opens

-- Waits for it, a while at least.
local function wait_for(runtime, seconds, opening)
  if not runtime.wait_until then return runtime.sleep(math.min(seconds, POLL)) end
  runtime.wait_until(seconds, function() return opening.over end)
end

-- One opens the client, and all that come meanwhile wait for it, each until its own time is over. Who opens has a time
-- limit too: one that is still at it then was stopped from outside, and the next takes its place.
local function once_in(runtime)
  return function(pool, open, ends)
    local opening, now = pool.opening, runtime.now()
    while opening and not opening.over and now < opening.ends do
      if now >= ends then return nil, "timeout" end
      wait_for(runtime, math.min(ends, opening.ends) - now, opening)
      now = runtime.now()
    end
    if opening and opening.over then return opening.client, opening.problem end
    opening = { ends = ends }
    pool.opening = opening
    opening.client, opening.problem = open()
    opening.over = true
    if pool.opening == opening then pool.opening = nil end
    if opening.client and opening.client.shared then pool.shared = opening.client end
    return opening.client, opening.problem
  end
end

-- Where our own client speaks over a stream that lets the loop run.
for name, runtime in pairs{
  copas = require "tencentcloud.runtime.copas",
  cqueues = require "tencentcloud.runtime.cqueues",
  luv = require "tencentcloud.runtime.luv",
} do
  hosts[name] = {
    open = function(budget, ends)
      local stream, problem = streams[name](budget.host, budget.port, ends)
      return pipeline.over(stream, problem, runtime, ends, credentials(budget))
    end,
    once = once_in(runtime),
  }
end

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

-- Connections that were logged in are kept apart from those of the program.
local function connect_resty(raw, budget)
  local words = credentials(budget)
  if not words then return raw:connect(budget.host, budget.port) end
  local pool = ("tencentcloud:%s:%d:%s"):format(budget.host, budget.port, budget.username or "")
  local ok, problem = raw:connect(budget.host, budget.port, { pool = pool })
  if not ok or raw:get_reused_times() > 0 then return ok, problem end
  return raw:auth((table.unpack or unpack)(words))
end

-- Neither this client nor the next limits the whole of a request, only each step of it: so connecting and waiting for
-- the reply share the timeout. Sending counts for nothing: the request fits into the socket's buffer.
local function open_resty(budget)
  local module, missing = resty_redis()
  if not module then return nil, missing end
  local raw = module:new()
  -- Not set_timeouts: versions before 0.28 take it for a command of Redis.
  raw:set_timeout(milliseconds(budget.timeout))
  local began = ngx_runtime.now()
  local ok, problem = connect_resty(raw, budget)
  if not ok then return nil, problem end
  raw:set_timeout(milliseconds(budget.timeout - (ngx_runtime.now() - began)))
  return raw
end

hosts.ngx = { open = function(budget) return client.of(function() return open_resty(budget) end) end }

-- A program that does one thing at a time: a client that holds it up is right.
local function open_plain(budget)
  local found, module = pcall(require, "redis")
  if not found then return nil, "no client is installed: install redis-lua, on Debian the package lua-redis" end
  foreign.warn_once("asking Redis", ("for %g s at most"):format(budget.timeout))
  local raw = module.connect{ host = budget.host, port = budget.port, timeout = budget.timeout / 2 }
  local words = credentials(budget)
  if not words then return raw end
  local ok, problem = pcall(raw.auth, raw, (table.unpack or unpack)(words))
  if ok then return raw end
  raw.network.socket:close()
  return nil, problem
end

hosts.plain = { open = function(budget) return client.of(function() return open_plain(budget) end) end }

-- Of tests and dry runs: their clock stands still while they are held up.
hosts.virtual = hosts.plain

local function open_skynet(budget)
  return require "skynet.db.redis".connect{ host = budget.host, port = budget.port,
    auth = budget.password, username = budget.username }
end

hosts.skynet = { open = function(budget) return client.of(function() return open_skynet(budget) end) end }

-- skynet.db.redis waits for as long as Redis does, so it works in a coroutine of its own, and this one waits for that.
-- A token of our own keeps others from waking us.
function hosts.skynet.within(seconds, work)
  local skynet, token, done, reply, problem, refused = package.loaded.skynet, {}, false, nil, nil, nil
  skynet.fork(function()
    reply, problem, refused = work()
    done = true
    skynet.wakeup(token)
  end)
  if not done then skynet.sleep(math.ceil(seconds * 100) + 1, token) end
  if done then return reply, problem, refused end
  return nil, "timeout"
end

function hosts.skynet.later(seconds, what)
  package.loaded.skynet.timeout(math.ceil(seconds * 100), what)
end

function hosts.skynet.once(pool, open)
  local skynet = package.loaded.skynet
  while pool.waiting do
    local token = {}
    table.insert(pool.waiting, token)
    skynet.wait(token)
    if pool.shared or pool.problem then return pool.shared, pool.problem end
  end
  pool.waiting = {}
  local opened, problem = open()
  local waiting = pool.waiting
  pool.waiting, pool.problem = nil, problem
  if opened and opened.shared then pool.shared = opened end
  for _, token in ipairs(waiting) do skynet.wakeup(token) end
  return opened, problem
end

return hosts
