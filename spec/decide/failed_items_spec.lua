-- Which items of a batch have failed: the same for rules on items and for `tcerr check`. The command is not told where
-- the items are, so it leaves lists alone whose `Code` is data.

local cjson = require "cjson"
local command = require "spec.support.command"
local items = require "tencentcloud.decide.items"
local new = require "tencentcloud.rules".new
local script = require "tencentcloud.study.script"

-- Which list; the codes of its items; the indices of those that failed; for data, what the command says: nothing.
local CASES = {
  { "a batch that succeeded", { "Ok", "SUCCESS", "success", "OK" }, {} },
  { "a batch that failed in part", { "LimitExceeded.X", "success", "Whatever.Weird", "OK" }, { 1, 3 } },
  { "a batch that failed as a whole", { "FailedOperation.TemplateIncorrectOrUnapproved", "InternalError" }, { 1, 2 } },
  { "a code that only its category makes known", { "LimitExceeded.NeverHeardOf", "Never.HeardOf" }, { 1, 2 } },
  { "a code that nobody has heard of, but that is written as one", { "Whatever.Weird" }, { 1 } },
  { "a code that is not one of the API's beside a success", { "Ok", "p_cvm", "-1" }, { 2, 3 } },
  { "empty codes, and those that are null", { "Ok", "", cjson.null }, {} },
  { "numbers, and numbers as text", { "Ok", 0, 17, "0", "000000", "10012", -1 }, { 3, 6, 7 } },
  { "big numbers, and a zero with a point", { "Ok", 12345678901234, cjson.decode "[0.0]"[1], 1e20 }, { 2, 4 } },
  { "items without a code", { "none", "Ok", "Broken" }, { 3 } },
  { "only empty codes", { "", "" }, {} },
  { "codes of products, where the path says nothing of it", { "p_cvm", "p_cbs" }, { 1, 2 }, data = true },
  { "codes of countries", { "CN", "86", "" }, { 1, 2 }, data = true },
  { "types of instances", { "S5.MEDIUM4", "SA2.LARGE8" }, { 1, 2 }, data = true },
  { "names of hosts", { "www.example.com", "a.b" }, { 1, 2 }, data = true },
  { "addresses", { "https://example.com/q99j9ovp5c6s" }, { 1 }, data = true },
  { "malformed codes", { "not a code", "..", "A..B" }, { 1, 2, 3 }, data = true },
}

local function body(codes)
  local list = {}
  for i, code in ipairs(codes) do list[i] = { Code = code ~= "none" and code or nil, Index = i } end
  return cjson.encode { Response = { RequestId = "r", Set = list } }
end

-- What a rule on the items is told of.
local function heard_by_rule(text)
  local rules, heard = new(), {}
  rules:on("sms.SendSms", "*", function(failure)
    for i, item in ipairs(failure.items) do heard[i] = item.index end
  end, { items = "Set[].Code" })
  assert(script.new{ { body = text } }:call(rules, "sms.SendSms"))
  return heard
end

describe("the failed items of a batch", function()
  for _, case in ipairs(CASES) do
    local name, codes, failed = case[1], case[2], case[3]
    local text = body(codes)

    it("are the same for a rule on items: " .. name, function()
      assert.same(failed, heard_by_rule(text))
    end)

    it("are the same for tcerr check: " .. name, function()
      local exit_code, out = command("check --json", { input = text })
      local found = cjson.decode(out).failed_items
      if #failed == 0 or case.data then
        assert.same({ 0, {} }, { exit_code, found })
      else
        assert.same({ 1, #failed, #codes }, { exit_code, found[1].failed, found[1].of })
        for _, index in ipairs(failed) do
          assert.matches('"' .. items.text_of(codes[index]) .. '"', cjson.encode(found[1].codes), 1, true)
        end
      end
    end)
  end

  it("have a code that is neither a success's nor empty", function()
    local successes = { "ok", "Ok", "OK", "success", "SUCCESS", "Succeed", "succ", "", "0", "000000", 0, 0.0, true }
    for _, code in ipairs(successes) do assert.is_false(items.is_failure(code), tostring(code)) end
    for _, none in ipairs { {}, cjson.null, print } do assert.is_false(items.is_failure(none)) end
    assert.is_false(items.is_failure(nil))
    for _, code in ipairs { "A", "okay", "ok.", " ok", "1", "00001", "-0", 1, -1, 0.5, 10012, false, "false" } do
      assert.is_true(items.is_failure(code), tostring(code))
    end
  end)

  it("are those without a success's code, where the program says what successes are", function()
    local flags = { ["1"] = true, ok = true }
    for _, code in ipairs { 1, "1", "OK", 1.0 } do assert.is_false(items.is_failure(code, flags), tostring(code)) end
    for _, code in ipairs { 0, "0", "success", true, 2 } do
      assert.is_true(items.is_failure(code, flags), tostring(code))
    end
  end)

  it("have codes that read as text the same in every Lua", function()
    for text, code in pairs { ["10012"] = 10012, ["-5"] = -5, ["0"] = 0.0, ["9007199254740991"] = 9007199254740991,
      ["1.5"] = 1.5, ["1000"] = 1e3, ["true"] = true, ["A.B"] = "A.B" } do
      assert.equal(text, items.text_of(code))
    end
    assert.equal("0", items.text_of(-0.0))
  end)
end)

describe("tcerr check", function()
  local function check(response, ...)
    response.RequestId = "r"
    local exit_code, out = command({ "check", "--json", ... }, { input = cjson.encode { Response = response } })
    local found = exit_code < 2 and cjson.decode(out) or {}
    return exit_code, found.answer, found.failed_items
  end

  local BY_NUMBER = { { Code = 0, InstanceId = "a" }, { Code = 10012, InstanceId = "b" } }
  local WITH_MESSAGE = { { Code = 0, Message = "" }, { Code = 10012, Message = "locked" } }
  local FAILED = { { list = "Items", failed = 1, of = 2, codes = { "10012" } } }

  it("takes numbers for codes where the action does something, or a message is beside each", function()
    assert.same({ 1, "partly", FAILED }, { check({ Items = BY_NUMBER }, "--action", "cdb.ReleaseIsolatedDBInstances") })
    assert.same({ 1, "partly", FAILED }, { check { Items = WITH_MESSAGE } })
    assert.same({ 0, "ok", {} }, { check { Items = BY_NUMBER } })
    assert.same({ 0, "ok", {} }, { check({ Items = BY_NUMBER }, "--action", "cdb.DescribeDBInstances") })
  end)

  it("looks at an object that has a code and a message", function()
    assert.same({ 1, "partly", { { list = "Success", failed = 1, of = 1, codes = { "Failed" } } } },
      { check { Success = { Code = "Failed", Message = "no" } } })
    assert.same({ 0, "ok", {} }, { check { Success = { Code = "Success", Message = "fine" } } })
    assert.same({ 0, "ok", {} }, { check { Country = { Code = "CN", Name = "China" } } })
  end)

  it("reads where it is told to", function()
    local nested = { Data = { List = { { Result = { ErrCode = 7 } }, { Result = { ErrCode = 0 } } } } }
    assert.same({ 1, "partly", { { list = "Data.List[].Result.ErrCode", failed = 1, of = 2, codes = { "7" } } } },
      { check(nested, "--items", "Data.List[].Result.ErrCode") })
    assert.same({ 1, "unread", { { list = "Data.Lists[].Code", failed = 0, of = 1, codes = {}, unread = 1,
      why = "Data.Lists is missing" } } }, { check(nested, "--items", "Data.Lists[].Code") })
    assert.equal(2, (check(nested, "--items", "Data")))
  end)

  it("says of the documented answers of batches alone that items failed", function()
    local responses = io.open(os.getenv "DOCUMENTED_RESPONSES" or "../shared/responses/documented.jsonl")
    if not responses then return pending "the documented answers are not here" end
    local partly = {}
    for line in responses:lines() do
      local answer = cjson.decode(line)
      if answer.body:find('"Code"', 1, true) then
        local exit_code, out = command({ "check", "--json" }, { input = answer.body })
        if exit_code == 1 and cjson.decode(out).answer == "partly" then partly[answer.action] = true end
      end
    end
    responses:close()
    assert.same({ SendSms = true, SendMultiGlobalSms = true }, partly)
  end)
end)
