-- The built-in rules: the last to be asked, on every action. `inherit = false` leaves them out.
-- They name no codes but kinds, so that any code or family in a program's own rule is more specific.
-- Whether a request may be sent again is not theirs to decide: decide/safety.lua holds them back too.

local tc = require "tencentcloud.rules.outcome"

-- Sends again at once what failed for old credentials or a wrong clock, with new ones.
local function refresh(failure)
  if failure.retryable ~= "refresh" then return nil end
  if failure.entry.code == "AuthFailure.SignatureExpire" then return tc.refresh "clock" end
  return tc.refresh "credentials"
end

local THROTTLED = tc.retry{ kind = "throttle" }
local BY_RETRYABLE = { backoff = tc.retry, throttle = THROTTLED }

---@type {code: string, outcome: tencentcloud.Outcome?, handler: function?, by_retryable: table?, why: string}[]
return {
  { code = "#throttle", outcome = THROTTLED, why = "too fast: nothing was carried out, slow down" },
  { code = "#internal", outcome = tc.retry, why = "a fault of the service" },
  { code = "#timeout", outcome = tc.retry, why = "the service ran out of time" },
  { code = "#auth", handler = refresh, why = "an expired signature or token; other keys would fail again" },
  { code = "#dry_run", outcome = tc.ignore "DryRun was set: the request would have succeeded",
    why = "not a failure to count" },
  { code = "#client", by_retryable = BY_RETRYABLE, why = "no answer of the service arrived, or not all of it" },
  { code = "*", by_retryable = BY_RETRYABLE,
    why = "the registry knows what passes by itself, such as another task that is running" },
}
