-- A quota for each tenant: one who asks too much waits, and the others do not notice.
--   lua5.4 examples/recipes/tenant_quota.lua 127.0.0.1:8081

local client = require "examples.client.http"
local tc = require "tencentcloud"
local virtual = require "tencentcloud.runtime.virtual"

-- On a clock of its own, so that nobody has to wait to see it. Leave the runtime out in earnest.
local runtime = virtual.new{}
local rules = tc.rules{ runtime = runtime }

-- A bucket for each account: three requests at once, then one in a second.
rules:before("cvm.*", tc.rate_limit{ rate = 1, burst = 3, key = "account" })

local send = client.new(arg[1])

local function ask(tenant, times)
  local began = runtime.now()
  for _ = 1, times do
    local res, err = rules:call(send, "cvm.DescribeInstances", { Limit = 1 }, { account = tenant })
    if not res then return print(tenant, err) end
  end
  print(("%s: %d requests in %.0f s"):format(tenant, times, runtime.now() - began))
end

ask("orchard", 3)
ask("greedy", 8)
ask("orchard", 3) -- its bucket has filled up again

-- Over all workers of an nginx: tc.rate_limit{ rate = 1, burst = 3, key = "account", dict = ngx.shared.limits }
