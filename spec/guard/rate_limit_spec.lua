local tc = require "tencentcloud"

local function request(now, fields)
  local made = { action = "cvm.RunInstances", service = "cvm", name = "RunInstances", params = {}, attempt = 1,
    state = {}, elapsed = 0, remaining = math.huge, now = now }
  for key, value in pairs(fields or {}) do made[key] = value end
  return made
end

-- How many of 1,000 requests at once are let through.
local function at_once(guard, now, fields)
  local count = 0
  for _ = 1, 1000 do
    local answer = guard(request(now, fields))
    if answer.type == "wait" then return count, answer.every end
    count = count + 1
  end
  return count
end

local function near(wanted, given)
  assert.is_true(math.abs(given - wanted) < 1e-6, ("%.12g, wanted %.12g"):format(given, wanted))
end

describe("rate limit", function()
  it("lets a burst through, and holds the next one back for exactly the time needed", function()
    local guard = tc.rate_limit { rate = 10, burst = 3 }
    local count, wait = at_once(guard, 100)
    assert.equal(3, count)
    near(0.1, wait)
    near(0.03, guard(request(100.07)).every)
    assert.is_function(guard(request(100.1)).done)
    near(0.1, guard(request(100.1)).every)
    assert.equal(3, (at_once(guard, 200)))
  end)

  it("has the rate as its burst by default, and at least one", function()
    assert.equal(20, (at_once(tc.rate_limit { rate = 20 }, 0)))
    assert.equal(1, (at_once(tc.rate_limit { rate = 0.1 }, 0)))
    local _, wait = at_once(tc.rate_limit { rate = 0.1 }, 0)
    near(10, wait)
  end)

  it("never lets more through than the rate and one burst, however it is asked", function()
    local guard, sent, now = tc.rate_limit { rate = 7, burst = 4 }, {}, 0
    for i = 1, 3000 do
      now = now + (i * 7919 % 97) / 1000
      if guard(request(now)).done then table.insert(sent, now) end
    end
    for first = 1, #sent, 50 do
      for last = first, #sent do
        assert.is_true(last - first + 1 <= 4 + 7 * (sent[last] - sent[first]) + 1e-6)
      end
    end
    assert.is_true(#sent > 7 * now * 0.95)
  end)

  it("takes a token back of a request that was not sent, once, and of no other", function()
    local guard = tc.rate_limit { rate = 1, burst = 1 }
    local answer = guard(request(0))
    answer.done(nil)
    answer = guard(request(0))
    assert.is_function(answer.done)
    answer.done { code = "InternalError", kind = "internal", began = 0, took = 0 }
    assert.equal("wait", guard(request(0)).type)
    answer = guard(request(1))
    answer.done(nil, true) -- it was sent, and nobody knows what became of it
    assert.equal("wait", guard(request(1)).type)
  end)

  it("is one limit for all, or one for each key", function()
    for _, case in ipairs {
      { nil, { region = "a" }, { region = "b" }, 2 },
      { "region", { region = "a" }, { region = "b" }, 4 },
      { "region", {}, { region = "b" }, 4 },
      { "account", { account = "1" }, { account = "2" }, 4 },
      { "service", {}, { service = "cls" }, 4 },
      { "action", {}, { action = "cvm.DescribeInstances" }, 4 },
      { "action", {}, { action = "cvm@2017-03-12.RunInstances", version = "2017-03-12" }, 2 },
      { function(asked) return asked.state.tenant end, { state = { tenant = "a" } }, { state = { tenant = 7 } }, 4 },
    } do
      local guard = tc.rate_limit { rate = 1, burst = 2, key = case[1] }
      assert.equal(case[4], (at_once(guard, 0, case[2])) + (at_once(guard, 0, case[3])))
    end
  end)

  it("does not let a request without a key through in silence", function()
    local guard = tc.rate_limit { rate = 1, key = function(asked) return asked.state.tenant end }
    assert.error_matches(function() guard(request(0)) end, "rate_limit: key: the function returned a nil", 1, true)
  end)

  it("keeps a bounded number of keys, and limits what comes beyond all the same", function()
    local name = 0
    local guard = tc.rate_limit { rate = 0.001, burst = 1, key = function() return "key " .. name end }
    local granted = 0
    for i = 1, 20000 do
      name = i
      if guard(request(0)).done then granted = granted + 1 end
    end
    assert.equal(4097, granted)
    assert.is_true(guard.states.count <= 4097)
    -- Buckets that are full again are forgotten.
    name = "late"
    assert.is_function(guard(request(2000)).done)
    assert.is_true(guard.states.count < 10)
    name = ("long"):rep(1000)
    guard(request(2000))
    for key in pairs(guard.states.states) do assert.is_true(#key <= 256) end
  end)

  it("refuses instead, where it is told to", function()
    local guard = tc.rate_limit { rate = 0.5, burst = 1, refuse = true, key = "region" }
    guard(request(0, { region = 'ap"\n' .. ("x"):rep(100) }))
    local refusal = guard(request(0.5, { region = 'ap"\n' .. ("x"):rep(100) }))
    assert.equal("forbid", refusal.type)
    assert.equal('rate limit of "ap??' .. ("x"):rep(60) .. '..." reached; try again in 1.5 s', refusal.reason)
    assert.equal(1.5, refusal.retry_after)
  end)

  it("says how long a request is held back at most", function()
    local guard = tc.rate_limit { rate = 1, deadline = 5 }
    guard(request(0))
    assert.equal(5, guard(request(0)).deadline)
  end)

  it("shows its options and its state", function()
    local guard = tc.rate_limit { rate = 10, burst = 2, key = "region" }
    assert.equal("rate_limit{rate=10, burst=2, key=region}", tostring(guard))
    guard(request(0, { region = "a" }))
    assert.same({ tokens = 1, rate = 10 }, guard:state("a", 0))
    assert.same({ tokens = 2, rate = 10 }, guard:state("b", 0))
  end)

  it("has a twin without a past", function()
    local guard = tc.rate_limit { rate = 1, burst = 1 }
    guard(request(0))
    local twin = guard:fresh()
    assert.is_function(twin(request(0)).done)
    assert.equal("wait", twin(request(0)).type)
    assert.equal(tostring(guard), tostring(twin))
  end)

  it("refuses options that it does not know or cannot follow", function()
    for _, case in ipairs {
      { {}, "rate: requests a second expected" },
      { { rate = 0 }, "rate: a number from 1e-06 up expected" },
      { { rate = 1, burst = 0 }, "burst: a number from 1 up expected" },
      { { adaptive = true, burst = 2 }, "burst: is only for a rate" },
      { { rate = 1, key = "tenant" }, '"action" or a function expected' },
      { { rate = 1, dict = {} }, "an ngx.shared.DICT (lua_shared_dict declares one) expected" },
      { { rate = 1, rat = 2 }, "no option 'rat'" },
    } do
      assert.error_matches(function() tc.rate_limit(case[1]) end, case[2], 1, true)
    end
  end)

  describe("that is adaptive", function()
    local function answer(guard, now, kind)
      local given = guard(request(now))
      if given.type == "wait" then return given.every end
      given.done { kind = kind, code = kind and "X", began = 0, took = 0 }
    end

    it("limits nothing until the first throttling, then follows the law", function()
      local guard = tc.rate_limit { adaptive = true }
      for i = 1, 9 do assert.is_nil(answer(guard, i / 5)) end
      assert.is_nil(answer(guard, 2, "throttle"))
      local state = guard:state(nil, 2)
      near(4.3264, state.measured)
      near(3.02848, state.adaptive_rate)
    end)

    it("takes no other failure for throttling", function()
      local guard = tc.rate_limit { adaptive = true }
      for i, kind in ipairs { "internal", "parameter", "quota", "client", "unavailable" } do
        assert.is_nil(answer(guard, i, kind))
      end
      assert.is_nil(guard:state(nil, 10).adaptive_rate)
    end)

    it("counts the answer when it came, not when its request was sent", function()
      local guard = tc.rate_limit { adaptive = true }
      local early = guard(request(10, { elapsed = 3 }))
      early.done { kind = "throttle", began = 4, took = 2 }
      assert.equal(13, guard.states.states[""].adaptive.throttled)
    end)

    it("takes a token back of a request that was not sent, and measures nothing", function()
      local guard = tc.rate_limit { adaptive = true }
      assert.is_nil(answer(guard, 0, "throttle"))
      local before = guard:state(nil, 0)
      local now = 10
      local given = guard(request(now))
      given.done(nil)
      assert.equal(before.measured, guard:state(nil, now).measured)
      assert.is_function(guard(request(now)).done)
      assert.equal("wait", guard(request(now)).type)
    end)

    it("holds a rate beside it", function()
      local guard = tc.rate_limit { adaptive = true, rate = 5, burst = 1 }
      assert.is_nil(answer(guard, 0))
      near(0.2, answer(guard, 0))
    end)
  end)
end)
