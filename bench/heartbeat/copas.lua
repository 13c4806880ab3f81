-- The heartbeat of copas.

package.path = "./?.lua;/usr/share/lua/5.1/?.lua;" .. package.path -- copas is plain Lua; Debian has it for 5.1
require "bench.support"
local work = require "bench.heartbeat.work"

local found, copas = pcall(require, "copas")
if not found then return print(work.skipped("copas", "this Lua has no copas")) end

local socket = require "socket"
local runtime = require "tencentcloud.runtime.copas"

local run = work.new(socket.gettime)

copas.addthread(function()
  while not run:ended() do
    run:beat()
    runtime.sleep(work.BEAT)
  end
end)
for number = 1, work.CALLS do
  copas.addthread(function() run:call(number) end)
end
while not run:ended() do copas.step(work.BEAT) end
print(run:row "copas")
