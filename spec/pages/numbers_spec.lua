-- What tc.pages asks for: numbers and texts, paths, what pages are counted from, and what an offset counts.

local answers = require "spec.support.answers"
local cjson = require "cjson"
local pages = require "tencentcloud.pages".pages

local ACTION = "test.DescribeThings"

local function at(holder, path)
  for key in path:gmatch "[^.]+" do holder = type(holder) == "table" and holder[key] or nil end
  return holder
end

-- A server of `all` items that pages by number as its fields say.
local function server(fields)
  local sent = {}
  return function(params)
    table.insert(sent, cjson.decode(cjson.encode(params)))
    local number, size = at(params, fields.number), at(params, fields.size or "Limit") or fields.default or 20
    for _, value in ipairs{ number or fields.type == "string" and "" or 0, size } do
      local wanted = value ~= fields.default and fields.type or type(value)
      if type(value) ~= wanted then return answers.body{ Error = { Code = "InvalidParameterValue", Message = "" } } end
    end
    local given = math.min(tonumber(size), fields.cap or math.huge)
    local step = fields.step == "asked" and tonumber(size) or given
    local first = tonumber(number) or fields.first or 0
    if fields.first then first = math.max(0, first - fields.first) * step end
    return answers.body{ List = answers.items(first + 1, math.min(first + given, fields.all)),
      Total = fields.total ~= false and fields.all or nil }
  end, sent
end

local function read(fields, paging, params)
  local send, sent = server(fields)
  paging.list, paging.total = "List", fields.total ~= false and "Total" or nil
  local list = pages(send, ACTION, params, { paging = paging, attempts = 1 })
  local all, err = list:all()
  return answers.ids(all), sent, err
end

local function up_to(last, first)
  return answers.ids(answers.items(first or 1, last))
end

describe("pages send", function()
  it("texts where the reference says that the field is a String", function()
    local paging = { kind = "offset", offset = "Offset", limit = "Limit", strings = { offset = true, limit = true } }
    local all, sent = read({ all = 45, number = "Offset", type = "string" }, paging, { Limit = "20" })
    assert.same(up_to(45), all)
    assert.same({ { Limit = "20" }, { Limit = "20", Offset = "20" }, { Limit = "20", Offset = "40" } }, sent)
  end)

  it("texts where the caller does", function()
    local paging = { kind = "page", page = "PageNumber", size = "PageSize", first = 1 }
    local all, sent = read({ all = 45, number = "PageNumber", size = "PageSize", first = 1, type = "string" }, paging,
      { PageNumber = "1", PageSize = "20" })
    assert.same(up_to(45), all)
    assert.same({ PageNumber = "3", PageSize = "20" }, sent[3])
  end)

  it("whole numbers, whatever number the caller wrote", function()
    local sent = {}
    pages(function(params)
      table.insert(sent, tostring(params.Offset))
      return answers.body{ List = answers.items(params.Offset + 1, math.min(5, params.Offset + 2)), Total = 5 }
    end, ACTION, { Offset = 2 * 1.0, Limit = 2 }, { paging = { kind = "offset", offset = "Offset", limit = "Limit",
      list = "List", total = "Total" } }):all()
    assert.equal("4", sent[2])
  end)

  it("fields that lie in others, and leave the caller's tables as they were", function()
    local paging = { kind = "offset", offset = "Filter.Page.Offset", limit = "Filter.Page.Limit" }
    local names = { all = 45, number = "Filter.Page.Offset", size = "Filter.Page.Limit" }
    local params = { Filter = { Page = { Limit = 20 }, Name = "x" } }
    local all, sent = read(names, paging, params)
    assert.same(up_to(45), all)
    assert.same({ Filter = { Page = { Limit = 20, Offset = 40 }, Name = "x" } }, sent[3])
    assert.same({ Filter = { Page = { Limit = 20 }, Name = "x" } }, params)
    all, sent = read(names, paging, { Name = "x" })
    assert.same(up_to(45), all)
    assert.same({ Filter = { Page = { Offset = 40 } }, Name = "x" }, sent[3])
  end)

  it("params anew for each page, whatever send does with them", function()
    local count = 0
    local list = pages(function(params)
      count = count + 1
      assert.is_nil(params.Signature)
      assert.is_nil(params.Nested.Signature)
      params.Signature, params.Nested.Signature, params.Limit = "s", "s", nil
      return answers.body{ List = answers.items(count, count), Total = 3 }
    end, ACTION, { Limit = 1, Nested = {} }, { paging = { kind = "offset", offset = "Offset", list = "List",
      total = "Total" } })
    assert.same(up_to(3), answers.ids({ list:next(), list:next(), list:next() }))
  end)
end)

describe("pages that are counted from", function()
  for first = 0, 1 do
    for _, case in ipairs{ { "page", "PageNumber", "PageSize" }, { "offset", "Offset", "Limit" } } do
      local way, number, size = case[1], case[2], case[3]
      local function paging(extra)
        extra.kind, extra[way], extra[way == "page" and "size" or "limit"] = way, number, size
        if way == "offset" then extra.counts = extra.counts or "pages" end
        return extra
      end
      for _, total in ipairs{ true, false } do
        local fields = { all = 100, number = number, size = size, first = first, total = total }
        local what = ("%d, by %s, %s a total"):format(first, number, total and "with" or "without")
        it(what .. ", as the facts say", function()
          local all, sent = read(fields, paging{ first = first }, { [size] = 20 })
          assert.same(up_to(100), all)
          assert.equal(first + 1, sent[2][number])
        end)
        it(what .. ", as the second page proves", function()
          assert.same(up_to(100), (read(fields, paging{}, { [size] = 20 })))
          assert.same(up_to(100), (read(fields, paging{}, {})))
        end)
        it(what .. ", as the caller says", function()
          local all, sent = read(fields, paging{ first = first }, { [size] = 20, [number] = first + 2 })
          assert.same(up_to(100, 41), all)
          assert.equal(first + 3, sent[2][number])
        end)
      end
    end
  end

  it("somewhere in the middle need a page size, where the total does not fit", function()
    local fields = { all = 41, number = "PageNumber", size = "PageSize", first = 1 }
    local paging = { kind = "page", page = "PageNumber", size = "PageSize", first = 1 }
    local _, _, err = read(fields, paging, { PageNumber = 3 })
    assert.matches("ask for a page size where you begin in the middle", tostring(err), 1, true)
    assert.same({ 41 }, (read(fields, paging, { PageNumber = 3, PageSize = 20 })))
    assert.same(up_to(41, 21), (read(fields, paging, { PageNumber = 2 })))
  end)

  it("0, where the caller begins there", function()
    local fields = { all = 100, number = "PageNumber", size = "PageSize", first = 0 }
    local paging = { kind = "page", page = "PageNumber", size = "PageSize" }
    assert.same(up_to(100), (read(fields, paging, { PageNumber = 0, PageSize = 20 })))
  end)
end)

describe("an offset of which it is not sure what it counts", function()
  local function paging() return { kind = "offset", offset = "Offset", limit = "Limit", counts = "unsure" } end

  for what, first in pairs{ ["items"] = false, ["pages from 0"] = 0, ["pages from 1"] = 1 } do
    for _, all in ipairs{ 0, 1, 2, 19, 20, 21, 40, 41, 100 } do
      for _, total in ipairs{ true, false } do
        it(("is found to count %s, in a list of %d, %s a total"):format(what, all, total and "with" or "without"),
          function()
            local fields = { all = all, number = "Offset", first = first or nil, total = total }
            assert.same(up_to(all), (read(fields, paging(), { Limit = 20 })))
            assert.same(up_to(all), (read(fields, paging(), {})))
            assert.same(up_to(all), (read(fields, paging(), { Limit = 1 })))
          end)
      end
    end
  end

  it("goes on from where the caller begins", function()
    assert.same(up_to(100, 21), (read({ all = 100, number = "Offset" }, paging(), { Limit = 20, Offset = 20 })))
    local fields, facts = { all = 100, number = "Offset", first = 0 }, paging()
    local all, _, err = read(fields, facts, { Limit = 20, Offset = 2 })
    assert.is_nil(all)
    assert.matches("options.paging.first says what pages are counted from", tostring(err), 1, true)
    facts.first = 0
    assert.same(up_to(100, 41), (read(fields, facts, { Limit = 20, Offset = 2 })))
  end)

  it("is an error where the items do not show it", function()
    local send = answers.new{ { List = { 7, 7 }, Total = 4 }, { List = { 7, 7 }, Total = 4 } }
    local _, err = pages(send, ACTION, { Limit = 2 }, { paging = { kind = "offset", offset = "Offset", list = "List",
      total = "Total", limit = "Limit", counts = "unsure" } }):all()
    assert.matches("cannot be told whether Offset counts items or pages; options.paging.counts says it", tostring(err),
      1, true)
  end)
end)

describe("a server that gives fewer items than were asked for", function()
  for _, step in ipairs{ "asked", "given" } do
    for _, total in ipairs{ true, false } do
      for _, all in ipairs{ 5, 100, 101, 450 } do
        local what = ("counts its pages by the size %s, %d items, %s a total"):format(step, all,
          total and "with" or "without")
        it(what, function()
          local fields = { all = all, number = "PageNumber", size = "PageSize", first = 1, cap = 100, step = step,
            total = total }
          local paging = { kind = "page", page = "PageNumber", size = "PageSize", first = 1 }
          assert.same(up_to(all), (read(fields, paging, { PageSize = 500 })))
          fields = { all = all, number = "Offset", cap = 100, total = total }
          assert.same(up_to(all), (read(fields, { kind = "offset", offset = "Offset", limit = "Limit" },
            { Limit = 500 })))
        end)
      end
    end
  end

  it("is an error from the middle on, where its pages cannot be told apart", function()
    local fields = { all = 450, number = "PageNumber", size = "PageSize", first = 1, cap = 100 }
    local _, _, err = read(fields, { kind = "page", page = "PageNumber", size = "PageSize", first = 1 },
      { PageSize = 200, PageNumber = 2 })
    assert.matches("the server gives shorter pages than were asked for", tostring(err), 1, true)
  end)
end)
