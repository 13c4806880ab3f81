-- Paging by tokens, as other SDKs' paginators do it: what ends, what goes on, and what is sent.

local answers = require "spec.support.answers"
local cjson = require "cjson"
local pages = require "tencentcloud.pages".pages

local function start(list, paging, params, options)
  local send, sent = answers.new(list)
  options = options or {}
  options.paging = paging
  return pages(send, "test.ListThings", params, options), sent
end

local TOKEN = { kind = "token", token = "NextToken", limit = "MaxResults", list = "List" }
local MORE = { kind = "token", token = "Marker", next = "NextMarker", list = "List", more = "IsTruncated" }
local NESTED = { kind = "token", token = "Page.Token", next = "Result.Next", list = "Result.List",
  more = "Result.More" }

describe("tokens", function()
  it("are sent with what the caller gave, which stays as it was", function()
    local params = { Name = "x" }
    local list, sent = start({ { List = { "a" }, NextToken = "t1" }, { List = { "b" }, NextToken = "t2" },
      { List = { "c" } } }, TOKEN, params)
    assert.same({ "a", "b", "c" }, list:all())
    assert.same({ { Name = "x" }, { Name = "x", NextToken = "t1" }, { Name = "x", NextToken = "t2" } }, sent)
    assert.same({ Name = "x" }, params)
  end)

  for what, last in pairs{ ["no token"] = { List = { "b" } }, ["an empty token"] = { List = { "b" }, NextToken = "" },
    ["a null token"] = { List = { "b" }, NextToken = cjson.null } } do
    it("end where there is " .. what, function()
      local list = start({ { List = { "a" }, NextToken = "t" }, last }, TOKEN)
      assert.same({ "a", "b" }, list:all())
      assert.equal("token", list.ended_by)
      list = start({ last }, TOKEN)
      assert.same({ "b" }, list:all())
    end)
  end

  it("go on over pages that are empty, null or without a list", function()
    local list = start({ { List = {}, NextToken = "1" }, { List = { "a" }, NextToken = "2" },
      { List = cjson.null, NextToken = "3" }, { NextToken = "4" }, { List = { "b" }, NextToken = "5" }, { List = {} } },
      TOKEN)
    assert.same({ "a", "b" }, list:all())
    assert.equal(6, list.requests)
  end)

  it("that come twice are an error, after the items that came", function()
    local list = start({ { List = { "a" }, NextToken = "t1" }, { List = { "b" }, NextToken = "t2" },
      { List = { "c" }, NextToken = "t2" } }, TOKEN)
    for _, item in ipairs{ "a", "b", "c" } do assert.equal(item, (list:next())) end
    local item, err = list:next()
    assert.is_nil(item)
    assert.equal("ClientError.PagingError", err.code)
  end)

  it("are not followed where the flag says that it is over", function()
    local list, sent = start({ { List = { 1 }, IsTruncated = true, NextMarker = "a" },
      { List = { 2 }, IsTruncated = true, NextMarker = "b" }, { List = { 3 }, IsTruncated = false, NextMarker = "c" } },
      MORE)
    assert.same({ 1, 2, 3 }, list:all())
    assert.same({ {}, { Marker = "a" }, { Marker = "b" } }, sent)
    assert.equal("flag", list.ended_by)
  end)

  it("and flags can lie in other fields", function()
    local list, sent = start({ { Result = { List = { 1 }, More = true, Next = "a" } },
      { Result = { List = { 2 }, More = false, Next = "b" } } }, NESTED, { Page = { Size = 1 } })
    assert.same({ 1, 2 }, list:all())
    assert.same({ { Page = { Size = 1 } }, { Page = { Size = 1, Token = "a" } } }, sent)
  end)

  it("can be numbers, and flags numbers or texts", function()
    local list, sent = start({ { List = { 1 }, IsTruncated = 1, NextMarker = 7 },
      { List = { 2 }, IsTruncated = "true", NextMarker = 8 }, { List = { 3 }, IsTruncated = "0", NextMarker = 9 } },
      MORE)
    assert.same({ 1, 2, 3 }, list:all())
    assert.same({ {}, { Marker = 7 }, { Marker = 8 } }, sent)
    local texts = { kind = "token", token = "Marker", list = "List", strings = { token = true } }
    list, sent = start({ { List = { 1 }, Marker = 7 }, { List = { 2 } } }, texts)
    assert.same({ 1, 2 }, list:all())
    assert.same({ {}, { Marker = "7" } }, sent)
  end)

  it("that are objects are an error", function()
    local list = start({ '{"Response":{"List":[1],"NextToken":{"a":1}}}' }, TOKEN)
    local all, err = list:all()
    assert.is_nil(all)
    assert.matches("NextToken is neither a text nor a number", tostring(err), 1, true)
  end)

  it("begin where the caller says, and then no total counts", function()
    local list, sent = start({ { List = { "b" }, Total = 9, NextToken = "t2" }, { List = { "c" }, Total = 9 } },
      { kind = "token", token = "NextToken", list = "List", total = "Total" }, { NextToken = "t1" })
    assert.same({ "b", "c" }, list:all())
    assert.same({ { NextToken = "t1" }, { NextToken = "t2" } }, sent)
  end)

  it("may lead over lists of the same numbers, but not over the same objects", function()
    local list = start({ { List = { 0, 0 }, NextToken = "1" }, { List = { 0, 0 }, NextToken = "2" }, { List = { 0 } } },
      TOKEN)
    assert.same({ 0, 0, 0, 0, 0 }, list:all())
    local _, err = start({ { List = answers.items(1, 1), NextToken = "1" },
      { List = answers.items(1, 1), NextToken = "2" } }, TOKEN):all()
    assert.equal("ClientError.PagingError", err.code)
  end)
end)
