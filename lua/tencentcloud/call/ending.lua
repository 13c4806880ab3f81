-- How a call ends: the error that it returns, and what the statistics and the hook on_end hear of it.

local call_error = require "tencentcloud.call.call_error"
local core = require "tencentcloud.core"

---How a call ended, for the hook on_end.
---@class tencentcloud.CallEnd
---@field action string
---@field region string?
---@field account string?
---@field attempts integer requests that were sent
---@field outcome string? what was decided on the last answer: "ok", "fail", ...; nil where no request was sent
---@field stopped_by string? nil for a success; "raised" where `send` or a runtime raised, which PUC Lua 5.1 cannot tell
---@field code string? of the last answer; nil for a success
---@field kind string?
---@field request_id string?
---@field took number seconds in all
---@field slept number seconds of them that it slept

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

-- Why, in the words of the guard or the rule, or of the runtime where the program may not wait.
local function reason_of(call, step)
  local decision, guarded = call.decision, call.guarded
  if step.reason == "no_sleep" and call.runtime.may_sleep then
    local _, reason = call.runtime.may_sleep()
    if reason then return reason end
  end
  return guarded and guarded.reason or decision and decision.reason
end

---The error of a call that was stopped.
---@param call table
---@param step tencentcloud.Step the last one
---@return tencentcloud.CallError
function ending.failure(call, step)
  local decision, subject, guarded = call.decision, call.subject, call.guarded
  return call_error.new{
    cause = subject and subject.error or own_cause(call, subject, step.reason),
    attempts = call.attempts,
    stopped_by = step.reason,
    retry_after = step.retry_after,
    rule = decision and decision.rule,
    guard = guarded and guarded.guard,
    reason = reason_of(call, step),
    response = subject and subject.response,
    kind = subject and subject.kind,
    retryable = subject and subject.retryable,
    executed = subject and subject.executed,
  }
end

---Tells the statistics and the hook on_end.
---@param call table
---@param stopped_by string?
function ending.report(call, stopped_by)
  local rules, last = call.rules, call.attempts[#call.attempts]
  rules.collector:ended(stopped_by)
  local hook = rules.settings.on_end
  if not hook then return end
  rules:tell(hook, {
    action = call.action,
    region = call.region,
    account = call.account,
    attempts = #call.attempts,
    outcome = last and last.outcome,
    stopped_by = stopped_by,
    code = stopped_by and last and last.code,
    kind = stopped_by and last and last.kind,
    request_id = last and last.request_id,
    took = call.runtime.now() - call.began,
    slept = call.slept,
  })
end

return ending
