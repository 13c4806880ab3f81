-- Every JSON module for Lua that is installed, on the same bodies: how long to know ok, code and request id.

package.path = "./?.lua;" .. package.path
local support = require "bench.support"
local bodies = require "bench.bodies"
local tc = require "tencentcloud"

local PEERS = { { "cjson", "decode" }, { "rapidjson", "decode" }, { "simdjson", "parse" }, { "yyjson", "decode" },
  { "dkjson", "decode" }, { "json", "decode" } }

local BODIES = {
  { "error", bodies.failure },
  { "100 instances", bodies.instances_100 },
  { "1,000 log entries", bodies.logs },
}

local rows = { { "module" } }
for _, item in ipairs(BODIES) do table.insert(rows[1], ("%s, %.1f KB"):format(item[1], #item[2] / 1000)) end

local function add_row(name, decide)
  local row = { name }
  for _, item in ipairs(BODIES) do
    local body = item[2]
    table.insert(row, support.format_time((support.measure(function() return decide(body) end))))
  end
  table.insert(rows, row)
end

add_row("tencentcloud", tc.check)
for _, peer in ipairs(PEERS) do
  local found, module = pcall(require, peer[1])
  if found and type(module) == "table" and module[peer[2]] then
    local decode = module[peer[2]]
    add_row(peer[1], function(body)
      local response = decode(body).Response
      local err = response.Error
      return err == nil, err and err.Code, response.RequestId
    end)
  end
end
print(("### Other modules, %s\n"):format(support.lua))
support.print_table(rows)
