local cjson = require "cjson"
local new = require "tencentcloud.rules".new
local pages = require "tencentcloud.pages".pages
local tc = require "tencentcloud.rules.outcome"

local ACTION = "cvm.DescribeInstances"
local BY_PAGE = { kind = "page", page = "PageNumber", size = "PageSize", first = 1, list = "List",
  total = "Total" }
local BY_TOKEN = { kind = "token", token = "NextToken", next = "NextToken", list = "List" }

local function encode(fields)
  return cjson.encode({ Response = fields }):gsub("{}", "[]")
end

-- The items from `first` on, at most `size`, of a list of `all`.
local function slice(all, first, size)
  local items = {}
  for i = first, math.min(all, first + size - 1) do table.insert(items, { Id = i }) end
  return items
end

-- A list of `all` items behind each way of paging.
local servers = {
  offset = function(all)
    return function(params)
      return (encode{ InstanceSet = slice(all, (params.Offset or 0) + 1, params.Limit or 20), TotalCount = all })
    end
  end,
  page = function(all)
    return function(params)
      local size = params.PageSize or 10
      return (encode{ List = slice(all, ((params.PageNumber or 1) - 1) * size + 1, size), Total = all })
    end
  end,
  token = function(all)
    return function(params)
      local first = tonumber(params.NextToken or 1)
      local after = first + 10
      return (encode{ List = slice(all, first, 10), NextToken = after <= all and tostring(after) or "" })
    end
  end,
}

local function ids(list)
  local numbers = {}
  for i, item in ipairs(list) do numbers[i] = item.Id end
  return numbers
end

local function up_to(last, first)
  local numbers = {}
  for i = first or 1, last do table.insert(numbers, i) end
  return numbers
end

local options = { offset = nil, page = { paging = BY_PAGE }, token = { paging = BY_TOKEN } }

describe("pages", function()
  for kind, server in pairs(servers) do
    for _, all in ipairs{ 0, 1, 9, 10, 11, 20, 21, 45 } do
      it(("gives %d items, paged by %s"):format(all, kind), function()
        local collected = {}
        for item in pages(server(all), ACTION, {}, options[kind]) do table.insert(collected, item) end
        assert.same(up_to(all), ids(collected))
      end)
    end
  end

  it("asks for no page more than it needs to see the end", function()
    local cases = {
      { "offset", 19, { Limit = 20 }, 1, "total" }, { "offset", 21, { Limit = 20 }, 2, "total" },
      { "page", 29, { PageSize = 10 }, 3, "total" }, { "token", 30, {}, 3, "token" }, { "token", 31, {}, 4, "token" },
      -- A full page, or one of unknown size: the total is one sign of the end, an empty page the other.
      { "offset", 20, { Limit = 20 }, 2, "total" }, { "page", 30, {}, 4, "total" }, { "offset", 5, {}, 2, "total" },
    }
    for _, case in ipairs(cases) do
      local list = pages(servers[case[1]](case[2]), ACTION, case[3], options[case[1]])
      assert.equal(case[2], #list:all())
      assert.same({ case[4], case[5] }, { list.requests, list.ended_by })
    end
  end)

  it("keeps the parameters, starts where they say, and leaves the given table as it was", function()
    local sent, serve = {}, servers.offset(45)
    local params = { Offset = 30, Limit = 10, Filter = "x" }
    local list = pages(function(given)
      table.insert(sent, given)
      return serve(given)
    end, ACTION, params)
    assert.same(up_to(45, 31), ids(list:all()))
    assert.same({ { Offset = 30, Limit = 10, Filter = "x" }, { Offset = 40, Limit = 10, Filter = "x" } }, sent)
    assert.same({ Offset = 30, Limit = 10, Filter = "x" }, params)
    assert.same({ 45, 2 }, { list.total, list.requests })
    local third = { PageNumber = 3, PageSize = 10 }
    assert.same(up_to(45, 21), ids(pages(servers.page(45), ACTION, third, options.page):all()))
  end)

  it("ends with an error where there is no end in sight", function()
    local count = 0
    local function send()
      count = count + 1
      return (encode{ InstanceSet = { { Id = count } } })
    end
    local items, err = pages(send, ACTION, {}, { max_pages = 25 }):all()
    assert.is_nil(items)
    assert.matches("ClientError.PagingError: there are more than 25 pages", tostring(err), 1, true)
    assert.equal(25, count)
  end)

  it("raises in a for loop what next and all return: half a list must not look whole", function()
    local function failing()
      local serve, count = servers.offset(45), 0
      return function(params)
        count = count + 1
        if count == 2 then return '{"Response":{"Error":{"Code":"LimitExceeded","Message":""}}}' end
        return serve(params)
      end
    end
    local seen = 0
    local ok, err = pcall(function()
      for _ in pages(failing(), ACTION) do seen = seen + 1 end
    end)
    assert.same({ false, 20, "LimitExceeded" }, { ok, seen, err.code })
    local items, returned = pages(failing(), ACTION):all()
    assert.same({ "LimitExceeded", "rule" }, { returned.code, returned.stopped_by })
    assert.is_nil(items)
    local list = pages(failing(), ACTION)
    for _ = 1, 20 do assert.is_not_nil(list:next()) end
    for _ = 1, 2 do assert.equal("LimitExceeded", select(2, list:next()).code) end
  end)

  it("goes by the rules that it is given", function()
    local rules, failed = new(), false
    rules:on(ACTION, "LimitExceeded", tc.retry{ after = 0 })
    local serve = servers.offset(25)
    local items = pages(function(params)
      if not failed and params.Offset then
        failed = true
        return '{"Response":{"Error":{"Code":"LimitExceeded","Message":""}}}'
      end
      return serve(params)
    end, ACTION, {}, { rules = rules }):all()
    assert.equal(25, #items)
    rules:on(ACTION, "ResourceNotFound", tc.ok{ InstanceSet = {} })
    rules:on(ACTION, "ResourceUnavailable", tc.ok(true))
    for _, code in ipairs{ "ResourceNotFound", "ResourceUnavailable" } do
      local function fail() return (encode{ Error = { Code = code, Message = "" } }) end
      assert.same({}, pages(fail, ACTION, {}, { rules = rules }):all())
    end
  end)

  it("raises for wrong arguments", function()
    local function send() end
    local wrong = {
      { function() pages(send, "DescribeInstances") end, "bad argument #2 to 'pages' (action: write service.Action" },
      { function() pages(nil, ACTION) end, "bad argument #1 to 'pages' (send: a function expected, got nil" },
      { function() pages(send, ACTION, 3) end, "bad argument #3 to 'pages' (params: a table expected" },
      { function() pages(send, ACTION, {}, { page = 3 }) end, "bad argument #4 to 'pages' (no option 'page'" },
      { function() pages(send, "cvm.RunInstances") end,
        "how cvm.RunInstances pages is not known; give options.paging" },
      { function() pages(send, "cvm.RunInstances", {}, { paging = { kind = "token", list = "L" } }) end,
        "paging.token: the name of a field expected" },
      { function() pages(send, ACTION, {}, { paging = { lst = "L" } }) end, "paging: no field 'lst'" },
    }
    for _, case in ipairs(wrong) do assert.error_matches(case[1], case[2], 1, true) end
  end)
end)
