-- What userdata are used for: for each use, what it must give and a function that gives it. The spec of the garbage
-- collector runs them in processes of their own, `lua userdata_uses.lua MODE USE`, with a collector that MODE names.

package.path = "./?.lua;" .. package.path
local collector = require "spec.support.collector"
local core = require "tencentcloud.core"
local tc = require "tencentcloud"

local SHORT = [[{"Response":{"TotalCount":2,"InstanceSet":[{"InstanceId":"ins-1","Tags":[{"Key":"k\u00e9y"}]},
{"InstanceId":"ins-2","Tags":[]}],"RequestId":"b5b41468-520d-4192-b42f-595cc34b6c1c"}}]]
local FAILURE = [[{"Response":{"Error":{"Code":"ResourceNotFound.InstanceNotFound","Message":"no \"ins-9\""},
"RequestId":"ed93f3cb-f35e-473f-b9f3-0d451b8b79c6"}}]]
local STREAM = 'data: {"N":1}\n\ndata: {"N":\ndata: 2}\n\ndata: ' .. FAILURE:gsub("\n", " ") .. "\n\n"

-- A body that a response does not copy. It is made anew, so that nothing else keeps it alive.
local function long_body()
  return (SHORT:gsub('"TotalCount"', '"Padding":"' .. ("x"):rep(4096) .. '\\n",%0'))
end

local uses = {}

local function use_of(name, wanted, give)
  uses[name] = { wanted = wanted, give = give }
end

use_of("a response that copies its body", "ins-2", function()
  return tc.parse(SHORT).InstanceSet[2].InstanceId
end)

use_of("a response that keeps its body", "ins-2", function()
  return tc.parse(long_body(), "cvm.DescribeInstances").InstanceSet[2].InstanceId
end)

use_of("get", "kéy", function()
  return tc.parse(SHORT):get("InstanceSet", 1, "Tags", 1, "Key")
end)

use_of("pairs", "TotalCount InstanceSet RequestId", function()
  local keys = {}
  for key in tc.parse(SHORT):pairs() do keys[#keys + 1] = key end
  return table.concat(keys, " ")
end)

use_of("ipairs", "ins-1 ins-2", function()
  local ids = {}
  for i, item in tc.parse(long_body()).InstanceSet:ipairs() do ids[i] = item.InstanceId end
  return table.concat(ids, " ")
end)

use_of("rows", "ins-1 1 ins-2 0 ", function()
  local text = ""
  for id, tags in tc.parse(long_body()):rows("InstanceSet", "InstanceId", "Tags") do
    text = text .. id .. " " .. #tags .. " "
  end
  return text
end)

use_of("column", "ins-1 ins-2", function()
  return table.concat(tc.parse(long_body()):column("InstanceSet", "InstanceId"), " ")
end)

use_of("totable", "kéy", function()
  return tc.parse(long_body()):totable().InstanceSet[1].Tags[1].Key
end)

use_of("json", '[{"Key":"k\\u00e9y"}]', function()
  return tc.parse(long_body()):json("InstanceSet", 1, "Tags")
end)

use_of("check", "ResourceNotFound.InstanceNotFound", function()
  return (select(2, tc.check(FAILURE)))
end)

use_of("an error", 'ResourceNotFound.InstanceNotFound not_found no "ins-9"', function()
  local err = tc.parse(FAILURE, "cvm.DescribeInstances").error
  return err.code .. " " .. err.kind .. " " .. err.message
end)

use_of("an error whose code is defined", "conflict wait true", function()
  local err = tc.parse(FAILURE, "cvm.DescribeInstances").error
  tc.registry:define { code = err.code, scope = "cvm", kind = "conflict", advice = "wait", override = true }
  return ("%s %s %s"):format(err.kind, err.advice, tostring(err:is "#conflict"))
end)

use_of("what is no answer", "ClientError.ParseJsonError", function()
  return (select(2, tc.parse(long_body() .. "]"))).code
end)

use_of("a response that an error keeps", "HttpStatusCodeError b5b41468-520d-4192-b42f-595cc34b6c1c kéy", function()
  local err = select(2, tc.parse(long_body(), "cvm.DescribeInstances", 500))
  local tags = err.response.InstanceSet[1].Tags
  return ("%s %s %s"):format(err.detail, err.request_id, tags[1].Key)
end)

use_of("an unsound text", "half of a surrogate pair stands alone 19", function()
  local fault = tc.parse('{"Response":{"A":"\\ud83d","B":"\255"}}').text_fault
  return ("%s %d"):format(fault.what, fault.offset)
end)

use_of("events", "1 2 ResourceNotFound.InstanceNotFound", function()
  local words = {}
  local at = 0
  local function source()
    at = at + 5
    return at - 4 <= #STREAM and STREAM:sub(at - 4, at) or nil
  end
  for event, err in tc.events(source) do words[#words + 1] = event and tostring(event.N) or err.code end
  return table.concat(words, " ")
end)

use_of("a registry", "throttle reads offset", function()
  local registry = tc.new_registry()
  registry:define { code = "Own.Busy", kind = "throttle" }
  local action = registry:action "cvm.DescribeInstances"
  return ("%s %s %s"):format(registry:lookup("Own.Busy", "cvm.RunInstances").kind, action.reads and "reads",
    action.paging.kind)
end)

use_of("an action that is defined", "true true token Next List nil", function()
  local registry = tc.new_registry()
  registry:action "cvm.DescribeInstances"
  registry:define_action { "cvm.DescribeInstances", idempotent = true }
  registry:define_action { "cvm.DescribeInstances", paging = { kind = "token", next = "Next", total = false } }
  registry:define_action { "shop@2024-01-01.ListGoods", reads = true, paging = { list = "List" } }
  local action, own = registry:action "cvm.DescribeInstances", registry:action "shop.ListGoods"
  local paging = action.paging
  return ("%s %s %s %s %s %s"):format(tostring(action.idempotent), tostring(own.reads), paging.kind, paging.next,
    own.paging.list, tostring(paging.total))
end)

use_of("near names", "Own.Busy", function()
  local registry = tc.new_registry()
  registry:define { code = "Own.Busy" }
  return registry:suggest("Own.Bussy", 1)[1]
end)

use_of("a rulebook", "3 3 nil", function()
  local book = core.rulebook()
  for i = 1, 20 do book:add("cvm.*", "Code.Number" .. i, 2) end
  local before = book:snapshot()
  book:remove(3)
  local query = { "cvm", nil, "RunInstances", "Code.Number3" }
  return ("%s %s %s"):format(before:first("cvm", nil, query[3], query[4]),
    before:candidates("cvm", nil, query[3], query[4])[1], tostring(book:first("cvm", nil, query[3], query[4])))
end)

-- LuaJIT calls no hooks in compiled code.
local function collect_at_each_step(run)
  if jit then jit.off() end
  debug.sethook(function() collectgarbage() end, "", 1)
  local result = run()
  debug.sethook()
  return result
end

local function repeated(run)
  local result
  for _ = 1, 50 do result = run() end
  return result
end

local modes = {
  ["a collection at each step"] = collect_at_each_step,
  -- It works in small steps all the time: what it sees is half done, where a barrier is missing.
  ["a busy incremental collector"] = function(run)
    collector.set(0, 100)
    return repeated(run)
  end,
  ["the generational collector"] = function(run)
    collectgarbage "generational"
    return repeated(run)
  end,
}

local mode, use = ...
if modes[mode] then
  local result = modes[mode](uses[use].give)
  assert(result == uses[use].wanted, result)
end

return uses
