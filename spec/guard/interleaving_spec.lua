-- The shared limits, whatever the workers do between any two steps: each operation on the dictionary lets another one
-- go on, in an order that a seed decides. Their clocks differ by a little, as those of nginx workers do.

local fake_dict = require "spec.support.fake_dict"
local tc = require "tencentcloud"

local function random_of(seed)
  local state = seed * 48271 % 2147483647
  return function(most)
    state = state * 16807 % 2147483647
    return state % most
  end
end

-- A dictionary that yields before each operation.
local function yielding(dict)
  return setmetatable({}, {
    __index = function(_, name)
      local operation = dict[name]
      return operation and function(_, ...)
        coroutine.yield()
        return operation(dict, ...)
      end
    end,
  })
end

-- Runs the workers until all have ended, in the order of the seed; `between` is called before each step.
local function interleave(random, workers, between)
  local threads = {}
  for i, worker in ipairs(workers) do threads[i] = coroutine.create(worker) end
  while #threads > 0 do
    between()
    local place = 1 + random(#threads)
    local ok, problem = coroutine.resume(threads[place])
    assert(ok, problem)
    if coroutine.status(threads[place]) == "dead" then table.remove(threads, place) end
  end
end

local function request(now)
  return { action = "cvm.RunInstances", service = "cvm", name = "RunInstances", now = now }
end

describe("workers that interleave", function()
  it("send no more than burst + rate * time", function()
    for seed = 1, 150 do
      local random = random_of(seed)
      local dict, clock, sent = fake_dict(), 1000, {}
      local rate, burst = 1 + random(5), 1 + random(4)
      local function worker()
        local guard = tc.rate_limit { rate = rate, burst = burst, dict = yielding(dict) }
        for _ = 1, 30 do
          local now = clock
          local answer = guard(request(now))
          if answer.done then table.insert(sent, now) end
        end
      end
      interleave(random, { worker, worker, worker }, function()
        -- Now and then all are idle for long, so that the bucket is full again.
        local pause = random(40)
        clock = clock + (pause == 0 and 0.5 or pause < 8 and 0.02 or 0)
        dict.now = clock
      end)
      table.sort(sent)
      for first = 1, #sent do
        for last = first, #sent do
          local most = burst + rate * (sent[last] - sent[first]) + 1e-4
          assert(last - first + 1 <= most, ("seed %d: %d in %g s"):format(seed, last - first + 1,
            sent[last] - sent[first]))
        end
      end
      -- What is there can be taken, once all have ended: nothing got lost.
      dict.now = clock + 2 * burst / rate + 1
      local guard, count = tc.rate_limit { rate = rate, burst = burst, dict = dict }, 0
      while guard(request(dict.now)).done do count = count + 1 end
      assert.equal(burst, count, "seed " .. seed)
    end
  end)

  it("have no more requests under way than they may, when leases end too", function()
    for seed = 1, 150 do
      local random = random_of(seed)
      local dict, clock, under_way, most = fake_dict(), 1000, {}, 1 + random(3)
      local function count()
        local sum = 0
        for _, ends in pairs(under_way) do
          if clock < ends then sum = sum + 1 end
        end
        return sum
      end
      local function worker()
        local guard = tc.concurrency { most = most, lease = 0.1, dict = yielding(dict) }
        for turn = 1, 15 do
          local now = clock
          local answer = guard(request(now))
          if answer.done then
            under_way[answer] = now + 0.1
            assert(count() <= most, "seed " .. seed)
            for _ = 1, random(6) do coroutine.yield() end
            if turn % 5 > 0 then
              under_way[answer] = nil
              answer.done(nil)
            end
          end
        end
      end
      interleave(random, { worker, worker, worker }, function()
        clock = clock + random(4) * 0.0005
        dict.now = clock
      end)
      dict.now = clock + 3
      local guard, free = tc.concurrency { most = most, lease = 0.1, dict = dict }, 0
      while guard(request(dict.now)).done do free = free + 1 end
      assert.equal(most, free)
    end
  end)
end)
