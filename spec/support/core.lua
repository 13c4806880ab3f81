-- The module's core for the specs of rules, whole even where it was built without the registry: a
-- small catalogue stands in for it.

local core = require "tencentcloud.core"

if not core.registry then core.registry = require "spec.support.small_registry" end

return core
