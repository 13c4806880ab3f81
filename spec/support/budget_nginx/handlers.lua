-- What the nginx of spec/budget/nginx_spec.lua runs. Each request names a function of `serve` and gives
-- its arguments; it answers with one line.

local ngx_runtime = require "tencentcloud.runtime.ngx"
local redis = require "tencentcloud.budget.redis"
local rules = require "tencentcloud.rules"
local shared_dict = require "tencentcloud.budget.shared_dict"

local handlers = {}

local ACTION = "cvm.DescribeInstances"
local FAILURE = '{"Response":{"Error":{"Code":"InternalError","Message":""}}}'
local SUCCESS = '{"Response":{"RequestId":"r"}}'

local function always_fails() return FAILURE end

local function succeeds() return SUCCESS end

local function recovers(_, context)
  return context.attempt % 2 == 1 and FAILURE or SUCCESS
end

local function new_rules(budget, options)
  return rules.new{
    budget = budget, backoff = { base = 0.001, cap = 0.001 }, attempts = options and options.attempts,
    on_attempt = options and options.on_attempt,
  }
end

-- The budgets of this worker, one for each set of arguments.
local budgets = {}

local function budget_of(args)
  local name = table.concat({ args.port or "dict", args.prefix, args.expiry or args.timeout }, " ")
  local options = { prefix = args.prefix, expiry = tonumber(args.expiry) }
  if args.port then options.port, options.timeout = tonumber(args.port), tonumber(args.timeout) end
  budgets[name] = budgets[name] or args.port and redis.new(options) or shared_dict.new(ngx.shared.budget, options)
  return budgets[name]
end

local serve = {}

-- "granted <left> <pid>" or "refused ...", with the note where there is one.
function serve.draw(args)
  local granted, left, note = budget_of(args):draw("key", 14, ngx.now())
  return ("%s %d %d %s"):format(granted and "granted" or "refused", left, ngx.worker.pid(), note or "")
end

-- Draws until it is refused: how often it was granted.
function serve.drain(args)
  local budget, granted = budget_of(args), 0
  while budget:draw("key", 14, ngx.now()) do granted = granted + 1 end
  return granted
end

-- Takes and gives back, in turn with other requests: "<granted> <given back> <lowest left> <pid>".
function serve.churn(args)
  local budget = budget_of(args)
  local granted, given_back, lowest = 0, 0, math.huge
  for round = 1, tonumber(args.rounds) do
    local held, left = budget:draw("key", 14, ngx.now())
    lowest = math.min(lowest, left)
    if held then
      granted = granted + 1
      -- Each eighth one is lost.
      if round % 8 > 0 then
        if round % 4 == 0 then ngx.sleep(0.001) end
        budget:refund("key", 14)
        given_back = given_back + 1
      end
    end
  end
  return ("%d %d %d %d"):format(granted, given_back, lowest, ngx.worker.pid())
end

-- Drains the bucket, gives back one draw's tokens, and draws from ten threads at once: how often it was granted.
function serve.burst(args)
  local budget, granted, threads = budget_of(args), 0, {}
  serve.drain(args)
  budget:refund("key", 14)
  for i = 1, 10 do
    threads[i] = ngx.thread.spawn(function()
      if budget:draw("key", 14, ngx.now()) then granted = granted + 1 end
    end)
  end
  for _, thread in ipairs(threads) do ngx.thread.wait(thread) end
  return granted
end

function serve.tokens(args)
  return budget_of(args):tokens("key")
end

function serve.spent(args)
  return ngx.shared.budget:get(args.prefix .. args.key) or 0
end

-- A call that never succeeds: "<retries> <what stopped it> <pid>".
function serve.fail(args)
  local _, err = new_rules(budget_of(args), { attempts = 5 }):call(always_fails, ACTION)
  return ("%d %s %d"):format(#err.attempts - 1, err.stopped_by, ngx.worker.pid())
end

-- Calls that succeed, at once or with their second request: "shared", or why the local budget served.
function serve.succeed(args)
  local note
  local own = new_rules(budget_of(args), { on_attempt = function(attempt) note = note or attempt.budget end })
  for _ = 1, tonumber(args.times or 1) do
    assert(own:call(args.retries and recovers or succeeds, ACTION))
  end
  return note or "shared"
end

-- Calls, each with one retry, until the hook says why Redis did not serve: "<calls> <calls before that> <note>".
function serve.until_away(args)
  local calls, shared, note = 0, 0, nil
  local own = new_rules(budget_of(args), {
    on_attempt = function(attempt)
      if attempt.outcome ~= "retry" then return end
      note = attempt.budget
      if not note then shared = shared + 1 end
    end,
  })
  local ends = ngx.now() + 10
  repeat
    assert(own:call(recovers, ACTION))
    calls = calls + 1
  until note or ngx.now() > ends
  return ("%d %d %s"):format(calls, shared, note or "")
end

-- A call, with one retry, in a worker that has been told to exit: "ok", or the error.
function serve.while_exiting(args)
  ngx.shared.results:set("while_exiting", "waits")
  local ends = ngx.now() + 10
  while not ngx.worker.exiting() and ngx.now() < ends do ngx.sleep(0.01) end
  local res, err = new_rules(budget_of(args)):call(recovers, ACTION)
  return ngx.worker.exiting() and res and "ok" or tostring(err)
end

-- Two calls in a timer that nginx runs early, since the worker exits: one that succeeds, and one that would retry.
-- Keeps "<was it early> <requests of the first> <requests of the second> <what stopped it>".
function serve.flush_at_exit(args)
  local budget = budget_of(args)
  ngx.timer.at(3600, function(premature)
    local own, sent = new_rules(budget, { attempts = 3 }), { 0, 0 }
    own:call(function()
      sent[1] = sent[1] + 1
      return SUCCESS
    end, ACTION)
    local _, err = own:call(function()
      sent[2] = sent[2] + 1
      return FAILURE
    end, ACTION)
    ngx.shared.results:set("flush_at_exit", ("%s %d %d %s"):format(tostring(premature), sent[1], sent[2],
      err.stopped_by))
  end)
  return "waits"
end

-- What was kept under that name.
function serve.result(args)
  return ngx.shared.results:get(args.name) or ""
end

function handlers.serve()
  local args = ngx.req.get_uri_args()
  ngx.say(serve[ngx.var.uri:sub(2)](args))
end

-- Keeps under the phase's name what was raised, or "<attempts> <what stopped it> <later or never> <sleeps>": later
-- where the error says when to try again.
function handlers.call_in_phase()
  local sleeps = 0
  local runtime = setmetatable({
    sleep = function(seconds)
      sleeps = sleeps + 1
      ngx_runtime.sleep(seconds)
    end,
  }, { __index = ngx_runtime })
  local budget = shared_dict.new(ngx.shared.budget, { prefix = ngx.get_phase() })
  local ok, result = pcall(function()
    local _, err = new_rules(budget):call(always_fails, ACTION, {}, { runtime = runtime })
    local says_when = err.retry_after and err.retry_after > 0
    return ("%d %s %s %d"):format(#err.attempts, err.stopped_by, says_when and "later" or "never", sleeps)
  end)
  ngx.shared.results:set(ngx.get_phase(), ok and result or "raised " .. tostring(result))
end

return handlers
