-- The built-in rules: the last to be asked, on every action. `inherit = false` leaves them out.
-- They name no codes but kinds, so that any code or family in a program's own rule is more specific.
-- Sending again is subject to the safety gate; a failure that no rule speaks of fails.

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
local function by_http_status(status)
  if status == 429 then return tc.retry{ kind = "throttle", unsafe = true } end
  return status and status >= 500 and tc.retry or tc.fail
end

-- No answer, or one that was cut off.
local BROKEN = {
  ["ClientError.NetworkError"] = true,
  ["ClientError.EmptyBody"] = true,
  ["ClientError.ParseJsonError"] = true,
}

local function without_answer(failure)
  if failure.code == "ClientError.HttpStatusCodeError" then return by_http_status(failure.http_status) end
  return BROKEN[failure.code] and tc.retry or tc.fail
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
  { code = "#client", says = without_answer, why = "no answer of the service arrived, or not all of it" },
  { code = "*", says = by_registry, why = "what the registry knows to pass by itself" },
}
