local new = require "tencentcloud.rules".new
local script = require "tencentcloud.study.script"
local tc = require "tencentcloud.rules.outcome"
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
