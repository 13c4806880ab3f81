-- What guards gave for one attempt, to be told of its end: each `done` is called exactly once, whatever happens.

local arguments = require "tencentcloud.arguments"
local lua_global = require "tencentcloud.lua_global"
local merge = require "tencentcloud.merge"
local pcall_yields = require "tencentcloud.call.pcall_yields"

---@class tencentcloud.Leases
---@field collector tencentcloud.StatsCollector that counts what a `done` raises
---@field sent boolean was the request handed to `send`? Then it may have arrived, even where no attempt is told
local Leases = {}

---Tells all of them, the first time that it is called: the attempt, and whether `send` was called.
---@param attempt tencentcloud.Attempt? nil where the request was not sent, or send raised
function Leases:finish(attempt)
  if self.finished then return end
  self.finished = true
  for _, done in ipairs(self) do
    local ok, problem = pcall(done, attempt and merge(attempt), self.sent)
    if not ok then self.collector:hook_raised(problem) end
  end
end

---Runs a request under the leases. Where it raises they end, and the error goes on. Where pcall would keep `send`
---from yielding, they end when the call is collected; so do those of a coroutine that is never resumed.
---@param request fun(call: table): table, tencentcloud.Attempt
---@param call table
---@return table event
function Leases:run(request, call)
  local ok, event, attempt
  self.sent = true
  if pcall_yields or not coroutine.running() then -- outside of coroutines nothing yields
    ok, event, attempt = pcall(request, call)
  else
    ok, event, attempt = true, request(call)
  end
  self:finish(attempt)
  if not ok then error(event, 0) end
  return event
end

local metatable = { __index = Leases }

function metatable.__gc(self) self:finish(nil) end

local newproxy = lua_global "newproxy"

local leases = {}

---@param collector tencentcloud.StatsCollector
---@return tencentcloud.Leases without any yet: each is appended, as a function
function leases.new(collector)
  local self = setmetatable({ collector = collector, finished = false, sent = false }, metatable)
  -- Lua 5.1 and LuaJIT finalize userdata only.
  if newproxy then
    self.proxy = newproxy(true)
    getmetatable(self.proxy).__gc = function() self:finish(nil) end
  end
  return self
end

---The `done` of what a guard returned; nil where it is no lease.
---@param given any
---@return function?
function leases.read(given)
  local done = type(given) == "table" and given.done
  return done and not arguments.callable(done) and done or nil
end

return leases
