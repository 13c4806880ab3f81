-- What a program can do whose host left out parts of the standard library: `lua sandbox.lua NAME ...` takes away each
-- global, or field such as os.time, and prints what does not work then, and why. Only what comes with Lua is there.

local exit, output, kept_print = os.exit, {}, print

for _, absent in ipairs { "socket", "cjson", "cqueues", "copas", "luv", "skynet" } do
  package.preload[absent] = function() error("no " .. absent) end
end

for _, name in ipairs(arg) do
  local library, field = name:match "^(%w+)%.(%w+)$"
  if library then
    _G[library][field] = nil
  else
    _G[name], package.loaded[name] = nil, nil
  end
end

local tc = require "tencentcloud"

local BODY = '{"Response":{"TotalCount":2,"InstanceSet":[{"InstanceId":"a"},{"InstanceId":"b"}],"RequestId":"r"}}'
local THROTTLED = '{"Response":{"Error":{"Code":"RequestLimitExceeded","Message":"m"},"RequestId":"r"}}'
local ACTION = "cvm.DescribeInstances"

local function answer() return BODY end

-- Throttled at first.
local function slow_answer()
  local count = 0
  return function()
    count = count + 1
    return count == 1 and THROTTLED or BODY
  end
end

local function own_runtime()
  local clock = 0
  return {
    name = "host",
    sleep = function(seconds) clock = clock + seconds end,
    now = function() return clock end,
    time = function() return clock end,
    random = function() return 0.5 end,
  }
end

local function call(rules, send)
  local res, err = rules:call(send, ACTION, {})
  if not res then error(tostring(err), 0) end
  assert(res.TotalCount == 2)
end

local uses = {
  { "reading", function()
    local res = tc.parse(BODY, ACTION)
    assert(res.InstanceSet[2].InstanceId == "b" and res:totable().TotalCount == 2 and tostring(res):find "ok r")
    for id in res:rows("InstanceSet", "InstanceId") do assert(id) end
    assert(tc.registry:lookup "RequestLimitExceeded".kind == "throttle")
  end },
  { "events", function()
    local count = 0
    for event in tc.events('data: {"Note":1}\n\ndata: [DONE]\n\n', "hunyuan.ChatCompletions") do
      count = count + event.Note
    end
    assert(count == 1)
  end },
  { "deciding", function()
    local rules = tc.rules{ runtime = own_runtime() }
    rules:on("cvm.*", "ResourceNotFound.*", tc.ok{})
    assert(rules:decide(tc.parse(THROTTLED, ACTION)).outcome == "retry")
    assert(tostring(rules:explain(ACTION, "InternalError")):find "wins" and rules:stats() and rules:lint())
  end },
  { "messages", function()
    local raised, message = pcall(tc.rules, { attempt = 3 })
    assert(not raised and message:find("bad argument #1 to 'rules' (no option 'attempt'", 1, true), message)
  end },
  { "calls with a runtime of their own", function()
    local rules = tc.rules{ runtime = own_runtime() }
    rules:before("*", tc.rate_limit{ rate = 10 })
    rules:before("*", tc.concurrency{ most = 3 })
    rules:before("*", tc.breaker{})
    call(rules, slow_answer())
    local waited = tc.wait_until(answer, ACTION, {}, function(res) return res.TotalCount == 2 end, { rules = rules })
    assert(waited and #tc.pages(answer, ACTION, {}, { rules = rules }):all() == 2)
  end },
  { "calls", function() call(tc.rules(), answer) end },
  { "calls that wait", function() call(tc.rules(), slow_answer()) end },
}

for _, use in ipairs(uses) do
  local worked, problem = pcall(use[2])
  if not worked then output[#output + 1] = use[1] .. ": " .. tostring(problem):gsub("\n.*", "") end
end
kept_print(#output == 0 and "all works" or table.concat(output, "\n"))
exit(0)
