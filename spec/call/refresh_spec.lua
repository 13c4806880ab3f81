-- What must be new in a request, and what is learnt from an answer's date.

local new = require "tencentcloud.rules".new
local script = require "tencentcloud.study.script"
local tc = require "tencentcloud.rules.outcome"

local TOKEN, CLOCK = { code = "AuthFailure.TokenFailure" }, { code = "AuthFailure.SignatureExpire" }
local INTERNAL, LOST, PAGE = { code = "InternalError" }, { fault = "timeout" }, { body = "<html>", status = 502 }
local ACTION = "cvm.DescribeInstances"

local function play(rules, answers, options)
  local show = script.new(answers)
  local res, err = show:call(rules, ACTION, {}, options)
  return res, err, show
end

-- What each request was told to have new: the last order, and all of them.
local function told(show)
  local list = {}
  for position, request in ipairs(show.sent) do
    local all = {}
    for what in pairs(request.context.refreshes or {}) do table.insert(all, what) end
    table.sort(all)
    list[position] = ("%s (%s)"):format(request.context.refresh or "-", table.concat(all, " "))
  end
  return list
end

describe("an order to refresh", function()
  local cases = {
    { "is for one request, where that gets an answer", { TOKEN, INTERNAL, {} },
      { "- ()", "credentials (credentials)", "- ()" } },
    { "stays where the network fails", { TOKEN, LOST, LOST, {} },
      { "- ()", "credentials (credentials)", "credentials (credentials)", "credentials (credentials)" } },
    { "stays where a proxy answers", { TOKEN, PAGE, {} },
      { "- ()", "credentials (credentials)", "credentials (credentials)" } },
    { "joins another that is still open", { TOKEN, LOST, CLOCK, {} },
      { "- ()", "credentials (credentials)", "credentials (credentials)", "clock (clock)" } },
  }
  for _, case in ipairs(cases) do
    it(case[1], function()
      local _, _, show = play(new{ attempts = 9 }, case[2])
      assert.same(case[3], told(show))
    end)
  end

  it("joins one that no answer has settled", function()
    local rules = new{ attempts = 9 }
    rules:on("*", "ClientError.NetworkError", tc.refresh "endpoint")
    local _, _, show = play(rules, { TOKEN, LOST, {} })
    assert.same({ "- ()", "credentials (credentials)", "endpoint (credentials endpoint)" }, told(show))
  end)

  it("comes once for each thing, until an answer is sound", function()
    local _, err = play(new(), { TOKEN, TOKEN })
    assert.same({ "attempts", 2 }, { err.stopped_by, #err.attempts })
  end)

  it("comes again after a wait, on a success or a failure", function()
    local pending = { InstanceSet = {} }
    for _, waiting in ipairs{ pending, { code = "ResourceNotFound" } } do
      local rules = new()
      rules:on("*", "ok", function(success) return success.response.InstanceSet and tc.wait or nil end)
      rules:on("*", "ResourceNotFound", tc.wait)
      local res = play(rules, { TOKEN, waiting, TOKEN, waiting, TOKEN, {} })
      assert.is_true(res and res.ok)
    end
  end)

  it("by a rule on successes has an end", function()
    local rules = new()
    rules:on("*", "ok", tc.refresh "credentials")
    assert.equal("attempts", select(2, play(rules, { {}, {} })).stopped_by)
  end)

  it("is send's own table", function()
    local rules = new{ attempts = 9 }
    local show, seen = script.new{ TOKEN, LOST, {} }, {}
    show:call({ call = function(_, send, ...)
      return rules:call(function(params, context)
        table.insert(seen, context.refreshes and context.refreshes.credentials or false)
        if context.refreshes then context.refreshes.credentials = nil end
        return send(params, context)
      end, ...)
    end }, ACTION)
    assert.same({ false, true, true }, seen)
  end)
end)

describe("the clock", function()
  local NOON, DATE = 1705320000, "Mon, 15 Jan 2024 12:00:00 GMT"
  local cases = {
    { "is learnt from a success", { headers = { date = DATE } }, 4000 },
    { "is learnt from an error of the API", { code = "A.B", headers = { date = DATE } }, 4000 },
    { "is learnt from an error with a bad status", { code = "A.B", status = 500, headers = { date = DATE } }, 4000 },
    { "is not learnt from a page", { body = "<html>", status = 502, headers = { date = DATE } }, 0 },
    { "is not learnt from a page that looks well", { body = "<html>", headers = { date = DATE } }, 0 },
    { "is not learnt from another JSON", { body = '{"error":"no"}', headers = { date = DATE } }, 0 },
    { "is not learnt from an answer that nobody can name",
      { body = '{"Response":{"Error":{"Code":"A.B","Message":""}}}', headers = { date = DATE } }, 0 },
    { "is not learnt where nothing arrived", { fault = "closed", status = 502, headers = { date = DATE } }, 0 },
    { "is not learnt from 1970", { code = "A.B", headers = { date = "Thu, 01 Jan 1970 00:00:00 GMT" } }, 0 },
    { "is not learnt from what is no date", { code = "A.B", headers = { date = "today" } }, 0 },
  }
  for _, case in ipairs(cases) do
    it(case[1], function()
      local rules = new{ attempts = 1 }
      local show = script.new({ case[2] }, { time = NOON - 4000 })
      show:call(rules, ACTION)
      assert.equal(case[3], rules.clock_offset)
    end)
  end

  it("that was learnt is not lost by a page", function()
    local rules = new{ attempts = 2 }
    local show = script.new({ { code = "InternalError", headers = { date = DATE } },
      { body = "<html>", status = 502, headers = { date = "Thu, 01 Jan 1970 00:00:00 GMT" } } }, { time = NOON - 4000 })
    show:call(rules, ACTION)
    assert.equal(4000, rules.clock_offset)
    assert.equal(4000, show.sent[2].context.clock_offset)
  end)
end)
