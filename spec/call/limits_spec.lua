-- How long a call and its requests may take, how often it may be tried, and who hears of its end.

local new = require "tencentcloud.rules".new
local script = require "tencentcloud.study.script"
local tc = require "tencentcloud.rules.outcome"
local wait_until = require "tencentcloud.wait_until".wait_until

local THROTTLED, INTERNAL = { code = "RequestLimitExceeded" }, { code = "InternalError" }
local READS, WRITES = "cvm.DescribeInstances", "cvm.TerminateInstances"

local function play(rules, answers, action, params, options)
  local show = script.new(answers)
  local res, err = show:call(rules, action or READS, params, options)
  return res, err, show
end

local function times(count, answer)
  local answers = {}
  for i = 1, count do answers[i] = answer end
  return answers
end

describe("what a call gives for itself", function()
  it("is a limit of attempts that no rule exceeds, and that may be less than a rule's", function()
    local rules = new()
    rules:on("*", "InternalError", tc.retry{ attempts = 6 })
    for given, sent in pairs{ [1] = 1, [2] = 2, [9] = 6 } do
      local _, err, show = play(rules, times(9, INTERNAL), nil, nil, { attempts = given })
      assert.same({ "attempts", sent }, { err.stopped_by, #show.sent })
    end
    local _, _, show = play(rules, times(9, INTERNAL))
    assert.equal(6, #show.sent, "settings are what holds where a rule says nothing")
  end)

  it("is a limit of time that no wait extends", function()
    local rules = new()
    rules:on("*", "ok", tc.wait{ every = 2, deadline = 100 })
    local _, err, show = play(rules, times(60, {}), nil, nil, { deadline = 9 })
    assert.same({ "deadline", 5, 8 }, { err.stopped_by, #show.sent, show.runtime.now() })
  end)
end)

describe("context", function()
  it("says how long a request may take: the smaller of attempt_timeout and what remains", function()
    for _, case in ipairs{
      { { attempt_timeout = 5 }, {}, 5, nil }, { { attempt_timeout = 5 }, { deadline = 3 }, 3, 3 },
      { { attempt_timeout = 5, deadline = 20 }, {}, 5, 20 },
      { { attempt_timeout = 5 }, { attempt_timeout = 2 }, 2, nil },
      { { deadline = 20 }, {}, 20, 20 }, { {}, {}, nil, nil },
    } do
      local _, _, show = play(new(case[1]), { {} }, nil, nil, case[2])
      local context = show.sent[1].context
      assert.same({ case[3], case[4] }, { context.timeout, context.remaining })
    end
    local _, _, show = play(new{ deadline = 20, attempt_timeout = 5 }, { { code = "InternalError", took = 18 }, {} })
    assert.is_true(show.sent[2].context.timeout < 2)
  end)
end)

describe("a waiter", function()
  local function wait(answers, condition, options, send)
    local show = script.new(answers)
    options.runtime = show.runtime
    local res, err = wait_until(send and send(show) or show.send, READS, {}, condition, options)
    return res, err, show
  end

  it("has a deadline that bounds retries, too", function()
    local rules = new{ attempts = 50, backoff = { base = 1 } }
    local _, err, show = wait(times(200, INTERNAL), function() return false end, { deadline = 10, rules = rules })
    assert.equal("deadline", err.stopped_by)
    assert.is_true(show.runtime.now() <= 10)
    local answers = {}
    for i = 1, 200 do answers[i] = i % 3 == 0 and {} or INTERNAL end
    _, err, show = wait(answers, function() return false end, { deadline = 10, every = 1, rules = rules })
    assert.equal("deadline", err.stopped_by)
    assert.is_true(show.runtime.now() <= 10)
    for _, request in ipairs(show.sent) do assert.is_true(request.context.remaining > 0) end
  end)

  it("waits before its first request, and longer from request to request, where that is wanted", function()
    local answers = { {}, {}, {}, {}, { TotalCount = 1 } }
    local function holds(response) return response.TotalCount == 1 end
    local _, _, show = wait(answers, holds, { first = 3, backoff = { base = 1, cap = 5 } })
    assert.same({ 3, 1, 2, 4, 5 }, show.sleeps)
    local calm = script.new(answers, { random = 0 })
    wait_until(calm.send, READS, {}, holds, { backoff = { base = 1, cap = 5 }, runtime = calm.runtime })
    assert.same({ 1, 1, 1, 1 }, calm.sleeps)
    local _, err = wait({}, holds, { first = 9, deadline = 5 })
    assert.same({ "deadline", "ClientError.Cancelled" }, { err.stopped_by, err.code })
  end)

  it("may refresh what it needs more than once, for an answer is sound in between", function()
    local stale = { code = "AuthFailure.TokenFailure" }
    local res, _, show = wait({ stale, {}, stale, {}, stale, { TotalCount = 1 } },
      function(response) return response.TotalCount == 1 end, {})
    assert.equal(1, res.TotalCount)
    assert.equal(6, #show.sent)
    local _, err = wait({ stale, stale }, function() return true end, {})
    assert.equal("attempts", err.stopped_by)
  end)

  it("names the line of a condition that raises", function()
    local _, err = wait({ {} }, function(response) return response.InstanceSet[1].InstanceState end, {})
    assert.equal("handler_error", err.stopped_by)
    assert.matches("limits_spec.lua:%d+: ", err.reason)
    assert.matches("limits_spec.lua:%d+: ", tostring(err))
  end)

  it("names its own argument where a pattern is malformed, or what it takes contradicts itself", function()
    assert.error_matches(function() wait({ {} }, print, { on = { ["A..B"] = tc.ok() } }) end,
      "bad argument #5 to 'wait_until' (on[", 1, true)
    assert.error_matches(function() wait({ {} }, print, { every = 1, backoff = {} }) end,
      "bad argument #5 to 'wait_until' (every or backoff expected", 1, true)
  end)

  it("takes all options of a call", function()
    local heard = {}
    local rules = new{ on_end = function(ended) table.insert(heard, ended.account) end }
    local res, _, show = wait({ INTERNAL, { TotalCount = 1 } }, function() return true end, { rules = rules,
      region = "ap-guangzhou", account = "1", state = {}, attempt_timeout = 4, attempts = 2 })
    assert.equal(1, res.TotalCount)
    assert.same({ "ap-guangzhou", 4 }, { show.sent[1].context.region, show.sent[1].context.timeout })
    assert.same({ "1" }, heard)
  end)
end)

describe("what must be refreshed", function()
  local STALE = { code = "AuthFailure.TokenFailure" }

  local function refreshes(answers, rules)
    local _, _, show = play(rules or new{ attempts = 9 }, answers)
    local list = {}
    for i, request in ipairs(show.sent) do
      local names = {}
      for name in pairs(request.context.refreshes or {}) do table.insert(names, name) end
      table.sort(names)
      list[i] = table.concat(names, "+")
      assert.equal(request.context.refresh ~= nil, names[1] ~= nil)
    end
    return list
  end

  it("stays ordered until a request got an answer of the API", function()
    assert.same({ "", "credentials", "credentials", "credentials", "" },
      refreshes{ STALE, { fault = "closed" }, { body = "<html>", status = 502 }, THROTTLED, {} })
  end)

  it("is not forgotten for something else", function()
    local rules = new{ attempts = 9 }
    rules:on("*", "ClientError.NetworkError", tc.refresh "endpoint")
    assert.same({ "", "credentials", "credentials+endpoint", "" },
      refreshes({ STALE, { fault = "closed" }, THROTTLED, {} }, rules))
  end)
end)

describe("the clock", function()
  local function offset_after(answer)
    local rules = new{ attempts = 1 }
    local show = script.new({ answer, {} }, { time = 1705320000 })
    show:call(rules, READS)
    return rules.clock_offset
  end

  it("is learnt from answers of the API, errors too", function()
    local date = { Date = "Mon, 15 Jan 2024 13:00:00 GMT" }
    assert.equal(3600, offset_after{ headers = date })
    assert.equal(3600, offset_after{ code = "AuthFailure.SignatureExpire", headers = date })
  end)

  it("is not learnt from what is none: a proxy's page, a cut-off body, no answer", function()
    local date = { Date = "Thu, 01 Jan 1970 00:00:00 GMT" }
    for _, answer in ipairs{ { body = "<html>", status = 502 }, { body = "<html>" }, { body = '{"Response":{"A' },
      { body = "" }, { body = '{"Response":{}}' }, { fault = "closed", status = 502 } } do
      answer.headers = date
      assert.equal(0, offset_after(answer))
    end
  end)
end)

describe("on_end", function()
  local function ends(answers, action, options, settings)
    local heard = {}
    settings = settings or {}
    settings.on_end = function(ended) table.insert(heard, ended) end
    local rules = new(settings)
    local res, err = play(rules, answers, action, nil, options)
    assert.equal(1, #heard)
    return heard[1], rules, res, err
  end

  it("hears of every end, whatever it was", function()
    local ended = ends({ THROTTLED, { request_id = "two" } })
    assert.same({ READS, 2, "ok", nil, nil, "two", 1 },
      { ended.action, #ended.attempts, ended.outcome, ended.stopped_by, ended.code, ended.request_id, ended.slept })
    for stopped_by, case in pairs{
      attempts = { times(3, INTERNAL) }, unsafe = { { INTERNAL }, WRITES }, rule = { { { code = "LimitExceeded" } } },
      cancelled = { {}, nil, { cancel = function() return true end } },
      deadline = { { INTERNAL }, nil, { deadline = 0.01 } },
    } do
      local one, rules = ends(case[1], case[2], case[3])
      assert.equal(stopped_by, one.stopped_by)
      assert.equal(1, rules:stats().stopped_by[stopped_by])
    end
  end)

  it("hears of a call that is cancelled in its sleep, as its last attempt does", function()
    local asked = 0
    local ended, _, _, err = ends({ THROTTLED }, nil, { cancel = function()
      asked = asked + 1
      return asked > 1
    end })
    assert.same({ "cancelled", 1, "RequestLimitExceeded" }, { ended.stopped_by, #ended.attempts, ended.code })
    assert.equal("cancelled", err.attempts[1].stopped_by)
  end)

  it("may raise: that is counted, and is not the call's error", function()
    local rules = new{ on_end = function() error "broken" end }
    assert.is_true(play(rules, { {} }).ok)
    assert.equal(1, rules:stats().hook_errors)
  end)
end)

describe("the statistics", function()
  it("count what was carried out: a retry that was refused is a failure", function()
    local rules = new{ attempts = 2 }
    play(rules, { INTERNAL, INTERNAL })
    play(rules, { INTERNAL, {} })
    local stats = rules:stats()
    assert.same({ InternalError = { retry = 2, fail = 1 }, ok = { ok = 1 } }, stats.actions[READS])
    assert.same({ 2, { attempts = 1 } }, { stats.calls, stats.stopped_by })
  end)
end)

describe("where the program cannot sleep", function()
  it("a call stops, and names that instead of a deadline", function()
    for _, outcome in ipairs{ tc.retry{ after = 1 }, tc.wait } do
      local rules = new()
      rules:on("*", "InternalError", outcome)
      local show = script.new{ INTERNAL }
      show.runtime.may_sleep = function() return false end
      local _, err = show:call(rules, READS, {}, { deadline = 100 })
      assert.equal("no_sleep", err.stopped_by)
      assert.is_true(err.retry_after >= 1)
    end
  end)
end)

describe("a runtime that ends", function()
  it("lets a first request through, and no further one", function()
    for answers, expected in pairs{ [{ {} }] = "ok", [{ THROTTLED }] = "cancelled" } do
      local show = script.new(answers)
      show.runtime.cancelled = function() return true end
      local res, err = show:call(new(), "cls.UploadLog", {})
      assert.equal(expected, res and "ok" or err.stopped_by)
      assert.equal(1, #show.sent)
    end
  end)
end)

describe("what handlers and send get", function()
  it("are copies: what they change in params and history is theirs alone", function()
    local rules, seen = new{ attempts = 3 }, {}
    rules:on("*", "*", function(failure)
      failure.params.Filters[1].Name, failure.params.Added = "changed", true
      for _, attempt in ipairs(failure.history) do attempt.code = "changed" end
      table.insert(failure.history, "mine")
      table.insert(seen, #failure.history)
      return tc.retry
    end)
    local params = { Filters = { { Name = "zone" } } }
    local show = script.new(times(3, INTERNAL))
    local function send(given, context)
      assert.same({ Filters = { { Name = "zone" } } }, given)
      given.Filters[1].Name, given.Extra = "sent", 1
      return show.send(given, context)
    end
    local _, err = rules:call(send, READS, params, { runtime = show.runtime })
    assert.same({ Filters = { { Name = "zone" } } }, params)
    assert.same({ "InternalError", "InternalError", "InternalError" },
      { err.attempts[1].code, err.attempts[2].code, err.attempts[3].code })
    assert.equal(3, #err.attempts)
  end)
end)

describe("busy resources", function()
  it("are asked again after seconds, and cost as throttling does", function()
    local _, err, show = play(new{ attempts = 5 }, times(5, { code = "FailedOperation.ResourceInOperating" }))
    assert.equal("attempts", err.stopped_by)
    assert.same({ 2, 4, 8, 16 }, show.sleeps)
    local budget = require("tencentcloud.budget.process").new()
    play(new{ attempts = 2, budget = budget }, times(2, { code = "FailedOperation.ResourceInOperating" }))
    assert.equal(495, budget:tokens "/cvm/")
  end)

  it("have a base of their own in the settings, and a kind for rules", function()
    local busy = { code = "FailedOperation.ResourceInOperating" }
    local _, _, show = play(new{ backoff = { busy_base = 0.5 } }, { busy, {} })
    assert.same({ 0.5 }, show.sleeps)
    local rules = new()
    rules:on("*", "LimitExceeded", tc.retry{ kind = "busy" })
    _, _, show = play(rules, { { code = "LimitExceeded" }, {} })
    assert.same({ 2 }, show.sleeps)
  end)
end)
