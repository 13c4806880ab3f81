-- The limits that the workers of one nginx share. The workers are objects over one dictionary here, and any of them may
-- run between two steps of another; spec/guard/nginx_spec.lua runs real ones.

local fake_dict = require "spec.support.fake_dict"
local tc = require "tencentcloud"

local function request(now, fields)
  local made = { action = "cvm.RunInstances", service = "cvm", name = "RunInstances", params = {}, attempt = 1,
    state = {}, elapsed = 0, remaining = math.huge, now = now }
  for key, value in pairs(fields or {}) do made[key] = value end
  return made
end

-- Each step of a worker on the dictionary gives way to the others. `pass` lets time pass by a number.
local function yielding(dict, pass)
  local own, random = {}, 1
  for _, name in ipairs { "get", "incr", "add", "safe_add", "delete", "expire" } do
    own[name] = function(_, ...)
      coroutine.yield()
      if pass then
        random = (random * 1103515245 + 12345) % 2147483648
        pass(math.floor(random / 65536))
      end
      return dict[name](dict, ...)
    end
  end
  return own
end

-- Runs functions as coroutines, one step of one of them at a time, as a seed says.
local function interleave(seed, functions)
  local threads = {}
  for i, run in ipairs(functions) do threads[i] = coroutine.create(run) end
  while #threads > 0 do
    seed = (seed * 1103515245 + 12345) % 2147483648
    local i = math.floor(seed / 65536) % #threads + 1
    assert(coroutine.resume(threads[i]))
    if coroutine.status(threads[i]) == "dead" then table.remove(threads, i) end
  end
end

local function near(wanted, given)
  assert.is_true(math.abs(given - wanted) < 1e-5, ("%.12g, wanted %.12g"):format(given, wanted))
end

local TIME = 1700000000.25 -- nginx counts seconds since 1970

describe("rate limit in a shared dictionary", function()
  local dict, one, other
  before_each(function()
    dict = fake_dict()
    one = tc.rate_limit { rate = 10, burst = 3, dict = dict }
    other = tc.rate_limit { rate = 10, burst = 3, dict = dict }
  end)

  it("is one bucket for all workers, and says exactly how long it takes", function()
    for _, worker in ipairs { one, other, one } do assert.is_function(worker(request(TIME)).done) end
    near(0.1, other(request(TIME)).every)
    near(0.03, one(request(TIME + 0.07)).every)
    assert.is_function(other(request(TIME + 0.1)).done)
    near(0.1, one(request(TIME + 0.1)).every)
    near(0.5, one:state(nil, TIME + 0.15).tokens)
  end)

  it("holds no more than its burst after a pause, with an entry or without", function()
    local now = TIME
    for _, pause in ipairs { 1, 59, 100, 100000 } do
      one(request(now))
      now, dict.now = now + pause, dict.now + pause
      for _ = 1, 3 do assert.is_function(other(request(now)).done) end
      assert.equal("wait", one(request(now)).type)
    end
  end)

  it("takes a token back of a request that was not sent", function()
    one(request(TIME))
    one(request(TIME))
    local answer = other(request(TIME))
    assert.equal("wait", one(request(TIME)).type)
    answer.done(nil)
    assert.is_function(one(request(TIME)).done)
    assert.equal("wait", other(request(TIME)).type)
  end)

  it("never expires while it is used", function()
    local slow = tc.rate_limit { rate = 0.01, burst = 1, dict = dict }
    local now, granted = 0, 0
    for _ = 1, 1000 do
      now = now + 1
      dict.now = now
      if slow(request(now)).done then granted = granted + 1 end
    end
    assert.equal(10, granted)
  end)

  it("goes on where entries cannot be prolonged", function()
    local old = {}
    for _, name in ipairs { "get", "incr", "add", "delete" } do
      old[name] = function(_, ...) return dict[name](dict, ...) end
    end
    local slow, granted = tc.rate_limit { rate = 0.01, burst = 1, dict = old }, 0
    for now = 1, 1000 do
      dict.now = now
      if slow(request(now)).done then granted = granted + 1 end
    end
    assert.equal(10, granted)
  end)

  it("leaves no entry that nobody uses", function()
    one(request(TIME))
    dict.now = dict.now + 61
    assert.is_nil(dict:get "rate:")
  end)

  it("goes on after the clock was set back", function()
    for _ = 1, 3 do one(request(TIME)) end
    near(0.1, one(request(TIME - 3600)).every)
    assert.is_function(one(request(TIME - 3599)).done)
  end)

  it("never grants more than there is, in any order of the steps of four workers", function()
    for seed = 1, 300 do
      local shared, now, granted = fake_dict(), TIME, 0
      local function worker()
        local own = tc.rate_limit { rate = 10, burst = 5, dict = yielding(shared) }
        for _ = 1, 4 do
          if own(request(now)).done then granted = granted + 1 end
        end
      end
      -- Twice: where there is no entry, and where there is one that is behind.
      for _ = 1, 2 do
        granted = 0
        interleave(seed, { worker, worker, worker, worker })
        assert.is_true(granted <= 5, ("seed %d: %d"):format(seed, granted))
        assert.is_true(granted >= 2, ("seed %d: %d"):format(seed, granted))
        -- What was lost to the others' steps is there again at once.
        local rest = tc.rate_limit { rate = 10, burst = 5, dict = shared }
        while rest(request(now)).done do granted = granted + 1 end
        assert.is_true(granted <= 5, ("seed %d: %d"):format(seed, granted))
        now = now + 1.5 + seed % 40
      end
      for _, entry in pairs(shared.entries) do assert.is_true(entry.value >= 0) end
    end
  end)

  it("never grants more than its rate and one burst in any span of time, whatever holds workers up", function()
    for seed = 1, 150 do
      local rate, burst = seed * 37 % 100 + 20, seed % 5 + 1
      local shared, now, grants = fake_dict(), TIME, {}
      local dictionary = yielding(shared, function(random)
        -- Mostly no time passes between two steps; at times as much as fills the bucket.
        local pause = random % 10 == 0 and (random % 97) / 97 * 2 * burst / rate or 0
        now, shared.now = now + pause, shared.now + pause
      end)
      local function worker()
        local own = tc.rate_limit { rate = rate, burst = burst, dict = dictionary }
        for _ = 1, 15 do
          local asked = now
          if own(request(asked)).done then table.insert(grants, asked) end
        end
      end
      interleave(seed, { worker, worker, worker, worker })
      table.sort(grants)
      for first = 1, #grants do
        for last = first, #grants do
          local most = burst + rate * (grants[last] - grants[first])
          assert.is_true(last - first + 1 <= most + 1e-3, ("seed %d: %d of %g"):format(seed, last - first + 1, most))
        end
      end
    end
  end)

  it("grants nothing to a worker that was held up while all was taken", function()
    for burst = 1, 100, 9 do
      dict = fake_dict()
      local options = { rate = 0.001, burst = burst, dict = yielding(dict) }
      local slow = tc.rate_limit(options)
      for steps = 1, 12 do
        local granted
        local thread = coroutine.create(function() granted = slow(request(TIME)).done ~= nil end)
        for _ = 1, steps do
          if coroutine.status(thread) ~= "dead" then assert(coroutine.resume(thread)) end
        end
        local fast, taken = tc.rate_limit { rate = 0.001, burst = burst, dict = dict }, 0
        while fast(request(TIME)).done do taken = taken + 1 end
        while coroutine.status(thread) ~= "dead" do assert(coroutine.resume(thread)) end
        if steps == 1 then assert.equal(burst, taken) end
        assert.is_true(taken + (granted and 1 or 0) <= burst)
        dict.entries = {}
      end
    end
  end)

  it("survives an entry that expires between two steps", function()
    one(request(TIME))
    for _, step in ipairs { "get", "safe_add", "expire", "incr" } do
      local original, lost = dict[step], false
      dict[step] = function(self, ...)
        if not lost then self.entries, lost = {}, true end
        return original(self, ...)
      end
      local answer = one(request(TIME))
      assert.is_function(answer.done)
      assert.is_nil(answer.note)
    end
  end)

  it("leaves it to the worker's own bucket, and says why, where the dictionary is full or fails", function()
    dict.full = true
    local answer
    for _ = 1, 3 do
      answer = one(request(TIME))
      assert.equal("shared dictionary: no memory", answer.note)
    end
    assert.equal("wait", one(request(TIME)).type)
    assert.same({ tokens = 0, rate = 10, note = "shared dictionary: no memory" }, one:state(nil, TIME))
    answer.done(nil)
    assert.is_function(one(request(TIME)).done)
    dict.full = false
    assert.is_nil(one(request(TIME)).note)
  end)

  it("has a twin that leaves the dictionary alone", function()
    one:fresh()(request(TIME))
    assert.is_nil(next(dict.entries))
  end)
end)

describe("concurrency limit in a shared dictionary", function()
  local dict, one, other
  before_each(function()
    dict = fake_dict()
    one = tc.concurrency { most = 2, dict = dict, lease = 10 }
    other = tc.concurrency { most = 2, dict = dict, lease = 10 }
  end)

  it("is one limit for all workers", function()
    local first = one(request(TIME))
    local second = other(request(TIME))
    assert.equal("wait", one(request(TIME)).type)
    assert.equal("wait", other(request(TIME)).type)
    first.done {}
    assert.same({ taken = 1, most = 2 }, other:state(nil, TIME))
    assert.is_function(other(request(TIME)).done)
    second.done {}
    second.done {}
    assert.is_function(one(request(TIME)).done)
    assert.equal("wait", one(request(TIME)).type)
  end)

  it("frees the places of requests that were killed, and no others", function()
    local killed = one(request(TIME))
    other(request(TIME))
    dict.now = 10
    local late = other(request(TIME + 10))
    assert.is_function(late.done)
    killed.done {} -- its place is another's now
    assert.is_function(one(request(TIME + 10)).done)
    assert.equal("wait", one(request(TIME + 10)).type)
  end)

  it("never lets more through than it may, in any order of the steps of four workers", function()
    for seed = 1, 400 do
      local shared, running, most = fake_dict(), 0, 0
      local function worker()
        local own = tc.concurrency { most = 3, dict = yielding(shared) }
        for _ = 1, 6 do
          local answer = own(request(TIME))
          if answer.done then
            running = running + 1
            most = math.max(most, running)
            coroutine.yield()
            running = running - 1
            answer.done {}
          end
        end
      end
      interleave(seed, { worker, worker, worker, worker })
      assert.is_true(most <= 3, ("seed %d: %d"):format(seed, most))
      assert.is_nil(next(shared.entries))
    end
  end)

  it("leaves it to the worker's own limit, and says why, where the dictionary is full", function()
    dict.full = true
    local first = one(request(TIME))
    assert.equal("shared dictionary: no memory", first.note)
    one(request(TIME))
    assert.equal("wait", one(request(TIME)).type)
    first.done {}
    assert.is_function(one(request(TIME)).done)
  end)
end)
