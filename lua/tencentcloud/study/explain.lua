-- rules:explain: the rules that match an action and a code, in the order they are asked, and why each
-- one but the first comes later. No handler is called.

local arguments = require "tencentcloud.arguments"
local core = require "tencentcloud.core"
local items = require "tencentcloud.decide.items"
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
---@field guards tencentcloud.ScopedGuard[] those that are asked before such a request is sent, in this order
---@field safe boolean? may the same request be sent again, without a ClientToken? nil for successes
---@field items string? the path of the items of which it is a code
---@field item_succeeded boolean is it what items that succeeded have there? Then no rule is asked
---@field item_paths string[] of a success: where rules on items look before the others are asked
---@field registry tencentcloud.Registry that knows it
---@field takes_token boolean does the action take a ClientToken?
local Explanation = {}
Explanation.__index = Explanation

-- What the rule does, as text.
local function described(rule, entry)
  return rule:is_settled() and tostring(rule:outcome_for(entry)) or "asks its handler"
end

local WRITTEN = { exact = "an exact code", family = "a family", kind = "a kind", any = "any code", ok = "ok",
  action = "an action", prefix = "a prefix", service = "a service" }

local function scope_word(form)
  return form == "any" and "any action" or WRITTEN[form]
end

-- Why `other` comes after `rule`, which is asked before it.
local function why_later(rule, other)
  if rule:is_veto() and not other:is_veto() then return "a veto comes before everything" end
  local form, other_form = rule:pattern(), other:pattern()
  if form ~= other_form then return ("%s comes before %s"):format(WRITTEN[form], WRITTEN[other_form]) end
  if rule.code ~= other.code then return "a longer family comes before a shorter one" end
  local scope, _, name, version = core.scope_pattern(rule.scope)
  local other_scope, _, other_name, other_version = core.scope_pattern(other.scope)
  if scope ~= other_scope then return ("%s comes before %s"):format(scope_word(scope), scope_word(other_scope)) end
  if name ~= other_name then return "a longer prefix comes before a shorter one" end
  if version ~= other_version then return "a scope with a version comes before one without" end
  return "the program's own rules come before the built-in ones"
end

-- What becomes of each rule; after the first one without a handler none is asked.
local function candidates_of(rules_in_order)
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
  local remarks = {}
  if self.kind then table.insert(remarks, self.kind) end
  if self.common then
    table.insert(remarks, "any action may return it")
  elseif self.declared ~= nil then
    table.insert(remarks, self.declared and "declared" or "not declared")
  end
  local text = ("%s  %s%s"):format(self.action, self.code, self.items and " of an item in " .. self.items or "")
  return #remarks > 0 and ("%s (%s)"):format(text, table.concat(remarks, ", ")) or text
end

-- Why sending it again may be refused; changed: as another request.
local function why_unsafe(self, changed)
  if changed then
    return "sending a changed request is not safe, the last one may have been carried out: only where the rule is "
      .. "unsafe = true"
  elseif self.items then
    return "sending the whole batch again is not safe: only the items that failed, by tc.amend, or where the rule is "
      .. "unsafe = true"
  end
  return self.takes_token and "sending it again is not safe: only with a ClientToken, or where the rule is "
    .. "unsafe = true" or "sending it again is not safe: only where the rule is unsafe = true"
end

-- Could one of the candidates want to send again, and be refused? Gives why, or nil.
local function refusal(self)
  if self.safe == nil then return nil end
  local why
  for _, candidate in ipairs(self.candidates) do
    local rule = candidate.rule
    local outcome = rule:outcome_for(self.entry)
    if candidate.verdict ~= "loses" and safety.depends(rule, outcome)
      and not safety.may_repeat(self.registry, self.action, nil, self.entry, self.kind, outcome, self.items ~= nil) then
      if not safety.changes(outcome) then return why_unsafe(self, false) end
      why = why_unsafe(self, true)
    end
  end
  return why
end

-- What happens where no rule is asked, or has an opinion.
local function without_rule(self)
  if self.item_succeeded then return "    what items that succeeded have: no rule is asked" end
  if self.items then return "    no rule on items: the success stands" end
  return self.code == "ok" and "    no rule: the call succeeds" or "    no rule: the call fails"
end

function Explanation:__tostring()
  local lines = { head(self) }
  for i, candidate in ipairs(self.candidates) do
    local rule = candidate.rule
    local what = ("%2d. %-5s  %s %s: %s"):format(i, candidate.verdict, rule.scope, rule.code,
      described(rule, self.entry))
    local line = ("%s (%s)"):format(what, rule.place)
    table.insert(lines, candidate.why == "" and line or line .. "\n           " .. candidate.why)
  end
  if not self.winner then table.insert(lines, without_rule(self)) end
  local why = refusal(self)
  if why then table.insert(lines, "    " .. why) end
  for _, path in ipairs(self.item_paths) do
    table.insert(lines, ("    rules on items come first, where some failed: at %s"):format(path))
  end
  for _, guard in ipairs(self.guards) do table.insert(lines, ("    before it is sent: %s"):format(tostring(guard))) end
  return table.concat(lines, "\n")
end

-- The groups of rules on items that have a say about the action, at that path if one is given.
local function item_groups(rules, action, path)
  local groups = {}
  for _, group in ipairs(rules.items and rules.items:of(action) or {}) do
    if path == nil or group.path == path then table.insert(groups, group) end
  end
  return groups
end

local function paths_of(groups)
  local paths = {}
  for i, group in ipairs(groups) do paths[i] = group.path end
  return paths
end

-- The rules on the items of a path in the order in which they are asked; and whether the code is a success there.
local function item_rules(groups, parts, code, kind)
  local in_order, succeeded = {}, 0
  for _, group in ipairs(groups) do
    local success = items.is_success(code, group.successes)
    succeeded = succeeded + (success and 1 or 0)
    for _, rule in ipairs(success and {} or items.candidates(group, parts, code, kind)) do
      table.insert(in_order, rule)
    end
  end
  if not groups[1] then return in_order, items.is_success(code) end
  return in_order, succeeded == #groups
end

local OPTIONS = { items = items.check_path }

local function check(action, code, options)
  local parts = arguments.action(action, 1, "explain")
  options = arguments.options(options, OPTIONS, 3, "explain")
  if options.items and type(code) == "number" then code = items.text_of(code) end
  arguments.that(type(code) == "string", 2, "explain", "code: a string expected, got %s", type(code))
  arguments.that(code ~= "", 2, "explain", "code: write an error's code, as in InternalError, or ok")
  return parts, code, options.items
end

---@param rules tencentcloud.Rules
---@param action string "cvm.RunInstances"
---@param code string|integer an error code, or "ok"; of an item also a number
---@param options {items: string?}? items: it is the code of an item, which is there: "SendStatusSet[].Code"
---@return tencentcloud.Explanation
return function(rules, action, code, options)
  local parts, path
  parts, code, path = check(action, code, options)
  local succeeded = not path and code == "ok"
  local entry
  if not succeeded then
    entry = items.entry_of(rules.registry, code, action) or not path and core.entry(code) or nil
  end
  local facts, kind = rules.registry:action(action), entry and entry.kind
  local declared, safe, in_order, item_succeeded
  if not succeeded then
    if facts then declared = facts:declares(code) end
    safe = safety.may_repeat(rules.registry, action, nil, entry, kind, nil, path ~= nil) ~= nil
  end
  if path then
    in_order, item_succeeded = item_rules(item_groups(rules, action, path), parts, code, kind)
  else
    in_order = rules.set:candidates(parts, code, kind)
  end
  return setmetatable({
    action = action,
    code = code,
    entry = entry,
    kind = kind,
    declared = declared,
    common = entry and entry.common,
    candidates = candidates_of(in_order),
    winner = in_order[1],
    guards = rules.guards and rules.guards:matching(parts, parts.version or facts and facts.version) or {},
    safe = safe,
    items = path,
    item_succeeded = item_succeeded or false,
    item_paths = succeeded and paths_of(item_groups(rules, action)) or {},
    registry = rules.registry,
    takes_token = facts ~= nil and facts.has_client_token,
  }, Explanation)
end
