-- What programs get from a call is theirs: changing it changes neither the caller's tables nor the next request.

local new = require "tencentcloud.rules".new
local script = require "tencentcloud.study.script"
local tc = require "tencentcloud.rules.outcome"

local INTERNAL = { code = "InternalError" }
local ACTION = "cvm.DescribeInstances"

local function given() return { Limit = 1, Filters = { { Name = "zone", Values = { "a" } } } } end

-- Calls twice over, while `change` is done to the parameters in one of the places.
local function play(where, change)
  local rules, sent, params = new(), {}, given()
  rules:on("*", "InternalError", function(failure)
    if where == "handler" then change(failure.params) end
    return tc.retry
  end)
  rules:before("*", function(request)
    if where == "guard" then change(request.params) end
  end)
  local show = script.new{ INTERNAL, INTERNAL, {} }
  rules:call(function(own, context)
    table.insert(sent, { Limit = own.Limit, Filters = own.Filters and { own.Filters[1] } })
    if where == "send" then change(own) end
    return show.send(own, context)
  end, ACTION, params, { runtime = show.runtime })
  return sent, params
end

describe("parameters", function()
  for _, where in ipairs{ "handler", "guard", "send" } do
    for name, change in pairs{
      ["a field"] = function(params) params.Limit = 99 end,
      ["a nested field"] = function(params) params.Filters[1].Values[1] = "z" end,
      ["all fields"] = function(params) for key in pairs(params) do params[key] = nil end end,
    } do
      it(("stay where a %s changes %s"):format(where, name), function()
        local sent, params = play(where, change)
        assert.same(given(), params)
        assert.equal(3, #sent)
        for i = 2, 3 do assert.equal(1, sent[i].Limit) end
      end)
    end
  end

  it("are not the caller's tables, but with their metatables", function()
    local mark = {}
    local params = { List = setmetatable({}, mark) }
    local show = script.new{ {} }
    show:call(new(), ACTION, params)
    local sent = show.sent[1].params
    assert.same(params, sent)
    assert.is_false(rawequal(params, sent))
    assert.is_false(rawequal(params.List, sent.List))
    assert.equal(mark, getmetatable(sent.List))
  end)

  it("stay where the ClientToken is put into them", function()
    local rules = new{ client_token = function() return "ours" end }
    local params = { Placement = { Zone = "a" } }
    local show = script.new{ {} }
    show:call(rules, "cvm.RunInstances", params)
    assert.same({ Placement = { Zone = "a" } }, params)
    assert.same({ Placement = { Zone = "a" }, ClientToken = "ours" }, show.sent[1].params)
  end)

  it("that were left out are a new table for each request", function()
    local show, seen = script.new{ INTERNAL, {} }, {}
    new():call(function(params, context)
      table.insert(seen, next(params) == nil)
      params.Limit = 1
      return show.send(params, context)
    end, ACTION, nil, { runtime = show.runtime })
    new():call(function(params)
      table.insert(seen, next(params) == nil)
      return '{"Response":{"RequestId":"r"}}'
    end, ACTION)
    assert.same({ true, true, true }, seen)
  end)

  it("that cannot be copied name the argument", function()
    local ring = {}
    ring.Own = ring
    assert.error_matches(function() script.new{ {} }:call(new(), ACTION, ring) end,
      "bad argument #3 to 'call' (params: tables lie in one another more than 100 deep", 1, true)
  end)
end)

describe("a ClientToken", function()
  local function token_sent(params, source)
    local show = script.new{ {} }
    show:call(new{ client_token = source or function() return "ours" end }, "cvm.RunInstances", params)
    return show.sent[1].params.ClientToken
  end

  it("that is empty is none", function()
    assert.equal("ours", token_sent{ ClientToken = "" })
    assert.equal("ours", token_sent{ ClientToken = require("tencentcloud.core").null })
    assert.equal("theirs", token_sent{ ClientToken = "theirs" })
  end)

  it("must come from its source as text", function()
    for what, source in pairs{ ["an empty text"] = function() return "" end, ["a nil"] = function() end,
      ["a number"] = function() return 7 end } do
      assert.error_matches(function() token_sent({}, source) end, "client_token returned " .. what, 1, true)
    end
  end)
end)

describe("an amended request", function()
  it("has all fields but those that were changed, at any depth", function()
    local rules = new()
    rules:on("cvm.RunInstances", "ResourcesSoldOut.*", tc.amend{ Placement = { Zone = "b" }, Tags = { "new" } })
    local params = { Placement = { Zone = "a", ProjectId = 7 }, Tags = { "x", "y" }, Count = 2 }
    local show = script.new{ { code = "ResourcesSoldOut.SpecifiedInstanceType" }, {} }
    show:call(rules, "cvm.RunInstances", params)
    assert.same({ Placement = { Zone = "b", ProjectId = 7 }, Tags = { "new" }, Count = 2 }, show.sent[2].params)
    assert.same({ Placement = { Zone = "a", ProjectId = 7 }, Tags = { "x", "y" }, Count = 2 }, params)
  end)

  local made
  local function play_with_tokens(answers, params, amendment, settings)
    made = 0
    local rules = new{ client_token = function() made = made + 1 return "token-" .. made end, attempts = 9 }
    rules:on("cvm.RunInstances", "ResourcesSoldOut.*", amendment)
    if settings then settings(rules) end
    local show = script.new(answers)
    local _, err = show:call(rules, "cvm.RunInstances", params)
    local tokens = {}
    for i, request in ipairs(show.sent) do tokens[i] = request.params.ClientToken end
    return tokens, err, show
  end
  local SOLD_OUT, THROTTLED = { code = "ResourcesSoldOut.SpecifiedInstanceType" }, { code = "RequestLimitExceeded" }

  it("keeps a token that the amendment gives it", function()
    local tokens, _, show = play_with_tokens({ SOLD_OUT, {} }, {}, tc.amend{ ClientToken = "given" })
    assert.same({ "token-1", "given" }, tokens)
    assert.is_nil(show.sent[2].context.client_token)
  end)

  it("is not sent where the last one may have been carried out, token or not", function()
    local tokens, err = play_with_tokens({ INTERNAL }, {}, tc.amend{ Zone = "b" }, function(rules)
      rules:on("cvm.RunInstances", "InternalError", tc.amend{ Zone = "b" })
    end)
    assert.same({ { "token-1" }, "unsafe" }, { tokens, err.stopped_by })
  end)

  it("is not sent where one before may have been carried out, and its repetition was throttled", function()
    local function throttled(rules) rules:on("cvm.RunInstances", "#throttle", tc.amend{ Zone = "b" }) end
    local tokens, err = play_with_tokens({ INTERNAL, THROTTLED }, {}, tc.amend{ Zone = "b" }, throttled)
    assert.same({ { "token-1", "token-1" }, "unsafe" }, { tokens, err.stopped_by })
    tokens = play_with_tokens({ THROTTLED, {} }, {}, tc.amend{ Zone = "b" }, throttled)
    assert.same({ "token-1", "token-2" }, tokens)
  end)

  it("is sent where the service refused the repetition, whose token it knows", function()
    assert.same({ "token-1", "token-1", "token-2" }, (play_with_tokens({ INTERNAL, SOLD_OUT, {} }, {},
      tc.amend{ Zone = "b" })))
  end)

  it("is sent where the rule is unsafe", function()
    local tokens = play_with_tokens({ INTERNAL, THROTTLED, {} }, {}, tc.fail, function(rules)
      rules:on("cvm.RunInstances", "#throttle", tc.amend({ Zone = "b" }, { unsafe = true }))
    end)
    assert.same({ "token-1", "token-1", "token-2" }, tokens)
  end)
end)

describe("history", function()
  it("that a handler changes is not the call's", function()
    local rules = new()
    rules:on("*", "InternalError", function(failure)
      for _, attempt in ipairs(failure.history) do attempt.code = "Forged" end
      table.insert(failure.history, {})
      assert.equal(failure.attempt, #failure.history)
      return tc.retry
    end)
    local _, err = script.new{ INTERNAL, INTERNAL, INTERNAL }:call(rules, ACTION)
    assert.equal(3, #err.attempts)
    for _, attempt in ipairs(err.attempts) do assert.equal("InternalError", attempt.code) end
  end)
end)
