-- The classification of error codes: catalog/classification.lua and catalog/classify.lua.
package.path = "./?.lua;" .. package.path
local reader = require "catalog.reader"
local classification = require "catalog.classification"
local vocabulary = require "catalog.vocabulary"
local classifier = require "catalog.classify"
local classify = classifier.classify

-- Codes that no action declares, though any may return them, or that this module makes itself.
local UNDECLARED = {
  "ActionOffline", "IpInBlacklist", "IpNotInWhitelist", "InvalidRequest", "NoSuchProduct", "RequestSizeLimitExceeded",
  "ResponseSizeLimitExceeded", "ServiceUnavailable", "UnsupportedProtocol", "ClientError", "ClientError.ParseJsonError",
  "ClientError.ResponseError", "ClientError.EmptyBody", "ClientError.HttpStatusCodeError", "ClientError.NetworkError",
  "FailedOperation.Throttling",
}

local function set(list)
  local members = {}
  for _, member in ipairs(list) do members[member] = true end
  return members
end

local function split(code)
  local category, detail = code:match "^([^.]*)%.(.*)$"
  return category or code, detail
end

local kinds, RETRYABLE, EXECUTED = {}, set(vocabulary.retryable), set(vocabulary.executed)
for _, kind in ipairs(vocabulary.kinds) do kinds[kind.name] = true end
local SOURCES = { exact = true, rule = true, category = true } -- "defined" is a program's
local services = assert(reader.read_directory "catalog/services")
local codes = {}
for _, service in ipairs(services) do
  for _, action in ipairs(service.actions) do
    for _, code in ipairs(action.codes) do codes[code] = true end
  end
end
for _, code in ipairs(UNDECLARED) do codes[code] = true end
for code in pairs(codes) do codes[code] = classify(nil, code) end

local function show(verdict)
  return ("%s %s %s"):format(verdict.kind, verdict.retryable, verdict.executed)
end

describe("every code of the catalog", function()
  it("has a kind, a retryable, an executed and a source of the lists", function()
    for code, verdict in pairs(codes) do
      local valid = kinds[verdict.kind] and RETRYABLE[verdict.retryable] and EXECUTED[verdict.executed]
      if not (valid and SOURCES[verdict.source]) then error(code .. ": " .. show(verdict)) end
    end
  end)

  it("leaves no kind without a code", function()
    local used = {}
    for _, verdict in pairs(codes) do used[verdict.kind] = true end
    for name in pairs(kinds) do assert(used[name], "catalog/classification.lua gives no code the kind " .. name) end
  end)

  it("belongs to a category that the classification decides", function()
    for code, verdict in pairs(codes) do
      local category = split(code)
      if not classification.categories[category] and verdict.source == "category" then error(code) end
    end
  end)

  it("never says that a request was carried out in part: that is a batch's to say", function()
    for code, verdict in pairs(codes) do
      if verdict.executed == "partly" then error(code) end
    end
  end)

  it("is safe to send again when it says throttle or refresh, for nothing was executed", function()
    for code, verdict in pairs(codes) do
      local careful = verdict.retryable == "throttle" or verdict.retryable == "refresh"
      local safe = not careful or verdict.executed == "no"
      local kind_fits = (verdict.kind == "throttle") == (verdict.retryable == "throttle")
        and (verdict.retryable ~= "refresh" or verdict.kind == "auth")
      if not (safe and kind_fits) then error(code .. ": " .. show(verdict)) end
    end
  end)
end)

-- The lines of a list of codes: each has a code, its kind, and what else is said of it.
local function read_list(path)
  local list = {}
  for line in io.lines(path) do
    local code, kind, retryable = line:match "^([^#%s]%S*) (%S+) ?(%S*)"
    if code then table.insert(list, { code = code, kind = kind, retryable = retryable }) end
  end
  return list
end

describe("the codes decided by hand", function()
  it("keep their verdicts", function()
    local count = 0
    for _, entry in ipairs(classification.decided) do
      local found = show(classify(entry.service, entry.code))
      if found ~= show(entry) then error(("%s: %s, not %s"):format(entry.code, found, show(entry))) end
      count = count + 1
    end
    assert.is_true(count > 12000)
    assert.are.equal("billing no no", show(classify(nil, "OperationDenied.AccountIsolate")))
  end)

  it("are exact where their words say something else, and found by the words where they agree", function()
    for _, entry in ipairs(classification.decided) do
      local by_words = classifier.by_words(entry.code)
      local source = show(entry) == show(by_words) and by_words.source or "exact"
      local found = not entry.service and codes[entry.code] or classify(entry.service, entry.code)
      if found.source ~= source then error(("%s: %s, not %s"):format(entry.code, found.source, source)) end
    end
  end)
end)

describe("codes that no catalog has", function()
  for _, entry in ipairs(read_list "spec/fixtures/unseen-codes.txt") do
    it("are understood by their words: " .. entry.code, function()
      local found = classifier.by_words(entry.code)
      assert.are.equal(entry.kind .. " " .. entry.retryable, found.kind .. " " .. found.retryable)
    end)
  end
end)

describe("the words that decide", function()
  local cases = {
    { "FailedOperation.TagQpsLimit", "throttle throttle no" },
    { "FailedOperation.WriteTrafficLimit", "throttle throttle no" },
    { "LimitExceeded.RateLimitExceeded", "throttle throttle no" },
    { "UnauthorizedOperation.OperationTooOften", "throttle throttle no" },
    { "FailedOperation.Throttling", "throttle throttle no" },
    { "RequestLimitExceeded.GlobalRegionUinLimitExceeded", "throttle throttle no" },
    { "FailedOperation.QuotaLimitExceeded", "quota no no" },
    { "OperationDenied.AccountIsolate", "billing no no" },
    { "ResourceUnavailable.InArrears", "billing no no" },
    { "InvalidParameterValue.BalanceNotEnough", "billing no no" },
    { "FailedOperation.InstanceNotReady", "unavailable backoff no" },
    { "FailedOperation.InternalError", "internal backoff maybe" },
    { "InternalError.Timeout", "timeout backoff maybe" },
    { "InternalError.Param", "parameter no no" },
    { "InternalError.CamNoAuth", "permission no no" },
    { "InvalidParameter.TopicConflict", "conflict no no" },
    { "InvalidParameter.InstanceNotFound", "not_found no no" },
    { "UnsupportedOperation.MutexOperationTaskRunning", "conflict backoff no" },
    { "UnsupportedOperation.ResourcesSoldOut", "sold_out no no" },
    { "AuthFailure.SignatureExpire", "auth refresh no" },
    { "AuthFailure.TokenFailure", "auth refresh no" },
    { "AuthFailure.UnauthorizedOperation", "permission no no" },
    { "ClientError.NetworkError", "client backoff maybe" },
    { "ClientError.ResponseError", "client no maybe" },
  }
  for _, case in ipairs(cases) do
    it("overrule the category in " .. case[1], function()
      assert.are.equal(case[2], show(classify(nil, case[1])))
    end)
  end

  local lookalikes = {
    { "InvalidParameterValue.Timeout", "parameter no no", "a parameter named Timeout" },
    { "InvalidParameterValue.Limit", "parameter no no", "a parameter named Limit" },
    { "InvalidParameter.Coexist", "parameter no no", "Exist in Coexist" },
    { "InvalidParameterValue.GroupNameTooLong", "parameter no no", "a value that is too long" },
    { "LimitExceeded.Timeout", "quota no no", "the longest time-out of a function" },
    { "OperationDenied.LoadBalanceStatusNotInOnline", "conflict no no", "Balance in LoadBalance" },
    { "FailedOperation.SeeSubscriptionNotIsolated", "conflict no no", "Isolated after Not" },
    { "InternalError.AudioProcessingFailed", "internal backoff maybe", "Processing as an object" },
    { "FailedOperation.DomainOperationFailed", "failed no maybe", "InOperation in DomainOperation" },
    { "FailedOperation.ListUsersInUserGroupError", "failed no maybe", "InUse in InUserGroup" },
    { "ResourceInUse.RatelimitRuleExistError", "conflict no no", "a rule about rates" },
    { "InvalidParameter.LaneRuleNameNotEmpty", "parameter no no", "a name that must not be empty" },
  }
  for _, case in ipairs(lookalikes) do
    it("are not misread: " .. case[3], function() assert.are.equal(case[2], show(classify(nil, case[1]))) end)
  end

  it("are found in any case, and only at the ends where they are anchored", function()
    assert.are.equal("not_found", classify(nil, "FailedOperation.THINGNOTFOUND").kind)
    assert.are.equal("throttle", classify(nil, "LimitExceeded.Search").kind)
    assert.are.equal("quota", classify(nil, "LimitExceeded.Searches").kind)
    assert.are.equal("quota", classify(nil, "LimitExceeded.ASearch").kind)
  end)
end)

describe("a code that the catalog does not know", function()
  it("gets the verdict of a rule where one fits", function()
    assert.are.same({ kind = "not_found", retryable = "no", executed = "no", source = "rule" },
      classify("cvm", "FailedOperation.TeapotNotFound"))
  end)

  it("gets the verdict of its category where no rule fits", function()
    assert.are.same({ kind = "internal", retryable = "backoff", executed = "maybe", source = "category" },
      classify(nil, "InternalError.Teapot"))
  end)

  it("is a failure of which nothing better is known where the category is unknown too", function()
    assert.are.same({ kind = "failed", retryable = "no", executed = "maybe", source = "category" },
      classify(nil, "Teapot"))
    assert.are.equal("failed", classify(nil, "Teapot.Short").kind)
  end)

  it("takes all after the first dot for the detail", function()
    assert.are.equal("not_found", classify(nil, "FailedOperation.Tea.PotNotFound").kind)
  end)
end)

describe("the classification's source", function()
  it("is exact for a bare code and for an exception", function()
    assert.are.equal("exact", classify(nil, "ResourceNotFound").source)
    assert.are.equal("exact", classify(nil, "ResourceUnavailable.Recover").source)
  end)
end)

describe("the classification's text", function()
  it("has no rule that never wins", function()
    local wins = {}
    local function note(code)
      local _, _, position = classifier.by_words(code)
      if position then wins[position] = true end
    end
    for _, entry in ipairs(classification.decided) do note(entry.code) end
    for _, entry in ipairs(read_list "spec/fixtures/unseen-codes.txt") do note(entry.code) end
    for position, rule in ipairs(classification.word_rules) do
      if not wins[position] then error(("rule %d, '%s', kind %s"):format(position, rule.phrase, rule.kind)) end
    end
  end)

  it("has the verdict of every code that the catalog knows", function()
    local decided, missing = {}, {}
    for _, entry in ipairs(classification.decided) do decided[entry.code] = true end
    local function ask(list)
      for _, code in ipairs(list) do
        if not (decided[code] or classification.categories[code]) then table.insert(missing, code) end
      end
    end
    local retired = assert(require("catalog.retired").read "catalog/retired.txt")
    ask(require "catalog.undeclared")
    ask(retired.codes)
    for _, list in ipairs { services, retired.services } do
      for _, service in ipairs(list) do
        for _, action in ipairs(service.actions) do ask(action.codes) end
      end
    end
    assert.are.same({}, missing, "read what they mean, and decide them in catalog/verdicts.txt")
  end)

  it("decides no code twice", function()
    local seen = {}
    for _, entry in ipairs(classification.decided) do
      local key = (entry.service or "") .. " " .. entry.code
      assert.is_nil(seen[key], key)
      seen[key] = true
    end
  end)

  it("lists the decided codes in the order of their bytes", function()
    local before = ""
    for line in io.lines "catalog/verdicts.txt" do
      local code = line:match "^%l%S* (%u%S*)" or line:match "^(%u%S*)"
      if code then
        assert.is_true(before <= code, code)
        before = code
      end
    end
  end)

  it("has no category that neither the catalog nor the API knows", function()
    local known = {}
    for code in pairs(codes) do known[split(code)] = true end
    for category in pairs(classification.categories) do assert.is_true(known[category], category) end
  end)
end)
