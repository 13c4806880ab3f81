-- Ten thousand calls at once on a clock that jumps, against a service that throttles, cuts off, and
-- breaks. What must hold for all of them is counted on the service's side.

local new = require "tencentcloud.rules".new
local process = require "tencentcloud.budget.process"

local CALLS = 10000
local READS, WRITES, TOKENS = "cvm.DescribeInstances", "cvm.TerminateInstances", "cvm.RunInstances"

local function generator(seed)
  return function()
    seed = (seed * 16807) % 2147483647
    return seed / 2147483647
  end
end

-- Runs coroutines that sleep by yielding the seconds, the one that wakes first before the others.
local function scheduler()
  local clock, waiting, ids = 0, {}, 0
  local loop = {}

  local function first(one, other)
    return one.wakes < other.wakes or one.wakes == other.wakes and one.id < other.id
  end

  local function push(wakes, thread)
    ids = ids + 1
    table.insert(waiting, { wakes = wakes, id = ids, thread = thread })
    local place = #waiting
    while place > 1 do
      local parent = math.floor(place / 2)
      if not first(waiting[place], waiting[parent]) then break end
      waiting[place], waiting[parent], place = waiting[parent], waiting[place], parent
    end
  end

  local function pop()
    local top = waiting[1]
    local last = table.remove(waiting)
    if top == last then return top end
    local place = 1
    while true do
      local child = 2 * place
      if not waiting[child] then break end
      if waiting[child + 1] and first(waiting[child + 1], waiting[child]) then child = child + 1 end
      if first(last, waiting[child]) then break end
      waiting[place], place = waiting[child], child
    end
    waiting[place] = last
    return top
  end

  function loop.start(body) push(clock, coroutine.create(body)) end

  function loop.run()
    while waiting[1] do
      local entry = pop()
      clock = entry.wakes
      local ok, seconds = coroutine.resume(entry.thread)
      assert(ok, seconds)
      if coroutine.status(entry.thread) ~= "dead" then push(clock + seconds, entry.thread) end
    end
  end

  function loop.runtime(random)
    local function now() return clock end
    return { sleep = coroutine.yield, now = now, time = now, random = random }
  end

  return loop
end

-- A service that notes what it carries out. Cut-off answers were carried out all the same.
local function service(random)
  local carried_out, requests = {}, 0
  local function send(params)
    requests = requests + 1
    coroutine.yield(0.01 + random() / 10)
    local dice = random()
    if dice < 0.2 then return '{"Response":{"Error":{"Code":"RequestLimitExceeded","Message":""}}}' end
    if dice < 0.23 then return nil, "connection refused" end
    local key = params.ClientToken or params.Id
    carried_out[key] = (carried_out[key] or 0) + (params.ClientToken and carried_out[key] and 0 or 1)
    if dice < 0.28 then return '{"Response":{"Inst', 200 end
    if dice < 0.30 then return "<html>bad gateway", 502 end
    if dice < 0.32 then return '{"Response":{"Error":{"Code":"InternalError","Message":""}}}' end
    return '{"Response":{"RequestId":"r"}}'
  end
  return send, carried_out, function() return requests end
end

local STOPS = { attempts = true, unsafe = true, budget = true, deadline = true }

describe("ten thousand calls at once", function()
  local random = generator(20261124)
  local loop = scheduler()
  local send, carried_out, requests = service(random)
  local budget = process.new()
  local lowest, tokens, attempts = 500, 0, 0
  local draw = budget.draw
  budget.draw = function(...)
    local granted, left = draw(...)
    lowest = math.min(lowest, left)
    return granted, left
  end
  local rules = new{
    budget = budget, attempts = 5, deadline = 60, runtime = loop.runtime(random),
    on_attempt = function() attempts = attempts + 1 end,
    client_token = function()
      tokens = tokens + 1
      return "token-" .. tokens
    end,
  }
  local ended, stopped, succeeded = {}, {}, 0

  setup(function()
    for i = 1, CALLS do
      loop.start(function()
        local action = ({ READS, WRITES, TOKENS })[i % 3 + 1]
        local res, err = rules:call(send, action, { Id = i })
        ended[i] = (ended[i] or 0) + 1
        if res then succeeded = succeeded + 1 else stopped[err.stopped_by] = (stopped[err.stopped_by] or 0) + 1 end
        assert(res and res.ok or err and err.code and #err.attempts > 0 and STOPS[err.stopped_by], tostring(err))
      end)
    end
    loop.run()
  end)

  it("end, each one once, in a result or an explained error", function()
    for i = 1, CALLS do assert.equal(1, ended[i]) end
    assert.is_true(succeeded > CALLS / 2)
    assert.is_true(stopped.unsafe > 0 and stopped.budget > 0)
  end)

  it("carry nothing out twice that is not safe to repeat", function()
    for i = 1, CALLS do
      local writes = i % 3 + 1 == 2
      if writes then assert.is_true((carried_out[i] or 0) <= 1) end
    end
    for i = 1, tokens do assert.is_true((carried_out["token-" .. i] or 0) <= 1) end
  end)

  it("tell the hook of every request", function()
    assert.equal(requests(), attempts)
  end)

  it("never overdraw the budget, and do empty it", function()
    assert.is_true(lowest >= 0)
    assert.is_true(lowest < 14)
  end)
end)
