-- require "tencentcloud": what scripts see of the module. Parsing and the registry are there at once;
-- what is written in Lua is loaded when it is first asked for.

local core = require "tencentcloud.core"

-- totable gives what cjson.decode gives; where cjson can mark empty arrays, so that they are encoded
-- as [] again, ours are marked too.
local has_cjson, cjson = pcall(require, "cjson")
if has_cjson then core.set_empty_array_metatable(cjson.empty_array_mt) end

local tencentcloud = {
  _VERSION = require "tencentcloud.version",
  parse = core.parse,
  check = core.check,
  error = core.error,
  null = core.null,
  registry = core.registry,
  new_registry = core.new_registry,
}

local later = {
  events = function() return require "tencentcloud.events" end,
  rules = function() return require("tencentcloud.rules").new end,
  pages = function() return require("tencentcloud.pages").pages end,
  wait_until = function() return require("tencentcloud.wait_until").wait_until end,
  script = function() return require("tencentcloud.study.script").new end,
}
for _, name in ipairs { "retry", "refresh", "wait", "amend", "ok", "ignore", "fail", "forbid" } do
  later[name] = function() return require("tencentcloud.rules.outcome")[name] end
end

return setmetatable(tencentcloud, {
  __index = function(self, name)
    if not later[name] then return nil end
    self[name] = later[name]()
    return rawget(self, name)
  end,
})
