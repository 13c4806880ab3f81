-- Time stays linear in size: the same list in sizes from 1 KB to 64 MB, and nanoseconds for each byte of it.

package.path = "./?.lua;" .. package.path
local support = require "bench.support"
local bodies = require "bench.bodies"
local tc = require "tencentcloud"

local rows = { { "size", "parse", "ns a byte" } }
for _, size in ipairs { 2 ^ 10, 2 ^ 13, 2 ^ 16, 2 ^ 19, 2 ^ 22, 2 ^ 26 } do
  local body = bodies.of_size(size)
  local seconds = support.measure(function() return tc.check(body) end)
  local row = { ("%.0f KB"):format(#body / 1000), support.format_time(seconds), ("%.3f"):format(seconds / #body * 1e9) }
  table.insert(rows, row)
end
print(("### Size and time, %s\n"):format(support.lua))
support.print_table(rows)
