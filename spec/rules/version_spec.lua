-- Rules about one version of a service: they apply to calls by the plain name, which sends a version too.

local core = require "tencentcloud.core"
local new = require "tencentcloud.rules".new
local script = require "tencentcloud.study.script"
local tc = require "tencentcloud.rules.outcome"

local BODY = '{"Response":{"Error":{"Code":"%s","Message":"m"},"RequestId":"r"}}'

local function failure(action, code)
  return (core.parse(BODY:format(code), action))
end

-- What is called, a scope, and whether a rule of that scope applies. sms.SendSms is in two versions of its service.
local CASES = {
  { "cvm.RunInstances", "cvm@2017-03-12.RunInstances", true },
  { "cvm.RunInstances", "cvm@2017-03-12.Run*", true },
  { "cvm.RunInstances", "cvm@2017-03-12.*", true },
  { "cvm.RunInstances", "cvm@2016-03-12.*", false },
  { "cvm@2017-03-12.RunInstances", "cvm@2017-03-12.*", true },
  { "cvm@2016-03-12.RunInstances", "cvm@2017-03-12.*", false },
  { "cvm@2016-03-12.RunInstances", "cvm@2016-03-12.*", true },
  { "cvm@2016-03-12.RunInstances", "cvm.*", true },
  { "sms.SendSms", "sms@2021-01-11.SendSms", true },
  { "sms.SendSms", "sms@2019-07-11.SendSms", false },
  { "sms.SendSms", "sms@2019-07-11.*", false },
  { "sms@2019-07-11.SendSms", "sms@2019-07-11.Send*", true },
  { "sms@2019-07-11.SendSms", "sms@2021-01-11.Send*", false },
  { "cvm.DoSomething", "cvm@2017-03-12.*", false }, -- nothing says which version is sent
  { "cvm@2017-03-12.DoSomething", "cvm@2017-03-12.*", true },
  { "nothing.DoSomething", "cvm@2017-03-12.*", false },
}

describe("a rule about a version", function()
  for _, case in ipairs(CASES) do
    local action, scope, applies = case[1], case[2], case[3]
    local title = ("%s to %s: %s"):format(applies and "applies" or "does not apply", action, scope)

    it(title .. ", for decide, calls and explain alike", function()
      for _, outcome in ipairs{ tc.fail "mine", tc.forbid "mine", function() return tc.fail "mine" end } do
        local rules = new()
        local rule = rules:on(scope, "InternalError", outcome)
        local wanted = applies and rule or nil
        local function won(by) return by == rule and rule or nil end
        assert.equal(wanted, won(rules:decide(failure(action, "InternalError")).rule))
        assert.equal(wanted, won(rules:decide(nil, core.error{ code = "InternalError", action = action }).rule))
        assert.equal(wanted, won(rules:decide(core.error{ code = "InternalError" }, { action = action }).rule))
        local _, err = script.new{ { code = "InternalError" }, { code = "InternalError" }, { code = "InternalError" } }
          :call(rules, action)
        assert.equal(wanted, won(err.rule))
        assert.equal(wanted, won(rules:explain(action, "InternalError").winner))
        assert.equal(wanted, won(rules:explain(action, "InternalError").candidates[1].rule))
        local replayed = rules:replay{ { action = action, code = "InternalError" } }
        assert.equal(wanted, won(replayed.answers[1].rule))
        rules:off(rule)
        assert.is_nil(won(rules:decide(failure(action, "InternalError")).rule))
      end
    end)

    it(title .. ", for items of batches", function()
      local rules = new()
      local rule = rules:on(scope, "*", tc.fail, { items = "Set[].Code" })
      local _, err = script.new{ { Set = { { Code = "InternalError" } } } }:call(rules, action)
      assert.equal(applies and rule or nil, err and err.rule)
      local decision = rules:decide((core.parse('{"Response":{"Set":[{"Code":"X"}]}}', action)))
      assert.equal(applies and "fail" or "ok", decision.outcome)
    end)
  end

  it("is the version that send is told", function()
    for action, version in pairs{ ["cvm.RunInstances"] = "2017-03-12", ["sms.SendSms"] = "2021-01-11",
      ["sms@2019-07-11.SendSms"] = "2019-07-11" } do
      local service, told = action:match("^%w+"), nil
      local rules = new()
      rules:on(service .. "@" .. version .. ".*", "ok", tc.ok{ mine = true })
      local res = rules:call(function(_, context)
        told = context.version
        return '{"Response":{}}'
      end, action)
      assert.same({ version, true }, { told, res.mine })
    end
  end)

  it("comes before one without, and after a more specific one", function()
    local rules = new()
    local plain = rules:on("cvm.Run*", "InternalError", tc.fail)
    assert.equal(plain, rules:explain("cvm.RunInstances", "InternalError").winner)
    local versioned = rules:on("cvm@2017-03-12.Run*", "InternalError", tc.fail)
    local explanation = rules:explain("cvm.RunInstances", "InternalError")
    assert.same({ versioned, plain }, { explanation.candidates[1].rule, explanation.candidates[2].rule })
    assert.equal("a scope with a version comes before one without", explanation.candidates[2].why)
    local action = rules:on("cvm.RunInstances", "InternalError", tc.fail)
    assert.equal(action, rules:explain("cvm.RunInstances", "InternalError").winner)
    assert.equal(plain, rules:explain("cvm@2016-03-12.RunWhatever", "InternalError").winner)
  end)

  it("goes together with a call's own rules", function()
    local function outcome(own, action)
      local rules = new()
      rules:on("cvm@2017-03-12.*", "ResourceNotFound.A", tc.fail "by version")
      local _, err = script.new{ { code = "ResourceNotFound.A" } }:call(rules, action, {}, { rules = own })
      return err.reason
    end
    for _, action in ipairs{ "cvm.RunInstances", "cvm@2017-03-12.RunInstances" } do
      assert.equal("own", outcome({ ["ResourceNotFound.A"] = tc.fail "own" }, action))
      assert.equal("by version", outcome({ ["ResourceNotFound.*"] = tc.fail "own" }, action))
    end
  end)

  it("is in force for calls that begin after it was written, not for those under way", function()
    local rules, sent = new(), 0
    local function call()
      return rules:call(function()
        sent = sent + 1
        rules:on("cvm@2017-03-12.*", "ResourceNotFound", tc.ok{ late = true })
        return BODY:format "ResourceNotFound"
      end, "cvm.RunInstances")
    end
    assert.is_nil(call())
    rules:off(rules:list()[1])
    assert.equal(1, sent)
    rules:on("cvm@2017-03-12.Run*", "ResourceNotFound", tc.ok{ early = true })
    assert.is_true(call().early)
  end)

  it("goes by the versions of the program's own registry", function()
    local registry = core.new_registry()
    local own = setmetatable({}, { __index = function(_, name)
      local method = registry[name]
      return method and function(_, ...) return method(registry, ...) end
    end })
    function own:action(name) -- luacheck: no unused args
      return name == "shop.BuyThing" and { version = "2020-02-02" } or registry:action(name)
    end
    local rules = new{ registry = own }
    local rule = rules:on("shop@2020-02-02.*", "X", tc.fail)
    rules:on("shop@2020-02-02.*", "X", tc.fail, { items = "Set[].Code" })
    assert.equal(rule, rules:decide(core.error{ code = "X" }, { action = "shop.BuyThing" }).rule)
    assert.equal("fail", rules:decide((core.parse('{"Response":{"Set":[{"Code":"X"}]}}', "shop.BuyThing"))).outcome)
  end)

  it("counts for coverage", function()
    local rules = new{ inherit = false }
    rules:on("sms@2021-01-11.*", "#throttle", tc.retry)
    rules:on("sms@2019-07-11.*", "*", tc.retry)
    local counts = rules:coverage("sms.SendSms").total
    assert.is_true(counts.kind > 0)
    assert.equal(0, counts.any)
    counts = rules:coverage("sms@2019-07-11.SendSms").total
    assert.equal(0, counts.kind)
    assert.equal(counts.declared, counts.any)
  end)

  it("is asked for nothing of the registry where no rule is about a version", function()
    local asked = 0
    local registry = core.new_registry()
    local own = { lookup = function(_, ...) return registry:lookup(...) end, action = function(_, ...)
      asked = asked + 1
      return registry:action(...)
    end }
    local rules = new{ registry = own }
    local err = core.error{ code = "ResourceNotFound", action = "cvm.RunInstances" }
    rules:on("cvm.*", "*", tc.fail)
    rules:decide(err)
    assert.equal(0, asked)
    rules:on("cvm@2017-03-12.*", "*", tc.fail)
    rules:decide(err)
    assert.equal(1, asked)
  end)
end)

describe("lint of rules about versions", function()
  local function findings(...)
    local rules = new{ inherit = false }
    for _, rule in ipairs{ ... } do rules:on(rule[1], rule[2], rule[3] or tc.fail) end
    local list = {}
    for _, finding in ipairs(rules:lint()) do
      if finding.check == "never-wins" then
        table.insert(list, ("%s %s"):format(finding.level, finding.rule.scope))
      end
    end
    return list
  end

  it("finds a rule without a version that none of the sent versions reaches", function()
    for _, scope in ipairs{ "cvm.RunInstances", "cvm.RunInst*" } do
      assert.same({ "warning " .. scope }, findings({ scope, "InternalError" },
        { "cvm@2017-03-12.RunInstances", "*", tc.forbid }))
    end
    assert.same({ "warning cvm.RunInstances" }, findings({ "cvm.RunInstances", "InternalError" },
      { "cvm@2017-03-12.RunInstances", "InternalError" }))
    assert.same({ "warning cvm.*" }, findings({ "cvm@2017-03-12.*", "InternalError" }, { "cvm.*", "InternalError" }))
  end)

  it("finds a rule on a version that one without settles", function()
    assert.same({ "error cvm@2017-03-12.*" }, findings({ "cvm@2017-03-12.*", "InternalError" },
      { "cvm.*", "*", tc.forbid }))
  end)

  it("has nothing to say where some of the scope's actions reach the rule", function()
    assert.same({}, findings({ "cvm.*", "InternalError" }, { "cvm@2017-03-12.RunInstances", "*", tc.forbid }))
    assert.same({}, findings({ "sms.SendSms", "InternalError" }, { "sms@2019-07-11.SendSms", "InternalError" }))
    assert.same({}, findings({ "*", "InternalError" }, { "cvm@2017-03-12.*", "InternalError" }))
  end)
end)
