-- The promise of SECURITY.md: no request is sent again that may have been carried out, unless doing it
-- twice is the same as doing it once, or the program has said that it does not mind.
--
-- A request may be sent again where
--   refused  the API refused it before anything was carried out: throttling, authentication, or a code of
--            which the registry knows that nothing happens. But of a batch of which some items failed the
--            others were carried out: the whole is never "refused".
--   token    it carries a ClientToken, by which the service knows it again,
--   reads    or its action only reads.
-- An outcome that sends again is followed where one of these holds, or where it or its rule is `unsafe`.
--
-- Decisions, handlers, explanations, lint and the command all ask here; nobody else decides it.

local kinds = require("tencentcloud.vocabulary").kind

local safety = {}

---May the request be sent again?
---@param registry tencentcloud.Registry
---@param action string?
---@param params table? of the request
---@param entry tencentcloud.ErrorCode? what the registry knows of the code; nil for a success
---@param kind string? the code's kind
---@param in_part boolean? was a part of the request carried out: is this one failed item of a batch?
---@return "refused"|"token"|"reads"|nil reason why it may; nil where it may not
function safety.may_repeat(registry, action, params, entry, kind, in_part)
  local known = kinds[kind] -- a registry of the program's own may have other kinds
  local refused = known and known.refused or entry ~= nil and entry.executed == "no"
  if refused and not in_part then return "refused" end
  local token = params and params.ClientToken
  if type(token) == "string" and token ~= "" then return "token" end
  local facts = action and registry:action(action)
  return facts and facts.reads and "reads" or nil
end

---Does following the rule depend on whether the request may be sent again?
---@param rule tencentcloud.Rule
---@param outcome tencentcloud.Outcome? that the rule wants; nil for a handler, which may want anything
---@return boolean
function safety.depends(rule, outcome)
  if rule.unsafe then return false end
  return outcome == nil or outcome.sends and not outcome.unsafe
end

---May the outcome be followed for one failed item of a batch? One that changes the request sends another
---request: what was carried out of the batch need not be in it, and the failed items alone are as refused as
---a request of their own.
---@param outcome tencentcloud.Outcome
---@param registry tencentcloud.Registry
---@param action string?
---@param params table?
---@param entry tencentcloud.ErrorCode? what the registry knows of the item's code
---@param kind string?
---@return boolean
function safety.may_follow_item(outcome, registry, action, params, entry, kind)
  local in_part = outcome.move ~= "send_changed"
  return safety.may_repeat(registry, action, params, entry, kind, in_part) ~= nil
end

return safety
