local new = require "tencentcloud.rules".new
local script = require "tencentcloud.study.script"
local tc = require "tencentcloud.rules.outcome"
local virtual = require "tencentcloud.runtime.virtual"
local wait_until = require "tencentcloud.wait_until".wait_until

local function instance(state) return { InstanceSet = { { InstanceState = state } } } end

local function is_running(response) return response.InstanceSet[1].InstanceState == "RUNNING" end

-- Waits on a script; gives what wait_until returned, and the play.
local function wait(answers, condition, options)
  local play = script.new(answers)
  options = options or {}
  options.runtime = play.runtime
  local res, err = wait_until(play.send, "cvm.DescribeInstances", { Limit = 1 }, condition, options)
  return res, err, play
end

describe("wait_until", function()
  it("asks until the condition holds, and returns that answer", function()
    local answers = { instance "PENDING", instance "PENDING", instance "RUNNING" }
    local res, err, play = wait(answers, is_running, { every = 5 })
    assert.is_nil(err)
    assert.equal("RUNNING", res.InstanceSet[1].InstanceState)
    assert.same({ 5, 5 }, play.sleeps)
    assert.same({ Limit = 1 }, play.sent[3].params)
  end)

  it("stops at its deadline", function()
    local pending = instance "PENDING"
    local res, err, play = wait({ pending, pending, pending }, is_running, { every = 5, deadline = 15 })
    assert.is_nil(res)
    assert.same({ "deadline", "ClientError.UnwantedAnswer", 2 }, { err.stopped_by, err.code, #play.sleeps })
    assert.matches("not the one that was waited for", err.message, 1, true)
    assert.equal("PENDING", err.response.InstanceSet[1].InstanceState)
  end)

  it("is not ended by a call's deadline or attempts, which hold for each request", function()
    local answers = {}
    for i = 1, 30 do answers[i] = i % 3 == 0 and instance "PENDING" or { code = "InternalError" } end
    answers[31] = instance "RUNNING"
    local res, err = wait(answers, is_running, { every = 10, rules = new{ attempts = 3, deadline = 5 } })
    assert.is_nil(err)
    assert.is_true(res.ok)
  end)

  it("leaves failures to the rules", function()
    local _, err = wait({ { code = "InvalidInstanceId.NotFound" } }, is_running)
    assert.same({ "InvalidInstanceId.NotFound", "rule" }, { err.code, err.stopped_by })
  end)

  it("takes rules of its own for failures: to wait for the end of a thing", function()
    local res = wait({ instance "SHUTDOWN", { code = "InvalidInstanceId.NotFound" } }, function() return false end,
      { on = { ["InvalidInstanceId.NotFound"] = tc.ok{ InstanceSet = {} } } })
    assert.same({}, res.InstanceSet)
  end)

  it("gives up at once where the condition says so", function()
    local _, err = wait({ instance "LAUNCH_FAILED" }, function(response, success)
      assert.equal(1, success.attempt)
      return response.InstanceSet[1].InstanceState == "LAUNCH_FAILED" and tc.fail "the launch failed"
    end)
    assert.same({ "rule", "the launch failed" }, { err.stopped_by, err.reason })
  end)

  it("ends with the condition's error where it raises", function()
    local _, err = wait({ {} }, is_running)
    assert.equal("handler_error", err.stopped_by)
    assert.matches("wait_until_spec.lua", err.reason)
  end)

  it("can be cancelled", function()
    local asked = 0
    local function cancel() asked = asked + 1 return asked > 3 end
    local _, err = wait({ instance "PENDING" }, is_running, { every = 60, cancel = cancel })
    assert.equal("cancelled", err.stopped_by)
  end)

  it("raises for wrong arguments", function()
    local function send() end
    local wrong = {
      { function() wait_until(send, "cvm.DescribeInstances", {}) end, "bad argument #4 to 'wait_until' (condition: " },
      { function() wait_until(nil, "cvm.DescribeInstances", {}, send) end, "bad argument #1 to 'wait_until' (send: " },
      { function() wait_until(send, "DescribeInstances", {}, send) end, "bad argument #2 to 'wait_until' (action: " },
      { function() wait_until(send, "cvm.DescribeInstances", 3, send) end,
        "bad argument #3 to 'wait_until' (params: " },
      { function() wait_until(send, "cvm.DescribeInstances", {}, send, { evry = 1 }) end, "no option 'evry'" },
      { function() wait_until(send, "cvm.DescribeInstances", {}, send, { on = { ok = tc.fail } }) end,
        "on: the condition decides on ok" },
    }
    for _, case in ipairs(wrong) do assert.error_matches(case[1], case[2], 1, true) end
  end)
end)

describe("wait_until: what its deadline bounds", function()
  it("is all that happens, retries too", function()
    local runtime, sent = virtual.new(), 0
    local function send(_, context)
      sent = sent + 1
      assert.is_true(context.remaining > 0 and context.timeout == context.remaining)
      return nil, "timeout"
    end
    local _, err = wait_until(send, "cvm.DescribeInstances", nil, is_running,
      { runtime = runtime, deadline = 10, rules = new{ attempts = 60 } })
    assert.equal("deadline", err.stopped_by)
    assert.is_true(runtime.now() < 10 and sent < 12, sent)
  end)

  it("counts from the start, the first delay with it", function()
    local answers = {}
    for i = 1, 9 do answers[i] = instance "PENDING" end
    local _, err, play = wait(answers, is_running, { first = 6, every = 2, deadline = 10 })
    assert.same({ "deadline", { 6, 2 } }, { err.stopped_by, play.sleeps })
  end)

  it("does not bound less than it says where the settings have a shorter one", function()
    local _, err, play = wait({ instance "PENDING", instance "PENDING", instance "RUNNING" }, is_running,
      { every = 5, deadline = 60, rules = new{ deadline = 2 } })
    assert.is_nil(err)
    assert.equal(60, play.sent[1].context.remaining)
  end)
end)

describe("wait_until: its options", function()
  it("may grow the pauses", function()
    local answers = {}
    for i = 1, 6 do answers[i] = instance(i < 6 and "PENDING" or "RUNNING") end
    local res, _, play = wait(answers, is_running, { backoff = { base = 1, cap = 4 } })
    assert.is_true(res.ok)
    assert.same({ 1, 2, 4, 4, 4 }, play.sleeps)
  end)

  it("are all those of a call", function()
    local state, drawn = {}, 0
    local budget = { draw = function(_, key) drawn = drawn + 1 assert.equal("1000/cvm/ap-x", key) return true, 0 end,
      refund = function() end }
    local _, err, play = wait({ { code = "InternalError" }, { code = "InternalError" } }, is_running, { attempts = 2,
      account = "1000", region = "ap-x", state = state, budget = budget, attempt_timeout = 3 })
    assert.same({ "attempts", 1, 3 }, { err.stopped_by, drawn, play.sent[1].context.timeout })
  end)

  it("name their own argument where they are wrong", function()
    local function send() end
    local wrong = {
      { { on = { ["A..B"] = tc.fail } }, "bad argument #5 to 'wait_until' (on[\"A..B\"]: code" },
      { { on = { A = 3 } }, "bad argument #5 to 'wait_until' (on[\"A\"]: an outcome" },
      { { on = { tc.fail } }, "bad argument #5 to 'wait_until' (on: the keys are patterns of codes" },
      { { every = 1, backoff = {} }, "bad argument #5 to 'wait_until' (every or backoff expected, got both" },
      { { attempts = 0 }, "bad argument #5 to 'wait_until' (attempts: " },
    }
    for _, case in ipairs(wrong) do
      assert.error_matches(function() wait_until(send, "cvm.DescribeInstances", {}, send, case[1]) end, case[2], 1,
        true)
    end
  end)

  it("work with rules that only have `call`", function()
    local rules = new()
    local wrapped = { call = function(_, ...) return rules:call(...) end }
    assert.is_true(wait({ instance "RUNNING" }, is_running, { rules = wrapped }).ok)
  end)
end)

describe("wait_until: a condition that raises", function()
  local cases = {
    { "with a text without a place", function() error("no state", 0) end, "no state" },
    { "with a table", function() error{} end, "table" },
    { "with a place of its own", function(response) return response.InstanceSet[1].InstanceState end,
      "attempt to index" },
  }
  for _, case in ipairs(cases) do
    it(case[1] .. " names its line", function()
      local _, err = wait({ { InstanceSet = {} } }, case[2])
      assert.equal("handler_error", err.stopped_by)
      assert.matches("wait_until_spec.lua:" .. debug.getinfo(case[2], "S").linedefined, err.reason, 1, true)
      assert.matches(case[3], err.reason, 1, true)
      assert.matches("wait_until_spec.lua", err.rule.place, 1, true)
    end)
  end

  it("and is a callable table names the line of the wait", function()
    local condition = setmetatable({}, { __call = function() error("no state", 0) end })
    local _, err = wait({ {} }, condition)
    assert.matches("wait_until_spec.lua:", err.reason, 1, true)
  end)
end)

-- The behaviours of the AWS SDKs' waiters, as botocore documents them: an acceptor by an answer or an error leads to
-- success, failure or another request; an error that no acceptor is about ends the wait; so does the last attempt.
describe("wait_until: acceptors", function()
  local NOT_FOUND, DENIED = { code = "InvalidInstanceId.NotFound" }, { code = "UnauthorizedOperation" }
  local function acceptor(response)
    local first = response.InstanceSet[1]
    if not first then return false end
    if first.InstanceState == "LAUNCH_FAILED" then return tc.fail "it failed" end
    return first.InstanceState == "RUNNING"
  end
  -- Answers, on; what stopped it (or "ok"), and how many requests were sent.
  local cases = {
    { "success on the first answer", { instance "RUNNING" }, {}, "ok", 1 },
    { "success after an empty answer", { { InstanceSet = {} }, instance "RUNNING" }, {}, "ok", 2 },
    { "success by an error", { instance "SHUTDOWN", NOT_FOUND }, {
      ["InvalidInstanceId.NotFound"] = tc.ok() }, "ok", 2 },
    { "another request after an error", { NOT_FOUND, NOT_FOUND, instance "RUNNING" },
      { ["InvalidInstanceId.NotFound"] = tc.wait }, "ok", 3 },
    { "another request after an error that a function accepts", { NOT_FOUND, instance "RUNNING" },
      { ["InvalidInstanceId.*"] = function() return tc.wait end }, "ok", 2 },
    { "failure by an answer", { instance "PENDING", instance "LAUNCH_FAILED" }, {}, "rule", 2 },
    { "failure by an error", { instance "PENDING", NOT_FOUND }, { ["InvalidInstanceId.NotFound"] = tc.fail }, "rule",
      2 },
    { "failure by an error that no acceptor is about", { instance "PENDING", DENIED }, {}, "rule", 2 },
    { "as many requests as the time allows", { instance "PENDING", instance "PENDING", instance "PENDING" }, {},
      "deadline", 3 },
    { "as many requests as the time allows, errors too", { NOT_FOUND, NOT_FOUND, NOT_FOUND },
      { ["InvalidInstanceId.NotFound"] = tc.wait }, "deadline", 3 },
  }
  for _, case in ipairs(cases) do
    it(case[1], function()
      local res, err, play = wait(case[2], acceptor, { every = 5, deadline = 15, on = case[3] })
      assert.same({ case[4], case[5] }, { res and "ok" or err.stopped_by, #play.sent })
      for _, seconds in ipairs(play.sleeps) do assert.equal(5, seconds) end
    end)
  end
end)
