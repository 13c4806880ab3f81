-- A coroutine of a cqueues controller.

local clock = require "tencentcloud.runtime.clock"
local jitter = require "tencentcloud.runtime.jitter"

---@type tencentcloud.Runtime
local cqueues_runtime = { name = "cqueues", random = jitter, time = clock }

local function cqueues() return package.loaded.cqueues end

function cqueues_runtime.is_here()
  return type(cqueues()) == "table" and cqueues().running() ~= nil
end

local NOT_ITS_OWN = "cqueues cannot wait in a coroutine that the program made by coroutine.create or wrap: "
  .. "use wrap of cqueues.auxlib, or that of the controller"

-- Where a coroutine of the controller's has resumed another one, that is handed what waits, unless it resumed by
-- cqueues.auxlib, which hands it on. Where a program has loaded that, nobody tells by which it did.
function cqueues_runtime.may_sleep()
  local _, is_own = cqueues().running()
  if is_own == false and not package.loaded["cqueues.auxlib"] then return false, NOT_ITS_OWN end
  return true
end

function cqueues_runtime.sleep(seconds)
  cqueues().sleep(seconds)
end

function cqueues_runtime.now()
  return cqueues().monotime()
end

return cqueues_runtime
