-- The steps of one call, as a pure machine: it does no I/O and has no clock. A driver carries out
-- each step and reports what came of it as the next event.

local backoff = require "tencentcloud.call.backoff"

---@class tencentcloud.StepSettings
---@field attempts integer how many requests a call may make at most
---@field deadline number? seconds from the start
---@field base number? seconds, of the first delay
---@field throttle_base number? seconds, after throttling
---@field cap number? seconds, of any delay
---@field may_sleep boolean? false where the driver cannot wait

---@class tencentcloud.StepEvent
---@field type "start"|"answer"|"granted"|"refused"|"slept"|"refreshed"|"cancelled"
---@field outcome tencentcloud.Outcome? answer: what the rules said; nil for a success without a rule
---@field safe boolean? answer: whether the request may be sent again
---@field throttled boolean? answer: whether the failure was throttling
---@field server_delay any answer: the seconds that the server asked for
---@field handler_error boolean? answer: a handler raised

---@class tencentcloud.Step
---@field type "send"|"draw"|"sleep"|"refresh"|"finish"|"stop"
---@field cost integer? draw: tokens to take from the budget
---@field seconds number? sleep
---@field refund integer? finish, sleep: tokens to give back to the budget
---@field what string? refresh
---@field reason string? stop: "attempts", "unsafe", "deadline", "budget", "forbid", "rule", ...
---@field retry_after number? stop: the seconds after which another try would have been made

---@class tencentcloud.Steps
local Steps = {}
Steps.__index = Steps

local DEFAULT_EVERY = 2 -- seconds between two requests of a waiter
local DEFAULT_WAIT = 300 -- seconds that a waiter waits at most

local function send() return { type = "send" } end

local function stop(reason, retry_after)
  return { type = "stop", reason = reason, retry_after = retry_after }
end

-- The tokens that a success gives back: what the last retry had cost.
function Steps:refund()
  local refund = self.last_cost or backoff.REWARD
  self.last_cost = nil
  return refund
end

-- Checks the deadline for a request after `delay` seconds; gives the stop step where it is too late.
function Steps:late(delay, now)
  local impossible = delay > 0 and self.settings.may_sleep == false
  if impossible or self.deadline and now + delay >= self.deadline then return stop("deadline", delay) end
end

-- One more attempt after `delay`: attempts, safety, deadline, budget, in this order.
function Steps:again(event, delay, cost, now)
  if self.retries + 1 >= (event.outcome.attempts or self.settings.attempts) then return stop("attempts", delay) end
  if not event.safe then return stop("unsafe") end
  local late = self:late(delay, now)
  if late then return late end
  self.delay, self.cost = delay, cost
  return { type = "draw", cost = cost }
end

local on_outcome = {}

function on_outcome:retry(event, now, random)
  local outcome, settings = event.outcome, self.settings
  local throttled = outcome.kind == "throttle" or outcome.kind == nil and event.throttled
  local base = throttled and (settings.throttle_base or backoff.THROTTLE_BASE) or settings.base or backoff.BASE
  local own = outcome.backoff or {}
  local delay = outcome.after
    or backoff.delay(self.retries + 1, own.base or base, own.cap or settings.cap or backoff.CAP, random)
  delay = backoff.with_server(delay, event.server_delay)
  return self:again(event, delay, throttled and backoff.THROTTLE_COST or backoff.COST, now)
end

function on_outcome:amend(event, now)
  return self:again(event, 0, backoff.COST, now)
end

-- Free and not counted, so once for each thing.
function on_outcome:refresh(event, now)
  local what = event.outcome.what
  if self.refreshed[what] then return stop("attempts") end
  if not event.safe then return stop("unsafe") end
  local late = self:late(0, now)
  if late then return late end
  self.refreshed[what] = true
  return { type = "refresh", what = what }
end

-- The answer was sound, so the next request starts afresh: its retries and the call's own deadline
-- count from there. The waiter's deadline counts from the start of the call.
function on_outcome:wait(event, now)
  local every = event.outcome.every or DEFAULT_EVERY
  local deadline = self.began + (event.outcome.deadline or DEFAULT_WAIT)
  if not event.safe then return stop("unsafe") end
  if now + every >= deadline or self.settings.may_sleep == false then return stop("deadline", every) end
  self.retries = 0
  self.deadline = self.settings.deadline and now + every + self.settings.deadline
  return { type = "sleep", seconds = every, refund = self:refund() }
end

function on_outcome:ok()
  return { type = "finish", refund = self:refund() }
end

function on_outcome.fail(_, event)
  return stop(event.handler_error and "handler_error" or "rule")
end

function on_outcome.ignore() return stop("rule") end

function on_outcome.forbid() return stop("forbid") end

local on_event = {}

function on_event.start() return send() end

function on_event:answer(event, now, random)
  if not event.outcome then return on_outcome.ok(self) end
  return on_outcome[event.outcome.type](self, event, now, random)
end

function on_event:granted()
  self.retries, self.last_cost = self.retries + 1, self.cost
  if self.delay > 0 then return { type = "sleep", seconds = self.delay } end
  return send()
end

function on_event:refused() return stop("budget", self.delay) end

-- Sleeps can take longer than they should.
function on_event:slept(_, now)
  if self.deadline and now >= self.deadline then return stop("deadline", self.delay) end
  return send()
end

function on_event.refreshed() return send() end

function on_event.cancelled() return stop("cancelled") end

---What to do next.
---@param event tencentcloud.StepEvent what came of the last step
---@param now number seconds, of a clock that only goes forward
---@param random number in [0, 1], for the jitter
---@return tencentcloud.Step
function Steps:next(event, now, random)
  return on_event[event.type](self, event, now, random)
end

local steps = {}

---Starts a call; the first event is { type = "start" }.
---@param settings tencentcloud.StepSettings
---@param now number seconds
---@return tencentcloud.Steps
function steps.start(settings, now)
  return setmetatable({
    settings = settings,
    began = now,
    deadline = settings.deadline and now + settings.deadline,
    retries = 0, -- counted against the attempts
    refreshed = {}, -- what was refreshed in this call
    last_cost = nil, -- of the last retry, until a success gives it back
  }, Steps)
end

return steps
