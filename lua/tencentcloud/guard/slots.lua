-- Places for requests that run at once, in this process. A place is free again when its request has ended, or when its
-- lease has: a coroutine that was killed tells nobody.

---@class tencentcloud.Slots
---@field most integer
---@field taken integer
---@field leases table<table, boolean> those of the places that are taken
local Slots = {}
Slots.__index = Slots

function Slots:free(lease)
  if not self.leases[lease] then return end
  self.leases[lease] = nil
  self.taken = self.taken - 1
end

function Slots:free_expired(now)
  for lease in pairs(self.leases) do
    if now >= lease.expires then self:free(lease) end
  end
end

---Takes a place.
---@param now number seconds
---@param seconds number of the lease
---@return (fun())? free gives the place back; nil where all are taken
function Slots:take(now, seconds)
  if self.taken >= self.most then self:free_expired(now) end
  if self.taken >= self.most then return nil end
  local lease = { expires = now + seconds }
  self.leases[lease] = true
  self.taken = self.taken + 1
  return function() self:free(lease) end
end

---@param now number seconds
---@return boolean
function Slots:is_empty(now)
  if self.taken > 0 then self:free_expired(now) end
  return self.taken == 0
end

local slots = {}

---@param most integer
---@return tencentcloud.Slots
function slots.new(most)
  return setmetatable({ most = most, taken = 0, leases = {} }, Slots)
end

return slots
