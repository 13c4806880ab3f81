-- The registry: Registry, ErrorCode and Action. spec/catalog/whole_catalog_spec.lua goes through all that they know.
package.path = "./?.lua;" .. package.path
local tc = require "tencentcloud"
local common_codes = require "catalog.common_codes"
local counts = require "catalog.counts"
local reader = require "catalog.reader"

describe("lookup", function()
  it("tells category, detail and whether any action may return the code", function()
    local entry = tc.registry:lookup "ResourceNotFound.InstanceNotFound"
    assert.equal("ResourceNotFound", entry.category)
    assert.equal("InstanceNotFound", entry.detail)
    assert.is_true(entry.known)
    assert.is_false(entry.common)
    assert.is_nil(tc.registry:lookup("ResourceNotFound").detail)
    for _, code in ipairs(common_codes) do
      assert.is_true(tc.registry:lookup(code).common)
      assert.is_true(tc.registry:lookup(code).known)
    end
  end)

  it("makes an entry for a code that the catalog does not know", function()
    local entry = tc.registry:lookup "ResourceNotFound.TeapotNotFound"
    assert.is_false(entry.known)
    assert.equal("not_found", entry.kind)
    assert.same({}, entry:services())
    assert.same({}, entry:actions())
    assert.equal("failed", tc.registry:lookup("Unheard.OfThis").kind)
  end)

  it("gives nil and a reason for a malformed code", function()
    for _, code in ipairs { "", ".", " ", ".A", "A..B", "A.*", "#throttle", "1A", "A B", "A\0B", "A\0" } do
      local entry, reason = tc.registry:lookup(code)
      assert.is_nil(entry)
      assert.truthy(reason:find("is malformed", 1, true))
      assert.is_nil(reason:find "%c")
    end
  end)

  it("reads a code without blanks around it and dots at its end", function()
    local entry = tc.registry:lookup "RequestLimitExceeded"
    for _, code in ipairs { "RequestLimitExceeded.", "RequestLimitExceeded ", " RequestLimitExceeded\n",
      "\tRequestLimitExceeded. .\r\n" } do
      assert.is_true(rawequal(entry, tc.registry:lookup(code)), code)
      assert.is_true(rawequal(entry, tc.registry:lookup(code, "cvm.RunInstances")), code)
    end
    local registry = tc.new_registry()
    local own = registry:define { code = "My.Code", scope = "cvm.RunInstances" }
    assert.is_true(rawequal(own, registry:lookup("My.Code.", "cvm.RunInstances")))
  end)

  it("takes no code for another one with its scope", function()
    local registry = tc.new_registry()
    local own = registry:lookup("FailedOperation.SyntaxError", "cls")
    local defined = registry:define { code = "My.Code", scope = "cvm.RunInstances" }
    assert.equal("cls", own.scope)
    assert.equal("cvm.RunInstances", defined.scope)
    assert.is_nil((registry:lookup "cls FailedOperation.SyntaxError"))
    assert.is_nil((registry:lookup "cvm.RunInstances My.Code"))
  end)

  it("gives one object for a code, whatever scope it is asked for with", function()
    local entry = tc.registry:lookup "InternalError"
    assert.is_true(rawequal(entry, tc.registry:lookup "InternalError"))
    assert.is_true(rawequal(entry, tc.registry:lookup("InternalError", "cvm")))
    assert.is_true(rawequal(entry, tc.registry:lookup("InternalError", "cvm.RunInstances")))
    assert.is_true(rawequal(entry, tc.registry:lookup("InternalError", "cvm@2017-03-12.RunInstances")))
    assert.is_true(rawequal(entry, tc.registry:lookup("InternalError", "nosuch.Service")))
  end)

  it("gives what holds everywhere for a scope that is none, whatever bytes it has", function()
    local registry = tc.new_registry()
    registry:define { code = "My.Code", scope = "cls", kind = "conflict" }
    for _, scope in ipairs { "", ".", "cvm.", "cls.", "cls.foo", "cls.Search*", "CLS.SearchLog", "*",
      "cvm@1.RunInstances", "CVM", "cvm@2017-03-12", "cls SearchLog", "cls.SearchLog\0", "cls.SearchLog\n",
      "\255\27[31m", ("x"):rep(70000) } do
      assert.is_true(rawequal(tc.registry:lookup "InternalError", tc.registry:lookup("InternalError", scope)))
      assert.equal("quota", registry:lookup("LimitExceeded", scope).kind)
      assert.is_false(registry:lookup("My.Code", scope).known)
      assert.is_nil((registry:lookup("A B", scope)))
    end
    assert.is_true(registry:lookup("My.Code", "cls.SearchLog").known)
  end)

  it("survives collections between look-ups", function()
    local kinds = {}
    for index, code in ipairs(tc.registry:codes "cls.UploadLog") do
      kinds[code] = tc.registry:lookup(code, "cls.UploadLog").kind
      if index % 5 == 1 then collectgarbage() end
    end
    for code, kind in pairs(kinds) do assert.equal(kind, tc.registry:lookup(code, "cls.UploadLog").kind) end
  end)

  it("names the argument that is wrong", function()
    assert.error_matches(function() tc.registry:lookup(7) end, "code: string expected, got number")
    assert.error_matches(function() tc.registry:lookup("A", true) end, "scope: string expected, got boolean")
    assert.error_matches(function() tc.new_registry():define { code = "A", scope = "CVM" } end, "scope 'CVM': ")
    assert.error_matches(function() tc.registry.lookup({}, "A") end, "tencentcloud.Registry expected, got table")
  end)
end)

describe("an ErrorCode", function()
  it("can be read and compared, not written", function()
    local entry = tc.registry:lookup "LimitExceeded"
    assert.equal("tencentcloud.ErrorCode: LimitExceeded (quota)", tostring(entry))
    assert.equal("tencentcloud.ErrorCode: A.B (failed, not in the catalog)", tostring(tc.registry:lookup "A.B"))
    assert.equal(entry, tc.new_registry():lookup "LimitExceeded")
    assert.not_equal(entry, tc.registry:lookup "ResourceInUse")
    assert.is_nil(entry.nothing)
    assert.error_matches(function() entry.kind = "auth" end, "read%-only")
  end)
end)

describe("a code of an action that only reads", function()
  local READS, WRITES = "cvm.DescribeInstances", "cvm.RunInstances"
  local CHANGED = "part of it may have been done"

  it("has an advice that asks of no change, in the entry and in the error", function()
    for _, code in ipairs { "FailedOperation", "FailedOperation.Unheard", "InternalError.Timeout" } do
      local entry, err = tc.registry:lookup(code, READS), tc.error { code = code, action = READS }
      local other = tc.registry:lookup(code, WRITES)
      assert.not_equal(entry, other)
      assert.not_equal(entry.advice, other.advice)
      assert.not_equal(entry.advice_zh, other.advice_zh)
      assert.same({ entry.advice, entry.advice_zh }, { err.advice, err.advice_zh })
      assert.equal(other.advice, tc.error { code = code, action = WRITES }.advice)
      assert.equal(other, tc.registry:lookup(code))
      assert.is_true(rawequal(entry, tc.registry:lookup(code, "cls.SearchLog")))
      assert.is_true(rawequal(entry, err.entry))
    end
    assert.is_truthy(tc.registry:lookup("FailedOperation", WRITES).advice:find(CHANGED, 1, true))
    assert.is_nil(tc.registry:lookup("FailedOperation", READS).advice:find(CHANGED, 1, true))
  end)

  it("is the same object where nothing else is said of it", function()
    assert.is_true(rawequal(tc.registry:lookup "LimitExceeded", tc.registry:lookup("LimitExceeded", READS)))
  end)

  it("is as the service means it", function()
    local entry = tc.registry:lookup("FailedOperation.Timeout", "cls.SearchLog")
    assert.equal("cls", entry.scope)
    assert.equal("Try again, and ask for less in one request.", entry.advice)
    assert.not_equal(entry.advice, tc.registry:lookup("FailedOperation.Timeout", "cls.UploadLog").advice)
  end)

  it("depends on what a program says that the action does, from then on", function()
    local registry = tc.new_registry()
    local function asks(action)
      return registry:lookup("FailedOperation", action).advice:find(CHANGED, 1, true) ~= nil
    end
    assert.same({ false, true, true }, { asks(READS), asks(WRITES), asks "shop.ListOrders" })
    registry:define_action { READS, reads = false }
    registry:define_action { "shop.ListOrders", reads = true }
    assert.same({ true, true, false }, { asks(READS), asks(WRITES), asks "shop.ListOrders" })
    assert.is_true(asks "shop.BuyGoods")
  end)

  it("keeps what a program defines of it", function()
    local registry = tc.new_registry()
    registry:define { code = "FailedOperation.Mine", kind = "failed", advice = "Ask me." }
    assert.equal("Ask me.", registry:lookup("FailedOperation.Mine", READS).advice)
  end)
end)

describe("the entry of an error", function()
  it("is that of the module's own registry, for the error's action", function()
    local err = tc.error { code = "LimitExceeded", action = "cvm.RunInstances" }
    assert.is_true(rawequal(tc.registry:lookup "LimitExceeded", err.entry))
    assert.equal("quota", err.kind)
    assert.is_true(err:is "#quota")
    assert.is_false(err:is "#throttle")
    assert.is_true(rawequal(err.entry, tc.error({ code = "LimitExceeded" }).entry))
  end)

  it("has texts of the catalog's words and of letters and digits only, whatever a server sends", function()
    local pieces = { "Not", "Found", "Of", "In", "TooMany", "Unsupported", "\0", "\255", "\n", "~", "|",
      "\228\184\187", "a", "AB", "9", "_", ".", " ", "Error" }
    local state = 7
    local function piece()
      state = state * 16807 % 2147483647
      return pieces[state % #pieces + 1]
    end
    for length = 1, 400 do
      local parts = {}
      for position = 1, length % 70 do parts[position] = piece() end
      local err = tc.error { code = "Some." .. table.concat(parts) }
      assert.matches("^[ -}]*%.$", err.description)
      assert.is_nil(err.description:find "[~|]")
      assert.is_nil(err.description_zh:find "[%c~|\255]")
      assert.equal("。", err.description_zh:sub(-3))
    end
  end)

  it("judges and describes what is longer than any code", function()
    local long = tc.error({ code = "LimitExceeded." .. ("NotFound"):rep(40) }).entry
    assert.equal("category", long.source)
    assert.equal("quota", long.kind)
    local endless = tc.error({ code = "LimitExceeded." .. ("NotFound"):rep(2000) }).entry
    assert.equal("A limit is reached or exceeded: " .. ("not found "):rep(16):sub(1, -2) .. ".", endless.description)
    assert.equal("达到或超出限制：" .. ("未找到"):rep(16) .. "。", endless.description_zh)
  end)

  it("is there for what is no code, and prints it safely", function()
    for code, kind in pairs { ["Bad..Code"] = "failed", ["LimitExceeded.\1"] = "quota", ["\27[31m"] = "failed" } do
      local entry = tc.error({ code = code }).entry
      assert.equal(kind, entry.kind)
      assert.equal(code, entry.code)
      assert.is_false(entry.known)
      assert.is_nil((tostring(entry) .. entry.description .. entry.description_zh):find "%c")
    end
  end)
end)

describe("an Action", function()
  it("is found by its name, with or without a version", function()
    local action = tc.registry:action "cvm.DescribeInstances"
    assert.equal("cvm", action.service)
    assert.equal("2017-03-12", action.version)
    assert.equal("DescribeInstances", action.name)
    assert.equal("tencentcloud.Action: cvm@2017-03-12.DescribeInstances", tostring(action))
    assert.is_true(rawequal(action, tc.registry:action "cvm.DescribeInstances"))
    assert.equal(action, tc.registry:action "cvm@2017-03-12.DescribeInstances")
    assert.not_equal(action, tc.registry:action "cvm.RunInstances")
    assert.is_nil(action.nothing)
    assert.error_matches(function() action.reads = false end, "read%-only")
  end)

  it("says how its result is paged through", function()
    local cases = {
      ["cvm.DescribeInstances"] = { kind = "offset", offset = "Offset", limit = "Limit", list = "InstanceSet",
        total = "TotalCount" },
      ["cls.SearchLog"] = { kind = "token", token = "Context", next = "Context", limit = "Limit", over = "ListOver" },
      ["vpc.DescribeSubnets"] = { kind = "token", token = "NextToken", offset = "Offset", total = "TotalCount",
        list = "SubnetSet" },
      ["tsf.DescribeMicroservice"] = { list = "Result.Content", total = "Result.TotalCount", counts = "items" },
      ["adp.DescribeReleaseList"] = { kind = "page", first = 0 },
      ["tcr.DescribeImages"] = { kind = "offset", counts = "unsure", first = 1 },
      ["sqlserver.DescribeDBInstances"] = { kind = "offset", counts = "unsure", first = 0 },
      ["cam.ListAccounts"] = { kind = "token", token = "Marker", next = "Marker", list = "Users" },
    }
    for name, expected in pairs(cases) do
      local found = tc.registry:action(name).paging
      for key, value in pairs(expected) do assert.equal(value, found[key]) end
    end
    assert.is_nil(tc.registry:action("cvm.RunInstances").paging)
    assert.same({ offset = true, limit = true }, tc.registry:action("vpc.DescribeVpcs").paging.strings)
    assert.same({ "ResourceNotFound.NoDataOfRecord" }, tc.registry:action("dnspod.DescribeRecordList").paging.ends_with)
    local lists = tc.registry:action("cls.SearchLog").paging.lists
    assert.same({ "AnalysisRecords", "AnalysisResults", "ColNames", "Columns", "Results", "Topics.Errors",
      "Topics.Infos" }, lists)
  end)

  it("knows reading actions from others", function()
    for name, reads in pairs {
      ["cvm.DescribeInstances"] = true, ["cvm.RunInstances"] = false, ["sts.GetFederationToken"] = false,
      ["sts.GetCallerIdentity"] = true, ["cls.SearchLog"] = true, ["vpc.ModifyVpcAttribute"] = false,
    } do
      assert.equal(reads, tc.registry:action(name).reads, name)
    end
  end)

  it("is nil, with the nearest names, where the catalog has none", function()
    local cases = {
      { "cvm.DescribeInstancs", "there is no action 'cvm.DescribeInstancs' in the catalog; "
        .. "did you mean cvm.DescribeInstances?" },
      { "cvm@2020-01-01.DescribeInstances", "there is no action 'cvm@2020-01-01.DescribeInstances' in the catalog" },
      { "cvm.DescribeInstancesXY", "there is no action 'cvm.DescribeInstancesXY' in the catalog; "
        .. "did you mean cvm.DescribeInstances?" },
      { "cls.DescribeTopi", "there is no action 'cls.DescribeTopi' in the catalog; "
        .. "did you mean cls.DescribeTopics?" },
      { "cvmm.DescribeInstances", "there is no service 'cvmm' in the catalog; did you mean cvm" },
      { "qqqqqqqqqqqq.Go", "there is no service 'qqqqqqqqqqqq' in the catalog" },
      { "DescribeInstances", "action 'DescribeInstances' is malformed" },
      { "cvm.describeinstances", "there is no action 'cvm.describeinstances' in the catalog; "
        .. "did you mean cvm.DescribeInstances?" },
      { "CVM.describeinstance", "there is no action 'CVM.describeinstance' in the catalog; "
        .. "did you mean cvm.DescribeInstances?" },
      { "Cvm@2017-03-12.runinstances", "there is no action 'Cvm@2017-03-12.runinstances' in the catalog; "
        .. "did you mean cvm.RunInstances?" },
      { "CVM.", "action 'CVM.' is malformed" },
      { ".runinstances", "action '.runinstances' is malformed" },
      { ("x"):rep(1000) .. ".runinstances", "action '" .. ("x"):rep(64) .. "...' is malformed" },
      { "autoscaling.DescribeLoadBalancers", "there is no service 'autoscaling' in the catalog; did you mean as?" },
      { "mysql.DescribeDBInstances", "there is no service 'mysql' in the catalog; "
        .. "did you mean cdb.DescribeDBInstances?" },
      { "k8s.DescribeClusterz", "there is no service 'k8s' in the catalog; did you mean tke.DescribeClusters" },
      { "云服务器.runinstances", "there is no action '云服务器.runinstances' in the catalog; "
        .. "did you mean cvm.RunInstances?" },
      { "cvm.Qqqqqqqqqqqqqqqqq", "there is no action 'cvm.Qqqqqqqqqqqqqqqqq' in the catalog; "
        .. 'registry:actions "cvm" lists those of the service' },
      { "UploadLog", "action 'UploadLog' is malformed: it begins with a service in lower case, as in "
        .. "cvm.RunInstances; did you mean cls.UploadLog?" },
      { "FailedOperation.TopicNotExist", "action 'FailedOperation.TopicNotExist' is malformed: it is an error code, "
        .. "which registry:lookup explains" },
      { "cvm.Describe\n", "action 'cvm.Describe\\n' is malformed" },
    }
    for _, case in ipairs(cases) do
      for _, method in ipairs { "action", "codes" } do
        local found, reason = tc.registry[method](tc.registry, case[1])
        assert.is_nil(found)
        assert.equal(case[2], reason:sub(1, #case[2]))
      end
    end
    local found, reason = tc.registry:actions "cvmm"
    assert.is_nil(found)
    assert.truthy(reason:find("did you mean cvm", 1, true))
  end)

  it("is told of by the names of products, and in any case", function()
    for name, service in pairs {
      autoscaling = "as", AutoScaling = "as", autoscalling = "as", mysql = "cdb", lb = "clb", K8S = "tke", CVM = "cvm",
      ["云服务器"] = "cvm", ["日志服务"] = "cls", ["弹性伸缩"] = "as", ["短信"] = "sms", ["SSL证书"] = "ssl",
    } do
      assert.equal(("there is no service '%s' in the catalog; did you mean %s?"):format(name, service),
        (select(2, tc.registry:actions(name))))
      assert.equal(service, tc.registry:suggest(name, 1)[1])
    end
    for service in pairs(require "catalog.service_names") do assert(tc.registry:actions(service), service) end
    assert.not_matches("clb", select(2, tc.registry:actions "lbs")) -- a short name must be written as it is
    assert.same({}, tc.registry:suggest "短讯") -- and a Chinese one
    assert.matches("registry:services() lists all", select(2, tc.registry:actions "qqqqqqqq"), 1, true)
  end)
end)

describe("what no list has any more", function()
  local core = require "tencentcloud.core"
  local gone = assert(require("catalog.retired").read "catalog/retired.txt")

  it("is among all codes of the catalog, each of which is there once", function()
    local retired, live, is_there = 0, tostring(tc.registry):match "(%d+) codes", {}
    local codes = core.catalog_codes()
    for _, code in ipairs(codes) do
      local entry = tc.registry:lookup(code)
      assert.is_true(entry.known and not is_there[code], code)
      is_there[code] = true
      if entry.retired then retired = retired + 1 end
    end
    assert.equal(#codes - tonumber(live), retired)
    for _, code in ipairs(gone.codes) do assert.is_true(is_there[code], code) end
    for _, code in ipairs { "InternalError", "ActionOffline", "FailedOperation.FlowRejected" } do
      assert.is_true(is_there[code], code)
    end
  end)

  it("is listed by the service of the actions", function()
    local wanted, found, is_asked = {}, {}, {}
    for _, service in ipairs(gone.services) do
      for _, action in ipairs(service.actions) do
        table.insert(wanted, service.service .. "@" .. service.version .. "." .. action.name)
      end
      if not is_asked[service.service] then
        is_asked[service.service] = true
        for _, name in ipairs(core.retired_actions(service.service)) do
          local action = assert(tc.registry:action(name))
          assert.is_true(action.retired, name)
          table.insert(found, ("%s@%s.%s"):format(action.service, action.version, action.name))
        end
      end
    end
    table.sort(wanted)
    table.sort(found)
    assert.same(wanted, found)
    assert.same({}, core.retired_actions "qqqqqq")
  end)
end)

describe("suggest", function()
  it("finds the nearest names first", function()
    local cases = {
      ["ResourceNotFound.InstanceNotFond"] = "ResourceNotFound.InstanceNotFound",
      ["resourcenotfound.instancenotfound"] = "ResourceNotFound.InstanceNotFound",
      ["cvm.DescribeInstnaces"] = "cvm.DescribeInstances",
      ["cvm@2017-03-12.DescribeInstance"] = "cvm.DescribeInstances",
      ["cynosbd"] = "cynosdb",
      ["mysql.DescribeDBInstance"] = "cdb.DescribeDBInstances",
      ["AutoScaling@2018-04-19.describeaccountlimit"] = "as.DescribeAccountLimits",
      ["cvm.UploadLogg"] = "cls.UploadLog", -- of another service
      ["ResourceNotFound.WriteTraficLimit"] = "FailedOperation.WriteTrafficLimit", -- in another category
      ["RequestLimitExceded"] = "RequestLimitExceeded",
      ["InternalError"] = "InternalError",
      ["cls"] = "cls",
    }
    for name, expected in pairs(cases) do assert.equal(expected, tc.registry:suggest(name, 1)[1]) end
  end)

  it("takes a detail without its category, and an action without its service", function()
    assert.truthy(table.concat(tc.registry:suggest("ZoneSoldOutForSpecifiedInstanc"), " "):find(
      "ResourceInsufficient.ZoneSoldOutForSpecifiedInstance", 1, true))
    assert.truthy(table.concat(tc.registry:suggest("RunInstancs"), " "):find("cvm.RunInstances", 1, true))
  end)

  it("keeps to what is asked for", function()
    assert.equal(5, #tc.registry:suggest "DescribeInstances")
    assert.equal(12, #tc.registry:suggest("DescribeInstances", 12))
    assert.same({}, tc.registry:suggest "Zyxwvutsrqponm")
    assert.same({}, tc.registry:suggest(("x"):rep(1000)))
    assert.error_matches(function() tc.registry:suggest("A", 0) end, "count")
    assert.error_matches(function() tc.registry:suggest("A", 33) end, "count")
  end)

  it("names a retired code only where nothing else is near, or where it is meant", function()
    local codes, alone = assert(require("catalog.retired").read "catalog/retired.txt").codes, 0
    for i = 1, #codes, 20 do
      assert.equal(codes[i]:lower(), tc.registry:suggest(codes[i]:lower(), 1)[1]:lower())
      local found, retired = tc.registry:suggest(codes[i] .. "x"), 0
      for _, name in ipairs(found) do
        local entry = tc.registry:lookup(name)
        if entry and entry.retired then retired = retired + 1 end
      end
      assert.is_true(retired == 0 or retired == #found, codes[i])
      if retired > 0 then alone = alone + 1 end
    end
    assert.is_true(alone > 0)
  end)

  it("names no retired action, in no other service's name either", function()
    local aliases, tried = require "catalog.service_names", 0
    for _, service in ipairs(assert(require("catalog.retired").read "catalog/retired.txt").services) do
      local alias = (aliases[service.service] or ""):match "%S+"
      for i = 1, alias and 1 or 0 do
        local name = "." .. service.actions[i].name
        if tc.registry:action(service.service .. name).retired then
          tried = tried + 1
          assert.not_matches(service.service .. name .. "[,? ]", select(2, tc.registry:action(alias .. name)) .. " ")
          local near = " " .. table.concat(tc.registry:suggest(alias .. name), " ") .. " "
          assert.is_nil(near:find(" " .. service.service .. name .. " ", 1, true))
        end
      end
    end
    assert.is_true(tried > 0)
  end)

  -- The obvious table of distances, for the banded one to be checked against.
  local function distance(a, b)
    local rows = {}
    for i = 0, #a do rows[i] = { [0] = i } end
    for j = 0, #b do rows[0][j] = j end
    for i = 1, #a do
      for j = 1, #b do
        local cost = a:byte(i) == b:byte(j) and 0 or 1
        local best = math.min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + cost)
        if i > 1 and j > 1 and a:byte(i) == b:byte(j - 1) and a:byte(i - 1) == b:byte(j) then
          best = math.min(best, rows[i - 2][j - 2] + 1)
        end
        rows[i][j] = best
      end
    end
    return rows[#a][#b]
  end

  it("agrees with a plain table of distances", function()
    for _, name in ipairs { "cvms", "tcbb", "vpcc", "slc", "lighthosue", "ckfka", "sqlservre" } do
      local nearest, least = {}, 3
      for _, service in ipairs(tc.registry:services()) do
        local found = distance(name, service)
        if found < least then nearest, least = {}, found end
        if found == least then nearest[service] = true end
      end
      local suggested = {}
      for _, found in ipairs(tc.registry:suggest(name, 32)) do suggested[found] = true end
      for service in pairs(nearest) do
        if least <= 1 + math.floor(#name / 6) then assert.is_true(suggested[service]) end
      end
    end
  end)
end)

describe("define", function()
  local registry
  before_each(function() registry = tc.new_registry() end)

  it("adds a code of the program's own to one registry only", function()
    local entry = registry:define { code = "Shop.SoldOut", kind = "sold_out", description = "Gone.", advice_zh = "稍后" }
    assert.equal("sold_out", entry.kind)
    assert.equal("no", entry.retryable)
    assert.equal("defined", entry.source)
    assert.is_true(entry.known)
    assert.equal("Gone.", entry.description)
    assert.equal("稍后", entry.advice_zh)
    assert.equal(tc.registry:lookup("ResourcesSoldOut.X").advice, entry.advice)
    assert.is_true(rawequal(entry, registry:lookup "Shop.SoldOut"))
    assert.is_true(rawequal(entry, registry:lookup("Shop.SoldOut", "cvm.RunInstances")))
    assert.is_false(tc.registry:lookup("Shop.SoldOut").known)
    assert.same({ "Shop.SoldOut" }, registry:suggest("Shop.SoldOuts", 1))
  end)

  it("replaces what look-ups gave before", function()
    assert.is_false(registry:lookup("Shop.Closed").known)
    assert.is_false(registry:lookup("Shop.Closed", "cvm").known)
    registry:define { code = "Shop.Closed", kind = "unavailable", retryable = "backoff" }
    assert.equal("backoff", registry:lookup("Shop.Closed").retryable)
    assert.equal("backoff", registry:lookup("Shop.Closed", "cvm").retryable)
  end)

  it("lets the narrowest scope win", function()
    local kinds = { [""] = "auth", cvm = "billing", ["cvm.RunInstances"] = "quota",
      ["cvm@2017-03-12.RunInstances"] = "conflict" }
    for scope, kind in pairs(kinds) do
      registry:define { code = "A.B", kind = kind, scope = scope ~= "" and scope or nil }
    end
    assert.equal("auth", registry:lookup("A.B").kind)
    assert.equal("auth", registry:lookup("A.B", "cls.SearchLog").kind)
    assert.equal("billing", registry:lookup("A.B", "cvm").kind)
    assert.equal("billing", registry:lookup("A.B", "cvm.StopInstances").kind)
    assert.equal("billing", registry:lookup("A.B", "cvm@2017-03-12.StopInstances").kind)
    assert.equal("quota", registry:lookup("A.B", "cvm.RunInstances").kind)
    assert.equal("quota", registry:lookup("A.B", "cvm@2018-01-01.RunInstances").kind)
    assert.equal("conflict", registry:lookup("A.B", "cvm@2017-03-12.RunInstances").kind)
    assert.equal("cvm", registry:lookup("A.B", "cvm").scope)
    assert.is_nil(registry:lookup("A.B").scope)
    assert.equal("tencentcloud.ErrorCode: A.B of cvm (billing)", tostring(registry:lookup("A.B", "cvm")))
    registry:define { code = "A.B", kind = "timeout", scope = "cvm", override = true }
    assert.equal("timeout", registry:lookup("A.B", "cvm.StopInstances").kind)
    assert.equal("quota", registry:lookup("A.B", "cvm.RunInstances").kind)
    assert.truthy(tostring(registry):find("4 of its own", 1, true))
  end)

  it("needs override for a code of the catalog, or one defined before", function()
    assert.error_matches(function() registry:define { code = "InternalError", kind = "failed" } end,
      "code: InternalError is in the catalog; say override = true")
    assert.error_matches(function() registry:define { code = "InternalError", service = "cvm" } end, "override = true")
    registry:define { code = "A.B" }
    assert.error_matches(function() registry:define { code = "A.B" } end, "A.B is defined already")
    local entry = registry:define { code = "InternalError", kind = "failed", override = true }
    assert.equal("failed", registry:lookup("InternalError", "cls").kind)
    assert.equal("maybe", entry.executed)
    assert.equal("quota", registry:define({ code = "A.B", kind = "quota", override = true }).kind)
    assert.equal("quota", registry:lookup("A.B").kind)
    assert.truthy(tostring(registry):find("2 of its own", 1, true))
  end)

  it("keeps what is known of a code where it says nothing new", function()
    local before = registry:lookup "RequestLimitExceeded"
    local entry = registry:define { code = "RequestLimitExceeded", executed = "maybe", override = true }
    for _, key in ipairs { "kind", "retryable", "description", "advice", "description_zh", "common", "detail" } do
      assert.equal(before[key], entry[key])
    end
    assert.equal("maybe", entry.executed)
    assert.equal(#before:actions(), #entry:actions())
  end)

  it("takes the usual answer of the kind that it names", function()
    for kind, expected in pairs {
      throttle = { "throttle", "no" }, internal = { "backoff", "maybe" }, timeout = { "backoff", "maybe" },
      quota = { "no", "no" }, failed = { "no", "maybe" },
    } do
      local entry = registry:define { code = "Usual." .. kind, kind = kind }
      assert.same(expected, { entry.retryable, entry.executed })
    end
  end)

  it("keeps definitions when nothing else holds them", function()
    for index = 1, 200 do registry:define { code = "Mine.Code" .. index, description = "number " .. index } end
    collectgarbage()
    collectgarbage()
    for index = 1, 200 do
      assert.equal("number " .. index, registry:lookup("Mine.Code" .. index, "cvm.RunInstances").description)
    end
  end)

  it("raises an error that says what is wrong in a definition", function()
    local cases = {
      { {}, "code: it is missing" },
      { { code = "A..B" }, "code: 'A..B' is malformed" },
      { { code = 7 }, "code: string expected, got number" },
      { { code = "A.B", kind = "thottle" }, "kind: 'thottle' is not one of auth, permission, throttle" },
      { { code = "A.B", kind = "" }, "kind: '' is not one of" },
      { { code = "A.B", retryable = true }, "retryable: string expected, got boolean" },
      { { code = "A.B", retryable = "yes" }, "retryable: 'yes' is not one of no, backoff, throttle, refresh" },
      { { code = "A.B", executed = "yes" }, "executed: 'yes' is not one of no, maybe" },
      { { code = "A.B", service = "cvm.RunInstances" }, "service: it names an action" },
      { { code = "A.B", service = "cvm", scope = "cvm" }, "not both" },
      { { code = "A.B", scope = "cvm." }, "scope 'cvm.'" },
      { { code = "A.B", advise = "x" }, "advise: there is no such field" },
      { { "A.B" }, "a definition has named fields, not array elements" },
    }
    for _, case in ipairs(cases) do
      local done, reason = pcall(function() registry:define(case[1]) end)
      assert.is_false(done)
      assert.truthy(reason:find("bad argument #1 to 'define'", 1, true), reason)
      assert.truthy(reason:find(case[2], 1, true), reason)
    end
    assert.error_matches(function() registry:define "A.B" end, "table expected, got string")
    assert.truthy(tostring(registry):find(" 0 of its own", 1, true))
  end)
end)

describe("a Registry", function()
  it("prints what it holds and can't be written to", function()
    local count = counts.of(assert(reader.read_directory "catalog/services"))
    local holds = ("^tencentcloud.Registry: %d services, %d actions, %%d+ codes"):format(count.services, count.actions)
    assert.matches(holds, tostring(tc.registry))
    assert.error_matches(function() tc.registry.mine = 1 end, "read%-only")
    assert.is_nil(tc.registry.nothing)
  end)
end)
