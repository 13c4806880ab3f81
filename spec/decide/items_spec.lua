local cjson = require "cjson"
local merge = require "tencentcloud.merge"
local new = require "tencentcloud.rules".new
local script = require "tencentcloud.study.script"
local tc = require "tencentcloud.rules.outcome"

local ACTION, ITEMS = "sms.SendSms", { items = "SendStatusSet[].Code" }

-- An answer to SendSms with these codes, one for each number.
local function sent(...)
  local set = {}
  for i, code in ipairs{ ... } do set[i] = { Code = code, PhoneNumber = "+86" .. i, Message = "about " .. i } end
  return { SendStatusSet = set }
end

local function play(rules, answers, params)
  local show = script.new(answers)
  local res, err = show:call(rules, ACTION, params)
  return res, err, show
end

describe("rules on items", function()
  it("are asked about each failed item of a success", function()
    local rules, seen = new(), nil
    rules:on(ACTION, "LimitExceeded.*", function(failure) seen = failure end, ITEMS)
    local res = play(rules, { sent("Ok", "LimitExceeded.Daily", "Ok", "FailedOperation") })
    assert.is_true(res.ok, "without an opinion the success stands")
    assert.same({ false, "LimitExceeded.Daily", "LimitExceeded", "Daily", "about 2", "quota" },
      { seen.ok, seen.code, seen.category, seen.detail, seen.message, seen.kind })
    assert.equal(1, #seen.items, "those that the rule is about")
    assert.same({ 2, "SendStatusSet[].Code", "SendStatusSet[2].Code", "LimitExceeded.Daily", "about 2", "+862" },
      { seen.items[1].index, seen.items[1].path, seen.items[1].place, seen.items[1].code, seen.items[1].message,
        seen.items[1].item.PhoneNumber })
    assert.equal("partly", seen.executed)
    assert.equal(4, #seen.response.SendStatusSet)
  end)

  it("send what failed again, and not what succeeded", function()
    local rules = new()
    rules:on(ACTION, "#throttle", function(failure)
      local numbers = {}
      for _, item in ipairs(failure.items) do table.insert(numbers, item.item.PhoneNumber) end
      return tc.amend{ PhoneNumberSet = numbers }
    end, ITEMS)
    local res, _, show = play(rules, { sent("Ok", "RequestLimitExceeded", "RequestLimitExceeded"), sent("Ok", "Ok") },
      { PhoneNumberSet = { "+861", "+862", "+863" }, SignName = "x" })
    assert.is_true(res.ok)
    assert.same({ PhoneNumberSet = { "+862", "+863" }, SignName = "x" }, show.sent[2].params)
  end)

  it("may not send the whole batch again, which would repeat what succeeded", function()
    local rules = new()
    rules:on(ACTION, "#throttle", tc.retry, ITEMS)
    local _, err = play(rules, { sent("Ok", "RequestLimitExceeded") })
    assert.same({ "unsafe", "RequestLimitExceeded" }, { err.stopped_by, err.code })
  end)

  it("may not send items again that may have been carried out", function()
    local rules = new()
    rules:on(ACTION, "InternalError", tc.amend{ PhoneNumberSet = {} }, ITEMS)
    assert.equal("unsafe", select(2, play(rules, { sent("InternalError") })).stopped_by)
  end)

  it("make the call fail where they say so", function()
    local rules = new()
    rules:on(ACTION, "*", tc.fail "an item failed", ITEMS)
    local res, err = play(rules, { sent("Ok", "FailedOperation.X") })
    assert.is_nil(res)
    assert.same({ "rule", "an item failed", "FailedOperation.X", "about 2" },
      { err.stopped_by, err.reason, err.code, err.message })
    assert.is_true(err.response.ok)
  end)

  it("are told apart from rules on the action's own errors", function()
    local rules = new()
    rules:on(ACTION, "LimitExceeded", tc.fail "whole")
    rules:on(ACTION, "LimitExceeded", tc.fail "item", ITEMS)
    assert.equal("item", select(2, play(rules, { sent("LimitExceeded") })).reason)
    assert.equal("whole", select(2, play(rules, { { code = "LimitExceeded" } })).reason)
  end)

  it("come before the rules on ok, which are asked where they have no opinion", function()
    local rules = new()
    rules:on(ACTION, "ok", tc.ok "by ok")
    rules:on(ACTION, "LimitExceeded", tc.ok "by item", ITEMS)
    assert.equal("by item", (play(rules, { sent("LimitExceeded") })))
    assert.equal("by ok", (play(rules, { sent("Ok") })))
  end)

  it("may not have the same patterns twice at one path, whatever success is", function()
    local rules = new()
    rules:on(ACTION, "A", tc.fail, ITEMS)
    assert.error_matches(function() rules:on(ACTION, "A", tc.fail, { items = ITEMS.items, success = { 1 } }) end,
      "has a rule already", 1, true)
  end)

  it("can be taken away, and are listed", function()
    local rules = new()
    local rule = rules:on(ACTION, "*", tc.fail, ITEMS)
    assert.same({ rule }, rules:list())
    assert.is_true(rules:off(rule))
    assert.is_true(play(rules, { sent("A") }).ok)
    assert.same({}, rules:list())
  end)

  it("may not have the same patterns twice at one path", function()
    local rules = new()
    rules:on(ACTION, "A", tc.fail, ITEMS)
    rules:on(ACTION, "A", tc.fail, { items = "Other[].Code" })
    assert.error_matches(function() rules:on(ACTION, "A", tc.fail, ITEMS) end, "has a rule already", 1, true)
  end)
end)

-- What a rule on `*` at the path is told of: the code, and the place of each item.
local function heard(path, answer, success)
  local rules, codes, places = new(), {}, {}
  rules:on("*", "*", function(failure)
    for i, item in ipairs(failure.items) do codes[i], places[i] = item.code, item.place end
  end, { items = path, success = success })
  local res = script.new{ answer }:call(rules, "cdb.ReleaseIsolatedDBInstances")
  assert.is_true(res.ok)
  return codes, places, rules:stats().unread[1]
end

local null = cjson.null

-- Empty tables are lists.
local function encode(response)
  return (cjson.encode(response):gsub("{}", "[]"))
end

describe("a path of items", function()
  local cases = {
    { "Items[].Code", { Items = { { Code = 0 }, { Code = 10012 } } }, { 10012 }, { "Items[2].Code" } },
    { "Items[].Code", { Items = { { Code = "0" }, { Code = "10012" } } }, { "10012" }, { "Items[2].Code" } },
    { "Items[].Code", { Items = { { Code = -1 }, { Code = -1 } } }, { -1, -1 }, { "Items[1].Code", "Items[2].Code" } },
    { "Success.Code", { Success = { Code = "Failed", Message = "x" } }, { "Failed" }, { "Success.Code" } },
    { "Success.Code", { Success = { Code = "Success", Message = "x" } }, {}, {} },
    { "Data.List[].Result.Code", { Data = { List = { { Result = { Code = 1 } }, { Result = { Code = 0 } } } } }, { 1 },
      { "Data.List[1].Result.Code" } },
    { "A[].B[].Code", { A = { { B = { { Code = "X" }, { Code = "Ok" } } }, { B = {} }, { B = { { Code = "Y" } } } } },
      { "X", "Y" }, { "A[1].B[1].Code", "A[3].B[1].Code" } },
    { "A[].Success", { A = { { Success = true }, { Success = false } } }, { false }, { "A[2].Success" } },
    { "RetCode[]", { RetCode = { 0, 5, 0 } }, { 5 }, { "RetCode[2]" } },
    { "A.Codes[]", { A = { Codes = { "", "B" } } }, { "B" }, { "A.Codes[2]" } },
    { "L[].Code", { L = {} }, {}, {} },
    { "L[].Code", { L = null }, {}, {} },
    { "L[].Error.Code", { L = { { Error = null }, { Error = { Code = "A.B" } } } }, { "A.B" }, { "L[2].Error.Code" } },
    { "L[].ErrCode", { L = { { ErrCode = null }, { ErrCode = "E" } } }, { "E" }, { "L[2].ErrCode" } },
    { "data[].type", { data = { { type = "E" } } }, { "E" }, { "data[1].type" } },
  }
  for position, case in ipairs(cases) do
    it(("leads to the codes, case %d: %s"):format(position, case[1]), function()
      case[2].RequestId = "r"
      local codes, places, unread = heard(case[1], { body = encode { Response = case[2] } })
      assert.same(case[3], codes)
      assert.same(case[4], places)
      assert.is_nil(unread)
    end)
  end

  it("reads integers beyond what doubles hold", function()
    local seen
    local rules = new()
    rules:on("*", "12345678901234567890", function(failure) seen = failure.code end, { items = "L[].Code" })
    script.new{ { body = '{"Response":{"L":[{"Code":12345678901234567890}],"RequestId":"r"}}' } }
      :call(rules, "cdb.ReleaseIsolatedDBInstances")
    assert.equal("12345678901234567890", seen)
  end)

  local unreadable = {
    { "SendStatus[].Code", {}, 1, "SendStatus is missing" },
    { "L[].Code", { L = "none" }, 1, "L is no list" },
    { "L[].Code", { L = { Code = "A" } }, 1, "L is an object, not a list" },
    { "L[].Code", { L = { 1, "a" } }, 2, "L[1] is no object" },
    { "L[].Code", { L = { null } }, 1, "L[1] is no object" },
    { "L[].Code", { L = { { Cod = "A" }, { Code = "Ok" }, { Cod = "B" } } }, 2, "L[1].Code is missing" },
    { "L[].Code", { L = { { Code = null } } }, 1, "L[1].Code is null" },
    { "L[].Code", { L = { { Code = { 1 } } } }, 1, "L[1].Code is a list, not a code" },
    { "L[].Code", { L = { { Code = { A = 1 } } } }, 1, "L[1].Code is an object, not a code" },
    { "L[].ErrCod", { L = { { ErrCode = "A" } } }, 1, "L[1].ErrCod is missing" },
    { "L[].Result.Code", { L = { { Result = null } } }, 1, "L[1].Result is null" },
    { "L[].Result.Code", { L = { { Result = 5 } } }, 1, "L[1].Result is no object" },
    { "L[].Result.Code", { L = { { Result = { { Code = 1 } } } } }, 1, "L[1].Result is a list: write it with []" },
    { "Success.Code", { Success = null }, 1, "Success is null" },
    { "Success.Code", {}, 1, "Success is missing" },
    { "L[]", { L = { { 1 } } }, 1, "L[1] is a list, not a code" },
    { "L[].IsSuccess", { L = { { IsSuccess = 1 } } }, 1, "L[1].IsSuccess is a number, where 0 or 1 may be the " ..
      "success: say it by `success`" },
  }
  for position, case in ipairs(unreadable) do
    it(("that cannot be read is told, case %d: %s"):format(position, case[4]), function()
      case[2].RequestId = "r"
      local codes, _, unread = heard(case[1], { body = encode { Response = case[2] } })
      assert.same({}, codes)
      assert.same({ action = "cdb.ReleaseIsolatedDBInstances", path = case[1], answers = 1, count = case[3],
        why = case[4] }, unread)
    end)
  end

  it("that cannot be read is in the decision and in what the hook hears, and the success stands", function()
    local attempts = {}
    local rules = new{ on_attempt = function(attempt) table.insert(attempts, attempt) end }
    rules:on(ACTION, "*", tc.fail, { items = "Status[].Code" })
    local unread = { { path = "Status[].Code", count = 1, why = "Status is missing" } }
    assert.is_true((play(rules, { sent("A") })).ok)
    assert.same(unread, attempts[1].unread)
    local decision = rules:decide{ ok = true, action = ACTION, SendStatusSet = {} }
    assert.same({ "ok", unread }, { decision.outcome, decision.unread })
    assert.equal(2, rules:stats().unread[1].answers)
    assert.is_nil(rules:decide({ ok = true, action = "cvm.RunInstances" }).unread, "other actions have no such path")
  end)

  it("that can be read in part is decided on, and the rest is told", function()
    local rules = new()
    rules:on(ACTION, "*", tc.fail, ITEMS)
    local _, err = play(rules, { { SendStatusSet = { { Code = "A" }, {}, { Code = "Ok" } } } })
    assert.same({ "A", { { path = ITEMS.items, count = 1, why = "SendStatusSet[2].Code is missing" } } },
      { err.code, err.attempts[1].unread })
  end)

  it("may say what successes are", function()
    local flags = { L = { { IsSuccess = 1 }, { IsSuccess = 0 } } }
    assert.same({ 0 }, (heard("L[].IsSuccess", flags, { 1 })))
    assert.same({ "Success" }, (heard("L[].Code", { L = { { Code = "Done" }, { Code = "Success" } } }, { "done", 0 })))
    assert.same({ "ok" }, (heard("L[].Code", { L = { { Code = "ok" }, { Code = 0 } } }, { 0 })))
    local _, _, unread = heard("L[].Code", { L = { { Code = "" } } }, { 0 })
    assert.equal("L[1].Code is empty", unread.why)
    assert.same({}, (heard("L[].Code", { L = { { Code = "" } } }, { 0, "" })))
  end)
end)

describe("a rule on the code of an item", function()
  for _, code in ipairs { 10012, "10012" } do
    it(("finds the number however it is written and comes: %s"):format(type(code)), function()
      local rules = new()
      rules:on("cdb.ReleaseIsolatedDBInstances", code, tc.fail "locked", { items = "Items[].Code" })
      for _, came in ipairs { 10012, "10012", 10012.0 } do
        local _, err = script.new{ { Items = { { Code = 0 }, { Code = came, Message = "no" } } } }
          :call(rules, "cdb.ReleaseIsolatedDBInstances")
        assert.same({ "10012", "no", "locked", "partly" }, { err.code, err.message, err.reason, err.executed })
        assert.is_true(err:is "10012")
        assert.is_false(err:is "10013")
        assert.same({ 2, "10012" }, { err.items[1].index, tostring(err.items[1].code):match "^%d+" })
      end
    end)
  end

  it("may be a negative number, and only items have numbers", function()
    local rules = new()
    rules:on("*", "-1", tc.fail, { items = "L[].Code" })
    rules:on("*", -2, tc.fail, { items = "L[].Code" })
    assert.error_matches(function() rules:on("*", "10012", tc.fail) end, "a code begins with a letter", 1, true)
    assert.error_matches(function() rules:on("*", 10012, tc.fail) end, "a string expected, got number", 1, true)
    for _, malformed in ipairs { "1A", "-", "--1", "1.5", "+1", "1*" } do
      assert.error_matches(function() rules:on("*", malformed, tc.fail, { items = "L[].Code" }) end, "code", 1, true)
    end
  end)

  it("needs a path and successes that make sense", function()
    local rules = new()
    for _, path in ipairs { "", "Code", "A.", "A[]Code", "A[1].Code", "[].Code", "A[].", "A[][].Code", "A b[].C", 5 } do
      local function on() rules:on("*", "*", tc.fail, { items = path }) end
      assert.error_matches(on, "items: a path such as", 1, true)
    end
    for _, success in ipairs { {}, "Ok", { {} }, { a = 1 }, { "Ok", [3] = 1 } } do
      assert.error_matches(function() rules:on("*", "*", tc.fail, { items = "A[].B", success = success }) end,
        "success: a list of codes", 1, true)
    end
    assert.error_matches(function() rules:on("*", "*", tc.fail, { success = { 0 } }) end, "success: it is about items",
      1, true)
  end)

  it("is kept by calls that began with it, and later ones are not theirs", function()
    local rules, asked = new(), 0
    local rule
    rule = rules:on(ACTION, "RequestLimitExceeded", function()
      asked = asked + 1
      if rules:off(rule) then rules:on(ACTION, "FailedOperation", tc.fail "too late", ITEMS) end
      return tc.amend{ PhoneNumberSet = { "number " .. asked } }
    end, ITEMS)
    local show = script.new{ sent("RequestLimitExceeded"), sent("RequestLimitExceeded"), sent("FailedOperation") }
    assert.is_true(show:call(rules, ACTION, {}, { attempts = 4 }).ok)
    assert.same({ 2, 3 }, { asked, #show.sent })
    assert.equal("too late", select(2, play(rules, { sent("FailedOperation") })).reason)
  end)
end)

describe("rules on the items of one batch", function()
  local BATCH = sent("Ok", "RequestLimitExceeded", "LimitExceeded.Daily", "FailedOperation", "RequestLimitExceeded")

  -- The rules are { code, outcome or handler [, options] }.
  local function with(...)
    local rules = new()
    for _, rule in ipairs { ... } do
      rules:on(ACTION, rule[1], rule[2], { items = ITEMS.items, unsafe = rule[3] })
    end
    return rules
  end

  -- A handler that asks to send the numbers of its items again.
  local function resend(more)
    return function(failure)
      local numbers = {}
      for i, item in ipairs(failure.items) do numbers[i] = item.item.PhoneNumber end
      local params = { PhoneNumberSet = numbers }
      for key, value in pairs(more or {}) do params[key] = value end
      return tc.amend(params)
    end
  end

  local orders = {
    { { "RequestLimitExceeded", resend() }, { "LimitExceeded.*", tc.fail "fails" }, "fails", "rule" },
    { { "LimitExceeded.*", tc.ok() }, { "FailedOperation", tc.fail "fails" }, "fails", "rule" },
    { { "RequestLimitExceeded", tc.fail "fails" }, { "FailedOperation", tc.forbid "forbids" }, "forbids", "forbid" },
    { { "RequestLimitExceeded", tc.retry }, { "FailedOperation", tc.fail "fails" }, "fails", "rule" },
    { { "RequestLimitExceeded", resend() }, { "FailedOperation", tc.ignore "ignores" }, "ignores", "rule" },
    { { "RequestLimitExceeded", resend() }, { "FailedOperation", function() error "broke" end }, "broke",
      "handler_error" },
  }
  for position, case in ipairs(orders) do
    it(("do the most severe thing, in whatever order they and the items come, case %d"):format(position), function()
      local reversed = sent("RequestLimitExceeded", "FailedOperation", "LimitExceeded.Daily", "Ok")
      for _, rules in ipairs { with(case[1], case[2]), with(case[2], case[1]) } do
        for _, answer in ipairs { BATCH, reversed } do
          local res, err, show = play(rules, { answer }, {})
          assert.is_nil(res)
          assert.matches(case[3], err.reason, 1, true)
          assert.same({ case[4], 1 }, { err.stopped_by, #show.sent })
        end
      end
    end)
  end

  it("keep what each of them wanted", function()
    local rules = with({ "RequestLimitExceeded", resend() }, { "LimitExceeded.*", tc.ok() }, { "*", tc.fail "fails" })
    local decision, parts = rules:decide(merge(BATCH, { ok = true, action = ACTION })), {}
    for i, part in ipairs(decision.parts) do parts[i] = { part.rule.code, part.outcome, part.code, #part.items } end
    assert.same({ { "RequestLimitExceeded", "amend", "RequestLimitExceeded", 2 },
      { "LimitExceeded.*", "ok", "LimitExceeded.Daily", 1 }, { "*", "fail", "FailedOperation", 1 } }, parts)
    assert.equal("fail", decision.outcome)
    assert.equal(4, #decision.items)
    local stats = rules:stats()
    assert.same({}, stats.dead)
    assert.same({ RequestLimitExceeded = { fail = 1 }, ["LimitExceeded.Daily"] = { fail = 1 },
      FailedOperation = { fail = 1 } }, stats.actions[ACTION])
  end)

  it("follow an amendment beside items that are fine as they are", function()
    local rules = with({ "RequestLimitExceeded", resend() }, { "LimitExceeded.*", tc.ok() })
    local res, _, show = play(rules, { BATCH, sent("Ok", "Ok") }, { PhoneNumberSet = { "a" } })
    assert.is_true(res.ok)
    assert.same({ "+862", "+865" }, show.sent[2].params.PhoneNumberSet)
    local counts = rules:stats().actions[ACTION]
    assert.same({ { amend = 1 }, { ok = 1 } }, { counts.RequestLimitExceeded, counts["LimitExceeded.Daily"] })
  end)

  it("send the items of all amendments that differ in one list only", function()
    local rules = with({ "RequestLimitExceeded", resend() }, { "LimitExceeded.*", resend() })
    local res, _, show = play(rules, { BATCH, sent("Ok", "Ok", "Ok") }, { PhoneNumberSet = { "a" } })
    assert.is_true(res.ok)
    assert.same({ "+862", "+865", "+863" }, show.sent[2].params.PhoneNumberSet)
  end)

  for name, other in pairs {
    ["another field"] = resend { TemplateId = "9" },
    ["two lists"] = resend { TemplateParamSet = { "1" } },
    ["another outcome"] = tc.retry{ unsafe = true },
  } do
    it("fail where they want different requests, and name both: " .. name, function()
      local mine = name == "two lists" and resend { TemplateParamSet = { "1" } } or resend()
      local rules = with({ "RequestLimitExceeded", mine }, { "LimitExceeded.*", other })
      local res, err, show = play(rules, { BATCH }, {})
      assert.is_nil(res)
      assert.equal(1, #show.sent)
      assert.matches("two rules want different requests.*RequestLimitExceeded.*LimitExceeded%.%*", err.reason)
      assert.same({ "rule", "partly", 4 }, { err.stopped_by, err.executed, #err.items })
    end)
  end

  it("hear of their own items alone, once, and the next one of those they have no opinion on", function()
    local heard_by = {}
    local function listen(name, answer)
      return function(failure)
        local list = {}
        for i, item in ipairs(failure.items) do list[i] = item.index end
        table.insert(heard_by, { name, list })
        return answer
      end
    end
    play(with({ "RequestLimitExceeded", listen("exact") }, { "#throttle", listen("kind", tc.ok()) },
      { "*", listen("any", tc.ok()) }), { BATCH })
    assert.same({ { "exact", { 2, 5 } }, { "kind", { 2, 5 } }, { "any", { 3, 4 } } }, heard_by)
  end)

  it("may only be amended where all the items that the rule is about were refused", function()
    local rules = with({ "*", resend() })
    local _, err = play(rules, { sent("RequestLimitExceeded", "InternalError", "Ok") }, {})
    assert.same({ "unsafe", "partly" }, { err.stopped_by, err.executed })
    local res = play(rules, { sent("RequestLimitExceeded", "LimitExceeded.Daily"), sent("Ok", "Ok") }, {})
    assert.is_true(res.ok)
  end)

  it("are decided on at all paths together", function()
    local rules = new()
    rules:on(ACTION, "*", tc.ok(), { items = "A[].Code" })
    rules:on(ACTION, "*", tc.fail "the other", { items = "B[].Code" })
    local _, err = play(rules, { { A = { { Code = "X" } }, B = { { Code = "Y" }, { Code = 0 } } } })
    assert.same({ "the other", "Y", "A[1].Code", "B[1].Code" },
      { err.reason, err.code, err.items[1].place, err.items[2].place })
  end)
end)

describe("what was carried out of a batch", function()
  local function executed(...)
    local rules = new()
    rules:on(ACTION, "*", tc.fail, ITEMS)
    return select(2, play(rules, { sent(...) })).executed
  end

  it("is a part, where some items succeeded", function()
    assert.equal("partly", executed("Ok", "RequestLimitExceeded"))
    assert.equal("partly", executed("InternalError", "Ok"))
  end)

  it("is what the codes say, where all failed", function()
    assert.equal("no", executed("RequestLimitExceeded", "LimitExceeded.Daily"))
    assert.equal("maybe", executed("RequestLimitExceeded", "InternalError"))
    assert.equal("maybe", executed(10012))
    assert.equal("maybe", executed("RequestLimitExceeded", {}), "an item of which nothing is known")
  end)

  it("stays a part, where the rest fails as a whole afterwards", function()
    local rules = new()
    rules:on(ACTION, "#throttle", tc.amend{ PhoneNumberSet = { "+862" } }, ITEMS)
    local _, err = play(rules, { sent("Ok", "RequestLimitExceeded"), { code = "AuthFailure.SignatureFailure" } }, {})
    assert.same({ "AuthFailure.SignatureFailure", "partly", 2 }, { err.code, err.executed, err.items[1].index })
    _, err = play(rules, { { code = "AuthFailure.SignatureFailure" } }, {})
    assert.equal("no", err.executed)
    assert.is_nil(err.items)
  end)

  it("is never repeated, though all its items failed", function()
    local rules = new()
    rules:on(ACTION, "#throttle", tc.retry, ITEMS)
    local _, err, show = play(rules, { sent("RequestLimitExceeded", "RequestLimitExceeded") }, {})
    assert.same({ "unsafe", 1 }, { err.stopped_by, #show.sent })
  end)
end)

describe("any batch and any rules on its items", function()
  local CODES = { "Ok", 0, "RequestLimitExceeded", "LimitExceeded.Daily", "FailedOperation", 10012, "", false, null }
  local PATTERNS = { "RequestLimitExceeded", "LimitExceeded.*", "#throttle", "10012", "false", "*", "FailedOperation" }
  local OUTCOMES = { tc.ok(), tc.fail, tc.ignore, tc.forbid, tc.retry, tc.amend{ A = 1 }, tc.amend{ A = 2 } }
  -- What is done of several: the first of these that one rule wants.
  local SEVERITY = { "forbid", "fail", "ignore", "amend", "ok" }

  -- Random numbers that are the same under every Lua.
  local seed = 7
  local function random(n)
    seed = (seed * 16807) % 2147483647
    return seed % n + 1
  end

  local function shuffled(list)
    local copy = {}
    for i, value in ipairs(list) do table.insert(copy, random(i), value) end
    return copy
  end

  local function rules_of(list)
    local rules = new()
    for _, rule in ipairs(list) do rules:on(ACTION, rule[1], rule[2], ITEMS) end
    return rules
  end

  local function decide(list, answer)
    return rules_of(list):decide(answer)
  end

  it("decide on each failed item once, do the most severe thing, and do not depend on any order", function()
    for _ = 1, 500 do
      local chosen, set = {}, {}
      for _, pattern in ipairs(PATTERNS) do
        if random(3) == 1 then table.insert(chosen, { pattern, OUTCOMES[random(#OUTCOMES)] }) end
      end
      for i = 1, random(6) do set[i] = { Code = CODES[random(#CODES)], N = i } end
      local answer = { ok = true, action = ACTION, SendStatusSet = set }
      local decision = decide(shuffled(chosen), answer)
      local decided, wanted = {}, {}
      for _, part in ipairs(decision.parts or {}) do
        wanted[part.outcome] = true
        for _, item in ipairs(part.items) do
          assert.is_nil(decided[item.index])
          decided[item.index] = part.rule
        end
      end
      for i, item in ipairs(set) do
        local explained = item.Code ~= null and item.Code ~= ""
          and rules_of(chosen):explain(ACTION, tostring(item.Code), ITEMS).winner
        assert.equal(explained and explained.code or nil, decided[i] and decided[i].code)
      end
      local expected = "ok"
      for i = #SEVERITY, 1, -1 do
        if wanted[SEVERITY[i]] then expected = SEVERITY[i] end
      end
      if expected == "amend" and decision.outcome == "fail" then
        assert.matches("two rules want different requests", decision.reason)
      else
        assert.equal(expected, decision.outcome)
      end
      local again = decide(shuffled(chosen), { ok = true, action = ACTION, SendStatusSet = shuffled(set) })
      assert.equal(decision.outcome, again.outcome)
    end
  end)
end)
