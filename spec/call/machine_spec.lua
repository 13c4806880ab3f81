local process = require "tencentcloud.budget.process"
local machine_module = require "tencentcloud.call.machine"
local tc = require "tencentcloud.rules.outcome"

local KINDS = { T = "throttle", B = "busy" }

-- What a driver does, without waiting: answers of a call go in, what happened comes out as words
-- such as "0.05s 486". An answer is "F" (a failure to retry), "T" (throttling), "B" (busy), "ok", or an event.
local function drive(settings, budget, answers)
  local now, log = 0, {}
  local machine = machine_module.start(settings, now)
  local event, used = { type = "start" }, 0
  while true do
    local step = machine:next(event, now, settings.random or 1)
    if step.refund then budget:refund("key", step.refund) end
    if step.type == "send" then
      used = used + 1
      local answer = assert(answers[used], "the call sent more requests than the case has answers")
      if type(answer) == "table" then
        event = answer
      elseif answer == "ok" then
        event = { type = "answer", safe = true }
      else
        event = { type = "answer", outcome = tc.retry, safe = true, kind = KINDS[answer] }
      end
    elseif step.type == "draw" then
      event = { type = budget:draw("key", step.cost) and "granted" or "refused" }
    elseif step.type == "sleep" then
      table.insert(log, ("%gs %d"):format(step.seconds, budget:tokens("key")))
      now = now + step.seconds
      event = { type = "slept" }
    elseif step.type == "refresh" then
      table.insert(log, "refresh " .. step.what)
      event = { type = "refreshed" }
    elseif step.type == "finish" then
      table.insert(log, ("ok %d"):format(budget:tokens("key")))
      return table.concat(log, ", "), used, step
    else
      table.insert(log, ("%s %d"):format(step.reason, budget:tokens("key")))
      return table.concat(log, ", "), used, step
    end
  end
end

local function bucket(tokens)
  local budget = process.new()
  assert(budget:draw("key", 500 - tokens))
  return budget
end

local function asked(seconds, kind)
  return { type = "answer", outcome = tc.retry, safe = true, server_delay = seconds, kind = kind }
end

describe("machine: the vectors", function()
  local many = { "F", "F", "F", "F", "F", "F", "F", "F", "F", "F", "F", "F" }
  local cases = {
    { "eventual success", 500, {}, { "F", "F", "ok" }, "0.05s 486, 0.1s 472, ok 486" },
    { "attempts 3", 500, {}, { "F", "F", "F" }, "0.05s 486, 0.1s 472, attempts 472" },
    { "one retry only", 14, {}, { "F", "F" }, "0.05s 0, budget 0" },
    { "no quota", 0, {}, { "F" }, "budget 0" },
    { "exhaustion", 20, {}, { "F", "F" }, "0.05s 6, budget 6" },
    { "recovery", 30, {}, { "F", "F", "ok" }, "0.05s 16, 0.1s 2, ok 16" },
    { "recovery, the next call", 16, {}, { "F", "ok" }, "0.05s 2, ok 16" },
    { "throttle", 500, {}, { "T", "ok" }, "1s 495, ok 500" },
    { "cap 0.2 s, attempts 5", 500, { cap = 0.2, attempts = 5 }, many,
      "0.05s 486, 0.1s 472, 0.2s 458, 0.2s 444, attempts 444" },
    { "server delay 1500 ms", 500, {}, { asked(1.5), "ok" }, "1.5s 486, ok 500" },
    { "server delay 0", 500, {}, { asked(0), "ok" }, "0.05s 486, ok 500" },
    { "server delay 10000 ms", 500, {}, { asked(10), "ok" }, "5.05s 486, ok 500" },
    { "server delay invalid", 500, {}, { asked("invalid"), "ok" }, "0.05s 486, ok 500" },
    { "server delay -100 ms", 500, {}, { asked(-0.1), "ok" }, "0.05s 486, ok 500" },
    { "growth", 500, { attempts = 12 }, many,
      "0.05s 486, 0.1s 472, 0.2s 458, 0.4s 444, 0.8s 430, 1.6s 416, 3.2s 402, 6.4s 388, 12.8s 374, " ..
      "20s 360, 20s 346, attempts 346" },
    { "server delay not a number", 500, {}, { asked(0 / 0), "ok" }, "0.05s 486, ok 500" },
    { "server delay infinite", 500, {}, { asked(math.huge), "ok" }, "5.05s 486, ok 500" },
    { "server delay on the second retry", 500, {}, { "F", asked(10), "ok" }, "0.05s 486, 5.1s 472, ok 486" },
    { "server delay after throttling, below the own", 500, {}, { asked(0.2, "throttle"), "ok" }, "1s 495, ok 500" },
    { "server delay after throttling, far above it", 500, {}, { asked(60, "throttle"), "ok" }, "6s 495, ok 500" },
    { "server delay where something is busy", 500, {}, { asked(3, "busy"), "ok" }, "3s 495, ok 500" },
    { "throttle, growth", 500, { attempts = 7 }, { "T", "T", "T", "T", "T", "T", "ok" },
      "1s 495, 2s 490, 4s 485, 8s 480, 16s 475, 20s 470, ok 475" },
    { "busy, growth", 500, { attempts = 7 }, { "B", "B", "B", "B", "B", "B", "ok" },
      "2s 495, 4s 490, 8s 485, 16s 480, 20s 475, 20s 470, ok 475" },
    { "busy, and jitter", 500, { random = 0.5 }, { "B", "ok" }, "1s 495, ok 500" },
    { "busy, one retry only", 5, {}, { "B", "B" }, "2s 0, budget 0" },
    { "busy, attempts 3", 500, {}, { "B", "B", "B" }, "2s 495, 4s 490, attempts 490" },
    { "busy, with delays of the program's own", 500, { busy_base = 1, cap = 3 }, { "B", "B", "ok" },
      "1s 495, 2s 490, ok 495" },
    { "busy, then another failure, then throttling", 500, { attempts = 4 }, { "B", "F", "T", "ok" },
      "2s 495, 0.1s 481, 4s 476, ok 481" },
    { "a success without a retry", 400, {}, { "ok" }, "ok 401" },
    { "a success with a full bucket", 500, {}, { "ok" }, "ok 500" },
  }
  for _, case in ipairs(cases) do
    local name, tokens, settings, answers, expected = case[1], case[2], case[3], case[4], case[5]
    it(name, function()
      settings.attempts = settings.attempts or 3
      assert.equal(expected, (drive(settings, bucket(tokens), answers)))
    end)
  end
end)

describe("machine: the order of checks", function()
  local function failure(fields)
    local event = { type = "answer", outcome = tc.retry, safe = true }
    for key, value in pairs(fields) do event[key] = value end
    return event
  end
  -- Each case fails all the checks from its own on; the first one must be the one that is named.
  local cases = {
    { "attempts come first", { attempts = 1, deadline = 0.01 }, failure{ safe = false }, 0, "attempts" },
    { "then safety", { attempts = 2, deadline = 0.01 }, failure{ safe = false }, 0, "unsafe" },
    { "then the deadline", { attempts = 2, deadline = 0.01 }, failure{}, 0, "deadline" },
    { "then the budget", { attempts = 2, deadline = 1 }, failure{}, 0, "budget" },
  }
  for _, case in ipairs(cases) do
    it(case[1], function()
      local log = drive(case[2], bucket(case[4]), { case[3] })
      assert.equal(case[5] .. " 0", log)
    end)
  end

  it("draws nothing from the budget where an earlier check has failed", function()
    for _, settings in ipairs{ { attempts = 1 }, { attempts = 2, deadline = 0.01 } } do
      assert.matches(" 500$", (drive(settings, bucket(500), { "F" })))
    end
  end)

  it("sleeps last: the deadline counts the delay", function()
    local settings = { attempts = 9, deadline = 0.4 }
    assert.equal("0.05s 486, 0.1s 472, 0.2s 458, deadline 458", (drive(settings, bucket(500), { "F", "F", "F", "F" })))
  end)

  it("fails now where the delay would end just at the deadline", function()
    assert.equal("deadline 500", (drive({ attempts = 3, deadline = 0.05 }, bucket(500), { "F" })))
  end)

  it("says after which delay it would have tried again", function()
    for _, settings in ipairs{ { attempts = 1 }, { attempts = 2, deadline = 0.01 } } do
      local _, _, step = drive(settings, bucket(500), { "F" })
      assert.equal(0.05, step.retry_after)
    end
    local _, _, step = drive({ attempts = 2 }, bucket(0), { "T" })
    assert.equal(1, step.retry_after)
  end)
end)

describe("machine: outcomes", function()
  local function run(first, settings, more)
    settings = settings or {}
    settings.attempts = settings.attempts or 3
    local answers = { { type = "answer", outcome = first, safe = true } }
    for _, answer in ipairs(more or {}) do table.insert(answers, answer) end
    return drive(settings, bucket(400), answers)
  end

  local cases = {
    { "ok finishes and gives back", tc.ok(1), {}, "ok 401" },
    { "fail stops", tc.fail, {}, "rule 400" },
    { "ignore stops", tc.ignore, {}, "rule 400" },
    { "forbid stops", tc.forbid, {}, "forbid 400" },
    { "retry waits as long as the rule says", tc.retry{ after = 3 }, { "ok" }, "3s 386, ok 400" },
    { "retry takes the rule's arithmetic of throttling", tc.retry{ kind = "throttle" }, { "ok" }, "1s 395, ok 400" },
    { "retry takes the rule's base", tc.retry{ backoff = { base = 2 } }, { "ok" }, "2s 386, ok 400" },
    { "retry takes the rule's cap", tc.retry{ backoff = { base = 2, cap = 0.5 } }, { "ok" }, "0.5s 386, ok 400" },
    { "retry takes the rule's attempts", tc.retry{ attempts = 1 }, {}, "attempts 400" },
    { "amend sends at once and pays", tc.amend{}, { "ok" }, "ok 400" },
    { "amend counts as an attempt", tc.amend({}, { attempts = 1 }), {}, "attempts 400" },
    { "refresh sends at once and is free", tc.refresh "clock", { "ok" }, "refresh clock, ok 401" },
    { "wait is free, and gives back", tc.wait{ every = 7 }, { "ok" }, "7s 401, ok 402" },
  }
  for _, case in ipairs(cases) do
    it(case[1], function()
      assert.equal(case[4], (run(case[2], {}, case[3])))
    end)
  end

  local function answer(what) return { type = "answer", outcome = what, safe = true } end

  it("refresh each thing once for a call", function()
    local log = run(tc.refresh "clock", {}, { answer(tc.refresh "credentials"), answer(tc.refresh "clock") })
    assert.equal("refresh clock, refresh credentials, attempts 400", log)
  end)

  it("refresh does not count as an attempt", function()
    assert.equal("refresh clock, 0.05s 386, attempts 386", (run(tc.refresh "clock", { attempts = 2 }, { "F", "F" })))
  end)

  it("wait does not count as an attempt, and the next request starts afresh", function()
    local log = run(tc.retry, { attempts = 2 }, { answer(tc.wait{ every = 1 }), "F", "F" })
    assert.equal("0.05s 386, 1s 400, 0.05s 386, attempts 386", log)
  end)

  it("wait has its own deadline, which the call's does not shorten", function()
    local wait = answer(tc.wait{ every = 2, deadline = 6 })
    assert.equal("2s 401, 2s 402, deadline 402", (run(wait.outcome, { deadline = 1 }, { wait, wait })))
  end)

  it("wait, amend and refresh stop where sending again is not safe", function()
    for _, what in ipairs{ tc.wait, tc.amend{}, tc.refresh "clock" } do
      local log = drive({ attempts = 3 }, bucket(400), { { type = "answer", outcome = what, safe = false } })
      assert.equal("unsafe 400", log)
    end
  end)

  it("stop where the driver may not sleep, unless there is nothing to sleep", function()
    assert.equal("no_sleep 400", (run(tc.retry, { may_sleep = false })))
    assert.equal("no_sleep 400", (run(tc.wait, { may_sleep = false })))
    assert.equal("ok 400", (run(tc.amend{}, { may_sleep = false }, { "ok" })))
    assert.equal("ok 400", (run(tc.retry{ after = 0 }, { may_sleep = false }, { "ok" })))
  end)

  it("a handler's error is told from what a rule wants", function()
    local event = { type = "answer", outcome = tc.fail, safe = true, handler_error = true }
    assert.equal("handler_error 400", (drive({ attempts = 3 }, bucket(400), { event })))
  end)

  it("a cancelled call stops, whatever it was about to do", function()
    local machine = machine_module.start({ attempts = 3 }, 0)
    machine:next({ type = "start" }, 0, 1)
    assert.same({ type = "stop", reason = "cancelled" }, machine:next({ type = "cancelled" }, 0, 1))
  end)
end)
