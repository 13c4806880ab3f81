-- The heartbeat of luv's loop, where each retry is drawn from a Redis on loopback.

package.path = "./?.lua;" .. package.path
require "bench.support"
local budget_redis = require "tencentcloud.budget.redis"
local missing = require "spec.support.missing"
local work = require "bench.heartbeat.work"

local nothing = missing { commands = { "redis-server" }, modules = { "luv", "socket" } }
if nothing then return print(work.skipped("luv_redis", nothing)) end

local uv = require "luv"
local server = require "spec.support.redis_server".start()

local budget = budget_redis.new{ port = server.port, capacity = 1000000, timeout = 5 }
local run = work.new(function() return uv.hrtime() / 1e9 end, budget)

work.on_luv(uv, run)
server.stop()
assert(not budget.down, budget.down)
print(run:row "luv_redis")
