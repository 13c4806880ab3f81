-- How long calls that sleep hold up the loop of each host that is installed: 200 calls at once under a beat of 10 ms.
-- `make heartbeat`, which fails where a gap is longer than 150 ms. The hosts that are named are measured, or all.

local HOSTS = { "nginx", "skynet", "luv", "copas", "cqueues" }
local MOST = 150 -- milliseconds between two beats

-- The interpreter that runs this, with which the hosts are started.
local function interpreter()
  local position = 0
  while arg[position - 1] do position = position - 1 end
  return arg[position]
end

-- The line that a host's file prints: the host, calls, sleeps, gap; or the host, "skipped", why.
local function measure(host)
  local path = ("bench/heartbeat/%s.lua"):format(host)
  local file = io.open(path)
  if not file then return { host, "skipped", "there is no " .. path } end
  file:close()
  local pipe = assert(io.popen(("'%s' %s 2>&1"):format(interpreter(), path)))
  local output = pipe:read "*a"
  pipe:close()
  for line in output:gmatch "[^\n]+" do
    local fields = {}
    for field in line:gmatch "[^\t]+" do table.insert(fields, field) end
    if fields[1] == host and (fields[2] == "skipped" or tonumber(fields[4])) then return fields end
  end
  return { host, "failed", output }
end

local function report(host)
  local fields = measure(host)
  if fields[2] == "skipped" or fields[2] == "failed" then
    print(("%-10s%s: %s"):format(host, fields[2], fields[3]))
    return fields[2] == "skipped"
  end
  local calls, sleeps, gap = fields[2], fields[3], tonumber(fields[4])
  local good = gap <= MOST
  print(("%-10s%6s%8s%10d%s"):format(host, calls, sleeps, gap, good and "" or "  longer than " .. MOST))
  return good
end

print(("%-10s%6s%8s%10s"):format("host", "calls", "sleeps", "gap in ms"))
local all_good = true
for _, host in ipairs(#arg > 0 and arg or HOSTS) do all_good = report(host) and all_good end
if not all_good then os.exit(1) end
