-- tc.breaker: where a service is down, requests are refused for a while instead of being sent. After that one goes
-- through to see. Only outages count: a service that refuses a request, or throttles it, is up.

local arguments = require "tencentcloud.arguments"
local guard = require "tencentcloud.guard.guard"
local keys = require "tencentcloud.guard.keys"
local vocabulary = require "tencentcloud.vocabulary"

---@class tencentcloud.BreakerOptions
---@field failures integer? outages within `window` that open it; 5
---@field window number? seconds; 10
---@field cool_down number? seconds that it stays open before one request may try; 30
---@field key tencentcloud.GuardKey? one breaker for each; one for all by default
---@field is_outage (fun(attempt: tencentcloud.Attempt): boolean)? what counts, in place of the breaker's own view

local OPTIONS = {
  failures = arguments.whole(1),
  window = arguments.number(0.001),
  cool_down = arguments.number(0.001),
  key = keys.check,
  is_outage = arguments.callable,
}

local FAILURES, WINDOW, COOL_DOWN = 5, 10, 30

local BROKEN = {}
for _, code in ipairs(vocabulary.client_codes) do BROKEN[code.code] = code.broken end

-- Kinds that do not say what the matter was.
local UNTOLD = { client = true, failed = true }

-- An unavailable resource is no outage; an unavailable service is.
local function is_of_service(code)
  return code:find("ServiceUnavailable", 1, true) or code:find("ServerBusy", 1, true) or code:find "^InternalError"
end

---Does the answer say that the service is down?
---@param attempt tencentcloud.Attempt
---@return boolean
local function is_outage(attempt)
  local kind, code, status = attempt.kind, attempt.code or "", attempt.http_status
  if kind == "internal" or kind == "timeout" then return true end
  if kind == "unavailable" then return is_of_service(code) ~= nil end
  if kind == "client" and BROKEN[code] then return true end
  -- A code that says why the request was refused comes from a service that is up, whatever the status beside it.
  return status ~= nil and status >= 500 and code ~= "" and (kind == nil or UNTOLD[kind] or false)
end

local new

---@class tencentcloud.Breaker
local Breaker = guard.class("breaker", { "failures", "window", "cool_down", "key" },
  function(options) return new(options) end)

-- A new period of a key's breaker. Answers to requests of an earlier one say nothing about this one.
local function enter(state, name, now)
  state.name, state.since, state.period = name, now, state.period + 1
  state.outages, state.probe = {}, nil
end

-- What time alone changes.
local function pass(state, options, now)
  if state.name == "open" and now >= state.since + options.cool_down then enter(state, "half-open", now) end
  -- A probe that is never heard of again makes room for another one.
  if state.probe and now >= state.probe + options.cool_down then state.probe = nil end
end

-- Notes an outage; forgets those that are older than the window.
local function note_outage(state, options, now)
  local recent = {}
  for _, time in ipairs(state.outages) do
    if time > now - options.window then table.insert(recent, time) end
  end
  table.insert(recent, now)
  state.outages = recent
  if #recent >= options.failures then enter(state, "open", now) end
end

-- Hears of the end of a request that was let through in `period`.
function Breaker:heard(state, period, attempt, now)
  if state.period ~= period then return end
  local is_down = attempt and (self.options.is_outage or is_outage)(attempt)
  if state.name == "half-open" then
    state.probe = nil
    if attempt then enter(state, is_down and "open" or "closed", now) end
  elseif is_down then
    note_outage(state, self.options, now)
  end
end

-- The seconds until a request may be sent; 0 where it may now.
local function wait(state, options, now)
  if state.name == "open" then return state.since + options.cool_down - now end
  if state.probe then return state.probe + options.cool_down - now end
  return 0
end

---@param request tencentcloud.GuardRequest
function Breaker:ask(request)
  local options, now = self.options, request.now
  local state, key = self.states:of(self.key_of(request), now)
  pass(state, options, now)
  local seconds = wait(state, options, now)
  if seconds > 0 then
    local why = state.name == "open" and "the service is down" or "one request tries whether the service is up"
    return guard.refuse(("breaker%s %s: %s"):format(guard.of(key), state.name, why), seconds)
  end
  local period = state.period
  if state.name == "half-open" then state.probe = now end
  return {
    done = function(attempt)
      self:heard(state, period, attempt, attempt and guard.ended(request, attempt) or now)
    end,
  }
end

---@param key string?
---@param now number? seconds, of the clock of its requests; without it, the state when it was last asked or heard
---@return "closed"|"open"|"half-open"
---@return number seconds until a request may be sent; 0 where it may now
function Breaker:state(key, now)
  local state = self.states:seen(key or "")
  if not state then return "closed", 0 end
  if now then pass(state, self.options, now) end
  return state.name, math.max(0, wait(state, self.options, now or state.since))
end

---@param options tencentcloud.BreakerOptions
---@return tencentcloud.Breaker
function new(options)
  local function make(now)
    return { name = "closed", since = now, period = 0, outages = {}, probe = nil }
  end
  local function is_idle(state, now)
    local last = state.outages[#state.outages]
    return state.name == "closed" and (not last or last <= now - options.window)
  end
  return setmetatable({
    options = options,
    key_of = keys.reader(options.key, "breaker"),
    states = keys.states(make, is_idle),
  }, Breaker)
end

local breaker = {}

---@param options tencentcloud.BreakerOptions?
---@return tencentcloud.Breaker
function breaker.new(options)
  options = arguments.options(options, OPTIONS, 1, "breaker")
  options.failures = options.failures or FAILURES
  options.window = options.window or WINDOW
  options.cool_down = options.cool_down or COOL_DOWN
  return new(options)
end

return breaker
