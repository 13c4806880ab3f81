-- A coroutine of a cqueues controller.

local clock = require "tencentcloud.runtime.clock"
local jitter = require "tencentcloud.runtime.jitter"

---@type tencentcloud.Runtime
local cqueues_runtime = { name = "cqueues", random = jitter, time = clock }

local function cqueues() return package.loaded.cqueues end

function cqueues_runtime.is_here()
  return type(cqueues()) == "table" and cqueues().running() ~= nil
end

function cqueues_runtime.sleep(seconds)
  cqueues().sleep(seconds)
end

function cqueues_runtime.now()
  return cqueues().monotime()
end

return cqueues_runtime
