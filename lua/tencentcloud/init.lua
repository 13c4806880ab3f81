-- require "tencentcloud": what scripts see of the module.

local core = require "tencentcloud.core"

-- totable gives what cjson.decode gives; where cjson can mark empty arrays, so that they are encoded
-- as [] again, ours are marked too.
local has_cjson, cjson = pcall(require, "cjson")
if has_cjson then core.set_empty_array_metatable(cjson.empty_array_mt) end

local tencentcloud = {
  parse = core.parse,
  check = core.check,
  error = core.error,
  events = require "tencentcloud.events",
  null = core.null,
  registry = core.registry,
  new_registry = core.new_registry,
}

return tencentcloud
