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

local function split(action)
  local name, service, version = core.action_name(action)
  return name and { service = service, version = version, name = name }
end

---@param action string?
---@return tencentcloud.ActionName? parts empty where no action is given; nil where it is malformed
function action_name.split(action)
  if action == nil then return NOTHING end
  local parts = cache[action]
  if parts then return parts end
  parts = type(action) == "string" and split(action) or nil
  if parts then
    if cached >= CACHED_MAX then cache, cached = {}, 0 end
    cache[action], cached = parts, cached + 1
  end
  return parts
end

return action_name
