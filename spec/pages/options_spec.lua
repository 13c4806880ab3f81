-- What tc.pages takes: the options of a call, the facts of paging, and loops.

local answers = require "spec.support.answers"
local call_options = require "tencentcloud.call.options"
local new = require "tencentcloud.rules".new
local pages = require "tencentcloud.pages".pages
local small_registry = require "spec.support.small_registry"
local tc = require "tencentcloud.rules.outcome"
local virtual = require "tencentcloud.runtime.virtual"

local ACTION = "cvm.DescribeInstances"

-- A registry in which one action pages as these facts say.
local function registry(facts)
  return setmetatable({ action = function(_, name)
    local found = small_registry:action(name)
    if found then found.paging = facts end
    return found
  end }, { __index = small_registry })
end

local function page(first, last, total)
  return { InstanceSet = answers.items(first, last), TotalCount = total }
end

describe("the options of a call", function()
  it("are all taken, each with its own check", function()
    for name in pairs(call_options) do
      assert.error_matches(function() pages(function() end, ACTION, {}, { [name] = false }) end,
        "to 'pages' %(" .. name .. ": ")
    end
  end)

  it("reach the call for each page", function()
    local contexts, drawn, state = {}, 0, {}
    local runtime = virtual.new{ random = 1 }
    local options = {
      attempts = 2, deadline = 9, region = "ap-x", account = "a", state = state, runtime = runtime,
      budget = { draw = function(_, key, cost)
        assert.equal("a/cvm/ap-x", key)
        drawn = drawn + cost
        return true, 1
      end, refund = function() end },
      cancel = function() return #contexts == 4 end,
    }
    local send = answers.new{ page(1, 2, 5), "RequestLimitExceeded", page(3, 4, 5), "RequestLimitExceeded" }
    local list = pages(function(params, context)
      table.insert(contexts, context)
      return send(params)
    end, ACTION, { Limit = 2 }, options)
    local all, err = list:all()
    assert.is_nil(all)
    assert.same({ "RequestLimitExceeded", "cancelled", 10 }, { err.code, err.stopped_by, drawn })
    assert.same({ "ap-x", 9, 1, 2, 1 }, { contexts[1].region, contexts[1].remaining, contexts[2].attempt,
      contexts[3].attempt, contexts[4].attempt })
  end)

  for name, wrap in pairs{
    rules = function(own) return { rules = own } end,
    on = function(own) return { on = own, rules = new() } end,
  } do
    it("give rules for these calls alone, by " .. name, function()
      local seen = {}
      local options = wrap{ LimitExceeded = function(failure)
        table.insert(seen, failure.attempt)
        failure.state.count = (failure.state.count or 0) + 1
        return tc.retry{ after = 0 }
      end }
      options.state = {}
      local send = answers.new{ page(1, 2, 3), "LimitExceeded", page(3, 3, 3) }
      assert.equal(3, #pages(send, ACTION, { Limit = 2 }, options):all())
      assert.same({ { 1 }, 1 }, { seen, options.state.count })
    end)
  end

  it("are not told twice", function()
    assert.error_matches(function() pages(function() end, ACTION, {}, { rules = {}, on = {} }) end,
      "on: rules is a table of rules for these calls already", 1, true)
    assert.error_matches(function() pages(function() end, ACTION, {}, { rules = 3 }) end,
      "rules: a rule set, or a table of rules expected", 1, true)
  end)
end)

describe("the facts of paging", function()
  it("name the lists where there are several", function()
    local rules = new{ registry = registry{ kind = "offset", offset = "Offset", lists = { "SetA", "Result.SetB" } } }
    local ok, message = pcall(pages, function() end, ACTION, {}, { rules = rules })
    assert.is_false(ok)
    assert.matches("paging.list: cvm.DescribeInstances gives several lists; name one in options.paging.list: "
      .. "SetA, Result.SetB", message, 1, true)
    local send = answers.new{ { SetA = answers.items(1, 2) }, { SetA = {} } }
    assert.equal(2, #pages(send, ACTION, {}, { rules = rules, paging = { list = "SetA" } }):all())
  end)

  it("can be taken away", function()
    local send = answers.new{ page(1, 2, 99), page(3, 3, 99) }
    assert.equal(3, #pages(send, ACTION, { Limit = 2 }, { paging = { total = false } }):all())
  end)

  it("are those of the way that the options name, where it is another than the catalog's", function()
    local send, sent = answers.new{ { InstanceSet = { 1 }, NextToken = "t" }, { InstanceSet = { 2 } } }
    assert.same({ 1, 2 }, pages(send, ACTION, {}, { paging = { kind = "token", token = "NextToken" } }):all())
    assert.same({ {}, { NextToken = "t" } }, sent)
    send = answers.new{ { InstanceSet = { 1 } } }
    assert.same({ 1 }, pages(send, ACTION, {}, { paging = { kind = "token", token = "NextToken" } }):all())
  end)

  local WRONG = {
    { { first = 2 }, "paging.first: 0 or 1 expected" },
    { { counts = "bytes" }, 'paging.counts: "items" or "pages" or "unsure" expected' },
    { { kind = "cursor" }, 'paging.kind: "token" or "offset" or "page" expected' },
    { { list = 3 }, "paging.list: the path of a field, such as Result.Content, or false expected" },
    { { list = "" }, "paging.list: the path of a field" },
    { { list = "A..B" }, "paging.list: the path of a field" },
    { { list = false }, "paging.list: the name of a field expected" },
    { { strings = "Offset" }, "paging.strings: a table expected" },
    { { ends_with = "ResourceNotFound" }, "paging.ends_with: a list of strings, or false expected" },
    { { lists = { 1 } }, "paging.lists: a list of strings, or false expected" },
  }
  for _, case in ipairs(WRONG) do
    it("are checked: " .. case[2], function()
      assert.error_matches(function() pages(function() end, ACTION, {}, { paging = case[1] }) end, case[2], 1, true)
    end)
  end

  it("are about numbers that the caller gives as such", function()
    for _, params in ipairs{ { Offset = "two" }, { Limit = -1 }, { Offset = 1.5 }, { Limit = {} } } do
      assert.error_matches(function() pages(function() end, ACTION, params) end,
        "bad argument #3 to 'pages' %(params: %a+: a whole number from 0 up expected%)")
    end
  end)
end)

describe("an error of paging", function()
  it("has the action and the request id of the answer", function()
    local _, err = pages(function() return '{"Response":{"InstanceSet":[],"TotalCount":3,"RequestId":"r-7"}}' end,
      ACTION):all()
    assert.same({ "ClientError.PagingError", ACTION, "r-7" }, { err.code, err.action, err.request_id })
  end)
end)

describe("a send that yields", function()
  local function run(body)
    local thread = coroutine.create(body)
    local ok, result = coroutine.resume(thread)
    while ok and coroutine.status(thread) ~= "dead" do ok, result = coroutine.resume(thread) end
    return ok, result
  end

  local function yielding()
    local send = answers.new{ page(1, 2, 3), page(3, 3, 3) }
    return function(params)
      coroutine.yield()
      return send(params)
    end
  end

  it("works in a loop of next, in every Lua", function()
    local ok, count = run(function()
      local list, seen = pages(yielding(), ACTION, { Limit = 2 }), 0
      while true do
        local item, err = list:next()
        if item == nil then
          assert(err == nil, err)
          return seen
        end
        seen = seen + 1
      end
    end)
    assert.same({ true, 3 }, { ok, count })
  end)

  it("works in a for, or the error says which loop does", function()
    local ok, result = run(function()
      local seen = 0
      for _ in pages(yielding(), ACTION, { Limit = 2 }) do seen = seen + 1 end
      return seen
    end)
    if _VERSION == "Lua 5.1" and not rawget(_G, "jit") then
      assert.is_false(ok)
      assert.matches("while true do local item, err = list:next()", tostring(result), 1, true)
    else
      assert.same({ true, 3 }, { ok, result })
    end
  end)

  it("hands on what else is raised", function()
    local problem = { "of send" }
    local ok, raised = pcall(function()
      for _ in pages(function() error(problem) end, ACTION) do assert.is_nil "no item" end
    end)
    assert.same({ false, true }, { ok, raised == problem })
  end)
end)
