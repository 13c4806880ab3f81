-- A clock that only moves when something sleeps: for tests and dry runs.

local arguments = require "tencentcloud.arguments"

local virtual = {}

local OPTIONS = { random = arguments.number(0, 1), time = arguments.number(0) }

---random: in [0, 1], 1 gives the longest delays; time: where the clock starts, in seconds since 1970
---@param options {random: number?, time: number?}?
---@return tencentcloud.Runtime runtime its `sleeps` lists the seconds of each sleep
function virtual.new(options)
  options = arguments.options(options, OPTIONS, 1, "new")
  local clock, start = 0, options.time or 0
  local runtime = { name = "virtual", sleeps = {} }

  function runtime.now() return clock end

  function runtime.time() return start + clock end

  function runtime.random() return options.random or 1 end

  ---Lets time pass without a sleep.
  function runtime.pass(seconds) clock = clock + seconds end

  function runtime.sleep(seconds)
    table.insert(runtime.sleeps, seconds)
    clock = clock + seconds
  end

  return runtime
end

return virtual
