-- The runtimes, each on its own scheduler: two coroutines sleep, and must not hold each other up.

package.path = package.path .. ";/usr/share/lua/5.1/?.lua" -- copas is plain Lua; Debian has it for 5.1

local core = require "tencentcloud.core"
local missing = require "spec.support.missing"
local new = require "tencentcloud.rules".new
local runtimes = require "tencentcloud.runtime"
local socket = require "socket"
local tc = require "tencentcloud.rules.outcome"

local THROTTLED = '{"Response":{"Error":{"Code":"RequestLimitExceeded","Message":""}}}'

-- A call that is throttled once; notes its requests and its end in `log`.
local function call(name, log, after)
  local rules, sent = new(), 0
  rules:on("*", "#throttle", tc.retry{ after = after })
  local res = rules:call(function()
    sent = sent + 1
    table.insert(log, name .. sent)
    return sent == 1 and THROTTLED or '{"Response":{}}'
  end, "cvm.DescribeInstances")
  assert(res.ok)
end

-- Both calls sent their first request before either sent its second.
local function assert_side_by_side(log)
  assert.equal(4, #log)
  local first = { log[1], log[2] }
  table.sort(first)
  assert.same({ "a1", "b1" }, first)
end

-- Takes what those modules leave loaded away again, for the specs that come after.
local function unload(name)
  package.loaded[name] = nil
end

describe("runtime: plain", function()
  local plain = require "tencentcloud.runtime.plain"

  it("is taken where nothing else is there", function()
    assert.equal("plain", runtimes.detect().name)
  end)

  it("has clocks that go on while it sleeps", function()
    local before = plain.now()
    plain.sleep(0.01)
    assert.is_true(plain.now() > before)
    assert.is_true(math.abs(plain.time() - os.time()) < 5)
  end)

  it("drives a call", function()
    local log = {}
    call("a", log, 0.01)
    assert.same({ "a1", "a2" }, log)
  end)

  it("waits without luasocket too", function()
    local loaded, preload = package.loaded.socket, package.preload.socket
    package.loaded.socket, package.preload.socket = nil, function() error("not here") end
    unload("tencentcloud.runtime.plain")
    local bare = require "tencentcloud.runtime.plain"
    package.loaded.socket, package.preload.socket = loaded, preload
    unload("tencentcloud.runtime.plain")
    local before = socket.gettime()
    bare.sleep(0.05)
    assert.is_true(socket.gettime() - before >= 0.05)
    assert.equal(os.time, bare.now)
  end)
end)

describe("runtime: cqueues", function()
  it("lets other coroutines run while one sleeps", function()
    local nothing = missing { modules = { "cqueues" } }
    if nothing then return pending(nothing) end
    local cqueues = require "cqueues"
    local loop, log, name = cqueues.new(), {}, nil
    loop:wrap(function()
      name = runtimes.detect().name
      call("a", log, 0.01)
    end)
    loop:wrap(function() call("b", log, 0.01) end)
    assert(loop:loop())
    assert.equal("cqueues", name)
    assert_side_by_side(log)
  end)

  it("is not taken outside its coroutines", function()
    assert.equal("plain", runtimes.detect().name)
  end)

  teardown(function() unload("cqueues") end)
end)

describe("runtime: copas", function()
  it("lets other coroutines run while one sleeps", function()
    local http = package.loaded["socket.http"]
    package.loaded["socket.http"] = nil -- copas wants to be first
    local nothing = missing { modules = { "copas" } }
    package.loaded["socket.http"] = http
    if nothing then return pending(nothing) end
    local copas = require "copas"
    local log, name, ended = {}, nil, 0
    copas.addthread(function()
      name = runtimes.detect().name
      call("a", log, 0.01)
      ended = ended + 1
    end)
    copas.addthread(function()
      call("b", log, 0.01)
      ended = ended + 1
    end)
    for _ = 1, 100000 do
      if ended == 2 then break end
      copas.step(0.01)
    end
    assert.equal("copas", name)
    assert_side_by_side(log)
  end)

  it("is not taken outside its coroutines", function()
    assert.equal("plain", runtimes.detect().name)
  end)

  -- Sleeps with the functions that a copas has, on a clock of its own; gives what they were asked for.
  local function sleep_with(functions, wakes_after)
    local copas, clock, slept = package.loaded.copas, 0, {}
    local copas_runtime = require "tencentcloud.runtime.copas"
    local now = copas_runtime.now
    package.loaded.copas, copas_runtime.now = {}, function() return clock end
    for _, name in ipairs(functions) do
      package.loaded.copas[name] = function(seconds)
        table.insert(slept, { name, seconds })
        clock = clock + math.min(seconds, wakes_after or seconds)
      end
    end
    copas_runtime.sleep(3)
    package.loaded.copas, copas_runtime.now = copas, now
    return slept
  end

  it("uses the timers of a copas that has them", function()
    assert.same({ { "sleep", 3 } }, sleep_with { "sleep" })
  end)

  it("calls them by the newer name where it is there", function()
    assert.same({ { "pause", 3 } }, sleep_with { "sleep", "pause" })
  end)

  it("sleeps on where something has woken it up before its time", function()
    assert.same({ { "pause", 3 }, { "pause", 1 } }, sleep_with({ "pause" }, 2))
  end)

  it("waits for what nobody tells of by looking again and again, with timers where there are some", function()
    local copas, clock, looks = package.loaded.copas, 0, 0
    local copas_runtime = require "tencentcloud.runtime.copas"
    local now = copas_runtime.now
    package.loaded.copas, copas_runtime.now = {
      sleep = function(seconds) clock = clock + seconds end,
    }, function() return clock end
    copas_runtime.wait_until(1, function()
      looks = looks + 1
      return looks == 5
    end)
    local waited = clock
    copas_runtime.wait_until(1, function() return false end)
    package.loaded.copas, copas_runtime.now = copas, now
    assert.equal(5, looks)
    assert.is_true(waited < 0.1)
    assert.is_true(clock >= 1)
  end)

  teardown(function() unload("copas") end)
end)

describe("runtime: skynet", function()
  -- What skynet offers to a service: time in hundredths of a second.
  local clock, slept
  before_each(function()
    clock, slept = 0, {}
    package.loaded.skynet = {
      sleep = function(ticks)
        table.insert(slept, ticks)
        clock = clock + ticks
      end,
      now = function() return clock end,
    }
  end)
  after_each(function() unload("skynet") end)

  it("sleeps in whole hundredths of a second, never too short", function()
    assert.equal("skynet", runtimes.detect().name)
    local log = {}
    call("a", log, 0.051)
    assert.same({ 6 }, slept)
    assert.equal(0.06, require "tencentcloud.runtime.skynet".now())
  end)

  it("sleeps on where something has woken it up before its time", function()
    local woken = 0
    package.loaded.skynet.sleep = function(ticks)
      table.insert(slept, ticks)
      woken = woken + 1
      clock = clock + (woken <= 2 and 10 or ticks)
      return woken <= 2 and "BREAK" or nil
    end
    require "tencentcloud.runtime.skynet".sleep(0.5)
    assert.same({ 50, 40, 30 }, slept)
  end)

  it("goes on where it was woken up just in time", function()
    package.loaded.skynet.sleep = function(ticks)
      table.insert(slept, ticks)
      clock = clock + ticks
      return "BREAK"
    end
    require "tencentcloud.runtime.skynet".sleep(0.5)
    assert.same({ 50 }, slept)
  end)

  it("sleeps on where the timer was early by skynet's own clock, and longer than a timer can", function()
    local early = true
    package.loaded.skynet.sleep = function(ticks)
      table.insert(slept, ticks)
      clock = clock + ticks - (early and 1 or 0)
      early = false
    end
    require "tencentcloud.runtime.skynet".sleep(0.5)
    require "tencentcloud.runtime.skynet".sleep(2 ^ 30 / 100 + 1)
    assert.same({ 50, 1, 2 ^ 30, 100 }, slept)
  end)

  it("sleeps by a token that nobody else has, so that no wakeup is meant for it", function()
    local tokens = {}
    package.loaded.skynet.sleep = function(ticks, token)
      clock = clock + ticks
      table.insert(tokens, token)
    end
    require "tencentcloud.runtime.skynet".sleep(0.5)
    require "tencentcloud.runtime.skynet".sleep(0.5)
    assert.equal("table", type(tokens[1]))
    assert.not_equal(tokens[1], tokens[2])
  end)

  -- Gives a coroutine that begins in another file than this one, and so is none of skynet's. No tail calls.
  local elsewhere = loadstring or load
  local foreign = elsewhere "return coroutine.wrap(function(run) local a, b = run() return a, b end)"

  local function failed_call()
    local _, err = new():call(function() return THROTTLED end, "cvm.DescribeInstances")
    return err.stopped_by, err.reason
  end

  it("waits in coroutines of skynet's scheduler, and in those of skynet.coroutine that these resumed", function()
    package.loaded.skynet.dispatch_message = function() end -- of this file
    assert.equal("attempts", (coroutine.wrap(function()
      local stopped_by = failed_call()
      return stopped_by
    end)()))
    finally(function() unload "skynet.coroutine" end)
    local stopped_by = coroutine.wrap(function()
      local caller = coroutine.running()
      package.loaded["skynet.coroutine"] = { thread = function() return caller end }
      local ended_by = foreign()(failed_call)
      return ended_by
    end)()
    assert.equal("attempts", stopped_by)
    package.loaded["skynet.coroutine"].thread = function(thread) return thread end
    assert.equal("no_sleep", (foreign()(failed_call)))
  end)

  it("does not wait where it would yield to the program instead of skynet, and says what to do", function()
    package.loaded.skynet.dispatch_message = function() end
    local stopped_by, reason = foreign()(failed_call)
    assert.equal("no_sleep", stopped_by)
    assert.matches("coroutine.create or wrap: use skynet.fork, or create and wrap of skynet.coroutine$", reason)
    stopped_by, reason = failed_call() -- in no coroutine at all
    assert.equal("no_sleep", stopped_by)
    assert.matches("before the function of skynet.start runs", reason, 1, true)
    assert.same({}, slept)
  end)
end)

describe("runtime: ngx", function()
  local phase, exiting, slept
  before_each(function()
    phase, exiting, slept = "content", false, {}
    package.loaded.ngx = {
      get_phase = function() return phase end,
      sleep = function(seconds) table.insert(slept, seconds) end,
      now = function() return 1000 end,
      update_time = function() end,
      worker = { exiting = function() return exiting end, pid = function() return 4711 end },
    }
  end)
  after_each(function() package.loaded.ngx = nil end)

  it("sleeps with nginx's timer", function()
    assert.equal("ngx", runtimes.detect().name)
    call("a", {}, 0.5)
    assert.same({ 0.5 }, slept)
  end)

  it("does not sleep in a phase that may not wait: the error says how long it would have", function()
    phase = "header_filter"
    local res, err = new():call(function() return THROTTLED end, "cvm.DescribeInstances")
    assert.is_nil(res)
    assert.same({ "no_sleep", {} }, { err.stopped_by, slept })
    assert.equal("nginx may not wait in the phase header_filter: send from a timer, ngx.timer.at", err.reason)
    assert.is_true(err.retry_after >= 0 and err.retry_after <= 1)
  end)

  it("does not hold back what needs no sleep, and keeps the reason of what decided otherwise", function()
    phase = "log"
    local rules = new()
    rules:on("*", "ResourceNotFound", tc.fail "mine")
    local _, err = rules:call(function()
      return '{"Response":{"Error":{"Code":"ResourceNotFound","Message":""}}}'
    end, "cvm.DescribeInstances")
    assert.same({ "rule", "mine" }, { err.stopped_by, err.reason })
  end)

  it("knows every phase that may wait", function()
    local ngx_runtime = require "tencentcloud.runtime.ngx"
    for name, may in pairs{ rewrite = true, access = true, content = true, timer = true, ssl_cert = true,
      ssl_session_fetch = true, ssl_client_hello = true, preread = true, server_rewrite = true, precontent = true,
      proxy_ssl_cert = true, proxy_ssl_verify = true, init = false, init_worker = false, set = false, balancer = false,
      header_filter = false, body_filter = false, log = false, exit_worker = false, ssl_session_store = false,
      unheard_of = false } do
      phase = name
      assert.equal(may, (ngx_runtime.may_sleep()), name)
    end
  end)

  it("goes on in such a phase where nothing is to be slept", function()
    phase = "log"
    local rules, sent = new(), 0
    rules:on("*", "#throttle", tc.retry{ after = 0 })
    assert.is_true(rules:call(function()
      sent = sent + 1
      return sent == 1 and THROTTLED or '{"Response":{}}'
    end, "cvm.DescribeInstances").ok)
  end)

  it("ends a timer's calls when the worker is told to exit, and not those of its requests", function()
    for _, case in ipairs{ { "timer", "cancelled" }, { "content", "attempts" } } do
      phase, exiting = case[1], false
      local _, err = new():call(function()
        exiting = true
        return THROTTLED
      end, "cvm.DescribeInstances")
      assert.same({ case[2], "RequestLimitExceeded" }, { err.stopped_by, err.code })
    end
  end)
end)

describe("runtime: jitter", function()
  local jitter = require "tencentcloud.runtime.jitter"

  it("is spread over [0, 1), and not the same for two workers", function()
    local low, high = 1, 0
    for id = 1, 2000 do
      local value = jitter(id)
      assert.is_true(value >= 0 and value < 1)
      low, high = math.min(low, value), math.max(high, value)
    end
    assert.is_true(low < 0.05 and high > 0.95)
    math.randomseed(42)
    local one = jitter(1)
    math.randomseed(42)
    assert.is_true(math.abs(jitter(2) - one) > 0.01)
  end)
end)

describe("runtime: given", function()
  it("is used in place of the detected one", function()
    local runtime = require "tencentcloud.runtime.virtual".new()
    local rules = new{ runtime = runtime }
    local sent = 0
    assert.is_true(rules:call(function()
      sent = sent + 1
      return sent == 1 and THROTTLED or (core.parse '{"Response":{}}')
    end, "cvm.DescribeInstances").ok)
    assert.same({ 1 }, runtime.sleeps)
  end)

  it("takes no option of the virtual one that does nothing", function()
    assert.error_matches(function() require "tencentcloud.runtime.virtual".new{ rand = 1 } end,
      "bad argument #1 to 'new' (no option 'rand': the options are random, time", 1, true)
  end)
end)
