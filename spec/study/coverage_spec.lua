local registry = require "spec.support.small_registry"
local rules_module = require "tencentcloud.rules"
local tc = require "tencentcloud.rules.outcome"

local function new(inherit)
  return rules_module.new{ registry = registry, inherit = inherit }
end

describe("coverage", function()
  local rules
  before_each(function()
    rules = new()
    rules:on("cvm.*", "InvalidInstanceId.NotFound", tc.ok)
    rules:on("cvm.RunInstances", "ResourcesSoldOut.*", tc.fail)
    rules:on("*", "#quota", tc.fail)
  end)

  it("counts how closely the declared codes are handled", function()
    local coverage = rules:coverage("cvm.RunInstances")
    assert.same({ declared = 3, exact = 0, family = 1, kind = 1, any = 0, builtin = 1, none = 0 }, coverage.total)
    assert.same({ "FailedOperation" }, coverage.actions[1].missing)
  end)

  it("tells any from the built-in rules and from none", function()
    rules:on("*", "*", tc.fail)
    assert.equal(1, rules:coverage("cvm.RunInstances").total.any)
    assert.equal(3, new(false):coverage("cvm.RunInstances").total.none)
  end)

  it("sums up actions, each counted once", function()
    local coverage = rules:coverage{ "cvm.Describe*", "cvm.DescribeInstances" }
    assert.same({ 2, 3, 2, 1 },
      { #coverage.actions, coverage.total.declared, coverage.total.exact, coverage.total.builtin })
    assert.same({ "InternalError" }, coverage.actions[1].missing)
    assert.same({}, coverage.actions[2].missing)
  end)

  it("takes all actions by default", function()
    assert.equal(7, #rules:coverage().actions)
  end)

  it("prints for people", function()
    assert.equal("1 actions, 3 codes: exact 0 (0%), family 1 (33%), kind 1 (33%), any 0 (0%), builtin 1 (33%), " ..
      "none 0 (0%)", tostring(rules:coverage("cvm.RunInstances")))
    assert.matches("^0 actions, 0 codes: exact 0 %(0%%%)", tostring(rules:coverage{}))
  end)

  it("raises for what is no scope", function()
    assert.error_matches(function() rules:coverage("cvm") end, "bad argument #1 to 'coverage' (scope \"cvm\"", 1, true)
    assert.error_matches(function() rules:coverage(3) end, "a scope or a list of scopes expected", 1, true)
    assert.error_matches(function() rules:coverage{ {} } end,
      "bad argument #1 to 'coverage' (scope: a string expected, got table", 1, true)
  end)

  it("counts rules on items by themselves, at each path where the action has one", function()
    local of_items = new()
    of_items:on("sms.SendSms", "LimitExceeded", tc.fail, { items = "A[].Code" })
    of_items:on("sms.*", "*", tc.fail, { items = "B[].Code" })
    local coverage = of_items:coverage{ "sms.*", "cvm.RunInstances" }
    assert.same({ path = "A[].Code", missing = { "FailedOperation" },
      counts = { declared = 2, exact = 1, family = 0, kind = 0, any = 0, builtin = 0, none = 1 } },
      coverage.actions[1].items[1])
    assert.same({ 2, "B[].Code" }, { coverage.actions[1].items[2].counts.any, coverage.actions[1].items[2].path })
    assert.is_nil(coverage.actions[2].items)
    assert.same({ declared = 4, exact = 1, family = 0, kind = 0, any = 2, builtin = 0, none = 1 }, coverage.items)
    assert.equal(5, coverage.total.declared, "those of whole answers")
    assert.matches("; 4 codes of items: exact 1 %(25%%%)", tostring(coverage))
    assert.is_nil(new():coverage("sms.*").items)
  end)
end)
