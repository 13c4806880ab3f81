-- The parts of an action's name: "cvm.RunInstances", "cvm@2017-03-12.RunInstances".

local core = require "tencentcloud.core"

local action_name = {}

---@class tencentcloud.ActionName
---@field service string?
---@field version string?
---@field name string? the action without its service

local NOTHING = {}

-- A program uses a few actions again and again. Names that come from outside must not fill memory.
local CACHED_MAX = 4096
local cache, cached = {}, 0

---@param action string?
---@return tencentcloud.ActionName parts empty where no action is given, or a text that is no action's name: names come
---  from outside too, such as from a header of a client's
function action_name.split(action)
  if action == nil then return NOTHING end
  local parts = cache[action]
  if parts then return parts end
  local name, service, version = core.action_name(action)
  if not name then return NOTHING end
  if cached >= CACHED_MAX then cache, cached = {}, 0 end
  parts = { service = service, version = version, name = name }
  cache[action], cached = parts, cached + 1
  return parts
end

return action_name
