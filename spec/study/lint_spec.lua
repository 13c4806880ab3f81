local core = require "tencentcloud.core"
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
      { "cvm.*", "ok", function() end },
      { "sms.SendSms", "LimitExceeded", tc.fail, { items = "S[].Code" } },
      { "sms.SendSms", "#throttle", tc.amend{ A = 1 }, { items = "S[].Code" } },
      { "sms.SendSms", "10012", tc.fail, { items = "S[].Code" } },
      { "sms.SendSms", "-1", tc.fail, { items = "S[].Code" } },
      { "sms.SendSms", "0", tc.fail, { items = "S[].Flag", success = { 1 } } },
      { "sms.SendSms", "FailedOperation", function() end, { items = "S[].Code", unsafe = true } },
      { "cvm.DescribeInstances", "InternalError", tc.retry{ after = 1, attempts = 2 } },
      { "cvm.DescribeInstances", "AuthFailure.SignatureExpire", tc.refresh "clock" },
      { "cvm.DescribeInstances", "ResourceUnavailable", tc.refresh "endpoint" }
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
      "error unknown-code: no kind #throttled; is it #throttle? the kinds are " .. table.concat(kinds, ", ") },
    { "a part of a kind's name", { "*", "#found" },
      "error unknown-code: no kind #found; is it #not_found? the kinds are " .. table.concat(kinds, ", ") },
    { "a part of a kind's name, for items", { "sms.SendSms", "#ternal", nil, { items = "S[].Code" } },
      "error unknown-code: no kind #ternal; is it #internal? the kinds are " .. table.concat(kinds, ", ") },
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
    { "an amendment where the last request may have been carried out",
      { "cvm.RunInstances", "InternalError", tc.amend{ Zone = "a" } },
      "warning unsafe: cvm.RunInstances will not be sent again for it may have been carried out; the rule has no " ..
      "effect" },
    { "a code of an item that the catalog does not know",
      { "sms.SendSms", "LimitExceded", nil, { items = "S[].Code" } },
      "warning unknown-code: no code LimitExceded in the catalog; is it LimitExceeded?; an item can have it all the " ..
      "same" },
    { "a family of an item's codes that is not there", { "sms.SendSms", "Nothing.*", nil, { items = "S[].Code" } },
      "warning unknown-code: no code of the family Nothing.* in the catalog; an item can have it all the same" },
    { "a rule on items that succeeded", { "sms.SendSms", "Ok", nil, { items = "S[].Code" } },
      "error never-wins: Ok is what items have that succeeded: no rule is asked about them" },
    { "a rule on items that succeeded, by number",
      { "sms.SendSms", "7", nil, { items = "S[].Code", success = { 7 } } },
      "error never-wins: 7 is what items have that succeeded: no rule is asked about them" },
    { "a batch that would be sent again as a whole",
      { "sms.SendSms", "#throttle", tc.retry, { items = "S[].Code" } },
      "warning unsafe: sms.SendSms will not be sent again as a whole, for other items may have been carried out; " ..
      "the rule has no effect: amend the request to the items that failed" },
    { "a batch that is sent again as a whole, since the rule does not mind",
      { "sms.SendSms", "RequestLimitExceeded", tc.retry, { items = "S[].Code", unsafe = true } },
      "warning unsafe: unsafe = true: sms.SendSms may be carried out twice" },
    { "an amendment for items that may have been carried out",
      { "sms.SendSms", "10012", tc.amend{ A = 1 }, { items = "S[].Code" } },
      "warning unsafe: sms.SendSms will not be sent again for it may have been carried out; the rule has no effect" },
    { "a family of an item's codes with a hopeless one",
      { "cls.DescribeTopics", "OperationDenied.*", tc.retry, { items = "S[].Code" } },
      "warning hopeless: OperationDenied.* holds codes that no retry helps: OperationDenied.AccountIsolate; give " ..
      "them a rule of their own" },
    { "a retry without a second attempt", { "cvm.DescribeInstances", "InternalError", tc.retry{ attempts = 1 } },
      "warning no-effect: attempts = 1 is the first request alone: nothing is sent again; tc.fail says so" },
    { "a backoff beside a fixed delay",
      { "cvm.DescribeInstances", "InternalError", tc.retry{ after = 1, backoff = { base = 2 } } },
      "warning no-effect: `after` is the delay: `backoff` has no effect beside it" },
    { "a wait that ends before it asks", { "cvm.DescribeInstances", "ok", tc.wait{ every = 10, deadline = 10 } },
      "warning no-effect: it waits 10 s, and the deadline is over after 10 s: it never asks again" },
    { "unsafe where nothing is sent", { "cvm.RunInstances", "LimitExceeded", tc.fail, { unsafe = true } },
      "note no-effect: unsafe = true is about sending again, and the outcome sends nothing" },
    { "unsafe where it is safe", { "cvm.DescribeInstances", "InternalError", tc.retry{ unsafe = true } },
      "note no-effect: unsafe = true has no effect: to send this again is safe" },
    { "new credentials against a quota", { "cvm.DescribeInstances", "#quota", tc.refresh "credentials" },
      "note no-effect: #quota is of the kind quota: nothing says that new credentials help" },
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

  it("finds a rule on items that can never win at its path", function()
    local one = { "sms.SendSms", "LimitExceeded", nil, { items = "S[].Code" } }
    assert.matches("never%-wins", lint(one, { "sms.*", "*", tc.forbid, { items = "S[].Code" } })[1])
    assert.same({}, lint(one, { "sms.*", "*", tc.forbid, { items = "Other[].Code" } }))
    assert.same({}, lint({ "sms.SendSms", "10012", nil, { items = "S[].Code" } },
      { "sms.*", "10013", tc.forbid, { items = "S[].Code" } }))
  end)

  it("takes no part of a kind's name for the kind, and neither does any rule", function()
    for _, kind in ipairs(kinds) do
      for first = 1, #kind do
        for last = first, #kind do
          local part = kind:sub(first, last)
          local is_kind = false
          for _, one in ipairs(kinds) do is_kind = is_kind or one == part end
          if not is_kind then
            local found = lint { "*", "#" .. part }
            assert.equal(1, #found)
            assert.matches("^error unknown%-code: no kind #" .. part .. "[;%s]", found[1])
            assert.is_false(core.code_matches("#" .. part, "A.B", kind))
            local rules = new(false)
            rules:on("*", "#" .. part, tc.fail)
            assert.is_nil(rules.set:first({}, "A.B", kind))
          end
        end
      end
    end
  end)

  it("prints a finding as compilers do", function()
    local rules = new()
    rules:on("*", "Nothing.*", tc.fail)
    assert.matches("^spec/study/lint_spec.lua:%d+: error: no code of the family Nothing.%* in the catalog " ..
      "%[unknown%-code%]$", tostring(rules:lint()[1]))
  end)
end)
