-- The module in a service: it loads, reads, judges and refuses as anywhere else, and costs each Lua state little.

local check = require "check"
local skynet = require "skynet"
local tc = require "tencentcloud"

local MEMORY_MOST = 2048 -- KiB of each service

check.that("the module loads in a service", function()
  return ("%s, tencentcloud %s"):format(_VERSION, require "tencentcloud.version")
end)

check.that("an answer is read and judged", function()
  local res = assert(tc.parse(check.OK, "cvm.DescribeInstances"))
  check.equal(0, res.TotalCount)
  check.equal(0, #res.InstanceSet)
  res = assert(tc.parse(check.THROTTLED, "cvm.DescribeInstances"))
  check.equal("throttle", res.error.kind)
  check.equal("retry", tc.rules():decide(res).outcome)
  local none, err = tc.parse("<html>", "cvm.DescribeInstances")
  check.equal(nil, none)
  check.matches("^ClientError%.", err.code)
end)

check.that("wrong use raises and names the argument", function()
  local ok, problem = pcall(tc.rules, { atempts = 1 })
  check.equal(false, ok)
  check.matches("loading%.lua:%d+: bad argument #1 to 'rules' %(no option 'atempts'", problem)
end)

check.that("numbers keep all their digits", function()
  local res = tc.parse '{"Response":{"A":9223372036854775807,"B":92233720368547758079,"RequestId":"b5"}}'
  check.equal(math.maxinteger, res.A)
  check.equal("92233720368547758079", res.B)
end)

check.that("a service pays for its own Lua state only", function()
  local kib, made = skynet.call(skynet.newservice "memory", "lua")
  check.equal(true, made)
  if kib > MEMORY_MOST then error(("%.0f KiB"):format(kib)) end
  return ("%.0f KiB for each service"):format(kib)
end)

check.that("services in threads of their own judge alike", function()
  local workers, texts = {}, {}
  for i = 1, 8 do workers[i] = skynet.newservice "worker" end
  check.at_once(#workers, function(i) texts[i] = skynet.call(workers[i], "lua", "judge", 20000) end)
  for i = 2, #workers do check.equal(texts[1], texts[i], "worker " .. i) end
  for _, worker in ipairs(workers) do skynet.call(worker, "lua", "exit") end
  return "8 services, 20,000 answers each"
end)
