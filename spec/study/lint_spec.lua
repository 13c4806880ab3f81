local registry = require "spec.support.small_registry"
local rules_module = require "tencentcloud.rules"
local tc = require "tencentcloud.rules.outcome"

local kinds = {}
for position, kind in ipairs(require "tencentcloud.vocabulary".kinds) do kinds[position] = kind.name end
table.sort(kinds)

local function new(inherit)
  return rules_module.new{ registry = registry, inherit = inherit }
end

-- Rules by the small catalog's facts.
local function lint(...)
  local rules = new()
  for _, rule in ipairs{ ... } do rules:on(rule[1], rule[2], rule[3] or tc.fail, rule[4]) end
  local list = {}
  for i, finding in ipairs(rules:lint()) do
    list[i] = ("%s %s: %s"):format(finding.level, finding.check, finding.message)
  end
  return list
end

describe("lint", function()
  it("has nothing to say of sound rules", function()
    assert.same({}, lint(
      { "cvm.DescribeInstances", "InvalidInstanceId.NotFound", tc.ok },
      { "cvm.DescribeInstances", "InvalidInstanceId.*", function() end },
      { "cvm.Describe*", "InternalError", tc.retry },
      { "cls.*", "ResourceNotFound.*" },
      { "*", "#throttle", tc.retry },
      { "*", "ClientError.NetworkError", tc.retry },
      { "cvm.RunInstances", "*" },
      { "cvm.*", "ok", function() end }
    ))
  end)

  local cases = {
    { "a service that is not there", { "ecs.DescribeInstances", "*" },
      "error unknown-scope: no service ecs in the catalog" },
    { "an action that is not there", { "cvm.DescribeInstance", "*" },
      "error unknown-scope: no action cvm.DescribeInstance in the catalog; is it cvm.DescribeInstances or " ..
      "cvm.DescribeInstancesStatus?" },
    { "a prefix that no action has", { "cvm.Discribe*", "*" },
      "error unknown-scope: no action of cvm begins with Discribe" },
    { "a code that is not there", { "*", "ResourceNotFuond" },
      "error unknown-code: no code ResourceNotFuond in the catalog; is it ResourceNotFound or " ..
      "ResourceNotFound.TopicNotExist or ResourceUnavailable or ResourceUnavailable.InArrears or " ..
      "ResourcesSoldOut.SpecifiedInstanceType?" },
    { "a family that is not there", { "*", "Nothing.*" },
      "error unknown-code: no code of the family Nothing.* in the catalog" },
    { "a kind that is not there", { "*", "#throttled" },
      "error unknown-code: no kind #throttled; the kinds are " .. table.concat(kinds, ", ") },
    { "a code that only other actions declare",
      { "cvm.DescribeInstances", "OperationDenied.AccountIsolate" },
      "warning declared-elsewhere: cvm.DescribeInstances does not declare OperationDenied.AccountIsolate; it is " ..
      "declared by cls.CreateTopic, cls.DescribeTopics" },
    { "a family that only other actions declare", { "cvm.*", "OperationDenied.*" },
      "warning declared-elsewhere: cvm.* declares no code of the family OperationDenied.*; others do: " ..
      "OperationDenied.AccountIsolate (cls.CreateTopic)" },
    { "a bare code where the details are declared", { "cls.DescribeTopics", "ResourceNotFound" },
      "warning bare-code: ResourceNotFound is the bare code only; cls.DescribeTopics declares " ..
      "ResourceNotFound.TopicNotExist: for them too, write ResourceNotFound.*" },
    { "a retry that could do things twice", { "cvm.TerminateInstances", "InternalError", tc.retry },
      "warning unsafe: cvm.TerminateInstances will not be sent again for it may have been carried out; the rule has " ..
      "no effect" },
    { "a retry that needs a ClientToken", { "cvm.RunInstances", "InternalError", tc.retry },
      "note unsafe: cvm.RunInstances will not be sent again unless the request carries a ClientToken" },
    { "a retry that does things twice", { "cvm.TerminateInstances", "InternalError", tc.retry{ unsafe = true } },
      "warning unsafe: unsafe = true: cvm.TerminateInstances may be carried out twice" },
    { "the same by the rule's own option", { "cvm.TerminateInstances", "InternalError", tc.retry, { unsafe = true } },
      "warning unsafe: unsafe = true: cvm.TerminateInstances may be carried out twice" },
    { "a family with a hopeless code", { "cls.DescribeTopics", "OperationDenied.*", tc.retry },
      "warning hopeless: OperationDenied.* holds codes that no retry helps: OperationDenied.AccountIsolate; give " ..
      "them a rule of their own" },
    { "an item rule for an action that is not there",
      { "sms.SendSmss", "LimitExceeded", nil, { items = "S[].Code" } },
      "error unknown-scope: no action sms.SendSmss in the catalog; is it sms.SendSms?" },
  }
  for _, case in ipairs(cases) do
    it("finds " .. case[1], function()
      assert.same({ case[3] }, lint(case[2]))
    end)
  end

  it("calls it a note only, where the bare code is declared too", function()
    assert.same({ "note bare-code: FailedOperation is the bare code only; * declares FailedOperation.Timeout: for " ..
      "them too, write FailedOperation.*" }, lint{ "*", "FailedOperation" })
  end)

  it("does not mind a family whose hopeless codes have rules of their own", function()
    assert.same({}, lint({ "cls.DescribeTopics", "OperationDenied.*", tc.retry },
      { "cls.DescribeTopics", "OperationDenied.AccountIsolate" }))
  end)

  it("finds a rule that can never win, and names the one that does", function()
    local found = lint({ "cvm.TerminateInstances", "InvalidInstanceId.NotFound" }, { "cvm.*", "*", tc.forbid })
    assert.equal(1, #found)
    assert.matches("^error never%-wins: cvm.TerminateInstances InvalidInstanceId.NotFound can never win: all that " ..
      "it matches is settled before, by cvm.%* %* %(spec/study/lint_spec.lua:%d+%)$", found[1])
  end)

  local alive = {
    { "a family whose known codes have rules of their own: others may arrive",
      { "cls.DescribeTopics", "OperationDenied.*" }, { "cls.DescribeTopics", "OperationDenied.AccountIsolate" } },
    { "a service whose known actions have rules of their own: others may come",
      { "sms.*", "LimitExceeded" }, { "sms.SendSms", "LimitExceeded" } },
    { "an action without a version beside one with", { "cvm.RunInstances", "LimitExceeded" },
      { "cvm@2017-03-12.RunInstances", "LimitExceeded" } },
    { "a code of another kind than a veto's", { "cvm.RunInstances", "LimitExceeded" }, { "*", "#billing", tc.forbid } },
  }
  for _, case in ipairs(alive) do
    it("does not say so of " .. case[1], function()
      assert.same({}, lint(case[2], case[3]))
    end)
  end

  it("finds rules under a veto, whatever their form", function()
    for _, rule in ipairs{ { "cvm.Run*", "#throttle" }, { "cvm.*", "LimitExceeded.*" }, { "cvm.RunInstances", "*" } } do
      local found = lint(rule, { "cvm.*", "*", tc.forbid })
      assert.equal(1, #found)
      assert.matches("^error never%-wins", found[1])
    end
  end)

  it("does not say so where only a handler comes before", function()
    assert.same({}, lint({ "cvm.TerminateInstances", "InvalidInstanceId.NotFound", function() end },
      { "cvm.*", "InvalidInstanceId.NotFound" }))
  end)

  it("prints a finding as compilers do", function()
    local rules = new()
    rules:on("*", "Nothing.*", tc.fail)
    assert.matches("^spec/study/lint_spec.lua:%d+: error: no code of the family Nothing.%* in the catalog " ..
      "%[unknown%-code%]$", tostring(rules:lint()[1]))
  end)
end)
