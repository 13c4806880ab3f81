-- The buckets of tencentcloud.budget.skynet, in the one service that has them. It knows no settings: each draw brings
-- its own, so that the services need not agree on who starts it.

local skynet_service = {}

local Buckets = {}
Buckets.__index = Buckets

-- The bucket's spent tokens. An entry lives for a while from its first draw on, however often it changes, and then
-- the bucket is full again: what services had still to give back when they ended may not lack for ever.
function Buckets:spent(key, now)
  local entry = self.entries[key]
  return entry and now < entry.expires and entry.spent or 0
end

-- A full bucket needs no entry.
function Buckets:set(key, spent, now, expiry)
  local entry = self.entries[key]
  if spent <= 0 then
    self.entries[key] = nil
  elseif entry and now < entry.expires then
    entry.spent = spent
  else
    self:sweep(now, expiry)
    self.entries[key] = { spent = spent, expires = now + expiry }
  end
end

-- Takes out what has expired, once in a while: keys may come and never be asked for again.
function Buckets:sweep(now, expiry)
  if now < self.swept then return end
  self.swept = now + expiry
  for key, entry in pairs(self.entries) do
    if now >= entry.expires then self.entries[key] = nil end
  end
end

---Gives tokens back, then takes some or none at all.
---@param now number seconds
---@param key string which bucket
---@param cost integer
---@param returned integer tokens that are given back
---@param capacity integer
---@param expiry number seconds
---@return boolean granted
---@return integer tokens that are left
function Buckets:draw(now, key, cost, returned, capacity, expiry)
  local spent = math.max(0, self:spent(key, now) - returned)
  local granted = spent + cost <= capacity
  if granted then spent = spent + cost end
  self:set(key, spent, now, expiry)
  return granted, math.max(0, capacity - spent)
end

---@param now number seconds
---@param key string
---@param returned integer
function Buckets:refund(now, key, returned)
  local spent = self:spent(key, now)
  if spent > 0 then self:set(key, spent - returned, now) end
end

---@return table buckets
function skynet_service.buckets()
  return setmetatable({ entries = {}, swept = 0 }, Buckets)
end

---Makes the service that this runs in the one that has the buckets.
function skynet_service.start()
  local skynet = require "skynet"
  local buckets = skynet_service.buckets()
  skynet.start(function()
    skynet.dispatch("lua", function(_, _, command, ...)
      local now = skynet.now() / 100
      if command == "draw" then
        skynet.retpack(buckets:draw(now, ...))
      else
        buckets:refund(now, ...)
        skynet.ignoreret()
      end
    end)
  end)
end

return skynet_service
