-- The heartbeat of luv's loop.

package.path = "./?.lua;" .. package.path
require "bench.support"
local work = require "bench.heartbeat.work"

local found, uv = pcall(require, "luv")
if not found then return print(work.skipped("luv", "this Lua has no luv")) end

local run = work.new(function() return uv.hrtime() / 1e9 end)

work.on_luv(uv, run)
print(run:row "luv")
