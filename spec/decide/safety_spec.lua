-- When a request may be sent again: one table of cases, and all who ask: decisions with and without a handler, calls,
-- what handlers see, explanations, lint and the command.

local command = require "spec.support.command"
local core = require "tencentcloud.core"
local new = require "tencentcloud.rules".new
local safety = require "tencentcloud.decide.safety"
local script = require "tencentcloud.study.script"
local tc = require "tencentcloud.rules.outcome"

local registry = core.new_registry()
registry:define{ code = "Shop.TooFast", kind = "throttle", executed = "maybe" }
-- What the program knows better; everything else is as the catalog has it.
registry:define_action{ "cvm.StopInstances", idempotent = true }
registry:define_action{ "cvm.RebootInstances", client_token = true }
registry:define_action{ "cvm.DescribeZones", reads = false }
registry:define_action{ "shop.CancelOrder", idempotent = true }
registry:define_action{ "shop.ListOrders", reads = true, version = "2024-01-01" }

-- What is sent and comes back; why it may be sent again, or false; the same without its parameters, where it differs;
-- the same for a changed request, where it differs.
-- command: what tcerr says. lint: the level of its finding.
local CASES = {
  { "a reading action", "cvm.DescribeInstances", "InternalError", {}, "reads", command = "only reads" },
  { "a writing action", "cvm.TerminateInstances", "InternalError", {}, false, lint = "warning",
    command = "look before you repeat cvm.TerminateInstances" },
  { "a writing action that takes a ClientToken", "cvm.RunInstances", "InternalError", {}, false, lint = "note",
    command = "cvm.RunInstances only with the same ClientToken" },
  { "a request with a ClientToken", "cvm.RunInstances", "InternalError", { ClientToken = "t" }, "token",
    alone = false, changed = false },
  { "a ClientToken for an action that takes none", "cvm.TerminateInstances", "InternalError", { ClientToken = "t" },
    false },
  { "a ClientToken for an action that nobody knows", "cvm.DoSomething", "InternalError", { ClientToken = "t" }, false },
  { "a ClientToken for an action in a version that takes one", "cvm@2017-03-12.RunInstances", "InternalError",
    { ClientToken = "t" }, "token", alone = false, changed = false },
  { "a ClientToken of a reading action", "cvm.DescribeInstances", "InternalError", { ClientToken = "t" }, "reads" },
  { "an idempotent action", "cvm.StopInstances", "InternalError", {}, "idempotent", changed = false },
  { "an idempotent action in a version", "cvm@2017-03-12.StopInstances", "InternalError", {}, "idempotent",
    changed = false },
  { "an idempotent action that only the program knows", "shop.CancelOrder", "InternalError", {}, "idempotent",
    changed = false },
  { "a reading action that only the program knows", "shop@2024-01-01.ListOrders", "InternalError", {}, "reads" },
  { "an action that reads, but not for the program", "cvm.DescribeZones", "InternalError", {}, false,
    lint = "warning" },
  { "a ClientToken that only the program knows of", "cvm.RebootInstances", "InternalError", { ClientToken = "t" },
    "token", alone = false, changed = false, lint = "note" },
  { "a refused request of an idempotent action", "cvm.StopInstances", "RequestLimitExceeded", {}, "refused" },
  { "an empty ClientToken", "cvm.RunInstances", "InternalError", { ClientToken = "" }, false },
  { "a ClientToken that is not text", "cvm.RunInstances", "InternalError", { ClientToken = 7 }, false },
  { "throttling", "cvm.RunInstances", "RequestLimitExceeded", {}, "refused", command = "Nothing was carried out." },
  { "authentication", "cvm.RunInstances", "AuthFailure.TokenFailure", {}, "refused",
    command = "Nothing was carried out." },
  { "a refused request of a reading action", "cvm.DescribeInstances", "RequestLimitExceeded", {}, "refused" },
  { "a code of which the registry knows that nothing happens", "cvm.RunInstances", "MissingParameter", {}, "refused",
    command = "the same request fails again. Nothing was carried out." },
  { "a code that may mean a part of the work", "cvm.RunInstances", "FailedOperation", {}, false, lint = "note",
    command = "No, look first" },
  { "a code that nobody knows", "cvm.TerminateInstances", "Unheard.Of", {}, false },
  { "throttling, whatever a definition says of it", "cvm.RunInstances", "Shop.TooFast", {}, "refused" },
  { "an action that nobody knows", "cvm.DoSomething", "InternalError", {}, false },
  { "throttling of an action that nobody knows", "cvm.DoSomething", "RequestLimitExceeded", {}, "refused" },
  { "a success of a reading action", "cvm.DescribeInstances", "ok", {}, "reads" },
  { "a success of a writing action", "cvm.RunInstances", "ok", {}, false },
}

local function answer(action, code)
  if code == "ok" then return (core.parse('{"Response":{"RequestId":"r"}}', action)) end
  return (core.parse(('{"Response":{"Error":{"Code":"%s","Message":"m"},"RequestId":"r"}}'):format(code), action))
end

-- A rule set with one rule, on the case's very action and code.
local function rules_with(action, code, what, options)
  local rules = new{ registry = registry, inherit = false }
  rules:on(action, code, what, options)
  return rules
end

-- Does a call that such a rule drives send again?
local function sends_again(action, code, params, what, options)
  local first = code == "ok" and {} or { code = code }
  local show = script.new{ first, code == "ok" and { code = "Other" } or {} }
  local _, err = show:call(rules_with(action, code, what, options), action, params)
  local again, unsafe = #show.sent == 2, err ~= nil and err.stopped_by == "unsafe"
  assert.equal(again, not unsafe)
  return again
end

-- A changed request is another one.
local function is_safe(safe, changed, type)
  if type == "amend" then return changed end
  return safe
end

local OUTCOMES = { retry = tc.retry, wait = tc.wait, refresh = tc.refresh "clock", amend = tc.amend{ Zone = "b" } }

describe("whether a request may be sent again", function()
  for _, case in ipairs(CASES) do
    local name, action, code, params, reason = case[1], case[2], case[3], case[4], case[5]
    local safe, alone = reason ~= false, reason
    if case.alone ~= nil then alone = case.alone end
    local changed = safe and case.changed ~= false

    it("has a reason, or none: " .. name, function()
      local entry = code ~= "ok" and registry:lookup(code, action) or nil
      local kind = entry and entry.kind
      assert.equal(reason, safety.may_repeat(registry, action, params, entry, kind) or false)
      assert.equal(alone, safety.may_repeat(registry, action, nil, entry, kind) or false)
      -- One failed item of a batch was refused, but the batch was not.
      local of_item = reason ~= "refused" and reason or safety.may_repeat(registry, action, params) or false
      assert.equal(of_item, safety.may_repeat(registry, action, params, entry, kind, nil, true) or false)
      -- A changed request need not have in it what was carried out, of a batch either.
      for _, in_part in ipairs{ false, true } do
        assert.equal(changed and reason,
          safety.may_repeat(registry, action, params, entry, kind, OUTCOMES.amend, in_part) or false)
      end
    end)

    it("is decided with a rule's outcome: " .. name, function()
      for type, outcome in pairs(OUTCOMES) do
        local decision = rules_with(action, code, outcome):decide(answer(action, code), { params = params })
        local followed = is_safe(safe, changed, type)
        assert.equal(followed, decision.safe)
        assert.equal(followed and type or "fail", decision.outcome)
        assert.equal(not followed and "unsafe" or nil, decision.stopped_by)
      end
    end)

    it("is decided with a handler's outcome, and the handler sees it: " .. name, function()
      for type, outcome in pairs(OUTCOMES) do
        local seen
        local rules = rules_with(action, code, function(failure)
          seen = failure.safe
          return outcome
        end)
        local decision = rules:decide(answer(action, code), { params = params })
        local followed = is_safe(safe, changed, type)
        assert.same({ safe, followed, followed and type or "fail" }, { seen, decision.safe, decision.outcome })
      end
    end)

    it("holds back calls: " .. name, function()
      for type, outcome in pairs(OUTCOMES) do
        local followed = is_safe(safe, changed, type)
        assert.equal(followed, sends_again(action, code, params, outcome))
        assert.equal(followed, sends_again(action, code, params, function() return outcome end))
      end
    end)

    it("does not matter where the rule says so: " .. name, function()
      assert.is_true(sends_again(action, code, params, tc.retry{ unsafe = true }))
      assert.is_true(sends_again(action, code, params, function() return tc.retry{ unsafe = true } end))
      assert.is_true(sends_again(action, code, params, tc.refresh "clock", { unsafe = true }))
      assert.is_true(sends_again(action, code, params, function() return tc.retry end, { unsafe = true }))
    end)

    it("is explained: " .. name, function()
      local explanation = rules_with(action, code, tc.retry):explain(action, code)
      if code == "ok" then
        assert.is_nil(explanation.safe)
      else
        assert.equal(alone ~= false, explanation.safe)
        local facts = registry:action(action)
        local warning = facts and facts.has_client_token and "sending it again is not safe: only with a ClientToken"
          or "sending it again is not safe: only where the rule"
        for what, warned in pairs{ [tc.retry] = not explanation.safe, [tc.retry{ unsafe = true }] = false,
          [tc.fail] = false, [function() end] = not explanation.safe, [OUTCOMES.amend] = false } do
          local text = tostring(rules_with(action, code, what):explain(action, code))
          assert.equal(warned, text:find(warning, 1, true) ~= nil, text)
        end
        local text = tostring(rules_with(action, code, OUTCOMES.amend):explain(action, code))
        assert.equal(not changed, text:find("sending a changed request is not safe", 1, true) ~= nil, text)
      end
    end)

    if case.lint or alone then
      it("is what lint looks for: " .. name, function()
        local function level(options)
          for _, finding in ipairs(rules_with(action, code, tc.retry, options):lint()) do
            if finding.check == "unsafe" then return finding.level end
          end
          return "none"
        end
        assert.equal(case.lint or "none", level())
        assert.equal(case.lint and "warning" or "none", level{ unsafe = true })
      end)
    end

    if case.command then
      it("is what tcerr tells: " .. name, function()
        local _, out = command{ "explain", code, "--action", action }
        assert.matches(case.command, out:gsub("%s+", " "), 1, true)
      end)
    end
  end

  -- A rule on the failed item of a batch that was carried out in part.
  local BATCHES = {
    { "the whole batch", "RequestLimitExceeded", {}, tc.retry, false },
    { "the whole batch with a ClientToken", "RequestLimitExceeded", { ClientToken = "t" }, tc.retry, true,
      action = "cvm.RunInstances" },
    { "the whole batch with a ClientToken that the action does not take", "RequestLimitExceeded",
      { ClientToken = "t" }, tc.retry, false },
    { "the whole batch, where the rule says so", "RequestLimitExceeded", {}, tc.retry{ unsafe = true }, true },
    { "a changed request for what was refused", "RequestLimitExceeded", {}, tc.amend{ PhoneNumberSet = {} }, true },
    { "a changed request for what may have been done", "InternalError", {}, tc.amend{ PhoneNumberSet = {} }, false },
    { "the same with a ClientToken", "InternalError", { ClientToken = "t" }, tc.amend{ PhoneNumberSet = {} }, false,
      action = "cvm.RunInstances" },
  }
  for _, case in ipairs(BATCHES) do
    it("of a batch that failed in part: " .. case[1], function()
      local batch = { SendStatusSet = { { Code = "Ok" }, { Code = case[2] } } }
      for _, what in ipairs{ case[4], function() return case[4] end } do
        local rules = new()
        local action = case.action or "sms.SendSms"
        rules:on(action, case[2], what, { items = "SendStatusSet[].Code" })
        local show = script.new{ batch, {} }
        show:call(rules, action, case[3])
        assert.equal(case[5] and 2 or 1, #show.sent)
      end
    end)
  end

  it("of a batch is not because its items were refused: the others were carried out", function()
    local rules, seen = new(), {}
    rules:on("cvm.RunInstances", "*", function(failure) table.insert(seen, failure.safe) end,
      { items = "SendStatusSet[].Code" })
    local batch = { SendStatusSet = { { Code = "Ok" }, { Code = "RequestLimitExceeded" } } }
    script.new{ batch }:call(rules, "cvm.RunInstances")
    script.new{ batch }:call(rules, "cvm.RunInstances", { ClientToken = "t" })
    assert.same({ false, true }, seen)
  end)
end)
