-- rules:lint: each rule of the program's own held against the catalog.

local action_name = require "tencentcloud.action_name"
local catalog = require "tencentcloud.study.catalog"
local core = require "tencentcloud.core"
local items = require "tencentcloud.decide.items"
local no_effect = require "tencentcloud.study.no_effect"
local safety = require "tencentcloud.decide.safety"
local vocabulary = require "tencentcloud.vocabulary"

---@class tencentcloud.Finding
---@field level "error"|"warning"|"note"
---@field check string "unknown-scope", "unknown-code", "declared-elsewhere", "bare-code", "never-wins", "unsafe",
---  "hopeless", "no-effect", "retired", "deprecated" or "offline"
---@field message string
---@field rule tencentcloud.Rule
---@field place string "file:line"
local Finding = {}
Finding.__index = Finding

---As compilers write it: "rules.lua:12: warning: ... [bare-code]".
function Finding:__tostring()
  return ("%s: %s: %s [%s]"):format(self.place, self.level, self.message, self.check)
end

local SHOWN = 3 -- examples in a message

local function examples(list)
  local shown = {}
  for i = 1, math.min(SHOWN, #list) do shown[i] = list[i] end
  local text = table.concat(shown, ", ")
  return #list > SHOWN and ("%s and %d more"):format(text, #list - SHOWN) or text
end

local Lint = {}
Lint.__index = Lint

function Lint:add(rule, level, check, message, ...)
  local finding = { level = level, check = check, rule = rule, place = rule.place, message = message:format(...) }
  table.insert(self.findings, setmetatable(finding, Finding))
end

-- Of actions that are not to be used any more.
function Lint:listed(rule, actions)
  local form, service = core.scope_pattern(rule.scope)
  local action = form ~= "any" and self.registry:action(actions[1])
  if action and action.retired then
    if form == "action" then
      self:add(rule, "warning", "retired", "%s is retired: no list has it any more", rule.scope)
    elseif form == "service" and #(self.registry:actions(service) or {}) == 0 then
      self:add(rule, "warning", "retired", "%s is retired: no list has an action of it any more", service)
    else
      self:add(rule, "warning", "retired", "%s means only retired actions, which no list has any more: %s", rule.scope,
        examples(actions))
    end
  elseif form == "action" and (action.status == "deprecated" or action.status == "offline") then
    self:add(rule, "warning", action.status, "%s is %s", rule.scope, action.status)
  end
end

-- Is the scope one that the catalog knows? Gives false where nothing more can be said.
function Lint:scope(rule)
  local known = self.catalog:actions(rule.scope)
  if #known > 0 then
    self:listed(rule, known)
    return true
  end
  local form, service, name = core.scope_pattern(rule.scope)
  local is_service = self.registry:actions(service) ~= nil
  if not is_service then
    self:add(rule, "error", "unknown-scope", "no service %s in the catalog%s", service, self.catalog:near(service))
  elseif form == "prefix" then
    self:add(rule, "error", "unknown-scope", "no action of %s begins with %s", service, name)
  else
    self:add(rule, "error", "unknown-scope", "no action %s in the catalog%s", rule.scope,
      self.catalog:near(service .. "." .. tostring(name)))
  end
  return false
end

local check_code = {}

function check_code.any() return true end
check_code.ok = check_code.any

function check_code:kind(rule, kind)
  if vocabulary.kind[kind] then return true end
  local names = {}
  for name in pairs(vocabulary.kind) do table.insert(names, name) end
  table.sort(names)
  local near = self.catalog:near_kinds(kind)
  self:add(rule, "error", "unknown-code", "no kind %s%s the kinds are %s", rule.code, near == "" and ";" or near,
    table.concat(names, ", "))
  return false
end

-- Items can have codes that no action declares. A number is nothing that the catalog knows.
local function unknown_code(self, rule, what, name)
  if not rule.items then
    self:add(rule, "error", "unknown-code", "no %s in the catalog%s", what, self.catalog:near(name))
    return false
  end
  self:add(rule, "warning", "unknown-code", "no %s in the catalog%s; an item can have it all the same", what,
    self.catalog:near(name))
  return true
end

function check_code:exact(rule, code)
  if rule.items and tonumber(code) then return true end
  local entry = self.catalog:entry(code)
  if not (entry and entry.known) then return unknown_code(self, rule, "code " .. code, code) end
  if entry.retired then
    self:add(rule, "warning", "retired", "%s is retired: no action declares it any more", code)
    return true
  end
  if rule.items or entry.common or entry.kind == "client" or #entry:actions() == 0 then return true end
  if #self.catalog:matching_codes(rule.scope, code) > 0 then return true end
  self:add(rule, "warning", "declared-elsewhere", "%s does not declare %s; it is declared by %s", rule.scope, code,
    examples(entry:actions()))
  return true
end

-- A family of which no list declares a code. Of those that are sent all the same there is nothing to say.
function Lint:undeclared_family(rule, family)
  local retired, codes = {}, self.catalog:undeclared_codes(rule.code)
  if #codes == 0 then return unknown_code(self, rule, "code of the family " .. rule.code, family) end
  for i, code in ipairs(codes) do
    if not code.retired then return true end
    retired[i] = code.code
  end
  self:add(rule, "warning", "retired", "%s means only retired codes, which no action declares any more: %s",
    rule.code, examples(retired))
  return true
end

function check_code:family(rule, family)
  if #self.catalog:matching_codes(rule.scope, rule.code) > 0 then return true end
  for _, code in ipairs(self.catalog:common_codes()) do
    if core.code_matches(rule.code, code) then return true end
  end
  local elsewhere = self.catalog:matching_codes("*", rule.code)
  if #elsewhere == 0 then return self:undeclared_family(rule, family) end
  if rule.items then return true end
  local codes = {}
  for i, pair in ipairs(elsewhere) do codes[i] = ("%s (%s)"):format(pair.code, pair.action) end
  self:add(rule, "warning", "declared-elsewhere", "%s declares no code of the family %s; others do: %s", rule.scope,
    rule.code, examples(codes))
  return true
end

-- A bare code where the details were meant.
function Lint:bare_code(rule)
  if rule:pattern() ~= "exact" then return end
  local details, bare = {}, false
  if tonumber(rule.code) then return end
  for _, pair in ipairs(self.catalog:matching_codes(rule.scope, rule.code .. ".*")) do
    if pair.code == rule.code then bare = true else table.insert(details, pair.code) end
  end
  if #details == 0 then return end
  self:add(rule, bare and "note" or "warning", "bare-code",
    "%s is the bare code only; %s declares %s: for them too, write %s.*", rule.code, rule.scope, examples(details),
    rule.code)
end

-- The rules among which the rule is: those on items at its path, or those on whole answers.
function Lint:set_of(rule)
  return rule.items and self.rules.items:group_of(rule).set or self.rules.set
end

-- The rules of a set that are asked about a pair, up to the first that always has an opinion.
local function asked_of(set, parts, code, kind)
  local asked = {}
  for i, rule in ipairs(set:candidates(parts, code, kind)) do
    asked[i] = rule
    if rule:is_settled() then break end
  end
  return asked
end

local function contains(list, wanted)
  for _, value in ipairs(list) do
    if value == wanted then return true end
  end
  return false
end

-- A code, unheard of if it may be, that no pattern matches but the rule's own and those that match all that it
-- matches; and its kind.
local function most_general_code(rule, registry)
  local form, code = rule:pattern()
  if form == "exact" then
    local entry = registry:lookup(code)
    return code, entry and entry.kind
  end
  if form == "family" then return code .. ".Another" end
  if form == "kind" then return "Another", code end
  return form == "ok" and "ok" or "Another"
end

-- The same of an action. A scope without a version also matches versions that are unheard of.
local function most_general_action(rule)
  local form, service, name, version = core.scope_pattern(rule.scope)
  if form ~= "action" then name = (name or "") .. "Another" end
  return { service = service or "another", version = version or "another", name = name }
end

-- A rule on what items that succeeded have.
function Lint:is_success(rule)
  if not rule.items or rule:pattern() ~= "exact" then return false end
  if not items.is_success(rule.code, self.rules.items:group_of(rule).successes) then return false end
  self:add(rule, "error", "never-wins", "%s is what items have that succeeded: no rule is asked about them", rule.code)
  return true
end

-- A rule that is never asked, because others settle all that it matches.
function Lint:never_wins(rule)
  local code, kind = most_general_code(rule, self.registry)
  local asked = asked_of(self:set_of(rule), most_general_action(rule), code, kind)
  if contains(asked, rule) then return self:wins_for_no_sent_version(rule, code, kind) end
  self:add(rule, "error", "never-wins", "%s %s can never win: all that it matches is settled before, by %s", rule.scope,
    rule.code, tostring(asked[#asked]))
end

-- A rule without a version that is asked only about versions that no plain name means, since the others have rules
-- of their own.
function Lint:wins_for_no_sent_version(rule, code, kind)
  local form, _, _, version = core.scope_pattern(rule.scope)
  local set = self:set_of(rule)
  if not set.has_versions or version or form == "any" then return end
  local settled_by
  for _, action in ipairs(self.catalog:actions(rule.scope)) do
    local asked = asked_of(set, action_name.split(action), code, kind)
    if contains(asked, rule) then return end
    settled_by = asked[#asked]
  end
  self:add(rule, "warning", "never-wins", "%s %s wins only where a call names another version: for the versions that "
    .. "are sent otherwise, all that it matches is settled before, by %s", rule.scope, rule.code, tostring(settled_by))
end

-- Visits the pairs of action and code that the rule is known to match.
function Lint:each_pair(rule, visit)
  local form = rule:pattern()
  local exact = (form == "exact" or form == "ok") and { rule.code }
  for _, action in ipairs(self.catalog:actions(rule.scope)) do
    for _, codes in ipairs(exact and { exact } or { self.catalog:codes(action), self.catalog:common_codes() }) do
      for _, code in ipairs(codes) do
        local entry = code ~= "ok" and self.catalog:entry(code, action) or nil
        if exact or core.code_matches(rule.code, code, entry.kind) then visit(action, entry) end
      end
    end
  end
end

-- Visits what matters of the pairs for sending again: of a batch that is repeated as a whole, its items' codes do not.
function Lint:each_repeated(rule, visit)
  if not rule.items or rule.outcome.move == "send_changed" then return self:each_pair(rule, visit) end
  for _, action in ipairs(self.catalog:actions(rule.scope)) do visit(action) end
end

-- Sending again where that could do the same thing twice.
function Lint:unsafe(rule)
  local outcome = rule.outcome
  if not (outcome and outcome.sends) or core.scope_pattern(rule.scope) == "any" then return end
  local unsafe, safe, tokens, in_part = {}, false, not safety.changes(outcome), rule.items ~= nil
  self:each_repeated(rule, function(action, entry)
    if safety.may_repeat(self.registry, action, nil, entry, entry and entry.kind, outcome, in_part) then
      safe = true
    elseif unsafe[#unsafe] ~= action then
      table.insert(unsafe, action)
      tokens = tokens and self.registry:action(action).has_client_token
    end
  end)
  if #unsafe == 0 then return end
  if not safety.depends(rule, outcome) then
    self:add(rule, "warning", "unsafe", "unsafe = true: %s may be carried out twice", examples(unsafe))
  elseif not safe then
    local amends = outcome.move == "send_changed"
    local why = tokens and "unless the request carries a ClientToken"
      or rule.items and not amends and "as a whole, for other items may have been carried out; the rule has no effect: "
        .. "amend the request to the items that failed"
      or "for it may have been carried out; the rule has no effect"
    self:add(rule, tokens and "note" or "warning", "unsafe", "%s will not be sent again %s", examples(unsafe), why)
  end
end

-- Sending the same request again after a while, for codes that do not pass.
function Lint:hopeless(rule)
  if not (rule.outcome and rule.outcome.move == "back_off") or rule:pattern() == "exact" then return end
  local codes, set = {}, self:set_of(rule)
  for _, pair in ipairs(self.catalog:matching_codes(rule.scope, rule.code)) do
    local entry = self.catalog:entry(pair.code, pair.action)
    if vocabulary.kind[entry.kind].hopeless and entry.retryable == "no"
      and contains(asked_of(set, action_name.split(pair.action), pair.code, entry.kind), rule) then
      table.insert(codes, pair.code)
    end
  end
  if #codes == 0 then return end
  self:add(rule, "warning", "hopeless", "%s holds codes that no retry helps: %s; give them a rule of their own",
    rule.code, examples(codes))
end

function Lint:check(rule)
  if not self:scope(rule) or self:is_success(rule) then return end
  local form, name = rule:pattern()
  if not check_code[form](self, rule, name) then return end
  self:bare_code(rule)
  self:never_wins(rule)
  self:unsafe(rule)
  self:hopeless(rule)
  for _, finding in ipairs(no_effect(rule, self.catalog)) do
    self:add(rule, finding.level, "no-effect", "%s", finding.message)
  end
end

---@param rules tencentcloud.Rules
---@return tencentcloud.Finding[] in the order of the rules
return function(rules)
  local lint = setmetatable({
    rules = rules,
    registry = rules.registry,
    catalog = catalog.new(rules.registry),
    findings = {},
  }, Lint)
  for _, rule in ipairs(rules:list()) do lint:check(rule) end
  return lint.findings
end
