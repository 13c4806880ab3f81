-- One verdict for one answer: what an error says of another try, and what rules do about it, are the same.

local tc = require "tencentcloud"

local READS, CHANGES = "cvm.DescribeInstances", "cvm.RunInstances"

local OUTCOMES = { no = "fail", backoff = "retry", throttle = "retry" }

-- The Error of an answer, and what rules without any of a program's own decide on it.
local function judge(...)
  local res, err = tc.parse(...)
  local decision = tc.rules():decide(res, err)
  return res and res.error or err, decision
end

local BODIES = {
  ["no body"] = "", ["a gateway's page"] = "<html>", ["a text"] = "no healthy upstream",
  ["an old API"] = '{"code":4100}',
  ["a cut-off body"] = '{"Response":{"A":"', ["a success"] = '{"Response":{"RequestId":"r"}}',
  ["an error without a code"] = '{"Response":{"Error":{"Message":"m"}}}',
}

describe("an HTTP status that is not 2xx", function()
  for name, body in pairs(BODIES) do
    it("decides whether to try again, with " .. name, function()
      for status = 100, 599 do
        if status < 200 or status > 299 then
          local expected = status == 429 and "throttle" or (status == 408 or status >= 500) and "backoff" or "no"
          local e, decision = judge(body, READS, status)
          assert.same({ "ClientError.HttpStatusCodeError", status, "client", expected, OUTCOMES[expected] },
            { e.code, e.http_status, e.kind, e.retryable, decision.outcome }, status)
          if status == 429 then assert.equal("throttle", decision.kind) end
          -- Refused is not carried out: then a request that changes something may be sent again too.
          e, decision = judge(body, CHANGES, status)
          assert.same({ expected, status == 429 and "no" or "maybe", status == 429 and "retry" or "fail" },
            { e.retryable, e.executed, decision.outcome }, status)
        end
      end
    end)
  end

  it("is the same verdict for a program's own error of it", function()
    for status, expected in pairs { [411] = "no", [429] = "throttle", [503] = "backoff" } do
      local fields = { code = "ClientError.HttpStatusCodeError", http_status = status, action = READS }
      local e = tc.error(fields)
      assert.equal(expected, e.retryable)
      assert.equal(OUTCOMES[expected], tc.rules():decide(e).outcome)
      assert.equal(OUTCOMES[expected], tc.rules():decide(fields).outcome)
      assert.equal(OUTCOMES[expected], tc.rules():decide{ ok = false, code = fields.code, http_status = status,
        action = READS }.outcome)
    end
    assert.equal("backoff", tc.error{ code = "ClientError.HttpStatusCodeError" }.retryable)
  end)

  it("leaves an error's own code its verdict", function()
    local failed = '{"Response":{"Error":{"Code":"%s","Message":""},"RequestId":"r"}}'
    for code, expected in pairs { ["AuthFailure.SecretIdNotFound"] = "fail", ["InternalError"] = "retry" } do
      for _, status in ipairs { 200, 403, 429, 500 } do
        local e, decision = judge(failed:format(code), READS, status)
        assert.same({ code, expected }, { e.code, decision.outcome })
      end
    end
  end)

  it("is that of a call too", function()
    for status, expected in pairs { [411] = 1, [429] = 3, [502] = 3 } do
      local sent = 0
      local _, err = tc.rules{ inherit = true }:call(function()
        sent = sent + 1
        return '{"Response":{"RequestId":"r","N":7}}', status
      end, READS, {}, { runtime = { sleep = function() end, now = os.time, time = os.time, random = math.random } })
      assert.same({ expected, "ClientError.HttpStatusCodeError", status, "r", 7 },
        { sent, err.code, err.http_status, err.request_id, err.response.N })
      assert.equal(OUTCOMES[err.retryable] == "retry" and "attempts" or "rule", err.stopped_by)
    end
  end)

  it("is not one that a definition of a program's own has", function()
    local registry = tc.new_registry()
    registry:define{ code = "ClientError.HttpStatusCodeError", kind = "internal", retryable = "backoff",
      override = true }
    local _, err = tc.parse("<html>", READS, 411)
    assert.equal("retry", tc.rules{ registry = registry }:decide(err).outcome)
  end)
end)

describe("a body that is not JSON", function()
  local WHOLE = { '{"Response":{"A":01}}', '{"Response":{"A":1}}}', "{'Response':{}}", "nan", "<html>",
    "502 Bad Gateway",
    '{"Response":{"A":"\n"}}', '{"Response":{"A":tru}}', '{"Response":{"A":1,}}', '{"Response":{"A":"\\x"}}',
    '{"Response":{"A":1 "B":2}}', '{"Response":' .. ("["):rep(2000), "upstream connect error" }

  it("comes again the same where its fault is not at its end", function()
    for _, body in ipairs(WHOLE) do
      local e, decision = judge(body, READS)
      assert.same({ "ClientError.ParseJsonError", "no", "fail" }, { e.code, e.retryable, decision.outcome }, body)
      assert.is_nil(e.message:find("cut off", 1, true), body)
    end
  end)

  it("is worth another try where it is cut off, after whatever byte", function()
    local body = '{"Response":{"N":-1.5e+7,"T":true,"S":"\\ud83d\\ude00\\n您","L":[null,false,{}],"RequestId":"r"}}'
    for length = 1, #body - 1 do
      local e, decision = judge(body:sub(1, length), READS)
      assert.same({ "ClientError.ParseJsonError", "backoff", "retry", length + 1 },
        { e.code, e.retryable, decision.outcome, e.offset }, body:sub(1, length))
      assert.is_truthy(e.message:find("was it cut off?", 1, true))
    end
  end)
end)

describe("an Error without a usable code", function()
  local NAMELESS = {
    { '{"Message":"boom"}', "Message is 'boom'" }, { '{"Code":4000,"Message":"boom"}', "Code is '4000'" },
    { '{"Code":"","Message":"boom"}', "Message is 'boom'" }, { '{"Code":null,"Message":"boom"}', "Message is 'boom'" },
    { '{"Code":" ","Message":""}', "Code is ' '" }, { '{"Code":"..","Message":""}', "Code is '..'" },
    { '{"Code":"\\u0020\\n.","Message":""}', "Code is " }, { '{"Code":true}', "Code is 'true'" },
    { '{"Code":{"A":1}}', "no Code such as" }, { '{"Code":["A"]}', "no Code such as" },
    { '{"Message":{"A":1}}', "no Code such as" }, { '{"Code":"","Message":"\\u0007\226\128\174"}', "Message is " },
  }
  for _, case in ipairs(NAMELESS) do
    it("is no success: " .. case[1]:gsub("[%c\128-\255]", "."), function()
      local body = ('{"Response":{"Error":%s,"Total":0,"RequestId":"r-1"}}'):format(case[1])
      local e, decision = judge(body, CHANGES)
      assert.same({ "ClientError.ResponseError", "r-1", "client", "no", "fail" },
        { e.code, e.request_id, e.kind, e.retryable, decision.outcome })
      assert.is_truthy(e.message:find(case[2], 1, true), e.message)
      assert.is_nil(e.message:find "[%c]")
      assert.is_nil(e.message:find("\226\128\174", 1, true))
      assert.equal(0, e.response.Total)
      assert.is_truthy(e.response.Error)
      assert.is_nil((tc.check(body)))
      local rules = tc.rules()
      rules:on("*", "ClientError.ResponseError", tc.ok "mine")
      assert.equal("mine", rules:call(function() return body end, CHANGES))
    end)
  end

  it("says nothing where it is empty", function()
    for _, value in ipairs { "null", "{}", '{"Code":"","Message":""}', '{"Code":null,"Message":null}', '{"Code":""}',
      '{"Message":""}', '{"Reason":"x"}' } do
      local res = assert(tc.parse(('{"Response":{"Error":%s,"RequestId":"r"}}'):format(value)))
      assert.is_true(res.ok, value)
    end
  end)

  it("quotes no more than 64 bytes of a body that can hold secrets", function()
    local body = ('{"Response":{"Error":{"Code":"","Message":"%s"}}}'):format(("s"):rep(5000))
    assert.is_true(#select(2, tc.parse(body)).message < 200)
  end)
end)

describe("a field Error that reports on a document", function()
  local BODY = '{"Response":{"Status":"Failed","Error":%s,"RequestId":"r"}}'

  it("is data where the action has one", function()
    for _, action in ipairs { "lkeap.GetReconstructDocumentResult", "lkeap.GetSplitDocumentResult",
      "lkeap@2024-05-22.GetSplitDocumentResult" } do
      for _, value in ipairs { '{"Code":"FileTooLarge","Message":"m"}', '{"Code":"","Message":"m"}' } do
        local res = assert(tc.parse(BODY:format(value), action))
        assert.same({ true, nil, "m" }, { res.ok, res.code, res.Error.Message })
        assert.is_true((tc.check(BODY:format(value), action)))
      end
    end
  end)

  it("is a failure of the request where it stands alone, and for any other action", function()
    local alone = '{"Response":{"Error":{"Code":"AuthFailure.TokenFailure","Message":"m"},"RequestId":"r"}}'
    assert.equal("AuthFailure.TokenFailure", tc.parse(alone, "lkeap.GetSplitDocumentResult").code)
    for _, beside in ipairs { '"DeprecatedWarning":"gone"', '"RequestId":"r-0"', '"Error":null' } do
      local res = tc.parse(alone:gsub('{"Error"', "{" .. beside .. ',"Error"'), "lkeap.GetSplitDocumentResult")
      assert.equal("AuthFailure.TokenFailure", res.code)
    end
    local status = tc.parse(BODY:format '{"Code":"A.B"}', "lkeap.GetSplitDocumentResult", 503)
    assert.equal("A.B", status.code)
    for _, action in ipairs { "lkeap.CreateSplitDocumentFlow", "cvm.GetSplitDocumentResult", "lkeap.", "" } do
      assert.equal("A.B", tc.parse(BODY:format '{"Code":"A.B"}', action).code)
    end
    assert.equal("A.B", tc.parse(BODY:format '{"Code":"A.B"}').code)
  end)
end)

describe("a code with a stray dot or blank at its end", function()
  for _, code in ipairs { "RequestLimitExceeded.", "RequestLimitExceeded ", "RequestLimitExceeded\\n",
    "RequestLimitExceeded. .", " RequestLimitExceeded" } do
    it(("is judged without it: %q"):format(code), function()
      local res = tc.parse(('{"Response":{"Error":{"Code":"%s","Message":""}}}'):format(code), CHANGES)
      local e = res.error
      assert.equal(code:gsub("\\n", "\n"), res.code)
      assert.same({ "throttle", "throttle", "no", "RequestLimitExceeded", nil },
        { e.kind, e.retryable, e.executed, e.category, e.detail })
      assert.is_true(e:is "RequestLimitExceeded")
      assert.is_true(e:is "#throttle")
      assert.equal("RequestLimitExceeded", e.entry.code)
      assert.equal("retry", tc.rules():decide(res).outcome)
      local rules = tc.rules()
      rules:on(CHANGES, "RequestLimitExceeded", tc.ok "seen")
      assert.equal("seen", rules:decide(res).value)
      assert.equal("seen", rules:decide{ ok = false, code = res.code, action = CHANGES }.value)
    end)
  end

  it("refreshes what has expired", function()
    for code, what in pairs { ["AuthFailure.SignatureExpire. "] = "clock",
      ["AuthFailure.TokenFailure."] = "credentials" } do
      local ordered = {}
      local res = tc.rules():call(function(_, context)
        table.insert(ordered, context.refresh or "nothing")
        return #ordered == 2 and '{"Response":{}}'
          or ('{"Response":{"Error":{"Code":"%s","Message":""}}}'):format(code)
      end, CHANGES)
      assert.same({ true, { "nothing", what } }, { res.ok, ordered })
    end
  end)

  it("is judged without it in the items of a batch too", function()
    local rules = tc.rules()
    rules:on("sms.SendSms", "LimitExceeded.*", tc.ok "some", { items = "SendStatusSet[].Code" })
    local res = tc.parse('{"Response":{"SendStatusSet":[{"Code":"Ok"},'
      .. '{"Code":"LimitExceeded.PhoneNumberDailyLimit. "}]}}', "sms.SendSms")
    assert.equal("some", rules:decide(res).value)
  end)
end)

describe("a code that is none of the API's, by a byte", function()
  local CODES = {
    ["RequestLimitExceeded.\230\130"] = "throttle", ["RequestLimitExceeded.\\ud83d"] = "throttle",
    ["RequestLimitExceeded. UinLimitExceeded"] = "throttle", ["InternalError.Foo Bar"] = "internal",
    ["InternalError." .. ("x"):rep(200)] = "internal", ["InternalError..X"] = "internal", ["\255"] = "failed",
    [".RequestLimitExceeded"] = "throttle", ["#throttle"] = "failed", ["*"] = "failed",
  }
  for code, kind in pairs(CODES) do
    it("has the verdict of its category in all places: " .. code:sub(1, 40):gsub("[%c\128-\255]", "."), function()
      local body = ('{"Response":{"Error":{"Code":"%s","Message":"m"},"RequestId":"r"}}'):format(code)
      local rules = tc.rules()
      rules:on("*", "#throttle", tc.ok "throttle")
      rules:on("*", "#internal", tc.ok "internal")
      rules:on("*", "#failed", tc.ok "failed")
      local res = tc.parse(body, READS)
      local e, seen = res.error, nil
      assert.same({ kind, true }, { e.kind, e:is("#" .. kind) })
      assert.same({ e.retryable, e.executed, e.category }, { e.entry.retryable, e.entry.executed, e.entry.category })
      assert.equal(kind, rules:decide(res).value)
      assert.equal(kind, rules:call(function() return body end, READS))
      assert.equal(kind, rules:explain(READS, res.code).kind)
      tc.rules{ on_attempt = function(attempt) seen = attempt.kind end, attempts = 1 }:call(function() return body end,
        READS)
      assert.equal(kind, seen)
    end)
  end
end)

describe("an action's name that came from outside", function()
  local NAMES = { ".", "cls.", "cls.foo", "CLS.SearchLog", "cls.Search*", "cls.*", "*", "SearchLog", "cls@1.SearchLog",
    "cls.SearchLog\n", "cls.SearchLog\0", "\27[31mred", "\255\254", "cls.\226\128\174SearchLog", ("x"):rep(70000),
    ("cls.A"):rep(300) }
  local OK, FAILED = '{"Response":{"RequestId":"r"}}', '{"Response":{"Error":{"Code":"A.B","Message":"m"}}}'

  for _, name in ipairs(NAMES) do
    it(("never raises: %q"):format(name:sub(1, 24)):gsub("%c", "."), function()
      local kept = name:sub(1, 65535)
      for _, status in ipairs { 200, 500 } do
        for _, body in ipairs { OK, FAILED, "", "<html>", "{}" } do
          local res, err = tc.parse(body, name, status)
          tc.check(body, name, status)
          local answer = res or err
          assert.equal(kept, answer.action)
          assert.is_nil(tostring(answer):find "%c")
          assert.is_nil(tostring(answer):find("\226\128\174", 1, true))
          assert.is_true(#tostring(answer) < 1000)
          local e = res and res.error or err
          if e then
            assert.equal(kept, e.action)
            assert.is_nil(tostring(e):find "[%c\255]")
            assert.is_true(e:is "*")
            assert.equal("string", type(e.kind .. e.advice .. e.description .. e.executed))
          end
        end
      end
      assert.equal(name, tc.error{ code = "A.B", action = name }.action)
    end)

    it(("matches rules for * alone: %q"):format(name:sub(1, 24)):gsub("%c", "."), function()
      local rules = tc.rules()
      rules:on("cls.*", "*", tc.ok "cls")
      rules:on("cls@2020-10-16.*", "*", tc.ok "version")
      rules:on("cls.*", "A", tc.ok "items", { items = "Set[].Code" })
      rules:on("*", "A.*", tc.ok "all")
      local res = tc.parse(FAILED, name)
      assert.equal("all", rules:decide(res).value)
      assert.equal("all", rules:decide(tc.parse(FAILED), { action = name }).value)
      assert.equal("ok", rules:decide(tc.parse(OK, name)).outcome)
      assert.equal("fail", rules:decide(nil, select(2, tc.parse("", name))).outcome)
      rules:on("*", "A.B", function(failure)
        assert.same({ name:sub(1, 65535), nil, nil, nil }, { failure.action, failure.service, failure.facts,
          failure.declared })
        return tc.ok(tostring(failure.safe))
      end)
      assert.equal("false", rules:decide(res).value)
    end)
  end

  it("is the programmer's in a call", function()
    assert.error_matches(function() tc.rules():call(function() end, "cls.foo") end, "action: write service.Action", 1,
      true)
  end)
end)
