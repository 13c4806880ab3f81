-- The second check beside the verbs: which reading actions are suspected, and that each of the API's own is reviewed.
package.path = "./?.lua;" .. package.path
local actions = require "catalog.actions"
local reviewed = require "catalog.reviewed"
local schema_facts = require "catalog.schema_facts"
local suspicion = require "catalog.suspicion"
local shell = require "spec.support.shell"

local FACTS = os.getenv "SCHEMA_FACTS" or "../shared/schema-facts"

-- Reads one service version of made-up actions.
local function facts_of(lines)
  return schema_facts.read_text("# orchard 2025-01-02\n" .. lines)
end

local function suspect(lines)
  local facts = facts_of(lines)
  return suspicion.of(facts.actions[1], facts.types)
end

describe("the second check of reading actions", function()
  local suspected = {
    { "a task that the request does not name", "the answer names a task that the request does not: TaskId", [[
DescribeMachines online c
  in Filters:[Filter] Limit:int
  out TaskId:string
]] },
    { "a credential", "the answer gives access: UploadToken", [[
DescribeTree online c
  in TreeId!:string
  out TreeId:string UploadToken:string
]] },
    { "a credential in an object", "the answer gives access: Result.TmpSecretId", [[
DescribeTree online c
  in TreeId!:string
  out Result:Result
type Result TmpSecretId:string TmpSecretKey:string
]] },
    { "one text that was made for the call", "the whole answer is made for the call: VideoURL", [[
DescribeTree online c
  in TreeId!:string
  out VideoURL:string
]] },
    { "no field", "the answer is empty", [[
DescribeTree online c
  in TreeId!:string
  out
]] },
    { "an amount in the request", "the request orders something: TranAmt", [[
QueryTree online c
  in TranAmt!:string Offset:int
  out State:string
]] },
    { "a picture in the request", "the request orders something: ImageBase64", [[
SearchTrees online c
  in ImageBase64:string Limit:int
  out Trees:[string]
]] },
    { "a text in a request that does not page", "the request orders something: Query", [[
SearchTree online c
  in Query!:string
  out Trees:[string]
]] },
    { "the order to export", "the request orders something: Export", [[
DescribeTrees online c
  in Export:bool Limit:int Offset:int
  out Trees:[string]
]] },
    { "the word download", "the name says more than reading: download", [[
DescribeTreeDownload online c
  in TreeId!:string
  out Trees:[string]
]] },
    { "the verb Check", "the name says more than reading: Check", [[
CheckTrees online c
  in Limit:int
  out Trees:[string]
]] },
    { "a stream", "the name says more than reading: Stream", [[
DescribeTreeStream online c
  in TreeId!:string
  out Data:[string]
]] },
  }
  for _, case in ipairs(suspected) do
    it("suspects " .. case[1], function() assert.equal(case[2], suspect(case[3])) end)
  end

  local plain = {
    { "a list of exports", "DescribeExports online c\n  in Limit:int Offset:int\n  out Set:[Export] Total:int\n" },
    { "the task that was asked for", "DescribeTree online c\n  in TaskId!:string\n  out taskId:string State:string\n" },
    { "several tasks", "DescribeTree online c\n  in TreeId!:string\n  out TaskId:[string]\n" },
    { "the token of the next page", "ListTrees online c\n  in NextToken:string\n  out NextToken:string Set:[Tree]\n" },
    { "a state", "DescribeTree online c\n  in TreeId!:string\n  out State:string\n" },
    { "a number", "DescribeTree online c\n  in TreeId!:string\n  out TreeId:int\n" },
    { "what a list is searched for", "SearchTrees online c\n  in Query:string PageSize:int\n  out Trees:[string]\n" },
    { "a field that no request has any more", "DescribeTree online c\n  in Amount-:int\n  out Trees:[string]\n" },
    { "a word within a word", "DescribeSignals online c\n  in\n  out Signals:[string]\n" },
    { "what an order would cost", "InquiryPriceTree online c\n  in Amount:int\n  out Url:string\n" },
  }
  for _, case in ipairs(plain) do
    it("does not suspect " .. case[1], function() assert.is_nil(suspect(case[2])) end)
  end

  it("gives each action that nobody reviewed once, sorted", function()
    local one = facts_of [[
DescribeWaterUrl online c
  in
  out Url:string
DescribeTreeUrl online c
  in
  out Url:string
PlantTree online c
  in
  out TaskId:string
]]
    local found = suspicion.unreviewed { one, one }
    local reason = "the whole answer is made for the call: Url"
    assert.same({
      { name = "orchard.DescribeTreeUrl", reason = reason }, { name = "orchard.DescribeWaterUrl", reason = reason },
    }, found)
    assert.equal("\nTo review: do these actions only read?\n" ..
      "  orchard.DescribeTreeUrl: " .. reason .. "\n  orchard.DescribeWaterUrl: " .. reason .. "\n",
      suspicion.format(found))
  end)

  it("leaves out what a list of the reviewed names", function()
    local function unreviewed(service, action)
      return suspicion.unreviewed { schema_facts.read_text(
        ("# %s 2025-01-02\n%s online c\n  in\n  out Url:string\n"):format(service, action)) }
    end
    assert.equal(1, #unreviewed("tcss", "DescribeTreeUrl"))
    assert.same({}, unreviewed("tcss", "DescribeVirusSampleDownloadUrl"))
    assert.same({}, unreviewed("tdai", "DescribeReportUrl"))
    assert.same({}, unreviewed("gse", "GetInstanceAccess"))
    assert.equal("", suspicion.format {})
  end)
end)

describe("the reviewed actions", function()
  it("read by their verb, and no other list names them", function()
    for name in pairs(reviewed) do
      assert.is_true(actions.has_reading_verb(name:match "%.(.+)$"), name)
      assert.is_nil(actions.exceptions[name], name)
    end
  end)

  it("are all those that are suspected, and no others", function()
    if shell.count_files(FACTS, ".txt") == 0 then return pending("skipped: there is no folder " .. FACTS) end
    local versions, suspects = schema_facts.read_directory(FACTS), {}
    assert.equal("", suspicion.format(suspicion.unreviewed(versions)))
    for _, facts in ipairs(versions) do
      for _, action in ipairs(facts.actions) do
        local name = facts.service .. "." .. action.name
        if suspicion.of(action, facts.types) then suspects[name] = true end
      end
    end
    for name in pairs(reviewed) do assert.is_true(suspects[name], name .. " is not suspected") end
  end)
end)
