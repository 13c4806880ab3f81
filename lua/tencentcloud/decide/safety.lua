-- May a request be sent again? Only where the first one was not carried out, or where doing it
-- twice is the same as doing it once.

local safety = {}

-- The outcomes that send again.
safety.SENDS = { retry = true, amend = true, wait = true, refresh = true }

-- These were turned away at the door: nothing has been carried out.
local NOT_EXECUTED = { throttle = true, auth = true }

---Was the request refused before anything was carried out?
---@param entry tencentcloud.ErrorCode? what the registry knows of the code; nil for a success
---@param kind string? the code's kind
---@return boolean
function safety.was_turned_away(entry, kind)
  return NOT_EXECUTED[kind] or entry ~= nil and entry.executed == "no"
end

---May the request be sent again though it may have been carried out?
---@param registry tencentcloud.Registry
---@param action string?
---@param params table?
---@return boolean
function safety.is_repeatable(registry, action, params)
  local token = params and params.ClientToken
  if type(token) == "string" and token ~= "" then return true end
  local facts = action and registry:action(action)
  return facts ~= nil and facts.reads
end

return safety
