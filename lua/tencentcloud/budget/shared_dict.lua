-- A retry budget for all workers of one nginx, in an ngx.shared.DICT. Only its atomic `incr` changes
-- a number, so there is no lock. An entry holds the tokens that are spent: none is a full bucket.

local arguments = require "tencentcloud.arguments"
local process = require "tencentcloud.budget.process"
local tokens = require "tencentcloud.budget.tokens"

---@class tencentcloud.SharedDictBudget: tencentcloud.Budget
local SharedDictBudget = {}
SharedDictBudget.__index = SharedDictBudget

local DEFAULT_EXPIRY = 60 -- seconds

-- How often an entry may expire as soon as it was made.
local TRIES = 10

-- Adds to the spent tokens: how many they are then, or nil and the dictionary's problem. The entry expires some time
-- after its first token was spent, so a drained bucket fills up again. `incr` could make such an entry by itself, but
-- only since nginx's module 0.10.12, and where lua-resty-core is.
function SharedDictBudget:spend(name, cost)
  local spent, problem
  for _ = 1, TRIES do
    spent, problem = self.dict:incr(name, cost)
    if spent or problem ~= "not found" then break end
    local ok, why = self.dict:add(name, 0, self.expiry)
    if not ok and why ~= "exists" then return nil, why end -- another worker was first
  end
  return spent, problem
end

---Takes tokens, or none at all. Where the dictionary has no room, the worker's own budget serves.
---@param key string which bucket
---@param cost integer tokens
---@return boolean granted
---@return integer tokens that are left
---@return string? note why the local budget served
function SharedDictBudget:draw(key, cost)
  local name = self.prefix .. key
  local spent, problem = self:spend(name, cost)
  if not spent then
    local granted, left = self.fallback:draw(key, cost)
    return granted, left, "shared dictionary: " .. tostring(problem)
  end
  if spent <= self.capacity then return true, self.capacity - spent end
  -- Until they are put back another worker may be refused because of these tokens; none gets too many.
  self:put_back(name, cost)
  return false, math.max(0, self.capacity - spent + cost)
end

-- Takes `amount` from the spent tokens. The number can fall below zero, which would be a bucket of more than
-- its capacity: two workers may put back at once, or the entry may have expired meanwhile, and begins anew
-- from zero. Then each adds again what lacks to zero, but no more than it took itself.
function SharedDictBudget:put_back(name, amount)
  local spent = self.dict:incr(name, -amount)
  if spent and spent < 0 then self.dict:incr(name, math.min(amount, -spent)) end
end

---Gives tokens back, up to the capacity.
---@param key string
---@param amount integer
function SharedDictBudget:refund(key, amount)
  self.fallback:refund(key, amount)
  local name = self.prefix .. key
  -- Most successes find a full bucket, and must not write.
  if (self.dict:get(name) or 0) > 0 then self:put_back(name, amount) end
end

---@param key string
---@return integer tokens that are left
function SharedDictBudget:tokens(key)
  local spent = self.dict:get(self.prefix .. key) or 0
  return math.max(0, math.min(self.capacity, self.capacity - spent))
end

local shared_dict = {}

local OPTIONS = { capacity = arguments.whole(0), expiry = arguments.number(0.001), prefix = arguments.type("string") }

---@param dict table ngx.shared.NAME, declared with lua_shared_dict
---@param options {capacity: integer?, expiry: number?, prefix: string?}? 500 tokens; 60 seconds; "budget:"
---@return tencentcloud.SharedDictBudget
function shared_dict.new(dict, options)
  local wanted = arguments.methods("incr", "get", "add")(dict)
  arguments.that(not wanted, 1, "new", "dict: an ngx.shared.DICT expected; declare one with lua_shared_dict")
  options = arguments.options(options, OPTIONS, 2, "new")
  local capacity = options.capacity or tokens.CAPACITY
  return setmetatable({
    dict = dict,
    capacity = capacity,
    expiry = options.expiry or DEFAULT_EXPIRY,
    prefix = options.prefix or "budget:",
    fallback = process.new{ capacity = capacity },
  }, SharedDictBudget)
end

return shared_dict
