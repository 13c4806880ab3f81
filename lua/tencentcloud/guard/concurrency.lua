-- tc.concurrency: no more than so many requests at once (a bulkhead): a slow service must not tie up all of a program.

local arguments = require "tencentcloud.arguments"
local guard = require "tencentcloud.guard.guard"
local keys = require "tencentcloud.guard.keys"
local shared_slots = require "tencentcloud.guard.shared_slots"
local slots = require "tencentcloud.guard.slots"

---@class tencentcloud.ConcurrencyOptions
---@field most integer requests at once
---@field key tencentcloud.GuardKey? one limit for each; one for all by default
---@field dict table? ngx.shared.NAME: one limit for all workers of nginx
---@field prefix string? of the entries in the dictionary; "concurrency:"
---@field lease number? seconds after which a request counts as gone; what it may take (attempt_timeout, else what
---  remains of the call), else 60
---@field every number? seconds until a request that was held back asks again; 0.1
---@field refuse boolean? refuse what would have to wait
---@field deadline number? seconds that a request is held back at most

local OPTIONS = {
  most = arguments.whole(1),
  key = keys.check,
  dict = guard.dict,
  prefix = arguments.type("string"),
  lease = arguments.number(0.001),
  every = arguments.number(0.001),
  refuse = arguments.type("boolean"),
  deadline = arguments.number(0),
}

local EVERY = 0.1 -- seconds
local LEASE = 60 -- seconds
local LEASE_MIN = 0.001 -- seconds: a dictionary takes 0 for "never expires"

local new

---@class tencentcloud.Concurrency
local Concurrency = guard.class("concurrency", { "most", "key", "lease", "every", "refuse", "deadline" },
  function(options) return new(options) end)

-- How long the request may run at most.
local function lease_of(options, request)
  local limit = request.timeout or request.remaining or LEASE
  return options.lease or math.max(limit < math.huge and limit or LEASE, LEASE_MIN)
end

---@param request tencentcloud.GuardRequest
function Concurrency:ask(request)
  local options, now = self.options, request.now
  local state, key = self.states:of(self.key_of(request), now)
  local lease, free, problem = lease_of(options, request), nil, nil
  if self.shared then
    free, problem = self.shared:take(key, now, lease)
    state.note = problem and "shared dictionary: " .. tostring(problem)
  end
  if not self.shared or problem then free = state:take(now, lease) end
  if not free then
    local why = ("%d requests at once%s: the limit is reached"):format(options.most, guard.of(key))
    return guard.hold(options, options.every or EVERY, why)
  end
  return { done = free, note = state.note }
end

---How many requests of a key are under way.
---@param key string?
---@param now number? seconds, of the clock of its requests: leases that have ended by then do not count
---@return {taken: integer, most: integer, note: string?}
function Concurrency:state(key, now)
  local state = self.states:seen(key or "")
  local note = state and state.note
  local taken = state and not state:is_empty(now or 0) and state.taken or 0
  if self.shared and not note then taken = self.shared:taken(key or "") end
  return { taken = taken, most = self.options.most, note = note }
end

---@param options tencentcloud.ConcurrencyOptions
---@return tencentcloud.Concurrency
function new(options)
  local most = options.most
  return setmetatable({
    options = options,
    key_of = keys.reader(options.key, "concurrency"),
    states = keys.states(function() return slots.new(most) end, function(state, now) return state:is_empty(now) end),
    shared = options.dict and shared_slots.new(options.dict, most, options.prefix or "concurrency:"),
  }, Concurrency)
end

local concurrency = {}

---@param options tencentcloud.ConcurrencyOptions
---@return tencentcloud.Concurrency
function concurrency.new(options)
  options = arguments.options(options, OPTIONS, 1, "concurrency")
  arguments.that(options.most, 1, "concurrency", "most: the number of requests at once expected")
  return new(options)
end

return concurrency
