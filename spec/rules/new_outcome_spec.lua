-- A new outcome is one statement in rules/outcome.lua: everything else goes by that. Here two are planted, and the
-- rest of the module must know what to do with them; a statement without one of its parts must not load.

local fresh = require "spec.support.fresh_module"

-- Sends again, as retry does, but not counted.
local function park()
  return {
    name = "park",
    make = function(options) return { after = options and options.after } end,
    shows = { "after" },
    move = "back_off",
    counted = false,
  }
end

-- Ends the call, as forbid does, by a reason of its own.
local function close()
  return {
    name = "close",
    make = function(reason) return { reason = reason } end,
    shows = { "reason" },
    move = "stop",
    ends_by = "closed",
    vetoes = true,
    counted = true,
  }
end

-- Loads the module with these outcomes more, and gives it to `use`.
local function with(statements, use)
  return fresh(function()
    local outcomes = require "tencentcloud.rules.outcome"
    for _, statement in ipairs(statements) do outcomes.define(statement) end
    return use(require "tencentcloud")
  end)
end

local INTERNAL = { code = "InternalError" }

describe("a new outcome", function()
  it("is a name of the module, and can be called", function()
    with({ park(), close() }, function(tc)
      assert.equal("park", tc.park.type)
      assert.equal("park{after=3}", tostring(tc.park{ after = 3 }))
      assert.equal("close{reason=for the night}", tostring(tc.close "for the night"))
      assert.is_nil(tc.define)
      assert.is_nil(tc.moves)
      assert.is_nil(tc.is)
    end)
  end)

  it("is followed by calls, decisions, and the statistics", function()
    with({ park(), close() }, function(tc)
      local rules = tc.rules()
      rules:on("cvm.DescribeInstances", "InternalError", tc.park{ after = 3 })
      local show = tc.script{ INTERNAL, INTERNAL, {} }
      assert.is_true(show:call(rules, "cvm.DescribeInstances").ok)
      assert.same({ 3, 3 }, show.sleeps)
      assert.same({ ok = { ok = 1 } }, rules:stats().actions["cvm.DescribeInstances"])

      rules:on("cvm.*", "*", tc.close "for the night")
      local _, err = tc.script{ INTERNAL }:call(rules, "cvm.DescribeInstances")
      assert.same({ "closed", "for the night" }, { err.stopped_by, err.reason })
      local decision = rules:decide(err.response)
      assert.same({ "close", "for the night" }, { decision.outcome, decision.reason })
    end)
  end)

  it("that sends again is held back where that is not safe, and lint says so", function()
    with({ park() }, function(tc)
      local rules = tc.rules()
      rules:on("cvm.TerminateInstances", "InternalError", tc.park)
      local _, err = tc.script{ INTERNAL }:call(rules, "cvm.TerminateInstances")
      assert.equal("unsafe", err.stopped_by)
      assert.matches("sending it again is not safe", tostring(rules:explain("cvm.TerminateInstances", "InternalError")))
      local checks = {}
      for _, finding in ipairs(rules:lint()) do checks[finding.check] = true end
      assert.is_true(checks.unsafe)
    end)
  end)

  it("with a veto comes before everything, also in explanations and among a call's own rules", function()
    with({ close() }, function(tc)
      local rules = tc.rules()
      rules:on("cvm.DescribeInstances", "InternalError", tc.ok)
      local veto = rules:on("*", "*", tc.close)
      local explanation = rules:explain("cvm.DescribeInstances", "InternalError")
      assert.equal(veto, explanation.winner)
      assert.equal("a veto comes before everything", explanation.candidates[2].why)
      local _, err = tc.script{ INTERNAL }:call(rules, "cvm.DescribeInstances", nil,
        { rules = { InternalError = tc.ok } })
      assert.equal("closed", err.stopped_by)
    end)
  end)

  local wrong = {
    { "without a name", function(statement) statement.name = nil end,
      "outcome 'nil': name: a string expected, got nil" },
    { "without a way to make it", function(statement) statement.make = nil end,
      "outcome 'park': make: a function expected, got nil" },
    { "without its text", function(statement) statement.shows = nil end,
      "outcome 'park': shows: a table expected, got nil" },
    { "without a move", function(statement) statement.move = nil end,
      "outcome 'park': move: a string expected, got nil" },
    { "with a move that there is not", function(statement) statement.move = "fly" end,
      "outcome 'park': move: there is no 'fly'" },
    { "that does not say whether it is counted", function(statement) statement.counted = nil end,
      "outcome 'park': counted: a boolean expected, got nil" },
    { "that stops a call by nothing", function(statement) statement.move = "stop" end,
      "outcome 'park': ends_by: stated where the move is stop, and only there" },
    { "that does not stop a call, by something", function(statement) statement.ends_by = "rule" end,
      "outcome 'park': ends_by: stated where the move is stop, and only there" },
    { "with a part that nobody knows", function(statement) statement.veto = true end,
      "outcome 'park': no part 'veto'" },
    { "with the name of another", function(statement) statement.name = "retry" end,
      "outcome 'retry': the name is taken" },
    { "with a name that its module needs", function(statement) statement.name = "is" end,
      "outcome 'is': the name is taken" },
  }
  for _, case in ipairs(wrong) do
    it("does not load " .. case[1], function()
      local statement = park()
      case[2](statement)
      assert.error_matches(function() with({ statement }, function() end) end, case[3], 1, true)
    end)
  end

  it("does not load where the machine has no function for its move", function()
    assert.error_matches(function()
      fresh(function()
        require "tencentcloud.rules.outcome".moves.fly = true
        require "tencentcloud.rules"
      end)
    end, "call/machine.lua has no move 'fly', which rules/outcome.lua names", 1, true)
  end)
end)
