-- Places for requests that run at once, shared by all workers of one nginx in an ngx.shared.DICT. Each place is an
-- entry of its own: adding it succeeds for one worker only, so no counter can go wrong; and it expires with its lease,
-- so the place of a request that was killed comes back by itself.

local guard = require "tencentcloud.guard.guard"

---@class tencentcloud.SharedSlots
local SharedSlots = {}
SharedSlots.__index = SharedSlots

local function name_of(self, key, slot)
  return ("%s%s:%d"):format(self.prefix, key, slot)
end

---Takes a place.
---@param key string
---@param now number seconds
---@param lease number seconds until the place is free again in any case
---@return (fun())? free gives the place back; nil where all are taken, or the dictionary failed
---@return string? problem of the dictionary
function SharedSlots:take(key, now, lease)
  local expires = now + lease
  -- It begins where the last one was found: the places before are likely taken.
  for step = 0, self.most - 1 do
    local slot = (self.start + step) % self.most + 1
    local name = name_of(self, key, slot)
    local ok, problem = self.add(self.dict, name, expires, lease)
    if ok then
      self.start = slot % self.most
      return function() self:free(name, expires, slot) end
    end
    if problem ~= "exists" then return nil, problem end
  end
end

-- Where the lease has ended the place may be another request's, whose lease ends later.
function SharedSlots:free(name, expires, slot)
  if self.dict:get(name) ~= expires then return end
  self.dict:delete(name)
  self.start = slot - 1
end

---@param key string
---@return integer places that are taken
function SharedSlots:taken(key)
  local taken = 0
  for slot = 1, self.most do
    if self.dict:get(name_of(self, key, slot)) then taken = taken + 1 end
  end
  return taken
end

local shared_slots = {}

---@param dict table
---@param most integer
---@param prefix string of its entries
---@return tencentcloud.SharedSlots
function shared_slots.new(dict, most, prefix)
  return setmetatable({
    dict = dict,
    add = guard.adder(dict),
    most = most,
    prefix = prefix,
    start = 0, -- places that are passed over at first
  }, SharedSlots)
end

return shared_slots
