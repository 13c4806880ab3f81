-- May a request be sent again? Only where the first one was not carried out, or where doing it
-- twice is the same as doing it once.

local safety = {}

-- The outcomes that send again.
safety.SENDS = { retry = true, amend = true, wait = true, refresh = true }

-- These were turned away at the door: nothing has been carried out.
local NOT_EXECUTED = { throttle = true, auth = true }

local function was_turned_away(subject)
  return not subject.ok and (NOT_EXECUTED[subject.kind] or subject.executed == "no") or false
end

---May the same request be sent again?
---@param subject tencentcloud.Failure
---@return boolean
function safety.may_repeat(subject)
  -- The other items of a batch were carried out, whatever became of the failed ones.
  if not subject.items and was_turned_away(subject) then return true end
  local facts = subject.facts
  if facts and facts.reads then return true end
  local token = subject.params.ClientToken
  return type(token) == "string" and token ~= ""
end

---May the outcome send again? A changed request need not hold the items that succeeded.
---@param subject tencentcloud.Failure
---@param said tencentcloud.Outcome
---@return boolean
function safety.allows(subject, said)
  return subject.safe or said.type == "amend" and was_turned_away(subject)
end

return safety
