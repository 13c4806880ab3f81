-- What programs hear of attempts and ends: on_attempt, on_end, stats.

local new = require "tencentcloud.rules".new
local process = require "tencentcloud.budget.process"
local script = require "tencentcloud.study.script"
local tc = require "tencentcloud.rules.outcome"

local INTERNAL, THROTTLED = { code = "InternalError" }, { code = "RequestLimitExceeded" }
local ACTION = "cvm.DescribeInstances"

-- Rules that note all they report, as lines.
local function noting(settings)
  local lines = {}
  settings = settings or {}
  function settings.on_attempt(attempt)
    table.insert(lines, ("%d %s %s %s %s"):format(attempt.attempt, attempt.code or "ok", attempt.outcome,
      attempt.delay and ("%gs"):format(attempt.delay) or "-", attempt.stopped_by or "-"))
  end
  function settings.on_end(ended)
    table.insert(lines, ("end %s %s %s %s %d %gs"):format(ended.ok, ended.outcome, ended.stopped_by or "-",
      ended.code or "-", #ended.attempts, ended.took))
  end
  return new(settings), lines
end

-- True from the given time on.
local function cancel_at(show, seconds)
  return function() return show.runtime.now() >= seconds end
end

describe("reports", function()
  -- Answers, options or a function of the play that gives them; the lines.
  local cases = {
    { "of a success", { {} }, {}, { "1 ok ok - -", "end true ok - - 1 0s" } },
    { "of a retry", { THROTTLED, {} }, {}, { "1 RequestLimitExceeded retry 1s -", "2 ok ok - -",
      "end true ok - - 2 1s" } },
    { "of a failure", { { code = "LimitExceeded" } }, {}, { "1 LimitExceeded fail - rule",
      "end false fail rule LimitExceeded 1 0s" } },
    { "of a retry that attempts forbid", { INTERNAL }, { attempts = 1 }, { "1 InternalError retry - attempts",
      "end false retry attempts InternalError 1 0s" } },
    { "of a retry that the budget refuses", { INTERNAL }, { budget = process.new{ capacity = 1 } },
      { "1 InternalError retry - budget", "end false retry budget InternalError 1 0s" } },
    { "of a call cancelled in its sleep", { { code = "Slow" } }, function(show)
      return { cancel = cancel_at(show, 2) }
    end, { "1 Slow retry 10s cancelled", "end false retry cancelled Slow 1 2s" } },
    { "of a call cancelled before its first request", {}, { cancel = function() return true end },
      { "end false fail cancelled ClientError.Cancelled 0 0s" } },
    { "of a sleep that took too long", { { code = "Slow" } }, function(show)
      local sleep = show.runtime.sleep
      function show.runtime.sleep(seconds) sleep(seconds + 50) end
      return { deadline = 20 }
    end, { "1 Slow retry 10s deadline", "end false retry deadline Slow 1 60s" } },
    { "of a success that is turned down", { { Unwanted = 1 } }, {}, { "1 ok fail - rule",
      "end false fail rule ClientError.UnwantedAnswer 1 0s" } },
    { "of a guard's hold and refusal", { INTERNAL }, { state = { guarded = true } },
      { "1 InternalError retry 3.05s forbid", "end false forbid forbid InternalError 1 3.05s" } },
  }
  for _, case in ipairs(cases) do
    it(case[1], function()
      local rules, lines = noting()
      rules:on("*", "Slow", tc.retry{ after = 10 })
      rules:on("*", "ok", function(success) return success.response.Unwanted and tc.fail() or nil end)
      rules:before("*", function(request)
        if not request.state.guarded or request.attempt == 1 then return nil end
        request.state.asked = (request.state.asked or 0) + 1
        return request.state.asked > 1 and tc.forbid "no" or tc.wait{ every = 3 }
      end)
      local show = script.new(case[2])
      local options = type(case[3]) == "function" and case[3](show) or case[3]
      local _, err = show:call(rules, ACTION, {}, options)
      assert.same(case[4], lines)
      local last = err and err.attempts[#err.attempts]
      if last then assert.equal(err.stopped_by, last.stopped_by) end
    end)
  end

  it("say whose call it was, and why it ended", function()
    local ended
    local rules = new{ on_end = function(given) ended = given end, region = "ap-guangzhou", account = "1000" }
    local rule = rules:on("*", "A.B", tc.fail "no use")
    script.new{ { code = "A.B", request_id = "r", took = 2 } }:call(rules, ACTION)
    assert.same({ ACTION, "ap-guangzhou", "1000", "r", "no use", 2, 0 },
      { ended.action, ended.region, ended.account, ended.request_id, ended.reason, ended.took, ended.began })
    assert.equal(rule, ended.rule)
    assert.equal("A.B", ended.attempts[1].code)
  end)

  it("of a call that send's error goes through", function()
    local rules, lines = noting()
    local sent, problem = 0, { "mine" }
    local ok, raised = pcall(function()
      rules:call(function()
        sent = sent + 1
        if sent == 1 then return nil, "timeout" end
        error(problem)
      end, ACTION, nil, { runtime = script.new{}.runtime })
    end)
    assert.is_false(ok)
    assert.equal(problem, raised)
    local expected = { "1 ClientError.NetworkError retry 0.05s -" }
    -- Under PUC 5.1 nothing can be put around send.
    if (_VERSION ~= "Lua 5.1" or jit) then
      table.insert(expected, "end false retry raised - 1 0.05s")
    end
    assert.same(expected, lines)
    assert.equal(#expected - 1, rules:stats().calls)
  end)

  it("leave send free to yield", function()
    local rules, lines = noting{ runtime = script.new{}.runtime }
    local thread = coroutine.wrap(function() return rules:call(coroutine.yield, ACTION) end)
    thread()
    if (_VERSION ~= "Lua 5.1" or jit) then
      assert.is_true(thread '{"Response":{"RequestId":"r"}}'.ok)
      assert.equal("end true ok - - 1 0s", lines[2])
    end
  end)

  it("do the call no harm where a hook raises", function()
    local rules = new{ on_end = function() error("hook broken", 0) end }
    assert.is_true(script.new{ {} }:call(rules, ACTION).ok)
    assert.same({ 1, "hook broken" }, { rules:stats().hook_errors, rules:stats().hook_error })
  end)
end)

describe("stats of calls", function()
  it("count no retry that did not take place", function()
    local rules = new()
    local function play(answers, options)
      local show = script.new(answers)
      options = type(options) == "function" and options(show) or options
      show:call(rules, ACTION, {}, options)
    end
    play({ INTERNAL, {} })
    play({ INTERNAL }, { attempts = 1 })
    play({ INTERNAL }, { deadline = 0.01 })
    play({ INTERNAL }, { budget = process.new{ capacity = 0 } })
    play({ INTERNAL }, function(show) return { cancel = cancel_at(show, 0.05) } end)
    script.new{ INTERNAL }:call(rules, "cvm.RunInstances")
    local stats = rules:stats()
    assert.same({ retry = 1, fail = 4 }, stats.actions[ACTION].InternalError)
    assert.same({ fail = 1 }, stats.actions["cvm.RunInstances"].InternalError)
    assert.equal(6, stats.calls)
    assert.same({ attempts = 1, deadline = 1, budget = 1, cancelled = 1, unsafe = 1 }, stats.stopped_by)
    stats.stopped_by.unsafe = 9
    assert.equal(1, rules:stats().stopped_by.unsafe)
  end)

  it("count decisions outside of calls as they are", function()
    local rules = new()
    rules:decide(require("tencentcloud.core").error{ code = "InternalError", message = "", action = ACTION })
    assert.same({ retry = 1 }, rules:stats().actions[ACTION].InternalError)
    assert.equal(0, rules:stats().calls)
  end)
end)
