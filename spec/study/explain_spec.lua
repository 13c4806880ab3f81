local registry = require "spec.support.small_registry"
local rules_module = require "tencentcloud.rules"
local tc = require "tencentcloud.rules.outcome"

local function new(inherit)
  return rules_module.new{ registry = registry, inherit = inherit }
end

-- Candidates as words: "wins #throttle".
local function words(explanation)
  local list = {}
  for i, candidate in ipairs(explanation.candidates) do
    list[i] = ("%s %s %s"):format(candidate.verdict, candidate.rule.scope, candidate.rule.code)
  end
  return list
end

describe("explain", function()
  local function silent() end

  it("lists the candidates in order; nothing is asked after a rule without a handler", function()
    local rules = new()
    rules:on("cvm.*", "InvalidInstanceId.NotFound", silent)
    local family = rules:on("cvm.DescribeInstances", "InvalidInstanceId.*", tc.ok)
    rules:on("cvm.*", "InvalidInstanceId.*", tc.fail)
    rules:on("cls.*", "InvalidInstanceId.*", tc.fail)
    local explanation = rules:explain("cvm.DescribeInstances", "InvalidInstanceId.NotFound")
    assert.same({
      "wins cvm.* InvalidInstanceId.NotFound",
      "next cvm.DescribeInstances InvalidInstanceId.*",
      "loses cvm.* InvalidInstanceId.*",
      "loses * *",
    }, words(explanation))
    assert.equal(family, explanation.candidates[2].rule)
    assert.equal(explanation.candidates[1].rule, explanation.winner)
    assert.same({ "not_found", true, true }, { explanation.kind, explanation.declared, explanation.safe })
  end)

  local reasons = {
    { "a veto comes before everything", { "cvm.*", "*", tc.forbid }, { "cvm.RunInstances", "A.B", tc.ok } },
    { "an exact code comes before a family", { "*", "A.B", tc.ok }, { "cvm.RunInstances", "A.*", tc.ok } },
    { "a family comes before a kind", { "*", "A.*", tc.ok }, { "*", "#failed", tc.ok } },
    { "a kind comes before any code", { "*", "#failed", tc.ok }, { "*", "*", tc.ok } },
    { "a longer family comes before a shorter one", { "*", "A.B.*", tc.ok }, { "*", "A.*", tc.ok } },
    { "an action comes before a prefix", { "cvm.RunInstances", "A.B", tc.ok }, { "cvm.Run*", "A.B", tc.ok } },
    { "a prefix comes before a service", { "cvm.Run*", "A.B", tc.ok }, { "cvm.*", "A.B", tc.ok } },
    { "a service comes before any action", { "cvm.*", "A.B", tc.ok }, { "*", "A.B", tc.ok } },
    { "a longer prefix comes before a shorter one", { "cvm.Run*", "A.B", tc.ok }, { "cvm.R*", "A.B", tc.ok } },
    { "a scope with a version comes before one without", { "cvm@2017-03-12.*", "A.B", tc.ok },
      { "cvm.*", "A.B", tc.ok } },
  }
  for _, case in ipairs(reasons) do
    it("says why a rule loses: " .. case[1], function()
      local rules = new(false)
      for i = 3, 2, -1 do rules:on(case[i][1], case[i][2], case[i][3]) end
      local explanation = rules:explain("cvm@2017-03-12.RunInstances", "A.B")
      assert.same({ "", case[1] }, { explanation.candidates[1].why, explanation.candidates[2].why })
      assert.equal("loses", explanation.candidates[2].verdict)
    end)
  end

  it("says that a program's rules come before the built-in ones", function()
    local rules = new()
    rules:on("*", "*", tc.fail)
    local explanation = rules:explain("cvm.RunInstances", "Unheard")
    assert.equal("the program's own rules come before the built-in ones", explanation.candidates[2].why)
  end)

  it("calls no handler", function()
    local rules = new()
    rules:on("*", "*", function() error("called") end)
    assert.equal("wins", rules:explain("cvm.RunInstances", "Unheard").candidates[1].verdict)
  end)

  it("prints for people", function()
    local rules = new()
    rules:on("cvm.RunInstances", "ResourcesSoldOut.*", tc.fail "sold out")
    local text = tostring(rules:explain("cvm.RunInstances", "ResourcesSoldOut.SpecifiedInstanceType"))
    assert.matches("^cvm.RunInstances  ResourcesSoldOut.SpecifiedInstanceType %(sold_out, declared%)\n" ..
      " 1. wins   cvm.RunInstances ResourcesSoldOut.%*: fail{reason=sold out} %(spec/study/explain_spec.lua:%d+%)\n" ..
      " 2. loses  %* %*: fail %(built in%)\n           a family comes before any code$", text)
    assert.matches("InternalError %(internal, any action may return it%)",
      tostring(rules:explain("cvm.RunInstances", "InternalError")))
    assert.matches("not declared", tostring(rules:explain("cvm.RunInstances", "A.B")))
    assert.matches("no rule: the call fails", tostring(new(false):explain("cvm.RunInstances", "A.B")))
    assert.matches("no rule: the call succeeds", tostring(rules:explain("cvm.RunInstances", "ok")))
  end)

  it("warns where sending again would be refused", function()
    local rules, warning = new(), "sending it again is not safe"
    assert.matches(warning, tostring(rules:explain("cvm.RunInstances", "InternalError")))
    assert.not_matches(warning, tostring(rules:explain("cvm.DescribeInstances", "InternalError")))
    rules:on("cvm.RunInstances", "InternalError", tc.retry{ unsafe = true })
    assert.not_matches(warning, tostring(rules:explain("cvm.RunInstances", "InternalError")))
  end)

  it("raises for what is no action or code", function()
    local rules = new()
    assert.error_matches(function() rules:explain("cvm.*", "A") end, "bad argument #1 to 'explain' (action: ", 1, true)
    assert.error_matches(function() rules:explain("cvm.RunInstances") end, "bad argument #2 to 'explain'", 1, true)
    assert.error_matches(function() rules:explain("cvm.RunInstances", "") end,
      "bad argument #2 to 'explain' (code: write an error's code", 1, true)
  end)

  describe("of an item", function()
    local PATH = { items = "SendStatusSet[].Code" }

    local function with_items()
      local rules = new()
      rules:on("sms.SendSms", "10012", tc.fail "locked", PATH)
      rules:on("sms.*", "*", tc.amend{ A = 1 }, PATH)
      rules:on("sms.SendSms", "*", tc.retry, { items = "Other[].Code" })
      return rules
    end

    it("lists the rules on items of its path alone", function()
      local rules = with_items()
      for _, code in ipairs { 10012, "10012" } do
        local explanation = rules:explain("sms.SendSms", code, PATH)
        assert.same({ "wins sms.SendSms 10012", "loses sms.* *" }, words(explanation))
        assert.equal("an exact code comes before any code", explanation.candidates[2].why)
        assert.same({ "10012", PATH.items, false }, { explanation.code, explanation.items, explanation.item_succeeded })
      end
      assert.same({ "wins sms.SendSms *" }, words(rules:explain("sms.SendSms", "A", { items = "Other[].Code" })))
      assert.same({}, words(rules:explain("cvm.RunInstances", "A", PATH)))
      assert.same({ "wins * *" }, words(rules:explain("sms.SendSms", "LimitExceeded")))
    end)

    it("says what may not be sent again", function()
      local rules = with_items()
      local text = tostring(rules:explain("sms.SendSms", "LimitExceeded", { items = "Other[].Code" }))
      assert.matches("^sms.SendSms  LimitExceeded of an item in Other%[%]%.Code %(quota", text)
      assert.matches("sending the whole batch again is not safe", text, 1, true)
      text = tostring(rules:explain("sms.SendSms", "LimitExceeded", PATH))
      assert.not_matches("not safe", text, 1, true)
      text = tostring(rules:explain("sms.SendSms", "InternalError", PATH))
      assert.matches("not safe", text, 1, true)
    end)

    it("knows what items that succeeded have", function()
      local rules = with_items()
      for _, code in ipairs { "Ok", 0, "success" } do
        local explanation = rules:explain("sms.SendSms", code, PATH)
        assert.same({ true, 0 }, { explanation.item_succeeded, #explanation.candidates })
        assert.matches("what items that succeeded have: no rule is asked", tostring(explanation), 1, true)
      end
      rules:on("sms.SendSms", "0", tc.fail, { items = "Flags[].Success", success = { 1 } })
      assert.is_false(rules:explain("sms.SendSms", 0, { items = "Flags[].Success" }).item_succeeded)
      assert.is_true(rules:explain("sms.SendSms", 1, { items = "Flags[].Success" }).item_succeeded)
    end)

    it("is pointed at by the explanation of a success", function()
      local explanation = with_items():explain("sms.SendSms", "ok")
      assert.same({ PATH.items, "Other[].Code" }, explanation.item_paths)
      assert.matches("rules on items come first, where some failed: at SendStatusSet[].Code", tostring(explanation), 1,
        true)
      assert.same({}, with_items():explain("cvm.RunInstances", "ok").item_paths)
    end)

    it("says that the success stands where no rule is about it, and needs a path that is one", function()
      assert.matches("no rule on items: the success stands", tostring(new():explain("sms.SendSms", "A", PATH)), 1, true)
      assert.error_matches(function() new():explain("sms.SendSms", "A", { items = "Code" }) end,
        "bad argument #3 to 'explain' (items: a path such as", 1, true)
      assert.error_matches(function() new():explain("sms.SendSms", 10012) end, "code: a string expected, got number", 1,
        true)
    end)
  end)
end)
