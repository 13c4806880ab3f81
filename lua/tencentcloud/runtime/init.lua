-- Where the program runs: how to sleep there without holding up others, and which clock to read.

---@class tencentcloud.Runtime
---@field name string
---@field sleep fun(seconds: number)
---@field now fun(): number seconds, of a clock to measure with
---@field time fun(): number seconds since 1970
---@field random fun(): number in [0, 1)
---@field may_sleep (fun(): boolean)? can the program wait where it is now? by default it can
---@field cancelled (fun(): boolean)? should calls under way end?

local runtime = {}

-- Each looks only at what the program has loaded already; the first that is there is taken. All are
-- loaded with this file: an nginx worker may not be able to read it later.
local RUNTIMES = {
  require "tencentcloud.runtime.ngx",
  require "tencentcloud.runtime.skynet",
  require "tencentcloud.runtime.cqueues",
  require "tencentcloud.runtime.copas",
  require "tencentcloud.runtime.plain",
}

---@return tencentcloud.Runtime
function runtime.detect()
  for _, candidate in ipairs(RUNTIMES) do
    if candidate.is_here() then return candidate end
  end
end

return runtime
