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
    assert.same({ 2, 4 }, { seen.items[1].index, seen.items[2].index })
    assert.same({ "FailedOperation", "+864" }, { seen.items[2].code, seen.items[2].item.PhoneNumber })
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

  it("have nothing to say of answers without the path", function()
    local rules = new()
    rules:on(ACTION, "*", tc.fail, ITEMS)
    rules:on(ACTION, "*", tc.fail, { items = "Data.List[].Status.Code" })
    for _, answer in ipairs{ {}, { SendStatusSet = "none" }, { SendStatusSet = { 1, "a" } }, sent("ok", "SUCCESS", ""),
      { SendStatusSet = { { Code = 3 }, {} } }, { Data = { List = { { Status = 4 } } } } } do
      assert.is_true(play(rules, { answer }).ok)
    end
    assert.is_nil((play(rules, { { Data = { List = { { Status = { Code = "A" } } } } } })))
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
