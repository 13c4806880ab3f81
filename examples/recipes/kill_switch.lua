-- A kill switch: while a file exists, nothing that writes is sent. It works at once, in calls that are waiting too.
--   lua5.4 examples/recipes/kill_switch.lua 127.0.0.1:8081 /tmp/stop-writing

local client = require "examples.client.http"
local tc = require "tencentcloud"

local SWITCH = arg[2] or "/tmp/stop-writing"

local function is_on()
  local file = io.open(SWITCH)
  if file then file:close() end
  return file ~= nil
end

local rules = tc.rules()
rules:before("*", function(request)
  local facts = tc.registry:action(request.action)
  if facts and facts.reads then return nil end
  if is_on() then return tc.forbid("writing is switched off: " .. SWITCH) end
end)

local send = client.new(arg[1])

local function try(action, params)
  local res, err = rules:call(send, action, params)
  print(action, res and "ok" or err.stopped_by, err and err.reason or "")
end

try("cvm.DescribeInstances", { Limit = 1 })
try("cvm.RunInstances", { Placement = { Zone = "ap-guangzhou-6" } })
