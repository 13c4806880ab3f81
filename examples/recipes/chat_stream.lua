-- A streamed chat. Until its first event nobody has seen anything of it, so a failure is sent again; after that it is
-- told, for half an answer must not be followed by a second one.
--   lua5.4 examples/recipes/chat_stream.lua 127.0.0.1:8081

local client = require "examples.client.http"
local tc = require "tencentcloud"

local ACTION = "hunyuan.ChatCompletions"

local rules = tc.rules{ attempts = 4, backoff = { base = 0.01, throttle_base = 0.01 } }
-- A chat that was begun and lost costs its tokens twice, which is better than no answer.
rules:on(ACTION, "ClientError.*", tc.retry, { unsafe = true })

local open = client.stream(arg[1])
local events -- of the attempt that got through

-- The attempt succeeds with its first event.
local function send(params, context)
  local source, problem = open(params, context)
  if not source then return nil, problem end
  events = tc.events(source, ACTION)
  local first, err = events()
  return first or nil, err
end

local event, err = rules:call(send, ACTION, { Stream = true, Messages = { { Role = "user", Content = "Hello" } } })
while event do
  io.write(event.Choices[1].Delta.Content)
  event, err = events()
end
print(err and ("\nbroken off: " .. tostring(err)) or "")
