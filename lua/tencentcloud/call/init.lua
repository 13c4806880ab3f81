-- Drives one call: sends, lets the rules decide, and carries out the steps that the machine names.

local arguments = require "tencentcloud.arguments"
local call_error = require "tencentcloud.call.call_error"
local call_options = require "tencentcloud.call.options"
local call_rules = require "tencentcloud.decide.call_rules"
local core = require "tencentcloud.core"
local decide = require "tencentcloud.decide"
local guard_set = require "tencentcloud.guard.guard_set"
local headers = require "tencentcloud.call.headers"
local machine = require "tencentcloud.call.machine"
local merge = require "tencentcloud.merge"
local parameters = require "tencentcloud.params"
local runtimes = require "tencentcloud.runtime"
local sent = require "tencentcloud.call.sent"
local subjects = require "tencentcloud.decide.subject"

---@class tencentcloud.Attempt
---@field attempt integer 1 for the call's first request
---@field action string
---@field code string? nil for a success
---@field kind string?
---@field request_id string?
---@field http_status integer?
---@field outcome string what was decided: "retry", "ok", ...
---@field rule tencentcloud.Rule? that decided
---@field items tencentcloud.FailedItem[]? of a batch that rules on items decided on: all that failed
---@field unread tencentcloud.Unread[]? where rules on items found no items, or items without a code
---@field began number seconds since the call began
---@field took number seconds
---@field delay number? seconds that the call sleeps after it
---@field stopped_by string? where it was the last one of a call that failed
---@field budget string? why the retry was drawn from the local budget instead of the shared one

---How a call ended, for the hook on_end.
---@class tencentcloud.CallEnd
---@field action string
---@field region string?
---@field account string?
---@field attempts integer requests that were sent
---@field outcome string? what was decided on the last answer: "ok", "fail", ...; nil where no request was sent
---@field stopped_by string? nil for a success
---@field code string? of the last answer; nil for a success
---@field kind string?
---@field request_id string?
---@field took number seconds in all
---@field slept number seconds of them that it slept

---@class tencentcloud.SendContext
---@field action string "cvm.RunInstances"
---@field service string
---@field name string "RunInstances"
---@field version string? of the API, where the catalog knows it
---@field region string?
---@field account string?
---@field attempt integer 1 for the first request
---@field remaining number? seconds until the deadline; nil where there is none
---@field timeout number? seconds that this request may take: the smaller of attempt_timeout and what remains
---@field refresh "credentials"|"clock"|"endpoint"|nil what must be new in this request: what was ordered last
---@field refreshes table<string, boolean>? all that must be new, where refresh is given
---@field clock_offset number seconds to add to this machine's clock before signing
---@field client_token string? that was put into the parameters

local CLOCK_TOLERANCE = 300 -- seconds; the API refuses signatures that are further off
local SLICE = 1 -- seconds that a sleep lasts at most before it asks whether the call was cancelled

local SIGNALS = {
  start = { type = "start" },
  granted = { type = "granted" },
  refused = { type = "refused" },
  slept = { type = "slept" },
  refreshed = { type = "refreshed" },
  broken = { type = "broken" },
  cancelled = { type = "cancelled" },
}

-- A pcall around send, so that guards hear of its end where it raises. In PUC Lua 5.1 nothing can yield in a pcall, so
-- there it goes without.
local YIELDS_IN_PCALL = _VERSION ~= "Lua 5.1" or rawget(_G, "jit") ~= nil

local Call = {}
Call.__index = Call

-- Signing needs the right time: the server's, where this machine's clock is far off. Only the API's own answers tell
-- it: a proxy's page can have any date.
function Call:set_clock(answer, all_headers)
  if not all_headers or answer.ok == nil or answer.request_id == nil then return end
  local date = headers.parse_date(headers.get(all_headers, "date"))
  if not date then return end
  local time, rules = self.runtime.time(), self.rules
  if math.abs(date - (time + rules.clock_offset)) >= CLOCK_TOLERANCE then
    local offset = date - time
    rules.clock_offset = math.abs(offset) >= CLOCK_TOLERANCE and offset or 0
  end
end

-- What was ordered to be new is so once an answer of the API came: an Error that `send` gave may be that of the
-- refreshing itself.
function Call:settle_refresh(answer)
  if self.refresh and answer.ok ~= nil then self.refresh, self.refreshes = nil, nil end
end

-- A runtime that ends lets a first request through: what a worker has to hand in before it exits.
function Call:cancelled()
  local cancel, ask_runtime = self.cancel, self.runtime.cancelled
  if cancel and cancel() then return true end
  return ask_runtime ~= nil and self.began_sending and ask_runtime() or false
end

-- A request that may not be repeated safely gets a token that makes it so, where the settings have
-- a source of tokens and the action takes one.
function Call:add_token()
  local source, facts = self.rules.settings.client_token, self.facts
  if not source or not facts or not facts.has_client_token or self.params.ClientToken ~= nil then return end
  self.token = source()
  self.params.ClientToken = self.token
end

-- A changed request is another one: the service must not take it for the one that our token belongs to.
function Call:amend(changes)
  local params = parameters.amend(self.params, changes)
  if self.token and params.ClientToken == self.token then params.ClientToken = nil end
  self.params, self.token = params, nil
  self:add_token()
end

function Call:version()
  return self.parts.version or self.facts and self.facts.version
end

-- Seconds until the deadline, and those that the request may take.
function Call:time_left(now)
  local ends, timeout = self.machine.ends, self.attempt_timeout
  local remaining = ends and ends - now
  if not timeout or remaining and remaining < timeout then timeout = remaining end
  return remaining, timeout
end

function Call:send_context(now)
  local remaining, timeout = self:time_left(now)
  return {
    action = self.action,
    service = self.parts.service,
    name = self.parts.name,
    version = self:version(),
    region = self.region,
    account = self.account,
    attempt = #self.attempts + 1,
    remaining = remaining,
    timeout = timeout,
    refresh = self.refresh,
    refreshes = self.refreshes,
    clock_offset = self.rules.clock_offset,
    client_token = self.token,
  }
end

-- What the rules are told of the call.
function Call:context(now)
  local ends = self.machine.ends
  return {
    action = self.action,
    region = self.region,
    params = self.params,
    attempt = #self.attempts + 1,
    elapsed = now - self.began,
    remaining = ends and ends - now or math.huge,
    state = self.state,
    history = self.attempts,
  }
end

-- What the guards are told of the request.
function Call:guard_request(params, now)
  local remaining, timeout = self:time_left(now)
  return {
    action = self.action,
    service = self.parts.service,
    name = self.parts.name,
    version = self:version(),
    region = self.region,
    account = self.account,
    params = params,
    attempt = #self.attempts + 1,
    state = self.state,
    elapsed = now - self.began,
    remaining = remaining,
    timeout = timeout,
    now = now,
  }
end

-- Tells guards how an attempt went; of nil where nothing was sent after all.
function Call:tell_guards(dones, attempt)
  for _, done in ipairs(dones) do
    local ok, problem = pcall(done, attempt)
    if not ok then self.rules.collector:hook_raised(problem) end
  end
end

-- Asks the guards. Gives the event where they do not let the request pass; else who is to hear of the end, if anybody.
function Call:ask_guards(params, now)
  local list = self.rules.guards:of(self.action)
  if not list[1] then return end
  local dones, outcome, stopper, problem = guard_set.ask_all(list, self:guard_request(params, now))
  if not (outcome or problem) then return nil, dones[1] and dones end
  self:tell_guards(dones, nil)
  self.guard, self.guard_reason = stopper, problem and "guard: " .. problem or outcome.reason
  if problem then return SIGNALS.broken end
  if outcome.vetoes then return { type = "vetoed", retry_after = outcome.retry_after } end
  return { type = "held", wait = outcome }
end

local function tell_and_return(call, dones, ok, ...)
  if ok then return ... end
  call:tell_guards(dones, nil)
  error((...), 0)
end

-- Calls `send`. Where guards are to hear of its end, they do so when it raises, too.
function Call:transmit(params, now, dones)
  local context = self:send_context(now)
  if not dones or not YIELDS_IN_PCALL then return self.send(params, context) end
  return tell_and_return(self, dones, pcall(self.send, params, context))
end

-- Which arithmetic a failure has.
local function sort_of(subject)
  local kind = subject.kind
  if kind == "throttle" then return "throttle" end
  local entry = subject.entry
  local waits = kind == "conflict" or kind == "unavailable"
  return waits and entry and entry.retryable == "backoff" and "busy" or nil
end

-- How each step is carried out: gives the next event, or nil at the end of the call.
local perform = {}

function perform.send(call)
  if call:cancelled() then return SIGNALS.cancelled end
  local began, params, dones = call.runtime.now(), parameters.copy(call.params), nil
  if call.rules.guards then
    local event
    event, dones = call:ask_guards(params, began)
    if event then return event end
  end
  call.began_sending = true
  local got, all_headers = sent.read(call.action, call:transmit(params, began, dones))
  call:settle_refresh(got)
  call:set_clock(got, all_headers)
  local now = call.runtime.now()
  local whole = subjects.of(call.rules.registry, got, call:context(now))
  local decision, subject = decide.on_subject(call.rules, call.set, whole, call.items)
  call.decision, call.subject = decision, subject
  if subject.batch then
    call.batch, call.half_done = subject.batch, call.half_done or subject.batch.executed == "partly"
  end
  local record = {
    attempt = #call.attempts + 1,
    action = call.action,
    code = subject.code,
    kind = subject.kind,
    request_id = subject.request_id,
    http_status = subject.http_status,
    outcome = decision.outcome,
    rule = decision.rule,
    items = decision.items,
    unread = decision.unread,
    began = began - call.began,
    took = now - began,
  }
  call.record = record
  table.insert(call.attempts, record)
  if dones then call:tell_guards(dones, record) end
  return {
    type = "answer",
    outcome = decision.said,
    safe = decision.safe,
    kind = sort_of(subject),
    server_delay = headers.retry_after(all_headers, call.runtime.time()),
    handler_error = decision.stopped_by == "handler_error",
  }
end

function perform.draw(call, step)
  local granted, _, note = call.budget:draw(call.budget_key, step.cost, call.runtime.now())
  call.record.budget = note
  if not granted then return SIGNALS.refused end
  if call.decision.params then call:amend(call.decision.params) end
  return SIGNALS.granted
end

function perform.sleep(call, step)
  local left = step.seconds
  call.slept = call.slept + left
  local watched = call.cancel ~= nil or call.runtime.cancelled ~= nil
  while left > 0 do
    if call:cancelled() then return SIGNALS.cancelled end
    local slice = watched and math.min(left, SLICE) or left
    call.runtime.sleep(slice)
    left = left - slice
  end
  return SIGNALS.slept
end

function perform.refresh(call, step)
  call.refresh = step.what
  call.refreshes = merge(call.refreshes or {}, { [step.what] = true })
  return SIGNALS.refreshed
end

function perform.finish() end

function perform.stop() end

-- What the call returns for a rule's own value: a table reads like the response that it replaces.
local function value_as_response(value, subject)
  if type(value) ~= "table" or getmetatable(value) ~= nil then return value end
  local fields = { ok = true, request_id = subject.request_id, action = subject.action }
  return setmetatable(merge(value), { __index = fields })
end

-- The code and the message of the error of a call that got no answer at all.
local function without_answer(call, stopped_by)
  if stopped_by == "forbid" or stopped_by == "handler_error" then
    return "ClientError.RequestRefused", ("%s did not let the request pass"):format(tostring(call.guard))
  elseif stopped_by == "cancelled" then
    return "ClientError.Cancelled", "the call was cancelled before its first request"
  end
  return "ClientError.Cancelled", "the first request had to wait, for which there was no time"
end

-- The error of a call whose last answer was a success, or which got no answer at all.
local function own_cause(call, subject, stopped_by)
  local code, message = "ClientError.UnwantedAnswer"
  if not subject then
    code, message = without_answer(call, stopped_by)
  elseif subject.items then
    code, message = subject.code, subject.message
  elseif stopped_by == "deadline" or stopped_by == "no_sleep" then
    message = "the answers were successes, but not the one that was waited for"
  else
    message = ("the answer was a success, but the rule %s turned it down"):format(tostring(call.decision.rule))
  end
  local request_id = subject and subject.request_id
  return core.error{ code = code, message = message, request_id = request_id, action = call.action }
end

function Call:failed(step)
  local decision, subject = self.decision, self.subject
  local by_guard = step.type == "stop" and self.stopped_by_guard
  return nil, call_error.new{
    cause = subject and subject.error or own_cause(self, subject, step.reason),
    attempts = self.attempts,
    stopped_by = step.reason,
    retry_after = step.retry_after,
    rule = decision and decision.rule,
    guard = by_guard and self.guard or nil,
    reason = by_guard and self.guard_reason or decision and decision.reason,
    response = subject and subject.response,
    kind = subject and subject.kind,
    retryable = subject and subject.retryable,
    executed = self.half_done and "partly" or subject and subject.executed,
    items = self.batch and self.batch.failed,
  }
end

function Call:finished()
  local decision = self.decision
  if not decision.said then return self.subject.response end
  return value_as_response(decision.value, self.subject)
end

-- The hook and the statistics hear of an attempt when it is known what follows from it.
function Call:report(step)
  local record = self.record
  if not record or step.type == "draw" then return end
  self.record = nil
  record.delay = step.seconds
  record.stopped_by = step.reason
  local decision, rules = self.decision, self.rules
  local followed = step.type ~= "stop" or decision.outcome ~= "ok" and not (decision.said and decision.said.sends)
  decide.count(rules.collector, self.subject, decision, followed)
  rules:tell(rules.settings.on_attempt, record)
end

-- The last step, whatever it was: the statistics and the hook hear of it.
function Call:ended(step)
  local rules, stopped_by, last = self.rules, step.reason, self.attempts[#self.attempts]
  if last and stopped_by then last.stopped_by = stopped_by end
  rules.collector:ended(stopped_by)
  local hook = rules.settings.on_end
  if not hook then return end
  rules:tell(hook, {
    action = self.action,
    region = self.region,
    account = self.account,
    attempts = #self.attempts,
    outcome = last and last.outcome,
    stopped_by = stopped_by,
    code = stopped_by and last and last.code,
    kind = stopped_by and last and last.kind,
    request_id = last and last.request_id,
    took = self.runtime.now() - self.began,
    slept = self.slept,
  })
end

function Call:run()
  local runtime, event = self.runtime, SIGNALS.start
  while true do
    local step = self.machine:next(event, runtime.now(), runtime.random())
    self:report(step)
    if step.refund then self.budget:refund(self.budget_key, step.refund) end
    self.stopped_by_guard = event.type == "vetoed" or event.type == "broken" or event.type == "held"
    event = perform[step.type](self, step)
    if not event then
      self:ended(step)
      if step.type == "finish" then return self:finished() end
      return self:failed(step)
    end
  end
end

local RULES_ARGUMENT = { position = 4, name = "call", label = "rules" }

-- How long things may take and how often they may be tried: what the settings say is where a call begins, what it says
-- itself is a limit.
local function start_machine(settings, options, runtime, now, waiter)
  local backoff = settings.backoff
  return machine.start({
    attempts = options.attempts or settings.attempts,
    most = options.attempts,
    deadline = options.deadline == nil and settings.deadline or nil,
    limit = options.deadline or waiter and waiter.limit,
    first = waiter and waiter.first,
    base = backoff and backoff.base,
    throttle_base = backoff and backoff.throttle_base,
    busy_base = backoff and backoff.busy_base,
    cap = backoff and backoff.cap,
    may_sleep = not runtime.may_sleep or runtime.may_sleep(),
  }, now)
end

local function copied(params)
  if params == nil then return {} end
  local ok, copy = pcall(parameters.copy, params)
  if not ok then arguments.fail(3, "call", copy) end
  return copy
end

local call = {}

---@class tencentcloud.Waiter what tc.wait_until adds to a call
---@field limit number seconds from the start that bound everything
---@field first number? seconds to wait before the first request
---@field argument tencentcloud.Argument where the call's own rules come from

---Sends a request and follows the rules until it has succeeded or failed for good.
---@param rules tencentcloud.Rules
---@param send fun(params: table, context: tencentcloud.SendContext): any, any, any, any
---@param action string "cvm.DescribeInstances"
---@param params table?
---@param options table?
---@param waiter tencentcloud.Waiter?
---@return any response or the value of an `ok` rule; nil on failure
---@return tencentcloud.CallError? err
function call.run(rules, send, action, params, options, waiter)
  local parts = arguments.request(send, action, params, "call")
  options = arguments.options(options, call_options, 4, "call")

  local settings = rules.settings
  local runtime = options.runtime or settings.runtime or runtimes.detect()
  local region, account = options.region or settings.region, options.account or settings.account
  local now = runtime.now()
  local set = rules.set:snapshot()
  if options.rules and next(options.rules) then
    set = call_rules.new(action, options.rules, set, waiter and waiter.argument or RULES_ARGUMENT)
  end
  local one = setmetatable({
    rules = rules,
    set = set,
    items = rules.items and rules.items:snapshot(),
    send = send,
    action = action,
    parts = parts,
    facts = rules.registry:action(action),
    params = copied(params),
    region = region,
    account = account,
    attempt_timeout = options.attempt_timeout or settings.attempt_timeout,
    cancel = options.cancel,
    state = options.state or {},
    runtime = runtime,
    budget = options.budget or settings.budget,
    budget_key = ("%s/%s/%s"):format(account or "", parts.service, region or ""),
    began = now,
    slept = 0,
    attempts = {},
    machine = start_machine(settings, options, runtime, now, waiter),
  }, Call)
  one:add_token()
  return one:run()
end

return call
