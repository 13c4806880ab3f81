-- The arithmetic of sending again: how long to wait. All times in seconds. What it costs is budget/tokens.lua's.
-- The constants are those of the AWS SDKs' retry mode 2.1 (their "Retry behavior" reference page).

local backoff = {
  BASE = 0.05, -- the first delay at most; each further one doubles
  THROTTLE_BASE = 1, -- the same after throttling
  BUSY_BASE = 2, -- the same where another task must end first, which takes seconds: what Terraform's provider waits
  CAP = 20, -- no delay is longer
  SERVER_SLACK = 5, -- a delay asked for by the server adds at most this to our own
}

-- The kinds of codes that say that another task or a start-up must end first.
local WAITS_FOR_OTHERS = { conflict = true, unavailable = true }

---Is something busy that will be free again by itself?
---@param kind string? of the failure's code
---@param retryable string? what the registry says of the code
---@return boolean
function backoff.is_busy(kind, retryable)
  return retryable == "backoff" and WAITS_FOR_OTHERS[kind] == true
end

---The delay before a retry, with full jitter.
---@param retry integer 1 for the first retry of a call
---@param base number seconds
---@param cap number seconds
---@param random number in [0, 1]
---@return number seconds
function backoff.delay(retry, base, cap, random)
  return random * math.min(base * 2 ^ (retry - 1), cap)
end

---The delay before a waiter asks again: from the least delay up to one that doubles each time, as smithy's waiters do.
---@param request integer 1 for the first delay of the waiter
---@param base number seconds, the least delay
---@param cap number seconds
---@param random number in [0, 1]
---@return number seconds
function backoff.wait(request, base, cap, random)
  return base + random * math.max(0, math.min(base * 2 ^ (request - 1), cap) - base)
end

---The delay where the server asked for one: never shorter than our own, never much longer.
---@param own number seconds
---@param asked any seconds; what is not a number is as if nothing had been asked
---@return number seconds
function backoff.with_server(own, asked)
  if type(asked) ~= "number" or asked ~= asked then return own end
  return math.max(own, math.min(asked, own + backoff.SERVER_SLACK))
end

return backoff
