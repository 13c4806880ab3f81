-- The budget in Redis on event loops, with a real Redis: none is held up while Redis is asked, however long that takes.

local budget_redis = require "tencentcloud.budget.redis"
local loop_module = require "spec.support.loop_module"
local missing = require "spec.support.missing"
local new = require "tencentcloud.rules".new
local runtimes = require "tencentcloud.runtime"
local tc = require "tencentcloud.rules.outcome"

local nothing = missing { commands = { "redis-server", "redis-cli" }, modules = { "socket" } }
if nothing then return pending("budget in Redis on event loops: " .. nothing) end
local redis_server = require "spec.support.redis_server"
local socket = require "socket"

-- Each runs functions as coroutines of its loop until all have ended.
local LOOPS = {}

function LOOPS.copas(copas, bodies)
  local ended = 0
  for _, body in ipairs(bodies) do
    copas.addthread(function()
      body()
      ended = ended + 1
    end)
  end
  for _ = 1, 100000 do
    if ended == #bodies then return end
    copas.step(0.01)
  end
  error "they did not end"
end

function LOOPS.cqueues(cqueues, bodies)
  local loop = cqueues.new()
  for _, body in ipairs(bodies) do loop:wrap(body) end
  assert(loop:loop())
end

function LOOPS.luv(uv, bodies)
  for _, body in ipairs(bodies) do coroutine.wrap(body)() end
  uv.run()
end

for _, name in ipairs{ "copas", "cqueues", "luv" } do
  local module, none = loop_module(name)

  describe("budget in Redis, on the loop of " .. name, function()
    if none then return pending(none) end
    local server, count = nil, 0

    setup(function() server = redis_server.start() end)
    teardown(function() server.stop() end)
    before_each(function() package.loaded[name] = module end)
    after_each(function() package.loaded[name] = nil end)

    local function run(...) LOOPS[name](module, { ... }) end

    local function budget(options)
      count = count + 1
      local all = { port = server.port, prefix = ("%s:%d:"):format(name, count), timeout = 20 }
      for key, value in pairs(options or {}) do all[key] = value end
      return budget_redis.new(all)
    end

    local function connections()
      return tonumber(server.cli "info clients":match "connected_clients:(%d+)")
    end

    it("is reached by a client of that loop", function()
      local detected
      run(function() detected = runtimes.detect().name end)
      assert.equal(name, detected)
    end)

    it("grants exactly what it holds to coroutines that draw at once, and keeps few connections", function()
      local one, granted, bodies = budget(), 0, {}
      for i = 1, 100 do
        bodies[i] = function()
          local yes, left, note = one:draw("key", 14, 0)
          assert(note == nil, note)
          if yes then granted = granted + 1 end
          assert(left >= 0)
        end
      end
      run((table.unpack or unpack)(bodies))
      assert.equal(35, granted)
      assert.equal("490", (server.cli("get " .. one.prefix .. "key"):gsub("%s", "")))
      assert.is_true(connections() <= 33)
    end)

    it("grants exactly what it holds, over one connection, to 200 that draw at once on a cold start", function()
      server.cli "config resetstat"
      local one, granted, bodies = budget(), 0, {}
      for i = 1, 200 do
        bodies[i] = function()
          local yes, _, note = one:draw("key", 5, 0)
          assert(note == nil, note)
          if yes then granted = granted + 1 end
        end
      end
      run((table.unpack or unpack)(bodies))
      assert.equal(100, granted)
      -- The other one is redis-cli's.
      assert.equal(2, tonumber(server.cli "info stats":match "total_connections_received:(%d+)"))
    end)

    it("tells each that waits for the connection why there is none", function()
      local one, notes, bodies = budget{ port = 1 }, {}, {}
      for i = 1, 20 do
        bodies[i] = function() table.insert(notes, (select(3, one:draw("key", 5, 0)))) end
      end
      run((table.unpack or unpack)(bodies))
      assert.equal(20, #notes)
      for _, note in ipairs(notes) do assert.matches("^redis: .*[Rr][Ee][Ff][Uu][Ss][Ee][Dd]", note) end
    end)

    it("gives back what Redis grants after the draws had given up", function()
      local one, granted, bodies, left, note = budget{ capacity = 20 }, 0, {}, nil, nil
      run(function() one:draw("key", 1, 0) end)
      one.timeout = 0.2 -- long enough to send
      for i = 1, 5 do
        bodies[i] = function()
          local yes, _, why = one:draw("key", 5, 0)
          assert(why == "redis: timeout", why)
          if yes then granted = granted + 1 end
        end
      end
      server.signal "STOP"
      run((table.unpack or unpack)(bodies))
      server.signal "CONT"
      assert.equal(4, granted) -- by the local budget, which holds as much
      one.timeout = 20
      -- Redis has granted 15 for nothing. They are known with the reply to this, and given back with the next.
      run(function() left, note = select(2, one:draw("key", 1, 10)) end)
      assert.same({ 3 }, { left, note })
      run(function() left = select(2, one:draw("key", 1, 20)) end)
      assert.equal(17, left)
      assert.equal("3", (server.cli("get " .. one.prefix .. "key"):gsub("%s", "")))
    end)

    it("gives nothing back for what Redis refused after the draw had given up", function()
      local one, left = budget{ capacity = 20 }, nil
      run(function() one:draw("key", 18, 0) end)
      one.timeout = 0.2 -- long enough to send
      server.signal "STOP"
      run(function() one:draw("key", 5, 0) end)
      server.signal "CONT"
      one.timeout = 20
      run(function() for now = 10, 20, 10 do left = select(2, one:draw("key", 1, now)) end end)
      assert.equal(0, left)
    end)

    it("keeps what was to be given back where Redis cannot have seen it", function()
      local one, left = budget(), nil
      run(function() one:draw("key", 14, 0) end)
      one:refund("key", 10)
      one.port, one.pools = 1, {}
      run(function() assert.matches("^redis: ", (select(3, one:draw("key", 1, 0)))) end)
      one.port = server.port
      run(function() left = select(2, one:draw("key", 1, 10)) end)
      assert.equal(495, left)
    end)

    it("keeps it, too, where Redis answers with an error", function()
      local own, left = redis_server.start(), nil
      finally(own.stop)
      local one = budget{ port = own.port }
      run(function() one:draw("key", 14, 0) end)
      one:refund("key", 10)
      own.cli "config set min-replicas-to-write 1" -- it takes no more writes
      run(function() assert.matches("^redis: .*NOREPLICAS", (select(3, one:draw("key", 1, 0)))) end)
      own.cli "config set min-replicas-to-write 0"
      run(function() left = select(2, one:draw("key", 1, 10)) end)
      assert.equal(495, left)
    end)

    it("gives it back once where the reply is only late", function()
      local one, left = budget(), nil
      run(function() one:draw("key", 14, 0) end)
      one:refund("key", 10)
      one.timeout = 0.2 -- long enough to send
      server.signal "STOP"
      run(function() one:draw("key", 1, 0) end)
      server.signal "CONT"
      one.timeout = 20
      run(function() for now = 10, 20, 10 do left = select(2, one:draw("key", 1, now)) end end)
      assert.equal(494, left) -- 14 - 10 + 1 - 1 late + 2
    end)

    it("asks over one connection where one coroutine asks at a time", function()
      server.cli "config resetstat"
      local one = budget()
      run(function() for _ = 1, 20 do one:draw("key", 1, 0) end end)
      run(function() for _ = 1, 20 do one:draw("key", 1, 0) end end)
      -- One is redis-cli's.
      assert.equal(2, tonumber(server.cli "info stats":match "total_connections_received:(%d+)"))
      assert.equal("40", (server.cli("get " .. one.prefix .. "key"):gsub("%s", "")))
    end)

    it("pays for a call's retries", function()
      local one, res = budget{ capacity = 14 }, nil
      run(function()
        local rules, sent = new{ budget = one }, 0
        rules:on("*", "InternalError", tc.retry{ after = 0.001 })
        res = rules:call(function()
          sent = sent + 1
          return sent == 1 and '{"Response":{"Error":{"Code":"InternalError","Message":""}}}' or '{"Response":{}}'
        end, "cvm.DescribeInstances")
      end)
      assert.is_true(res.ok)
      assert.equal("14", (server.cli("get " .. one.prefix .. "/cvm/"):gsub("%s", "")))
    end)

    it("lets others run for as long as Redis hangs", function()
      local one, drawn, beats, note = budget(), nil, 0, nil
      run(function() one:draw("key", 1, 0) end) -- a connection is open then
      server.signal "STOP"
      run(function()
        drawn, note = select(2, one:draw("key", 1, 0))
      end, function()
        local runtime = runtimes.detect()
        while beats < 50 and not drawn do
          beats = beats + 1
          runtime.sleep(0.001)
        end
        server.signal "CONT"
      end)
      assert.equal(50, beats)
      assert.same({ 498 }, { drawn, note })
    end)

    it("gives up on a Redis that hangs, and never takes an old reply for a new one", function()
      local one, left, note = budget{ timeout = 0.05 }, nil, nil
      run(function()
        one.timeout = 20
        one:draw("key", 1, 0)
        one.timeout = 0.05
      end)
      server.signal "STOP"
      run(function() left, note = select(2, one:draw("key", 14, 10)) end)
      server.signal "CONT"
      assert.same({ 486, "redis: timeout" }, { left, note })
      one.timeout = 20
      run(function() left, note = select(2, one:draw("key", 1, 20)) end)
      assert.is_nil(note)
      assert.equal(500 - left, tonumber((server.cli("get " .. one.prefix .. "key"))))
    end)

    it("gives up on what takes a connection and says nothing", function()
      local silent = assert(socket.bind("127.0.0.1", 0))
      local _, port = silent:getsockname()
      local one, note = budget{ port = tonumber(port), timeout = 0.02 }, nil
      run(function() note = select(3, one:draw("key", 1, 0)) end)
      silent:close()
      assert.equal("redis: timeout", note)
    end)

    it("says so where something else answers", function()
      local other = assert(socket.bind("127.0.0.1", 0))
      other:settimeout(0)
      local _, port = other:getsockname()
      local note
      run(function()
        note = select(3, budget{ port = tonumber(port) }:draw("key", 1, 0))
      end, function()
        local connection
        repeat
          runtimes.detect().sleep(0.001)
          connection = other:accept()
        until connection
        connection:send "HTTP/1.1 400 Bad Request\r\n\r\n"
        while not note do runtimes.detect().sleep(0.001) end
        connection:close()
      end)
      other:close()
      assert.equal("redis: what answers is no Redis", note)
    end)

    it("leaves it to the local budget, and says why, where nothing listens", function()
      local probe = assert(socket.bind("127.0.0.1", 0))
      local _, port = probe:getsockname()
      probe:close()
      local granted, note
      run(function()
        granted, _, note = budget{ port = tonumber(port) }:draw("key", 1, 0)
      end)
      assert.is_true(granted)
      assert.matches("^redis: .*[Rr][Ee][Ff][Uu][Ss][Ee][Dd]", note)
    end)

    it("finds a host by its name", function()
      local note
      run(function() note = select(3, budget{ host = "localhost" }:draw("key", 1, 0)) end)
      assert.is_nil(note)
      run(function() note = select(3, budget{ host = "no-such-host.invalid" }:draw("key", 1, 0)) end)
      assert.matches("^redis: ", note)
    end)

    it("looks up no address", function()
      if name ~= "luv" then return end
      local look_up, note, other = module.getaddrinfo, nil, nil
      finally(function() module.getaddrinfo = look_up end)
      module.getaddrinfo = nil
      run(function()
        note = select(3, budget():draw("key", 1, 0)) or "none"
        other = select(3, budget{ host = "1:2" }:draw("key", 1, 0))
      end)
      assert.equal("none", note)
      assert.matches("^redis: .*address", other)
    end)

    it("serves others where a coroutine was ended while it waited for a reply", function()
      if not coroutine.close or name ~= "luv" then return end -- the others resume what they know
      local one, left, note = budget(), nil, nil
      run(function() one:draw("key", 1, 0) end)
      one.timeout = 0.02
      local thread = coroutine.create(function() one:draw("key", 5, 0) end)
      coroutine.resume(thread)
      coroutine.close(thread)
      one.timeout = 20
      run(function() left, note = select(2, one:draw("key", 1, 10)) end)
      assert.same({ 493 }, { left, note })
    end)

    it("opens a new connection after Redis was started anew", function()
      local own, first, second, third = redis_server.start(), nil, nil, nil
      finally(own.stop)
      local one = budget{ port = own.port }
      run(function() first = select(3, one:draw("key", 1, 0)) end)
      own.stop()
      local back = redis_server.start(own.port)
      finally(back.stop)
      run(function()
        second = select(3, one:draw("key", 1, 10))
        third = select(3, one:draw("key", 1, 20))
      end)
      assert.is_nil(first)
      assert.matches("^redis: ", second)
      assert.is_nil(third)
    end)

    it("logs in where there is a password, which no note shows", function()
      local own = redis_server.start()
      finally(own.stop)
      own.cli "config set requirepass opensesame"
      local without, wrong, right
      run(function()
        without = select(3, budget{ port = own.port }:draw("key", 1, 0))
        wrong = select(3, budget{ port = own.port, password = "swordfish" }:draw("key", 1, 0))
        right = budget{ port = own.port, username = "default", password = "opensesame" }
        right = select(3, right:draw("key", 1, 0)) or "none"
      end)
      assert.matches("^redis: NOAUTH", without)
      assert.matches("^redis: WRONGPASS", wrong)
      assert.not_matches("swordfish", wrong, 1, true)
      assert.equal("none", right)
    end)

    it("serves the main chunk, before the loop runs, by a client that waits, and the loop by its own", function()
      local one = budget()
      assert.same({ true, 499 }, { one:draw("key", 1, 0) })
      local left
      run(function() left = select(2, one:draw("key", 1, 0)) end)
      assert.equal(498, left)
      assert.same({ true, 497 }, { one:draw("key", 1, 0) })
    end)

    it("uses the client that the program connects", function()
      local one = budget{ connect = function() return { eval = function() return { 1, 77 } end } end }
      local left
      run(function() left = select(2, one:draw("key", 1, 0)) end)
      assert.equal(77, left)
    end)
  end)
end
