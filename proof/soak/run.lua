-- Lets the gateway of the examples serve good, bad and cut-off answers for a while: `lua proof/soak/run.lua SECONDS`.
-- nginx, with LuaJIT and two workers, must not crash, must give each client the status that is meant for it, and must
-- not grow.

local nginx = require "spec.support.nginx"
local socket = require "socket"

local SECONDS = tonumber(arg[1]) or 60
local WARM_UP = 5 -- seconds until the workers have the memory that they need
local GROWTH_MAX = 0.03
local CONNECTIONS = 4 -- for each target

-- The regions that are asked for, what goes wrong there, and the statuses that the answer may have.
local TARGETS = {
  { "ap-guangzhou", "", "200" },
  { "ap-shanghai", "throttle=100", "429" },
  { "ap-beijing", "fail=100&code=UnauthorizedOperation", "403" },
  { "ap-nanjing", "fail=100&code=InternalError", "502" },
  { "ap-chengdu", "fail=100&code=504", "502" }, -- a proxy's HTML
  { "ap-chongqing", "cut_off=100", "502" },
  { "ap-singapore", "throttle=20&cut_off=5&fail=10", "200 429 502" },
}

-- What nginx may not log. A worker that "exited on signal" is an alert; a cut-off answer is an error, which is meant.
local SERIOUS = { alert = true, crit = true, emerg = true }

local function read(path)
  local file = assert(io.open(path, "rb"))
  local text = file:read "*a"
  file:close()
  return text
end

local function children_of(server)
  local master = read(server.folder .. "/nginx.pid"):match "%d+"
  local pids = {}
  for pid in read(("/proc/%s/task/%s/children"):format(master, master)):gmatch "%d+" do table.insert(pids, pid) end
  return pids
end

-- The first worker serves requests before the last one is there.
local function all_workers_of(server)
  local count = tonumber(read(server.folder .. "/nginx.conf"):match "worker_processes (%d+);")
  for _ = 1, 500 do
    local pids = children_of(server)
    if #pids == count then return pids end
    socket.sleep(0.02)
  end
  error(("nginx has not started its %d workers after 10 s"):format(count))
end

-- KiB of memory that the processes hold together.
local function memory_of(pids)
  local sum = 0
  for _, pid in ipairs(pids) do sum = sum + tonumber(read("/proc/" .. pid .. "/status"):match "VmRSS:%s*(%d+)") end
  return sum
end

local function set_faults(server)
  for _, target in ipairs(TARGETS) do
    local status, body = server:request("POST", "/mock/faults?region=" .. target[1] .. "&" .. target[2], 2)
    assert(status == 200, body)
  end
end

local function start_clients(server)
  local clients = {}
  for i, target in ipairs(TARGETS) do
    local url = ("http://127.0.0.1:%d/instances/%s"):format(server.ports[1], target[1])
    clients[i] = io.popen(("wrk -t 1 -c %d -d %d -s proof/soak/expect.lua %s -- %s 2>&1"):format(CONNECTIONS,
      WARM_UP + SECONDS, url, target[3]))
  end
  return clients
end

local function watch_memory(pids)
  local samples = {}
  socket.sleep(WARM_UP)
  for i = 1, SECONDS * 4 - 4 do
    samples[i] = memory_of(pids)
    socket.sleep(0.25)
  end
  return samples
end

local function mean(samples, first, last)
  local sum = 0
  for i = first, last do sum = sum + samples[i] end
  return sum / (last - first + 1)
end

local problems = {}

local function check(condition, message, ...)
  if not condition then table.insert(problems, message:format(...)) end
end

local function check_clients(clients)
  local total = 0
  for i, client in ipairs(clients) do
    local report = client:read "*a"
    client:close()
    local answers, lost, unexpected = report:match "answers (%d+) lost (%d+) unexpected([ %d]*)"
    check(answers, "wrk: %s", report)
    total = total + (tonumber(answers) or 0)
    check(answers ~= "0", "%s: no answer", TARGETS[i][1])
    check(lost == "0", "%s: %s connections were lost", TARGETS[i][1], tostring(lost))
    check(unexpected == "", "%s: instead of %s:%s", TARGETS[i][1], TARGETS[i][3], tostring(unexpected))
  end
  return total
end

local function check_memory(samples)
  local quarter = math.floor(#samples / 4)
  local first, last = mean(samples, 1, quarter), mean(samples, #samples - quarter + 1, #samples)
  local growth = last / first - 1
  check(math.abs(growth) <= GROWTH_MAX, "memory is not flat: %.0f KiB in the first quarter, %.0f in the last", first,
    last)
  return first, growth
end

local server = nginx.start "examples/gateway/nginx.conf"
local pids = all_workers_of(server)
set_faults(server)
local clients = start_clients(server)
local samples = watch_memory(pids)
local answers = check_clients(clients)
local memory, growth = check_memory(samples)
check(table.concat(children_of(server), " ") == table.concat(pids, " "), "workers came and went")
for line in server:log():gmatch "[^\n]+" do check(not SERIOUS[line:match "%[(%l+)%]"], "%s", line) end
server:stop()

print(("%d answers in %d s by %d workers; memory %.1f MiB, %+.1f%%"):format(answers, WARM_UP + SECONDS, #pids,
  memory / 1024, growth * 100))
for i = 1, math.min(#problems, 20) do print(problems[i]) end
os.exit(#problems == 0, true)
