-- The command tcerr: its use, and what it says of codes, actions and services.

local cjson = require "cjson"
local cli = require "tencentcloud.cli"
local command = require "spec.support.command"
local tencentcloud = require "tencentcloud"
local vocabulary = require "tencentcloud.vocabulary"

describe("tcerr", function()
  it("shows its help, and that of every command with examples", function()
    local code, help = command "--help"
    assert.equal(0, code)
    for _, name in ipairs(cli.COMMANDS) do
      assert.matches("\n   " .. name .. " ", help, 1, true)
      local own_code, own = command { name, "--help" }
      assert.equal(0, own_code)
      assert.matches("Usage: tcerr " .. name, own, 1, true)
      assert.matches("\nExamples:\n  tcerr " .. name, own, 1, true)
      assert.matches("--json", own, 1, true)
      for line in own:gmatch "[^\n]+" do assert.is_true(#line <= 80, line) end
    end
  end)

  it("prints its version, and which Lua runs it", function()
    local code, text = command "--version"
    assert.equal(0, code)
    assert.equal(("tcerr %s (%s)\n"):format(tencentcloud._VERSION, jit and jit.version or _VERSION), text)
  end)

  for title, case in pairs {
    ["no command"] = { "", "Usage: tcerr" },
    ["an unknown command"] = { "explan X", "Did you mean 'explain'?" },
    ["an unknown option"] = { "explain X --acton a", "unknown option '--acton'" },
    ["a missing argument"] = { "explain", "missing argument 'code'" },
    ["a malformed code"] = { { "explain", "x y" }, "code 'x y' is malformed" },
    ["a service in place of an action"] = { "codes cls", '"tcerr actions cls" lists' },
    ["a language that it does not speak"] = { "explain A.B --lang fr", "must be one of 'en', 'zh'" },
    ["a kind that there is not"] = { "codes cls.UploadLog --kind trottle", "must be one of 'auth'" },
    ["a file that is not there"] = { "check no/such/file", "no/such/file: No such file" },
    ["a directory"] = { "check spec", "spec: Is a directory" },
  } do
    it(("says on standard error what is wrong with %s, and ends with 2"):format(title), function()
      local code, out, err = command(case[1])
      assert.equal(2, code)
      assert.equal("", out)
      assert.matches(case[2], err:gsub("%s+", " "), 1, true)
    end)
  end

  it("uses colour only where it is wanted", function()
    assert.not_matches("\27", select(2, command "explain InternalError"), 1, true)
    assert.matches("\27[1mInternalError\27[0m", select(2, command("explain InternalError", { colour = true })), 1, true)
  end)
end)

describe("tcerr explain", function()
  it("explains a code that is written in other letters, upper or lower case", function()
    for _, name in ipairs { "authfailure.signaturefailure", "AUTHFAILURE.SIGNATUREFAILURE" } do
      local code, out = command { "explain", name }
      assert.equal(1, code)
      assert.matches("^" .. name .. "\n  This code is not in the catalog. It is written AuthFailure.SignatureFailure:\n"
        .. "\nAuthFailure.SignatureFailure\n  auth: ", out)
      assert.not_matches("Judged by its name", out, 1, true)
      code, out = command { "explain", name, "--json" }
      assert.equal(1, code)
      assert.same({ "AuthFailure.SignatureFailure" }, cjson.decode(out).suggestions)
    end
  end)

  it("advises on signatures and tokens of pages by what mostly is wrong", function()
    for language, wanted in pairs { en = { "stray blanks", "UTC date" }, zh = { "空格", "UTC 日期" } } do
      local _, out = command { "explain", "AuthFailure.SignatureFailure", "--lang", language, "--json" }
      for _, word in ipairs(wanted) do assert.matches(word, cjson.decode(out).advice, 1, true) end
    end
    local found = cjson.decode((select(2, command "explain InvalidParameter.PaginationTokenInvalid --json")))
    assert.matches("first page", found.advice, 1, true)
    for _, name in ipairs { "FailedOperation.PaginationTokenExpired", "AuthFailure.PaginationTokenInvalid" } do
      found = cjson.decode((select(2, command { "explain", name, "--json" })))
      assert.same({ "parameter", "no" }, { found.kind, found.retryable })
    end
  end)

  for title, case in pairs {
    ["that any action may return a common code"] = { "RequestLimitExceeded", "From Any action may return it." },
    ["that a request that was throttled did nothing"] =
      { "RequestLimitExceeded", "Retry? Yes, more slowly. Nothing was carried out." },
    ["that new credentials may help"] =
      { "AuthFailure.SignatureExpire", "Retry? Yes, once, with new credentials or a synchronized clock. Nothing" },
    ["that the same request fails again"] = { "MissingParameter", "Retry? No, the same request fails again. Nothing" },
    ["that one must look first"] = { "FailedOperation", "Retry? No, look first" },
    ["that a dry run would have succeeded"] = { "DryRunOperation", "Retry? No need, it would have succeeded." },
    ["that an action that reads changed nothing"] = { "FailedOperation --action cvm.DescribeInstances",
      "Retry? No, the same request fails again. cvm.DescribeInstances only reads: nothing was changed. Do Read the" },
    ["that an action that reads may be repeated"] =
      { "InternalError --action cvm.DescribeInstances", "cvm.DescribeInstances only reads: to repeat it is safe" },
    ["that a ClientToken makes an action safe"] =
      { "InternalError --action cvm.RunInstances", "cvm.RunInstances only with the same ClientToken." },
    ["that others must be looked at first"] =
      { "InternalError --action cvm.TerminateInstances", "look before you repeat cvm.TerminateInstances." },
    ["that it does not know what the action does"] =
      { "InternalError", "only if it reads, or with the same ClientToken" },
    ["that the action declares it"] =
      { "FailedOperation.Timeout --action cls.UploadLog", "From cls.UploadLog declares it." },
    ["that the action does not declare it"] =
      { "FailedOperation.Timeout --action cvm.RunInstances", "cvm.RunInstances does not declare it, but no list" },
    ["which few actions declare it"] =
      { "FailedOperation.WriteTrafficLimit", "From cls.UploadLog. Sure?" },
    ["which actions declare it, without their older versions"] =
      { "LimitExceeded.PhoneNumberDailyLimit", "From sms.SendMultiGlobalSms, sms.SendSms. Sure?" },
    ["what it means for the service"] =
      { "ResourceNotFound.TopicNotExist --action cls", "The log topic does not exist in this region." },
    ["how sure a judgement by words is"] = { "FailedOperation.WriteTrafficLimit", "Sure? Fairly" },
    ["how sure a judgement by the category is"] = { "ResourcesSoldOut.SpecifiedInstanceType", "Sure? Roughly" },
  } do
    it("says " .. title, function()
      local code, out = command("explain " .. case[1])
      assert.matches(case[2], out:gsub("%s+", " "), 1, true)
      assert.equal(0, code)
    end)
  end

  it("counts the actions of a code that many declare", function()
    local _, out = command "explain LimitExceeded.LogSearch"
    local entry = tencentcloud.registry:lookup "LimitExceeded.LogSearch"
    assert.matches(("From    %d actions of %d services: %s.\n"):format(#entry:actions(), #entry:services(),
      table.concat(entry:services(), ", ")), out, 1, true)
    assert.matches("涉及 3 个服务：cfw, cls, waf。", select(2, command "explain LimitExceeded.LogSearch --lang zh"), 1, true)
  end)

  it("judges an unknown code by its name, suggests others, and ends with 1", function()
    local code, out = command "explain FailedOperation.WriteTraficLimit"
    assert.equal(1, code)
    assert.matches("Did you mean one of these?\n    FailedOperation.WriteTrafficLimit\n", out, 1, true)
    assert.matches("Judged by its name:\n  throttle:", out, 1, true)
  end)

  it("suggests nothing where nothing is near", function()
    local code, out = command "explain Zzzzzzzz.Qqqqqqqqqqqq"
    assert.equal(1, code)
    assert.matches("\n  This code is not in the catalog.\n", out, 1, true)
  end)

  it("says which action may have been meant, and ends with 1", function()
    local code, out, err = command "explain InternalError --action cvm.RunInstance"
    assert.same({ 1, "" }, { code, out })
    assert.matches("did you mean\n       cvm.RunInstances?", err, 1, true)
  end)

  it("speaks Chinese when it is asked to", function()
    local code, out = command "explain InternalError --action cvm.RunInstances --lang zh"
    assert.equal(0, code)
    assert.matches("重试    可以，逐步延长间隔。但请求可能已执行：重复 cvm.RunInstances", out, 1, true)
    assert.not_matches("Retry", out, 1, true)
  end)

  it("keeps every line within 80 columns, in both languages", function()
    local wrap = require "tencentcloud.cli.wrap"
    for _, name in ipairs(tencentcloud.registry:codes "cls.UploadLog") do
      for _, language in ipairs { "en", "zh" } do
        local _, out = command { "explain", name, "--action", "cls.UploadLog", "--lang", language }
        for line in out:gmatch "[^\n]+" do assert.is_true(wrap.width(line) <= 80, line) end
      end
    end
  end)

  it("gives the same facts as JSON", function()
    local code, out = command "explain FailedOperation.WriteTrafficLimit --action cls.UploadLog --json"
    assert.equal(0, code)
    assert.matches('^{"code":"FailedOperation.WriteTrafficLimit","kind":"throttle","retryable":"throttle",'
      .. '"executed":"no","source":"rule","known":true,"common":false,"retired":false,"description":"', out)
    local facts = cjson.decode(out)
    assert.same({ name = "cls.UploadLog", version = "2020-10-16", declares = true, reads = false,
      has_client_token = false, sites = { "mainland", "international" }, status = "online", retired = false },
      facts.action)
    assert.same({ "cls.UploadLog" }, facts.actions)
    assert.same({}, facts.suggestions)
  end)

  it("suggests in JSON too", function()
    local code, out = command "explain requestlimitexceeded --json"
    assert.equal(1, code)
    local facts = cjson.decode(out)
    assert.is_false(facts.known)
    assert.equal("RequestLimitExceeded", facts.suggestions[1])
    assert.equal(cjson.null, facts.action)
  end)

  it("has words for every kind and every verdict, in both languages", function()
    local seen = {}
    for _, service in ipairs { "cls", "cvm", "sms", "tke", "cdb", "vpc" } do
      for _, action in ipairs(tencentcloud.registry:actions(service)) do
        for _, name in ipairs(tencentcloud.registry:codes(action)) do
          local entry = tencentcloud.registry:lookup(name, action)
          local verdict = entry.kind .. entry.retryable .. entry.executed
          if not seen[verdict] then
            seen[verdict] = true
            local kind = vocabulary.kind[entry.kind]
            for language, summary in pairs { en = kind.summary, zh = kind.summary_zh } do
              local code, out = command { "explain", name, "--lang", language }
              assert.equal(0, code, name)
              assert.matches(("\n  %s: %s\n"):format(entry.kind, summary), out, 1, true)
            end
          end
        end
      end
    end
  end)
end)

describe("tcerr codes", function()
  it("lists what the action declares", function()
    local code, out = command "codes cls.UploadLog"
    assert.equal(0, code)
    assert.matches("\nthrottle  throttle     FailedOperation.WriteTrafficLimit\n", out, 1, true)
    local count = #tencentcloud.registry:codes "cls.UploadLog"
    assert.matches(("\n%d codes declared by cls.UploadLog"):format(count), out, 1, true)
  end)

  it("lists one kind", function()
    local code, out = command "codes cls.UploadLog --kind throttle --json"
    assert.equal(0, code)
    for _, entry in ipairs(cjson.decode(out)) do assert.equal("throttle", entry.kind) end
  end)

  it("ends with 1 where there are none", function()
    local code, out = command "codes cls.UploadLog --kind dry_run"
    assert.equal(1, code)
    assert.equal("0 codes of kind dry_run declared by cls.UploadLog; it may return others too\n", out)
    code, out = command "codes cls.UploadLog --kind dry_run --lang zh"
    assert.equal(1, code)
    assert.equal("0 个错误码（种类 dry_run）由 cls.UploadLog 声明；该接口也可能返回其他错误码\n", out)
  end)

  it("says which action may have been meant", function()
    local code, out = command "codes cls.UploadLg --json"
    assert.equal(1, code)
    assert.matches("did you mean cls.UploadLog?", cjson.decode(out).error, 1, true)
  end)
end)

describe("tcerr, of what is listed no more,", function()
  local reader, retired = require "catalog.reader", require "catalog.retired"
  local gone = assert(retired.read "catalog/retired.txt")

  it("says that a code is retired", function()
    local _, out = command("explain " .. gone.codes[1])
    assert.matches("No action declares it any more: it is retired.", out, 1, true)
    _, out = command("explain --json " .. gone.codes[1])
    assert.is_true(cjson.decode(out).retired)
  end)

  it("says that an action is retired", function()
    local service = gone.services[1]
    local name = service.service .. "." .. service.actions[1].name
    local _, out = command("codes " .. service.service .. "@" .. service.version .. "." .. service.actions[1].name)
    assert.matches(name .. " is retired: no list has it any more.", out, 1, true)
    _, out = command("codes --lang zh " .. service.service .. "@" .. service.version .. "." .. service.actions[1].name)
    assert.matches(name .. " 已退役：任何列表都不再列出。", out, 1, true)
  end)

  it("marks the retired ones among the codes of an action", function()
    local marks = { en = " (retired)\n", zh = "（已退役）\n" }
    for _, service in ipairs(gone.services) do
      for _, action in ipairs(service.actions) do
        local name, old, other = service.service .. "@" .. service.version .. "." .. action.name, nil, nil
        for _, code in ipairs(tencentcloud.registry:codes(name)) do
          if tencentcloud.registry:lookup(code).retired then old = code else other = code end
        end
        if old and other then
          for language, mark in pairs(marks) do
            local _, out = command("codes --lang " .. language .. " " .. name)
            assert.matches("  " .. old .. mark, out, 1, true)
            assert.matches("  " .. other .. "\n", out, 1, true)
          end
          return
        end
      end
    end
    error "there is no such action to try"
  end)

  it("says where and how else an action is listed", function()
    local seen = {}
    for _, service in ipairs(assert(reader.read_directory "catalog/services")) do
      for _, action in ipairs(service.actions) do
        for _, mark in ipairs { "mainland", "international", "deprecated", "offline" } do
          if action[mark] and not seen[mark] then
            seen[mark] = true
            local name = service.service .. "@" .. service.version .. "." .. action.name
            local _, out = command("codes " .. name)
            local short = service.service .. "." .. action.name
            local is_site = mark == "mainland" or mark == "international"
            local text = is_site and "Only the " .. mark .. " site has " .. short or short .. " is " .. mark
            assert.matches(text, out, 1, true)
          end
        end
      end
    end
  end)
end)

describe("tcerr actions", function()
  it("lists every action of the service, with how it pages", function()
    local code, out = command "actions cls"
    assert.equal(0, code)
    for _, name in ipairs(tencentcloud.registry:actions "cls") do assert.matches("  " .. name .. "\n", out, 1, true) end
    assert.matches("\nyes    offset    %-      +%d+  both +online +cls%.DescribeTopics\n", out)
  end)

  it("gives the same as JSON", function()
    local _, out = command "actions cvm --json"
    local by_name = {}
    for _, action in ipairs(cjson.decode(out)) do by_name[action.name] = action end
    assert.is_true(by_name["cvm.RunInstances"].has_client_token)
    assert.equal("offset", by_name["cvm.DescribeInstances"].paging)
    assert.same({ "mainland", "international" }, by_name["cvm.RunInstances"].sites)
    assert.same({ "online", false }, { by_name["cvm.RunInstances"].status, by_name["cvm.RunInstances"].retired })
  end)

  it("says which service may have been meant, and ends with 1", function()
    local code, _, err = command "actions cvmm"
    assert.equal(1, code)
    assert.matches("did you mean cvm?", err, 1, true)
  end)
end)

describe("tcerr services", function()
  it("lists all services", function()
    local code, out = command "services --json"
    assert.equal(0, code)
    assert.equal(#tencentcloud.registry:services(), #cjson.decode(out))
    assert.matches(" +%d+  cvm\n", select(2, command "services"))
  end)
end)

describe("a name in other letters, or of a product", function()
  for words, wanted in pairs {
    ["codes CVM.describeinstances"] = "cvm.DescribeInstances",
    ["codes cvm.runinstances"] = "cvm.RunInstances",
    ["actions CVM"] = "cvm",
    ["actions autoscaling"] = "as",
    ["explain InternalError --action Cvm.RunInstances"] = "cvm.RunInstances",
    ["explain InternalError --action mysql"] = "cdb",
    ["search limit --service loadbalancer"] = "clb",
    ["actions 云服务器"] = "cvm",
    ["actions cvm.RunInstances"] = "cvm",
    ["codes mysql.DescribeDBInstances"] = "cdb.DescribeDBInstances",
    ["explain InternalError --action k8s.DescribeClusters"] = "tke.DescribeClusters",
    ["codes cvm.UploadLog"] = "cls.UploadLog", -- of another service
  } do
    it("is answered with the right one by tcerr " .. words, function()
      local code, out, err = command(words)
      assert.same({ 1, "" }, { code, out })
      assert.matches("did you mean " .. wanted .. "?", err:gsub("%s+", " "), 1, true)
      code, out = command(words .. " --json")
      assert.equal(1, code)
      assert.same({ wanted }, cjson.decode(out).suggestions)
    end)
  end
end)

describe("a name that is something else", function()
  for words, wanted in pairs {
    ["explain cvm.RunInstances"] = { "is the action cvm.RunInstances, not a code", "cvm.RunInstances" },
    ["explain CVM.runinstances"] = { '"tcerr codes cvm.RunInstances" lists its codes', "cvm.RunInstances" },
    ["explain UploadLog"] = { "'UploadLog' is the action cls.UploadLog, not a code", "cls.UploadLog" },
    ["explain CLS"] = { '\'CLS\' is the service cls, not a code: "tcerr actions cls" lists its actions', "cls" },
    ["explain 短信"] = { "'短信' is the service sms, not a code", "sms" },
    ["codes FailedOperation.TopicNotExist"] = { '"tcerr explain FailedOperation.TopicNotExist" explains it' },
    ["codes internalerror"] = { "'internalerror' is an error code, not an action" },
    ["actions ResourceNotFound"] = { 'it is an error code: "tcerr explain ResourceNotFound" explains it' },
    ["actions qqqqqqqqq"] = { '"tcerr services" lists all' },
    ["codes cvm.Qqqqqqqqqqqqqqqqqqqqq"] = { '"tcerr actions cvm" lists those of the service' },
  } do
    it("is said to be that by tcerr " .. words, function()
      local code, out, err = command(words)
      assert.same({ 1, "" }, { code, out })
      assert.matches(wanted[1], err:gsub("%s+", " "), 1, true)
      code, out = command(words .. " --json")
      assert.equal(1, code)
      assert.same({ wanted[2] }, cjson.decode(out).suggestions)
    end)
  end

  it("is advised of where codes wants an action and a service is given", function()
    local code, _, err = command "codes mysql"
    assert.equal(2, code)
    assert.matches('"tcerr actions cdb"', err:gsub("%s+", " "), 1, true)
  end)
end)
