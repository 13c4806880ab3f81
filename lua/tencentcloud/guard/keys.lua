-- Whose limit it is: a guard's option `key`, and the state that the guard keeps for each key. Keys may come from
-- outside (a tenant, a header), so there is an end to how many are kept and how long one is.

local action_name = require "tencentcloud.action_name"
local arguments = require "tencentcloud.arguments"

---@alias tencentcloud.GuardKey
---| "account" | "region" | "service" | "action"
---| fun(request: tencentcloud.GuardRequest): string|number

local KEYS_MAX = 4096 -- that are kept
local LENGTH_MAX = 256 -- bytes
local REST = "(other)" -- the one key of all that are too many or too long
local PAUSE = 1 -- seconds between two searches for states to forget

local FIELDS = {
  account = function(request) return request.account or "" end,
  region = function(request) return request.region or "" end,
  service = function(request) return request.service end,
  -- One action has one limit, with its version written or without.
  action = function(request)
    local parts = action_name.split(request.action)
    return parts.service .. "." .. parts.name
  end,
}

local function the_only() return "" end

local keys = {}

local is_field = arguments.one_of("account", "region", "service", "action")

---A checker for the option.
function keys.check(value)
  if type(value) ~= "string" and not arguments.callable(value) then return nil end
  local wanted = is_field(value)
  return wanted and wanted .. " or a function"
end

---@param key tencentcloud.GuardKey? nil: one limit for all requests
---@param name string of the guard, for messages
---@return fun(request: tencentcloud.GuardRequest): string
function keys.reader(key, name)
  if key == nil then return the_only end
  if type(key) == "string" then return FIELDS[key] end
  return function(request)
    local value = key(request)
    if type(value) == "number" then value = tostring(value) end
    -- A key that is missing must not become a request without a limit.
    if type(value) ~= "string" then
      error(("%s: key: the function returned a %s; return a text"):format(name, type(value)), 0)
    end
    return value
  end
end

---@class tencentcloud.GuardStates
local States = {}
States.__index = States

-- Forgets the states that are as good as new ones: was there any?
function States:forget(now)
  if self.searched and now >= self.searched and now < self.searched + PAUSE then return false end
  self.searched = now
  local before = self.count
  for key, state in pairs(self.states) do
    if key ~= REST and self.is_idle(state, now) then
      self.states[key] = nil
      self.count = self.count - 1
    end
  end
  return self.count < before
end

---The state of a key; a new one where there is none.
---@param key string
---@param now number seconds
---@return table state
---@return string key the one that it is kept under
function States:of(key, now)
  if #key > LENGTH_MAX then key = REST end
  local state = self.states[key]
  if state then return state, key end
  if key ~= REST then
    if self.count >= KEYS_MAX and not self:forget(now) then return self:of(REST, now) end
    self.count = self.count + 1
  end
  state = self.make(now)
  self.states[key] = state
  return state, key
end

---The state of a key where there is one.
---@param key string
---@return table?
function States:seen(key)
  return self.states[#key > LENGTH_MAX and REST or key]
end

---@param make fun(now: number): table a new state
---@param is_idle fun(state: table, now: number): boolean would a new state do as well?
---@return tencentcloud.GuardStates
function keys.states(make, is_idle)
  return setmetatable({ states = {}, count = 0, make = make, is_idle = is_idle, searched = nil }, States)
end

return keys
