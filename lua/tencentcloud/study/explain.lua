-- rules:explain: the rules that match an action and a code, in the order they are asked, and why each
-- one but the first comes later. No handler is called.

local check = require "tencentcloud.arguments"
local core = require "tencentcloud.core"
local names = require "tencentcloud.action_name"
local safety = require "tencentcloud.decide.safety"

---@class tencentcloud.Candidate
---@field rule tencentcloud.Rule
---@field verdict "wins"|"next"|"loses" next: asked only where the handlers before it have no opinion
---@field why string

---@class tencentcloud.Explanation
---@field action string
---@field code string
---@field entry tencentcloud.ErrorCode? what the registry knows of the code
---@field kind string? of the code in the registry
---@field declared boolean? does the catalog list the code for this action? nil: it knows no such action
---@field common boolean? may any action return it?
---@field candidates tencentcloud.Candidate[] in the order they are asked
---@field winner tencentcloud.Rule? the first one; nil where no rule matches
---@field safe boolean? may the request be sent again, without a ClientToken? nil for successes
local Explanation = {}
Explanation.__index = Explanation

local function says(rule, entry)
  return rule:is_settled() and tostring(rule:says(entry)) or "asks its handler"
end

local WRITTEN = { exact = "an exact code", family = "a family", kind = "a kind", any = "any code", ok = "ok",
  action = "an action", prefix = "a prefix", service = "a service" }

local function scope_word(form)
  return form == "any" and "any action" or WRITTEN[form]
end

local function is_veto(rule)
  return rule.outcome ~= nil and rule.outcome.type == "forbid"
end

-- Why `other` comes after `rule`, which is asked before it.
local function why_later(rule, other)
  if is_veto(rule) and not is_veto(other) then return "a veto comes before everything" end
  local form, other_form = core.code_pattern(rule.code), core.code_pattern(other.code)
  if form ~= other_form then return ("%s comes before %s"):format(WRITTEN[form], WRITTEN[other_form]) end
  if rule.code ~= other.code then return "a longer family comes before a shorter one" end
  local scope, _, name, version = core.scope_pattern(rule.scope)
  local other_scope, _, other_name, other_version = core.scope_pattern(other.scope)
  if scope ~= other_scope then return ("%s comes before %s"):format(scope_word(scope), scope_word(other_scope)) end
  if name ~= other_name then return "a longer prefix comes before a shorter one" end
  if version ~= other_version then return "a scope with a version comes before one without" end
  return "the program's own rules come before the built-in ones"
end

-- Judges the candidates in order; after the first rule without a handler nothing is asked.
local function judge(rules_in_order)
  local candidates, settled = {}, nil
  for i, rule in ipairs(rules_in_order) do
    local before = rules_in_order[i - 1]
    local verdict = i == 1 and "wins" or settled and "loses" or "next"
    local why
    if i == 1 then
      why = rule:is_settled() and "" or "where its handler has no opinion, the next one is asked"
    else
      why = why_later(settled or before, rule)
    end
    candidates[i] = { rule = rule, verdict = verdict, why = why }
    if rule:is_settled() and not settled then settled = rule end
  end
  return candidates
end

local function head(self)
  local facts = {}
  if self.kind then table.insert(facts, self.kind) end
  if self.common then
    table.insert(facts, "any action may return it")
  elseif self.declared ~= nil then
    table.insert(facts, self.declared and "declared" or "not declared")
  end
  local text = ("%s  %s"):format(self.action, self.code)
  return #facts > 0 and ("%s (%s)"):format(text, table.concat(facts, ", ")) or text
end

-- Could one of the candidates want to send again, and be refused?
local function may_be_refused(self)
  if self.safe ~= false then return false end
  for _, candidate in ipairs(self.candidates) do
    local rule = candidate.rule
    local said = rule:says(self.entry)
    local sends = not said or safety.SENDS[said.type] and not said.unsafe
    if candidate.verdict ~= "loses" and sends and not rule.unsafe then return true end
  end
  return false
end

function Explanation:__tostring()
  local lines = { head(self) }
  for i, candidate in ipairs(self.candidates) do
    local rule = candidate.rule
    local what = ("%2d. %-5s  %s %s: %s"):format(i, candidate.verdict, rule.scope, rule.code, says(rule, self.entry))
    local line = ("%s (%s)"):format(what, rule.place)
    table.insert(lines, candidate.why == "" and line or line .. "\n           " .. candidate.why)
  end
  if not self.winner then
    table.insert(lines, self.code == "ok" and "    no rule: the success stands" or "    no rule: the failure fails")
  end
  if may_be_refused(self) then
    table.insert(lines, "    sending it again is not safe: only with a ClientToken, or where the rule is unsafe = true")
  end
  return table.concat(lines, "\n")
end

---@param rules tencentcloud.Rules
---@param action string "cvm.RunInstances"
---@param code string an error code, or "ok"
---@return tencentcloud.Explanation
return function(rules, action, code)
  check.that(type(action) == "string", 1, "explain", "action: a string expected, got " .. type(action))
  check.that(type(code) == "string", 2, "explain", "code: a string expected, got " .. type(code))
  local parts = names.split(action)
  check.that(parts, 1, "explain", ("action: write service.Action, as in cvm.RunInstances; got %q"):format(action))
  local succeeded = code == "ok"
  local entry = not succeeded and rules.registry:lookup(code, action) or nil
  local facts, kind = rules.registry:action(action), entry and entry.kind
  local declared, safe
  if not succeeded then
    if facts then declared = facts:declares(code) end
    safe = safety.was_turned_away(entry, kind) or safety.is_repeatable(rules.registry, action)
  end
  local in_order = {}
  for i, id in ipairs(rules.set.book:candidates(parts.service, parts.version, parts.name, code, kind)) do
    in_order[i] = rules.set.rules[id]
  end
  return setmetatable({
    action = action,
    code = code,
    entry = entry,
    kind = kind,
    declared = declared,
    common = entry and entry.common,
    candidates = judge(in_order),
    winner = in_order[1],
    safe = safe,
  }, Explanation)
end
