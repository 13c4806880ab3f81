-- The service whose messages are held up, or not.

local skynet = require "skynet"
local work = require "bench.heartbeat.work"
require "skynet.manager"

local NANOSECOND = 1e-9
local MOST = 3000 -- ticks: a call that raises would never end
local run = work.new(function() return skynet.hpc() * NANOSECOND end)

skynet.start(function()
  skynet.timeout(MOST, skynet.abort)
  for number = 1, work.CALLS do
    skynet.fork(function() run:call(number) end)
  end
  while not run:ended() do
    run:beat()
    skynet.sleep(math.ceil(work.BEAT * 100))
  end
  print(run:row "skynet")
  skynet.abort()
end)
