-- A call as a pure machine: it does no I/O and has no clock. A driver carries out each step and reports
-- what came of it as the next event. What follows an answer is the move that the outcome names.

local backoff = require "tencentcloud.call.backoff"
local outcomes = require "tencentcloud.rules.outcome"
local tokens = require "tencentcloud.budget.tokens"

---@class tencentcloud.MachineSettings
---@field attempts integer how many requests a call may make at most, where a rule says nothing
---@field most integer? how many it may make whatever a rule says
---@field deadline number? seconds from the start; after a `wait` they begin anew
---@field limit number? seconds from the start that nothing extends
---@field first number? seconds to wait before the first request
---@field base number? seconds, of the first delay
---@field throttle_base number? seconds, after throttling
---@field busy_base number? seconds, where another task must end first
---@field cap number? seconds, of any delay
---@field may_sleep boolean? false where the driver cannot wait

---@class tencentcloud.Event
---@field type "start"|"answer"|"granted"|"refused"|"slept"|"refreshed"|"held"|"forbidden"|"guard_failed"|"cancelled"
---@field outcome tencentcloud.Outcome? answer: what the rules want; nil for a success without a rule
---@field safe boolean? answer: whether the request may be sent again
---@field kind "throttle"|"busy"|nil answer: which arithmetic the failure has, beside the usual one
---@field server_delay any answer: the seconds that the server asked for
---@field handler_error boolean? answer: a handler raised
---@field every number? held: seconds after which the guards are asked again
---@field deadline number? held: seconds that they may hold the request back in all
---@field retry_after number? forbidden: the seconds after which the guard may let it pass

---@class tencentcloud.Step
---@field type "send"|"draw"|"sleep"|"refresh"|"finish"|"stop"
---@field cost integer? draw: tokens to take from the budget
---@field seconds number? sleep
---@field refund integer? finish, sleep: tokens to give back to the budget
---@field what string? refresh
---@field reason string? stop: "attempts", "unsafe", "deadline", "no_sleep", "budget", "forbid", "rule", ...
---@field retry_after number? stop: the seconds after which another try would have been made

---@class tencentcloud.Machine: tencentcloud.MachineSettings
---@field ends number? when the deadlines that are in force are over
local Machine = { __name = "tencentcloud.Machine" }
Machine.__index = Machine

local DEFAULT_EVERY = 2 -- seconds between two requests that wait for a state
local DEFAULT_WAIT = 300 -- seconds that they wait at most, and that a guard holds a request back

local SEND = { type = "send" }

local function stop(reason, retry_after)
  return { type = "stop", reason = reason, retry_after = retry_after }
end

-- The earlier of two times, either of which may be none.
local function earlier(one, other)
  if not one or other and other < one then return other end
  return one
end

-- The tokens that a success gives back: what the last retry had cost.
function Machine:refund()
  local refund = self.last_cost or tokens.REWARD
  self.last_cost = nil
  return refund
end

-- What is to be done after `delay` seconds comes too late, or never, where the driver cannot sleep: gives the stop
-- step then.
function Machine:late(delay, now, ends)
  if delay > 0 and self.may_sleep == false then return stop("no_sleep", delay) end
  if ends and now + delay >= ends then return stop("deadline", delay) end
end

-- One more attempt after `delay`: attempts, safety, deadline, budget, in this order.
function Machine:again(event, delay, cost, now)
  local attempts = event.outcome.attempts or self.attempts
  if self.most and self.most < attempts then attempts = self.most end
  if self.retries + 1 >= attempts then return stop("attempts", delay) end
  if not event.safe then return stop("unsafe") end
  local late = self:late(delay, now, self.ends)
  if late then return late end
  self.delay, self.cost = delay, cost
  return { type = "draw", cost = cost }
end

-- How long each sort of failure waits at first, and what asking again costs.
local SORTS = {
  backoff = { setting = "base", base = backoff.BASE, cost = tokens.COST },
  throttle = { setting = "throttle_base", base = backoff.THROTTLE_BASE, cost = tokens.THROTTLE_COST },
  busy = { setting = "busy_base", base = backoff.BUSY_BASE, cost = tokens.THROTTLE_COST },
}

local NO_BACKOFF = {}

-- A function for each move that an outcome can name.
local moves = {}

function moves:back_off(event, now, random)
  local outcome = event.outcome
  local sort = SORTS[outcome.kind or event.kind or "backoff"]
  local own = outcome.backoff or NO_BACKOFF
  local delay = outcome.after
    or backoff.delay(self.retries + 1, own.base or self[sort.setting] or sort.base, own.cap or self.cap or backoff.CAP,
      random)
  return self:again(event, backoff.with_server(delay, event.server_delay), sort.cost, now)
end

function moves:send_changed(event, now)
  return self:again(event, 0, tokens.COST, now)
end

-- Free and not counted, so once for each thing.
function moves:send_renewed(event, now)
  local what, refreshed = event.outcome.what, self.refreshed
  if refreshed and refreshed[what] then return stop("attempts") end
  if not event.safe then return stop("unsafe") end
  local late = self:late(0, now, self.ends)
  if late then return late end
  self.refreshed = refreshed or {}
  self.refreshed[what] = true
  return { type = "refresh", what = what }
end

-- The seconds until a waiter asks again.
function Machine:interval(outcome, random)
  self.waits = self.waits + 1
  local own = outcome.backoff
  if not own then return outcome.every or DEFAULT_EVERY end
  return backoff.wait(self.waits, own.base or DEFAULT_EVERY, own.cap or backoff.CAP, random)
end

-- Not a retry but a new request that asks for a later state, so it starts afresh: its retries, what was refreshed and
-- the settings' deadline count from there. How long to wait in all counts from the start of the call, and bounds the
-- retries too.
function moves:ask_again(event, now, random)
  if not event.safe then return stop("unsafe") end
  local outcome = event.outcome
  local every = self:interval(outcome, random)
  self.bound = earlier(self.bound, self.began + (outcome.deadline or self.limit or DEFAULT_WAIT))
  local late = self:late(every, now, self.bound)
  if late then return late end
  self.retries, self.refreshed = 0, nil
  self.ends = earlier(self.bound, self.deadline and now + every + self.deadline)
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

function on_event:start(_, now)
  if self.ends and now >= self.ends then return stop("deadline") end
  if not self.first or self.first == 0 then return SEND end
  self.delay = self.first
  return self:late(self.first, now, self.ends) or { type = "sleep", seconds = self.first }
end

function on_event:answer(event, now, random)
  self.held = nil
  if not event.outcome then return moves.finish(self) end
  return moves[event.outcome.move](self, event, now, random)
end

function on_event:granted()
  self.retries, self.last_cost = self.retries + 1, self.cost
  if self.delay > 0 then return { type = "sleep", seconds = self.delay } end
  return SEND
end

function on_event:refused() return stop("budget", self.delay) end

-- Sleeps can take longer than they should.
function on_event:slept(_, now)
  if self.ends and now >= self.ends then return stop("deadline", self.delay) end
  return SEND
end

function on_event.refreshed() return SEND end

-- A guard holds the request back. That is no attempt and costs nothing, but it must end some time.
function on_event:held(event, now)
  self.held = self.held or now
  local every, longest = event.every or DEFAULT_EVERY, event.deadline or not self.ends and DEFAULT_WAIT
  local ends = earlier(self.ends, longest and self.held + longest)
  self.delay = every
  return self:late(every, now, ends) or { type = "sleep", seconds = every }
end

function on_event.forbidden(_, event) return stop("forbid", event.retry_after) end

function on_event.guard_failed() return stop("handler_error") end

function on_event.cancelled() return stop("cancelled") end

---What to do next.
---@param event tencentcloud.Event what came of the last step
---@param now number seconds, of a clock that only goes forward
---@param random number in [0, 1], for the jitter
---@return tencentcloud.Step
function Machine:next(event, now, random)
  return on_event[event.type](self, event, now, random)
end

local machine = { EVERY = DEFAULT_EVERY }

---Starts a call; the first event is { type = "start" }.
---@param settings tencentcloud.MachineSettings the machine keeps the table
---@param now number seconds
---@return tencentcloud.Machine
function machine.start(settings, now)
  settings.began = now
  settings.bound = settings.limit and now + settings.limit -- no wait extends it
  settings.ends = earlier(settings.bound, settings.deadline and now + settings.deadline)
  settings.retries = 0 -- counted against the attempts
  settings.waits = 0
  settings.refreshed = nil -- what was refreshed since the last sound answer
  settings.last_cost = nil -- of the last retry, until a success gives it back
  settings.held = nil -- since when a guard holds the request back
  return setmetatable(settings, Machine)
end

return machine
