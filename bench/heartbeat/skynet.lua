-- The heartbeat of a service of skynet: SKYNET is the folder of one that is built.

package.path = "./?.lua;" .. package.path
require "bench.support"
local work = require "bench.heartbeat.work"

local folder = os.getenv "SKYNET"
if not folder or folder == "" then return print(work.skipped("skynet", "SKYNET names no folder of one")) end

-- Its Lua is another than the one that runs this.
local function run(command)
  local pipe = assert(io.popen(command .. " 2>&1 </dev/null"))
  local output = pipe:read "*a"
  pipe:close()
  return output
end

local built = run(("make --silent SKYNET='%s' build"):format(folder))
local output = run(("SKYNET='%s' '%s/skynet' bench/heartbeat/skynet/config"):format(folder, folder))
print(output:match "skynet\t%d+\t%d+\t%d+" or built .. output)
