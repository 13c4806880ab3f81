-- The budget in Redis, over skynet's own client.

local check = require "check"
local redis_budget = require "tencentcloud.budget.redis"
local skynet = require "skynet"

local PORT = tonumber(os.getenv "REDIS")

if not PORT then return check.skipped("the budget in Redis", os.getenv "NO_REDIS" or "no Redis") end

local SERVICES, CAPACITY = 4, 1500 -- tokens: 300 retries after throttling

local function new(prefix, options)
  local all = { port = PORT, capacity = CAPACITY, timeout = 5, prefix = prefix }
  for name, value in pairs(options or {}) do all[name] = value end
  return redis_budget.new(all)
end

check.that("four services share the retries of one budget in Redis", function()
  local retries, failed = 0, 0
  check.at_once(SERVICES, function()
    local worker = skynet.newservice "worker"
    local more, lost, note = skynet.call(worker, "lua", "storm", { redis = PORT, name = "storm:", capacity = CAPACITY,
      calls = 100, attempts = 21, throttled = 1000 })
    check.equal(nil, note)
    retries, failed = retries + more, failed + lost
    skynet.call(worker, "lua", "exit")
  end)
  check.equal(300, retries, "retries")
  check.equal(SERVICES * 100, failed, "failed calls")
  check.equal(0, (select(2, new "storm:":draw("/cvm/", 0, 0))), "tokens left")
  return "300 retries"
end)

check.that("what successes give back goes along with the next draw", function()
  local one, other = new "back:", new "back:"
  check.equal(CAPACITY - 14, (select(2, one:draw("key", 14, 0))))
  one:refund("key", 10)
  check.equal(CAPACITY - 14, (select(2, other:draw("key", 0, 0))))
  check.equal(CAPACITY - 4, (select(2, one:draw("key", 0, 0))))
end)

check.that("where Redis does not answer, the service's own budget serves, in time", function()
  local budget = new("none:", { port = 1, timeout = 0.1 })
  local began = skynet.now()
  local granted, _, note = budget:draw("key", 14, 0)
  check.equal(true, granted)
  check.matches("^redis: ", note)
  if skynet.now() - began > 50 then error(("0.1 s took %d ticks"):format(skynet.now() - began)) end
  return note
end)

check.that("a draw in a coroutine of the program's own does not wait for Redis", function()
  local budget = new "elsewhere:"
  local given = coroutine.wrap(function() return { budget:draw("key", 14, 0) } end)()
  check.equal("table", type(given), "what the coroutine returned")
  check.equal(true, given[1])
  check.equal("string", type(given[3]), "note")
  return given[3]
end)
