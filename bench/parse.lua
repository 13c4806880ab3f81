-- Parsing and reading against lua-cjson: `make bench`, or `lua5.4 bench/parse.lua` after `make`.

package.path = "./?.lua;" .. package.path
local support = require "bench.support"
local bodies = require "bench.bodies"
local tc = require "tencentcloud"
local cjson = require "cjson"

local function decide_by_cjson(body)
  local response = cjson.decode(body).Response
  local err = response.Error
  return err == nil, err and err.Code, response.RequestId
end

local BODIES = {
  { "error", bodies.failure },
  { "small success", bodies.success },
  { "20 instances", bodies.instances_20 },
  { "100 instances", bodies.instances_100 },
  { "1,000 log entries", bodies.logs },
  { "monitoring data", bodies.monitor },
}

local function compare(rows, title, ours, theirs)
  local our_time, their_time = support.measure(ours, theirs)
  table.insert(rows, { title, support.format_time(our_time), support.format_time(their_time),
    ("%.1f"):format(their_time / our_time) })
end

local rows = { { "work", "tencentcloud", "lua-cjson", "times as fast" } }
for _, item in ipairs(BODIES) do
  local name, body = ("%s, %.1f KB"):format(item[1], #item[2] / 1000), item[2]
  compare(rows, "check: " .. name, function() return tc.check(body) end, function() return decide_by_cjson(body) end)
  compare(rows, "parse, ok, code, request_id: " .. name, function()
    local res = tc.parse(body)
    return res.ok, res.code, res.request_id
  end, function() return decide_by_cjson(body) end)
end
compare(rows, "parse, rows: 3 fields of 100 instances", function()
  local last
  local res = tc.parse(bodies.instances_100)
  for id, name, state in res:rows("InstanceSet", "InstanceId", "InstanceName", "InstanceState") do
    last = id .. name .. state
  end
  return last
end, function()
  local last
  for _, instance in ipairs(cjson.decode(bodies.instances_100).Response.InstanceSet) do
    last = instance.InstanceId .. instance.InstanceName .. instance.InstanceState
  end
  return last
end)
for _, item in ipairs(BODIES) do
  local body = item[2]
  compare(rows, ("parse, totable: %s, %.1f KB"):format(item[1], #body / 1000),
    function() return tc.parse(body):totable() end, function() return cjson.decode(body) end)
end
print(("### Parsing, %s\n"):format(support.lua))
support.print_table(rows)

-- Live memory of a parsed list, the body's string included, in multiples of the body.
local function live_memory(read)
  local kept = {}
  collectgarbage()
  collectgarbage()
  local before = collectgarbage "count"
  for i = 1, 20 do
    local body = bodies.instances_100 .. (" "):rep(i)
    kept[i] = { body, read(body) }
  end
  collectgarbage()
  collectgarbage()
  return (collectgarbage "count" - before) * 1024 / #kept / #bodies.instances_100
end

print(("\n### Live memory of a parsed list of 100 instances and its body, in multiples of the body\n"))
support.print_table { { "tencentcloud", "lua-cjson" },
  { ("%.2f"):format(live_memory(tc.parse)), ("%.2f"):format(live_memory(cjson.decode)) } }
