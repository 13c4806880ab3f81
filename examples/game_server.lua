-- A game server's loop: every line of chat is a coroutine that asks tms.TextModeration before others see
-- the line, and that nobody waits for. It talks to examples/mock, started as its nginx.conf says:
--   lua5.4 examples/game_server.lua 127.0.0.1:8081

local client = require "examples.client.http"
local loop = require "examples.client.loop"
local mime = require "mime"
local tc = require "tencentcloud"

local ENDPOINT, LINES = arg[1], 200

if not ENDPOINT then
  io.stderr:write "usage: game_server.lua HOST:PORT\n"
  os.exit(2)
end

-- The loop is a runtime: retries sleep in it. In skynet, copas, cqueues and luv the rules find theirs themselves.
local rules = tc.rules{ attempts = 6, deadline = 10, runtime = loop, backoff = { throttle_base = 0.05 } }

-- A line may be judged twice, so an answer that was lost is asked for again, though the action is no reading
-- one. What else fails holds the line back at once: players do not wait for us.
rules:on("tms.TextModeration", "ClientError.*", tc.retry, { unsafe = true })
rules:on("tms.TextModeration", "InternalError.*", tc.fail "held back")

local send = client.new(ENDPOINT, loop)

local SAYINGS = { "hello everyone", "who joins the raid?", "cheap gold at example.com", "me!" }
local counts = { shown = 0, hidden = 0, ["held back"] = 0 }

-- What becomes of a line, and why.
local function moderate(text)
  local res, err = rules:call(send, "tms.TextModeration", { Content = mime.b64(text) })
  if not res then return "held back", tostring(err) end
  if res.Suggestion == "Pass" then return "shown", res.Label end
  return "hidden", res.Label
end

local began = loop.now()
for number = 1, LINES do
  loop.fork(function()
    local text = SAYINGS[number % #SAYINGS + 1]
    local verdict, why = moderate(text)
    counts[verdict] = counts[verdict] + 1
    if verdict == "held back" then print(("%s: %s"):format(text, why)) end
  end)
end
loop.run()

print(("%d lines: %d shown, %d hidden, %d held back"):format(LINES, counts.shown, counts.hidden, counts["held back"]))
io.stderr:write(("in %.1f s\n"):format(loop.now() - began))
local codes = {}
for code, outcomes in pairs(rules:stats().actions["tms.TextModeration"]) do
  for outcome, count in pairs(outcomes) do table.insert(codes, ("%s, %s: %d"):format(code, outcome, count)) end
end
table.sort(codes)
print(table.concat(codes, "\n"))
