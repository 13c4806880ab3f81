local core = require "tencentcloud.core"
local new = require "tencentcloud.rules".new
local tc = require "tencentcloud.rules.outcome"

local function failed(code, action)
  return (core.parse(('{"Response":{"Error":{"Code":"%s","Message":"told"},"RequestId":"id-1"}}'):format(code),
    action or "cvm.DescribeInstances"))
end

local function succeeded(action)
  return (core.parse('{"Response":{"TotalCount":3,"RequestId":"id-2"}}', action or "cvm.DescribeInstances"))
end

describe("rules: precedence", function()
  -- Rules as scope, code, name; the name of the one that must win.
  local cases = {
    { "the exact code before its family", { { "*", "A.B", "x" }, { "*", "A.*", "y" } }, "A.B", "x" },
    { "the longer family before the shorter", { { "*", "A.*", "x" }, { "*", "A.B.*", "y" } }, "A.B.C", "y" },
    { "a family before a kind", { { "*", "#throttle", "x" }, { "*", "RequestLimitExceeded.*", "y" } },
      "RequestLimitExceeded", "y" },
    { "a kind before any", { { "*", "*", "x" }, { "*", "#throttle", "y" } }, "RequestLimitExceeded", "y" },
    { "the code before the scope", { { "cvm.DescribeInstances", "*", "x" }, { "*", "#throttle", "y" } },
      "RequestLimitExceeded", "y" },
    { "then the action before a prefix", { { "cvm.Describe*", "A", "x" }, { "cvm.DescribeInstances", "A", "y" } },
      "A", "y" },
    { "a longer prefix before a shorter", { { "cvm.Describe*", "A", "x" }, { "cvm.DescribeInst*", "A", "y" } },
      "A", "y" },
    { "a prefix before the service", { { "cvm.*", "A", "x" }, { "cvm.Describe*", "A", "y" } }, "A", "y" },
    { "the service before any", { { "*", "A", "x" }, { "cvm.*", "A", "y" } }, "A", "y" },
    { "a bare code is not its family", { { "*", "A", "x" }, { "*", "*", "y" } }, "A.B", "y" },
    { "a family holds the bare code", { { "*", "A.*", "x" }, { "*", "*", "y" } }, "A", "x" },
    { "a family is not what merely begins like it", { { "*", "A.*", "x" }, { "*", "*", "y" } }, "AB.C", "y" },
  }
  for _, case in ipairs(cases) do
    it(case[1], function()
      local rules = new{ inherit = false }
      for _, rule in ipairs(case[2]) do rules:on(rule[1], rule[2], tc.fail(rule[3])) end
      assert.equal(case[4], rules:decide(failed(case[3])).reason)
    end)
  end

  it("a veto wins against whatever is more specific", function()
    local rules = new()
    rules:on("cvm.DescribeInstances", "RequestLimitExceeded", tc.retry)
    rules:on("*", "*", tc.forbid("closed for the night"))
    local decision = rules:decide(failed("RequestLimitExceeded"))
    assert.equal("forbid", decision.outcome)
    assert.equal("closed for the night", decision.reason)
  end)

  it("the user's rule wins against the built-in one of the same patterns", function()
    local rules = new()
    assert.equal("retry", rules:decide(failed("RequestLimitExceeded")).outcome)
    rules:on("*", "#throttle", tc.fail)
    assert.equal("fail", rules:decide(failed("RequestLimitExceeded")).outcome)
  end)

  it("a handler without an opinion lets the next candidate answer", function()
    local rules, asked = new{ inherit = false }, {}
    rules:on("*", "A.B", function() table.insert(asked, "A.B") end)
    rules:on("*", "A.*", function() table.insert(asked, "A.*") return nil end)
    rules:on("*", "*", tc.ignore)
    assert.equal("ignore", rules:decide(failed("A.B")).outcome)
    assert.same({ "A.B", "A.*" }, asked)
  end)

  it("where no rule has an opinion a failure fails, and says that none did", function()
    local decision = new{ inherit = false }:decide(failed("A.B"))
    assert.equal("fail", decision.outcome)
    assert.is_nil(decision.rule)
  end)
end)

describe("rules: decide", function()
  it("takes a success, which no rule on errors is about", function()
    local rules = new()
    rules:on("*", "*", tc.forbid)
    local decision = rules:decide(succeeded())
    assert.equal("ok", decision.outcome)
    assert.is_nil(decision.rule)
  end)

  it("gives successes to the rules on ok", function()
    local rules = new()
    rules:on("cvm.*", "ok", function(success)
      assert.is_true(success.ok)
      assert.is_nil(success.code)
      assert.is_nil(success.error)
      return success.response.TotalCount < 5 and tc.wait{ every = 3 } or nil
    end)
    local decision = rules:decide(succeeded())
    assert.equal("wait", decision.outcome)
    assert.equal(3, decision.every)
  end)

  it("takes what tc.parse returned, an error in the second place too", function()
    local rules, seen = new(), nil
    rules:on("*", "ClientError.*", function(failure) seen = failure end)
    local context = { params = {} }
    rules:decide(core.parse("{", "cvm.DescribeInstances"))
    assert.same({ "ClientError.ParseJsonError", false }, { seen.code, seen.ok })
    assert.is_nil(seen.response)
    local err = select(2, core.parse("", "cvm.RunInstances"))
    rules:decide(err, context)
    assert.same({ err, context.params }, { seen.error, seen.params })
    rules:decide(nil, err, context)
    assert.same({ "ClientError.EmptyBody", context.params }, { seen.code, seen.params })
  end)

  it("gives the outcome's options, the rule and whether sending again is safe", function()
    local rules = new()
    local rule = rules:on("cvm.*", "RequestLimitExceeded", tc.retry{ attempts = 6, after = 2 })
    local decision = rules:decide(failed("RequestLimitExceeded", "cvm.RunInstances"))
    assert.equal("retry", decision.outcome)
    assert.equal(6, decision.attempts)
    assert.equal(2, decision.after)
    assert.equal(rule, decision.rule)
    assert.is_true(decision.safe)
    assert.matches("^retry{after=2, attempts=6} by cvm%.%* RequestLimitExceeded %(.*rules_spec.lua:%d+%)$",
      tostring(decision))
  end)

  it("turns sending again into failing where it is not safe, and says so", function()
    local rules = new()
    local decision = rules:decide(failed("InternalError", "cvm.RunInstances"))
    assert.same({ "fail", "unsafe", "retry" }, { decision.outcome, decision.stopped_by, decision.said.type })
    assert.is_false(decision.safe)
  end)

  local safe = {
    { "a reading action", "InternalError", "cvm.DescribeInstances", {}, true },
    { "a writing action", "InternalError", "cvm.TerminateInstances", {}, false },
    { "a request with a ClientToken", "InternalError", "cvm.RunInstances", { ClientToken = "t" }, true },
    { "an empty ClientToken", "InternalError", "cvm.RunInstances", { ClientToken = "" }, false },
    { "throttling", "RequestLimitExceeded", "cvm.RunInstances", {}, true },
    { "authentication", "AuthFailure.TokenFailure", "cvm.RunInstances", {}, true },
    { "an action that the catalog does not know", "InternalError", "cvm.DoSomething", {}, false },
  }
  for _, case in ipairs(safe) do
    it(("calls it %s to send again: %s"):format(case[5] and "safe" or "unsafe", case[1]), function()
      local rules, seen = new(), nil
      rules:on("*", "InternalError", tc.retry)
      rules:on("*", "*", function(failure) seen = failure.safe end)
      local decision = rules:decide(failed(case[2], case[3]), { params = case[4] })
      assert.equal(case[5], decision.safe)
      rules:decide(failed("Unknown", case[3]), { params = case[4] })
      assert.is_not_nil(seen)
    end)
  end

  it("lets a rule send again all the same", function()
    local rules = new()
    rules:on("cvm.RunInstances", "InternalError", tc.retry{ unsafe = true })
    assert.equal("retry", rules:decide(failed("InternalError", "cvm.RunInstances")).outcome)
    rules:on("cvm.TerminateInstances", "InternalError", function() return tc.retry end, { unsafe = true })
    assert.equal("retry", rules:decide(failed("InternalError", "cvm.TerminateInstances")).outcome)
  end)

  it("gives handlers all that is known", function()
    local rules, seen = new{ inherit = false }, nil
    rules:on("*", "*", function(failure) seen = failure end)
    local context = { params = { Limit = 1 }, region = "ap-guangzhou", attempt = 2 }
    rules:decide(failed("InvalidSecurityGroupId.NotFound"), context)
    local expected = {
      ok = false, code = "InvalidSecurityGroupId.NotFound", category = "InvalidSecurityGroupId",
      detail = "NotFound",
      kind = "not_found", message = "told", request_id = "id-1", action = "cvm.DescribeInstances", service = "cvm",
      region = "ap-guangzhou", attempt = 2, elapsed = 0, remaining = math.huge, declared = true, safe = true,
      retryable = "no", executed = "no",
    }
    for key, value in pairs(expected) do assert.equal(value, seen[key], key) end
    assert.same({ Limit = 1 }, seen.params)
    assert.same({ {}, {} }, { seen.state, seen.history })
    assert.equal("InvalidSecurityGroupId.NotFound", seen.error.code)
    assert.is_false(seen.response.ok)
    assert.is_nil(seen.anything_else)
  end)

  local wrong = {
    { "raises", function() error("broken", 0) end, "handler: broken" },
    { "raises a table", function() error({}) end, "handler: table: " },
    { "returns something else", function() return "retry" end, "handler: it returned a string; return an outcome" },
    { "returns an outcome that is not complete", function() return tc.refresh end, "handler: say what to refresh" },
  }
  for _, case in ipairs(wrong) do
    it("fails where a handler " .. case[1], function()
      local rules = new()
      rules:on("*", "RequestLimitExceeded", case[2])
      local decision = rules:decide(failed("RequestLimitExceeded"))
      assert.same({ "fail", "handler_error" }, { decision.outcome, decision.stopped_by })
      assert.matches(case[3], decision.reason, 1, true)
    end)
  end

  it("without a known action only asks the rules on all actions", function()
    local rules = new{ inherit = false }
    rules:on("cvm.*", "A", tc.ignore)
    rules:on("*", "A", tc.ok)
    assert.equal("ok", rules:decide((core.parse('{"Response":{"Error":{"Code":"A","Message":""}}}'))).outcome)
  end)
end)

describe("rules: on and off", function()
  it("raises where the patterns have a rule already, and names both places", function()
    local rules = new()
    rules:on("cvm.*", "A.*", tc.retry)
    local line = debug.getinfo(1, "l").currentline - 1
    local ok, message = pcall(rules.on, rules, "cvm.*", "A.*", tc.fail)
    assert.is_false(ok)
    assert.matches(("rules_spec.lua:%d: bad argument #2 to 'on'"):format(line + 2), message, 1, true)
    assert.matches(("has a rule already, written at spec/rules_spec.lua:%d"):format(line), message, 1, true)
  end)

  local wrong = {
    { { "cvm", "A", tc.fail }, "bad argument #1 to 'on' (scope '" },
    { { "cvm.", "A", tc.fail }, "bad argument #1 to 'on' (scope '" },
    { { "*", "A..B", tc.fail }, "bad argument #2 to 'on' (code '" },
    { { "*", "", tc.fail }, "bad argument #2 to 'on' (code '" },
    { { nil, "A", tc.fail }, "bad argument #1 to 'on' (scope: a string expected, got nil" },
    { { "*", 4, tc.fail }, "bad argument #2 to 'on' (code: a string expected, got number" },
    { { "*", "A", nil }, "bad argument #3 to 'on' (an outcome such as tc.retry or a function expected, got nil" },
    { { "*", "A", "retry" }, "bad argument #3 to 'on' (an outcome such as tc.retry or a function expected, got str" },
    { { "*", "A", tc.refresh }, 'bad argument #3 to \'on\' (say what to refresh: tc.refresh "credentials"' },
    { { "*", "A", tc.fail, { safe = true } }, "bad argument #4 to 'on' (no option 'safe': the options are i" },
    { { "*", "A", tc.fail, { items = "Set" } }, "bad argument #4 to 'on' (items: a path such as SendStatusSet[].Code" },
    { { "*", "A", tc.fail, { items = "Set[].." } }, "bad argument #4 to 'on' (items: a path such as" },
    { { "*", "A", tc.fail, { items = "A..B[].Code" } }, "bad argument #4 to 'on' (items: a path such as" },
    { { "*", "A", tc.fail, { items = ".Set[].Code" } }, "bad argument #4 to 'on' (items: a path such as" },
    { { "*", "ok", tc.fail, { items = "Set[].Code" } }, "bad argument #2 to 'on' (code: a rule on items" },
  }
  for _, case in ipairs(wrong) do
    it("raises: " .. case[2], function()
      local given = case[1]
      local ok, message = pcall(function() new():on(given[1], given[2], given[3], given[4]) end)
      assert.is_false(ok)
      assert.matches(case[2], message, 1, true)
      assert.matches("^spec/rules_spec.lua:%d+: ", message)
    end)
  end

  it("takes a rule away, once", function()
    local rules = new{ inherit = false }
    local rule = rules:on("*", "A", tc.ignore)
    assert.is_true(rules:off(rule))
    assert.is_false(rules:off(rule))
    assert.equal("fail", rules:decide(failed("A")).outcome)
    rules:on("*", "A", tc.ok)
    assert.equal("ok", rules:decide(failed("A")).outcome)
    assert.error_matches(function() rules:off("A") end, "bad argument #1 to 'off'", 1, true)
  end)

  it("takes no rule away that another set has", function()
    local rule = new():on("sms.SendSms", "*", tc.fail, { items = "SendStatusSet[].Code" })
    assert.is_false(new():off(rule))
  end)

  it("raises for what cannot be decided on, at the caller's line", function()
    local undecidable = {
      { { 3 }, "#1 to 'decide' (a Response or an Error expected, got number" },
      { { core.null }, "#1 to 'decide' (a Response or an Error expected, got userdata" },
      { { "timeout" }, "#1 to 'decide' (a Response or an Error expected, got string; tc.parse makes one of a body" },
      { { nil, "timeout" }, "#2 to 'decide' (a Response or an Error expected, got string; tc.parse makes one" },
      { {}, "#2 to 'decide' (a Response or an Error expected, got nil" },
      { { false, core.error{ code = "A" } }, "#1 to 'decide' (a Response or an Error expected, got boolean" },
      { { function() end }, "#1 to 'decide' (a Response or an Error expected, got function" },
      { { io.stdout }, "#1 to 'decide' (a Response or an Error expected, got userdata" },
      { { coroutine.create(function() end) }, "#1 to 'decide' (a Response or an Error expected, got thread" },
      { { core.parse('{"Response":{"A":[]}}').A }, "expected, got tencentcloud.Array" },
      { { core.parse('{"Response":{"A":{"ok":true}}}').A }, "expected, got tencentcloud.Object" },
      { { core.registry:lookup "InternalError" }, "expected, got tencentcloud.ErrorCode" },
      { { core.registry:action "cvm.RunInstances" }, "expected, got tencentcloud.Action" },
      { { {} }, "#1 to 'decide' (a Response or an Error expected, got an empty table; tc.parse makes one" },
      { { { Response = { Error = { Code = "A" } } } }, "expected, got a table with Response; tc.parse" },
      { { { InstanceSet = {}, RequestId = "secret" } }, "expected, got a table with InstanceSet, RequestId; tc.parse" },
      { { { a = 1, b = 2, c = 3, d = 4, e = 5 } }, "expected, got a table with a, b, c, d, ...; tc.parse" },
      { { { "a", ["b\n"] = 1 } }, "expected, got a table with number, string; tc.parse" },
      { { { message = "m", request_id = "r" } }, "expected, got a table with message, request_id; tc.parse" },
      { { { ok = false } }, "#1 to 'decide' (code: a failure has one, but there is only ok = false" },
      { { { ok = false, err = "timeout" } }, "#1 to 'decide' (code: a failure has one" },
      { { nil, { ok = false } }, "#2 to 'decide' (code: a failure has one" },
      { { { ok = true, code = "X" } }, "#1 to 'decide' (code: a success has none, but ok is true" },
      { { { ok = "true" } }, "#1 to 'decide' (ok: true or false expected, got string" },
      { { { ok = 1, code = "X" } }, "#1 to 'decide' (ok: true or false expected, got number" },
      { { { ok = core.null } }, "#1 to 'decide' (ok: true or false expected, got userdata" },
      { { { code = core.null } }, "#1 to 'decide' (code: a string that is not empty expected" },
      { { { code = "" } }, "#1 to 'decide' (code: a string that is not empty expected" },
      { { { code = 3 } }, "#1 to 'decide' (code: a string that is not empty expected" },
      { { { code = "A", action = 3 } }, "#1 to 'decide' (action: a string expected, got number" },
      { { failed("A"), 3 }, "#2 to 'decide' (a table of what is known of the call expected, got number" },
      { { failed("A"), { action = 3 } }, "#2 to 'decide' (action: a string expected, got number" },
    }
    for _, case in ipairs(undecidable) do
      local ok, message = pcall(function() local _ = new():decide(case[1][1], case[1][2]) end)
      assert.is_false(ok)
      assert.matches("^spec/rules_spec.lua:%d+: bad argument ", message)
      assert.matches(case[2], message, 1, true)
    end
  end)

  it("decides on tables with the fields of a failure or of a success", function()
    for _, case in ipairs{ { { code = "A" }, "fail" }, { { ok = false, code = "RequestLimitExceeded" }, "retry" },
      { { ok = true }, "ok" }, { { ok = true, request_id = "r", action = "cvm.RunInstances" }, "ok" } } do
      assert.equal(case[2], new():decide(case[1]).outcome)
      assert.equal(case[2], new():decide(nil, case[1], { params = {} }).outcome)
    end
  end)

  it("decides on the error of a call", function()
    for action, outcome in pairs{ ["cvm.RunInstances"] = "fail", ["cvm.DescribeInstances"] = "retry" } do
      local _, err = new():call(function() return nil, "refused" end, action, {}, { attempts = 1 })
      assert.equal(outcome, new():decide(err).outcome)
      assert.equal(outcome, new():decide(nil, err).outcome)
    end
  end)

  it("lists the program's own rules in the order written", function()
    local rules = new()
    local first, second = rules:on("*", "B", tc.fail), rules:on("*", "A", tc.fail)
    assert.same({ first, second }, rules:list())
  end)

  it("prints how many rules the program has written", function()
    local rules = new()
    assert.equal("tencentcloud.Rules: 0 rules", tostring(rules))
    rules:on("*", "A", tc.fail)
    assert.equal("tencentcloud.Rules: 1 rule", tostring(rules))
    local rule = rules:on("*", "B", tc.fail)
    rules:on("sms.SendSms", "B", tc.fail, { items = "SendStatusSet[].Code" })
    assert.equal("tencentcloud.Rules: 3 rules", tostring(rules))
    rules:off(rule)
    assert.equal("tencentcloud.Rules: 2 rules", tostring(rules))
  end)

  it("refuses settings that it does not know or cannot use", function()
    for problem, settings in pairs{
      ["no option 'attempt'"] = { attempt = 3 },
      ["attempts: a whole number from 1 up expected, got 0"] = { attempts = 0 },
      ["deadline: a number from 0 up expected"] = { deadline = -1 },
      ["backoff: a table { base =, throttle_base =, busy_base =, cap = } of seconds expected"] =
        { backoff = { bas = 1 } },
      ["budget: an object with the method draw expected"] = { budget = {} },
      ["runtime: an object with the method sleep expected"] = { runtime = {} },
      ["on_attempt: a function expected"] = { on_attempt = 3 },
    } do
      assert.error_matches(function() new(settings) end, problem, 1, true)
    end
  end)
end)

describe("rules: built in", function()
  local cases = {
    { "RequestLimitExceeded", "cvm.RunInstances", "retry", kind = "throttle" },
    { "InternalError", "cvm.DescribeInstances", "retry" },
    { "FailedOperation.Timeout", "cls.DescribeTopics", "retry" },
    { "ResourceUnavailable", "cls.DescribeTopics", "retry" },
    { "ResourceUnavailable.InArrears", "cls.DescribeTopics", "fail" },
    { "AuthFailure.TokenFailure", "cvm.RunInstances", "refresh", what = "credentials" },
    { "AuthFailure.SignatureExpire", "cvm.RunInstances", "refresh", what = "clock" },
    { "AuthFailure.SignatureFailure", "cvm.RunInstances", "fail" },
    { "DryRunOperation", "cvm.RunInstances", "ignore" },
    { "ResourceNotFound", "cvm.DescribeInstances", "fail" },
    { "LimitExceeded", "cvm.RunInstances", "fail" },
    { "FailedOperation", "cvm.DescribeInstances", "fail" },
  }
  for _, case in ipairs(cases) do
    it(("say %s of %s"):format(case[3], case[1]), function()
      local decision = new():decide(failed(case[1], case[2]))
      assert.equal(case[3], decision.outcome)
      assert.equal(case.kind, decision.kind)
      assert.equal(case.what, decision.what)
    end)
  end

  local statuses = {
    { 502, "cvm.DescribeInstances", "retry" },
    { 502, "cvm.RunInstances", "fail" },
    { 429, "cvm.RunInstances", "retry" },
    { 404, "cvm.DescribeInstances", "fail" },
  }
  for _, case in ipairs(statuses) do
    it(("say %s of HTTP status %d to %s"):format(case[3], case[1], case[2]), function()
      assert.equal(case[3], new():decide(core.parse("<html>", case[2], case[1])).outcome)
    end)
  end

  it("send a reading request again whose answer was cut off or never came", function()
    for _, code in ipairs{ "NetworkError", "EmptyBody", "ParseJsonError" } do
      for action, what in pairs{ ["cvm.DescribeInstances"] = "retry", ["cvm.RunInstances"] = "fail" } do
        local err = core.error{ code = "ClientError." .. code, action = action }
        assert.equal(what, new():decide(err).outcome)
      end
    end
  end)

  it("are left out where they are not inherited", function()
    assert.equal("fail", new{ inherit = false }:decide(failed("RequestLimitExceeded")).outcome)
  end)
end)
