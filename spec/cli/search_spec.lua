-- tcerr search: what it finds by names, texts, synonyms and kinds, in which order, and what it says where there is
-- nothing.

local cjson = require "cjson"
local command = require "spec.support.command"
local core = require "tencentcloud.core"
local query = require "tencentcloud.cli.query"
local search_command = require "tencentcloud.cli.search"
local synonyms = require "tencentcloud.cli.synonyms"
local tencentcloud = require "tencentcloud"
local vocabulary = require "tencentcloud.vocabulary"

local RANK = {}
for rank, name in ipairs(require("tencentcloud.cli.search_index").RANKS) do RANK[name] = rank end

-- All that can be found, which takes a moment to put together.
local index

-- The names of the codes that are found, in order, and all that is found.
local function search(...)
  index = index or search_command.index()
  local found, names = search_command.find(index, { words = { ... } }), {}
  for i, code in ipairs(found.codes) do names[i] = code.name end
  return names, found
end

local function position(codes, wanted)
  for i, code in ipairs(codes) do
    if code == wanted then return i end
  end
end

describe("tcerr search", function()
  it("finds names that hold all words, in any case", function()
    local code, out = command "search TRAFFIC write --service cls --json"
    assert.equal(0, code)
    assert.same({ code = "FailedOperation.WriteTrafficLimit", kind = "throttle", retryable = "throttle",
      retired = false, actions = 1, match = "words" }, cjson.decode(out).codes[1])
  end)

  it("puts what fits best first, then the most declared", function()
    for _, words in ipairs { "notfound", "限频", "not activated", "topic", "配额" } do
      local _, found = search(words)
      assert.is_true(#found.codes > 20, words)
      for i = 2, #found.codes do
        local one, other = found.codes[i - 1], found.codes[i]
        local is_before = one.rank < other.rank or one.rank == other.rank and one.count >= other.count
        local is_last = other.code.retired and not one.code.retired
        assert.is_true(is_last or one.code.retired == other.code.retired and is_before, words .. ": " .. other.name)
      end
    end
  end)

  it("finds retired codes, marked, and what no list ever had", function()
    local gone = assert(require("catalog.retired").read "catalog/retired.txt").codes
    local retired = 0
    for i = 1, #gone, 40 do
      local codes, found = search(gone[i])
      local at = assert(position(codes, gone[i]), gone[i])
      assert.same({ true, 0 }, { found.codes[at].code.retired, found.codes[at].count })
      retired = retired + 1
    end
    assert.is_true(retired > 10)
    local _, out = command { "search", gone[1], "--all" }
    assert.matches("\n      0  %l+ +[%l_]+ +" .. gone[1]:gsub("%.", "%%.") .. " %(retired%)\n", out)
    _, out = command { "search", gone[1], "--json" }
    local listed, hidden = cjson.decode(out).codes, 0
    assert.same({ gone[1], true }, { listed[#listed].code, listed[#listed].retired })
    listed = cjson.decode((select(2, command "search account --json"))).codes
    for i = 16, #listed do hidden = hidden + (listed[i].retired and 1 or 0) end
    assert.is_true(hidden > 0)
    assert.matches(("\nand %d more codes, %d of them retired: --all shows them\n"):format(#listed - 15, hidden),
      select(2, command "search account"), 1, true)
    for _, name in ipairs { "ActionOffline", "ServiceUnavailable", "FailedOperation.FlowRejected" } do
      local codes, found = search(name)
      assert.is_false(found.codes[assert(position(codes, name), name)].code.retired)
    end
  end)

  it("finds actions and services", function()
    local _, found = search "uploadlog"
    assert.same({ "cls.UploadLog" }, found.actions)
    assert.same({ "cls" }, select(2, search "cls").services)
  end)

  it("finds a service by its other names", function()
    for name, service in pairs { ["日志服务"] = "cls", mysql = "cdb", Kubernetes = "tke", ["auto scaling"] = "as" } do
      assert.equal(service, select(2, search(name)).services[1], name)
    end
  end)

  it("keeps to a kind", function()
    local found = cjson.decode((select(2, command "search limit --kind throttle --service cls --json")))
    assert.same({}, found.actions)
    assert.is_true(#found.codes > 0)
    for _, entry in ipairs(found.codes) do assert.equal("throttle", entry.kind) end
  end)

  for words, wanted in pairs {
    ["限频"] = "RequestLimitExceeded",
    ["限流"] = "RequestLimitExceeded",
    ["接口限频怎么办？"] = "RequestLimitExceeded",
    ["rate limit"] = "RequestLimitExceeded",
    throttling = "RequestLimitExceeded",
    ["欠费"] = "ResourceUnavailable.InArrears",
    ["余额不足"] = "InvalidAccount.InsufficientBalance",
    ["配额"] = "LimitExceeded",
    ["未开通"] = "FailedOperation.UnOpenError",
    ["not activated"] = "FailedOperation.ServiceNotActivated",
    ["签名"] = "AuthFailure.SignatureFailure",
    ["签名过期"] = "AuthFailure.SignatureExpire",
    ["signature expired"] = "AuthFailure.SignatureExpire",
    ["not found topic"] = "ResourceNotFound.TopicNotExist",
    ["主题不存在"] = "ResourceNotFound.TopicNotExist",
    ["topic不存在"] = "ResourceNotFound.TopicNotExist",
    ["权限"] = "UnauthorizedOperation",
    ["no permission"] = "UnauthorizedOperation.NoPermission",
    ["售罄"] = "ResourcesSoldOut.SpecifiedInstanceType",
    ["cls 限频"] = "FailedOperation.WriteQpsLimit",
    ["FailedOperation.WriteTrafficLimit"] = "FailedOperation.WriteTrafficLimit",
    ["登录失败"] = "FailedOperation.LoginFailed",
    ["短信签名"] = "FailedOperation.SignatureIncorrectOrUnapproved",
    ["the balance is not enough"] = "InvalidParameterValue.BalanceNotEnough",
    ["network error"] = "ClientError.NetworkError",
  } do
    it("finds " .. wanted .. " near the top by " .. words, function()
      local codes = search(words)
      assert.is_true((position(codes, wanted) or math.huge) <= 15, table.concat(codes, " ", 1, math.min(15, #codes)))
    end)
  end

  it("brings the codes of a kind that the words name, and no others", function()
    local _, found = search "请求过快"
    local of_kind = {}
    for _, entry in ipairs(found.codes) do
      of_kind[entry.name] = true
      assert.is_true(entry.rank < RANK.kind or entry.code.kind == "throttle", entry.name)
    end
    for _, service in ipairs { "cls", "cvm", "sms" } do
      for _, action in ipairs(tencentcloud.registry:actions(service)) do
        for _, name in ipairs(tencentcloud.registry:codes(action)) do
          local kind = tencentcloud.registry:lookup(name).kind
          assert.is_true(kind ~= "throttle" or of_kind[name] == true, name)
        end
      end
    end
  end)

  it("does not take what is said of a whole kind for what is said of a code", function()
    local _, found = search "余额"
    local told_apart, by_name = 0, {}
    for _, entry in ipairs(found.codes) do
      by_name[entry.name] = entry
      local code = entry.code
      local of_kind, own = code.description_zh:match "^(.-)：(.*)$"
      local is_made = own and code.advice_zh == vocabulary.kind[code.kind].advice_zh
      if is_made and of_kind:find("余额", 1, true) and not own:find("余额", 1, true) then
        assert.is_true(entry.rank > RANK.phrase, entry.name)
        if entry.rank == RANK.kind then told_apart = told_apart + 1 end
      end
    end
    assert.is_true(told_apart > 0)
    local suspended = assert(by_name["ResourceUnavailable.ServiceSuspended"])
    assert.same({ "billing", RANK.kind }, { suspended.code.kind, suspended.rank })
    assert.matches("余额.*：", suspended.code.description_zh)
  end)

  it("takes a word of two letters as all of a word", function()
    local codes = search "ip"
    assert.is_true(#codes > 0)
    for _, name in ipairs(codes) do assert.not_matches("Script", name, 1, true) end
  end)

  it("narrows by a service that is named beside other words, to its codes and the common ones", function()
    local codes = search("mysql", "timeout")
    assert.is_true(#codes > 0)
    for _, name in ipairs(codes) do
      local code, is_of_it = tencentcloud.registry:lookup(name), false
      for _, service in ipairs(code:services()) do is_of_it = is_of_it or service == "cdb" end
      local texts = (name .. code.description .. code.description_zh .. code.advice):lower()
      assert.is_true(is_of_it or code.common or texts:find("mysql", 1, true) ~= nil, name)
    end
  end)

  it("understands a mistyped word, and says so", function()
    local codes, found = search "exsit"
    assert.same({ { "exsit", "exist" } }, found.changes)
    assert.matches("Exsit", codes[1], 1, true) -- the same mistake in a name
    assert.is_true(#codes > 100)
    assert.matches("'exsit' is looked for as 'exist', too\n", select(2, command "search exsit"), 1, true)
    for word, meant in pairs { permision = "permission", signatrue = "signature", timout = "timeout" } do
      assert.same({ { word, meant } }, select(2, search(word)).changes)
    end
    for _, word in ipairs { "topic", "uploadlog", "throttle", "ckafka", "exist", "qqqqqqqqq" } do
      assert.same({}, select(2, search(word)).changes)
    end
    assert.same({ { word = "timout", read_as = "timeout" } },
      cjson.decode((select(2, command "search timout --service cls --json"))).corrections)
  end)

  it("shows the first of many, and all when asked", function()
    local _, some = command "search limit --service cvm"
    local _, all = command "search limit --service cvm --all"
    local shown, more = 0, tonumber(some:match "\nand (%d+) more codes: %-%-all shows them\n")
    for _ in some:gmatch "\n +%d+  %l" do shown = shown + 1 end
    assert.equal(#cjson.decode((select(2, command "search limit --service cvm --json"))).codes, shown + more)
    assert.is_true(#all > 2 * #some)
    assert.not_matches("--all", all, 1, true)
    assert.matches("more: --all shows them", select(2, command "search describe --service cvm"), 1, true)
  end)

  it("says where nothing has all of the words, and ends with 1", function()
    local code, out, err = command "search topic zzzzqqq"
    assert.same({ 1, "" }, { code, out })
    local said = err:gsub("%s+", " ")
    assert.matches("nothing in the catalog has 'topic zzzzqqq': alone, 'topic' finds ", said, 1, true)
    assert.matches(" codes, 'zzzzqqq' nothing", said, 1, true)
    assert.matches("nothing of cls of kind throttle in the catalog has 'zzzzqqq'",
      select(3, command "search zzzzqqq --service cls --kind throttle"):gsub("%s+", " "), 1, true)
    code, out = command "search trafficlimitt --json"
    assert.equal(1, code)
    assert.matches("nothing in the catalog has 'trafficlimitt'", cjson.decode(out).error, 1, true)
    assert.matches("did you mean", select(3, command "search RequestLimitExceededddd"):gsub("%s+", " "), 1, true)
  end)

  it("wants a word", function()
    assert.equal(2, (command { "search", "。" }))
    assert.equal(2, (command { "search", " - " }))
  end)
end)

describe("the synonyms of tcerr search", function()
  it("are of kinds that there are, and every other kind but one has some", function()
    local named = { failed = true } -- it is the kind of what nothing more is known of
    for _, group in ipairs(synonyms.groups) do
      assert.is_true(not group.kind or vocabulary.kind[group.kind] ~= nil, group.kind)
      if group.kind then named[group.kind] = true end
    end
    for kind in pairs(vocabulary.kind) do assert.is_true(named[kind], kind) end
  end)

  it("each find something by themselves", function()
    for _, group in ipairs(synonyms.groups) do
      local pieces = query.pieces(query.words { group.words[1] })
      assert.equal(1, #pieces)
      assert.equal(group, pieces[1].group)
      assert.is_true(#search(group.words[1]) > 0, group.words[1])
    end
  end)

  it("are understood inside Chinese, and without their blanks", function()
    local texts = {}
    for i, piece in ipairs(query.pieces(query.words { "日志主题NotFound了" })) do texts[i] = piece.text end
    assert.same({ "日志主题", "not found" }, texts)
    assert.equal("日志主题不存在 not", query.phrase(query.words { "日志主题不存在 not" }))
    assert.same({ "rate", "limit" }, query.words { "ratelimit" })
    assert.is_nil(core.service_named "不存在")
  end)
end)
