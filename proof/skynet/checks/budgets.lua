-- One retry budget for all services: the numbers are exact, successes send nothing, and a service that is slow or gone
-- holds nobody up.

local check = require "check"
local shared = require "tencentcloud.budget.skynet"
local skynet = require "skynet"
local skynet_service = require "skynet.service"
require "skynet.manager"

local SERVICES, CALLS = 4, 100
local CAPACITY = 1500 -- tokens: 300 retries after throttling

local workers = {}
for i = 1, SERVICES do workers[i] = skynet.newservice "worker" end

-- The storm in all services at once: retries and failures of all, and a note that one of them gave.
local function storm(options)
  local retries, failed, note = 0, 0, nil
  check.at_once(SERVICES, function(i)
    local more, lost, said = skynet.call(workers[i], "lua", "storm", options)
    retries, failed, note = retries + more, failed + lost, note or said
  end)
  return retries, failed, note
end

local function left_in(name, capacity)
  local _, left, note = shared.new{ name = name, capacity = capacity, timeout = 5 }:draw("/cvm/", 0, 0)
  check.equal(nil, note)
  return left
end

check.that("four services with budgets of their own retry four times as often", function()
  check.equal(SERVICES * 300, (storm{ process = true, capacity = CAPACITY, calls = CALLS, attempts = 21,
    throttled = 1000 }))
  return "1,200 retries"
end)

check.that("four services with one budget share its retries, none too many and none too few", function()
  for round = 1, 3 do
    local name = "exact" .. round
    local retries, failed, note = storm{ name = name, capacity = CAPACITY, calls = CALLS, attempts = 21,
      throttled = 1000 }
    check.equal(nil, note)
    check.equal(300, retries, "retries")
    check.equal(SERVICES * CALLS, failed, "failed calls")
    check.equal(0, left_in(name, CAPACITY), "tokens left")
  end
  return "300 retries, three times"
end)

check.that("what successes give back is in the bucket again within a second or so", function()
  local retries, failed, note = storm{ name = "refunds", capacity = CAPACITY, calls = 50, attempts = 5, throttled = 1 }
  check.equal(nil, note)
  check.equal(0, failed)
  check.equal(SERVICES * 50, retries)
  skynet.sleep(150)
  check.equal(CAPACITY, left_in("refunds", CAPACITY), "tokens left")
end)

check.that("successes send no message", function()
  local budget = shared.new{ name = "quiet", timeout = 5 }
  budget:draw("key", 14, 0)
  budget:refund("key", 14)
  skynet.sleep(150)
  local address = skynet_service.query "quiet"
  local before = skynet.call(address, "debug", "STAT").message
  for _ = 1, 1000 do budget:refund("key", 1) end
  skynet.sleep(150)
  check.equal(1, skynet.call(address, "debug", "STAT").message - before, "messages, with that of the question itself")
end)

-- A service of that name that takes its time, and counts what it granted and was given back.
local function start_slow(name)
  return skynet_service.new(name, function()
    local skynet = require "skynet" -- luacheck: ignore 431
    local spent, ticks = 0, 0
    local command = {}
    function command.draw(_, cost, returned, capacity)
      spent = spent + cost - returned
      skynet.sleep(ticks)
      skynet.retpack(true, capacity - spent)
    end
    function command.refund(_, returned) spent = spent - returned end
    function command.delay(wanted) ticks = wanted skynet.retpack(true) end
    function command.spent() skynet.retpack(spent) end
    skynet.start(function()
      skynet.dispatch("lua", function(_, _, word, ...) command[word](...) end)
    end)
  end)
end

check.that("a service that is slow is not waited for, and what it grants too late is given back", function()
  local address = start_slow "slow"
  local budget = shared.new{ name = "slow", timeout = 0.05 }
  check.equal(nil, (select(3, budget:draw("key", 14, 0))))
  skynet.call(address, "lua", "delay", 50)
  local began = skynet.now()
  local granted, _, note = budget:draw("key", 5, 10)
  local ticks = skynet.now() - began
  check.equal(true, granted)
  check.matches("no answer within 0%.05 seconds$", note)
  if ticks > 30 then error(("0.05 s took %d ticks"):format(ticks)) end
  skynet.sleep(250)
  check.equal(14, skynet.call(address, "lua", "spent"), "tokens spent")
end)

check.that("a service that is gone is followed by another, the same for all", function()
  local one, other = shared.new{ name = "gone", timeout = 5 }, shared.new{ name = "gone", timeout = 5 }
  check.equal(486, (select(2, one:draw("key", 14, 0))))
  check.equal(472, (select(2, other:draw("key", 14, 0))))
  skynet.kill(skynet_service.query "gone")
  for _, budget in ipairs{ one, other } do
    local granted, _, note = budget:draw("key", 14, 10)
    check.equal(true, granted)
    check.matches("^the budget's service: ", note)
  end
  check.equal(486, (select(2, one:draw("key", 14, 20))))
  check.equal(472, (select(2, other:draw("key", 14, 20))))
end)

check.that("a draw in a coroutine of the program's own does not wait", function()
  local budget = shared.new{ name = "elsewhere", timeout = 5 }
  local given = coroutine.wrap(function() return { budget:draw("key", 14, 0) } end)()
  check.equal(true, given[1])
  check.matches("^skynet cannot wait in a coroutine", given[3])
end)
