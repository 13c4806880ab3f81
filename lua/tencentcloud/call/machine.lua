-- A call as a pure machine: it does no I/O and has no clock. A driver carries out each step and reports
-- what came of it as the next event. What follows an answer is the move that the outcome names.

local backoff = require "tencentcloud.call.backoff"
local outcomes = require "tencentcloud.rules.outcome"
local tokens = require "tencentcloud.budget.tokens"

---@class tencentcloud.MachineSettings
---@field attempts integer how many requests a call may make at most
---@field deadline number? seconds from the start
---@field base number? seconds, of the first delay
---@field throttle_base number? seconds, after throttling
---@field cap number? seconds, of any delay
---@field may_sleep boolean? false where the driver cannot wait

---@class tencentcloud.Event
---@field type "start"|"answer"|"granted"|"refused"|"slept"|"refreshed"|"cancelled"|"held"|"forbidden"|"guard_failed"
---@field outcome tencentcloud.Outcome? answer: what the rules want; nil for a success without a rule
---@field safe boolean? answer: whether the request may be sent again
---@field throttled boolean? answer: whether the failure was throttling
---@field server_delay any answer: the seconds that the server asked for
---@field handler_error boolean? answer: a handler raised
---@field every number? held: seconds after which the guards are asked again
---@field deadline number? held: seconds that they may hold the request back in all

---@class tencentcloud.Step
---@field type "send"|"draw"|"sleep"|"refresh"|"finish"|"stop"
---@field cost integer? draw: tokens to take from the budget
---@field seconds number? sleep
---@field refund integer? finish, sleep: tokens to give back to the budget
---@field what string? refresh
---@field reason string? stop: "attempts", "unsafe", "deadline", "budget", "forbid", "rule", ...
---@field retry_after number? stop: the seconds after which another try would have been made

---@class tencentcloud.Machine
local Machine = { __name = "tencentcloud.Machine" }
Machine.__index = Machine

local DEFAULT_EVERY = 2 -- seconds between two requests that wait for a state
local DEFAULT_WAIT = 300 -- seconds that they wait at most

local function send() return { type = "send" } end

local function stop(reason, retry_after)
  return { type = "stop", reason = reason, retry_after = retry_after }
end

-- The tokens that a success gives back: what the last retry had cost.
function Machine:refund()
  local refund = self.last_cost or tokens.REWARD
  self.last_cost = nil
  return refund
end

-- Checks the deadline for a request after `delay` seconds; gives the stop step where it is too late.
-- A driver that cannot sleep is too late for any delay.
function Machine:late(delay, now)
  local impossible = delay > 0 and self.settings.may_sleep == false
  if impossible or self.deadline and now + delay >= self.deadline then return stop("deadline", delay) end
end

-- One more attempt after `delay`: attempts, safety, deadline, budget, in this order.
function Machine:again(event, delay, cost, now)
  if self.retries + 1 >= (event.outcome.attempts or self.settings.attempts) then return stop("attempts", delay) end
  if not event.safe then return stop("unsafe") end
  local late = self:late(delay, now)
  if late then return late end
  self.delay, self.cost = delay, cost
  return { type = "draw", cost = cost }
end

-- A function for each move that an outcome can name.
local moves = {}

function moves:back_off(event, now, random)
  local outcome, settings = event.outcome, self.settings
  local throttled = outcome.kind == "throttle" or outcome.kind == nil and event.throttled
  local base = throttled and (settings.throttle_base or backoff.THROTTLE_BASE) or settings.base or backoff.BASE
  local own = outcome.backoff or {}
  local delay = outcome.after
    or backoff.delay(self.retries + 1, own.base or base, own.cap or settings.cap or backoff.CAP, random)
  delay = backoff.with_server(delay, event.server_delay)
  return self:again(event, delay, throttled and tokens.THROTTLE_COST or tokens.COST, now)
end

function moves:send_changed(event, now)
  return self:again(event, 0, tokens.COST, now)
end

-- Free and not counted, so once for each thing.
function moves:send_renewed(event, now)
  local what = event.outcome.what
  if self.refreshed[what] then return stop("attempts") end
  if not event.safe then return stop("unsafe") end
  local late = self:late(0, now)
  if late then return late end
  self.refreshed[what] = true
  return { type = "refresh", what = what }
end

-- Not a retry but a new request that asks for a later state, so it starts afresh: its retries and the
-- call's own deadline count from there. How long to wait in all counts from the start of the call.
function moves:ask_again(event, now)
  local every = event.outcome.every or DEFAULT_EVERY
  local deadline = self.began + (event.outcome.deadline or DEFAULT_WAIT)
  if not event.safe then return stop("unsafe") end
  if now + every >= deadline or self.settings.may_sleep == false then return stop("deadline", every) end
  self.retries = 0
  self.deadline = self.settings.deadline and now + every + self.settings.deadline
  return { type = "sleep", seconds = every, refund = self:refund() }
end

function moves:finish()
  return { type = "finish", refund = self:refund() }
end

function moves.stop(_, event)
  return stop(event.handler_error and "handler_error" or event.outcome.ends_by)
end

-- A move that nobody carries out must not be found out in the middle of a call.
for move in pairs(outcomes.moves) do
  assert(moves[move], "call/machine.lua has no move '" .. move .. "', which rules/outcome.lua names")
end

local on_event = {}

function on_event.start() return send() end

function on_event:answer(event, now, random)
  self.held_since = nil
  if not event.outcome then return moves.finish(self) end
  return moves[event.outcome.move](self, event, now, random)
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

-- A guard holds the request back: not an attempt, and it costs nothing. Where neither the guard nor the call says how
-- long it may last in all, it ends after DEFAULT_WAIT.
function on_event:held(event, now)
  self.held_since = self.held_since or now
  local every = event.every or DEFAULT_EVERY
  local longest = event.deadline or not self.deadline and DEFAULT_WAIT
  local late = self:late(every, now)
  if late then return late end
  if longest and now + every >= self.held_since + longest then return stop("deadline", every) end
  self.delay = every
  return { type = "sleep", seconds = every }
end

function on_event.forbidden() return stop("forbid") end

function on_event.guard_failed() return stop("handler_error") end

---What to do next.
---@param event tencentcloud.Event what came of the last step
---@param now number seconds, of a clock that only goes forward
---@param random number in [0, 1], for the jitter
---@return tencentcloud.Step
function Machine:next(event, now, random)
  return on_event[event.type](self, event, now, random)
end

local machine = {}

---Starts a call; the first event is { type = "start" }.
---@param settings tencentcloud.MachineSettings
---@param now number seconds
---@return tencentcloud.Machine
function machine.start(settings, now)
  return setmetatable({
    settings = settings,
    began = now,
    deadline = settings.deadline and now + settings.deadline,
    retries = 0, -- counted against the attempts
    refreshed = {}, -- what was refreshed in this call
    last_cost = nil, -- of the last retry, until a success gives it back
    held_since = nil, -- when a guard held the next request back for the first time
  }, Machine)
end

return machine
