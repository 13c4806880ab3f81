-- Guards in calls, and what explain, stats and replay say of them.

local fake_dict = require "spec.support.fake_dict"
local tc = require "tencentcloud"

local ACTION = "cvm.DescribeInstances"

describe("a guard of the module's own", function()
  it("holds calls back on the runtime's clock, for exactly the time needed", function()
    local rules = tc.rules()
    rules:before("cvm.*", tc.rate_limit { rate = 2, burst = 1 })
    local script = tc.script { {}, {}, {} }
    for _ = 1, 3 do assert(script:call(rules, ACTION)) end
    assert.same({ 0.5, 0.5 }, script.sleeps)
    assert.equal(1, script.runtime.now())
    local counts = rules:stats().guards[1]
    assert.same({ 5, 2, 0, 0 }, { counts.asked, counts.held, counts.refused, counts.failed })
  end)

  it("gives its token back where another guard refuses", function()
    local rules, closed = tc.rules(), true
    local limit = tc.rate_limit { rate = 1, burst = 1 }
    rules:before("*", limit)
    rules:before("*", function() if closed then return tc.forbid "closed" end end)
    local script = tc.script { {} }
    for _ = 1, 5 do assert.equal("forbid", select(2, script:call(rules, ACTION)).stopped_by) end
    closed = false
    assert(script:call(rules, ACTION))
    assert.same({}, script.sleeps)
  end)

  it("keeps the token of a request that raised after it may have been sent", function()
    local rules = tc.rules()
    local limit = tc.rate_limit { rate = 1, burst = 1 }
    rules:before("*", limit)
    pcall(rules.call, rules, function() error("broken", 0) end, ACTION, {}, { runtime = tc.script({}).runtime })
    collectgarbage()
    collectgarbage()
    assert.equal(0, limit:state(nil, 0).tokens)
  end)

  it("frees the place of an attempt that must have ended", function()
    local rules, limit = tc.rules { attempt_timeout = 4 }, tc.concurrency { most = 1 }
    rules:before("*", limit)
    local script, asked = tc.script { {} }, nil
    rules:before("*", function(request) asked = request end)
    local options = { runtime = script.runtime }
    local killed = coroutine.create(function() rules:call(coroutine.yield, ACTION, {}, options) end)
    coroutine.resume(killed)
    assert.equal(4, asked.timeout)
    assert.equal(1, limit:state(nil, 3.9).taken)
    assert.equal(0, limit:state(nil, 4).taken)
  end)

  it("frees its place where send raises", function()
    local rules, limit = tc.rules(), tc.concurrency { most = 1 }
    rules:before("*", limit)
    pcall(rules.call, rules, function() error("broken", 0) end, ACTION, {}, { runtime = tc.script({}).runtime })
    collectgarbage()
    collectgarbage()
    assert.equal(0, limit:state(nil, 0).taken)
  end)

  it("tells the caller when to try again", function()
    local rules = tc.rules { attempts = 2 }
    rules:before("*", tc.breaker { failures = 2, cool_down = 7 })
    local script = tc.script { { code = "InternalError" }, { code = "InternalError" } }
    assert.equal("attempts", select(2, script:call(rules, ACTION)).stopped_by)
    local _, err = script:call(rules, ACTION)
    assert.same({ "forbid", "ClientError.RequestRefused", 7 }, { err.stopped_by, err.code, err.retry_after })
    assert.equal("breaker open: the service is down; try again in 7 s", err.reason)
    assert.equal(0, #err.attempts)
  end)

  it("stops the retries of a call when it opens", function()
    local rules = tc.rules { attempts = 9 }
    rules:before("*", tc.breaker { failures = 3 })
    local script = tc.script { { code = "InternalError" }, { fault = "reset" }, { status = 502, body = "<html>" } }
    local _, err = script:call(rules, ACTION)
    assert.same({ "forbid", 3 }, { err.stopped_by, #err.attempts })
  end)

  it("slows down after throttling where it is adaptive", function()
    local rules = tc.rules()
    rules:before("*", tc.rate_limit { adaptive = true })
    local answers = {}
    for i = 1, 20 do answers[i] = i == 5 and { code = "RequestLimitExceeded", took = 0.1 } or { took = 0.1 } end
    local script = tc.script(answers)
    for _ = 1, 19 do assert(script:call(rules, ACTION)) end
    assert.is_true(rules:stats().guards[1].held > 0)
  end)

  it("tells in the statistics why a shared limit is not shared", function()
    local dict, rules = fake_dict(), tc.rules()
    rules:before("*", tc.concurrency { most = 3, dict = dict })
    local script = tc.script { {}, {} }
    assert(script:call(rules, ACTION))
    assert.is_nil(rules:stats().guards[1].note)
    dict.full = true
    assert(script:call(rules, ACTION))
    assert.equal("shared dictionary: no memory", rules:stats().guards[1].note)
  end)
end)

describe("explain", function()
  it("lists the guards that are asked, in order, with their places", function()
    local rules = tc.rules()
    local first = rules:before("cvm.*", tc.rate_limit { rate = 20 })
    rules:before("cls.*", function() end)
    local second = rules:before("cvm@2017-03-12.Describe*", function() end)
    local explained = rules:explain(ACTION, "InternalError")
    assert.same({ first, second }, explained.guards)
    local here = debug.getinfo(1, "S").short_src
    local lines = {}
    for line in tostring(explained):gmatch "before it is sent: ([^\n]*)" do table.insert(lines, line) end
    assert.same({
      ("cvm.*, rate_limit{rate=20, burst=20} (%s)"):format(first.place),
      ("cvm@2017-03-12.Describe*, a guard (%s)"):format(second.place),
    }, lines)
    assert.equal(here, first.place:match "^(.*):%d+$")
    assert.same({}, tc.rules():explain(ACTION, "ok").guards)
  end)
end)

describe("replay", function()
  local records = {}
  for i = 1, 4 do
    records[i] = { action = ACTION, code = i % 2 == 1 and "InternalError" or nil, TotalCount = 1, call = i }
  end

  it("asks guards on its own clock, without touching what they know", function()
    local rules = tc.rules()
    local limit, places, breaker = tc.rate_limit { rate = 1, burst = 1 }, tc.concurrency { most = 1 }, tc.breaker()
    for _, guard in ipairs { limit, places, breaker } do rules:before("*", guard) end
    local replay = rules:replay(records)
    assert.equal("ok", replay.answers[4].outcome)
    assert.is_true(replay.slept >= 3)
    assert.equal(replay.slept, rules:replay(records).slept)
    for _, guard in ipairs { limit, places, breaker } do assert.is_nil(next(guard.states.states)) end
    assert.equal(0, rules:stats().guards[1].asked)
  end)

  it("has one twin of a guard with two scopes", function()
    local rules, limit = tc.rules(), tc.rate_limit { rate = 1, burst = 1 }
    rules:before("cvm.*", limit)
    rules:before("cls.*", limit)
    local replay = rules:replay { { action = ACTION }, { action = "cls.SearchLog" } }
    assert.equal(1, replay.slept)
  end)

  it("says which guard kept an answer from being used", function()
    local rules, asked = tc.rules(), 0
    local guard = rules:before("*", function()
      asked = asked + 1
      if asked == 2 then return tc.forbid "no" end
    end)
    local replay = rules:replay { records[2], records[4] }
    assert.equal("ok", replay.answers[1].outcome)
    assert.same({ "unused", "forbid", guard.place },
      { replay.answers[2].outcome, replay.answers[2].stopped_by, replay.answers[2].rule.place })
  end)

  it("shows what guards change between two sets of rules", function()
    local guarded = tc.rules()
    guarded:before("*", tc.breaker { failures = 1 })
    local changes = tc.rules():replay(records, { against = guarded }).changes
    assert.same({ 1, nil, "forbid" }, { changes[1].index, changes[1].before.stopped_by, changes[1].after.stopped_by })
    assert.same({ 2, "ok", "unused" }, { changes[2].index, changes[2].before.outcome, changes[2].after.outcome })
  end)
end)
