local core = require "tencentcloud.core"
local new = require "tencentcloud.rules".new
local process = require "tencentcloud.budget.process"
local script = require "tencentcloud.study.script"
local tc = require "tencentcloud.rules.outcome"

local THROTTLED = { code = "RequestLimitExceeded" }
local INTERNAL = { code = "InternalError" }

-- Plays the answers to one call; gives what the call returned, and the play.
local function play(rules, answers, action, params, options)
  local show = script.new(answers)
  local res, err = show:call(rules, action or "cvm.DescribeInstances", params, options)
  return res, err, show
end

describe("call", function()
  it("returns the response of a request that succeeds at once", function()
    local res, err, show = play(new(), { { TotalCount = 7 } })
    assert.is_nil(err)
    assert.equal(7, res.TotalCount)
    assert.same({}, show.sleeps)
  end)

  it("retries, sleeps between, and returns the response", function()
    local res, _, show = play(new(), { THROTTLED, INTERNAL, { TotalCount = 7 } })
    assert.equal(7, res.TotalCount)
    assert.same({ 1, 0.1 }, show.sleeps)
    assert.equal(3, #show.sent)
  end)

  it("returns nil and an error that tells how the call went", function()
    local rules = new{ attempts = 2 }
    local res, err = play(rules, { { code = "InternalError", request_id = "one" },
      { code = "InternalError", message = "boom", request_id = "two" } })
    assert.is_nil(res)
    assert.same({ "InternalError", "InternalError", "boom", "two", "internal", "attempts", 0.1 },
      { err.code, err.category, err.message, err.request_id, err.kind, err.stopped_by, err.retry_after })
    assert.same({ "cvm.DescribeInstances", false, true }, { err.action, err.response.ok, err:is "InternalError.*" })
    assert.equal(2, #err.attempts)
    local first = err.attempts[1]
    assert.same({ "InternalError", "one", "retry", 0.05, "#internal" },
      { first.code, first.request_id, first.outcome, first.delay, first.rule.code })
    assert.same({ "attempts" }, { err.attempts[2].stopped_by })
    assert.equal("InternalError: boom (cvm.DescribeInstances, request id two) " ..
      "[2 attempts, stopped by attempts, try again after 0.1 s]", tostring(err))
  end)

  local stops = {
    { "rule", "a rule gives up", { { code = "LimitExceeded" } } },
    { "forbid", "a rule forbids", { { code = "RequestLimitExceeded" } }, on = { "*", "#throttle", tc.forbid } },
    { "unsafe", "sending again is not safe", { INTERNAL }, action = "cvm.RunInstances" },
    { "unsafe", "no answer arrives to a writing request", { { fault = "timeout" } }, action = "cvm.RunInstances" },
    { "attempts", "there were enough attempts", { INTERNAL, INTERNAL, INTERNAL } },
    { "deadline", "there is no time left", { INTERNAL }, options = { deadline = 0.05 } },
    { "budget", "the budget is empty", { INTERNAL }, options = { budget = process.new{ capacity = 13 } } },
    { "cancelled", "it is cancelled before the first request", {}, options = { cancel = function() return true end } },
    { "handler_error", "a handler raises", { INTERNAL }, on = { "*", "InternalError", function() error("no") end } },
  }
  for _, case in ipairs(stops) do
    it(("stops by %s where %s"):format(case[1], case[2]), function()
      local rules = new()
      if case.on then rules:on(case.on[1], case.on[2], case.on[3]) end
      local res, err, show = play(rules, case[3], case.action, nil, case.options)
      assert.is_nil(res)
      assert.equal(case[1], err.stopped_by)
      assert.equal(0, show:left())
    end)
  end

  it("asks whether it was cancelled while it sleeps, a second at a time", function()
    local rules, asked = new(), 0
    rules:on("*", "InternalError", tc.retry{ after = 10 })
    local function cancel()
      asked = asked + 1
      return asked > 4
    end
    local _, err, show = play(rules, { INTERNAL }, nil, nil, { cancel = cancel })
    assert.equal("cancelled", err.stopped_by)
    assert.equal("InternalError", err.code)
    assert.same({ 1, 1, 1 }, show.sleeps)
  end)

  it("that was cancelled before its first request has an error all the same", function()
    local _, err = play(new(), {}, nil, nil, { cancel = function() return true end })
    assert.same({ "ClientError.Cancelled", {} }, { err.code, err.attempts })
    assert.matches("before its first request", tostring(err), 1, true)
  end)

  it("does not send a request whose time ran out during the sleep", function()
    local rules = new{ deadline = 1 }
    local show = script.new{ INTERNAL }
    local sleep = show.runtime.sleep
    show.runtime.sleep = function(seconds) sleep(seconds + 5) end
    local _, err = show:call(rules, "cvm.DescribeInstances")
    assert.equal("deadline", err.stopped_by)
  end)

  it("counts the time that requests take against the deadline", function()
    local _, err = play(new{ deadline = 3 }, { { fault = "timeout", took = 2.98 } })
    assert.equal("deadline", err.stopped_by)
    assert.equal(2.98, err.attempts[1].took)
  end)
end)

describe("call: outcomes", function()
  it("ok returns the rule's value, which reads like a response", function()
    local rules = new()
    local value = { InstanceSet = {} }
    rules:on("cvm.DescribeInstances", "ResourceNotFound.*", tc.ok(value))
    local res, err = play(rules, { { code = "ResourceNotFound", request_id = "r" } })
    assert.is_nil(err)
    assert.same({ {}, true, "r", "cvm.DescribeInstances" }, { res.InstanceSet, res.ok, res.request_id, res.action })
    res.More = 1
    assert.same({ InstanceSet = {} }, value, "the rule's own table stays as it was")
  end)

  it("ok returns other values as they are", function()
    local rules = new()
    rules:on("*", "ResourceNotFound", tc.ok("gone"))
    assert.equal("gone", (play(rules, { { code = "ResourceNotFound" } })))
    rules:on("*", "ok", function(success) return tc.ok(success.response.TotalCount) end)
    assert.equal(7, (play(rules, { { TotalCount = 7 } })))
  end)

  it("amend sends the changed fields, and keeps the others and the given table", function()
    local rules = new()
    rules:on("cvm.RunInstances", "ResourcesSoldOut.*", function(failure)
      return failure.params.Zone == "a" and tc.amend{ Zone = "b" } or nil
    end)
    local params = { Zone = "a", Count = 2 }
    local sold_out = { code = "ResourcesSoldOut.SpecifiedInstanceType" }
    local res, _, show = play(rules, { sold_out, { InstanceIdSet = { "i" } } }, "cvm.RunInstances", params)
    assert.is_true(res.ok)
    assert.same({ Zone = "b", Count = 2 }, show.sent[2].params)
    assert.same({ Zone = "a", Count = 2 }, params)
    assert.same({}, show.sleeps)
  end)

  it("refresh tells send what must be new, for that one request", function()
    local _, _, show = play(new(), { { code = "AuthFailure.TokenFailure" }, THROTTLED, {} })
    local refresh = {}
    for i, request in ipairs(show.sent) do refresh[i] = request.context.refresh or "nothing" end
    assert.same({ "nothing", "credentials", "nothing" }, refresh)
  end)

  it("refresh of the clock goes by the answer's Date where that is 300 seconds off or more", function()
    local noon = 1705320000 -- Mon, 15 Jan 2024 12:00:00 GMT
    for offset, expected in pairs{ [299] = 0, [300] = 300, [-300] = -300, [-299] = 0, [86400] = 86400 } do
      local rules = new()
      local show = script.new({
        { code = "AuthFailure.SignatureExpire", headers = { Date = "Mon, 15 Jan 2024 12:00:00 GMT" } }, {},
      }, { time = noon - offset })
      assert(show:call(rules, "cvm.RunInstances"))
      assert.equal("clock", show.sent[2].context.refresh)
      assert.equal(expected, show.sent[2].context.clock_offset)
      assert.equal(expected, rules.clock_offset, "later calls know it from the start")
    end
  end)

  it("the clock's correction ends when the clock is right again", function()
    local rules = new()
    rules.clock_offset = 4000
    local show = script.new({ { headers = { date = "Mon, 15 Jan 2024 12:00:00 GMT" } } }, { time = 1705320000 })
    assert(show:call(rules, "cvm.RunInstances"))
    assert.equal(0, rules.clock_offset)
  end)

  it("a success that a rule turns down is an error with a code of its own", function()
    local rules = new()
    rules:on("cvm.DescribeInstances", "ok", tc.fail "too few")
    local res, err = play(rules, { { TotalCount = 0, request_id = "r" } })
    assert.is_nil(res)
    assert.same({ "ClientError.UnwantedAnswer", "rule", "too few", "r", 0 },
      { err.code, err.stopped_by, err.reason, err.request_id, err.response.TotalCount })
  end)

  it("a wait on a success of a writing action would send it twice, and is refused", function()
    local rules = new()
    rules:on("cvm.RunInstances", "ok", tc.wait)
    assert.equal("unsafe", select(2, play(rules, { {} }, "cvm.RunInstances")).stopped_by)
  end)
end)

describe("call: what send gets and gives", function()
  it("gets the parameters and what it needs to build the request", function()
    local rules = new{ region = "ap-guangzhou", deadline = 20 }
    local _, _, show = play(rules, { THROTTLED, {} }, "cvm.DescribeInstances", { Limit = 5 })
    assert.same({ Limit = 5 }, show.sent[1].params)
    local context = show.sent[2].context
    assert.same({ "cvm.DescribeInstances", "cvm", "DescribeInstances", "ap-guangzhou", 2, 19, 0 },
      { context.action, context.service, context.name, context.region, context.attempt, context.remaining,
        context.clock_offset })
  end)

  it("has no time limit where the call has none", function()
    local _, _, show = play(new(), { {} })
    assert.is_nil(show.sent[1].context.remaining)
  end)

  -- What send returns, the code that comes of it.
  local given = {
    { "a body and status", { '{"Response":{"Error":{"Code":"A","Message":""}}}', 200 }, "A" },
    { "a Response", { (core.parse '{"Response":{"Error":{"Code":"A","Message":""}}}') }, "A" },
    { "nil and the Error of tc.parse", { core.parse "" }, "ClientError.EmptyBody", 2 },
    { "nil and a message", { nil, "connection refused" }, "ClientError.NetworkError", 2 },
    { "nil alone", {}, "ClientError.NetworkError", 0 },
    { "a gateway's page", { "<html>", 404 }, "ClientError.HttpStatusCodeError" },
  }
  for _, case in ipairs(given) do
    it("may give " .. case[1], function()
      local values = case[2]
      local _, err = new{ attempts = 1 }:call(function() return values[1], values[2] end, "cvm.DescribeInstances")
      assert.equal(case[3], err.code)
    end)
  end

  it("gives headers that ask for a delay", function()
    local rules = new()
    for value, delay in pairs{ ["3"] = 3, ["0"] = 0.05, ["soon"] = 0.05, ["60"] = 5.05, ["-1"] = 0.05 } do
      local _, _, show = play(rules, { { code = "InternalError", headers = { ["retry-after"] = value } }, {} })
      assert.same({ delay }, show.sleeps)
    end
    local dated = { ["Retry-After"] = "Mon, 15 Jan 2024 12:00:02 GMT", Date = "Mon, 15 Jan 2024 12:00:00 GMT" }
    local _, _, show = play(rules, { { code = "InternalError", headers = dated }, {} })
    assert.same({ 2 }, show.sleeps)
  end)

  it("gets a ClientToken where the settings make them: the same again, another for a changed request", function()
    local made = 0
    local rules = new{ client_token = function() made = made + 1 return "token-" .. made end }
    rules:on("cvm.RunInstances", "ResourcesSoldOut.*", tc.amend{ Zone = "b" })
    local params = { Zone = "a" }
    local _, _, show = play(rules, { INTERNAL, { code = "ResourcesSoldOut.SpecifiedInstanceType" }, {} },
      "cvm.RunInstances", params)
    local tokens = {}
    for i, request in ipairs(show.sent) do tokens[i] = request.params.ClientToken end
    assert.same({ "token-1", "token-1", "token-2" }, tokens)
    assert.equal("token-2", show.sent[3].context.client_token)
    assert.is_nil(params.ClientToken)
  end)

  it("keeps a ClientToken that the program gave, also in a changed request", function()
    local rules = new{ client_token = function() return "ours" end }
    rules:on("cvm.RunInstances", "ResourcesSoldOut.*", tc.amend{ Zone = "b" })
    local _, _, show = play(rules, { { code = "ResourcesSoldOut.SpecifiedInstanceType" }, {} }, "cvm.RunInstances",
      { ClientToken = "theirs" })
    assert.equal("theirs", show.sent[2].params.ClientToken)
  end)
end)

describe("call: rules and budgets", function()
  it("has rules of its own on top, which win where the code is as specific", function()
    local rules = new()
    rules:on("cvm.DescribeInstances", "A.B", tc.fail "user, exact")
    rules:on("cvm.DescribeInstances", "A.*", tc.fail "user, family")
    rules:on("*", "C", tc.forbid "user, veto")
    local own = { ["A.*"] = tc.fail "call, family", ["C"] = tc.fail "call, exact", ["*"] = tc.fail "call, any" }
    local expected = { ["A.B"] = "user, exact", ["A.C"] = "call, family", C = "user, veto", D = "call, any" }
    for code, reason in pairs(expected) do
      local _, err = play(rules, { { code = code } }, nil, nil, { rules = own })
      assert.equal(reason, err.reason, code)
    end
    assert.equal("user, family", rules:decide((core.parse(
      '{"Response":{"Error":{"Code":"A.C","Message":""}}}', "cvm.DescribeInstances"))).reason)
  end)

  it("asks the user's rule where the call's own handler has no opinion", function()
    local rules = new()
    rules:on("*", "A", tc.fail "user")
    local _, err = play(rules, { { code = "A" } }, nil, nil, { rules = { A = function() end } })
    assert.equal("user", err.reason)
  end)

  it("keeps the rules that it began with", function()
    local rules, changed = new(), false
    local first = rules:on("*", "A", tc.retry)
    local show = script.new{ { code = "A" }, { code = "A" }, {} }
    local send = show.send
    show.send = function(...)
      if not changed then
        changed = true
        rules:off(first)
        rules:on("*", "A", tc.fail "changed")
      end
      return send(...)
    end
    assert.is_true(show:call(rules, "cvm.DescribeInstances").ok)
    local _, err = play(rules, { { code = "A" } })
    assert.equal("changed", err.reason)
  end)

  it("draws from the bucket of its account, service and region, and gives back", function()
    local seen = {}
    local budget = {
      draw = function(_, key, cost) table.insert(seen, ("%s -%d"):format(key, cost)) return true, 0 end,
      refund = function(_, key, amount) table.insert(seen, ("%s +%d"):format(key, amount)) end,
    }
    local rules = new{ budget = budget, account = "1000", region = "ap-guangzhou" }
    play(rules, { INTERNAL, {} })
    play(rules, { THROTTLED, {} }, "cls.DescribeTopics", nil, { region = "ap-beijing", account = "2000" })
    assert.same({ "1000/cvm/ap-guangzhou -14", "1000/cvm/ap-guangzhou +14", "2000/cls/ap-beijing -5",
      "2000/cls/ap-beijing +5" }, seen)
  end)

  it("hands one state to all handlers of a call", function()
    local rules = new()
    rules:on("*", "A", function(failure)
      failure.state.count = (failure.state.count or 0) + 1
      return failure.state.count < 3 and tc.retry or tc.fail("count " .. failure.state.count)
    end)
    local _, err = play(rules, { { code = "A" }, { code = "A" }, { code = "A" } }, nil, nil, { attempts = 9 })
    assert.equal("count 3", err.reason)
  end)

  it("tells handlers of the attempts before", function()
    local rules, seen = new(), {}
    rules:on("*", "InternalError", function(failure)
      table.insert(seen, ("%d %d %g"):format(failure.attempt, #failure.history, failure.elapsed))
      return tc.retry
    end)
    play(rules, { INTERNAL, INTERNAL, {} })
    assert.same({ "1 0 0", "2 1 0.05" }, seen)
  end)

  it("raises for wrong arguments, and names them", function()
    local rules = new()
    local function send() end
    local wrong = {
      { { nil, "cvm.RunInstances" }, "bad argument #1 to 'call' (send: a function expected, got nil" },
      { { send }, "bad argument #2 to 'call' (action: a string expected, got nil" },
      { { send, "RunInstances" }, "bad argument #2 to 'call' (action: write service.Action" },
      { { send, "cvm.*" }, "bad argument #2 to 'call' (action: write service.Action" },
      { { send, "cvm.RunInstances", 3 }, "bad argument #3 to 'call' (params: a table expected" },
      { { send, "cvm.RunInstances", {}, { timeout = 3 } }, "bad argument #4 to 'call' (no option 'timeout'" },
      { { send, "cvm.RunInstances", {}, { rules = { A = 3 } } },
        "bad argument #4 to 'call' (rules[\"A\"]: an outcome" },
      { { send, "cvm.RunInstances", {}, { rules = { ["A..B"] = tc.fail } } },
        "bad argument #4 to 'call' (rules[\"A..B\"]: code" },
      { { send, "cvm.RunInstances", {}, { budget = core.null } },
        "bad argument #4 to 'call' (budget: an object with the method draw" },
    }
    for _, case in ipairs(wrong) do
      local given = case[1]
      assert.error_matches(function() rules:call(given[1], given[2], given[3], given[4]) end, case[2], 1, true)
    end
  end)
end)

describe("call: observation", function()
  it("tells the hook of every attempt, when it is known what follows", function()
    local seen = {}
    local rules = new{ on_attempt = function(attempt)
      table.insert(seen, ("%d %s %s %s %s"):format(attempt.attempt, attempt.code or "ok", attempt.outcome,
        attempt.delay and ("%gs"):format(attempt.delay) or "-", attempt.stopped_by or "-"))
    end }
    play(rules, { THROTTLED, { code = "AuthFailure.TokenFailure" }, {} })
    play(rules, { INTERNAL }, "cvm.RunInstances")
    play(rules, { INTERNAL }, nil, nil, { budget = process.new{ capacity = 1 } })
    assert.same({
      "1 RequestLimitExceeded retry 1s -", "2 AuthFailure.TokenFailure refresh - -", "3 ok ok - -",
      "1 InternalError fail - unsafe",
      "1 InternalError retry - budget",
    }, seen)
  end)

  it("survives a hook that raises, and counts it", function()
    local rules = new{ on_attempt = function() error("hook broken", 0) end }
    assert.is_true(play(rules, { {} }).ok)
    assert.same({ 1, "hook broken" }, { rules:stats().hook_errors, rules:stats().hook_error })
  end)
end)
