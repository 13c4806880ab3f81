-- Drives one call: sends, lets the rules decide, and carries out the steps that the machine names.

local arguments = require "tencentcloud.arguments"
local backoff = require "tencentcloud.call.backoff"
local call_options = require "tencentcloud.call.options"
local call_rules = require "tencentcloud.decide.call_rules"
local decide = require "tencentcloud.decide"
local ending = require "tencentcloud.call.ending"
local headers = require "tencentcloud.call.headers"
local machine = require "tencentcloud.call.machine"
local merge = require "tencentcloud.merge"
local ok_value = require "tencentcloud.call.ok_value"
local parameters = require "tencentcloud.params"
local pcall_yields = require "tencentcloud.call.pcall_yields"
local runtimes = require "tencentcloud.runtime"
local safety = require "tencentcloud.decide.safety"
local sent = require "tencentcloud.call.sent"
local subjects = require "tencentcloud.decide.subject"
local kinds = require("tencentcloud.vocabulary").kind

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
local CLOCK_LEAST = 1500000000 -- seconds since 1970: API 3.0 is younger, so an earlier date is never its own
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

-- Signing needs the right time: the server's, where this machine's clock is far off. Only the API's own answers tell
-- it: a proxy's page can have any date.
function Call:set_clock(answer, all_headers)
  if answer.ok == nil or answer.request_id == nil then return end
  local date = headers.parse_date(headers.get(all_headers, "date"))
  if not date or date < CLOCK_LEAST then return end
  local time, rules = self.runtime.time(), self.rules
  if math.abs(date - (time + rules.clock_offset)) >= CLOCK_TOLERANCE then
    local offset = date - time
    rules.clock_offset = math.abs(offset) >= CLOCK_TOLERANCE and offset or 0
  end
end

-- What was ordered to be new is so once an answer of the API came: an Error that `send` gave may be that of the
-- refreshing itself.
function Call:settle_refresh(answer)
  if answer.ok ~= nil then self.refresh, self.refreshes = nil, nil end
end

-- A runtime that ends lets a first request through: what a worker has to hand in before it exits.
function Call:cancelled()
  local cancel, ask_runtime = self.cancel, self.runtime.cancelled
  if cancel and cancel() then return true end
  return ask_runtime ~= nil and self.began_sending and ask_runtime() or false
end

-- An empty ClientToken is none, and neither is the null of a JSON library.
local function has_token(params)
  local token = params.ClientToken
  return token ~= nil and token ~= "" and type(token) ~= "userdata"
end

-- A request that may not be repeated safely gets a token that makes it so, where the settings have
-- a source of tokens and the action takes one.
function Call:add_token()
  local source, facts = self.rules.settings.client_token, self.facts
  if not source or not facts or not facts.has_client_token or has_token(self.params) then return end
  local token = source()
  if type(token) ~= "string" or token == "" then
    local what = token == "" and "an empty text" or "a " .. type(token)
    error(("client_token returned %s: a text that is not empty expected"):format(what), 0)
  end
  self.token = token
  self.params = merge(self.params, { ClientToken = token })
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

-- What both `send` and the guards are told of a request: a new table, for them to complete.
function Call:request_facts(now)
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
  }
end

function Call:send_context(now)
  local context = self:request_facts(now)
  context.refresh = self.refresh
  context.refreshes = self.refreshes and merge(self.refreshes)
  context.clock_offset = self.rules.clock_offset
  context.client_token = self.token
  return context
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

-- What guards are told of the request. The parameters are copied where one looks at them.
function Call:guard_request(now)
  local asked = self:request_facts(now)
  asked.state = self.state
  asked.elapsed = now - self.began
  asked.now = now
  return asked
end

-- Which arithmetic a failure has.
local function sort_of(subject)
  local kind = subject.kind
  if kind == "throttle" then return "throttle" end
  return backoff.is_busy(kind, subject.retryable) and "busy" or nil
end

-- May what was decided be done? A request that may have been carried out is repeated by its token, or since doing it
-- twice is the same. A changed one would come on top of it, also where a repetition was refused in between. Only a
-- service that knows the token, and refused the request itself, says that nothing was carried out; throttling and
-- authentication come before it. `unsafe` accepts that for its own rule only.
function Call:is_safe(decision, subject, whole)
  if whole.ok then self.uncertain = nil end -- what was carried out is known now
  local outcome, facts = decision.said, self.facts
  if not outcome or not outcome.sends or not decision.safe or facts and facts.reads then return decision.safe end
  if not safety.depends(decision.rule, outcome) then -- what the program does not mind here, another rule may
    if not safety.may_repeat(self.rules.registry, self.action, nil, subject.entry, subject.kind) then
      self.uncertain = "unsafe"
    end
    return true
  end
  if safety.changes(outcome) then
    local known = kinds[subject.kind]
    if self.uncertain == "token" and known and not known.refused then self.uncertain = nil end
    return not self.uncertain
  end
  local reason = safety.may_repeat(self.rules.registry, self.action, self.params, subject.entry, subject.kind, outcome,
    subject.items ~= nil)
  if reason ~= "refused" then self.uncertain = reason end
  return true
end

-- Sends the request and decides on its answer. Gives the event, and what is known of the attempt.
local function request(call)
  call:report()
  local runtime = call.runtime
  local began = runtime.now()
  call.began_sending = true
  local got, all_headers = sent.read(call.action, call.send(parameters.copy(call.params), call:send_context(began)))
  if call.refresh then call:settle_refresh(got) end
  if all_headers then call:set_clock(got, all_headers) end
  local now = runtime.now()
  local whole = subjects.of(call.rules.registry, got, call:context(now), call.action)
  local decision, subject = decide.on_subject(call.rules, call.set, whole, call.items)
  call.decision, call.subject = decision, subject
  local code, said = subject.code, decision.said
  if subject.batch then
    call.batch, call.half_done = subject.batch, call.half_done or subject.batch.executed == "partly"
  end
  local record = {
    attempt = #call.attempts + 1,
    action = call.action,
    code = code,
    kind = subject.kind,
    request_id = got.request_id,
    http_status = code and subject.http_status,
    outcome = decision.outcome,
    rule = decision.rule,
    items = decision.items,
    unread = decision.unread,
    began = began - call.began,
    took = now - began,
  }
  call.record = record
  table.insert(call.attempts, record)
  return {
    type = "answer",
    outcome = said,
    safe = said and call:is_safe(decision, subject, whole),
    kind = code and sort_of(subject),
    server_delay = all_headers and headers.retry_after(all_headers, runtime.time()),
    handler_error = decision.stopped_by == "handler_error",
  }, record
end

-- The same where guards have a say.
local function guarded_request(call, guards)
  local now = call.runtime.now()
  local collector = call.rules.collector
  local leases, event, guard, reason = guards:ask(call:guard_request(now), call.params, call.parts, collector)
  call.guarded = event and { guard = guard, reason = reason }
  if event then return event end
  if not leases then return (request(call)) end
  local ok, cancelled = pcall(call.cancelled, call) -- meanwhile: guards can take their time
  if ok and not cancelled then return leases:run(request, call) end
  leases:finish(nil)
  if not ok then error(cancelled, 0) end
  return SIGNALS.cancelled
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
  local granted, _, note = call.budget:draw(call.budget_key, step.cost, call.runtime.now(), call.runtime)
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

-- What the call returns. A table that is a rule's own value reads like the response that it replaces.
function Call:finished()
  local decision, subject = self.decision, self.subject
  if not decision.said then return subject.response end
  return ok_value.as_response(decision.value, { request_id = subject.request_id, action = subject.action })
end

-- Notes what follows the last attempt, until it is reported.
function Call:note(step)
  local record = self.record
  if step.type == "sleep" then record.delay = (record.delay or 0) + step.seconds end
  record.stopped_by = step.reason
end

-- Statistics and the hook hear of an attempt when all is known that follows from it: before the next request, or at
-- the end. Only then is it certain that a retry took place.
function Call:report()
  local record, decision = self.record, self.decision
  if not record then return end
  self.record = nil
  local refused = record.stopped_by and decision.said and decision.said.sends
  local rules = self.rules
  decide.count(rules.collector, self.subject, decision, not refused)
  local hook = rules.settings.on_attempt
  if hook then rules:tell(hook, merge(record)) end
end

-- Goes from step to step; gives the last one.
function Call:drive()
  local runtime, event = self.runtime, SIGNALS.start
  while true do
    local step = self.machine:next(event, runtime.now(), runtime.random())
    if self.record then self:note(step) end
    if step.refund then self.budget:refund(self.budget_key, step.refund) end
    event = perform[step.type](self, step)
    if not event then return step end
  end
end

local function drive_or_tell(self)
  local ok, step = pcall(self.drive, self)
  if ok then return step end
  self:report()
  ending.report(self, { type = "stop", reason = "raised" }, step)
  error(step, 0)
end

-- The hook on_end hears of what `send` raises too, where a pcall does not keep it from yielding.
function Call:run()
  local step = self.rules.settings.on_end and pcall_yields and drive_or_tell(self) or self:drive()
  self:report()
  ending.report(self, step)
  if step.type == "finish" then return self:finished() end
  return nil, ending.failure(self, step)
end

local NO_OPTIONS = {}
local RULES_ARGUMENT = { position = 4, name = "call", label = "rules" }

-- How long things may take and how often they may be tried: what the settings say is where a call begins, what it says
-- itself is a limit.
local function start_machine(settings, options, may_sleep, now, waiter)
  local own = settings.backoff
  return machine.start({
    attempts = options.attempts or settings.attempts,
    most = options.attempts,
    deadline = options.deadline == nil and not waiter and settings.deadline or nil,
    limit = options.deadline or waiter and waiter.limit,
    first = waiter and waiter.first,
    base = own and own.base,
    throttle_base = own and own.throttle_base,
    busy_base = own and own.busy_base,
    cap = own and own.cap,
    may_sleep = may_sleep,
  }, now)
end

-- The call's own parameters: what becomes of the caller's table meanwhile is nothing to it. A table that holds itself,
-- say, is the caller's mistake.
local function own_copy(params)
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
  options = options and arguments.options(options, call_options, 4, "call") or NO_OPTIONS

  local settings = rules.settings
  local runtime = options.runtime or settings.runtime or runtimes.detect()
  local region, account = options.region or settings.region, options.account or settings.account
  local now = runtime.now()
  local may_sleep, why_no_sleep = true, nil
  if runtime.may_sleep then may_sleep, why_no_sleep = runtime.may_sleep() end
  local set = rules.set:snapshot()
  if options.rules and next(options.rules) then
    set = call_rules.new(action, options.rules, set, rules.registry, waiter and waiter.argument or RULES_ARGUMENT)
  end
  local one = setmetatable({
    rules = rules,
    set = set,
    items = rules.items and rules.items:snapshot(),
    send = send,
    action = action,
    parts = parts,
    facts = rules.registry:action(action),
    params = own_copy(params),
    region = region,
    account = account,
    attempt_timeout = options.attempt_timeout or settings.attempt_timeout,
    cancel = options.cancel,
    state = options.state or {},
    runtime = runtime,
    why_no_sleep = why_no_sleep,
    budget = options.budget or settings.budget,
    budget_key = (account or "") .. "/" .. parts.service .. "/" .. (region or ""),
    began = now,
    slept = 0,
    attempts = {},
    machine = start_machine(settings, options, may_sleep, now, waiter),
  }, Call)
  one:add_token()
  return one:run()
end

return call
