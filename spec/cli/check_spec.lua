-- tcerr check: what an answer says, and what to do about it.

local cjson = require "cjson"
local command = require "spec.support.command"

local ANSWERS = "examples/answers/"

local function check(body, words)
  return command("check " .. (words or ""), { input = body })
end

local function failure(code, message)
  return cjson.encode { Response = { Error = { Code = code, Message = message }, RequestId = "req-1" } }
end

describe("tcerr check", function()
  for file, case in pairs {
    ["cvm.DescribeInstancesStatus.empty.json"] = { 0, "^Success\n.*InstanceStatusSet %(empty%), TotalCount %(0%)" },
    ["cvm.DescribeInstances.list.json"] = { 0, "^Success\n.*InstanceSet %(list of 3%)" },
    ["tms.TextModeration.pass.json"] = { 0, "Suggestion %(Pass%)" },
    ["sms.SendSms.partly.json"] =
      { 1, "^Success, but items failed\n.*1 of 2 in SendStatusSet failed:\n +LimitExceeded.PhoneNumberDailyLimit\n" },
    ["cvm.DescribeInstancesStatus.signature.json"] =
      { 1, "^Failure\n.*The provided credentials.*ed93f3cb%-f35e.*\nAuthFailure.SignatureFailure\n.*Retry%?" },
    ["cvm.DescribeZones.gateway.html"] = { 1, "^No API response\n.*gateway or proxy.*\nClientError" },
    ["cvm.DescribeZones.deprecated.json"] = { 1, "^No API response\n.*before 3.0.*\nClientError.ResponseError\n" },
  } do
    it(("ends with %d for %s, and says why"):format(case[1], file), function()
      local code, out = command { "check", ANSWERS .. file }
      assert.matches(case[2], out)
      assert.equal(case[1], code)
    end)
  end

  it("reads standard input where no file is named, and where it is -", function()
    assert.equal(0, (check '{"Response":{"RequestId":"a"}}'))
    assert.equal(0, (check('{"Response":{"RequestId":"a"}}', "-")))
    assert.matches("ClientError.EmptyBody", select(2, check ""), 1, true)
  end)

  it("tells a person at a terminal that it waits for the answer", function()
    local _, _, err = command("check", { input = "", typed = true })
    assert.matches("Ctrl-D", err, 1, true)
  end)

  it("judges another try by the action", function()
    local body = failure("InternalError", "internal error")
    assert.matches("cvm.DescribeZones only", select(2, check(body, "--action cvm.DescribeZones")), 1, true)
    assert.matches("cvm.StopInstances", select(2, check(body, "--action cvm.StopInstances")), 1, true)
  end)

  it("does not know an action that is not there", function()
    local code, _, err = check("{}", "--action cvm.StopInstance")
    assert.equal(1, code)
    assert.matches("did you mean\n       cvm.StopInstances", err, 1, true)
  end)

  it("takes the HTTP status that came with the answer", function()
    local success, cut = '{"Response":{"RequestId":"req-1"}}', '{"Response":{"A":"'
    for _, case in ipairs {
      { success, 200, 0 }, { success, 503, 1, "backoff", "Yes, after" },
      { success, 411, 1, "no", "No, the same request fails again. cvm.DescribeZones only" },
      { success, 429, 1, "throttle", "Yes, more slowly. Nothing was carried out." }, { "<html>", 404, 1, "no", "No" },
      { cut, 200, 1, "backoff", "Yes, after" }, { '{"Response":{"A":01}}', 200, 1, "no", "No" },
      { "data: {}\n\n", 500, 1, "backoff", "Yes" },
    } do
      local body, words = case[1], "--action cvm.DescribeZones --status " .. case[2]
      local code, out = check(body, words)
      assert.equal(case[3], code, out)
      if case[4] then
        assert.matches("Retry?  " .. case[5], out, 1, true)
        local said = cjson.decode((select(2, check(body, words .. " --json"))))
        assert.same({ "none", case[4], case[2] ~= 200 and "ClientError.HttpStatusCodeError" or said.code.code },
          { said.answer, said.code.retryable, said.code.code })
      end
    end
    local said = cjson.decode((select(2, check(success, "--status 500 --json"))))
    assert.equal("req-1", said.request_id)
    for status, words in pairs { ["99"] = "--status", ["1000"] = "--status", ["200.5"] = "--status",
      teapot = "'teapot'" } do
      local code, _, err = check(success, "--status " .. status)
      assert.equal(2, code)
      assert.matches(words, err, 1, true)
    end
  end)

  it("says where a text is not sound", function()
    for body, code in pairs { ['{"Response":{"Line":"\255","RequestId":"r"}}'] = 0,
      ['{"Response":{"Error":{"Code":"A","Message":"\229\189"},"RequestId":"r"}}'] = 1 } do
      local found, out = check(body)
      assert.equal(code, found)
      assert.matches("Text +not sound at line 1, column %d+ %(byte %d+%): the bytes are not\n? *UTF%-8", out)
      assert.is_nil(out:find("[\128-\255]"))
      local said = cjson.decode((select(2, check(body, "--json"))))
      assert.same({ "the bytes are not UTF-8", 1 }, { said.text_fault.what, said.text_fault.line })
      assert.matches("第 1 行.*字节不是 UTF%-8", (select(2, check(body, "--lang zh"))))
    end
    assert.matches("只有半个代理对", select(2, check('{"Response":{"A":"\\ud800"}}', "--lang zh")), 1, true)
    assert.equal(cjson.null, cjson.decode((select(2, check('{"Response":{}}', "--json")))).text_fault)
  end)

  it("prints nothing that a terminal would obey", function()
    local _, out = check(failure("FailedOperation.\27[2JX", "gone\27]0;title\7 \194\155 2K"))
    assert.not_matches("[%z\1-\9\11-\31\127]", out)
    assert.not_matches("\194\155", out, 1, true)
    _, out = check(cjson.encode { Response = { RequestId = "\27[31m", ["\27Field"] = "\27[5m" } })
    assert.not_matches("\27", out, 1, true)
  end)

  it("shows short values of a success only", function()
    local _, out = check(cjson.encode { Response = { RequestId = "a", Long = ("x"):rep(41), Short = "y", Number = 7 } })
    assert.matches("Long (string), Number (7), Short (y)", out, 1, true)
  end)

  it("counts the failed items of a batch, and names each code once", function()
    local items = {}
    for i, code in ipairs { "Ok", "InternalError", "FailedOperation.NeverHeardOf", "InternalError" } do
      items[i] = { Code = code }
    end
    local exit_code, out = check(cjson.encode { Response = { RequestId = "a", Set = items } }, "--json")
    assert.equal(1, exit_code)
    local found = cjson.decode(out)
    assert.equal("partly", found.answer)
    assert.same({ { list = "Set", failed = 3, of = 4, codes = { "InternalError", "FailedOperation.NeverHeardOf" } } },
      found.failed_items)
  end)

  it("reads an event stream to its end", function()
    local event = 'data: {"Response":{"RequestId":"a","Choices":[]}}\n\n'
    local code, out = check(event .. event .. "data: [DONE]\n\n")
    assert.equal(0, code)
    assert.matches("^Success\n  Request  a\n  Events   2\n", out)
    code, out = check(event .. "data: " .. failure("LimitExceeded.Search", "slow") .. "\n\n")
    assert.equal(1, code)
    assert.matches("^Failure\n.*LimitExceeded.Search\n", out)
  end)

  it("says where the end of an event stream cannot be told", function()
    local code, out = check('data: {"v":1}\n\n')
    assert.equal(0, code)
    assert.matches("Events   1; none says whether it is the last", out, 1, true)
    local found = cjson.decode((select(2, check('data: {"v":1}\n\n', "--json"))))
    assert.same({ "ok", 1, "end" }, { found.answer, found.events, found.ended_by })
    assert.equal(1, (check('data: {"Choices":[{"FinishReason":""}]}\n\n')))
  end)

  it("tells what the API says of a deprecated action, beside a success and a failure", function()
    local warning = "Use DescribeZones."
    local body = cjson.encode { Response = { RequestId = "a", Total = 0, DeprecatedWarning = warning } }
    local code, out = check(body)
    assert.equal(0, code)
    assert.equal("Success\n  Request  a\n  Warning  The action is deprecated: Use DescribeZones.\n"
      .. "  Fields   Total (0)\n", out)
    assert.equal(warning, cjson.decode((select(2, check(body, "--json")))).deprecated)
    body = cjson.encode { Response = { RequestId = "a", DeprecatedWarning = warning,
      Error = { Code = "InternalError", Message = "m" } } }
    code, out = check(body)
    assert.equal(1, code)
    assert.matches("\n  Warning  The action is deprecated: Use DescribeZones.\n\nInternalError\n", out, 1, true)
    assert.matches("弃用     该接口已弃用：" .. warning, (select(2, check(body, "--lang zh"))), 1, true)
    assert.equal(warning, cjson.decode((select(2, check(body, "--json")))).deprecated)
  end)

  it("gives JSON with the same keys for every answer", function()
    local keys = "{\"answer\":\"%s\",\"request_id\":.-,\"message\":.-,\"code\":.-,\"fields\":%%[.*,\"failed_items\":%%["
    for body, answer in pairs {
      ['{"Response":{"RequestId":"a","TotalCount":0}}'] = "ok",
      [failure("InternalError", "x")] = "failed",
      ["<html>"] = "none",
    } do
      local code, out = check(body, "--json")
      assert.equal(answer == "ok" and 0 or 1, code)
      assert.matches("^" .. keys:format(answer), out)
    end
    local facts = cjson.decode((select(2, check(failure("InternalError", "x"), "--json"))))
    assert.same({ "req-1", "x", "internal", "backoff" },
      { facts.request_id, facts.message, facts.code.kind, facts.code.retryable })
  end)

  it("speaks Chinese when it is asked to", function()
    local _, out = check(failure("InternalError", "x"), "--lang zh")
    assert.matches("^失败\n  信息     x\n  请求     req%-1\n", out)
    assert.matches("^成功\n", select(2, check('{"Response":{"RequestId":"a"}}', "--lang zh")))
  end)
end)
