local new = require "tencentcloud.rules".new
local script = require "tencentcloud.study.script"

describe("script", function()
  it("plays answers and faults in order, and shows what was sent and slept", function()
    local play = script.new{
      { code = "RequestLimitExceeded", message = "slow down", request_id = "one" },
      { fault = "timeout", took = 2 },
      { TotalCount = 2, InstanceSet = { { InstanceId = "i" } } },
    }
    local res = play:call(new(), "cvm.DescribeInstances", { Limit = 5 })
    assert.same({ 2, "i", "request-3" }, { res.TotalCount, res.InstanceSet[1].InstanceId, res.request_id })
    assert.same({ 3, 0 }, { #play.sent, play:left() })
    assert.same({ Limit = 5 }, play.sent[3].params)
    assert.same({ 1, 0.1 }, play.sleeps)
    assert.near(3.1, play.runtime.now(), 1e-9)
  end)

  it("writes empty lists as lists", function()
    assert.equal(0, #script.new{ { InstanceSet = {} } }:call(new(), "cvm.DescribeInstances").InstanceSet)
  end)

  it("takes bytes, a status and headers as they are", function()
    local play = script.new{ { body = "<html>", status = 503, headers = { ["Retry-After"] = "1" } } }
    local _, err = play:call(new{ attempts = 1 }, "cvm.DescribeInstances")
    assert.same({ "ClientError.HttpStatusCodeError", 503, 1 }, { err.code, err.http_status, err.retry_after })
  end)

  it("takes the shortest delays too", function()
    local play = script.new({ { code = "InternalError" }, {} }, { random = 0 })
    play:call(new(), "cvm.DescribeInstances")
    assert.same({}, play.sleeps)
  end)

  it("raises where more is sent than it has answers for", function()
    local play = script.new{ { code = "InternalError" } }
    assert.error_matches(function() play:call(new(), "cvm.DescribeInstances") end,
      "the script has 1 answers, but request 2 was sent", 1, true)
  end)

  it("raises for typing errors in answers", function()
    assert.error_matches(function() script.new{ { cod = "A" } } end, "answer 1: no option 'cod'", 1, true)
    assert.error_matches(function() script.new{ {}, { status = 3 } } end, "answer 2: status: a whole number", 1, true)
    assert.error_matches(function() script.new("A") end, "a list of answers expected, got string", 1, true)
    assert.error_matches(function() script.new{}:call(3, "cvm.RunInstances") end,
      "bad argument #1 to 'call' (rules: a rule set expected, got number", 1, true)
    assert.error_matches(function() script.new{}:call(new(), "cvm.RunInstances", {}, 3) end,
      "bad argument #4 to 'call' (a table of options expected, got number", 1, true)
  end)
end)
