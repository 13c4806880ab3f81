local new = require "tencentcloud.rules".new
local tc = require "tencentcloud.rules.outcome"

local function words(replay)
  local list = {}
  for i, one in ipairs(replay.answers) do
    list[i] = ("%s %s %s %s %d"):format(one.code or "-", one.outcome, one.delay and ("%gs"):format(one.delay) or "-",
      one.stopped_by or "-", one.tokens)
  end
  return list
end

local READS, WRITES = "cvm.DescribeInstances", "cvm.TerminateInstances"

describe("replay", function()
  it("says of each answer what the rules would have done", function()
    local replay = new():replay{
      { action = READS, code = "InternalError" },
      { action = WRITES, code = "InternalError" },
      { action = READS, TotalCount = 0 },
      { action = READS, fault = "timeout" },
      { action = WRITES, body = "<html>", status = 502 },
      { action = READS, code = "RequestLimitExceeded" },
    }
    assert.same({
      "InternalError retry 0.05s - 486",
      "InternalError fail - unsafe 486",
      "- ok - - 487",
      "ClientError.NetworkError retry 0.05s - 473",
      "ClientError.HttpStatusCodeError fail - unsafe 473",
      "RequestLimitExceeded retry 1s - 468",
    }, words(replay))
    assert.near(1.1, replay.slept, 1e-9)
    assert.equal("#internal", replay.answers[1].rule.code)
  end)

  it("takes answers in a row for one call where the recording says so", function()
    local replay = new{ attempts = 2 }:replay{
      { call = 1, action = READS, code = "InternalError" },
      { call = 1, action = READS, TotalCount = 0 },
      { call = 2, action = READS, code = "InternalError" },
      { call = 2, action = READS, code = "InternalError" },
      { call = 2, action = READS, code = "InternalError" },
    }
    assert.same({ "InternalError retry 0.05s - 486", "- ok - - 500", "InternalError retry 0.05s - 486",
      "InternalError retry - attempts 486", "- unused - - 486" }, words(replay))
  end)

  it("reads records that name service and version apart", function()
    local replay = new():replay{ { service = "cvm", version = "2017-03-12", action = "DescribeInstances", body = "{" } }
    assert.equal("cvm@2017-03-12.DescribeInstances", replay.answers[1].action)
    assert.equal("ClientError.ParseJsonError", replay.answers[1].code)
  end)

  it("shows where two rule sets differ", function()
    local before, after = new(), new()
    after:on("cvm.*", "InternalError", tc.retry{ after = 3 })
    after:on("cvm.*", "LimitExceeded", tc.ok)
    local records = { { action = READS, code = "InternalError" }, { action = READS, code = "RequestLimitExceeded" },
      { action = READS, code = "LimitExceeded" } }
    local changes = before:replay(records, { against = after }).changes
    assert.equal(2, #changes)
    assert.same({ 1, 0.05, 3 }, { changes[1].index, changes[1].before.delay, changes[1].after.delay })
    assert.same({ 3, "fail", "ok" }, { changes[2].index, changes[2].before.outcome, changes[2].after.outcome })
    assert.is_nil(before:replay(records).changes)
  end)

  it("takes a smaller budget and shorter delays", function()
    local records = { { action = READS, code = "InternalError" }, { action = READS, code = "InternalError" } }
    assert.same({ "InternalError retry 0.025s - 0", "InternalError retry - budget 0" },
      words(new():replay(records, { capacity = 14, random = 0.5 })))
  end)

  it("leaves statistics, hook and budget of the rules alone", function()
    local heard = 0
    local rules = new{ on_attempt = function() heard = heard + 1 end }
    rules:on(READS, "InternalError", tc.retry)
    rules:replay{ { action = READS, code = "InternalError" } }
    local stats = rules:stats()
    assert.same({ 0, {}, 1 }, { heard, stats.actions, #stats.dead })
    assert.equal(500, rules.settings.budget:tokens("/cvm/"))
  end)

  it("tells how far it is", function()
    local seen = {}
    new():replay({ { action = READS }, { action = READS } },
      { progress = function(done, all) table.insert(seen, done .. "/" .. all) end })
    assert.same({ "1/2", "2/2" }, seen)
  end)

  it("raises for what is no recording", function()
    assert.error_matches(function() new():replay("file") end, "a list of recorded answers expected", 1, true)
    assert.error_matches(function() new():replay{ { code = "A" } } end, "record 1: action: a string expected", 1, true)
    assert.error_matches(function() new():replay{ { action = "x" } } end, "action: write service.Action", 1, true)
  end)

  it("leaves the hooks of the program alone", function()
    local heard = 0
    local function hook() heard = heard + 1 end
    new{ on_end = hook, on_attempt = hook }:replay{ { action = READS, TotalCount = 0 } }
    assert.equal(0, heard)
  end)
end)
