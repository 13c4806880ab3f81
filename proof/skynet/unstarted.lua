-- A service that calls the API before skynet.start, where nothing may wait.

local check = require "check"
local skynet = require "skynet"
local tc = require "tencentcloud"

local _, err = tc.rules():call(check.throttled(1), "cvm.DescribeInstances")

skynet.start(function()
  skynet.dispatch("lua", function() skynet.retpack(err.stopped_by, err.reason, err.retry_after ~= nil) end)
end)
