-- The budget in Redis over a client of the shape of skynet.db.redis: every name is a command of it, it has no timeout,
-- and coroutines share it. The scheduler is a small one of that shape too; skynet itself is tried where one is given.

local budget_redis = require "tencentcloud.budget.redis"

-- Functions that run until each is done or waits; time passes when all wait.
local function new_scheduler()
  local ready, sleeping, clock = {}, {}, 0
  local scheduler = {}

  function scheduler.fork(body)
    table.insert(ready, coroutine.create(body))
  end

  function scheduler.now() return clock end

  function scheduler.sleep(ticks, token)
    token = token or coroutine.running()
    assert(sleeping[token] == nil, "token duplicative")
    sleeping[token] = { thread = coroutine.running(), wakes = clock + ticks }
    return coroutine.yield()
  end

  function scheduler.timeout(ticks, body)
    scheduler.fork(function()
      scheduler.sleep(ticks)
      body()
    end)
  end

  function scheduler.wait(token)
    sleeping[token] = { thread = coroutine.running(), wakes = math.huge }
    return coroutine.yield()
  end

  local function wake(token, result)
    local sleeper = sleeping[token]
    if not sleeper then return end
    sleeping[token] = nil
    sleeper.result = result
    table.insert(ready, sleeper)
  end

  function scheduler.wakeup(token) wake(token, "BREAK") end

  local function run_ready()
    while ready[1] do
      local one = table.remove(ready, 1)
      local thread = type(one) == "table" and one.thread or one
      assert(coroutine.resume(thread, type(one) == "table" and one.result or nil))
    end
  end

  function scheduler.run()
    run_ready()
    while next(sleeping) do
      local first
      for token, sleeper in pairs(sleeping) do
        if not first or sleeper.wakes < sleeping[first].wakes then first = token end
      end
      clock = sleeping[first].wakes
      wake(first)
      run_ready()
    end
  end

  return scheduler
end

-- A client whose every name is a command. `reply(command, ...)` gives its reply, or raises.
local function new_client(reply, closed)
  local command = {}
  function command:disconnect()
    table.insert(closed, self)
    setmetatable(self, nil)
  end
  setmetatable(command, { __index = function(commands, name)
    commands[name] = function(_, ...) return reply(name:upper(), ...) end
    return commands[name]
  end })
  return setmetatable({ "a channel" }, { __index = command })
end

-- pcall lets nothing yield in PUC Lua 5.1, and skynet does not run on it.
if _VERSION == "Lua 5.1" and not jit then return end

describe("budget in Redis, in skynet", function()
  local skynet, asked, opened, closed, reply

  before_each(function()
    skynet, asked, opened, closed = new_scheduler(), {}, {}, {}
    reply = function() return { 1, 486 } end
    package.loaded.skynet = skynet
    package.loaded["skynet.db.redis"] = {
      connect = function(options)
        table.insert(opened, options)
        return new_client(function(name, ...)
          table.insert(asked, name)
          return reply(...)
        end, closed)
      end,
    }
  end)

  after_each(function()
    package.loaded.skynet, package.loaded["skynet.db.redis"] = nil, nil
  end)

  local function run(...)
    for _, body in ipairs{ ... } do skynet.fork(body) end
    skynet.run()
  end

  it("asks over one client, with nothing but the script", function()
    local one, drawn = budget_redis.new{ host = "10.0.0.1", port = 7000, username = "u", password = "p" }, {}
    run(function()
      for i = 1, 3 do drawn[i] = { one:draw("key", 14, 0) } end
    end)
    assert.same({ { true, 486 }, { true, 486 }, { true, 486 } }, drawn)
    assert.same({ { host = "10.0.0.1", port = 7000, username = "u", auth = "p" } }, opened)
    assert.same({ "EVAL", "EVAL", "EVAL" }, asked)
    assert.same({}, closed)
  end)

  it("shares it, also among those who want to open it at the same time", function()
    local one, drawn = budget_redis.new{ timeout = 5 }, 0
    local connect = package.loaded["skynet.db.redis"].connect
    package.loaded["skynet.db.redis"].connect = function(options)
      skynet.sleep(1)
      return connect(options)
    end
    reply = function()
      skynet.sleep(1)
      return { 1, 486 }
    end
    local function draw()
      if one:draw("key", 14, 0) then drawn = drawn + 1 end
    end
    run(draw, draw, draw)
    run(draw, draw)
    assert.equal(5, drawn)
    assert.same({ 1, 0 }, { #opened, #closed })
  end)

  it("gives up on a Redis that hangs, lets go of the client, and opens another later", function()
    local one, note, late = budget_redis.new{ timeout = 0.02 }, nil, nil
    reply = function()
      skynet.sleep(1000)
      return { 1, 7 }
    end
    run(function()
      note = select(3, one:draw("key", 14, 0))
      late = skynet.now()
    end)
    assert.equal("redis: timeout", note)
    assert.is_true(late < 10)
    assert.same({ 1, 1 }, { #opened, #closed })
    reply = function() return { 1, 8 } end
    local left
    run(function() left = select(2, one:draw("key", 14, 10)) end)
    assert.equal(8, left)
    assert.equal(2, #opened)
  end)

  it("gives back what Redis grants after the draw had given up", function()
    local one, refunds = budget_redis.new{ timeout = 0.02 }, {}
    reply = function(_, _, _, _, _, refund)
      table.insert(refunds, refund)
      if #refunds == 2 then skynet.sleep(100) end
      return { 1, 486 }
    end
    run(function()
      for now = 0, 30, 10 do one:draw("key", 14, now) end
      skynet.sleep(200)
      one:draw("key", 14, 40)
    end)
    assert.same({ 0, 0, 0, 0, 14 }, refunds)
  end)

  it("tells all who wait for it why it could not be opened", function()
    package.loaded["skynet.db.redis"].connect = function()
      skynet.sleep(1)
      error(setmetatable({}, { __tostring = function() return "[Error: socket]" end }))
    end
    local one, notes = budget_redis.new{ timeout = 5 }, {}
    local function draw() table.insert(notes, (select(3, one:draw("key", 14, 0)))) end
    run(draw, draw, draw)
    local note = "redis: the connection failed; skynet's log has the reason"
    assert.same({ note, note, note }, notes)
  end)

  it("keeps a client that came when the draw had given up, for the next", function()
    local connect = package.loaded["skynet.db.redis"].connect
    package.loaded["skynet.db.redis"].connect = function(options)
      skynet.sleep(1000)
      return connect(options)
    end
    local one, note, left = budget_redis.new(), nil, nil
    run(function() note = select(3, one:draw("key", 14, 0)) end)
    assert.equal("redis: timeout", note)
    assert.same({ 1, 0, {} }, { #opened, #closed, asked })
    run(function() left = select(2, one:draw("key", 14, 10)) end)
    assert.same({ 486, 1 }, { left, #opened })
  end)

  it("closes one that cannot be shared, where it came when the draw had given up", function()
    local one = budget_redis.new{ connect = function()
      skynet.sleep(1000)
      return { eval = error, close = function(self) table.insert(closed, self) end }
    end }
    local note
    run(function() note = select(3, one:draw("key", 14, 0)) end)
    assert.equal("redis: timeout", note)
    assert.equal(1, #closed)
  end)

  it("gives each coroutine a client of its own where they cannot be shared", function()
    local made, drawn = 0, 0
    local one = budget_redis.new{ timeout = 5, connect = function()
      made = made + 1
      skynet.sleep(1)
      return { eval = function()
        skynet.sleep(5)
        return { 1, 486 }
      end }
    end }
    local function draw()
      if one:draw("key", 14, 0) then drawn = drawn + 1 end
    end
    run(draw, draw, draw)
    run(draw, draw, draw)
    assert.same({ 3, 6 }, { made, drawn })
  end)

  it("is not woken up by what wakes up the coroutine that draws", function()
    local one, left, drawer = budget_redis.new{ timeout = 5 }, nil, nil
    reply = function()
      skynet.sleep(10)
      return { 1, 9 }
    end
    run(function()
      drawer = coroutine.running()
      left = select(2, one:draw("key", 14, 0))
    end, function()
      skynet.sleep(1)
      skynet.wakeup(drawer)
    end)
    assert.equal(9, left)
  end)

  it("leaves it to the local budget where Redis replies with an error, which shows no arguments", function()
    local granted, note
    reply = function() error("ERR unknown command 'EVAL', with args beginning with: 'secret'", 0) end
    run(function()
      local left
      granted, left, note = budget_redis.new():draw("key", 14, 0)
      assert(left == 486)
    end)
    assert.is_true(granted)
    assert.equal("redis: ERR unknown command 'EVAL'", note)
    assert.same({ "EVAL" }, asked)
    assert.equal(1, #closed)
  end)

  it("treats a client that the program connects in the same way, also where commands were made by mistake", function()
    local raw
    local one, left = budget_redis.new{ connect = function()
      raw = package.loaded["skynet.db.redis"].connect{}
      raw:set_keepalive()
      raw:close()
      asked = {}
      return raw
    end }, nil
    run(function()
      one:draw("key", 14, 0)
      left = select(2, one:draw("key", 14, 0))
    end)
    assert.equal(486, left)
    assert.same({ { "EVAL", "EVAL" }, 1, 0 }, { asked, #opened, #closed })
  end)
end)

describe("a client whose every name is a command, elsewhere", function()
  it("is kept and used again", function()
    local asked, closed, opened = {}, {}, 0
    local one = budget_redis.new{ connect = function()
      opened = opened + 1
      return new_client(function(name)
        table.insert(asked, name)
        return { 1, 486 }
      end, closed)
    end }
    one:draw("key", 14, 0)
    assert.same({ true, 486 }, { one:draw("key", 14, 0) })
    assert.same({ { "EVAL", "EVAL" }, 1, 0 }, { asked, opened, #closed })
  end)

  it("is asked for nothing but eval where it answers to names by a function", function()
    local asked = {}
    local one = budget_redis.new{ connect = function()
      return setmetatable({}, { __index = function(_, name)
        return function()
          table.insert(asked, name)
          if name == "eval" and #asked == 1 then return { 1, 486 } end
          return nil, "closed"
        end
      end })
    end }
    assert.same({ true, 486 }, { one:draw("key", 14, 0) })
    assert.same({ true, 486, "redis: closed" }, { one:draw("key", 14, 10) })
    assert.same({ "eval", "eval" }, asked)
  end)

  it("may refuse names that it does not know, too", function()
    local one = budget_redis.new{ connect = function()
      return setmetatable({ eval = function() return { 1, 486 } end }, { __index = function(_, name)
        error("no command " .. name)
      end })
    end }
    assert.same({ true, 486 }, { one:draw("key", 14, 0) })
  end)
end)

describe("a note of the budget in Redis", function()
  it("shows no password of an address", function()
    local one = budget_redis.new{ connect = function() return nil, "cannot reach redis://u:secret@10.0.0.1:6379" end }
    assert.equal("redis: cannot reach redis://...@10.0.0.1:6379", select(3, one:draw("key", 14, 0)))
  end)

  it("is short", function()
    local one = budget_redis.new{ connect = function() return nil, ("x"):rep(100000) end }
    assert.is_true(#select(3, one:draw("key", 14, 0)) < 300)
  end)
end)
