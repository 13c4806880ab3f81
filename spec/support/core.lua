-- The module's core for the specs of rules, whole even where it was built without the rulebook and
-- the registry: what is missing is stood in for by the slow matcher and a small catalogue.

local core = require "tencentcloud.core"

if not core.rulebook then core.rulebook = require "spec.support.reference_matcher" end
if not core.registry then core.registry = require "spec.support.small_registry" end

return core
