-- How a call ends: the error that it returns, and what the statistics and the hook on_end hear of it.

local call_error = require "tencentcloud.call.call_error"
local core = require "tencentcloud.core"

---How a call ended, for the hook on_end.
---@class tencentcloud.CallEnd
---@field action string
---@field region string?
---@field account string?
---@field ok boolean did it return a response, or the value of an `ok` rule?
---@field outcome string "ok", or what was decided last: "retry", "fail", ...
---@field stopped_by string? as in the call's error; "raised" where `send` or what it returned raised, which PUC Lua 5.1
---  cannot tell
---@field code string? of the call's error
---@field kind string? of the last answer
---@field request_id string? of the last answer
---@field http_status integer? of the last answer
---@field rule tencentcloud.Rule? that decided last
---@field guard tencentcloud.ScopedGuard? that let no request pass
---@field reason string? in their words, or what was raised
---@field attempts tencentcloud.Attempt[] every request of the call, in order
---@field began number seconds, of the runtime's clock
---@field took number seconds, sleeps and all
---@field slept number seconds of them

local ending = {}

-- The code and the message of the error of a call that got no answer at all.
local function without_answer(call, stopped_by)
  local guard = stopped_by ~= "cancelled" and call.guarded and call.guarded.guard
  if guard then
    return "ClientError.RequestRefused", ("not sent: %s"):format(tostring(guard))
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

local function cause_of(call, stopped_by)
  local subject = call.subject
  return subject and subject.error or own_cause(call, subject, stopped_by)
end

-- The guard that kept the last request from being sent, and its words; not where the call ended for another cause.
local function guarded_of(call, step)
  return step.reason ~= "cancelled" and step.reason ~= "raised" and call.guarded or nil
end

local function reason_of(call, step)
  local guarded, decision = guarded_of(call, step), call.decision
  if step.reason == "no_sleep" then return call.why_no_sleep or "the program may not wait where it is" end
  return guarded and guarded.reason or decision and decision.reason
end

---The error of a call that was stopped.
---@param call table
---@param step tencentcloud.Step the last one
---@return tencentcloud.CallError
function ending.failure(call, step)
  local decision, subject, guarded = call.decision, call.subject, guarded_of(call, step)
  return call_error.new{
    cause = cause_of(call, step.reason),
    action = call.action,
    attempts = call.attempts,
    stopped_by = step.reason,
    retry_after = step.retry_after,
    rule = decision and decision.rule,
    guard = guarded and guarded.guard,
    reason = reason_of(call, step),
    response = subject and subject.response,
    kind = subject and subject.kind,
    retryable = subject and subject.retryable,
    executed = call.half_done and "partly" or subject and subject.executed,
    items = call.batch and call.batch.failed,
  }
end

local function record_of(call, step, raised)
  local subject, decision, guarded = call.subject, call.decision, guarded_of(call, step)
  local ok, failed = step.type == "finish", step.reason ~= "raised"
  local forbidden = guarded and step.reason == "forbid"
  return {
    action = call.action,
    region = call.region,
    account = call.account,
    ok = ok,
    outcome = ok and "ok" or forbidden and "forbid" or decision and decision.outcome or "fail",
    stopped_by = step.reason,
    code = not ok and failed and cause_of(call, step.reason).code or nil,
    kind = subject and subject.kind,
    request_id = subject and subject.request_id,
    http_status = subject and subject.http_status,
    rule = decision and decision.rule,
    guard = guarded and guarded.guard,
    reason = not failed and tostring(raised) or reason_of(call, step),
    attempts = call.attempts,
    began = call.began,
    took = call.runtime.now() - call.began,
    slept = call.slept,
  }
end

---Tells the statistics and the hook on_end.
---@param call table
---@param step tencentcloud.Step the last one
---@param raised any what ended the call, where that was an error
function ending.report(call, step, raised)
  local rules = call.rules
  rules.collector:ended(step.reason)
  local hook = rules.settings.on_end
  if hook then rules:tell(hook, record_of(call, step, raised)) end
end

return ending
