-- The items that tc.pages gives, from responses and from what stands in their place; and lists that are none.

local answers = require "spec.support.answers"
local cjson = require "cjson"
local new = require "tencentcloud.rules".new
local pages = require "tencentcloud.pages".pages
local tc = require "tencentcloud"

local ACTION = "test.DescribeThings"

local function paging(list, total)
  return { kind = "offset", offset = "Offset", limit = "Limit", list = list, total = total }
end

local function read(list, facts, options)
  options = options or {}
  options.paging = facts
  return pages(answers.new(list), ACTION, { Limit = 3 }, options):all()
end

describe("items", function()
  it("that are null are tc.null, and do not end the list", function()
    local all = read({ { List = { 1, cjson.null, 3 }, Total = 5 }, { List = { cjson.null, 5 }, Total = 5 } },
      paging("List", "Total"))
    assert.same({ 1, tc.null, 3, tc.null, 5 }, all)
    local seen = 0
    for item in pages(answers.new{ { List = { cjson.null, cjson.null } , Total = 2 } }, ACTION, { Limit = 3 },
      { paging = paging("List", "Total") }) do
      assert.equal(tc.null, item)
      seen = seen + 1
    end
    assert.equal(2, seen)
  end)

  it("can be false, numbers, texts and lists", function()
    local all = read({ '{"Response":{"List":[false,0,"",[1]],"Total":4,"RequestId":"r"}}', { List = {}, Total = 4 } },
      paging("List", "Total"))
    assert.same({ false, 0, "" }, { all[1], all[2], all[3] })
    assert.equal("[1]", all[4]:json())
  end)

  it("lie as deep as the path says", function()
    local all = read({ { Result = { Content = answers.items(1, 3), TotalCount = 4 } },
      { Result = { Content = answers.items(4, 4), TotalCount = 4 } } }, paging("Result.Content", "Result.TotalCount"))
    assert.equal(4, #all)
  end)

  it("are none where what they lie in is null", function()
    assert.same({}, read({ { Result = cjson.null } }, paging("Result.Content", "Result.TotalCount")))
  end)

  it("come from a rule's table, too", function()
    local rules = new()
    rules:on(ACTION, "ResourceNotFound", tc.ok{ List = { { Id = 1 }, tc.null, { Id = 3 } }, Total = 4 })
    rules:on(ACTION, "ResourceUnavailable", tc.ok{ Result = { List = { 4 } }, List = { { Id = 4 } } })
    local all = read({ "ResourceNotFound", "ResourceUnavailable" }, paging("List", "Total"), { rules = rules })
    assert.same({ { Id = 1 }, tc.null, { Id = 3 }, { Id = 4 } }, all)
    assert.same({ 4 }, (read({ "ResourceUnavailable", { Result = { List = cjson.null } } }, paging "Result.List",
      { rules = rules })))
  end)

  it("come from a decoded table that send returns", function()
    local count = 0
    local all = pages(function()
      count = count + 1
      return { ok = true, List = { { Id = count } }, Total = 2 }
    end, ACTION, { Limit = 1 }, { paging = paging("List", "Total"), max_items = 2 }):all()
    assert.same({ 1, 2 }, answers.ids(all))
  end)

  it("are none where a rule says that a failure is a success", function()
    local rules = new()
    rules:on(ACTION, "ResourceNotFound", tc.ok())
    rules:on(ACTION, "ResourceUnavailable", tc.ok(true))
    for _, code in ipairs{ "ResourceNotFound", "ResourceUnavailable" } do
      assert.same({}, read({ code }, paging("List", "Total"), { rules = rules }))
      local _, err = read({ { List = answers.items(1, 3), Total = 9 }, code }, paging("List", "Total"),
        { rules = rules })
      assert.equal("ClientError.PagingError", err.code)
    end
  end)
end)

describe("a list that", function()
  local WRONG = {
    ["has another name"] = { { Lists = {}, Total = 3 }, "there is no field List, which options.paging.list names" },
    ["is an object"] = { '{"Response":{"List":{"Id":1},"Total":1}}',
      "List is not a list; options.paging.list names it" },
    ["is a text"] = { { List = "all", Total = 1 }, "List is not a list" },
    ["is a number"] = { { List = 3, Total = 1 }, "List is not a list" },
  }
  for what, case in pairs(WRONG) do
    it(what .. " is an error", function()
      local all, err = read({ case[1] }, paging("List", "Total"))
      assert.is_nil(all)
      assert.equal("ClientError.PagingError", err.code)
      assert.matches(case[2], tostring(err), 1, true)
    end)
  end

  it("has a wrong path is an error, whatever the way", function()
    local token = { kind = "token", token = "NextToken", list = "Result.Contents" }
    local answer = { Result = { Content = answers.items(1, 3) }, NextToken = "a" }
    for _, facts in ipairs{ paging "Result.Contents", paging "Results.Content", paging "RequestId.Content" } do
      local all, err = read({ answer }, facts)
      assert.is_nil(all)
      assert.matches("which options.paging.list names", tostring(err), 1, true)
    end
    local all, err = read({ answer, { Result = { Content = answers.items(4, 4) } } }, token)
    assert.is_nil(all)
    assert.matches("there is no field Result.Contents, which options.paging.list names", tostring(err), 1, true)
  end)

  it("is a table by names in a rule's value is an error", function()
    local rules = new()
    rules:on(ACTION, "ResourceNotFound", tc.ok{ List = { a = 1 } })
    local _, err = read({ "ResourceNotFound" }, paging "List", { rules = rules })
    assert.matches("List is not a list", tostring(err), 1, true)
  end)
end)
