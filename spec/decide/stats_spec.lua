local core = require "tencentcloud.core"
local new = require "tencentcloud.rules".new
local script = require "tencentcloud.study.script"
local tc = require "tencentcloud.rules.outcome"

local function failed(code, action)
  return (core.parse(('{"Response":{"Error":{"Code":"%s","Message":""}}}'):format(code), action))
end

describe("stats", function()
  it("count outcomes by action and code, of calls and of decisions", function()
    local rules = new()
    script.new{ { code = "InternalError" }, { code = "RequestLimitExceeded" }, {} }:call(rules, "cvm.DescribeInstances")
    script.new{ { fault = "timeout" } }:call(rules, "cvm.RunInstances")
    rules:decide(failed("InternalError", "cvm.DescribeInstances"))
    rules:decide(failed("InternalError"))
    assert.same({
      ["cvm.DescribeInstances"] = { InternalError = { retry = 2 }, RequestLimitExceeded = { retry = 1 },
        ok = { ok = 1 } },
      ["cvm.RunInstances"] = { ["ClientError.NetworkError"] = { fail = 1 } },
      ["(unknown)"] = { InternalError = { fail = 1 } },
    }, rules:stats().actions)
  end)

  it("keep what is ignored out", function()
    local rules = new()
    rules:decide(failed("DryRunOperation", "cvm.RunInstances"))
    assert.same({}, rules:stats().actions)
  end)

  it("are a copy", function()
    local rules = new()
    rules:decide(failed("A", "cvm.RunInstances"))
    rules:stats().actions["cvm.RunInstances"].A.fail = 100
    assert.equal(1, rules:stats().actions["cvm.RunInstances"].A.fail)
  end)

  it("tell how often each rule won, and which never did", function()
    local rules = new()
    local used = rules:on("*", "A", tc.fail)
    local dead = rules:on("*", "B", tc.fail)
    local silent = rules:on("*", "A.*", function() end)
    for _ = 1, 3 do rules:decide(failed("A", "cvm.RunInstances")) end
    rules:decide(failed("A.B", "cvm.RunInstances"))
    local stats = rules:stats()
    assert.same({ { rule = used, hits = 3 }, { rule = dead, hits = 0 }, { rule = silent, hits = 0 } }, stats.rules)
    assert.same({ dead, silent }, stats.dead)
  end)

  it("list codes that the catalog does not declare for the action", function()
    local rules = new()
    for _, pair in ipairs{ { "cvm.RunInstances", "Unheard.Of" }, { "cvm.RunInstances", "Unheard.Of" },
      { "cvm.DescribeInstances", "OperationDenied.AccountIsolate" }, { "cvm.RunInstances", "FailedOperation" },
      { "cvm.RunInstances", "InternalError" }, { "cvm.DoSomething", "Unheard.Of" } } do
      rules:decide(failed(pair[2], pair[1]))
    end
    rules:decide(core.error{ code = "ClientError.NetworkError", action = "cvm.RunInstances" })
    assert.same({
      { action = "cvm.DescribeInstances", code = "OperationDenied.AccountIsolate", count = 1 },
      { action = "cvm.RunInstances", code = "Unheard.Of", count = 2 },
    }, rules:stats().undeclared)
  end)

  it("count what a server sends in the place of a code", function()
    local rules = new()
    rules:decide(failed("not a code", "cvm.RunInstances"))
    assert.same({ { action = "cvm.RunInstances", code = "not a code", count = 1 } }, rules:stats().undeclared)
  end)

  it("count a code with a stray dot or blank as the code", function()
    local rules = new()
    for _, code in ipairs{ "InternalError", "InternalError.", " InternalError\n" } do
      rules:decide(core.error{ code = code, action = "cvm.DescribeInstances" })
    end
    assert.same({ ["cvm.DescribeInstances"] = { InternalError = { retry = 3 } } }, rules:stats().actions)
    rules:decide(core.error{ code = "ResourceNotFound.TopicNotExist.", action = "cls.SearchLog" })
    assert.same({}, rules:stats().undeclared)
  end)

  it("keep no name from outside that is no action's, and no code longer than one", function()
    local rules = new()
    for i = 1, 50 do
      rules:decide(core.error{ code = "InternalError", action = i .. ("x"):rep(60000) })
      rules:decide(core.error{ code = "InternalError." .. i .. ("x"):rep(60000), action = "cls.SearchLog" })
    end
    assert.same({ ["(other)"] = { InternalError = { fail = 50 } },
      ["cls.SearchLog"] = { ["(other)"] = { retry = 50 } } }, rules:stats().actions)
  end)

  it("do not grow without end, whatever codes arrive", function()
    local rules = new()
    for i = 1, 5000 do rules:decide(failed("Code" .. i, "cvm.RunInstances")) end
    local actions, counted = rules:stats().actions, 0
    for _ in pairs(actions["cvm.RunInstances"]) do counted = counted + 1 end
    assert.equal(4096, counted)
    assert.same({ fail = 904 }, actions["(other)"]["(other)"])
  end)
end)
