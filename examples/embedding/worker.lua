-- What each thread of host.c runs: it reads 10,000 responses, and decides on each.

local tc = require "tencentcloud"

local number = ...
local clock = 0 -- this host has no os.time: the rules take a clock that stands still, and never sleep

local rules = tc.rules{
  runtime = {
    name = "host",
    now = function() return clock end,
    time = function() return clock end,
    random = function() return 0.5 end,
    sleep = function() error "decide does not sleep" end,
  },
}
rules:on("cvm.DescribeInstances", "ResourceNotFound.*", tc.ok{ InstanceSet = {} })

local PAGE = [[{"Response":{"TotalCount":%d,"InstanceSet":[{"InstanceId":"ins-%d"}],"RequestId":"r-%d"}}]]
local ERROR = [[{"Response":{"Error":{"Code":"%s","Message":"no %d"},"RequestId":"r-%d"}}]]
local CODES = { "ResourceNotFound.HpcCluster", "RequestLimitExceeded", "UnauthorizedOperation" }

local counts = {}
for i = 1, 10000 do
  local code = CODES[i % 4]
  local body = code and ERROR:format(code, i, i) or PAGE:format(i, number, i)
  local res = assert(tc.parse(body, "cvm.DescribeInstances"))
  local outcome = rules:decide(res).outcome
  counts[outcome] = (counts[outcome] or 0) + 1
  assert(res.request_id == "r-" .. i)
  assert(code or res.InstanceSet[1].InstanceId == "ins-" .. number)
end

return ("%d ok, %d retry, %d fail"):format(counts.ok or 0, counts.retry or 0, counts.fail or 0)
