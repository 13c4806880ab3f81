-- The built-in rules: the last to be asked, on every action. `inherit = false` leaves them out.
-- They name no codes but kinds, so that any code or family in a program's own rule is more specific.
-- Whether a request may be sent again is not theirs to decide: decide/safety.lua holds them back too.

local tc = require "tencentcloud.rules.outcome"
local vocabulary = require "tencentcloud.vocabulary"

-- Sends again at once what failed for old credentials or a wrong clock, with new ones.
local function refresh(failure)
  if failure.retryable ~= "refresh" then return nil end
  if failure.code == "AuthFailure.SignatureExpire" then return tc.refresh "clock" end
  return tc.refresh "credentials"
end

-- A gateway's or proxy's answer. 429 means that the request was refused; after 5xx nobody knows what was carried
-- out; anything else will be the same the next time.
local function by_http_status(status)
  if status == 429 then return tc.retry{ kind = "throttle", unsafe = true } end
  return status and status >= 500 and tc.retry or tc.fail
end

-- No answer, or one that was cut off.
local BROKEN = {}
for _, code in ipairs(vocabulary.client_codes) do BROKEN[code.code] = code.broken end

local function without_answer(failure)
  if failure.code == "ClientError.HttpStatusCodeError" then return by_http_status(failure.http_status) end
  return BROKEN[failure.code] and tc.retry or tc.fail
end

local THROTTLED = tc.retry{ kind = "throttle" }

---@type {code: string, outcome: tencentcloud.Outcome?, handler: function?, by_retryable: table?, why: string}[]
return {
  { code = "#throttle", outcome = THROTTLED, why = "too fast: nothing was carried out, slow down" },
  { code = "#internal", outcome = tc.retry, why = "a fault of the service" },
  { code = "#timeout", outcome = tc.retry, why = "the service ran out of time" },
  { code = "#auth", handler = refresh, why = "an expired signature or token; other keys would fail again" },
  { code = "#dry_run", outcome = tc.ignore "DryRun was set: the request would have succeeded",
    why = "not a failure to count" },
  { code = "#client", handler = without_answer, why = "no answer of the service arrived, or not all of it" },
  { code = "*", by_retryable = { backoff = tc.retry, throttle = THROTTLED },
    why = "the registry knows what passes by itself, such as another task that is running" },
}
