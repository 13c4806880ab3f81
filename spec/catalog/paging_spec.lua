-- How the paging facts come from what an action takes and gives, and how they are written down.

local paging = require "catalog.paging"
local paging_file = require "catalog.paging_file"
local schema_facts = require "catalog.schema_facts"

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
    { "several lists", "  in Limit:int Offset:int\n  out Fruits:[Tree] TotalCount:int Trees:[Tree]", nil,
      { kind = "offset", offset = "Offset", limit = "Limit", lists = { "Fruits", "Trees" }, total = "TotalCount",
        counts = "items" } },
    { "the items beside names and options", "  in Limit:int Offset:int\n  out Names:[string] Kinds:[FilterDataObject] "
      .. "TotalCount:int Trees:[Tree]", nil, { kind = "offset", offset = "Offset", limit = "Limit", list = "Trees",
        total = "TotalCount", counts = "items" } },
    { "the same without a total that counts them", "  in Limit:int Offset:int\n  out Names:[string] Trees:[Tree]", nil,
      { kind = "offset", offset = "Offset", limit = "Limit", lists = { "Names", "Trees" }, counts = "items" } },
    { "an offset into a log", "  in Offset:int\n  out Lines:[string]" },
    { "a limit alone", "  in Limit:int\n  out Trees:[Tree]" },
    { "a token that the answer does not have", "  in Context:string Limit:int\n  out Trees:[Tree]" },
    { "no list in the answer", "  in Limit:int Offset:int\n  out Text:string TotalCount:int" },
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
      ["tcr.DescribeImages"] = { "pages", 1 }, ["sqlserver.DescribeDBs"] = { "unsure", 0 },
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
    for _, service in ipairs(assert(require("catalog.reader").read_directory "catalog/services")) do
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
