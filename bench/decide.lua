-- What rules:decide costs on a parsed failure, with 10 rules and with 100,000: `make bench`, or
-- `lua5.4 bench/decide.lua` after `make`.

package.path = "./?.lua;" .. package.path
local support = require "bench.support"
local core = require "tencentcloud.core"
local new = require "tencentcloud.rules".new
local tc = require "tencentcloud.rules.outcome"

-- Rules as a large program would have: most for one action and one code.
local function make_rules(count)
  local rules = new()
  rules:on("cvm.DescribeInstances", "ResourceNotFound.*", tc.ok{ InstanceSet = {} })
  rules:on("cvm.RunInstances", "ResourceInsufficient.*", function() return tc.fail end)
  for i = 3, count do
    rules:on(("svc%d.DescribeThing%d"):format(i % 258, i), ("ResourceNotFound.Detail%d"):format(i), tc.fail)
  end
  return rules
end

local function failure(action, code)
  local body = '{"Response":{"Error":{"Code":"%s","Message":"no"},"RequestId":"ed93f3cb-f35e-473f-b9f3-0d451b8b79c6"}}'
  return core.parse(body:format(code), action)
end

local CASES = {
  { "a rule of the program", failure("cvm.DescribeInstances", "ResourceNotFound.HpcCluster") },
  { "a built-in rule, throttling", failure("cvm.RunInstances", "RequestLimitExceeded") },
  { "a handler of the program", failure("cvm.RunInstances", "ResourceInsufficient.CloudDiskUnavailable") },
  { "no rule but the built-in one on any", failure("cvm.RunInstances", "InvalidParameter") },
}

local small, large = make_rules(10), make_rules(100000)
local rows = { { "decide", "10 rules", "100,000 rules", "ratio" } }
for _, case in ipairs(CASES) do
  local few, lots = support.measure(function() return small:decide(case[2]) end, function()
    return large:decide(case[2])
  end)
  table.insert(rows, { case[1], support.format_time(few), support.format_time(lots), ("%.2f"):format(lots / few) })
end
print(("### Decisions, %s\n"):format(support.lua))
support.print_table(rows)
