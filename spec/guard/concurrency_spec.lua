local tc = require "tencentcloud"

local function request(now, fields)
  local made = { action = "cvm.RunInstances", service = "cvm", name = "RunInstances", params = {}, attempt = 1,
    state = {}, elapsed = 0, remaining = math.huge, now = now }
  for key, value in pairs(fields or {}) do made[key] = value end
  return made
end

describe("concurrency limit", function()
  it("lets so many requests through, and another for each that has ended", function()
    local guard = tc.concurrency { most = 2 }
    local one, other = guard(request(0)), guard(request(0))
    assert.equal("wait", guard(request(0)).type)
    one.done {}
    assert.same({ taken = 1, most = 2 }, guard:state(nil, 0))
    local third = guard(request(0))
    assert.is_function(third.done)
    other.done(nil)
    third.done {}
    assert.same({ taken = 0, most = 2 }, guard:state(nil, 0))
  end)

  it("frees a place once, however often it is told", function()
    local guard = tc.concurrency { most = 2 }
    local one = guard(request(0))
    guard(request(0))
    one.done {}
    one.done {}
    assert.is_function(guard(request(0)).done)
    assert.equal("wait", guard(request(0)).type)
  end)

  it("frees the places of requests that were killed, after their lease", function()
    for _, case in ipairs {
      { {}, {}, 60 },
      { {}, { remaining = 5 }, 5 },
      { {}, { remaining = 5, timeout = 2 }, 2 },
      { { lease = 10 }, { remaining = 5 }, 10 },
    } do
      local options, fields, lease = case[1], case[2], case[3]
      options.most = 1
      local guard = tc.concurrency(options)
      local killed = guard(request(0, fields))
      assert.equal("wait", guard(request(lease - 0.01)).type)
      local next_one = guard(request(lease))
      assert.is_function(next_one.done)
      killed.done {} -- it was only slow: the place is another's now
      assert.equal("wait", guard(request(lease)).type)
    end
  end)

  it("is one limit for each key, and keeps a bounded number of them", function()
    local guard = tc.concurrency { most = 1, key = function(asked) return asked.state.tenant end }
    local open = {}
    for i = 1, 20000 do
      local given = guard(request(0, { state = { tenant = i } }))
      if given.done then table.insert(open, given.done) end
    end
    assert.equal(4097, #open)
    for _, done in ipairs(open) do done {} end
    assert.is_function(guard(request(1, { state = { tenant = "late" } })).done)
    assert.is_true(guard.states.count < 10)
  end)

  it("asks again soon, or refuses", function()
    local guard = tc.concurrency { most = 1 }
    guard(request(0))
    assert.equal(0.05, guard(request(0)).every)
    guard = tc.concurrency { most = 1, every = 0.5, deadline = 3 }
    guard(request(0))
    assert.equal(0.5, guard(request(0)).every)
    assert.equal(3, guard(request(0)).deadline)
    guard = tc.concurrency { most = 1, refuse = true }
    guard(request(0))
    assert.equal("1 requests at once: the limit is reached; try again in 0.05 s", guard(request(0)).reason)
  end)

  it("has a twin without a past", function()
    local guard = tc.concurrency { most = 1 }
    guard(request(0))
    assert.is_function(guard:fresh()(request(0)).done)
    assert.equal("concurrency{most=1}", tostring(guard:fresh()))
  end)

  it("refuses options that it does not know or cannot follow", function()
    assert.error_matches(function() tc.concurrency {} end, "most: the number of requests at once expected", 1, true)
    assert.error_matches(function() tc.concurrency { most = 0 } end, "most: a whole number from 1 up", 1, true)
    assert.error_matches(function() tc.concurrency { max = 3 } end, "no option 'max'", 1, true)
  end)
end)
