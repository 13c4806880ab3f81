-- The built-in rules: the last to be asked, on every action. `inherit = false` leaves them out.
-- They say nothing of other failures, which fail. Sending again is subject to the safety gate.

local outcome = require "tencentcloud.rules.outcome"

local tc = outcome.names

-- Why the request may be sent again at once, and what must be new in it.
local function refresh(failure)
  if failure.retryable ~= "refresh" then return nil end
  if failure.code == "AuthFailure.SignatureExpire" then return tc.refresh "clock" end
  return tc.refresh "credentials"
end

-- A gateway's or proxy's answer. 429 turns a request away; 5xx says nothing of what was carried out;
-- anything else will be the same the next time.
local function by_http_status(failure)
  local status = failure.http_status or 0
  if status == 429 then return tc.retry{ kind = "throttle", unsafe = true } end
  return status >= 500 and tc.retry or tc.fail
end

-- The registry knows states that pass by themselves (creating, another task running) by their code.
local function by_registry(failure)
  if failure.retryable == "backoff" then return tc.retry end
  if failure.retryable == "throttle" then return tc.retry{ kind = "throttle" } end
end

---@type {code: string, says: tencentcloud.Outcome|function, why: string}[]
return {
  { code = "#throttle", says = tc.retry{ kind = "throttle" }, why = "too fast: nothing was carried out, slow down" },
  { code = "#internal", says = tc.retry, why = "a fault of the service" },
  { code = "#timeout", says = tc.retry, why = "the service ran out of time" },
  { code = "#auth", says = refresh, why = "an expired signature or token; other keys would fail again" },
  { code = "#dry_run", says = tc.ignore "DryRun was set: the request would have succeeded",
    why = "not a failure to count" },
  { code = "ClientError.NetworkError", says = tc.retry, why = "no answer arrived" },
  { code = "ClientError.EmptyBody", says = tc.retry, why = "the answer was cut off" },
  { code = "ClientError.ParseJsonError", says = tc.retry, why = "the answer was cut off" },
  { code = "ClientError.HttpStatusCodeError", says = by_http_status, why = "a gateway answered, not the service" },
  { code = "*", says = by_registry, why = "what the registry knows to pass by itself" },
}
