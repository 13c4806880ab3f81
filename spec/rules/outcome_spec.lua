local tc = require "tencentcloud.rules.outcome"

describe("outcome", function()
  it("by its bare name is an outcome already", function()
    for _, name in ipairs{ "retry", "wait", "ok", "ignore", "fail", "forbid" } do
      assert.is_true(tc.is(tc[name]))
      assert.equal(name, tc[name].type)
      assert.is_nil(tc[name].incomplete)
    end
  end)

  it("that needs to be told more says so", function()
    assert.matches('tc.refresh "credentials"', tc.refresh.incomplete, 1, true)
    assert.matches("tc.amend{ Field = value }", tc.amend.incomplete, 1, true)
  end)

  it("is made by calling its name", function()
    assert.equal(6, tc.retry{ attempts = 6, kind = "throttle" }.attempts)
    assert.equal("credentials", tc.refresh("credentials").what)
    assert.equal(5, tc.wait{ every = 5, deadline = 60 }.every)
    assert.same({ Limit = 20 }, tc.amend{ Limit = 20 }.params)
    assert.same({}, tc.ok().value)
    assert.same({ InstanceSet = {} }, tc.ok{ InstanceSet = {} }.value)
    assert.equal("sold out everywhere", tc.fail("sold out everywhere").reason)
    assert.is_nil(tc.retry.attempts, "the bare name must not change")
  end)

  it("is not any other table or value", function()
    for _, value in ipairs{ {}, "retry", 1, { type = "retry" } } do
      assert.is_false(tc.is(value))
    end
  end)

  local wrong = {
    { function() tc.retry{ attempt = 3 } end, "no option 'attempt': the options are after, attempts, backoff" },
    { function() tc.retry{ attempts = 0 } end, "attempts: a whole number from 1 up expected, got 0" },
    { function() tc.retry{ attempts = 1.5 } end, "attempts: a whole number from 1 up expected, got 1.5" },
    { function() tc.retry{ attempts = "3" } end, 'attempts: a whole number from 1 up expected, got "3"' },
    { function() tc.retry{ after = -1 } end, "after: a number from 0 up expected, got -1" },
    { function() tc.retry{ after = math.huge } end, "after: a number from 0 up expected" },
    { function() tc.retry{ kind = "quota" } end, 'kind: "throttle" or "busy" or "backoff" expected' },
    { function() tc.retry{ unsafe = 1 } end, "unsafe: a boolean expected" },
    { function() tc.retry{ backoff = { bas = 1 } } end, "backoff: a table { base =, cap = } of seconds expected" },
    { function() tc.retry{ backoff = 1 } end, "backoff: a table { base =, cap = } expected" },
    { function() tc.retry(3) end, "bad argument #1 to 'retry' (a table of options expected, got number)" },
    { function() tc.refresh "token" end, "bad argument #1 to 'refresh' (what: \"credentials\" or \"clock\"" },
    { function() tc.refresh() end, "bad argument #1 to 'refresh'" },
    { function() tc.wait{ every = 0 } end, "every: a number from 0.001 up expected" },
    { function() tc.amend() end, "bad argument #1 to 'amend' (params: a table" },
    { function() tc.amend({}, { after = 1 }) end, "bad argument #2 to 'amend' (no option 'after'" },
    { function() tc.ok(false) end, "bad argument #1 to 'ok' (value: false would read as a failure" },
    { function() tc.fail{} end, "bad argument #1 to 'fail' (reason: a string" },
  }
  for _, case in ipairs(wrong) do
    it("raises: " .. case[2], function()
      local ok, message = pcall(case[1])
      assert.is_false(ok)
      assert.matches(case[2], message, 1, true)
      assert.matches("outcome_spec.lua:%d+: ", message)
    end)
  end

  it("prints as it would be written", function()
    assert.equal("retry{kind=throttle, attempts=6}", tostring(tc.retry{ attempts = 6, kind = "throttle" }))
    assert.equal("refresh{what=clock}", tostring(tc.refresh "clock"))
    assert.equal("forbid", tostring(tc.forbid))
  end)
end)
