-- Counts what the facts hold: the numbers that pages state and specs expect.

local counts = {}

---@class catalog.Counts
---@field services integer names of services
---@field versions integer versions of services
---@field actions integer
---@field pairs integer declared codes, each counted once for each action
---@field codes integer distinct declared codes

---@param services catalog.Service[] sorted
---@return catalog.Counts
function counts.of(services)
  local count, names, codes = { services = 0, versions = #services, actions = 0, pairs = 0, codes = 0 }, {}, {}
  local function add(set, name, key)
    if not set[name] then count[key] = count[key] + 1 end
    set[name] = true
  end
  for _, service in ipairs(services) do
    add(names, service.service, "services")
    count.actions = count.actions + #service.actions
    for _, action in ipairs(service.actions) do
      count.pairs = count.pairs + #action.codes
      for _, code in ipairs(action.codes) do add(codes, code, "codes") end
    end
  end
  return count
end

return counts
