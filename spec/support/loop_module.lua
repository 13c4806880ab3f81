-- The modules of event loops, loaded once and then kept: a luv that was collected must not be loaded a second time, nor
-- stay in package.loaded for the specs that come after.

local missing = require "spec.support.missing"

local known = {}

local function load(name)
  local http, loaded = package.loaded["socket.http"], package.loaded[name]
  package.loaded["socket.http"] = nil -- copas wants to be first
  local reason = missing { modules = { name } }
  local module = package.loaded[name]
  package.loaded["socket.http"], package.loaded[name] = http, loaded
  return { module = not reason and module or nil, reason = reason }
end

package.path = package.path .. ";/usr/share/lua/5.1/?.lua" -- copas is plain Lua; Debian has it for 5.1

---@param name string "luv", "copas" or "cqueues"
---@return any module nil where it is not here
---@return string? reason as text for `pending`
return function(name)
  known[name] = known[name] or load(name)
  return known[name].module, known[name].reason
end
