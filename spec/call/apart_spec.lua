-- What must be kept apart in a call: its own action from what an answer says, its own tables from everybody else's, one
-- rule's `unsafe` from another's, the words of one guard from those of another.

local core = require "tencentcloud.core"
local script = require "tencentcloud.study.script"
local tc = require "tencentcloud"

local READS, WRITES = "cvm.DescribeInstances", "cvm.RunInstances"
local ITEMS = { items = "SendStatusSet[].Code" }

local function play(rules, answers, action, params, options)
  local show = script.new(answers)
  local res, err = show:call(rules, action or READS, params, options)
  return res, err, show
end

describe("the action of a call", function()
  it("counts, and not the one that an error of another call names", function()
    for _, problem in ipairs{
      core.error{ code = "InternalError", message = "", action = READS },
      (select(2, core.parse("", READS))),
      (core.parse('{"Response":{"Error":{"Code":"InternalError","Message":""},"RequestId":"r"}}', READS)),
    } do
      local sent = 0
      local _, err = tc.rules():call(function()
        sent = sent + 1
        return nil, problem
      end, WRITES)
      assert.same({ 1, "unsafe", WRITES }, { sent, err.stopped_by, err.action })
      local rules = tc.rules()
      rules:on(WRITES, "*", tc.forbid "never")
      assert.equal("forbid", select(2, rules:call(function() return nil, problem end, WRITES)).stopped_by)
    end
  end)
end)

describe("a handler's history", function()
  it("can be read whatever decided on the attempts before", function()
    local rules = tc.rules()
    rules:on("cvm.*", "ResourceNotFound.*", function(failure) return #failure.history == 1 and tc.ok() or nil end)
    local answers = { { code = "RequestLimitExceeded" }, { code = "ResourceNotFound.X" } }
    assert.is_true(play(rules, answers).ok)
    assert.is_true(play(rules, answers).ok)
  end)
end)

describe("a batch of which some items succeeded", function()
  local BATCH = { SendStatusSet = { { Code = "Ok" }, { Code = "FailedOperation.TemplateIncorrectOrUnapproved" } } }
  local NUMBERS = { PhoneNumberSet = { "+1", "+2" }, TemplateId = "1" }

  it("is not sent again as a whole by a change that leaves its list alone", function()
    for changes, sent in pairs{ [{ TemplateId = "2" }] = 1, [{ PhoneNumberSet = { "+1", "+2" } }] = 1,
      [{ PhoneNumberSet = { "+2" }, TemplateId = "2" }] = 2 } do
      local rules = tc.rules()
      rules:on("sms.SendSms", "FailedOperation.*", tc.amend(changes), ITEMS)
      local _, err, show = play(rules, { BATCH, {} }, "sms.SendSms", NUMBERS)
      assert.same({ sent, sent == 1 and "unsafe" or nil }, { #show.sent, err and err.stopped_by })
    end
  end)
end)

describe("a rule that does not mind", function()
  it("does not speak for another one that changes the request", function()
    local rules = tc.rules()
    rules:on(WRITES, "InternalError", tc.retry{ unsafe = true })
    rules:on(WRITES, "ResourcesSoldOut.*", tc.amend{ Placement = { Zone = "b" } })
    local _, err, show = play(rules, { { code = "InternalError" }, { code = "ResourcesSoldOut.X" }, {} }, WRITES, {})
    assert.same({ 2, "unsafe" }, { #show.sent, err.stopped_by })
  end)
end)

describe("the caller's table", function()
  it("may be used for something else while the call waits", function()
    local rules, params = tc.rules(), { Limit = 1, Filter = { Name = "zone" } }
    local show = script.new{ { code = "InternalError" }, {} }
    local function send(given, context)
      params.Limit, params.Filter.Name = 99, "changed"
      return show.send(given, context)
    end
    assert(rules:call(send, READS, params, { runtime = show.runtime }))
    assert.same({ Limit = 1, Filter = { Name = "zone" } }, show.sent[2].params)
  end)

  it("is not sent where it holds itself, nor is such a change", function()
    local ring = {}
    ring.Ring = ring
    assert.error_matches(function() tc.rules():call(print, READS, ring) end, "bad argument #3 to 'call' (params: ", 1,
      true)
    local rules = tc.rules()
    rules:on(READS, "InternalError", function() return tc.amend(ring) end)
    local _, err = play(rules, { { code = "InternalError" } })
    assert.equal("handler_error", err.stopped_by)
  end)
end)

describe("guards", function()
  it("see a request each, and an attempt each", function()
    local rules, seen, heard = tc.rules(), nil, nil
    rules:before("*", function(request)
      request.now, request.action, request.params.Limit = nil, "x", 7
      return { done = function(attempt) attempt.kind = "internal" end }
    end)
    rules:before("*", function(request)
      seen = { type(request.now), request.action, request.params.Limit, request.sent }
      return { done = function(attempt) heard = attempt.kind or "none" end }
    end)
    local _, _, show = play(rules, { {} }, nil, { Limit = 1 })
    assert.same({ "number", READS, 1, nil }, seen)
    assert.same({ "none", 1 }, { heard, show.sent[1].params.Limit })
  end)

  it("are each held to their own deadline", function()
    local rules = tc.rules()
    rules:before("*", function() return tc.wait{ every = 1, deadline = 2 } end)
    rules:before("*", function() return tc.wait{ every = 3, deadline = 100 } end)
    local _, err, show = play(rules, {})
    assert.equal("deadline", err.stopped_by)
    assert.is_true(show.runtime.now() <= 2)
  end)

  it("end the call where they return what says too much or cannot be read", function()
    local unreadable = setmetatable({}, { __index = function() error "no" end })
    for _, what in ipairs{ tc.wait{ backoff = { base = 1 } }, unreadable } do
      local rules, freed = tc.rules(), 0
      rules:before("*", function() return { done = function() freed = freed + 1 end } end)
      rules:before("*", function() return what end)
      local _, err = play(rules, {})
      assert.same({ "handler_error", 1 }, { err.stopped_by, freed })
    end
  end)

  it("hear of the end where `cancel` raises", function()
    local rules, freed, asked = tc.rules(), 0, 0
    rules:before("*", function() return { done = function() freed = freed + 1 end } end)
    assert.is_false(pcall(play, rules, { {} }, nil, nil, { cancel = function()
      asked = asked + 1
      if asked == 2 then error "broken" end
    end }))
    assert.equal(1, freed)
  end)

  it("know the version that a program defines later", function()
    local registry = core.new_registry()
    local rules = tc.rules{ registry = registry }
    rules:before("shop@2020-01-01.*", function() return tc.forbid "closed" end)
    rules:on("shop@2020-01-01.*", "*", tc.fail "x", { items = "A[].Code" })
    local failed = { A = { { Code = "Bad" } } }
    assert.is_true(play(rules, { failed }, "shop.Sell").ok)
    registry:define_action{ "shop.Sell", version = "2020-01-01" }
    assert.equal("forbid", select(2, play(rules, {}, "shop.Sell")).stopped_by)
    assert.equal("fail", rules:decide(core.parse('{"Response":{"A":[{"Code":"Bad"}]}}', "shop.Sell")).outcome)
  end)

  it("leave nothing behind when they are taken away", function()
    local rules = tc.rules()
    for number = 1, 100 do rules:off(rules:before(("shop.Action%d"):format(number), print)) end
    assert.same({ 0, nil }, { #rules.guards.book, next(rules.guards.scopes) })
  end)

  it("are not named by a call that ended for another cause", function()
    local ended
    local rules = tc.rules{ on_end = function(given) ended = given end }
    rules:before("*", function() return tc.wait{ every = 1 } end)
    local show = script.new{}
    local _, err = show:call(rules, READS, {}, { cancel = function() return show.runtime.now() > 3 end })
    assert.same({ "cancelled", "fail", nil }, { err.stopped_by, ended.outcome, err.guard })
  end)
end)

describe("a success by accident", function()
  local FAILED = '{"Response":{"Error":{"Code":"InternalError","Message":""},"RequestId":"r"}}'
  for _, value in ipairs{ { ok = true, body = FAILED }, { ok = true, text = FAILED }, { ok = true, http_status = 500 },
    { ok = true, Error = { Code = "A" } }, { ok = true, Code = "A" }, { ok = true, err = "timeout" },
    { ok = true, Response = {} }, { ok = true, status = "x" }, { ok = false, status = 200, body = '{"Response":{}}' },
    { code = "not a code!" }, { code = "A.*" } } do
    it("is none: a table with " .. table.concat(require "spec.support.sorted_keys"(value), ", "), function()
      local ok, res = pcall(function()
        return (tc.rules{ attempts = 1 }:call(function() return value end, READS))
      end)
      assert.is_true(not ok or res == nil)
      assert.is_false(pcall(tc.rules().decide, tc.rules(), value))
    end)
  end

  it("is none: ok and something that went wrong beside it", function()
    assert.is_false(pcall(function() tc.rules():call(function() return { ok = true }, "timeout" end, READS) end))
  end)
end)

describe("a deadline of 0", function()
  it("sends nothing", function()
    local _, err, show = play(tc.rules(), {}, nil, nil, { deadline = 0 })
    assert.same({ "deadline", 0 }, { err.stopped_by, #show.sent })
  end)
end)
