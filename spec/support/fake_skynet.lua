-- A stand-in for skynet in one Lua state: coroutines that sleep, and services that answer. Time goes on when all wait,
-- so nothing depends on how fast the machine is.

local fake_skynet = {}

---`services` are functions by their addresses, called with the words of a message; `delay`, ticks until each is
---answered; `messages`, all that were sent, as tables.
---@return table skynet
function fake_skynet.new()
  local clock, count, ready, timers, sleeping, names = 0, 0, {}, {}, {}, {}
  local skynet = { services = {}, delay = 1, messages = {} }

  local function at(ticks, thread, ...)
    count = count + 1
    local timer = { time = clock + ticks, thread = thread, order = count, ... }
    table.insert(timers, timer)
    return timer
  end

  function skynet.now() return clock end

  function skynet.fork(body, ...)
    local words, last = { ... }, select("#", ...)
    table.insert(ready, coroutine.create(function() body((table.unpack or unpack)(words, 1, last)) end))
  end

  function skynet.timeout(ticks, body) at(ticks, coroutine.create(body)) end

  function skynet.sleep(ticks, token)
    local timer = at(ticks, (coroutine.running()))
    sleeping[token] = timer
    local woken = coroutine.yield()
    sleeping[token] = nil
    return woken
  end

  function skynet.wakeup(token)
    local timer = sleeping[token]
    if not timer then return end
    timer.time, timer[1] = clock, "BREAK"
    return true
  end

  function skynet.send(address, _, ...)
    table.insert(skynet.messages, { ... })
    local service = skynet.services[address]
    if service then service(...) end
  end

  function skynet.call(address, _, ...)
    table.insert(skynet.messages, { ... })
    local service = skynet.services[address]
    if not service then error "call to invalid address" end
    local reply = { service(...) }
    skynet.sleep(skynet.delay, {})
    return reply[1], reply[2]
  end

  -- The module skynet.service: `start` gives the function of a service that is new.
  function skynet.service_module(start)
    return { new = function(name)
      if not names[name] then
        names[name] = #names + 1
        table.insert(names, name)
        skynet.services[names[name]] = start(name)
      end
      return names[name]
    end }
  end

  local function next_timer()
    table.sort(timers, function(a, b)
      if a.time ~= b.time then return a.time < b.time end
      return a.order < b.order
    end)
    return table.remove(timers, 1)
  end

  ---Runs the function, and all that follows from it, to the end.
  function skynet.run(body)
    skynet.fork(body)
    while ready[1] or timers[1] do
      local thread, woken = table.remove(ready, 1), nil
      if not thread then
        local timer = next_timer()
        clock, thread, woken = math.max(clock, timer.time), timer.thread, timer[1]
      end
      local ok, problem = coroutine.resume(thread, woken)
      if not ok then error(problem, 0) end
    end
  end

  return skynet
end

return fake_skynet
