-- The promise of SECURITY.md: no request is sent again that may have been carried out, unless doing it
-- twice is the same as doing it once, or the program has said that it does not mind.
--
-- A request may be sent again where
--   refused     the API refused it before anything was carried out: throttling, authentication, or a code of
--               which the registry knows that nothing happens. But of a batch of which some items failed the
--               others were carried out: the whole is never "refused".
--   token       it carries a ClientToken, and the action takes one: the service knows it again by that,
--   idempotent  the program has said that doing it twice is the same (registry:define_action),
--   reads       or its action only reads.
-- A changed request is another request: neither the token of the last one nor its being idempotent helps,
-- since both may be carried out then. An outcome that sends again is followed where one of these holds, or
-- where it or its rule is `unsafe`.
--
-- Decisions, handlers, explanations, lint and the command all ask here; nobody else decides it.

local kinds = require("tencentcloud.vocabulary").kind

local safety = {}

---Does the outcome send another request than the last one?
---@param outcome tencentcloud.Outcome?
---@return boolean
function safety.changes(outcome)
  return outcome ~= nil and outcome.move == "send_changed"
end

---May the request be sent again, in the way that the outcome says?
---@param registry tencentcloud.Registry
---@param action string?
---@param params table? of the request that was sent last
---@param entry tencentcloud.ErrorCode? what the registry knows of the code; nil for a success
---@param kind string? the code's kind
---@param outcome tencentcloud.Outcome? that sends again; nil: the same request
---@param in_part boolean? was a part of the request carried out: is this one failed item of a batch? A changed
---  request need not have that part in it: the failed items alone are as refused as a request of their own
---@return "refused"|"token"|"idempotent"|"reads"|nil reason why it may; nil where it may not
function safety.may_repeat(registry, action, params, entry, kind, outcome, in_part)
  local known = kinds[kind] -- a registry of the program's own may have other kinds
  local refused = known and known.refused or entry ~= nil and entry.executed == "no"
  if refused and (not in_part or safety.changes(outcome)) then return "refused" end
  local facts = action and registry:action(action)
  if not facts then return nil end
  if not safety.changes(outcome) then
    local token = params and params.ClientToken
    if type(token) == "string" and token ~= "" and facts.has_client_token then return "token" end
    if facts.idempotent then return "idempotent" end
  end
  return facts.reads and "reads" or nil
end

---Does following the rule depend on whether the request may be sent again?
---@param rule tencentcloud.Rule
---@param outcome tencentcloud.Outcome? that the rule wants; nil for a handler, which may want anything
---@return boolean
function safety.depends(rule, outcome)
  if rule.unsafe then return false end
  return outcome == nil or outcome.sends and not outcome.unsafe
end

return safety
