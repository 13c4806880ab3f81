-- The compiler of the catalog: catalog/compile.lua and the modules that it is made of.
package.path = "./?.lua;" .. package.path
local reader = require "catalog.reader"
local actions = require "catalog.actions"
local retired = require "catalog.retired"
local string_pool = require "catalog.string_pool"
local c_source = require "catalog.c_source"
local tables = require "catalog.tables"

-- A file to write to, in memory.
local function new_sink()
  local sink, parts = {}, {}
  function sink.write(_, ...)
    for index = 1, select("#", ...) do parts[#parts + 1] = select(index, ...) end
    return sink
  end
  function sink.text() return table.concat(parts) end
  return sink
end

local function compile(columns, sizes)
  local sink = new_sink()
  c_source.write(sink, sizes or {}, columns)
  return sink.text()
end

describe("the compiled catalog", function()
  local sizes, columns = tables.build {
    services = assert(reader.read_directory "catalog/services"),
    classification = require "catalog.classification",
    classify = require("catalog.classify").classify,
    texts = require "catalog.texts",
    glossary = require "catalog.glossary",
    common = require "catalog.common_codes",
    paging = assert(require("catalog.paging_file").read "catalog/paging.txt"),
    retired = assert(require("catalog.retired").read "catalog/retired.txt"),
    undeclared = require "catalog.undeclared",
  }

  it("is the same whichever Lua compiles it", function()
    local file = assert(io.open("build/generated/catalog_data.c", "rb"), "make builds build/generated/catalog_data.c")
    local built = file:read "*a"
    file:close()
    if compile(columns, sizes) ~= built then error "build/generated/catalog_data.c differs from what this Lua makes" end
  end)

  it("leaves room for the code in a module of 1.8 MB", function()
    local widths, strings, bytes = { uint8_t = 1, uint16_t = 2, uint32_t = 4, string = 4 }, {}, 0
    for _, column in ipairs(columns) do
      bytes = bytes + widths[column.type] * #column.values
      for _, value in ipairs(column.type == "string" and column.values or {}) do
        table.insert(strings, type(value) == "table" and value[2] or value)
      end
    end
    bytes = bytes + 4096 * #string_pool.pack(strings).blocks
    assert.is_true(bytes < 1630000, ("%d bytes"):format(bytes))
  end)

  it("refuses a classification that does not fit the catalog", function()
    local function build(change)
      local verdict = { kind = "failed", retryable = "no", executed = "maybe" }
      local sources = {
        services = { { service = "orchard", version = "2025-01-02", actions = {} } },
        classification = {
          categories = {}, word_rules = {}, decided = {}, default = verdict, class_of = {}, class_ids = { other = 0 },
        },
        classify = function() return { kind = "failed", retryable = "no", executed = "maybe", source = "category" } end,
        texts = { codes = {}, categories = {} },
        glossary = { entries = {}, names = {}, says = {}, repeats = {} },
        common = { "FailedOperation" }, undeclared = {}, retired = { codes = {}, services = {} },
      }
      change(sources)
      return tables.build(sources)
    end
    assert.has_no.errors(function() build(function() end) end)
    local cases = {
      ["which is no form of catalog/lexicon.lua"] = function(sources)
        sources.classification.word_rules[1] =
          { phrase = "not existing", classes = { other = true }, kind = "failed", retryable = "no", executed = "no" }
      end,
      ["no service nosuch"] = function(sources)
        sources.classification.decided[1] = { service = "nosuch", code = "A.B" }
      end,
      ["name is too long"] = function(sources) sources.common[2] = "A." .. ("B"):rep(127) end,
      ["unknown kind"] = function(sources) sources.classification.default.kind = "failure" end,
      ["unknown 'retryable'"] = function(sources) sources.classification.default.retryable = "yes" end,
    }
    for reason, change in pairs(cases) do
      local done, message = pcall(build, change)
      assert.is_false(done)
      assert.truthy(message:find(reason, 1, true), message)
    end
  end)
end)

describe("the string pool", function()
  local function read(pool, offset)
    local block = pool.blocks[math.floor(offset / 4096) + 1]
    return block:match("^(%Z*)", offset % 4096 + 1)
  end

  it("gives every string back, and keeps a string that ends another one inside it", function()
    local strings = { "InstanceNotFound", "NotFound", "Found", "", "Foundry", "NotFound" }
    local pool = string_pool.pack(strings)
    for _, text in ipairs(strings) do assert.equal(text, read(pool, pool.offsets[text])) end
    assert.equal("Foundry\0InstanceNotFound\0", pool.blocks[1])
    assert.equal(1, #pool.blocks)
  end)

  it("puts no string into two blocks, and no block over what a literal may hold", function()
    local strings = {}
    for index = 1, 3000 do strings[index] = ("%d-%s"):format(index, ("x"):rep(index % 50)) end
    strings[3001] = ("y"):rep(4094)
    local pool = string_pool.pack(strings)
    for _, block in ipairs(pool.blocks) do
      assert.is_true(#block <= 4095)
      assert.equal("\0", block:sub(-1))
    end
    for _, text in ipairs(strings) do assert.equal(text, read(pool, pool.offsets[text])) end
    assert.has_error(function() string_pool.pack { ("z"):rep(4095) } end)
  end)
end)

describe("the C source", function()
  it("escapes what a string literal can't hold as it is", function()
    local source = compile { { name = "sample", type = "string", values = { 'a"b\\c??=', "中1", "\n2" } } }
    assert.truthy(source:find([[a\"b\\c\?\?=\000]], 1, true))
    assert.truthy(source:find([[\344\270\2551\000]], 1, true))
    assert.truthy(source:find([[\0122\000]], 1, true))
    assert.is_nil(source:find "[^%w%p \n]")
  end)

  it("writes numbers, and refuses those that their type can't hold", function()
    assert.truthy(compile({ { name = "a", type = "uint8_t", values = { 0, 255 } } }):find(
      "const uint8_t tc_table_a[] = {\n    0, 255,\n};", 1, true))
    assert.truthy(compile({ { name = "b", type = "uint16_t", values = {} } }):find(
      "tc_table_b[] = {\n    0,\n};", 1, true))
    assert.truthy(compile({ { name = "c", type = "string", values = { { 3, "" } } } }):find("    50331648,", 1, true))
    for type, value in pairs { uint8_t = 256, uint16_t = 65536, uint32_t = 4294967296 } do
      assert.error_matches(function() compile { { name = "d", type = type, values = { value } } } end, "d: .*too large")
    end
  end)
end)

describe("the reading actions", function()
  local named = {}
  local live = assert(reader.read_directory "catalog/services")
  for _, service in ipairs(retired.join(live, assert(retired.read "catalog/retired.txt"))) do
    for _, action in ipairs(service.actions) do named[service.service .. "." .. action.name] = action.name end
  end

  it("have no exception that the catalog lacks, or that the verb says already", function()
    for name, reads in pairs(actions.exceptions) do
      assert.is_string(named[name], name)
      assert.not_equal(reads, actions.has_reading_verb(name:match "%.(.+)$"), name)
    end
  end)

  it("are not those that hand out, open, verify, bill, start or change something", function()
    for _, name in ipairs {
      "cvm.DescribeInstanceVncUrl", "tke.DescribeClusterCommonNames", "iotcloud.DescribeDeviceClientKey",
      "iotcloud.GetCOSURL", "ess.DescribeContractReviewWebUrl", "iotvideoindustry.DescribeChannelLocalRecordURL",
      "captcha.DescribeCaptchaResult", "ess.DescribeThirdPartyAuthCode", "vod.DescribeAigcFaceInfo",
      "vod.DescribeAigcFaceInfoAsync", "iai.SearchFaces", "tiia.SearchImage", "cwp.DescribeExportMachines",
      "tcss.CheckNetworkFirewallPolicyYaml", "tcss.DescribeSearchExportList", "vod.DescribeFileAttributes",
      "cpdp.QueryMemberTransaction", "cdwch.DescribeCkSqlApis", "tcb.GetProviders", "gse.GetInstanceAccess",
    } do
      assert.is_false(actions.reads(name:match "^(.-)%.(.+)$"), name)
    end
  end)

  it("are still those that sign a stored file, ask after a task, or compare", function()
    for _, name in ipairs {
      "scf.GetFunctionAddress", "cynosdb.DescribeBackupDownloadUrl", "ssm.GetSecretValue", "cdb.DescribeTasks",
      "tcss.DescribeExportJobDownloadURL", "vod.DescribeTaskDetail", "vpc.CheckAssistantCidr", "domain.CheckDomain",
      "cls.SearchLog", "faceid.GetDetectInfoEnhanced", "cwp.KeysLocalStorage", "wedata.TaskLog",
    } do
      assert.is_true(actions.reads(name:match "^(.-)%.(.+)$"), name)
    end
  end)

  it("are told by whole verbs", function()
    for name, reads in pairs {
      DescribeInstances = true, GetUser = true, ListTopics = true, InquiryPriceRunInstances = true, Query = true,
      Get400Cdr = true, RunInstances = false, Listen = false, CheckoutOrder = false, DeleteList = false,
    } do
      assert.equal(reads, actions.reads("orchard", name), name)
    end
  end)
end)
