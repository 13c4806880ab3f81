-- When tc.pages believes that a list is over, and when it does not.

local answers = require "spec.support.answers"
local cjson = require "cjson"
local pages = require "tencentcloud.pages".pages

local items, null = answers.items, cjson.null

local OFFSET = { kind = "offset", offset = "Offset", limit = "Limit", list = "List", total = "Total" }
local PAGE = { kind = "page", page = "Page", size = "Size", first = 1, list = "List", total = "Total", more = "More" }
local BOTH = { kind = "token", token = "NextToken", offset = "Offset", limit = "Limit", list = "List", total = "Total" }
local OVER = { kind = "token", token = "Context", limit = "Limit", list = "List", over = "ListOver", total = "Total" }

local function read(list, paging, params, options)
  local send, sent = answers.new(list)
  options = options or {}
  options.paging, options.attempts = paging, 1
  local found = pages(send, "test.DescribeThings", params or { Limit = 2 }, options)
  local all, err = found:all()
  return found, all, err, sent
end

-- answers, paging, how many items came, what ended the list; params.
local ENDS = {
  ["the total, and a page that is shorter than was asked for"] = {
    { { List = items(1, 2), Total = 3 }, { List = items(3, 3), Total = 3 } }, OFFSET, 3, "total" },
  ["the total, and an empty page beyond it"] = {
    { { List = items(1, 2), Total = 2 }, { List = {}, Total = 2 } }, OFFSET, 2, "total" },
  ["the total, and a null beyond it"] = {
    { { List = items(1, 2), Total = 2 }, { List = null, Total = 2 } }, OFFSET, 2, "total" },
  ["the total, where the request beyond it is refused"] = {
    { { List = items(1, 2), Total = 2 }, "InvalidParameterValue" }, OFFSET, 2, "total" },
  ["the total, and the same page beyond it: the server always gives all"] = {
    { { List = items(1, 2), Total = 2 }, { List = items(1, 2), Total = 2 } }, OFFSET, 2, "total" },
  ["a total that is a text"] = {
    { { List = items(1, 2), Total = "3" }, { List = items(3, 3), Total = "3" } }, OFFSET, 3, "total" },
  ["a total of the first page alone"] = {
    { { List = items(1, 2), Total = 3 }, { List = items(3, 3) } }, OFFSET, 3, "total" },
  ["a total of 0 and no item"] = { { { List = {}, Total = 0 } }, OFFSET, 0, "empty" },
  ["a total of 0 and no list"] = { { { Total = 0 } }, OFFSET, 0, "empty" },
  ["a null list"] = { { { List = null } }, OFFSET, 0, "empty" },
  ["an empty page, where the total is 0 in spite of items"] = {
    { { List = items(1, 2), Total = 0 }, { List = items(3, 4), Total = 0 }, { List = {}, Total = 0 } },
    OFFSET, 4, "empty" },
  ["a page shorter than those before it, where the total is -1"] = {
    { { List = items(1, 2), Total = -1 }, { List = items(3, 3), Total = -1 } }, OFFSET, 3, "short" },
  ["a page shorter than those before it, where there is no total"] = {
    { { List = items(1, 2) }, { List = items(3, 3) } }, OFFSET, 3, "short" },
  ["an empty page, where a server may give less than was asked for"] = {
    { { List = items(1, 2) }, { List = items(3, 4) }, { List = {} } }, OFFSET, 4, "empty", { Limit = 500 } },
  ["an empty page after a total that is that of the page"] = {
    { { List = items(1, 2), Total = 2 }, { List = items(3, 4), Total = 2 }, { List = {}, Total = 0 } },
    OFFSET, 4, "empty" },
  ["the flag"] = {
    { { List = items(1, 2), More = true }, { List = items(3, 4), More = false } }, PAGE, 4, "flag", { Size = 2 } },
  ["the total, without the request beyond it, where the flag says so too"] = {
    { { List = items(1, 2), More = false, Total = 2 } }, PAGE, 2, "total", { Size = 2 } },
  ["a token that is missing"] = {
    { { List = items(1, 2), NextToken = "b", Total = 3 }, { List = items(3, 3), Total = 3 } }, BOTH, 3, "token" },
  ["a flag, in spite of a further token"] = {
    { { List = items(1, 2), Context = "a", ListOver = false }, { List = items(3, 3), Context = "b", ListOver = true } },
    OVER, 3, "flag" },
}

-- The same, with what is to be in the error's message.
local CONTRADICTIONS = {
  ["an empty page while the total says more"] = {
    { { List = items(1, 2), Total = 5 }, { List = {}, Total = 5 } }, OFFSET, "a page is empty; 2 items came" },
  ["a null page while the total says more"] = {
    { { List = items(1, 2), Total = 5 }, { List = null, Total = 5 } }, OFFSET, "Total says that there are 5" },
  ["a null page with a total of 0, after a total that said more"] = {
    { { List = items(1, 2), Total = 5 }, { List = null, Total = 0 } }, OFFSET, "Total says that there are 5" },
  ["no list while the total says more"] = {
    { { List = items(1, 2), Total = 5 }, { Total = 5 } }, OFFSET, "there is no field List" },
  ["no list, and nothing that says how many there are"] = {
    { { List = items(1, 2) }, { Other = 1 } }, OFFSET, "there is no field List" },
  ["an empty first page while the total says more"] = {
    { { List = {}, Total = 5 } }, OFFSET, "a page is empty; 0 items came" },
  ["a short page while the total says more, and nothing beyond it"] = {
    { { List = items(1, 2), Total = 5 }, { List = items(3, 3), Total = 5 }, { List = {}, Total = 5 } },
    OFFSET, "3 items came on 2 pages; Total says that there are 5" },
  ["the same page again while the total says more"] = {
    { { List = items(1, 2), Total = 5 }, { List = items(1, 2), Total = 5 } }, OFFSET, "the same as one before" },
  ["the same page again without a total"] = {
    { { List = items(1, 2) }, { List = items(1, 2) } }, OFFSET, "the same as one before" },
  ["the first page again"] = {
    { { List = items(1, 2) }, { List = items(3, 4) }, { List = items(1, 2) } }, OFFSET, "the same as one before" },
  ["the same page again while the flag says more"] = {
    { { List = items(1, 2), Total = 2, More = true }, { List = items(1, 2), Total = 2, More = true } },
    PAGE, "the same as one before", { Size = 2 } },
  ["items that came already, in place of those that the total speaks of"] = {
    { { List = items(1, 2), Total = 3 }, { List = items(2, 3), Total = 3 } }, OFFSET, "items of the one before" },
  ["a flag that says more beside an empty page"] = {
    { { List = items(1, 2), More = true }, { List = {}, More = true } }, PAGE, "the flag says that there is more",
    { Size = 2 } },
  ["no token while the total says more, and no other way"] = {
    { { List = items(1, 2), Context = "a", Total = 9 }, { List = items(3, 4), Total = 9 } }, OVER,
    "there is no further Context; 4 items came on 1 pages; Total says that there are 9" },
  ["no token while the flag says more, and no other way"] = {
    { { List = items(1, 2), ListOver = false } }, OVER, "the flag says that there is more" },
  ["the same token twice"] = {
    { { List = items(1, 2), Context = "a" }, { List = items(3, 4), Context = "a" } }, OVER,
    "the same Context came twice" },
  ["a token of long ago"] = {
    { { List = items(1, 1), Context = "a" }, { List = items(2, 2), Context = "b" },
      { List = items(3, 3), Context = "a" } }, OVER, "the same Context came twice" },
  ["the token that the caller gave"] = {
    { { List = items(1, 1), Context = "a" } }, OVER, "the same Context came twice", { Context = "a" } },
  ["the same page behind another token"] = {
    { { List = items(1, 2), Context = "a" }, { List = items(1, 2), Context = "b" } }, OVER,
    "the same as the one before" },
}

describe("a list ends at", function()
  for what, case in pairs(ENDS) do
    it(what, function()
      local list, all, err, sent = read(case[1], case[2], case[5])
      assert.is_nil(err)
      assert.same(answers.ids(items(1, case[3])), answers.ids(all))
      assert.same({ case[4], #case[1], #case[1] }, { list.ended_by, list.requests, #sent })
    end)
  end
end)

describe("a list does not end at", function()
  for what, case in pairs(CONTRADICTIONS) do
    it(what, function()
      local list, all, err = read(case[1], case[2], case[4])
      assert.is_nil(all)
      assert.equal("ClientError.PagingError", err.code)
      assert.matches(case[3], tostring(err), 1, true)
      assert.is_nil(list.ended_by)
      for _ = 1, 2 do assert.same({ nil, err }, { list:next() }) end
    end)
  end
end)

describe("a list goes on", function()
  it("by the offset, where the first answer has a total and no token", function()
    local _, all, _, sent = read({ { List = items(1, 4), Total = 9 }, { List = items(5, 8), Total = 9 },
      { List = items(9, 9), Total = 9 } }, BOTH, { Limit = 4 })
    assert.equal(9, #all)
    assert.same({ { Limit = 4 }, { Limit = 4, Offset = 4 }, { Limit = 4, Offset = 8 } }, sent)
  end)

  it("by the token, where the first answer has one, whatever way the catalog prefers", function()
    local paging = { kind = "offset", token = "NextToken", offset = "Offset", list = "List", total = "Total" }
    local _, all, _, sent = read({ { List = items(1, 2), Total = 3, NextToken = "b" },
      { List = items(3, 3), Total = 3, NextToken = "" } }, paging, { Offset = 0, Limit = 2 })
    assert.equal(3, #all)
    assert.same({ { Offset = 0, Limit = 2 }, { NextToken = "b", Limit = 2 } }, sent)
  end)

  it("by the offset, where tokens end too early", function()
    local _, all, _, sent = read({ { List = items(1, 2), Total = 5, NextToken = "b" },
      { List = items(3, 4), Total = 5 }, { List = items(5, 5), Total = 5 } }, BOTH)
    assert.equal(5, #all)
    assert.same({ { Limit = 2 }, { Limit = 2, NextToken = "b" }, { Limit = 2, Offset = 4 } }, sent)
  end)

  it("by the token, where a page by its offset is empty but has one", function()
    local _, all = read({ { List = items(1, 2), Total = 4 }, { List = {}, Total = 4, NextToken = "c" },
      { List = items(3, 4), Total = 4 } }, BOTH)
    assert.equal(4, #all)
  end)

  it("by the token, though the flag says that the list is over, where the total says more", function()
    local _, all = read({ { List = items(1, 2), Total = 3, Context = "b", ListOver = true },
      { List = items(3, 3), Total = 3, ListOver = true } }, OVER)
    assert.equal(3, #all)
  end)

  it("where the total that was reached is too small", function()
    local list, all = read({ { List = items(1, 2), Total = 2 }, { List = items(3, 4), Total = 2 },
      { List = items(5, 5), Total = 2 } }, OFFSET)
    assert.equal(5, #all)
    assert.equal("short", list.ended_by)
  end)
end)

describe("codes that mean 'no more'", function()
  local paging = { kind = "offset", offset = "Offset", limit = "Limit", list = "RecordList",
    total = "RecordCountInfo.TotalCount", ends_with = { "ResourceNotFound.NoDataOfRecord" } }

  local function answer(first, last, total)
    return { RecordList = items(first, last), RecordCountInfo = { TotalCount = total } }
  end

  it("end a list that nothing says more of", function()
    local list, all = read({ "ResourceNotFound.NoDataOfRecord" }, paging)
    assert.same({ {}, "code" }, { all, list.ended_by })
    list, all = read({ answer(1, 2, 0), answer(3, 4, 0), "ResourceNotFound.NoDataOfRecord" }, paging)
    assert.same({ 4, "code" }, { #all, list.ended_by })
    list, all = read({ answer(1, 2, 4), answer(3, 4, 4), "ResourceNotFound.NoDataOfRecord" }, paging)
    assert.same({ 4, "total" }, { #all, list.ended_by })
    list, all = read({ answer(1, 2, 0), "ResourceNotFound.NoDataOfRecord. " }, paging)
    assert.same({ 2, "code" }, { #all, list.ended_by })
  end)

  it("do not end one that the total says more of", function()
    local _, all, err = read({ answer(1, 2, 5), "ResourceNotFound.NoDataOfRecord" }, paging)
    assert.is_nil(all)
    assert.equal("ClientError.PagingError", err.code)
    assert.matches("NoDataOfRecord came instead of a page; 2 items .* RecordCountInfo.TotalCount says that there are 5",
      tostring(err))
  end)

  it("are the call's error where they mean something else", function()
    local _, _, err = read({ answer(1, 2, 5), "ResourceNotFound" }, paging)
    assert.equal("ResourceNotFound", err.code)
  end)
end)

describe("the total", function()
  it("is the last believable one, and the list says whether it changed", function()
    local list = read({ { List = items(1, 2), Total = 4 }, { List = items(3, 4), Total = 5 },
      { List = items(5, 5), Total = 5 } }, OFFSET)
    assert.same({ 5, true }, { list.total, list.changed })
    list = read({ { List = items(1, 1), Total = 1 } }, OFFSET)
    assert.same({ 1, false }, { list.total, list.changed })
  end)

  it("counts what comes before the first page", function()
    for _, case in ipairs{ { OFFSET, { Offset = 6, Limit = 2 } }, { PAGE, { Page = 4, Size = 2 } } } do
      local list, all = read({ { List = items(7, 8), Total = 9 }, { List = items(9, 9), Total = 9 } }, case[1], case[2])
      assert.same({ 3, "total" }, { #all, list.ended_by })
      local _, _, err = read({ { List = items(7, 8), Total = 9 }, { List = {}, Total = 9 } }, case[1], case[2])
      assert.matches("Total says that there are 9, 6 of them before the first page", tostring(err), 1, true)
    end
  end)
end)
