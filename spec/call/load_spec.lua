-- Ten thousand calls at once against the mock of the API, which throttles and cuts off: nothing is lost,
-- nothing is done twice that is not safe to do twice, and the budget holds.

local missing = require "spec.support.missing"
local process = require "tencentcloud.budget.process"
local tc = require "tencentcloud"

local nothing = missing { nginx = true, modules = { "socket" } }
if nothing then return pending("ten thousand calls: " .. nothing) end
local client = require "examples.client.http"
local loop = require "examples.client.loop"

local CALLS = 10000
local CONNECTIONS = 64
local CAPACITY = 500
local FAULTS = "throttle=20&cut_off=5&seed=20261124"

-- A reading action, one that is unsafe to repeat, and one that a ClientToken makes safe.
local ACTIONS = {
  { "cvm.DescribeInstances", function() return { Limit = 1 } end },
  { "sms.SendSms", function(number) return { PhoneNumberSet = { ("+86138%08d"):format(number * 10 + 1) } } end },
  { "cvm.RunInstances", function(number)
    return { InstanceName = "load-" .. number, Placement = { Zone = "ap-guangzhou-6" } }
  end },
}

-- The budget, beside buckets of the spec's own that follow every draw: those of the budget itself, and those
-- that it falls back to. `notes` has why it did, for each draw.
local function watched(budget)
  local shared, own = {}, {} -- key -> tokens
  local watch = { lowest = CAPACITY, granted = 0, notes = {} }
  function watch.draw(_, key, cost, now)
    local granted, left, note = budget:draw(key, cost, now)
    local levels = note and own or shared
    levels[key] = (levels[key] or CAPACITY) - (granted and cost or 0)
    watch.lowest = math.min(watch.lowest, left, levels[key])
    watch.granted = watch.granted + (granted and 1 or 0)
    table.insert(watch.notes, note or false)
    return granted, left, note
  end
  function watch.refund(_, key, amount)
    budget:refund(key, amount)
    for _, levels in ipairs{ shared, own } do levels[key] = math.min(CAPACITY, (levels[key] or CAPACITY) + amount) end
  end
  return watch
end

-- Makes all calls; `on_end` hears how many have ended.
local function call_all(mock, budget, on_end)
  local tally = { ended = {}, succeeded = 0, stopped = {}, attempts = 0, unexplained = 0, notes = 0 }
  local tokens, ended = 0, 0
  local rules = tc.rules{
    attempts = 5, deadline = 60, runtime = loop, budget = budget,
    backoff = { base = 0.01, throttle_base = 0.02 },
    client_token = function()
      tokens = tokens + 1
      return "load-" .. tokens
    end,
    on_attempt = function(attempt)
      tally.attempts = tally.attempts + 1
      if attempt.budget then tally.notes = tally.notes + 1 end
    end,
  }
  local send = client.new(mock.endpoint, loop, CONNECTIONS)
  for number = 1, CALLS do
    loop.fork(function()
      local action = ACTIONS[number % #ACTIONS + 1]
      local res, err = rules:call(send, action[1], action[2](number))
      tally.ended[number] = (tally.ended[number] or 0) + 1
      if res then
        tally.succeeded = tally.succeeded + 1
      else
        tally.stopped[err.stopped_by] = (tally.stopped[err.stopped_by] or 0) + 1
        if not err.code or #err.attempts == 0 or tostring(err) == "" then tally.unexplained = tally.unexplained + 1 end
      end
      ended = ended + 1
      if on_end then on_end(ended) end
    end)
  end
  loop.run()
  return tally
end

local function assert_all_ended(tally)
  local failed = 0
  for number = 1, CALLS do assert.equal(1, tally.ended[number]) end
  for _, count in pairs(tally.stopped) do failed = failed + count end
  assert.equal(CALLS, tally.succeeded + failed)
  assert.equal(0, tally.unexplained)
end

-- What the mock saw must be what the calls say they did.
local function assert_accounted(tally, counts, watch)
  assert.equal(counts.requests, tally.attempts)
  assert.equal(CALLS + watch.granted, counts.requests)
  assert.equal(counts.requests, counts.answered + counts.throttled + counts.cut_off)
  assert.equal(0, counts.repeated)
end

describe("ten thousand calls in coroutines", function()
  local mock

  setup(function()
    mock = require("spec.support.mock").start()
  end)

  before_each(function()
    mock:reset()
    mock:faults(FAULTS)
  end)

  teardown(function()
    if mock then mock:stop() end
  end)

  it("each end once, in a result or an explained error, and repeat nothing that is unsafe", function()
    local watch = watched(process.new{ capacity = CAPACITY })
    local tally, counts = call_all(mock, watch), mock:counts()
    assert_all_ended(tally)
    assert_accounted(tally, counts, watch)
    assert.is_true(tally.succeeded > CALLS / 2)
    assert.is_true(counts.throttled > CALLS / 10 and counts.cut_off > CALLS / 50)
    -- Messages whose answer was cut off are not sent again.
    assert.is_true(tally.stopped.unsafe > 0)
    assert.is_true(watch.lowest >= 0)
    assert.equal(0, tally.notes)
  end)

  it("go on with the local budget when Redis dies in the middle, and the hook says so", function()
    local no_redis = missing { commands = { "redis-server", "redis-cli" } }
    if no_redis then return pending(no_redis) end
    local server = require("spec.support.redis_server").start()
    finally(server.stop)
    -- The limit is far off: only its death keeps Redis from answering.
    local redis = require "tencentcloud.budget.redis"
    local watch = watched(redis.new{ port = server.port, capacity = CAPACITY, timeout = 5 })
    local drawn_before
    local tally = call_all(mock, watch, function(ended)
      if ended ~= CALLS / 2 then return end
      server.stop()
      drawn_before = #watch.notes
    end)
    assert_all_ended(tally)
    assert_accounted(tally, mock:counts(), watch)
    assert.is_true(watch.lowest >= 0)
    local by_redis, noted = 0, 0
    for i, note in ipairs(watch.notes) do
      if note then
        noted = noted + 1
      else
        by_redis = by_redis + 1
        assert.is_true(i <= drawn_before)
      end
    end
    assert.is_true(by_redis > 0 and #watch.notes > drawn_before)
    assert.matches("^redis: ", watch.notes[#watch.notes])
    assert.equal(noted, tally.notes)
  end)

  it("are seen by the mock when they do repeat what is unsafe", function()
    local rules = tc.rules{ runtime = loop, backoff = { base = 0 } }
    rules:on("sms.SendSms", "ClientError.*", tc.retry, { unsafe = true })
    mock:faults "cut_off=100&times=1"
    loop.fork(function()
      assert(rules:call(client.new(mock.endpoint, loop), "sms.SendSms", { PhoneNumberSet = { "+8613800000001" } }))
    end)
    loop.run()
    assert.equal(1, mock:counts().repeated)
  end)
end)

-- nginx runs LuaJIT, so its module is there when LuaJIT runs the specs.
if jit then
  describe("ten thousand requests to the gateway's two workers", function()
    local shell = require "spec.support.shell"
    local no_wrk = missing { commands = { "wrk" } }
    if no_wrk then return pending(no_wrk) end
    local nginx, mock

    before_each(function()
      nginx = require("spec.support.nginx").start "examples/gateway/nginx.conf"
      mock = require("spec.support.mock").of(nginx, 2)
    end)

    after_each(function()
      nginx:stop()
    end)

    -- Sends them by wrk. Returns how many answers had which status, and how many no explanation.
    local function wrk(count, ...)
      local words = { "wrk -t1 -c128 -d60s -s spec/support/wrk_requests.lua",
        "http://127.0.0.1:" .. nginx.ports[1], "--", tostring(count) }
      for _, target in ipairs{ ... } do table.insert(words, shell.quote(target)) end
      local output = shell.run(table.concat(words, " "))
      local statuses = {}
      for status, number in output:gmatch "status (%d+): (%d+)" do statuses[tonumber(status)] = tonumber(number) end
      return statuses, tonumber(output:match "unexplained: (%d+)"), output
    end

    -- The sum of a metric over both workers.
    local function sum(text, name)
      local total = 0
      for number in text:gmatch("\n" .. name .. "{[^\n]*} (%d+)") do total = total + tonumber(number) end
      return total
    end

    -- Asks until both workers have handed in their numbers.
    local function metrics(answers)
      local text
      for _ = 1, 500 do
        text = select(2, nginx:get "/metrics")
        if sum(text, "tencentcloud_answers_total") >= answers then break end
      end
      return text
    end

    it("all get an answer, and no message goes out twice", function()
      mock:faults(FAULTS)
      local statuses, unexplained, output = wrk(CALLS, "GET:/instances/ap-guangzhou", "POST:/messages?to=%2B861%d1")
      local counts, total = mock:counts(), 0
      for status, count in pairs(statuses) do
        assert.is_true(status == 200 or status == 429 or status == 502)
        total = total + count
      end
      assert.equal(CALLS, total, output)
      assert.equal(0, unexplained)
      assert.is_true(statuses[200] > CALLS / 2 and statuses[502] > 0)
      assert.equal(0, counts.repeated)
      assert.is_true(counts.carried_out <= CALLS / 2)
      assert.equal(counts.requests, sum(metrics(counts.requests), "tencentcloud_answers_total"))
    end)

    it("have one budget: what both workers send again costs no more than it holds", function()
      mock:faults "throttle=100"
      local statuses = wrk(CALLS, "GET:/instances/ap-guangzhou")
      assert.same({ [429] = CALLS }, statuses)
      -- A throttled retry costs 5 of the 500 tokens, and nothing succeeds to give some back.
      local counts = mock:counts()
      assert.equal(CALLS + 100, counts.requests)
      local text = metrics(counts.requests)
      assert.equal(counts.requests, sum(text, "tencentcloud_answers_total"))
      assert.matches('tencentcloud_budget_tokens{bucket="/cvm/ap-guangzhou"} 0\n', text, 1, true)
      for worker = 0, 1 do
        assert.matches(('tencentcloud_answers_total{worker="%d"'):format(worker), text, 1, true)
      end
    end)
  end)
end
