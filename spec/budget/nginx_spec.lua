-- The shared budgets where they are meant to run: in the two workers of a real nginx, with a real Redis.

local missing = require "spec.support.missing"
local shell = require "spec.support.shell"

local CAPACITY, COST = 500, 14
local FITS = math.floor(CAPACITY / COST)

-- nginx runs LuaJIT, so its module is there when LuaJIT runs the specs.
if not jit then return end

local nothing = missing { nginx = true, commands = { "redis-server", "redis-cli" }, modules = { "socket" } }
if nothing then return pending("the budgets in nginx: " .. nothing) end
local redis_server = require "spec.support.redis_server"
local socket = require "socket"

describe("in nginx", function()
  local nginx

  setup(function()
    nginx = require("spec.support.nginx").start "spec/support/budget_nginx/nginx.conf"
  end)

  teardown(function()
    if nginx then nginx:stop() end
  end)

  local function get(target)
    local status, body = nginx:get(target)
    assert.equal(200, status, body .. nginx:log())
    return (body:gsub("%s+$", ""))
  end

  -- A command that asks `count` times, 16 at once or as many as are given, each on a connection of its own.
  local function many(target, count, parallel)
    return ("curl -s --no-progress-meter --max-time 30 -Z --parallel-max %d -H 'Connection: close' "
      .. "'http://127.0.0.1:%d%s&n=[1-%d]'"):format(parallel or 16, nginx.ports[1], target, count)
  end

  -- The answers, each as a list of words, and how many workers gave them: the last word is the pid.
  local function read(output, wanted)
    local answers, workers, count = {}, {}, 0
    for line in output:gmatch "[^\n]+" do
      local words = {}
      for word in line:gmatch "%S+" do table.insert(words, tonumber(word) or word) end
      table.insert(answers, words)
      if not workers[words[#words]] then count = count + 1 end
      workers[words[#words]] = true
    end
    assert.equal(wanted, #answers, output)
    return answers, count
  end

  -- Asks until the answer matches; far longer than it should take, there is an end to it.
  local function eventually(target, pattern)
    local ends = socket.gettime() + 10
    local answer
    repeat
      answer = get(target)
      if answer:find(pattern) then return answer end
      socket.sleep(0.01)
    until socket.gettime() > ends
    error(("%s never answered %s, at last: %s"):format(target, pattern, answer))
  end

  -- Each granted draw left the bucket as only it can: no token was granted twice, and none was lost.
  local function assert_exact(answers)
    local left = {}
    for _, words in ipairs(answers) do
      if words[1] == "granted" then table.insert(left, words[2]) else assert.is_true(words[2] >= 0) end
    end
    table.sort(left, function(one, other) return one > other end)
    local wanted = {}
    for i = 1, FITS do wanted[i] = CAPACITY - i * COST end
    assert.same(wanted, left)
  end

  -- Calls that all fail, in both workers, retry as often as the bucket allows.
  local function assert_storm_is_limited(target)
    local answers, workers = read(shell.run(many(target, 100)), 100)
    local retries = 0
    for _, words in ipairs(answers) do
      retries = retries + words[1]
      assert.equal(words[1] == 4 and "attempts" or "budget", words[2])
    end
    assert.equal(FITS, retries)
    assert.equal(2, workers)
  end

  describe("the budget in a shared dictionary", function()
    it("grants exactly what it holds to two workers that draw at once", function()
      local answers, workers = read(shell.run(many("/draw?prefix=drawn:", 100)), 100)
      assert_exact(answers)
      assert.equal(2, workers)
    end)

    it("limits the retries of all calls together", function()
      assert_storm_is_limited "/fail?prefix=storm:"
      assert.equal(tostring(FITS * COST), get "/spent?prefix=storm:&key=/cvm/")
    end)

    it("counts each token that is drawn and given back in two workers at once", function()
      local answers, workers = read(shell.run(many("/churn?rounds=200&prefix=churned:", 64)), 64)
      local granted, given_back = 0, 0
      for _, words in ipairs(answers) do
        granted, given_back = granted + words[1], given_back + words[2]
        assert.is_true(words[3] >= 0)
      end
      assert.equal(2, workers)
      assert.is_true(given_back > 0)
      local spent = tonumber((get "/spent?prefix=churned:&key=key"))
      assert.equal(COST * (granted - given_back), spent)
      assert.equal(tostring(CAPACITY - spent), get "/tokens?prefix=churned:")
      assert.equal(FITS, granted - given_back + tonumber((get "/drain?prefix=churned:")))
    end)

    it("gives back what a call's retry had cost when the call succeeds", function()
      assert.equal("shared", get "/succeed?prefix=recovered:&retries=1&times=50")
      assert.equal("0", get "/spent?prefix=recovered:&key=/cvm/")
    end)

    it("fills up again when its entry expires", function()
      assert.equal(tostring(FITS), get "/drain?prefix=short:&expiry=0.2")
      eventually("/draw?prefix=short:&expiry=0.2", "^granted")
    end)
  end)

  describe("a call", function()
    for _, phase in ipairs { "init_worker", "set", "header_filter", "body_filter", "log" } do
      it("that may not wait ends with the error, which says when to try again: in " .. phase, function()
        if phase ~= "init_worker" then get("/phase/" .. phase) end
        assert.equal("1 no_sleep later 0", eventually("/result?name=" .. phase, "."))
      end)
    end

    for _, phase in ipairs { "rewrite", "access", "content", "timer" } do
      it("waits and retries: in " .. phase, function()
        get("/phase/" .. phase)
        assert.equal("3 attempts later 2", eventually("/result?name=" .. phase, "."))
      end)
    end
  end)

  it("nginx finds nothing to warn of in sleeps however short", function()
    get "/fail?prefix=warned:"
    assert.not_matches("%[warn%]", nginx:log())
  end)

  it("lets a request's call go on when its worker has been told to exit", function()
    local running = assert(io.popen(many("/while_exiting?prefix=exiting:", 1)))
    eventually("/result?name=while_exiting", "waits")
    nginx:reload()
    assert.equal("ok\n", running:read "*a")
    running:close()
  end)

  it("lets a timer that runs early, for its worker exits, send once and not wait", function()
    assert.equal("waits", get "/flush_at_exit?prefix=early:")
    nginx:reload()
    assert.equal("true 1 1 cancelled", eventually("/result?name=flush_at_exit", "."))
  end)

  describe("the budget in Redis", function()
    local server
    setup(function() server = redis_server.start() end)
    teardown(function() server.stop() end)

    -- A busy machine gets more time than there is by default, where a test is not of that.
    local function of(prefix, port, timeout)
      return ("port=%d&prefix=%s:&timeout=%g"):format(port or server.port, prefix, timeout or 5)
    end

    -- How often Redis has carried out each command since this was last asked.
    local function commands()
      local calls = {}
      for name, count in server.cli("info commandstats"):gmatch "cmdstat_([%w|]+):calls=(%d+)" do
        calls[name] = tonumber(count)
      end
      server.cli "config resetstat"
      calls.info, calls["config|resetstat"], calls.config = nil, nil, nil -- the last in Redis 6
      return calls
    end

    it("grants exactly what it holds to two workers that draw at once", function()
      local answers, workers = read(shell.run(many("/draw?" .. of "drawn", 100)), 100)
      assert_exact(answers)
      assert.equal(2, workers)
    end)

    it("limits the retries of all calls together", function()
      assert_storm_is_limited("/fail?" .. of "storm")
    end)

    it("gives back each token that was given back in either worker", function()
      local granted, given_back = 0, 0
      for _, words in ipairs((read(shell.run(many("/churn?rounds=10&" .. of "churned", 32, 1)), 32))) do
        granted, given_back = granted + words[1], given_back + words[2]
        assert.is_true(words[3] >= 0)
      end
      -- Both workers' last ones are given back when they next draw.
      for count in shell.run(many("/drain?" .. of "churned", 32, 1)):gmatch "%d+" do granted = granted + count end
      assert.is_true(given_back > FITS)
      assert.equal(FITS, granted - given_back)
    end)

    it("gives back no token twice where many draw at once", function()
      assert.equal("1", get("/burst?" .. of "burst"))
    end)

    it("is asked with one script, and only when a retry is wanted", function()
      commands()
      assert.equal("shared", get("/succeed?times=20&" .. of "asked"))
      assert.same({}, commands())
      assert.equal("shared", get("/succeed?retries=1&times=20&" .. of "asked"))
      -- The script's own commands are counted too.
      assert.same({ eval = 20, get = 20, pttl = 20, set = 20 }, commands())
    end)

    it("keeps its connections for other requests", function()
      server.cli "config resetstat"
      local _, workers = read(shell.run(many("/draw?" .. of "kept", 40, 1)), 40)
      assert.equal(2, workers)
      local connections = tonumber(server.cli("info stats"):match "total_connections_received:(%d+)")
      -- One of each worker at most, and the one that asks.
      assert.is_true(connections <= 3)
    end)

    it("does not wait long for a Redis that takes a connection and says nothing", function()
      local silent = assert(socket.bind("127.0.0.1", 0))
      local _, port = silent:getsockname()
      assert.matches("^granted 486 %d+ redis: timeout$", get(("/draw?port=%d&prefix=silent:"):format(port)))
      silent:close()
    end)

    it("does not wait long for a Redis that hangs, and never takes an old reply for a new one", function()
      local target = "/draw?" .. of("hung", server.port, 0.2)
      for _ = 1, 10 do eventually(target, "%d$") end
      server.signal "STOP"
      eventually(target, "redis: timeout$")
      server.signal "CONT"
      for _ = 1, 10 do
        local left = tonumber(eventually(target, "%d$"):match "^%a+ (%d+)")
        assert.equal(CAPACITY - left, tonumber(server.cli "get hung:key"))
      end
    end)

    it("lets calls go on when Redis is killed among them, says so, and uses it when it is back", function()
      local own = redis_server.start()
      finally(own.stop)
      local running = assert(io.popen(many("/until_away?" .. of("killed", own.port), 8)))
      local ends = socket.gettime() + 10
      repeat
        local busy = tonumber(own.cli("info commandstats"):match "cmdstat_eval:calls=(%d+)" or 0) > 100
      until busy or socket.gettime() > ends
      own.stop()
      local output = running:read "*a"
      running:close()
      local calls, shared = 0, 0
      for line in output:gmatch "[^\n]+" do
        local all, before, note = line:match "^(%d+) (%d+) (.*)$"
        calls, shared = calls + 1, shared + before
        assert.equal(all - 1, tonumber(before), output)
        assert.matches("^redis: ", note)
      end
      assert.equal(8, calls, output)
      assert.is_true(shared > 50)

      local back = redis_server.start(own.port)
      finally(back.stop)
      eventually("/succeed?retries=1&" .. of("killed", own.port), "^shared$")
      assert.is_true(tonumber(back.cli "get killed:/cvm/") > 0)
    end)
  end)
end)
