local backoff = require "tencentcloud.call.backoff"

describe("backoff", function()
  it("doubles each delay up to the cap", function()
    local expected = { 0.05, 0.1, 0.2, 0.4, 0.8, 1.6, 3.2, 6.4, 12.8, 20, 20 }
    for retry, seconds in ipairs(expected) do
      assert.near(seconds, backoff.delay(retry, backoff.BASE, backoff.CAP, 1), 1e-12)
    end
  end)

  it("stays at the cap however many retries there were", function()
    assert.equal(20, backoff.delay(5000, backoff.BASE, backoff.CAP, 1))
  end)

  it("takes the whole delay by chance, down to nothing", function()
    assert.equal(0, backoff.delay(3, 1, 20, 0))
    assert.equal(2, backoff.delay(3, 1, 20, 0.5))
  end)

  it("knows what is busy: what waits for others, where the registry says that it passes", function()
    for _, case in ipairs{ { "conflict", "backoff", true }, { "unavailable", "backoff", true },
      { "conflict", "no", false }, { "unavailable", "no", false }, { "conflict", nil, false },
      { "internal", "backoff", false }, { "timeout", "backoff", false }, { "throttle", "throttle", false },
      { nil, "backoff", false }, { nil, nil, false } } do
      assert.equal(case[3], backoff.is_busy(case[1], case[2]))
    end
  end)

  it("doubles the delays of what is busy from 2 s up to the cap", function()
    for retry, seconds in ipairs{ 2, 4, 8, 16, 20, 20 } do
      assert.equal(seconds, backoff.delay(retry, backoff.BUSY_BASE, backoff.CAP, 1))
    end
  end)

  local asked = {
    { 1.5, 1.5, "between the bounds is taken as it is" },
    { 0, 0.05, "zero gives our own delay" },
    { 10, 5.05, "a long one is cut to our own and five seconds" },
    { "soon", 0.05, "what is not a number gives our own delay" },
    { 0 / 0, 0.05, "not-a-number gives our own delay" },
    { -0.1, 0.05, "a negative one gives our own delay" },
    { nil, 0.05, "none gives our own delay" },
  }
  for i = 1, 7 do
    local case = asked[i]
    it("of a server's delay: " .. case[3], function()
      assert.near(case[2], backoff.with_server(0.05, case[1]), 1e-12)
    end)
  end
end)
