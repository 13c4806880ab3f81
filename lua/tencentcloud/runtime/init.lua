-- Where the program runs: how to sleep there without holding up others, and which clock to read.

---@class tencentcloud.Runtime
---@field name string
---@field sleep fun(seconds: number)
---@field now fun(): number seconds, of a clock to measure with
---@field time fun(): number seconds since 1970
---@field random fun(): number in [0, 1)
---@field may_sleep (fun(): boolean)? can this very place of the program wait? by default it can
---@field cancelled (fun(): boolean)? should calls under way end?

local runtime = {}

-- Each looks only at what the program has loaded already; the first that is there is taken.
local NAMES = { "ngx", "skynet", "cqueues", "copas" }

---@return tencentcloud.Runtime
function runtime.detect()
  for _, name in ipairs(NAMES) do
    local module = require("tencentcloud.runtime." .. name)
    if module.is_here() then return module end
  end
  return require "tencentcloud.runtime.plain"
end

return runtime
