-- Where a call may wait in skynet, and that nothing ends its sleep early or is held up by it.

local check = require "check"
local process = require "tencentcloud.budget.process"
local skynet = require "skynet"
local skynet_coroutine = require "skynet.coroutine"
local tc = require "tencentcloud"

local ACTION = "cvm.DescribeInstances"

local rules = tc.rules()
rules:on("*", "#throttle", tc.retry{ after = 0.1 })

-- A call that sleeps once for 0.1 s; gives what ended it and the ticks that it took.
local function call()
  local began = skynet.now()
  local res, err = rules:call(check.throttled(1), ACTION)
  return res and "ok" or err.stopped_by, skynet.now() - began, err and err.reason
end

local function waits()
  local ended_by, ticks = call()
  check.equal("ok", ended_by)
  if ticks < 10 then error(("the sleep of 10 ticks took %d"):format(ticks)) end
end

-- Runs a check in a coroutine that another function of skynet's starts.
local function where(start)
  local ended, problem, token = false, nil, {}
  start(function()
    local ok, why = xpcall(waits, debug.traceback)
    ended, problem = true, not ok and why
    skynet.wakeup(token)
  end)
  while not ended do skynet.wait(token) end
  if problem then error(problem, 0) end
end

check.that("a call waits in the function of skynet.start", waits)
check.that("a call waits in skynet.fork", function() where(skynet.fork) end)
check.that("a call waits in skynet.timeout", function()
  where(function(body) skynet.timeout(1, body) end)
end)
check.that("a call waits in a coroutine that skynet uses again", function()
  for _ = 1, 5 do where(skynet.fork) end
end)
check.that("a call waits in a coroutine of skynet.coroutine", function()
  local run = skynet_coroutine.wrap(function()
    waits()
    skynet_coroutine.yield "half"
    waits()
    return "all"
  end)
  check.equal("half", run())
  check.equal("all", run())
end)
check.that("a call waits in a critical section of skynet.queue", function()
  local section, order = require "skynet.queue"(), {}
  check.at_once(3, function(number)
    section(function()
      waits()
      table.insert(order, number)
    end)
  end)
  check.equal("1 2 3", table.concat(order, " "))
end)

for name, start in pairs{
  ["coroutine.wrap"] = function(body) return coroutine.wrap(body)() end,
  ["coroutine.create"] = function(body) return select(2, coroutine.resume(coroutine.create(body))) end,
  ["coroutine.wrap in one of skynet.coroutine"] = function(body)
    return skynet_coroutine.wrap(function() return (coroutine.wrap(body)()) end)()
  end,
  ["skynet.coroutine in one of coroutine.wrap"] = function(body)
    return coroutine.wrap(function() return (skynet_coroutine.wrap(body)()) end)()
  end,
} do
  check.that("a call ends with no_sleep in " .. name, function()
    local given = start(function() return { call() } end)
    check.equal("table", type(given), "what the coroutine returned")
    check.equal("no_sleep", given[1])
    check.matches("use skynet%.fork", given[3])
  end)
end

check.that("a call that needs no sleep goes through there", function()
  check.equal(true, coroutine.wrap(function() return rules:call(check.throttled(0), ACTION).ok end)())
end)

check.that("a call ends with no_sleep before skynet.start", function()
  local stopped_by, reason, has_delay = skynet.call(skynet.newservice "unstarted", "lua")
  check.equal("no_sleep", stopped_by)
  check.matches("before the function of skynet%.start runs", reason)
  check.equal(true, has_delay)
end)

check.that("200 calls at once wait beside one another", function()
  local endless = process.new{ capacity = 1000000 }
  local began, sent = skynet.now(), 0
  check.at_once(200, function()
    local send, counts = check.throttled(2)
    assert(rules:call(send, ACTION, nil, { budget = endless }))
    sent = sent + counts.sent
  end)
  check.equal(600, sent, "requests")
  local ticks = skynet.now() - began
  if ticks > 200 then error(("400 sleeps of 0.1 s took %d ticks"):format(ticks)) end
end)

check.that("no wakeup ends a sleep", function()
  local threads, over, heard = {}, false, 0
  skynet.fork(function()
    while not over do
      for _, thread in pairs(threads) do
        for _ = 1, 5 do heard = heard + (skynet.wakeup(thread) and 1 or 0) end
      end
      skynet.sleep(1)
    end
  end)
  check.at_once(20, function(number)
    threads[number] = coroutine.running()
    waits()
    threads[number] = nil
  end)
  over = true
  check.equal(0, heard, "wakeups that reached a sleeper")
end)

check.that("a wakeup that came before the sleep does not shorten it", function()
  local thread = coroutine.running()
  skynet.fork(function()
    for _ = 1, 3 do skynet.wakeup(thread) end
  end)
  skynet.sleep(0) -- the wakeups that it leaves behind are for what this coroutine does next
  waits()
end)

check.that("a coroutine that was woken up before goes on to wait for what it waits for itself", function()
  local thread, ended = coroutine.running(), false
  waits()
  skynet.fork(function()
    ended = true
    skynet.wakeup(thread)
  end)
  skynet.wait(thread)
  check.equal(true, ended)
end)

check.that("a service that exits while a call sleeps takes nothing with it", function()
  local worker = skynet.newservice "worker"
  check.equal(true, skynet.call(worker, "lua", "sleep_long"))
  check.equal(true, skynet.call(worker, "lua", "exit"))
  waits()
end)
