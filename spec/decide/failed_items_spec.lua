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
  { "empty codes and those that are not text", { "Ok", "", 0, 17, false, cjson.null }, {} },
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
          assert.matches('"' .. codes[index] .. '"', cjson.encode(found[1].codes), 1, true)
        end
      end
    end)
  end

  it("have a code that is text, and neither a success's nor empty", function()
    for _, code in ipairs { "ok", "Ok", "OK", "success", "SUCCESS", "", 0, true } do
      assert.is_false(items.is_failure(code), tostring(code))
    end
    assert.is_false(items.is_failure(nil))
    for _, code in ipairs { "A", "okay", "ok.", " ok", "0" } do assert.is_true(items.is_failure(code), code) end
  end)
end)
