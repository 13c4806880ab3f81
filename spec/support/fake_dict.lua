-- What an ngx.shared.DICT does, as its documentation says, on a clock that the spec moves.

local Dict = {}
Dict.__index = Dict

local function live(self, key)
  local entry = self.entries[key]
  if entry and entry.expires and self.now >= entry.expires then
    self.entries[key] = nil
    return nil
  end
  return entry
end

function Dict:get(key)
  local entry = live(self, key)
  return entry and entry.value
end

-- The time to live counts only for an entry that `incr` makes.
function Dict:incr(key, value, init, init_ttl)
  self.writes = self.writes + 1
  if self.full then return nil, "no memory" end
  local entry = live(self, key)
  if not entry then
    if not init then return nil, "not found" end
    entry = { value = init, expires = init_ttl and self.now + init_ttl }
    self.entries[key] = entry
  end
  entry.value = entry.value + value
  return entry.value
end

-- Adds an entry where there is none; where there is no room, the safe one never evicts another.
function Dict:safe_add(key, value, ttl)
  self.writes = self.writes + 1
  if self.full then return nil, "no memory" end
  if live(self, key) then return false, "exists" end
  self.entries[key] = { value = value, expires = ttl and ttl > 0 and self.now + ttl or nil }
  return true
end

Dict.add = Dict.safe_add

function Dict:delete(key)
  self.writes = self.writes + 1
  self.entries[key] = nil
  return true
end

function Dict:expire(key, ttl)
  local entry = live(self, key)
  if not entry then return nil, "not found" end
  entry.expires = self.now + ttl
  return true
end

return function()
  return setmetatable({ entries = {}, now = 0, writes = 0, full = false }, Dict)
end
