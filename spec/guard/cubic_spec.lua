-- The law of adaptive retries against the vectors that the AWS SDKs publish (those of their client rate limiters'
-- tests, and of botocore's), to six digits or more.

local cubic = require "tencentcloud.guard.cubic"

local function near(wanted, given)
  assert.is_true(math.abs(given - wanted) <= 1e-6 * math.max(1, math.abs(wanted)), ("%.12g, wanted %.12g"):format(given,
    wanted))
end

-- One that was throttled at a rate and a time.
local function throttled_at(top, time)
  local law = cubic.new(0)
  law.top, law.throttled = top, time
  return law
end

describe("the cubic law", function()
  it("gives the published rates after successes", function()
    local law = throttled_at(10, 5)
    for _, case in ipairs {
      { 5, 7.0 }, { 6, 9.64893600966 }, { 7, 10.000030849917364 }, { 8, 10.453284520772092 },
      { 9, 13.408697022224185 }, { 10, 21.26626835427364 }, { 11, 36.425998516920465 },
    } do
      near(case[2], law:curve(case[1]))
    end
  end)

  it("gives the published rates after successes and throttling", function()
    local law, rate = throttled_at(10, 5), nil
    for _, case in ipairs {
      { 5, false, 7.0 }, { 6, false, 9.64893600966 }, { 7, true, 6.754255206761999 }, { 8, true, 4.727978644733399 },
      { 9, false, 4.670125557970046 }, { 10, false, 4.770870456867401 }, { 11, false, 6.011819748005445 },
      { 12, false, 10.792973431384178 },
    } do
      local time, throttled, wanted = case[1], case[2], case[3]
      if throttled then
        rate = rate * cubic.BETA
        law.top, law.throttled = rate, time
      else
        rate = law:curve(time)
      end
      near(wanted, rate)
    end
  end)

  it("gives the published sending rates and fill rates of a client", function()
    local law = cubic.new(0)
    for _, case in ipairs {
      -- time, throttled, measured rate, fill rate
      { 0.2, false, 0, 0.5 },
      { 0.4, false, 0, 0.5 },
      { 0.6, false, 4.8, 0.5 },
      { 0.8, false, 4.8, 0.5 },
      { 1.0, false, 4.16, 0.5 },
      { 1.2, false, 4.16, 0.6912 },
      { 1.4, false, 4.16, 1.0976 },
      { 1.6, false, 5.632, 1.6384 },
      { 1.8, false, 5.632, 2.3328 },
      { 2.0, true, 4.3264, 3.02848 },
      { 2.2, false, 4.3264, 3.48663917347026 },
      { 2.4, false, 4.3264, 3.821874416040255 },
      { 2.6, false, 5.66528, 4.053385727709987 },
      { 2.8, false, 5.66528, 4.200373108479454 },
      { 3.0, false, 4.333056, 4.282036558348658 },
      { 3.2, true, 4.333056, 2.99742559084406 },
      { 3.4, false, 4.333056, 3.4522263943863463 },
    } do
      law:answered(case[2], case[1])
      near(case[3], law.measured)
      near(case[4], law.bucket.rate)
    end
  end)

  it("is at the throttled rate again after the published time", function()
    -- k of a rate of 10, and of 8 that was throttled at the time 1.
    near(10, throttled_at(10, 0):curve(1.9574338205844317))
    near(8, throttled_at(8, 1):curve(1 + 1.8171205928321397))
    near(8 * cubic.BETA, throttled_at(8, 1):curve(1))
    local law = throttled_at(10, 0)
    for _, part in ipairs { 1 / 3, 1 / 2, 1 / 1.1 } do assert.is_true(law:curve(1.9574338205844317 * part) <= 10) end
    for _, part in ipairs { 1.1, 2 } do assert.is_true(law:curve(1.9574338205844317 * part) >= 10) end
  end)

  describe("measures the rate", function()
    local function measured(times)
      local law = cubic.new(0)
      for _, time in ipairs(times) do law:measure(time) end
      return law.measured
    end

    it("in slices of half a second", function()
      assert.equal(0, measured {})
      near(0.8, measured { 1 })
      near(0, measured { 0.1, 0.2, 0.3, 0.4, 0.49 })
      near(12 * 0.8, measured { 0.1, 0.2, 0.3, 0.4, 0.49, 0.5 })
      assert.is_true(measured { 1, 1, 1, 2, 3 } >= 1)
    end)

    it("with more weight on what is new", function()
      local steady = {}
      for i = 1, 20 do steady[i] = i end
      near(1, measured(steady))
      local fast = { 1, 1.5, 2, 2.5, 3, 3.5, 4 }
      local before = measured(fast)
      assert.is_true(before >= 1.99 and before <= 2)
      table.insert(fast, 14)
      local after = measured(fast)
      assert.is_true(after >= 0.1 and after < before)
    end)

    it("also after the clock was set back", function()
      local law = cubic.new(1000)
      for i = 1, 20 do law:measure(1000 + i) end
      for i = 1, 40 do law:measure(i) end
      near(1, law.measured)
    end)
  end)

  it("limits nothing before it was throttled", function()
    local law = cubic.new(0)
    for i = 1, 100 do
      assert.equal(0, law:wait(i / 100))
      law:take()
      law:answered(false, i / 100)
    end
    law:answered(true, 1)
    assert.is_true(law.enabled)
  end)

  it("never goes below half a request a second, nor above twice the measured rate", function()
    local law = cubic.new(0)
    for i = 1, 50 do law:answered(true, i / 10) end
    assert.is_true(law.bucket.rate >= 0.5)
    for i = 1, 200 do
      law:answered(false, 5 + i)
      assert.is_true(law.bucket.rate <= math.max(0.5, 2 * law.measured) + 1e-9)
    end
    near(2, law.bucket.rate)
  end)

  it("lets requests be sent however often it waits", function()
    local law, now = cubic.new(0), 0
    law:answered(true, 0)
    for i = 1, 100 do
      now = now + (i * 7919 % 100) / 100
      local wait = law:wait(now)
      now = now + wait
      assert.equal(0, law:wait(now))
      law:take()
      law:answered(false, now)
      assert.is_true(law.bucket.level >= 0)
    end
  end)

  it("waits the published seconds after a first answer that is throttled", function()
    for now, wait in pairs { [0.5] = 0.8928571428571428, [1] = 1.7857142857142856, [2] = 2 } do
      local learnt = cubic.new(0)
      learnt:answered(true, now)
      assert.is_true(math.abs(learnt:wait(now) - wait) < 1e-9)
    end
  end)
end)
