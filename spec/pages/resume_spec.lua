-- Going on where a list was left: pages:where(), `resume`, `max_items`.

local answers = require "spec.support.answers"
local cjson = require "cjson"
local pages = require "tencentcloud.pages".pages

local ACTION = "test.DescribeThings"

local WAYS = {
  offset = { kind = "offset", offset = "Offset", limit = "Limit", list = "List", total = "Total" },
  ["offset of pages"] = { kind = "offset", offset = "Offset", limit = "Limit", counts = "unsure", list = "List" },
  page = { kind = "page", page = "Page", size = "Limit", list = "List", total = "Total" },
  token = { kind = "token", token = "Token", limit = "Limit", list = "List" },
}

-- 45 items behind each way, and a failure of the requests with these numbers.
local function server(way, failing)
  local count = 0
  return function(params)
    count = count + 1
    if failing and failing[count] then return answers.body{ Error = { Code = "LimitExceeded", Message = "" } } end
    local size = params.Limit or 10
    local first = params.Offset or 0
    if way == "token" then first = tonumber(params.Token or 0) end
    if way == "page" then first = math.max(0, (params.Page or 1) - 1) * size end
    if way == "offset of pages" then first = first * size end
    local last = math.min(45, first + size)
    return answers.body{ List = answers.items(first + 1, last), Total = 45,
      Token = way == "token" and last < 45 and tostring(last) or nil }
  end
end

local function start(send, way, options)
  options.paging = WAYS[way]
  return pages(send, ACTION, { Limit = 10 }, options)
end

local function as_json(where)
  return cjson.decode(cjson.encode(where))
end

for way in pairs(WAYS) do
  describe("a list by " .. way, function()
    for step = 1, 46 do
      it(("goes on after %d items, from a JSON text"):format(step), function()
        local list = start(server(way), way, { max_items = step })
        local taken = list:all()
        local rest = start(server(way), way, { resume = as_json(list:where()) }):all()
        for _, item in ipairs(rest) do table.insert(taken, item) end
        assert.same(answers.ids(answers.items(1, 45)), answers.ids(taken))
      end)
    end

    it("goes on after an error, at each request", function()
      for failing = 1, 7 do
        local list = start(server(way, { [failing] = true }), way, {})
        local taken, item, err = {}, list:next()
        while item do
          table.insert(taken, item)
          item, err = list:next()
        end
        if err then
          assert.equal("LimitExceeded", err.code)
          local rest = start(server(way), way, { resume = as_json(list:where()) }):all()
          for _, one in ipairs(rest) do table.insert(taken, one) end
        end
        assert.same(answers.ids(answers.items(1, 45)), answers.ids(taken))
      end
    end)

    it("tells where it is before the first item, and after the last one", function()
      local list = start(server(way), way, {})
      assert.equal(45, #start(server(way), way, { resume = as_json(list:where()) }):all())
      list:all()
      local over = start(server(way), way, { resume = as_json(list:where()) })
      assert.same({}, over:all())
      assert.same({ 0, list.ended_by }, { over.requests, over.ended_by })
    end)

    it("keeps its place while nothing is taken", function()
      local list = start(server(way), way, { max_items = 17 })
      list:all()
      local first = as_json(list:where())
      local second = as_json(start(server(way), way, { resume = first }):where())
      assert.equal(28, #start(server(way), way, { resume = second }):all())
    end)
  end)
end

describe("max_items", function()
  it("ends the list without a further request", function()
    local list = start(server "offset", "offset", { max_items = 10 })
    assert.equal(10, #list:all())
    assert.same({ 1, "max_items" }, { list.requests, list.ended_by })
    for _ = 1, 2 do assert.is_nil((list:next())) end
    local count = 0
    for _ in start(server "token", "token", { max_items = 13 }) do count = count + 1 end
    assert.equal(13, count)
  end)

  it("may be more than there are", function()
    local list = start(server "offset", "offset", { max_items = 99 })
    assert.equal(45, #list:all())
    assert.equal("total", list.ended_by)
  end)
end)

describe("resume", function()
  it("is an error where the page is shorter than it was", function()
    local list = start(server "offset", "offset", { max_items = 17 })
    list:all()
    local function shorter() return answers.body{ List = answers.items(11, 13), Total = 13 } end
    local again = start(shorter, "offset", { resume = list:where() })
    local all, err = again:all()
    assert.is_nil(all)
    assert.matches("7 items of this page were taken before, and now it has 3", tostring(err), 1, true)
    assert.equal(28, #start(server "offset", "offset", { resume = as_json(again:where()) }):all())
  end)

  it("sees that a page is the same as the one before it", function()
    local list = start(server "offset", "offset", { max_items = 20 })
    list:all()
    local function same() return answers.body{ List = answers.items(11, 20), Total = 45 } end
    local again = start(same, "offset", { resume = as_json(list:where()) })
    assert.matches("the same as one before", tostring(select(2, again:all())), 1, true)
  end)

  it("asks for the page that was not right once more", function()
    local sound, requests = server "offset", 0
    local function glitch(params)
      requests = requests + 1
      if requests == 3 then return answers.body{ List = cjson.null, Total = 45 } end
      return sound(params)
    end
    local list = start(glitch, "offset", {})
    local taken = {}
    for _ = 1, 20 do table.insert(taken, (list:next())) end
    assert.equal("ClientError.PagingError", select(2, list:next()).code)
    for item in start(sound, "offset", { resume = as_json(list:where()) }) do table.insert(taken, item) end
    assert.same(answers.ids(answers.items(1, 45)), answers.ids(taken))
  end)

  it("takes what pages:where() gave, for the same action", function()
    local where = start(server "offset", "offset", {}):where()
    local wrong = {
      { { resume = 3 }, "resume: a table expected" },
      { { resume = {} }, "resume: what pages:where() returned expected" },
      { { resume = { action = ACTION, state = { pages = "1", seen = 0 } } }, "what pages:where() returned expected" },
      { { resume = { action = "cvm.DescribeInstances", state = where.state } }, "it is about cvm.DescribeInstances" },
    }
    for _, case in ipairs(wrong) do
      assert.error_matches(function() start(server "offset", "offset", case[1]) end, case[2], 1, true)
    end
  end)
end)
