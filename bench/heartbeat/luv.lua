-- The heartbeat of luv's loop.

package.path = "./?.lua;" .. package.path
require "bench.support"
local work = require "bench.heartbeat.work"

local found, uv = pcall(require, "luv")
if not found then return print(work.skipped("luv", "this Lua has no luv")) end

local run = work.new(function() return uv.hrtime() / 1e9 end)

local timer = uv.new_timer()
timer:start(0, work.BEAT * 1000, function()
  run:beat()
  if run:ended() then timer:close() end
end)
for number = 1, work.CALLS do
  coroutine.wrap(function() run:call(number) end)()
end
uv.run()
print(run:row "luv")
