local budget_skynet = require "tencentcloud.budget.skynet"
local fake_skynet = require "spec.support.fake_skynet"
local service = require "tencentcloud.budget.skynet_service"

-- Every skynet's Lua is newer.
if not require "tencentcloud.call.pcall_yields" then return pending "no Lua of a skynet" end

describe("budget of a skynet process", function()
  local skynet, started

  before_each(function()
    skynet, started = fake_skynet.new(), {}
    package.loaded.skynet = skynet
    package.loaded["skynet.service"] = skynet.service_module(function(name)
      table.insert(started, name)
      local buckets = service.buckets()
      return function(command, ...) return buckets[command](buckets, skynet.now() / 100, ...) end
    end)
  end)

  after_each(function()
    package.loaded.skynet, package.loaded["skynet.service"] = nil, nil
  end)

  local function draw(budget, cost, key)
    return { budget:draw(key or "key", cost, skynet.now() / 100) }
  end

  -- Budgets of two services.
  local function pair(options)
    local all = { capacity = 20 }
    for name, value in pairs(options or {}) do all[name] = value end
    return budget_skynet.new(all), budget_skynet.new(all)
  end

  it("is one bucket for all services", function()
    local one, other = pair()
    skynet.run(function()
      assert.same({ true, 6 }, draw(one, 14))
      assert.same({ false, 6 }, draw(other, 14))
      assert.same({ true, 1 }, draw(other, 5))
      assert.same({ true, 6 }, draw(other, 14, "another"))
    end)
    assert.same({ "tencentcloud_budget" }, started)
  end)

  it("has buckets of its own for each name", function()
    local one, other = pair(), pair{ name = "other" }
    skynet.run(function()
      assert.same({ true, 6 }, draw(one, 14))
      assert.same({ true, 6 }, draw(other, 14))
    end)
    assert.same({ "tencentcloud_budget", "other" }, started)
  end)

  it("gives back with the next draw, up to what the bucket lacked", function()
    local one, other = pair()
    skynet.run(function()
      draw(one, 14)
      one:refund("key", 10)
      assert.same({ false, 6 }, draw(other, 14))
      assert.same({ true, 2 }, draw(one, 14))
      one:refund("key", 5000)
      assert.same({ true, 15 }, draw(one, 5))
    end)
  end)

  it("gives back within a second where there is no next draw, all at once", function()
    local one, other = pair()
    skynet.run(function()
      draw(one, 14)
      for _ = 1, 100 do one:refund("key", 1) end
      assert.equal(1, #skynet.messages)
      skynet.sleep(101, {})
      assert.same({ "refund", "key", 14 }, skynet.messages[2])
      assert.same({ true, 6 }, draw(other, 14))
    end)
  end)

  it("sends nothing for successes where no retry is wanted", function()
    local one = pair()
    skynet.run(function()
      for _ = 1, 100 do one:refund("key", 1) end
      draw(one, 14)
      one:refund("key", 14)
      skynet.sleep(101, {})
      for _ = 1, 100 do one:refund("key", 1) end
      skynet.sleep(101, {})
    end)
    assert.same({ "draw", "refund" }, { skynet.messages[1][1], skynet.messages[2][1] })
    assert.is_nil(skynet.messages[3])
  end)

  it("gives each token back once, where others draw meanwhile", function()
    local one = pair()
    skynet.run(function()
      draw(one, 14)
      one:refund("key", 5)
      for _ = 1, 3 do skynet.fork(function() draw(one, 1) end) end
      skynet.sleep(10, {})
    end)
    local returned = {}
    for i, message in ipairs(skynet.messages) do returned[i] = message[4] end
    assert.same({ 0, 5, 0, 0 }, returned)
  end)

  it("does not wait longer than it may: the service's own budget serves, and says so", function()
    local one, other = pair{ timeout = 0.05 }
    skynet.run(function()
      draw(one, 0)
      skynet.delay = 50
      local began = skynet.now()
      local granted, left, note = one:draw("key", 14, began / 100)
      assert.same({ true, 6, 5 }, { granted, left, skynet.now() - began })
      assert.equal("the budget's service: no answer within 0.05 seconds", note)
      assert.same({ false, 6, note }, draw(one, 14))
      skynet.delay = 1
      -- What was granted too late has been given back.
      skynet.sleep(200, {})
      assert.same({ true, 6 }, draw(other, 14))
      assert.same({ false, 6 }, draw(one, 14))
    end)
  end)

  it("waits longer for the first answer, which starts the service", function()
    local one = pair{ timeout = 0.05 }
    skynet.delay = 400
    skynet.run(function() assert.same({ true, 6 }, draw(one, 14)) end)
  end)

  it("goes on with another service where the one it knew is gone, and all with the same", function()
    local one, other = pair()
    skynet.run(function()
      draw(one, 14)
      draw(other, 1)
      skynet.services[1] = nil
      local granted, left, note = one:draw("key", 14, skynet.now() / 100)
      assert.same({ true, 6 }, { granted, left })
      assert.matches("^the budget's service: .*invalid address", note)
      assert.same({ false, 6, note }, draw(one, 14))
      draw(other, 1)
      skynet.sleep(100, {})
      assert.same({ true, 6 }, draw(one, 14))
      assert.same({ false, 6 }, draw(other, 14))
    end)
    assert.same({ "tencentcloud_budget", "tencentcloud_budget.2" }, started)
  end)

  it("lets the service's own budget serve where it cannot be started", function()
    package.loaded["skynet.service"] = { new = function() error("no service_provider", 0) end }
    local one = pair()
    skynet.run(function()
      assert.same({ true, 6, "the budget's service: no service_provider" }, draw(one, 14))
    end)
  end)

  it("asks nobody where skynet may not wait", function()
    skynet.dispatch_message = service.start -- of another file than what the coroutine begins with
    local one = pair()
    local granted, left, note = coroutine.wrap(function() return one:draw("key", 14, 0) end)()
    assert.same({ true, 6 }, { granted, left })
    assert.matches("^skynet cannot wait in a coroutine that the program made", note)
    assert.same({}, skynet.messages)
  end)

  it("takes no option that it does not know, and no skynet that is not there", function()
    local new = budget_skynet.new
    assert.error_matches(function() new{ sevice = "a" } end, "no option 'sevice'", 1, true)
    assert.error_matches(function() new{ name = "a b" } end, "name: a name of letters, digits and _.- expected", 1,
      true)
    package.loaded.skynet = nil
    assert.error_matches(new, "for services of skynet, and there is none here", 1, true)
  end)
end)

describe("the buckets of that budget", function()
  it("fill up again some time after their first token was spent", function()
    local buckets = service.buckets()
    buckets:draw(0, "key", 14, 0, 20, 60)
    buckets:draw(59, "key", 5, 0, 20, 60)
    assert.same({ false, 1 }, { buckets:draw(59.9, "key", 5, 0, 20, 60) })
    assert.same({ true, 15 }, { buckets:draw(60, "key", 5, 0, 20, 60) })
  end)

  it("keep nothing of those that are full or have expired", function()
    local buckets = service.buckets()
    for number = 1, 10 do buckets:draw(0, "old" .. number, 5, 0, 20, 60) end
    buckets:draw(0, "full", 5, 0, 20, 60)
    buckets:refund(1, "full", 5)
    buckets:refund(1, "unknown", 5)
    buckets:draw(60, "new", 5, 0, 20, 60)
    local kept = {}
    for key in pairs(buckets.entries) do table.insert(kept, key) end
    assert.same({ "new" }, kept)
  end)

  it("hold no more than their capacity, and never less than nothing", function()
    local buckets = service.buckets()
    assert.same({ true, 20 }, { buckets:draw(0, "key", 0, 100, 20, 60) })
    buckets:draw(0, "key", 20, 0, 20, 60)
    buckets:refund(0, "key", 100)
    assert.same({ true, 20 }, { buckets:draw(0, "key", 0, 0, 20, 60) })
    buckets:draw(0, "key", 20, 0, 20, 60)
    assert.same({ false, 0 }, { buckets:draw(0, "key", 1, 0, 10, 60) })
  end)
end)
