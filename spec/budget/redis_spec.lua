local missing = require "spec.support.missing"
local new = require "tencentcloud.rules".new
local script = require "tencentcloud.study.script"
local budget_redis = require "tencentcloud.budget.redis"

local nothing = missing { commands = { "redis-server", "redis-cli" }, modules = { "socket" } }
if nothing then return pending("budget in Redis: " .. nothing) end
local redis_server = require "spec.support.redis_server"

describe("budget in Redis", function()
  local server
  setup(function() server = redis_server.start() end)
  teardown(function() server.stop() end)

  local count = 0
  -- Budgets of two machines, in buckets that no other test uses.
  local function pair(options)
    count = count + 1
    local all = { port = server.port, capacity = 20, prefix = ("spec:%d:"):format(count), timeout = 5 }
    for key, value in pairs(options or {}) do all[key] = value end
    return budget_redis.new(all), budget_redis.new(all)
  end

  it("is one bucket for all machines", function()
    local one, other = pair()
    assert.same({ true, 6 }, { one:draw("key", 14, 0) })
    assert.same({ false, 6 }, { other:draw("key", 14, 0) })
    assert.same({ true, 1 }, { other:draw("key", 5, 0) })
  end)

  it("has none left, not less, where another machine's bucket holds more", function()
    local one, other = pair{ capacity = 500 }
    one:draw("key", 400, 0)
    other.capacity = 20
    assert.same({ false, 0 }, { other:draw("key", 14, 0) })
  end)

  it("gives back with the next draw, up to the capacity", function()
    local one, other = pair()
    one:draw("key", 14, 0)
    one:refund("key", 10)
    assert.same({ false, 6 }, { other:draw("key", 14, 0) })
    assert.same({ true, 2 }, { one:draw("key", 14, 0) })
    one:refund("key", 5000)
    assert.same({ true, 15 }, { one:draw("key", 5, 0) })
  end)

  it("saves up no more than the bucket lacked, and no longer than its entry lives", function()
    local one, other = pair{ expiry = 60 }
    one:refund("key", 20)
    other:draw("key", 14, 0)
    assert.same({ false, 6 }, { one:draw("key", 14, 0) })
    one:draw("key", 1, 0)
    for _ = 1, 100 do one:refund("key", 1) end
    other:draw("key", 5, 0)
    assert.same({ true, 14 }, { one:draw("key", 1, 59) })
    one:refund("key", 6)
    assert.same({ false, 14 }, { one:draw("key", 15, 119) })
  end)

  it("drops what it has to give back with the entry, which lives from the first draw on", function()
    local one, other = pair{ expiry = 600 }
    local name = one.prefix .. "key"
    one:draw("key", 5, 0)
    server.cli("pexpire " .. name .. " 30000") -- as if 570 seconds had passed
    one:draw("key", 5, 570)
    server.cli("del " .. name) -- 30 seconds later
    assert.same({ true, 5 }, { other:draw("key", 15, 605) })
    one:refund("key", 10)
    assert.same({ true, 0 }, { one:draw("key", 5, 605) })
  end)

  it("is told the runtime of the call, and does not hold up one that it does not know", function()
    local opened, notes = 0, {}
    local function engine(options)
      local virtual = require "tencentcloud.runtime.virtual".new()
      virtual.name = options.name
      local rules = new{ budget = options.budget, runtime = virtual, on_attempt = function(attempt)
        if attempt.outcome == "retry" then table.insert(notes, attempt.budget or "shared") end
      end }
      assert(script.new{ { code = "InternalError" }, {} }:call(rules, "cvm.DescribeInstances", nil,
        { runtime = virtual }))
    end
    local function connect()
      opened = opened + 1
      return { eval = function() return { 1, 7 } end }
    end
    engine{ name = "engine", budget = pair() }
    engine{ budget = pair() }
    engine{ name = "engine", budget = pair{ connect = connect } }
    engine{ name = "plain", budget = pair() }
    local none = "redis: no client is known for the program's own runtime: pass `connect`"
    assert.same({ none, none, "shared", "shared" }, notes)
    assert.equal(1, opened)
  end)

  it("gives each token back once, where a client lets others draw before the reply comes", function()
    local given_back = {}
    local one
    one = pair{ connect = function()
      return {
        eval = function(_, _, _, _, _, _, refund)
          table.insert(given_back, refund)
          if #given_back == 2 then
            one:draw("key", 1, 0)
            one:refund("key", 3)
          end
          return { 1, 6 }
        end,
        set_keepalive = function() end,
      }
    end }
    one:draw("key", 14, 0)
    one:refund("key", 5)
    for _ = 1, 3 do one:draw("key", 1, 0) end
    assert.same({ 0, 5, 0, 3, 0 }, given_back)
  end)

  it("lets one ask for all whether Redis is back", function()
    local asked, one = 0, nil
    one = pair{ connect = function()
      asked = asked + 1
      if asked == 2 then one:draw("key", 1, 10) end
      return nil, "no"
    end }
    one:draw("key", 1, 0)
    one:draw("key", 1, 10)
    assert.equal(2, asked)
  end)

  it("calls Redis only when a retry is wanted", function()
    local opened = 0
    local one = pair{ connect = function() opened = opened + 1 return nil, "no" end }
    for _ = 1, 100 do one:refund("key", 1) end
    assert.equal(0, opened)
  end)

  it("keeps its connection", function()
    local opened = 0
    local one = pair{ connect = function(budget)
      opened = opened + 1
      return require "redis".connect(budget.host, budget.port)
    end }
    for _ = 1, 5 do one:draw("key", 1, 0) end
    assert.equal(1, opened)
  end)

  it("lets the entry expire from the first draw on, however busy it is", function()
    local one = pair{ expiry = 600 }
    local client = require "redis".connect("127.0.0.1", server.port)
    one:draw("key", 14, 0)
    local name = one.prefix .. "key"
    assert.is_true(client:ttl(name) > 0)
    client:expire(name, 30)
    one:draw("key", 14, 0)
    one:draw("key", 1, 0)
    assert.is_true(client:ttl(name) <= 30)
  end)

  it("leaves it to the local budget, and says so, where Redis is down; asks again after a second", function()
    local own = redis_server.start()
    finally(own.stop)
    local one = pair{ port = own.port }
    assert.same({ true, 6 }, { one:draw("key", 14, 0) })
    own.stop()
    local granted, left, note = one:draw("key", 14, 10)
    assert.same({ true, 6 }, { granted, left })
    assert.matches("^redis: ", note)
    assert.same({ false, 6, note }, { one:draw("key", 14, 10.5) })

    one.port, one.prefix = server.port, "spec:again:"
    assert.same({ false, 6, note }, { one:draw("key", 14, 10.9) })
    assert.same({ true, 6 }, { one:draw("key", 14, 11) })
  end)

  it("lets calls go on when Redis is killed among them, and the hook says so", function()
    local own, notes = redis_server.start(), {}
    finally(own.stop)
    local rules = new{
      budget = pair{ port = own.port, capacity = 500 },
      on_attempt = function(attempt)
        if attempt.outcome == "retry" then table.insert(notes, attempt.budget or "shared") end
      end,
    }
    for i = 1, 200 do
      if i == 101 then own.stop() end
      local res, err = script.new{ { code = "InternalError" }, {} }:call(rules, "cvm.DescribeInstances")
      assert(res, tostring(err))
    end
    assert.equal(200, #notes)
    for i, note in ipairs(notes) do assert.equal(i > 100, note:find("^redis: ") ~= nil) end
  end)

  it("does not wait for a Redis that does not answer", function()
    -- Accepts connections, for the system does, and never reads.
    local silent = assert(require "socket".bind("127.0.0.1", 0))
    local _, port = silent:getsockname()
    local one = pair{ port = tonumber(port), timeout = 0.02 }
    local granted, _, note = one:draw("key", 14, 0)
    assert.is_true(granted)
    assert.matches("timeout", note)
    silent:close()
  end)

  it("takes a client that returns its errors, as lua-resty-redis does", function()
    local replies = { { 1, 486 }, { 1, 475 }, false }
    local kept, closed, refunds = 0, 0, {}
    local client = {
      eval = function(_, source, keys, name, capacity, cost, refund, expiry)
        assert.matches("redis.call", source, 1, true)
        assert.same({ 1, "tencentcloud:budget:key", 500, 14, 60000 }, { keys, name, capacity, cost, expiry })
        table.insert(refunds, refund)
        local reply = table.remove(replies, 1)
        if reply then return reply end
        return nil, "closed"
      end,
      set_keepalive = function() kept = kept + 1 end,
      close = function() closed = closed + 1 end,
    }
    local one = budget_redis.new{ connect = function() return client end }
    assert.same({ true, 486 }, { one:draw("key", 14, 0) })
    one:refund("key", 3)
    assert.same({ true, 475 }, { one:draw("key", 14, 0) })
    assert.same({ true, 486, "redis: closed" }, { one:draw("key", 14, 0) })
    assert.same({ 0, 3, 0 }, refunds)
    assert.same({ 2, 1 }, { kept, closed })
  end)

  describe("in nginx", function()
    local ngx_runtime = require "tencentcloud.runtime.ngx"
    local clock, phase, timeouts, connecting

    before_each(function()
      clock, phase, timeouts, connecting = 0, "content", {}, 0.015
      package.loaded.ngx = {
        now = function() return clock end,
        update_time = function() end,
        get_phase = function() return phase end,
      }
      -- As it was before its version 0.28, and as Debian calls it.
      package.loaded["nginx.redis"] = {
        new = function()
          return {
            set_timeout = function(_, milliseconds) table.insert(timeouts, milliseconds) end,
            connect = function()
              clock = clock + connecting
              return true
            end,
            eval = function() return { 1, 486 } end,
            set_keepalive = function() end,
          }
        end,
      }
    end)

    after_each(function()
      package.loaded.ngx = nil
      package.loaded["nginx.redis"] = nil
      ngx_runtime.is_here()
    end)

    it("has 20 ms to connect and to ask", function()
      assert.same({ true, 486 }, { budget_redis.new():draw("key", 14, 0) })
      assert.same({ 20, 5 }, timeouts)
    end)

    it("is asked by nginx's client also where the budget was made before nginx was seen", function()
      local nginx = rawget(_G, "ngx")
      rawset(_G, "ngx", nil)
      local one = budget_redis.new()
      rawset(_G, "ngx", nginx)
      one:draw("key", 14, 0)
      assert.same({ 20, 5 }, timeouts)
    end)

    it("never passes on 0 milliseconds, which is no limit there", function()
      connecting = 1
      budget_redis.new{ timeout = 0.0015 }:draw("key", 14, 0)
      assert.same({ 1, 1 }, timeouts)
    end)

    it("does not ask where the phase may not wait, and asks at once where it may", function()
      local one = budget_redis.new()
      phase = "log"
      local granted, left, note = one:draw("key", 14, 0)
      assert.same({ true, 486 }, { granted, left })
      assert.matches("^redis: nginx may not wait in the phase log", note)
      phase = "content"
      assert.same({ true, 486 }, { one:draw("key", 14, 0) })
    end)

    it("says what to install where there is no client", function()
      package.loaded["nginx.redis"] = nil
      local path = package.path
      package.path = ""
      local _, _, note = budget_redis.new():draw("key", 14, 0)
      package.path = path
      assert.matches("^redis: no client is installed: install lua%-resty%-redis", note)
    end)
  end)

  it("refuses options that it does not know", function()
    assert.error_matches(function() budget_redis.new{ url = "" } end, "no option 'url'", 1, true)
  end)
end)
