-- A service that the checks order about, as one of several.

local check = require "check"
local process = require "tencentcloud.budget.process"
local redis = require "tencentcloud.budget.redis"
local shared = require "tencentcloud.budget.skynet"
local skynet = require "skynet"
local tc = require "tencentcloud"

local command = {}

local function budget_of(options)
  local capacity, name = options.capacity, options.name
  if options.process then return process.new{ capacity = capacity } end
  if options.redis then return redis.new{ port = options.redis, capacity = capacity, prefix = name, timeout = 5 } end
  return shared.new{ capacity = capacity, name = name, timeout = 5 }
end

-- So many calls at once, each throttled so often. Gives the retries that were sent, the calls that failed, and one of
-- the notes why the service's own budget served.
function command.storm(options)
  local rules = tc.rules{ attempts = options.attempts, budget = budget_of(options) }
  rules:on("*", "#throttle", tc.retry{ after = 0.01 })
  local retries, failed, note = 0, 0, nil
  check.at_once(options.calls, function()
    local send, counts = check.throttled(options.throttled)
    local res, err = rules:call(send, "cvm.DescribeInstances")
    retries = retries + counts.sent - 1
    if not res then
      failed = failed + 1
      for _, attempt in ipairs(err.attempts) do note = note or attempt.budget end
    end
  end)
  return retries, failed, note
end

-- Reads and judges one answer after another; gives what must be the same in every service.
function command.judge(count)
  local rules, texts = tc.rules(), {}
  for number = 1, count do
    local code = number % 3 == 0 and "RequestLimitExceeded" or "ResourceNotFound.Thing" .. number % 50
    local body = ('{"Response":{"Error":{"Code":"%s","Message":"m"},"RequestId":"%d"}}'):format(code, number)
    local res = tc.parse(body, "cvm.DescribeInstances")
    local decision = rules:decide(res)
    texts[number % 100 + 1] = table.concat({ res.code, res.error.kind, decision.outcome, res.request_id,
      tostring(res.error.advice), tc.registry:lookup("ResourcesSoldOut.SpecifiedInstanceType").kind }, " ")
  end
  return table.concat(texts, "\n")
end

-- A call that sleeps for long, in a coroutine that this message does not wait for.
function command.sleep_long()
  local rules = tc.rules{ budget = shared.new{ timeout = 5 } }
  rules:on("*", "#throttle", tc.retry{ after = 60 })
  skynet.fork(function() rules:call(check.throttled(2), "cvm.DescribeInstances") end)
  skynet.sleep(5)
  return true
end

skynet.start(function()
  skynet.dispatch("lua", function(_, _, name, ...)
    if name == "exit" then
      skynet.ret(skynet.pack(true))
      skynet.exit()
    end
    skynet.retpack(command[name](...))
  end)
end)
