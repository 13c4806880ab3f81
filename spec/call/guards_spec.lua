-- rules:before: what guards are told, what they may answer, and that whoever gave a `done` hears of the end once.

local new = require "tencentcloud.rules".new
local script = require "tencentcloud.study.script"
local tc = require "tencentcloud.rules.outcome"

local INTERNAL = { code = "InternalError" }
local ACTION = "cvm.DescribeInstances"

local function play(rules, answers, params, options, action)
  local show = script.new(answers)
  local res, err = show:call(rules, action or ACTION, params, options)
  return res, err, show
end

-- A guard that gives out leases, and notes how each one ended: the attempt's code, "ok", or "unsent".
local function leasing()
  local ends, given = {}, 0
  return function()
    given = given + 1
    local mine = given
    return { done = function(attempt)
      assert(not ends[mine], "a lease ended twice")
      ends[mine] = attempt and (attempt.code or "ok") or "unsent"
    end }
  end, ends
end

describe("guards", function()
  it("are asked before every attempt, in the order written, whatever their scopes", function()
    local rules, asked = new(), {}
    local function note(name) return function() table.insert(asked, name) end end
    rules:before("*", note "any")
    rules:before("cvm.DescribeInstances", note "action")
    rules:before("cvm.*", note "service")
    rules:before("cvm@2017-03-12.Describe*", note "version")
    rules:before("cvm@2000-01-01.*", note "another version")
    rules:before("cvm.*", note "service again")
    rules:before("cls.*", note "another service")
    play(rules, { INTERNAL, {} })
    local once = { "any", "action", "service", "version", "service again" }
    local twice = {}
    for i = 1, 2 * #once do twice[i] = once[(i - 1) % #once + 1] end
    assert.same(twice, asked)
  end)

  it("are told of the request", function()
    local rules, seen = new{ region = "ap-guangzhou", account = "1000", deadline = 20 }, {}
    rules:before("*", function(request) table.insert(seen, request) end)
    play(rules, { INTERNAL, {} }, { Limit = 5 })
    local last = seen[2]
    assert.same({ ACTION, "cvm", "DescribeInstances", "2017-03-12", "ap-guangzhou", "1000", 2, 0.05, 19.95, 0.05 },
      { last.action, last.service, last.name, last.version, last.region, last.account, last.attempt, last.elapsed,
        last.remaining, last.now })
    assert.same({ Limit = 5 }, last.params)
    assert.equal(seen[1].state, last.state)
  end)

  it("change nothing of the request by what they do to its parameters", function()
    local rules = new()
    rules:before("*", function(request) request.params.Filters[1] = "theirs" end)
    local params = { Filters = { "ours" } }
    local _, _, show = play(rules, { INTERNAL, {} }, params)
    assert.same({ { "ours" }, { "ours" }, { "ours" } },
      { params.Filters, show.sent[1].params.Filters, show.sent[2].params.Filters })
  end)

  it("may be anything callable", function()
    local rules = new()
    rules:before("*", setmetatable({}, { __call = function() return tc.forbid "closed" end }))
    assert.equal("closed", select(2, play(rules, {})).reason)
  end)

  it("refuse a request before the first one is sent", function()
    local rules = new()
    rules:on("*", "*", tc.retry)
    local handle = rules:before("cvm.*", function() return tc.forbid "closed for the night" end)
    local res, err, show = play(rules, {})
    assert.is_nil(res)
    assert.same({ "ClientError.RequestRefused", "forbid", "closed for the night", {}, 0 },
      { err.code, err.stopped_by, err.reason, err.attempts, #show.sent })
    assert.equal(handle, err.guard)
    assert.matches("not sent: cvm.*, a guard (", err.message, 1, true)
  end)

  it("refuse a repetition: the last failure is the cause", function()
    local rules = new()
    rules:before("*", function(request) return request.attempt > 1 and tc.forbid "enough" or nil end)
    local _, err, show = play(rules, { INTERNAL })
    assert.same({ "InternalError", "forbid", "enough", 1, 1 },
      { err.code, err.stopped_by, err.reason, #err.attempts, #show.sent })
  end)

  it("refuse what was to follow a success", function()
    local rules = new()
    rules:on("*", "ok", tc.wait)
    rules:before("*", function(request) return request.attempt > 1 and tc.forbid "enough" or nil end)
    local _, err = play(rules, { {} })
    assert.same({ "ClientError.UnwantedAnswer", "forbid", "enough" }, { err.code, err.stopped_by, err.reason })
  end)

  it("hold a request back: no attempt, no budget, and all are asked again", function()
    local rules, asked, first = new(), 0, 0
    rules:before("*", function() first = first + 1 end)
    rules:before("*", function()
      asked = asked + 1
      return asked < 4 and tc.wait{ every = 2 } or nil
    end)
    local drawn = 0
    local budget = { draw = function() drawn = drawn + 1 return true, 0 end, refund = function() end }
    local res, _, show = play(rules, { {} }, nil, { attempts = 1, budget = budget })
    assert.is_true(res.ok)
    assert.same({ { 2, 2, 2 }, 4, 4, 0 }, { show.sleeps, asked, first, drawn })
    assert.equal(1, show.sent[1].context.attempt)
  end)

  local holds = {
    { "300 seconds", tc.wait{ every = 100 }, {}, { 100, 100 } },
    { "what the guard says", tc.wait{ every = 100, deadline = 500 }, {}, { 100, 100, 100, 100 } },
    { "the call's deadline", tc.wait{ every = 2 }, { deadline = 5 }, { 2, 2 } },
    { "the call's deadline, though the guard says more", tc.wait{ every = 2, deadline = 99 }, { deadline = 5 },
      { 2, 2 } },
    { "the guard's, though the call has more", tc.wait{ every = 2, deadline = 3 }, { deadline = 99 }, { 2 } },
  }
  for _, case in ipairs(holds) do
    it("hold a request back for " .. case[1] .. " at most", function()
      local rules = new()
      rules:before("*", function() return case[2] end)
      local _, err, show = play(rules, {}, nil, case[3])
      assert.same({ "deadline", "ClientError.RequestRefused", case[4] }, { err.stopped_by, err.code, show.sleeps })
    end)
  end

  it("hold each request back anew", function()
    local rules, asked = new{ attempts = 9 }, 0
    rules:before("*", function()
      asked = asked + 1
      return asked % 2 == 1 and tc.wait{ every = 200 } or nil
    end)
    assert.is_true(play(rules, { INTERNAL, INTERNAL, {} }).ok)
  end)

  it("are those of now, not those that the call began with", function()
    local rules, switch = new(), nil
    local show = script.new{ INTERNAL, INTERNAL, {} }
    local send = show.send
    show.send = function(...)
      switch = switch or rules:before("cvm.*", function() return tc.forbid "off" end)
      return send(...)
    end
    local _, err = show:call(rules, ACTION)
    assert.same({ "forbid", 1 }, { err.stopped_by, #show.sent })
    assert.is_true(rules:off(switch))
    assert.is_false(rules:off(switch))
    assert.is_true(play(rules, { {} }).ok)
  end)

  it("that remove one another are all asked this time", function()
    local rules, asked, second = new(), 0, nil
    rules:before("*", function() rules:off(second) end)
    second = rules:before("*", function() asked = asked + 1 end)
    play(rules, { {} })
    play(rules, { {} })
    assert.equal(1, asked)
  end)

  local mistakes = {
    { "raise", function() error("no quota known", 0) end, "guard: no quota known" },
    { "raise a table", function() error{} end, "guard: table" },
    { "return another outcome", function() return tc.retry end, "it returned tc.retry; return nil, tc.forbid" },
    { "return false", function() return false end, "it returned a boolean" },
    { "return a table without done", function() return {} end, "it returned a table" },
    { "return a done that is no function", function() return { done = true } end, "it returned a table" },
  }
  for _, case in ipairs(mistakes) do
    it("end the call where they " .. case[1], function()
      local rules = new()
      local guard, ends = leasing()
      rules:before("*", guard)
      rules:before("*", case[2])
      local _, err, show = play(rules, {})
      assert.same({ "handler_error", "ClientError.RequestRefused", 0 }, { err.stopped_by, err.code, #show.sent })
      assert.matches(case[3], err.reason, 1, true)
      assert.same({ "unsent" }, ends)
    end)
  end

  it("are checked, and their scopes", function()
    local rules = new()
    local function guard() end
    assert.error_matches(function() rules:before(nil, guard) end, "bad argument #1 to 'before' (scope: a string", 1,
      true)
    assert.error_matches(function() rules:before("cvm", guard) end, "bad argument #1 to 'before' (scope 'cvm'", 1,
      true)
    assert.error_matches(function() rules:before("*", {}) end, "bad argument #2 to 'before' (guard: a function", 1,
      true)
    assert.matches("guards_spec.lua:", select(2, pcall(function() rules:before("*") end)), 1, true)
    assert.is_true(play(rules, { {} }).ok)
  end)

  it("are counted", function()
    local rules, asked = new(), 0
    local one = rules:before("*", function()
      asked = asked + 1
      if asked < 3 then return tc.wait{ every = 1 } end
      if asked == 4 then return tc.forbid() end
      if asked == 5 then error "no" end
    end)
    play(rules, { {} })
    play(rules, {})
    play(rules, {})
    assert.same({ { guard = one, asked = 5, refused = 1, held = 2, failed = 1 } }, rules:stats().guards)
  end)
end)

describe("guards: done", function()
  it("is called with each attempt after it was decided on, before the call sleeps", function()
    local rules, seen = new(), {}
    local show = script.new{ INTERNAL, { TotalCount = 1 } }
    rules:before("*", function()
      return { done = function(attempt)
        table.insert(seen, { attempt.attempt, attempt.code or "ok", attempt.outcome, attempt.took, #show.sleeps })
      end }
    end)
    show:call(rules, ACTION)
    assert.same({ { 1, "InternalError", "retry", 0, 0 }, { 2, "ok", "ok", 0, 1 } }, seen)
  end)

  it("is called without an attempt where another guard refuses the request or holds it back", function()
    local rules, asked = new(), 0
    local guard, ends = leasing()
    rules:before("*", guard)
    rules:before("*", function()
      asked = asked + 1
      return ({ tc.wait{ every = 1 }, nil, tc.forbid() })[asked]
    end)
    play(rules, { INTERNAL })
    assert.same({ "unsent", "InternalError", "unsent" }, ends)
  end)

  it("is called without an attempt where the call is cancelled while the guards are asked", function()
    local rules, cancelled = new(), false
    local guard, ends = leasing()
    rules:before("*", guard)
    rules:before("*", function() cancelled = true end)
    local _, err = play(rules, {}, nil, { cancel = function() return cancelled end })
    assert.same({ "cancelled", "ClientError.Cancelled", { "unsent" } }, { err.stopped_by, err.code, ends })
  end)

  it("is called where send raises, and the error is the same", function()
    local rules, problem = new(), {}
    local guard, ends = leasing()
    rules:before("*", guard)
    local ok, raised = pcall(function() rules:call(function() error(problem) end, ACTION) end)
    assert.is_false(ok)
    assert.equal(problem, raised)
    collectgarbage() -- in 5.1, where pcall would keep send from yielding, this is the occasion
    collectgarbage()
    assert.same({ "unsent" }, ends)
  end)

  it("is called where what send returned raises", function()
    local rules = new()
    local guard, ends = leasing()
    rules:before("*", guard)
    assert.is_false((pcall(function() rules:call(function() return 12 end, ACTION) end)))
    collectgarbage()
    collectgarbage()
    assert.same({ "unsent" }, ends)
  end)

  it("is called where a coroutine in the middle of send is never resumed", function()
    local rules = new()
    local guard, ends = leasing()
    rules:before("*", guard)
    local thread = coroutine.create(function() rules:call(coroutine.yield, ACTION) end)
    assert(coroutine.resume(thread))
    assert.same({}, ends)
    thread = nil -- luacheck: ignore 311
    for _ = 1, 3 do collectgarbage() end
    assert.same({ "unsent" }, ends)
  end)

  it("leaves send free to yield", function()
    local rules = new()
    local guard, ends = leasing()
    rules:before("*", guard)
    local thread = coroutine.wrap(function() return rules:call(coroutine.yield, ACTION, { Limit = 1 }) end)
    assert.same({ Limit = 1 }, (thread()))
    local res = thread '{"Response":{"TotalCount":7,"RequestId":"r"}}'
    assert.same({ 7, { "ok" } }, { res.TotalCount, ends })
  end)

  it("that raises does the call no harm, and is counted", function()
    local rules = new()
    local guard, ends = leasing()
    rules:before("*", function() return { done = function() error("broken", 0) end } end)
    rules:before("*", guard)
    assert.is_true(play(rules, { {} }).ok)
    assert.same({ { "ok" }, 1, "broken" }, { ends, rules:stats().hook_errors, rules:stats().hook_error })
  end)

  it("is a function, not an outcome", function()
    assert.error_matches(function() new():before("*", tc.forbid "no") end,
      "guard: a function that returns the outcome expected, got forbid{reason=no}", 1, true)
  end)
end)
