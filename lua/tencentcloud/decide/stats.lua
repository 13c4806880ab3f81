-- What rules have seen and decided, for rules:stats().

local action_name = require "tencentcloud.action_name"
local core = require "tencentcloud.core"
local limits = require("tencentcloud.vocabulary").limits
local merge = require "tencentcloud.merge"

---@class tencentcloud.StatsCollector
local StatsCollector = {}
StatsCollector.__index = StatsCollector

-- Codes come from outside, and names of actions may: what is counted one by one is bounded, the rest is counted
-- together. What is no action's name, or longer than a code, is not kept either.
local PAIRS_MAX = 4096
local LENGTH_MAX = limits.name.value -- bytes of a code
local REST, UNKNOWN = "(other)", "(unknown)"

local function counted_name(action)
  if action == nil then return UNKNOWN end
  return action_name.split(action).name and action or REST
end

-- A dot or a blank at its end makes no other code of one.
local function counted_code(code)
  if code == nil then return "ok" end
  if #code > LENGTH_MAX then return REST end
  return core.entry(code).code
end

---Counts what followed an answer.
---@param action string?
---@param code string? nil for a success
---@param rule tencentcloud.Rule? that decided
---@param what string the outcome that was carried out; "fail" for one that was not
---@param counted boolean does the outcome count?
function StatsCollector:add(action, code, rule, what, counted)
  local hits = self.hits
  if rule then hits[rule] = (hits[rule] or 0) + 1 end
  if not counted then return end
  local codes = self.actions[action or UNKNOWN]
  local outcomes = codes and codes[code or "ok"]
  if not outcomes then
    action, code = counted_name(action), counted_code(code)
    codes = self.actions[action]
    outcomes = codes and codes[code]
  end
  if not outcomes then
    if self.pairs >= PAIRS_MAX then
      action, code = REST, REST
    else
      self.pairs = self.pairs + 1
    end
    codes = self.actions[action] or {}
    self.actions[action] = codes
    outcomes = codes[code] or {}
    codes[code] = outcomes
  end
  outcomes[what] = (outcomes[what] or 0) + 1
end

---Notes what rules on items could not read of an answer.
---@param action string?
---@param unread tencentcloud.Unread[]
function StatsCollector:not_read(action, unread)
  action = counted_name(action)
  for _, one in ipairs(unread) do
    local key = action .. " " .. one.path
    local sum = self.unread[key]
    if not sum and #self.unread >= PAIRS_MAX then return end
    if not sum then
      sum = { action = action, path = one.path, count = 0, answers = 0 }
      self.unread[key] = sum
      table.insert(self.unread, sum)
    end
    sum.count, sum.answers, sum.why = sum.count + one.count, sum.answers + 1, one.why
  end
end

local function counts_of(self, guard)
  local counts = self.guards[guard]
  if not counts then
    counts = { asked = 0, forbidden = 0, held = 0, guard_failed = 0 }
    self.guards[guard] = counts
  end
  return counts
end

---Counts that a guard was asked.
---@param guard tencentcloud.ScopedGuard
---@param note string? what it says beside its answer: why a limit is not the shared one
function StatsCollector:asked(guard, note)
  local counts = counts_of(self, guard)
  counts.asked = counts.asked + 1
  counts.note = note or counts.note
end

---Counts what a guard had against a request.
---@param guard tencentcloud.ScopedGuard
---@param event "forbidden"|"held"|"guard_failed"
function StatsCollector:guarded(guard, event)
  local counts = counts_of(self, guard)
  counts[event] = counts[event] + 1
end

---@class tencentcloud.GuardCounts
---@field guard tencentcloud.ScopedGuard
---@field asked integer how often it was asked
---@field refused integer how often it refused a request
---@field held integer how often it held one back
---@field failed integer how often it raised, or returned what is no answer
---@field note string? what it last said beside its answer

---@class tencentcloud.Stats
---@field actions table<string, table<string, table<string, integer>>> action, code (or "ok"), outcome: how often
---@field rules {rule: tencentcloud.Rule, hits: integer}[] the program's own rules, and how often each one won
---@field dead tencentcloud.Rule[] those that have never won
---@field guards tencentcloud.GuardCounts[] in the order written
---@field undeclared {action: string, code: string, count: integer}[] codes seen that the catalog does not list
---@field unread {action: string, path: string, answers: integer, count: integer, why: string}[] where rules on items
---  found no items, or items without a code: in how many answers, how many lists and items, and what was wrong last
---@field calls integer calls that have ended
---@field stopped_by table<string, integer> what ended those that failed: how often
---@field hook_errors integer how often the hooks on_attempt and on_end, and the `done` of guards, raised
---@field hook_error string? what it raised last

---Counts the end of a call.
---@param stopped_by string? nil for a success
function StatsCollector:ended(stopped_by)
  self.calls = self.calls + 1
  if stopped_by then self.stopped_by[stopped_by] = (self.stopped_by[stopped_by] or 0) + 1 end
end

---Notes that a hook raised.
---@param problem any
function StatsCollector:hook_raised(problem)
  self.hook_errors, self.hook_error = self.hook_errors + 1, tostring(problem)
end

local function copy_of(actions)
  local copy = {}
  for action, codes in pairs(actions) do
    copy[action] = {}
    for code, outcomes in pairs(codes) do
      copy[action][code] = {}
      for what, count in pairs(outcomes) do copy[action][code][what] = count end
    end
  end
  return copy
end

local function copy_of_list(list)
  local copy = {}
  for i, one in ipairs(list) do copy[i] = merge(one) end
  return copy
end

local function is_undeclared(registry, action, code)
  if code == "ok" or code == REST or action == REST or (code .. "."):find("^ClientError%.") then return false end
  local facts = action:find(".", 1, true) and registry:action(action)
  return facts and not facts:declares(code) and not core.entry(code).common
end

local function undeclared(actions, registry)
  local list = {}
  for action, codes in pairs(actions) do
    for code, outcomes in pairs(codes) do
      if is_undeclared(registry, action, code) then
        local total = 0
        for _, count in pairs(outcomes) do total = total + count end
        table.insert(list, { action = action, code = code, count = total })
      end
    end
  end
  table.sort(list, function(one, other)
    if one.action ~= other.action then return one.action < other.action end
    return one.code < other.code
  end)
  return list
end

local function guard_counts(self, guards)
  local list = {}
  for position, guard in ipairs(guards and guards:list() or {}) do
    local counts = counts_of(self, guard)
    list[position] = { guard = guard, asked = counts.asked, refused = counts.forbidden, held = counts.held,
      failed = counts.guard_failed, note = counts.note }
  end
  return list
end

---@param rules tencentcloud.Rules
---@return tencentcloud.Stats
function StatsCollector:report(rules)
  local with_hits, dead = {}, {}
  for _, rule in ipairs(rules:list()) do
    local hits = self.hits[rule] or 0
    table.insert(with_hits, { rule = rule, hits = hits })
    if hits == 0 then table.insert(dead, rule) end
  end
  return {
    actions = copy_of(self.actions),
    rules = with_hits,
    dead = dead,
    guards = guard_counts(self, rules.guards),
    undeclared = undeclared(self.actions, rules.registry),
    unread = copy_of_list(self.unread),
    calls = self.calls,
    stopped_by = merge(self.stopped_by),
    hook_errors = self.hook_errors,
    hook_error = self.hook_error,
  }
end

local stats = {}

---@return tencentcloud.StatsCollector
function stats.new()
  return setmetatable({
    actions = {},
    pairs = 0,
    hits = setmetatable({}, { __mode = "k" }), -- rules that were removed are not kept by it
    unread = {}, -- a list, and each of it by action and path
    guards = setmetatable({}, { __mode = "k" }),
    calls = 0,
    stopped_by = {},
    hook_errors = 0,
    hook_error = nil,
  }, StatsCollector)
end

return stats
