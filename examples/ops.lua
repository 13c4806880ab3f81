-- An ops script: finds the instances that do not run, starts as many new ones, and waits until they run. It
-- ends with 0, or with 2 and the reason on stderr. It talks to examples/mock, started as its nginx.conf says:
--   lua5.4 examples/ops.lua 127.0.0.1:8081 ap-guangzhou

local client = require "examples.client.http"
local tc = require "tencentcloud"

local ENDPOINT, REGION = arg[1], arg[2] or "ap-guangzhou"
local ZONES = { "ap-guangzhou-3", "ap-guangzhou-4", "ap-guangzhou-6", "ap-guangzhou-7" } -- the dearest last

if not ENDPOINT then
  io.stderr:write "usage: ops.lua HOST:PORT [REGION]\n"
  os.exit(2)
end

-- A token makes it safe to send RunInstances again when its answer was lost: the API starts nothing twice.
math.randomseed(os.time())
local function new_token()
  return ("ops-%d-%09d"):format(os.time(), math.random(0, 999999999))
end

local function tell(attempt)
  if not attempt.code then return end
  local next_step = attempt.delay and ("%s after %.1f s"):format(attempt.outcome, attempt.delay) or attempt.outcome
  io.stderr:write(("ops: %s: %s, %s\n"):format(attempt.action, attempt.code, next_step))
end

local rules = tc.rules{ attempts = 5, deadline = 30, region = REGION, client_token = new_token, on_attempt = tell }

-- Sold out in this zone: the same request for the next one.
rules:on("cvm.RunInstances", "ResourcesSoldOut.*", function(failure)
  local state = failure.state
  state.zone = (state.zone or 1) + 1
  local zone = ZONES[state.zone]
  if not zone then return tc.fail "sold out in every zone" end
  return tc.amend({ Placement = { Zone = zone } }, { attempts = 5 + #ZONES })
end)

local send = client.new(ENDPOINT)

local function give_up(err)
  io.stderr:write("ops: ", tostring(err), "\n")
  if err.advice then io.stderr:write("ops: ", err.advice, "\n") end
  os.exit(2)
end

local function count_stopped()
  local stopped, all = 0, 0
  local instances = tc.pages(send, "cvm.DescribeInstances", { Limit = 20 }, { rules = rules, region = REGION })
  for instance in instances do
    all = all + 1
    if instance.InstanceState == "STOPPED" then
      stopped = stopped + 1
      print(("%s  %s  %s"):format(instance.InstanceId, instance.InstanceState, instance.InstanceName))
    end
  end
  print(("%d of %d instances do not run (%d pages)"):format(stopped, all, instances.requests))
  return stopped
end

local function start(count)
  local res, err = rules:call(send, "cvm.RunInstances", {
    InstanceCount = count, InstanceName = "spare", Placement = { Zone = ZONES[1] },
  })
  if not res then give_up(err) end
  return res.InstanceIdSet:totable()
end

-- True when all run; an outcome when they never will.
local function all_run(res)
  for state in res:rows("InstanceSet", "InstanceState") do
    if state == "LAUNCH_FAILED" then return tc.fail "an instance did not start" end
    if state ~= "RUNNING" then return false end
  end
  return true
end

local ok, stopped = pcall(count_stopped)
if not ok then give_up(stopped) end
if stopped > 0 then
  local ids = start(stopped)
  print(("%d started: %s"):format(#ids, table.concat(ids, " ")))
  local res, err = tc.wait_until(send, "cvm.DescribeInstances", { InstanceIds = ids }, all_run,
    { rules = rules, region = REGION, every = 0.5, deadline = 60 })
  if not res then give_up(err) end
  print(("they run in %s"):format(res.InstanceSet[1].Placement.Zone))
end
