-- What proves the end of a list, and what does not; and what a list goes on with.

local cjson = require "cjson"
local tc = require "tencentcloud"

local ACTION = "cvm.DescribeInstances"
local BY_PAGE = { kind = "page", page = "P", size = "S", list = "List", total = "Total", first = 1 }

local function encode(fields)
  fields.RequestId = "r"
  return (cjson.encode{ Response = fields }:gsub("{}", "[]"))
end

local function items(first, last)
  local list = {}
  for number = first, last do table.insert(list, { Id = number }) end
  return list
end

-- 45 items; the total counts only those of the page, so it looks reached.
local function of_page(params)
  local first = (params.Offset or 0) + 1
  local list = items(first, math.min(45, first + 19))
  return encode{ InstanceSet = list, TotalCount = #list }
end

describe("a request that was to prove the total", function()
  for _, code in ipairs{ "AuthFailure.SignatureFailure", "UnauthorizedOperation", "InternalError",
    "RequestLimitExceeded" } do
    it("proves nothing where it fails with " .. code, function()
      local pages = tc.pages(function(params)
        if params.Offset and params.Offset > 0 then
          return ('{"Response":{"Error":{"Code":"%s","Message":""},"RequestId":"r"}}'):format(code)
        end
        return of_page(params)
      end, ACTION, { Limit = 20 }, { attempts = 1 })
      local all, err = pages:all()
      assert.is_nil(all)
      assert.equal(code, err.code)
    end)
  end

  it("proves it where there is no such page", function()
    local pages = tc.pages(function(params)
      if params.Offset and params.Offset > 0 then
        return '{"Response":{"Error":{"Code":"InvalidParameterValue","Message":""},"RequestId":"r"}}'
      end
      return encode{ InstanceSet = items(1, 20), TotalCount = 20 }
    end, ACTION, { Limit = 20 }, { attempts = 1 })
    assert.same({ 20, "total" }, { #assert(pages:all()), pages.ended_by })
  end)

  it("is no page that max_pages counts", function()
    local function send(params)
      local first = (params.Offset or 0) + 1
      return encode{ InstanceSet = items(first, math.min(40, first + 19)), TotalCount = 40 }
    end
    assert.equal(40, #assert(tc.pages(send, ACTION, { Limit = 20 }, { max_pages = 2 }):all()))
    assert.is_nil((tc.pages(send, ACTION, { Limit = 20 }, { max_pages = 1 }):all()))
  end)
end)

describe("a total", function()
  it("that is no whole number is none", function()
    for _, total in ipairs{ "9.5", "1e400", '"0x10"', "true", "{}" } do
      local all = tc.pages(function(params)
        local list = (params.Offset or 0) == 0 and items(1, 9) or {}
        return (encode{ InstanceSet = list }:gsub('"RequestId"', ('"TotalCount":%s,"RequestId"'):format(total)))
      end, ACTION):all()
      assert.equal(9, #assert(all))
    end
  end)
end)

describe("resume", function()
  local function send(params)
    local size = params.S or 10
    local first = ((params.P or 1) - 1) * size + 1
    return encode{ List = items(first, math.min(45, first + size - 1)) }
  end

  it("goes on with the page size that it began with, or says so", function()
    local pages = tc.pages(send, ACTION, { S = 10 }, { paging = BY_PAGE, max_items = 10 })
    assert.equal(10, #assert(pages:all()))
    local where = pages:where()
    assert.equal(35, #assert(tc.pages(send, ACTION, { S = 10 }, { paging = BY_PAGE, resume = where }):all()))
    for _, params in ipairs{ { S = 20 }, {} } do
      assert.error_matches(function() tc.pages(send, ACTION, params, { paging = BY_PAGE, resume = where }) end,
        "the page size that it began with, 10", 1, true)
    end
  end)

  it("takes only what where() gives", function()
    local where = tc.pages(send, ACTION, {}, { paging = BY_PAGE }):where()
    for _, change in ipairs{ { way = "bogus" }, { way = "offset" }, { pages = 1.5 }, { seen = -3 } } do
      local bad = cjson.decode(cjson.encode(where))
      for key, value in pairs(change) do bad.state[key] = value end
      assert.error_matches(function() tc.pages(send, ACTION, {}, { paging = BY_PAGE, resume = bad }) end,
        "what pages:where() returned expected", 1, true)
    end
  end)
end)
