-- The guards of a rule set: what is asked before each request, and may hold it back or refuse it.

local core = require "tencentcloud.core"
local outcomes = require "tencentcloud.rules.outcome"

---What a guard gets. The same table for all guards of an attempt.
---@class tencentcloud.GuardRequest
---@field action string "cvm.RunInstances"
---@field service string
---@field name string "RunInstances"
---@field version string? of the API, where it is known
---@field region string?
---@field account string?
---@field params table that will be sent; what a guard changes in it is sent in this attempt
---@field attempt integer 1 for the first request of the call
---@field state table the call's own, as handlers see it
---@field elapsed number seconds since the call began
---@field remaining number? seconds until its deadline; nil where there is none
---@field timeout number? seconds that this request may take; nil where that is not limited
---@field now number seconds, of the runtime's clock

---@class tencentcloud.GuardRule
---@field id integer
---@field scope string
---@field guard function or what can be called like one
---@field place string where it was written: "file:line"
---@field asked integer how often it was asked,
---@field held integer how often it held a request back,
---@field refused integer and how often it refused one
local GuardRule = { __name = "tencentcloud.GuardRule" }
GuardRule.__index = GuardRule

function GuardRule:__tostring()
  return ("before %s (%s)"):format(self.scope, self.place)
end

---@class tencentcloud.GuardSet
local GuardSet = {}
GuardSet.__index = GuardSet

---@param fields {scope: string, guard: function, place: string}
---@return tencentcloud.GuardRule? added
---@return string? message why not
function GuardSet:add(fields)
  local form, problem = core.scope_pattern(fields.scope)
  if not form then return nil, ("scope %q: %s"):format(fields.scope, tostring(problem)) end
  self.last_id = self.last_id + 1
  fields.id, fields.asked, fields.held, fields.refused = self.last_id, 0, 0, 0
  fields.has_version = select(4, core.scope_pattern(fields.scope)) ~= nil
  local added = setmetatable(fields, GuardRule)
  table.insert(self.rules, added)
  self:forget()
  return added
end

---@param removed tencentcloud.GuardRule
---@return boolean removed false where it was not in force
function GuardSet:remove(removed)
  for position, one in ipairs(self.rules) do
    if one == removed then
      table.remove(self.rules, position)
      self:forget()
      return true
    end
  end
  return false
end

---All guards, in the order that they were written.
---@return tencentcloud.GuardRule[]
function GuardSet:list()
  local list = {}
  for position, one in ipairs(self.rules) do list[position] = one end
  return list
end

-- What is remembered for each action is bounded, for names may come from outside.
local CACHED_MAX = 4096

function GuardSet:forget()
  self.by_action, self.cached = {}, 0
end

-- A scope with a version is about calls by the plain name too: they have the version that the registry knows.
local function with_version(registry, action)
  local facts = not action:find("@", 1, true) and registry:action(action)
  return facts and ("%s@%s.%s"):format(facts.service, facts.version, facts.name) or action
end

---The guards of an action, in the order in which they are asked.
---@param action string well-formed
---@return tencentcloud.GuardRule[] not to be changed
function GuardSet:of(action)
  local known = self.by_action[action]
  if known then return known end
  local list, versioned = {}, with_version(self.registry, action)
  for _, one in ipairs(self.rules) do
    if core.scope_matches(one.scope, one.has_version and versioned or action) then table.insert(list, one) end
  end
  if self.cached >= CACHED_MAX then self:forget() end
  self.by_action[action], self.cached = list, self.cached + 1
  return list
end

-- What a guard answered: nothing, an outcome, or who is to hear of the end; or nil, nil and what is wrong with it.
local function ask(rule, request)
  rule.asked = rule.asked + 1
  local ok, answer = pcall(rule.guard, request)
  if not ok then return nil, nil, tostring(answer) end
  if answer == nil then return nil end
  if outcomes.is(answer) then
    if answer.move == "ask_again" or answer.vetoes then return answer end
    return nil, nil, ("it returned %s; a guard returns tc.forbid, tc.wait, a table with done, or nil")
      :format(tostring(answer))
  end
  local done = type(answer) == "table" and answer.done or nil
  if type(done) == "function" then return nil, done end
  return nil, nil, ("it returned a %s; a guard returns tc.forbid, tc.wait, a table with done, or nil")
    :format(type(answer))
end

-- The longer of two waits.
local function longer(one, other)
  return (one.every or 0) >= (other.every or 0) and one or other
end

---Asks the guards of a list. A refusal ends it; where several hold the request back, the longest wait counts.
---@param list tencentcloud.GuardRule[]
---@param request tencentcloud.GuardRequest
---@return fun(attempt: tencentcloud.Attempt?)[] dones of the guards that want to hear of the end
---@return tencentcloud.Outcome? outcome forbid or wait; nil where the request may be sent
---@return tencentcloud.GuardRule? stopper the guard that refused it, or that failed
---@return string? problem how the guard failed
local function ask_all(list, request)
  local dones, wait = {}, nil
  for _, rule in ipairs(list) do
    local outcome, done, problem = ask(rule, request)
    if problem then return dones, nil, rule, problem end
    if done then table.insert(dones, done) end
    if outcome and outcome.vetoes then
      rule.refused = rule.refused + 1
      return dones, outcome, rule
    elseif outcome then
      rule.held = rule.held + 1
      wait = wait and longer(wait, outcome) or outcome
    end
  end
  return dones, wait
end

local guard_set = { ask_all = ask_all }

---@param value any
---@return boolean
function guard_set.is(value)
  return getmetatable(value) == GuardRule
end

---@param registry tencentcloud.Registry
---@return tencentcloud.GuardSet
function guard_set.new(registry)
  return setmetatable({ registry = registry, rules = {}, by_action = {}, cached = 0, last_id = 0 }, GuardSet)
end

return guard_set
