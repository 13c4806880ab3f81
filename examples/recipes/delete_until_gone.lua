-- Terminates an instance, and ends when it is gone. One that is gone already is as good.
--   lua5.4 examples/recipes/delete_until_gone.lua 127.0.0.1:8081 ins-00000007

local client = require "examples.client.http"
local tc = require "tencentcloud"

local send, ids = client.new(arg[1]), { InstanceIds = { arg[2] or "ins-00000007" } }

local rules = tc.rules()
rules:on("cvm.TerminateInstances", "InvalidInstanceId.NotFound", tc.ok())

local function check(res, err)
  if res then return res end
  print(err)
  os.exit(1)
end

check(rules:call(send, "cvm.TerminateInstances", ids))
check(tc.wait_until(send, "cvm.DescribeInstances", ids, function(res)
  local instance = res.InstanceSet[1] -- nil where the list is empty
  print(instance and instance.InstanceState or "gone")
  return instance == nil
end, {
  rules = rules, every = 0.05, deadline = 30,
  on = { ["InvalidInstanceId.NotFound"] = tc.ok() },
}))
