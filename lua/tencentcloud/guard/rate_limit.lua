-- tc.rate_limit: holds requests back so that no more than so many are sent in a second. With `adaptive` it also finds
-- out by itself how many the service takes.

local arguments = require "tencentcloud.arguments"
local cubic = require "tencentcloud.guard.cubic"
local guard = require "tencentcloud.guard.guard"
local keys = require "tencentcloud.guard.keys"
local shared_tokens = require "tencentcloud.guard.shared_tokens"
local token_bucket = require "tencentcloud.guard.token_bucket"

---@class tencentcloud.RateLimitOptions
---@field rate number? requests a second; without it only `adaptive` limits
---@field burst number? requests at once after a pause; the rate, or 1 where that is less
---@field adaptive boolean? follow the service's throttling
---@field key tencentcloud.GuardKey? one limit for each; one for all by default
---@field dict table? ngx.shared.NAME: one limit for all workers of nginx
---@field prefix string? of the entries in the dictionary; "rate:"
---@field refuse boolean? refuse what would have to wait
---@field deadline number? seconds that a request is held back at most

local OPTIONS = {
  rate = arguments.number(1e-6),
  burst = arguments.number(1),
  adaptive = arguments.type("boolean"),
  key = keys.check,
  dict = guard.dict,
  prefix = arguments.type("string"),
  refuse = arguments.type("boolean"),
  deadline = arguments.number(0),
}

local IDLE = 60 -- seconds after which what was learnt of a rate is worth nothing any more

local new

---@class tencentcloud.RateLimit
local RateLimit = guard.class("rate_limit", { "rate", "burst", "adaptive", "key", "refuse", "deadline" },
  function(options) return new(options) end)

-- Takes a token of the shared bucket, or of the worker's own where the dictionary fails: how long to wait, a function
-- that gives the token back, and why it is the worker's own.
function RateLimit:take_shared(key, state, now)
  local wait, problem, receipt = self.shared:take(key, now, state)
  if wait then return wait, function() self.shared:give_back(key, receipt) end end
  local own, give_back = self.take_own(state.bucket, now)
  return own, give_back, "shared dictionary: " .. tostring(problem)
end

function RateLimit.take_own(bucket, now)
  local wait = bucket:wait(now)
  if wait > 0 then return wait end
  local receipt = bucket:take()
  return 0, function() bucket:give_back(receipt) end
end

-- Takes a token of each bucket that there is, or none.
function RateLimit:take(key, state, now)
  local adaptive = state.adaptive
  local wait = adaptive and adaptive:wait(now) or 0
  if wait > 0 then return wait end
  local give_back
  if self.shared then
    wait, give_back, state.note = self:take_shared(key, state, now)
  elseif state.bucket then
    wait, give_back = self.take_own(state.bucket, now)
  end
  if wait > 0 then return wait end
  return 0, give_back, adaptive and adaptive:take()
end

---@param request tencentcloud.GuardRequest
function RateLimit:ask(request)
  local now = request.now
  local state, key = self.states:of(self.key_of(request), now)
  state.used = now
  local wait, give_back, receipt = self:take(key, state, now)
  if wait > 0 then return guard.hold(self.options, wait, ("rate limit%s reached"):format(guard.of(key))) end
  local adaptive = state.adaptive
  return {
    note = state.note,
    done = function(attempt, sent)
      if attempt then
        if adaptive then adaptive:answered(attempt.kind == "throttle", guard.ended(request, attempt)) end
      elseif not sent then
        if give_back then give_back() end
        if adaptive then adaptive:give_back(receipt) end
      end
    end,
  }
end

---What a key's limit is like.
---@param key string?
---@param now number? seconds, of the clock of its requests; when it was last asked, where that is left out
---@return {tokens: number?, rate: number?, measured: number?, adaptive_rate: number?, note: string?}
function RateLimit:state(key, now)
  local state = self.states:seen(key or "")
  local options, adaptive = self.options, state and state.adaptive
  now = now or state and state.used or 0
  local tokens = options.burst
  if self.shared and not (state and state.note) then
    tokens = self.shared:level(key or "", now)
  elseif state and state.bucket then
    state.bucket:fill(now)
    tokens = state.bucket.level
  end
  return {
    tokens = tokens,
    rate = options.rate,
    adaptive_rate = adaptive and adaptive.enabled and adaptive.bucket.rate or nil,
    measured = adaptive and adaptive.measured or nil,
    note = state and state.note,
  }
end

---@param options tencentcloud.RateLimitOptions
---@return tencentcloud.RateLimit
function new(options)
  local rate, burst = options.rate, options.burst
  local function make(now)
    return {
      bucket = rate and token_bucket.new(rate, burst, burst, now),
      adaptive = options.adaptive and cubic.new(now) or nil,
      used = now,
    }
  end
  local function is_idle(state, now)
    if state.bucket and not state.bucket:is_full(now) then return false end
    return not state.adaptive or now - state.used >= IDLE
  end
  return setmetatable({
    options = options,
    key_of = keys.reader(options.key, "rate_limit"),
    states = keys.states(make, is_idle),
    shared = options.dict and shared_tokens.new(options.dict, rate, burst, options.prefix or "rate:"),
  }, RateLimit)
end

local rate_limit = {}

---@param options tencentcloud.RateLimitOptions
---@return tencentcloud.RateLimit
function rate_limit.new(options)
  options = arguments.options(options, OPTIONS, 1, "rate_limit")
  arguments.that(options.rate or options.adaptive, 1, "rate_limit",
    "rate: requests a second expected; or adaptive = true, which finds them out")
  arguments.that(options.rate or not options.burst, 1, "rate_limit", "burst: is only for a rate")
  arguments.that(options.rate or not options.dict, 1, "rate_limit",
    "dict: only the rate is shared; what is adaptive is measured in each worker")
  if options.rate then options.burst = options.burst or math.max(1, options.rate) end
  return new(options)
end

return rate_limit
