-- The promise of SECURITY.md: no request is sent again that may have been carried out, unless doing it
-- twice is the same as doing it once, or the program has said that it does not mind.
--
-- A request may be sent again where
--   refused     the API refused it before anything was carried out: throttling, authentication, or a code of
--               which the registry knows that nothing happens. But of a batch of which some items failed the
--               others were carried out: the whole is never "refused".
--   token       it carries a ClientToken that the action takes, by which the service knows it again,
--   idempotent  a program has defined that the action may be repeated (registry:define_action),
--   reads       or the action only reads.
-- A changed request (amend) is another one, which no token makes the same: only "refused" and "reads" count.
-- An outcome that sends again is followed where one of these holds, or where it or its rule is `unsafe`.
--
-- Decisions, handlers, explanations, lint and the command all ask here; nobody else decides it.

local kinds = require("tencentcloud.vocabulary").kind

local safety = {}

-- Does the registry know that nothing was carried out?
local function was_refused(entry, kind)
  local known = kinds[kind] -- a registry of the program's own may have other kinds
  return known ~= nil and known.refused or entry ~= nil and entry.executed == "no"
end

-- Would the service do the same request twice only once? Says why.
local function by_action(facts, params)
  local token = params and params.ClientToken
  if facts.has_client_token and type(token) == "string" and token ~= "" then return "token" end
  return facts.idempotent and "idempotent" or facts.reads and "reads" or nil
end

---May the same request be sent again?
---@param registry tencentcloud.Registry
---@param action string?
---@param params table? of the request
---@param entry tencentcloud.ErrorCode? what the registry knows of the code; nil for a success
---@param kind string? the code's kind
---@param in_part boolean? was a part of the request carried out: is this one failed item of a batch?
---@return "refused"|"token"|"idempotent"|"reads"|nil reason why it may; nil where it may not
function safety.may_repeat(registry, action, params, entry, kind, in_part)
  if not in_part and was_refused(entry, kind) then return "refused" end
  local facts = action and registry:action(action)
  return facts and by_action(facts, params) or nil
end

---May another request be sent in its place? One for the failed items of a batch alone is as refused as they are.
---@param registry tencentcloud.Registry
---@param action string?
---@param entry tencentcloud.ErrorCode?
---@param kind string?
---@return "refused"|"reads"|nil reason
function safety.may_change(registry, action, entry, kind)
  if was_refused(entry, kind) then return "refused" end
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

---May an outcome that sends again be followed?
---@param outcome tencentcloud.Outcome
---@param registry tencentcloud.Registry
---@param action string?
---@param params table?
---@param entry tencentcloud.ErrorCode?
---@param kind string?
---@param in_part boolean? is it about one failed item of a batch?
---@return boolean
function safety.may_follow(outcome, registry, action, params, entry, kind, in_part)
  if outcome.move == "send_changed" then return safety.may_change(registry, action, entry, kind) ~= nil end
  return safety.may_repeat(registry, action, params, entry, kind, in_part) ~= nil
end

return safety
