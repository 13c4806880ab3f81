-- What the nginx of spec/runtime/nginx_spec.lua runs: a call in each phase that is throttled until a request to
-- /release has come, which the same worker must answer meanwhile.

local redis = require "tencentcloud.budget.redis"
local rules = require "tencentcloud.rules"
local tc = require "tencentcloud.rules.outcome"

local handlers = {}

local THROTTLED = '{"Response":{"Error":{"Code":"RequestLimitExceeded","Message":""}}}'
local SUCCESS = '{"Response":{"RequestId":"r"}}'

-- 20 seconds, if nothing is released: far longer than it takes.
local RETRY = { after = 0.05, attempts = 400 }

local unlimited = { draw = function() return true, 500 end, refund = function() end }

-- Nothing listens there.
local CLOSED = 1

-- "ok waited", "ok at once", or "no_sleep later 1": what stopped it, does it say when to try again, the requests.
local function outcome(name)
  local results, sent = ngx.shared.results, 0
  local own = rules.new{ budget = unlimited }
  own:on("*", "#throttle", tc.retry(RETRY))
  local res, err = own:call(function()
    sent = sent + 1
    if results:get("released:" .. name) then return SUCCESS end
    results:set("waits:" .. name, true)
    return THROTTLED
  end, "cvm.DescribeInstances")
  if res then return sent > 1 and "ok waited" or "ok at once" end
  return ("%s %s %d"):format(err.stopped_by, (err.retry_after or 0) > 0 and "later" or "never", sent)
end

-- Why the budget in Redis did not serve: because nothing listens there, or because it may not wait here.
local function note_of_redis()
  local _, _, note = redis.new{ port = CLOSED }:draw("key", 14, ngx.now())
  return note
end

---Keeps what became of the phase, or what was raised, under its name.
function handlers.in_phase()
  local results, name = ngx.shared.results, ngx.get_phase()
  local done, what = pcall(outcome, name)
  results:set("phase:" .. name, done and what or "raised " .. tostring(what))
  local ok, note = pcall(note_of_redis)
  results:set("redis:" .. name, ok and note or "raised " .. tostring(note))
end

---For the phase that every handshake comes through.
function handlers.in_phase_if_wanted()
  if ngx.shared.results:get("wanted:" .. ngx.get_phase()) then handlers.in_phase() end
end

-- GET /want?name=PHASE
function handlers.want()
  ngx.shared.results:set("wanted:" .. ngx.var.arg_name, true)
end

-- GET /release?name=PHASE, answered when the call in that phase has been throttled
function handlers.release()
  local results, name = ngx.shared.results, ngx.var.arg_name
  local ends = ngx.now() + 8
  while not results:get("waits:" .. name) and ngx.now() < ends do ngx.sleep(0.01) end
  ngx.say(results:get("waits:" .. name) and "released" or "nothing waits")
  results:set("released:" .. name, true)
end

-- GET /result?key=KEY
function handlers.result()
  ngx.say(ngx.shared.results:get(ngx.var.arg_key) or "")
end

return handlers
