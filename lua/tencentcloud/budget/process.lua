-- A retry budget inside this process: a bucket of tokens for each account, service and region.
-- Retries draw from it, successes give back, so that an outage is not answered with a storm.

local arguments = require "tencentcloud.arguments"
local tokens = require "tencentcloud.budget.tokens"

---@class tencentcloud.ProcessBudget: tencentcloud.Budget
---@field capacity integer
local ProcessBudget = {}
ProcessBudget.__index = ProcessBudget

---Takes tokens, or none at all.
---@param key string which bucket
---@param cost integer tokens
---@return boolean granted
---@return integer tokens that are left
function ProcessBudget:draw(key, cost)
  local left = self:tokens(key) - cost
  if left < 0 then return false, left + cost end
  self.spent[key] = self.capacity - left
  return true, left
end

---Gives tokens back, up to the capacity.
---@param key string
---@param amount integer
function ProcessBudget:refund(key, amount)
  local spent = self.spent[key]
  if not spent then return end
  spent = spent - amount
  -- A full bucket needs no entry: the table holds only buckets in trouble.
  self.spent[key] = spent > 0 and spent or nil
end

---@param key string
---@return integer tokens that are left
function ProcessBudget:tokens(key)
  return self.capacity - (self.spent[key] or 0)
end

local process = {}

---@param options {capacity: integer?}? capacity: tokens of a full bucket, by default 500
---@return tencentcloud.ProcessBudget
function process.new(options)
  options = arguments.options(options, { capacity = arguments.whole(0) }, 1, "new")
  return setmetatable({ capacity = options.capacity or tokens.CAPACITY, spent = {} }, ProcessBudget)
end

return process
