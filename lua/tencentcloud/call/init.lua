-- Drives one call: sends, lets the rules decide, and carries out the steps that the machine names.

local arguments = require "tencentcloud.arguments"
local call_error = require "tencentcloud.call.call_error"
local call_rules = require "tencentcloud.decide.call_rules"
local core = require "tencentcloud.core"
local decide = require "tencentcloud.decide"
local headers = require "tencentcloud.call.headers"
local machine = require "tencentcloud.call.machine"
local merge = require "tencentcloud.merge"
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
---@field began number seconds since the call began
---@field took number seconds
---@field delay number? seconds that the call sleeps after it
---@field stopped_by string? where it was the last one of a call that failed
---@field budget string? why the retry was drawn from the local budget instead of the shared one

---@class tencentcloud.SendContext
---@field action string "cvm.RunInstances"
---@field service string
---@field name string "RunInstances"
---@field version string? of the API, where the catalog knows it
---@field region string?
---@field attempt integer 1 for the first request
---@field remaining number? seconds until the deadline: the request's own time limit
---@field refresh "credentials"|"clock"|"endpoint"|nil what must be new in this request
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
  cancelled = { type = "cancelled" },
}

local Call = {}
Call.__index = Call

-- Signing needs the right time: the server's, where this machine's clock is far off.
function Call:set_clock(all_headers)
  local date = headers.parse_date(headers.get(all_headers, "date"))
  if not date then return end
  local time, rules = self.runtime.time(), self.rules
  if math.abs(date - (time + rules.clock_offset)) >= CLOCK_TOLERANCE then
    local offset = date - time
    rules.clock_offset = math.abs(offset) >= CLOCK_TOLERANCE and offset or 0
  end
end

function Call:cancelled()
  local cancel, ask_runtime = self.cancel, self.runtime.cancelled
  return cancel ~= nil and cancel() or ask_runtime ~= nil and ask_runtime() or false
end

-- A request that may not be repeated safely gets a token that makes it so, where the settings have
-- a source of tokens and the action takes one.
function Call:add_token()
  local source, facts = self.rules.settings.client_token, self.facts
  if not source or not facts or not facts.has_client_token or self.params.ClientToken ~= nil then return end
  self.token = source()
  self.params = merge(self.params, { ClientToken = self.token })
end

-- A changed request is another one: the service must not take it for the one that our token belongs to.
function Call:amend(changes)
  local params = merge(self.params)
  if self.token and params.ClientToken == self.token then params.ClientToken = nil end
  self.params = merge(params, changes)
  self:add_token()
end

function Call:send_context(now)
  local facts = self.facts
  return {
    action = self.action,
    service = self.parts.service,
    name = self.parts.name,
    version = self.parts.version or facts and facts.version,
    region = self.region,
    attempt = #self.attempts + 1,
    remaining = self.machine.deadline and self.machine.deadline - now,
    refresh = self.refresh,
    clock_offset = self.rules.clock_offset,
    client_token = self.token,
  }
end

-- What guards are told of the request. The parameters are copied where one looks at them.
function Call:guard_request()
  local now, parts, facts, deadline = self.runtime.now(), self.parts, self.facts, self.machine.deadline
  return {
    action = self.action,
    service = parts.service,
    name = parts.name,
    version = parts.version or facts and facts.version,
    region = self.region,
    account = self.account,
    sent = self.params,
    attempt = #self.attempts + 1,
    state = self.state,
    elapsed = now - self.began,
    remaining = deadline and deadline - now or math.huge,
    now = now,
  }
end

-- What the rules are told of the call.
function Call:context(now)
  local deadline = self.machine.deadline
  return {
    action = self.action,
    region = self.region,
    params = self.params,
    attempt = #self.attempts + 1,
    elapsed = now - self.began,
    remaining = deadline and deadline - now or math.huge,
    state = self.state,
    history = self.attempts,
  }
end

-- Sends the request and decides on its answer. Gives the event, and what is known of the attempt.
local function request(call)
  local began = call.runtime.now()
  local got, all_headers = sent.read(call.action, call.send(call.params, call:send_context(began)))
  call.refresh = nil
  call:set_clock(all_headers)
  local now = call.runtime.now()
  local whole = subjects.of(call.rules.registry, got, call:context(now))
  local decision, subject = decide.on_subject(call.rules, call.set, whole)
  call.decision, call.subject = decision, subject
  call.record = {
    attempt = #call.attempts + 1,
    action = call.action,
    code = subject.code,
    kind = subject.kind,
    request_id = subject.request_id,
    http_status = subject.http_status,
    outcome = decision.outcome,
    rule = decision.rule,
    began = began - call.began,
    took = now - began,
  }
  table.insert(call.attempts, call.record)
  return {
    type = "answer",
    outcome = decision.said,
    safe = decision.safe,
    throttled = subject.kind == "throttle",
    server_delay = headers.retry_after(all_headers, call.runtime.time()),
    handler_error = decision.stopped_by == "handler_error",
  }, call.record
end

-- The same where guards have a say.
local function guarded_request(call, guards)
  local leases, event, guard, reason = guards:ask(call:guard_request(), call.parts, call.rules.collector)
  if event then
    if event.type ~= "held" then call.decision = { outcome = "forbid", rule = guard, reason = reason } end
    call.guard = guard
    return event
  end
  call.guard = nil
  if not leases then return (request(call)) end
  -- Guards can take their time.
  if call:cancelled() then
    leases:finish(nil)
    return SIGNALS.cancelled
  end
  return leases:run(request, call)
end

-- How each step is carried out: gives the next event, or nil at the end of the call.
local perform = {}

function perform.send(call)
  if call:cancelled() then return SIGNALS.cancelled end
  local guards = call.rules.guards
  if guards then return guarded_request(call, guards) end
  return (request(call))
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

-- The error of a call whose last answer was a success, or which got no answer at all.
local function own_cause(call, subject, stopped_by)
  local code, message = "ClientError.UnwantedAnswer"
  local guard = stopped_by ~= "cancelled" and call.guard
  if guard and not subject then
    code, message = "ClientError.RequestRefused", ("not sent: %s"):format(tostring(guard))
  elseif guard then
    message = ("the answer was a success, but not the last one: the next request was not sent: %s")
      :format(tostring(guard))
  elseif not subject then
    code, message = "ClientError.Cancelled", "the call was cancelled before its first request"
  elseif subject.items then
    code, message = subject.code, subject.message
  elseif stopped_by == "deadline" then
    message = "the answers were successes, but not the one that was waited for"
  else
    message = ("the answer was a success, but the rule %s turned it down"):format(tostring(call.decision.rule))
  end
  local request_id = subject and subject.request_id
  return core.error{ code = code, message = message, request_id = request_id, action = call.action }
end

function Call:failed(step)
  local decision, subject = self.decision, self.subject
  return nil, call_error.new{
    cause = subject and subject.error or own_cause(self, subject, step.reason),
    attempts = self.attempts,
    stopped_by = step.reason,
    retry_after = step.retry_after,
    rule = decision and decision.rule,
    reason = decision and decision.reason,
    response = subject and subject.response,
    kind = subject and subject.kind,
    retryable = subject and subject.retryable,
    executed = subject and subject.executed,
  }
end

function Call:finished()
  local decision = self.decision
  if not decision.said then return self.subject.response end
  return value_as_response(decision.value, self.subject)
end

-- The hook hears of an attempt when it is known what follows from it.
function Call:report(step)
  local record = self.record
  if not record or step.type == "draw" then return end
  self.record = nil
  record.delay = step.seconds
  record.stopped_by = step.reason
  self.rules:observe(record)
end

function Call:run()
  local runtime, event = self.runtime, SIGNALS.start
  while true do
    local step = self.machine:next(event, runtime.now(), runtime.random())
    self:report(step)
    if step.refund then self.budget:refund(self.budget_key, step.refund) end
    event = perform[step.type](self, step)
    if not event then
      if step.type == "finish" then return self:finished() end
      return self:failed(step)
    end
  end
end

local OPTIONS = {
  attempts = arguments.whole(1),
  deadline = arguments.number(0),
  rules = arguments.type("table"),
  region = arguments.type("string"),
  account = arguments.type("string"),
  cancel = arguments.callable,
  state = arguments.type("table"),
  runtime = arguments.runtime,
  budget = arguments.methods("draw", "refund"),
}

local function either(first, second)
  if first ~= nil then return first end
  return second
end

---Sends a request and follows the rules until it has succeeded or failed for good.
---@param rules tencentcloud.Rules
---@param send fun(params: table, context: tencentcloud.SendContext): any, any, any, any
---@param action string "cvm.DescribeInstances"
---@param params table?
---@param options table?
---@return any response or the value of an `ok` rule; nil on failure
---@return tencentcloud.CallError? err
return function(rules, send, action, params, options)
  local parts = arguments.request(send, action, params, "call")
  options = arguments.options(options, OPTIONS, 4, "call")

  local settings = rules.settings
  local runtime = options.runtime or settings.runtime or runtimes.detect()
  local region, account = options.region or settings.region, options.account or settings.account
  local now = runtime.now()
  local backoff = settings.backoff or {}
  local set = rules.set:snapshot()
  if options.rules and next(options.rules) then set = call_rules.new(action, options.rules, set, rules.registry) end
  local call = setmetatable({
    rules = rules,
    set = set,
    send = send,
    action = action,
    parts = parts,
    facts = rules.registry:action(action),
    params = params or {},
    region = region,
    cancel = options.cancel,
    state = options.state or {},
    runtime = runtime,
    budget = options.budget or settings.budget,
    account = account,
    budget_key = ("%s/%s/%s"):format(account or "", parts.service, region or ""),
    began = now,
    attempts = {},
    machine = machine.start({
      attempts = options.attempts or settings.attempts,
      deadline = either(options.deadline, settings.deadline),
      base = backoff.base,
      throttle_base = backoff.throttle_base,
      cap = backoff.cap,
      may_sleep = not runtime.may_sleep or runtime.may_sleep(),
    }, now),
  }, Call)
  call:add_token()
  return call:run()
end
