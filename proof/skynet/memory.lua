-- A service that does nothing but load the module, and tells what that cost its Lua state.

local skynet = require "skynet"

collectgarbage()
local before = collectgarbage "count"
local tc = require "tencentcloud"
local rules = tc.rules()
collectgarbage()
local after = collectgarbage "count"

skynet.start(function()
  skynet.dispatch("lua", function() skynet.retpack(after - before, rules ~= nil) end)
end)
