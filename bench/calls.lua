-- What a call by rules costs, the network left out: against tc.parse of the same answers. The sleeps of
-- retries take no time here. `make bench BENCH=calls`, or `lua5.4 bench/calls.lua` after `make`.

package.path = "./?.lua;" .. package.path
local support = require "bench.support"
local tc = require "tencentcloud"

local OK = '{"Response":{"TotalCount":0,"InstanceSet":[],"RequestId":"b5b41468-520d-4192-b42f-595cc34b6c1c"}}'
local THROTTLED = '{"Response":{"Error":{"Code":"RequestLimitExceeded","Message":"Too many requests in this second."},'
  .. '"RequestId":"ed93f3cb-f35e-473f-b9f3-0d451b8b79c6"}}'
local DENIED = '{"Response":{"Error":{"Code":"UnauthorizedOperation","Message":"This user may not list instances."},'
  .. '"RequestId":"ed93f3cb-f35e-473f-b9f3-0d451b8b79c6"}}'
local ACTION = "cvm.DescribeInstances"

local function clock() return 0 end
local rules = tc.rules{
  deadline = 20,
  runtime = { sleep = function() end, now = clock, time = clock, random = math.random },
}

-- Answers in turn, beginning anew after the last one.
local function server(...)
  local answers, next_one = { ... }, 0
  return function()
    next_one = next_one % #answers + 1
    return answers[next_one]
  end
end

local CASES = {
  { "a success", { OK } },
  { "throttled once, then a success", { THROTTLED, OK } },
  { "denied", { DENIED } },
}

print(("### Calls, %s\n"):format(support.lua))
local rows = { { "answers of a call", "parsed only", "called by rules" } }
for _, case in ipairs(CASES) do
  local answers = case[2]
  local send = server((table.unpack or unpack)(answers))
  local parsed, called = support.measure(
    function()
      for _, body in ipairs(answers) do
        local res = tc.parse(body, ACTION)
        assert(res.request_id and (res.ok or res.code))
      end
    end,
    function() rules:call(send, ACTION) end)
  table.insert(rows, { case[1], support.format_time(parsed), support.format_time(called) })
end
support.print_table(rows)

local GUARDS = {
  { "none", {} },
  { "a function", { function() end } },
  { "tc.rate_limit", { tc.rate_limit{ rate = 1e9 } } },
  { "tc.rate_limit, adaptive", { tc.rate_limit{ adaptive = true } } },
  { "tc.concurrency", { tc.concurrency{ most = 10 } } },
  { "tc.breaker, by region", { tc.breaker{ key = "region" } } },
}

print "\n### Guards of a call that succeeds\n"
local guard_rows = { { "guard", "call" } }
for _, case in ipairs(GUARDS) do
  local guarded = tc.rules{ deadline = 20, runtime = rules.settings.runtime }
  for _, guard in ipairs(case[2]) do guarded:before("cvm.*", guard) end
  local send = server(OK)
  local time = support.measure(function() guarded:call(send, ACTION) end)
  table.insert(guard_rows, { case[1], support.format_time(time) })
end
support.print_table(guard_rows)
