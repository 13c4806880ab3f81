-- A service that asks tms.TextModeration whether players may see a line of chat. There are several; each has a Lua
-- state, and so rules, of its own, but all draw their retries from one budget.

local api = require "api"
local budget = require "tencentcloud.budget.skynet"
local crypt = require "skynet.crypt"
local skynet = require "skynet"
local tc = require "tencentcloud"

local rules = tc.rules{ attempts = 6, deadline = 10, backoff = { throttle_base = 0.05 }, budget = budget.new() }

-- A line may be judged twice, so an answer that was lost is asked for again, though the action is no reading one. What
-- else fails holds the line back at once: players do not wait for us.
rules:on("tms.TextModeration", "ClientError.*", tc.retry, { unsafe = true })
rules:on("tms.TextModeration", "InternalError.*", tc.fail "held back")

local send = api.new(os.getenv "API" or "127.0.0.1:8081")

local command = {}

-- What becomes of a line, and why. A Response or an Error is nothing that another service could be sent: take out of
-- it what is wanted there.
function command.moderate(text)
  local res, err = rules:call(send, "tms.TextModeration", { Content = crypt.base64encode(text) })
  if not res then return "held back", tostring(err) end
  return res.Suggestion == "Pass" and "shown" or "hidden", res.Label
end

-- How often each code led to what: plain tables, which can be sent.
function command.counts()
  return rules:stats().actions["tms.TextModeration"]
end

skynet.start(function()
  skynet.dispatch("lua", function(_, _, name, ...)
    skynet.retpack(command[name](...))
  end)
end)
