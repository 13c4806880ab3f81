-- How the paging facts come from what an action takes and gives, and how they are written down.

local actions = require "catalog.actions"
local paging = require "catalog.paging"
local paging_file = require "catalog.paging_file"
local reader = require "catalog.reader"
local schema_facts = require "catalog.schema_facts"
local read = require "spec.support.read"
local shell = require "spec.support.shell"

local FACTS = os.getenv "SCHEMA_FACTS" or "../shared/schema-facts"

-- The facts of an action given as schema facts: `fields` are its lines, `types` those of structures.
local function facts_of(fields, types, name, codes)
  local text = ("# orchard 2025-01-02\nListTrees online c\n%s\n%s\n"):format(fields, types or "")
  local version = schema_facts.read_text(text)
  return paging.of(name or "orchard.ListTrees", version.actions[1], version.types, codes)
end

-- What a case expects, with what is always there.
local function whole(expected)
  for _, key in ipairs{ "strings", "ends_with", "lists" } do expected[key] = expected[key] or {} end
  return expected
end

describe("paging facts", function()
  local TREE = "type Tree Name:string"
  local cases = {
    { "an offset", "  in Limit:int Offset:uint\n  out Trees:[Tree] TotalCount:uint", nil,
      { kind = "offset", offset = "Offset", limit = "Limit", list = "Trees", total = "TotalCount", counts = "items" } },
    { "an offset that is text", "  in Limit:string Offset:string\n  out Trees:[Tree]", nil,
      { kind = "offset", offset = "Offset", limit = "Limit", list = "Trees", counts = "items",
        strings = { "offset", "limit" } } },
    { "another spelling, and a page's number", "  in OffSet:int Limit:int PageNum:int\n  out Trees:[Tree]", nil,
      { kind = "offset", offset = "OffSet", limit = "Limit", list = "Trees", counts = "items" } },
    { "pages", "  in PageNo:int PageSize:int\n  out Trees:[Tree] Total:int", nil,
      { kind = "page", page = "PageNo", size = "PageSize", list = "Trees", total = "Total", first = 1 } },
    { "a token and a flag", "  in Context:string Limit:int\n  out Context:string ListOver:bool Trees:[Tree]", nil,
      { kind = "token", token = "Context", next = "Context", limit = "Limit", over = "ListOver", list = "Trees" } },
    { "a token of another name in the answer", "  in Marker:string MaxResults:int\n  out IsTruncated:bool "
      .. "NextMarker:string Trees:[Tree]", nil, { kind = "token", token = "Marker", next = "NextMarker",
        limit = "MaxResults", more = "IsTruncated", list = "Trees" } },
    { "a token beside an offset", "  in Limit:int NextToken:string Offset:int\n  out NextToken:string TotalCount:int "
      .. "Trees:[Tree]", nil, { kind = "token", token = "NextToken", next = "NextToken", offset = "Offset",
        limit = "Limit", list = "Trees", total = "TotalCount", counts = "items" } },
    { "fields in structures", "  in Filter:Filter\n  out Result:Result", "type Filter Limit:int Offset:int\n"
      .. "type Result Content:[Tree] Page:Page\ntype Page Total:int", { kind = "offset", offset = "Filter.Offset",
        limit = "Filter.Limit", list = "Result.Content", total = "Result.Page.Total", counts = "items" } },
    { "several lists", "  in Limit:int Offset:int\n  out Fruits:[Tree] Seeds:[Tree] TotalCount:int", nil,
      { kind = "offset", offset = "Offset", limit = "Limit", lists = { "Fruits", "Seeds" }, total = "TotalCount",
        counts = "items" } },
    { "the items beside names, choices and numbers of each kind", "  in Limit:int Offset:int\n  out Names:[string] "
      .. "Items:[Tree] Kinds:[Choice] Sizes:[Choices] Ages:[Group] TotalCount:int", "type Choice Text:string "
      .. "Value:string\ntype Choices Text:string Value:string Sizes:[string]\ntype Group Age:int Count:int",
      { kind = "offset", offset = "Offset", limit = "Limit", list = "Items", total = "TotalCount", counts = "items" } },
    { "names and items without a total that counts them", "  in Limit:int Offset:int\n  out Items:[Tree] "
      .. "Names:[string]", nil, { kind = "offset", offset = "Offset", limit = "Limit", lists = { "Items", "Names" },
        counts = "items" } },
    { "choices and items without one", "  in Limit:int Offset:int\n  out Items:[Tree] Kinds:[Choice]",
      "type Choice Text:string Value:string", { kind = "offset", offset = "Offset", limit = "Limit", list = "Items",
        counts = "items" } },
    { "the list that the action is named after", "  in Limit:int Offset:int\n  out Fruits:[Tree] TotalCount:int "
      .. "TreeSet:[Tree]", nil, { kind = "offset", offset = "Offset", limit = "Limit", list = "TreeSet",
        total = "TotalCount", counts = "items" } },
    { "items that may be plain values", "  in Limit:int Offset:int\n  out Header:[Tree] TotalCount:int "
      .. "Trees:[string]", nil, { kind = "offset", offset = "Offset", limit = "Limit", lists = { "Header", "Trees" },
        total = "TotalCount", counts = "items" } },
    { "a list that the total stands beside", "  in Limit:int Offset:int\n  out Data:Data Hints:[string] Fruits:[Tree]",
      "type Data Items:[Tree] Total:int", { kind = "offset", offset = "Offset", limit = "Limit", list = "Data.Items",
        total = "Data.Total", counts = "items" } },
    { "the higher list", "  in Limit:int Offset:int\n  out Items:[Tree] Summary:Summary", "type Summary Kinds:[Tree]",
      { kind = "offset", offset = "Offset", limit = "Limit", list = "Items", counts = "items" } },
    { "no higher list where the token is about the lower", "  in Limit:int Cursor:string\n  out Items:[Tree] Log:Log",
      "type Log Cursor:string Lines:[Tree]", { kind = "token", token = "Cursor", next = "Log.Cursor", limit = "Limit",
        lists = { "Items", "Log.Lines" } } },
    { "no total of several", "  in Limit:int Offset:int\n  out Fruits:Page Trees:Page",
      "type Page Items:[Tree] Total:int", { kind = "offset", offset = "Offset", limit = "Limit",
        lists = { "Fruits.Items", "Trees.Items" }, counts = "items" } },
    { "a total in a structure of its own", "  in Limit:int Offset:int\n  out Info:Info Items:[Tree]",
      "type Info TotalCount:int", { kind = "offset", offset = "Offset", limit = "Limit", list = "Items",
        total = "Info.TotalCount", counts = "items" } },
    { "the total that counts items, beside one of bytes", "  in Limit:int Offset:int\n  out Items:[Tree] "
      .. "TotalCount:int TotalSize:int", nil, { kind = "offset", offset = "Offset", limit = "Limit", list = "Items",
        total = "TotalCount", counts = "items" } },
    { "old names of a list and a total", "  in Limit:int Offset:int\n  out Items:[Tree] Old-:[Tree] "
      .. "TotalCount-:int", nil, { kind = "offset", offset = "Offset", limit = "Limit", list = "Items",
        counts = "items" } },
    { "a limit beside its offset only", "  in Filter:Filter Limit:int\n  out Items:[Tree] Total:int",
      "type Filter Offset:int", { kind = "offset", offset = "Filter.Offset", list = "Items", total = "Total",
        counts = "items" } },
    { "a flag in another spelling", "  in Context:string MaxNum:int\n  out Context:string Items:[Tree] "
      .. "Listover:bool", nil, { kind = "token", token = "Context", next = "Context", limit = "MaxNum",
        over = "Listover", list = "Items" } },
    { "a marker with the name of what it marks", "  in FileSystemIdMarker:string\n  out IsOver:bool Items:[Tree] "
      .. "NextFileSystemIdMarker:string", nil, { kind = "token", token = "FileSystemIdMarker", over = "IsOver",
        next = "NextFileSystemIdMarker", list = "Items" } },
    { "a page's number that is called an offset", "  in PageOffset:string\n  out Items:[Tree] TotalCount:string", nil,
      { kind = "page", page = "PageOffset", list = "Items", total = "TotalCount", first = 1, strings = { "page" } } },
    { "an index beside a count", "  in Page:Paging\n  out Items:[Tree]", "type Paging Count:int Index:int",
      { kind = "page", page = "Page.Index", size = "Page.Count", list = "Items", first = 1 } },
    { "an offset into a log", "  in Offset:int\n  out Lines:[string]" },
    { "a limit alone", "  in Limit:int\n  out Trees:[Tree]" },
    { "a token that the answer does not have", "  in Context:string Limit:int\n  out Trees:[Tree]" },
    { "no list in the answer", "  in Limit:int Offset:int\n  out Text:string TotalCount:int" },
    { "rows that are a text", "  in NextToken:string\n  out Columns:[Tree] NextToken:string ResultSet:string" },
    { "items that are a text", "  in Limit:int Offset:int\n  out Data:string Protocols:[string] Total:int" },
    { "a bare index", "  in Index:int\n  out Trees:[Tree]" },
    { "a field that is disabled", "  in Limit:int Offset-:int\n  out Trees:[Tree] TotalCount:int" },
  }
  for _, case in ipairs(cases) do
    it("know " .. case[1], function()
      assert.same(case[4] and whole(case[4]), facts_of(case[2], (case[3] or "") .. "\n" .. TREE))
    end)
  end

  it("know of single actions what their names do not say", function()
    local offset = "  in Limit:int Offset:int\n  out Trees:[Tree]"
    local page = "  in PageNumber:int PageSize:int\n  out T:[Tree]"
    for name, expected in pairs{
      ["tcr.DescribeImages"] = { "unsure", 1 }, ["sqlserver.DescribeDBs"] = { "unsure", 0 },
      ["es.DescribeForceMergeTask"] = { "unsure", nil }, ["cvm.DescribeInstances"] = { "items", nil },
    } do
      local facts = facts_of(offset, nil, name)
      assert.same(expected, { facts.counts, facts.first })
    end
    assert.equal(0, facts_of(page, nil, "adp.DescribeReleaseList").first)
    local codes = { "InternalError", "ResourceNotFound.NoDataOfRecord" }
    assert.same({ codes[2] }, facts_of(offset, nil, nil, codes).ends_with)
  end)
end)

describe("catalog/paging.txt", function()
  local file = assert(io.open("catalog/paging.txt", "rb"))
  local text = file:read "*a"
  file:close()

  it("is written as it is read", function()
    assert.equal(text, paging_file.format(assert(paging_file.read_text(text))))
  end)

  it("is about actions of the catalog, of which nearly all name their list", function()
    local known, certain, count = {}, 0, 0
    for _, service in ipairs(assert(reader.read_directory "catalog/services")) do
      for _, action in ipairs(service.actions) do
        known[("%s@%s.%s"):format(service.service, service.version, action.name)] = true
      end
    end
    for name, facts in pairs(assert(paging_file.read_text(text))) do
      assert(known[name], name)
      count = count + 1
      if facts.list then certain = certain + 1 end
    end
    assert.is_true(certain / count >= 0.95)
  end)

  it("says what the schema facts say", function()
    if shell.count_files(FACTS, ".txt") == 0 then return pending("skipped: there is no folder " .. FACTS) end
    local versions = schema_facts.read_directory(FACTS)
    local codes, written = {}, assert(paging_file.read_text(text))
    for _, service in ipairs(assert(reader.read_directory "catalog/services")) do
      for _, action in ipairs(service.actions) do
        codes[("%s@%s.%s"):format(service.service, service.version, action.name)] = action.codes
      end
    end
    for _, version in ipairs(versions) do
      for _, action in ipairs(version.actions) do
        local name = ("%s@%s.%s"):format(version.service, version.version, action.name)
        local reads = codes[name] and actions.reads(version.service, action.name)
        local facts = reads and paging.of(version.service .. "." .. action.name, action, version.types, codes[name])
        if facts or written[name] then assert.same(facts or nil, written[name], name) end
        written[name] = nil
      end
    end
    assert.same({}, written)
  end)

  it("is refused where a line is wrong", function()
    for line, problem in pairs{
      ["cvm.DescribeZones offset=Offset"] = "expected service@version.Action",
      ["cvm@2017-03-12.DescribeZones list=Zones"] = "no way of paging",
      ["cvm@2017-03-12.DescribeZones limit=Limit offset=Offset"] = '"offset" is not a fact, or out of order',
      ["cvm@2017-03-12.DescribeZones offset=Offset colour=Red"] = '"colour" is not a fact',
    } do
      local facts, message = paging_file.read_text("# header\n" .. line .. "\n")
      assert.is_nil(facts)
      assert.matches("line 2: ", message, 1, true)
      assert.matches(problem, message, 1, true)
    end
  end)
end)

describe("script/update-paging", function()
  local folder

  before_each(function()
    folder = os.tmpname()
    os.remove(folder)
    folder = folder .. "-paging"
    shell.run("mkdir -p " .. folder .. "/sdk/tencentcloud/cvm/v20170312")
  end)
  after_each(function() shell.run("rm -r " .. folder) end)

  local function write(name, text)
    local file = assert(io.open(folder .. "/" .. name, "wb"))
    file:write(text)
    file:close()
  end

  local function update(arguments)
    return shell.run("script/update-paging --output " .. folder .. "/paging.txt " .. arguments .. " 2>&1; echo exit $?")
  end

  local WRITTEN = "cvm@2017-03-12.DescribeInstances offset=Offset limit=Limit total=TotalCount list=InstanceSet\n"
  local REPORT = "1 actions page; 1 of them (100.0%) name their list for certain\nexit 0\n"

  it("takes what the actions of the catalog take and give", function()
    write("cvm-2017-03-12.txt", "# cvm 2017-03-12\nDescribeInstances online c\n  in Limit:int Offset:int\n"
      .. "  out InstanceSet:[Instance] TotalCount:int\nPeelInstances online c\n  in Limit:int Offset:int\n"
      .. "  out Peels:[string]\ntype Instance InstanceId:string\n")
    assert.equal(REPORT, update(folder))
    assert.equal(WRITTEN, (read(folder .. "/paging.txt"):gsub("^[^\n]*\n", "")))
  end)

  it("takes a checkout of the Go SDK, too", function()
    write("sdk/tencentcloud/cvm/v20170312/client.go", [[
const APIVersion = "2017-03-12"
func (c *Client) DescribeInstances(request *DescribeInstancesRequest) {
    request.WithApiInfo("cvm", APIVersion, "DescribeInstances")
}
]])
    write("sdk/tencentcloud/cvm/v20170312/models.go", [[
type DescribeInstancesRequest struct {
	Offset *int64 `json:"Offset,omitnil,omitempty" name:"Offset"`
	Limit *int64 `json:"Limit,omitnil,omitempty" name:"Limit"`
}
type DescribeInstancesResponse struct {
}
type DescribeInstancesResponseParams struct {
	TotalCount *int64 `json:"TotalCount,omitnil,omitempty" name:"TotalCount"`
	InstanceSet []*Instance `json:"InstanceSet,omitnil,omitempty" name:"InstanceSet"`
	RequestId *string `json:"RequestId,omitnil,omitempty" name:"RequestId"`
}
type Instance struct {
	InstanceId *string `json:"InstanceId,omitnil,omitempty" name:"InstanceId"`
}
]])
    assert.equal(REPORT, update(folder .. "/sdk"))
    assert.equal(WRITTEN, (read(folder .. "/paging.txt"):gsub("^[^\n]*\n", "")))
  end)

  it("exits with 1 where nothing of the catalog is in the folder", function()
    assert.matches("no action of the catalog pages in it\nexit 1", update "spec/fixtures/go-sdk", 1, true)
    assert.is_nil(io.open(folder .. "/paging.txt"))
  end)

  for _, arguments in ipairs { "", "--output", "--output x", "--unknown", "one two" } do
    it(("exits with 2 and prints its usage for '%s'"):format(arguments), function()
      assert.matches("^usage: .*exit 2\n$", shell.run("script/update-paging " .. arguments .. " 2>&1; echo exit $?"))
    end)
  end
end)
