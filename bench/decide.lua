-- What rules:decide costs on a parsed failure, with 10 rules and with 100,000: `lua bench/decide.lua`. Prints
-- nanoseconds and their ratio.

local core = require "tencentcloud.core"
local new = require "tencentcloud.rules".new
local tc = require "tencentcloud.rules.outcome"

local DECISIONS, RUNS = 100000, 7

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

local function measure(rules, response)
  local best = math.huge
  for _ = 1, RUNS do
    local start = os.clock()
    for _ = 1, DECISIONS do rules:decide(response) end
    best = math.min(best, os.clock() - start)
  end
  return best / DECISIONS * 1e9
end

local small, large = make_rules(10), make_rules(100000)
print(("%-36s %10s %14s %8s"):format("decide, nanoseconds", "10 rules", "100,000 rules", "ratio"))
for _, case in ipairs(CASES) do
  local few, lots = measure(small, case[2]), measure(large, case[2])
  print(("%-36s %10.0f %14.0f %8.2f"):format(case[1], few, lots, lots / few))
end
