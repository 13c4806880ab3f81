-- tcerr lint, coverage and replay: a program's rules from the command line.

local cjson = require "cjson"
local command = require "spec.support.command"

local RULES, DRAFT = "examples/rules/upload.lua", "examples/rules/first_draft.lua"
local ANSWERS = "examples/rules/upload.jsonl"

-- A file with this text, for as long as the test runs.
local made = {}
local function file(text)
  local name = os.tmpname()
  local stream = assert(io.open(name, "w"))
  stream:write(text)
  stream:close()
  table.insert(made, name)
  return name
end

after_each(function()
  for _, name in ipairs(made) do os.remove(name) end
  made = {}
end)

describe("a file of rules", function()
  for title, case in pairs {
    ["does not compile"] = { "return rules rules", ":1:" },
    ["fails"] = { "error 'no configuration'", "does not run: " },
    ["fails with a table"] = { "local x\nerror({})", ":2: it raised a table" },
    ["fails without a place"] = { "local x\n\nerror('no configuration', 0)", ":3: no configuration" },
    ["returns nothing"] = { "local rules", "end it with `return rules`" },
    ["returns something else"] = { "return { lint = true }", "end it with `return rules`" },
  } do
    it(("that %s is wrong usage of every command"):format(title), function()
      local name = file(case[1])
      for _, words in ipairs { { "lint", name }, { "coverage", name }, { "replay", name, ANSWERS } } do
        local code, out, err = command(words)
        assert.same({ 2, "" }, { code, out })
        assert.matches(case[2], err:gsub("%s+", " "), 1, true)
      end
    end)
  end
end)

describe("tcerr lint", function()
  it("has nothing to say of sound rules", function()
    local code, out = command { "lint", RULES }
    assert.same({ 0, "3 rules: 0 errors, 0 warnings, 0 notes\n" }, { code, out })
  end)

  it("prints a line for each finding, and ends with 1", function()
    local code, out = command { "lint", DRAFT }
    assert.equal(1, code)
    assert.matches(DRAFT .. ":7: error: no action cls.UploadLogs in the catalog", out, 1, true)
    assert.matches("\n3 rules: 1 error, 1 warning, 1 note\n", out, 1, true)
  end)

  it("leaves out what is below the level", function()
    local code, out = command { "lint", DRAFT, "--level", "error", "--json" }
    assert.equal(1, code)
    local findings = cjson.decode(out)
    assert.equal(1, #findings)
    assert.same({ "unknown-scope", "cls.UploadLogs" }, { findings[1].check, findings[1].scope })
  end)

  it("looks at rules on items", function()
    local name = file [[
      local tc = require "tencentcloud"
      local rules = tc.rules{}
      rules:on("sms.SendSms", "#throttle", tc.retry, { items = "SendStatusSet[].Code" })
      rules:on("sms.SendSms", "#ttle", tc.fail, { items = "SendStatusSet[].Code" })
      rules:on("cdb.ReleaseIsolatedDBInstances", "10012", tc.fail, { items = "Items[].Code" })
      return rules]]
    local code, out = command { "lint", name, "--json" }
    local findings = cjson.decode(out)
    assert.equal(1, code)
    assert.same({ "unsafe", "unknown-code", "SendStatusSet[].Code" },
      { findings[1].check, findings[2].check, findings[2].items })
    assert.is_nil(findings[3])
  end)

  it("ends with 0 where all findings are below the level", function()
    local name = file [[
      local tc = require "tencentcloud"
      local rules = tc.rules{}
      rules:on("cls.*", "ResourceNotFound", tc.fail)
      return rules]]
    assert.equal(1, (command { "lint", name }))
    assert.equal(0, (command { "lint", name, "--level", "warning" }))
  end)
end)

describe("tcerr coverage", function()
  it("counts the declared codes by the closest rule", function()
    local code, out = command { "coverage", RULES, "--service", "cls", "--json" }
    assert.equal(0, code)
    local found = cjson.decode(out)
    local counts = found.counts
    assert.equal(1, counts.exact)
    local close = counts.exact + counts.family + counts.kind
    assert.equal(counts.declared, close + counts.any + counts.builtin + counts.none)
    assert.near(100 * close / counts.declared, found.close_percent, 1e-6)
    assert.equal("InternalError", found.missing[1].code)
  end)

  it("counts rules on items by themselves", function()
    local name = file [[
      local tc = require "tencentcloud"
      local rules = tc.rules{}
      rules:on("sms.SendSms", "LimitExceeded.*", tc.fail, { items = "SendStatusSet[].Code" })
      return rules]]
    local found = cjson.decode((select(2, command { "coverage", name, "--service", "sms", "--json" })))
    assert.equal(0, found.counts.family)
    assert.is_true(found.items.family > 0 and found.items.declared < found.counts.declared)
    assert.matches("the closest rule on items is on", (select(2, command { "coverage", name, "--service", "sms" })), 1,
      true)
    local none = cjson.decode((select(2, command { "coverage", RULES, "--service", "sms", "--json" })))
    assert.equal(cjson.null, none.items)
  end)

  it("adds services up", function()
    local function actions(...)
      local words = { "coverage", RULES, "--json" }
      for _, service in ipairs { ... } do
        table.insert(words, "--service")
        table.insert(words, service)
      end
      return cjson.decode((select(2, command(words)))).actions
    end
    assert.equal(actions "cls" + actions "sms", actions("cls", "sms"))
  end)

  it("ends with 1 below the share that is wanted", function()
    local _, out = command { "coverage", RULES, "--service", "cls", "--json" }
    local share = math.floor(cjson.decode(out).close_percent)
    assert.equal(0, (command { "coverage", RULES, "--service", "cls", "--min", ("%d"):format(share) }))
    assert.equal(1, (command { "coverage", RULES, "--service", "cls", "--min", ("%d"):format(share + 1) }))
  end)

  it("names the commonest codes that lack a rule, or all of them", function()
    local _, some = command { "coverage", RULES, "--service", "cls" }
    local _, all = command { "coverage", RULES, "--service", "cls", "--all" }
    assert.matches("Without a rule on code, family or kind:\n +%d+  InternalError\n", some)
    assert.matches("more: --all shows them", some, 1, true)
    assert.not_matches("--all", all, 1, true)
    assert.is_true(#all > #some)
  end)

  it("does not know a service that is not there", function()
    local code, _, err = command { "coverage", RULES, "--service", "clss" }
    assert.equal(1, code)
    assert.matches("did you mean cls?", err, 1, true)
  end)
end)

describe("tcerr replay", function()
  it("says what the rules do about each answer", function()
    local code, out = command { "replay", RULES, ANSWERS, "--json" }
    assert.equal(0, code)
    local found = cjson.decode(out)
    local outcomes = {}
    for i, answer in ipairs(found.answers) do outcomes[i] = answer.outcome end
    assert.same({ "retry", "retry", "ok", "retry", "retry", "ok", "fail", "forbid" }, outcomes)
    assert.same({ RULES .. ":7", "unsafe", cjson.null },
      { found.answers[1].rule, found.answers[7].stopped_by, found.changes })
    assert.near(3.15, found.slept, 1e-6)
  end)

  it("shows the totals only, when asked", function()
    local _, out = command { "replay", RULES, ANSWERS, "--summary" }
    assert.equal("8 answers: 1 fail, 1 forbid, 2 ok, 4 retry; 3.15 s of sleep\n", out)
  end)

  it("ends with 1 where other rules decide otherwise", function()
    local code, out = command { "replay", RULES, ANSWERS, "--against", DRAFT }
    assert.equal(1, code)
    assert.matches("   8  forbid  retry  cls.UploadLog OperationDenied.AccountIsolate\n", out, 1, true)
    assert.matches("\n1 answer decided otherwise\n", out, 1, true)
    assert.equal(0, (command { "replay", RULES, ANSWERS, "--against", RULES }))
  end)

  it("stops retries where the budget is spent", function()
    local _, out = command { "replay", RULES, ANSWERS, "--budget", "0", "--json" }
    assert.equal("budget", cjson.decode(out).answers[1].stopped_by)
  end)

  it("reads standard input, empty lines and nulls", function()
    local text = '\n{"action":"cls.UploadLog","code":null}\r\n\n{"action":"cls.SearchLog","code":"InternalError"}'
    local code, out = command({ "replay", RULES, "-" , "--summary" }, { input = text })
    assert.same({ 0, "2 answers: 1 ok, 1 retry; 0.05 s of sleep\n" }, { code, out })
  end)

  it("passes over a byte-order mark", function()
    local code = command({ "replay", RULES, "-" }, { input = '\239\187\191{"action":"cls.UploadLog"}' })
    assert.equal(0, code)
  end)

  it("refuses a budget that is none", function()
    for _, budget in ipairs { "-1", "1.5" } do
      local code, _, err = command { "replay", RULES, ANSWERS, "--budget=" .. budget }
      assert.equal(2, code)
      assert.matches("budget", err, 1, true)
      assert.not_matches("bad argument", err, 1, true)
    end
  end)

  it("tells a waiting person how far it is", function()
    local _, _, err = command({ "replay", RULES, ANSWERS, "--summary" }, { progress = true })
    assert.matches("\r\27[K8 of 8 answers\r\27[K", err, 1, true)
    assert.equal("", select(3, command { "replay", RULES, ANSWERS, "--summary" }))
  end)

  for title, case in pairs {
    ["no JSON"] = { '{"action":"cls.UploadLog"}\n{', "line 2 is not a JSON object" },
    ["no object"] = { "7", "line 1 is not a JSON object" },
    ["no action"] = { "{}", "record 1: action: a string expected" },
    ["an unknown key"] = { '{"action":"cls.UploadLog","kode":"InternalError"}', "line 1: answer 1: no option 'kode'" },
    ["no action, behind empty lines"] = { '{"action":"cls.UploadLog"}\n\n\r\n{"code":"A"}',
      "line 4: record 2: action" },
    ["no object, but a list"] = { '\n["a"]', "line 2 is not a JSON object" },
    ["an unknown key in a call"] = {
      '\n{"action":"cls.A","call":1,"code":"RequestLimitExceeded"}\n\n{"action":"cls.A","call":1,"kode":"A"}',
      "line 4: answer 2: no option 'kode'" },
    ["parameters that are none"] = { '\n{"action":"cls.UploadLog"}\n{"action":"cls.UploadLog","params":3}',
      "line 3: params: a table expected" },
  } do
    it(("names the line of a recording that has %s"):format(title), function()
      local code, out, err = command({ "replay", RULES, "-" }, { input = case[1] })
      assert.same({ 2, "" }, { code, out })
      assert.matches(case[2], err:gsub("%s+", " "), 1, true)
    end)
  end
end)
