-- A game server's loop: every player's service is a coroutine that yields while the API answers, as a
-- service of skynet does. Here each line of chat is checked by tms.TextModeration before others see it.
--   lua5.4 examples/game_server.lua

local tc = require "tencentcloud"

-- The loop: services that sleep, woken in the order of their time. A tick is 10 ms, as in skynet.

local loop = { now = 0, sleeping = {} }

function loop.fork(service)
  table.insert(loop.sleeping, { wake = loop.now, thread = coroutine.create(service) })
end

function loop.sleep(ticks)
  coroutine.yield(ticks)
end

-- Takes out the service that wakes first; of several, the one that has slept longest.
local function next_to_wake()
  local first = 1
  for i, sleeper in ipairs(loop.sleeping) do
    if sleeper.wake < loop.sleeping[first].wake then first = i end
  end
  return table.remove(loop.sleeping, first)
end

function loop.run()
  while #loop.sleeping > 0 do
    local service = next_to_wake()
    loop.now = service.wake
    local alive, ticks = coroutine.resume(service.thread)
    if not alive then
      print("a service died: " .. tostring(ticks))
    elseif coroutine.status(service.thread) ~= "dead" then
      service.wake = loop.now + ticks
      table.insert(loop.sleeping, service)
    end
  end
end

-- The API, played: what it answers to each line of chat, one answer for each time it is asked. A real
-- server sends a signed HTTPS request here, by a client that yields until the answer is there.

local PASS = '{"Response":{"Suggestion":"Pass","Label":"Normal","RequestId":"r-pass"}}'
local BLOCK = '{"Response":{"Suggestion":"Block","Label":"Ad","RequestId":"r-block"}}'
local THROTTLED = '{"Response":{"Error":{"Code":"RequestLimitExceeded","Message":"slow down"},"RequestId":"r-limit"}}'
local CUT_OFF = '{"Response":{"Suggestion":"Pa'

local answers = {
  ["hello everyone"] = { PASS },
  ["cheap gold at example.com"] = { BLOCK },
  ["who joins the raid?"] = { THROTTLED, THROTTLED, PASS },
  ["me!"] = { CUT_OFF },
}

local function send(params)
  loop.sleep(3)
  return table.remove(answers[params.Content], 1)
end

-- Asks up to three times while the API says that we ask too fast. Returns the response, or nil and an error.
local function moderate(text)
  local res, err
  for attempt = 1, 3 do
    res, err = tc.parse(send { Content = text }, "tms.TextModeration")
    if not res then return nil, err end
    if res.ok then return res end
    err = res.error
    if not err:is "RequestLimitExceeded.*" then break end
    loop.sleep(10 * attempt)
  end
  return nil, err
end

local function player(name, text)
  return function()
    local res, err = moderate(text)
    local verdict
    if not res then
      verdict = "held back, " .. err.code
    elseif res.Suggestion == "Pass" then
      verdict = "shown"
    else
      verdict = "hidden, " .. res.Label
    end
    print(("tick %2d  %-5s  %-28s%s"):format(loop.now, name, text, verdict))
  end
end

loop.fork(player("Ann", "hello everyone"))
loop.fork(player("Ben", "cheap gold at example.com"))
loop.fork(player("Chloe", "who joins the raid?"))
loop.fork(player("Dan", "me!"))
loop.run()
