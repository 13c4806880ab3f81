-- The guards of a rule set, which have a say before each request is sent: rules:before(scope, guard).

local arguments = require "tencentcloud.arguments"
local core = require "tencentcloud.core"
local leases = require "tencentcloud.call.leases"
local machine = require "tencentcloud.call.machine"
local merge = require "tencentcloud.merge"
local outcomes = require "tencentcloud.rules.outcome"
local params_module = require "tencentcloud.params"

---What a guard is asked about: a request that is about to be sent.
---@class tencentcloud.GuardRequest
---@field action string "cvm.RunInstances"
---@field service string
---@field name string "RunInstances"
---@field version string? of the API, where the registry knows it
---@field region string?
---@field account string?
---@field params table a copy of the request's parameters
---@field attempt integer the number that this request has in its call, from 1
---@field state table the call's own, which handlers get too
---@field elapsed number seconds since the call began
---@field remaining number? seconds until its deadline; nil where there is none
---@field timeout number? seconds that the request may take; nil where that is not limited
---@field now number seconds, of the runtime's clock
local Request = {}

local sources = setmetatable({}, { __mode = "k" }) -- request -> the call's own parameters

-- Few guards look at the parameters, so they are copied for those that do.
function Request:__index(key)
  if key ~= "params" then return nil end
  local copy = params_module.copy(sources[self])
  rawset(self, "params", copy)
  return copy
end

-- A request for one guard: what it changes in it no other guard sees.
local function request_of(fields, params)
  local request = setmetatable(merge(fields), Request)
  sources[request] = params
  return request
end

---A guard with its scope, which `rules:off` takes.
---@class tencentcloud.ScopedGuard
---@field scope string
---@field guard function|table what is asked
---@field place string where it was written: "file:line"
---@field position integer among those of its rule set, in the order written
local ScopedGuard = { __name = "tencentcloud.ScopedGuard" }
ScopedGuard.__index = ScopedGuard

function ScopedGuard:__tostring()
  local meta = type(self.guard) == "table" and getmetatable(self.guard)
  local what = meta and meta.__tostring and tostring(self.guard) or "a guard"
  return ("%s, %s (%s)"):format(self.scope, what, self.place)
end

---@class tencentcloud.GuardSet
---@field book tencentcloud.Rulebook finds the scopes that match; several guards may have the same
---@field scopes table<integer, tencentcloud.ScopedGuard[]> by the rulebook's number of the scope
---@field ids table<string, integer> the rulebook's number of each scope
---@field found table<table, {version: string?, list: tencentcloud.ScopedGuard[]}> what was found for an action's name
local GuardSet = {}
GuardSet.__index = GuardSet

local LAYER = 2 -- all are of one

local new

function GuardSet:changed()
  self.found = setmetatable({}, { __mode = "k" })
end

---@param scope string
---@param guard function|table
---@param place string
---@return tencentcloud.ScopedGuard? added
---@return string? problem with the scope
function GuardSet:add(scope, guard, place)
  local id = self.ids[scope]
  if not id then
    local problem
    id, problem = self.book:add(scope, "ok", LAYER)
    if not id then return nil, problem end
    self.ids[scope], self.scopes[id] = id, {}
  end
  self.position = self.position + 1
  local added = setmetatable({ scope = scope, guard = guard, place = place, position = self.position }, ScopedGuard)
  table.insert(self.scopes[id], added)
  self:changed()
  return added
end

-- A scope without guards is forgotten.
function GuardSet:take(id, index)
  local guards = self.scopes[id]
  local removed = table.remove(guards, index)
  if #guards > 0 then return end
  self.book:remove(id)
  self.scopes[id], self.ids[removed.scope] = nil, nil
end

---@param removed tencentcloud.ScopedGuard
---@return boolean removed false where it was not there any more
function GuardSet:remove(removed)
  for index, one in ipairs(self.scopes[self.ids[removed.scope]] or {}) do
    if one == removed then
      self:take(self.ids[removed.scope], index)
      self:changed()
      return true
    end
  end
  return false
end

local function by_position(one, other) return one.position < other.position end

---The guards of all scopes that match, in the order written. The list does not change, even where a guard that
---it has is removed by another one.
---@param parts tencentcloud.ActionName
---@param version string? that is sent
---@return tencentcloud.ScopedGuard[]
function GuardSet:matching(parts, version)
  local found = self.found[parts]
  if found and found.version == version then return found.list end
  local list = {}
  for _, id in ipairs(self.book:candidates(parts.service, version, parts.name, "ok")) do
    for _, one in ipairs(self.scopes[id]) do table.insert(list, one) end
  end
  table.sort(list, by_position)
  self.found[parts] = { version = version, list = list } -- a definition can give an action another version
  return list
end

---All guards, in the order written.
---@return tencentcloud.ScopedGuard[]
function GuardSet:list()
  local list = {}
  for _, of_scope in pairs(self.scopes) do
    for _, one in ipairs(of_scope) do table.insert(list, one) end
  end
  table.sort(list, by_position)
  return list
end

-- A guard's twin without a past, where it can make one.
local function fresh(guard, twins)
  if type(guard) ~= "table" or arguments.callable(guard.fresh) then return guard end
  twins[guard] = twins[guard] or guard:fresh()
  return twins[guard]
end

---The same guards without a past, for a dry run: their limits must not count what is only played. One that cannot make
---a twin of itself is asked as it is.
---@return tencentcloud.GuardSet
function GuardSet:fresh()
  local set, twins = new(), {}
  for _, one in ipairs(self:list()) do
    set:add(one.scope, fresh(one.guard, twins), one.place)
  end
  return set
end

-- What a guard's answer means: an event that keeps the request from being sent and why, or nil.
local function objection(ok, answer)
  if not ok then return { type = "guard_failed" }, "guard: " .. tostring(answer) end
  if outcomes.is(answer) then
    if answer.type == "wait" and not answer.backoff then
      return { type = "held", every = answer.every, deadline = answer.deadline }
    end
    if answer.type == "forbid" then return { type = "forbidden", retry_after = answer.retry_after }, answer.reason end
  end
  local advice = "return nil, tc.forbid, tc.wait{ every, deadline } or { done = function }"
  local returned = outcomes.is(answer) and "tc." .. answer.type or "a " .. type(answer)
  return { type = "guard_failed" }, ("guard: it returned %s; %s"):format(returned, advice)
end

-- Both of two waits: the longer one, within both deadlines.
local function both(one, other)
  local deadline = one.deadline
  if not deadline or other.deadline and other.deadline < deadline then deadline = other.deadline end
  local every = math.max(one.every or machine.EVERY, other.every or machine.EVERY)
  return { type = "held", every = every, deadline = deadline }
end

-- Asks one guard: who is to hear of the end, if anybody; or an event that keeps the request from being sent, and why.
local function ask_one(one, request, collector)
  local ok, answer = pcall(one.guard, request)
  local readable, done = true, nil
  if ok then readable, done = pcall(leases.read, answer) end
  if not readable then ok, answer, done = false, done, nil end
  collector:asked(one, done and answer.note)
  if done then return done end
  if ok and answer == nil then return nil end
  local event, reason = objection(ok, answer)
  collector:guarded(one, event.type)
  return nil, event, reason
end

---Asks the guards that match. One that refuses ends it; where several hold the request back, the longest wait counts.
---@param fields table what is known of the request, but for its parameters
---@param params table
---@param parts tencentcloud.ActionName
---@param collector tencentcloud.StatsCollector
---@return tencentcloud.Leases? leases to finish; nil where no guard gave one
---@return table? event that keeps the request from being sent
---@return tencentcloud.ScopedGuard? by the guard that it came from
---@return string? reason
function GuardSet:ask(fields, params, parts, collector)
  local given, held, held_by
  for _, one in ipairs(self:matching(parts, fields.version)) do
    local done, event, reason = ask_one(one, request_of(fields, params), collector)
    if done then
      given = given or leases.new(collector)
      table.insert(given, done)
    elseif event and event.type == "held" then
      held, held_by = held and both(held, event) or event, held_by or one
    elseif event then
      if given then given:finish(nil) end
      return nil, event, one, reason
    end
  end
  if held and given then given:finish(nil) end
  if held then return nil, held, held_by end
  return given
end

local guards = {}

---@return tencentcloud.GuardSet
function new()
  local self = setmetatable({ book = core.rulebook(), scopes = {}, ids = {}, position = 0 }, GuardSet)
  self:changed()
  return self
end

guards.new = new

---Is the value what `add` gave?
---@param value any
---@return boolean
function guards.is(value)
  return getmetatable(value) == ScopedGuard
end

return guards
