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
  rate_limit = function() return require("tencentcloud.guard.rate_limit").new end,
  concurrency = function() return require("tencentcloud.guard.concurrency").new end,
  breaker = function() return require("tencentcloud.guard.breaker").new end,
  script = function() return require("tencentcloud.study.script").new end,
}

-- Any other name is an outcome, such as tc.retry, or nothing.
local function outcome_of(name)
  local outcomes = require "tencentcloud.rules.outcome"
  return outcomes.is(outcomes[name]) and outcomes[name] or nil
end

return setmetatable(tencentcloud, {
  __index = function(self, name)
    local load = later[name]
    local value
    if load then value = load() else value = outcome_of(name) end
    if value ~= nil then rawset(self, name, value) end
    return value
  end,
})
