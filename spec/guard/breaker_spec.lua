local tc = require "tencentcloud"

local function request(now, fields)
  local made = { action = "cvm.RunInstances", service = "cvm", name = "RunInstances", params = {}, attempt = 1,
    state = {}, elapsed = 0, remaining = math.huge, now = now }
  for key, value in pairs(fields or {}) do made[key] = value end
  return made
end

local OUTAGE = { code = "InternalError", kind = "internal" }
local SUCCESS = {}

-- Sends a request that ends so; gives the breaker's answer where it was refused.
local function send(guard, now, attempt, fields)
  local answer = guard(request(now, fields))
  if answer.type then return answer end
  answer.done(attempt)
end

local function opened()
  local guard = tc.breaker { failures = 3, window = 10, cool_down = 30 }
  for now = 1, 3 do assert.is_nil(send(guard, now, OUTAGE)) end
  return guard
end

describe("breaker", function()
  it("opens at so many outages within the window, and says when to try again", function()
    local guard = tc.breaker { failures = 3, window = 10, cool_down = 30 }
    assert.equal("closed", guard:state())
    send(guard, 1, OUTAGE)
    send(guard, 2, OUTAGE)
    assert.equal("closed", guard:state())
    send(guard, 3, OUTAGE)
    assert.equal("open", guard:state())
    local refusal = guard(request(13))
    assert.equal("forbid", refusal.type)
    assert.equal("breaker open: the service is down; try again in 20 s", refusal.reason)
    assert.equal(20, refusal.retry_after)
    assert.same({ "open", 20 }, { guard:state(nil, 13) })
  end)

  it("forgets outages that are older than the window", function()
    local guard = tc.breaker { failures = 3, window = 10, cool_down = 30 }
    for now = 0, 100, 5 do assert.is_nil(send(guard, now, OUTAGE)) end
    assert.equal("closed", guard:state())
  end)

  it("lets one request through when it has cooled down, and closes where that is answered", function()
    local guard = opened()
    assert.equal("forbid", guard(request(32.9)).type)
    local probe = guard(request(33))
    assert.is_function(probe.done)
    assert.equal("half-open", guard:state())
    local refusal = guard(request(34))
    assert.equal("breaker half-open: one request tries whether the service is up; try again in 29 s", refusal.reason)
    probe.done(SUCCESS)
    assert.equal("closed", guard:state())
    for now = 35, 36 do assert.is_nil(send(guard, now, OUTAGE)) end
    assert.equal("closed", guard:state())
    send(guard, 37, OUTAGE)
    assert.equal("open", guard:state())
  end)

  it("opens again where the probe meets the outage", function()
    local guard = opened()
    local probe = guard(request(33))
    probe.done { code = "InternalError", kind = "internal", began = 0, took = 2 }
    assert.same({ "open", 30 }, { guard:state(nil, 35) })
    assert.equal("forbid", guard(request(64.9)).type)
    assert.is_function(guard(request(65)).done)
  end)

  it("closes where the probe is refused or throttled: the service is up", function()
    for _, kind in ipairs { "throttle", "parameter", "permission", "not_found" } do
      local guard = opened()
      send(guard, 33, { code = "X", kind = kind })
      assert.equal("closed", guard:state())
    end
  end)

  it("gives the place of a probe that was not sent to another", function()
    local guard = opened()
    guard(request(33)).done(nil)
    assert.equal("half-open", guard:state())
    assert.is_function(guard(request(33)).done)
    assert.equal("forbid", guard(request(33)).type)
  end)

  it("does not wait for ever for a probe that was killed", function()
    local guard = opened()
    guard(request(33))
    assert.equal("forbid", guard(request(62)).type)
    assert.is_function(guard(request(63)).done)
  end)

  it("learns nothing from answers to requests of an earlier state", function()
    local guard = tc.breaker { failures = 1, window = 10, cool_down = 30 }
    local late_failure, late_success = guard(request(0)), guard(request(0))
    send(guard, 1, OUTAGE)
    late_success.done(SUCCESS)
    assert.equal("open", guard:state())
    local probe = guard(request(31))
    late_failure.done(OUTAGE)
    assert.equal("half-open", guard:state())
    probe.done(SUCCESS)
    late_failure.done(OUTAGE)
    assert.equal("closed", guard:state())
  end)

  it("counts outages, not refusals", function()
    for _, case in ipairs {
      { OUTAGE, true },
      { { code = "RequestTimeout", kind = "timeout" }, true },
      { { code = "ServiceUnavailable", kind = "unavailable" }, true },
      { { code = "InternalError.ServerBusy", kind = "unavailable" }, true },
      { { code = "FailedOperation.ServiceUnavailable", kind = "unavailable" }, true },
      { { code = "ClientError.NetworkError", kind = "client" }, true },
      { { code = "ClientError.EmptyBody", kind = "client" }, true },
      { { code = "ClientError.ParseJsonError", kind = "client" }, true },
      { { code = "ClientError.HttpStatusCodeError", kind = "client", http_status = 502 }, true },
      { { code = "ClientError.HttpStatusCodeError", kind = "client", http_status = 429 }, false },
      { { code = "ClientError.ResponseError", kind = "client" }, false },
      { { code = "ResourceUnavailable", kind = "unavailable" }, false },
      { { code = "ResourceUnavailable.DiskInUse", kind = "unavailable" }, false },
      { { code = "RequestLimitExceeded", kind = "throttle" }, false },
      { { code = "InvalidParameter", kind = "parameter" }, false },
      { { code = "UnauthorizedOperation", kind = "permission" }, false },
      { { code = "ResourceNotFound", kind = "not_found" }, false },
      { { code = "Unheard.Of" }, false },
      { SUCCESS, false },
    } do
      local guard = tc.breaker { failures = 1 }
      send(guard, 0, case[1])
      assert.equal(case[2] and "open" or "closed", (guard:state()), case[1].code)
    end
  end)

  it("counts what the program says instead", function()
    local guard = tc.breaker { failures = 1, is_outage = function(attempt) return attempt.code == "LimitExceeded" end }
    send(guard, 0, OUTAGE)
    assert.equal("closed", guard:state())
    send(guard, 0, { code = "LimitExceeded", kind = "quota" })
    assert.equal("open", guard:state())
  end)

  it("is one for each key, and keeps a bounded number of them", function()
    local guard = tc.breaker { failures = 1, key = "region" }
    send(guard, 0, OUTAGE, { region = "a" })
    assert.equal("open", guard:state "a")
    assert.equal("closed", guard:state "b")
    assert.is_nil(send(guard, 0, SUCCESS, { region = "b" }))
    assert.matches('breaker of "a" open', guard(request(0, { region = "a" })).reason, 1, true)
    for i = 1, 20000 do send(guard, i / 1000, SUCCESS, { region = "region " .. i }) end
    assert.is_true(guard.states.count <= 4097)
    assert.equal("open", guard:state "a")
  end)

  it("opens five outages within ten seconds for thirty where nothing is said", function()
    local guard = tc.breaker()
    assert.equal("breaker{failures=5, window=10, cool_down=30}", tostring(guard))
    for _ = 1, 5 do send(guard, 0, OUTAGE) end
    assert.equal(30, guard(request(0)).retry_after)
    assert.equal("closed", guard:fresh():state())
    assert.error_matches(function() tc.breaker { failure = 1 } end, "no option 'failure'", 1, true)
  end)

  it("counts HTTP 5xx, but not beside a code that says why the request was refused", function()
    for kind, wanted in pairs { failed = "open", client = "open", throttle = "closed", parameter = "closed" } do
      local one = tc.breaker { failures = 1 }
      one { action = "cvm.RunInstances", service = "cvm", name = "RunInstances", now = 0, elapsed = 0 }
        .done { code = "A.B", kind = kind, http_status = 502, began = 0, took = 0 }
      assert.equal(wanted, (one:state()), kind)
    end
  end)
end)
