-- The heartbeat of a cqueues controller.

package.path = "./?.lua;" .. package.path
require "bench.support"
local work = require "bench.heartbeat.work"

local found, cqueues = pcall(require, "cqueues")
if not found then return print(work.skipped("cqueues", "this Lua has no cqueues")) end

local run, loop = work.new(cqueues.monotime), cqueues.new()

loop:wrap(function()
  while not run:ended() do
    run:beat()
    cqueues.sleep(work.BEAT)
  end
end)
for number = 1, work.CALLS do
  loop:wrap(function() run:call(number) end)
end
assert(loop:loop())
print(run:row "cqueues")
