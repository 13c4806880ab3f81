-- Another task must end first, or something must start: that takes seconds, so a call waits longer between requests.

local core = require "tencentcloud.core"
local new = require "tencentcloud.rules".new
local process = require "tencentcloud.budget.process"
local script = require "tencentcloud.study.script"
local tc = require "tencentcloud.rules.outcome"

-- The sleeps of a call that fails with the code every time, and what it took from the budget.
local function sleeps(code, settings, action, options)
  settings = settings or {}
  settings.budget = process.new()
  settings.attempts = settings.attempts or 4
  local rules, answers = new(settings), {}
  for i = 1, settings.attempts do answers[i] = { code = code } end
  local show = script.new(answers)
  local _, err = show:call(rules, action or "cdb.RestartDBInstances", {}, options)
  local cost = 500 - settings.budget:tokens("/" .. (action or "cdb."):match "^%w+" .. "/")
  return show.sleeps, cost, err
end

-- All codes of the catalog that an action declares, each once.
local function each_code(visit)
  local seen = {}
  for _, service in ipairs(core.registry:services()) do
    for _, action in ipairs(core.registry:actions(service)) do
      for _, code in ipairs(core.registry:codes(action)) do
        if not seen[code] then
          seen[code] = true
          visit(code, core.registry:lookup(code))
        end
      end
    end
  end
end

describe("a busy resource", function()
  it("is asked again after 2, 4 and 8 seconds, at the cost of throttling", function()
    for _, code in ipairs{ "FailedOperation.ResourceInOperating", "OperationDenied.InstanceTaskRunning",
      "ResourceUnavailable.InstanceLockFail" } do
      local slept, cost = sleeps(code)
      assert.same({ 2, 4, 8 }, slept, code)
      assert.equal(15, cost)
    end
  end)

  it("is any of the kinds conflict and unavailable where the registry says that it passes, and nothing else", function()
    local busy, others = 0, 0
    each_code(function(code, entry)
      local waits = (entry.kind == "conflict" or entry.kind == "unavailable") and entry.retryable == "backoff"
      local slept = sleeps(code, { attempts = 2 }, "cvm.DescribeInstances")
      if waits then
        busy = busy + 1
        assert.same({ 2 }, slept, code)
      elseif slept[1] then
        others = others + 1
        assert.equal(entry.kind == "throttle" and 1 or 0.05, slept[1], code)
      end
    end)
    assert.is_true(busy > 150 and others > 800, busy .. " " .. others)
  end)

  it("goes by what a definition says of a code", function()
    local registry = core.new_registry()
    registry:define{ code = "Shop.Busy", kind = "conflict", retryable = "backoff", executed = "no" }
    registry:define{ code = "Shop.Taken", kind = "conflict", retryable = "no", executed = "no" }
    assert.same({ 2, 4, 8 }, (sleeps("Shop.Busy", { registry = registry })))
    assert.same({}, (sleeps("Shop.Taken", { registry = registry })))
  end)

  it("waits as a rule says", function()
    local function with(outcome)
      return (sleeps("FailedOperation.ResourceInOperating", nil, nil,
        { rules = { ["FailedOperation.ResourceInOperating"] = outcome } }))
    end
    assert.same({ 2, 4, 8 }, with(tc.retry))
    assert.same({ 0.05, 0.1, 0.2 }, with(tc.retry{ kind = "backoff" }))
    assert.same({ 1, 2, 4 }, with(tc.retry{ kind = "throttle" }))
    assert.same({ 5, 10, 12 }, with(tc.retry{ backoff = { base = 5, cap = 12 } }))
    assert.same({ 7, 7, 7 }, with(tc.retry{ after = 7 }))
    assert.same({ 2, 4, 8 }, (sleeps("InternalError", nil, "cvm.DescribeInstances",
      { rules = { InternalError = tc.retry{ kind = "busy" } } })))
  end)

  it("waits as the settings say", function()
    local delays = { busy_base = 1, base = 9, throttle_base = 9, cap = 3 }
    assert.same({ 1, 2, 3 }, (sleeps("FailedOperation.ResourceInOperating", { backoff = delays })))
  end)

  it("is not waited for beyond the deadline", function()
    local slept, _, err = sleeps("FailedOperation.ResourceInOperating", { deadline = 5 })
    assert.same({ 2 }, slept)
    assert.same({ "deadline", 4 }, { err.stopped_by, err.retry_after })
  end)

  it("in the items of a batch counts as well", function()
    local rules = new{ attempts = 3 }
    rules:on("cvm.DescribeInstances", "FailedOperation.ResourceInOperating", tc.retry, { items = "Set[].Code" })
    local batch = { Set = { { Code = "Ok" }, { Code = "FailedOperation.ResourceInOperating" } } }
    local show = script.new{ batch, batch, { Set = {} } }
    show:call(rules, "cvm.DescribeInstances")
    assert.same({ 2, 4 }, show.sleeps)
  end)
end)
