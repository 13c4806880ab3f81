-- Where the program runs: how to sleep there without holding up others, and which clock to read.

---@class tencentcloud.Runtime
---@field name string
---@field sleep fun(seconds: number)
---@field now fun(): number seconds, of a clock to measure with
---@field time fun(): number seconds since 1970
---@field random fun(): number in [0, 1)
---@field may_sleep (fun(): boolean, string?)? can the program wait where it is now? If not, the reason: what to do
---  about it. By default it can
---@field cancelled (fun(): boolean)? should calls under way end?
---@field is_here (fun(): boolean)? does the program run in it? for those below, which are detected

local foreign = require "tencentcloud.runtime.foreign"
local merge = require "tencentcloud.merge"
local plain = require "tencentcloud.runtime.plain"

local runtime = {}

-- Each looks only at what the program has loaded already; the first that is there is taken. So the hosts of whole
-- programs come before the libraries that one may use in them: first those that know which coroutines are theirs.
-- All are loaded with this file: an nginx worker may not be able to read it later.
local RUNTIMES = {
  require "tencentcloud.runtime.ngx",
  require "tencentcloud.runtime.skynet",
  require "tencentcloud.runtime.cqueues",
  require "tencentcloud.runtime.copas",
  require "tencentcloud.runtime.luv",
  require "tencentcloud.runtime.plain",
}

-- The last of them, for programs that did not choose it. A program that asks for it means it, and is not warned.
local unasked = merge(plain, {
  sleep = function(seconds)
    foreign.warn_once("this sleep", ("for %.2f s"):format(seconds))
    plain.sleep(seconds)
  end,
})

---@return tencentcloud.Runtime
function runtime.detect()
  for _, candidate in ipairs(RUNTIMES) do
    if candidate.is_here() then return candidate == plain and unasked or candidate end
  end
end

return runtime
