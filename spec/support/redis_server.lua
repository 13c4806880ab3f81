-- A redis-server of the spec's own, on a free port of this machine.

local shell = require "spec.support.shell"
local socket = require "socket"

-- The `redis` module is plain Lua; Debian has it for Lua up to 5.3.
package.path = package.path .. ";/usr/share/lua/5.3/?.lua;/usr/share/lua/5.1/?.lua"

local server = {}

local function free_port()
  local probe = assert(socket.bind("127.0.0.1", 0))
  local _, port = probe:getsockname()
  probe:close()
  return tonumber(port)
end

local function answers(port)
  local client = socket.tcp()
  client:settimeout(1)
  local ok = client:connect("127.0.0.1", port)
  client:close()
  return ok ~= nil
end

local function read_number(path)
  local file = assert(io.open(path))
  local number = tonumber(file:read("*a"))
  file:close()
  return number
end

---Starts it, on that port or a free one; gives an object with port, pid, stop(), signal(name), cli(command).
---It inherits the pipes of this process, so an nginx's stop() waits for its end: a test that starts one of its own
---stops it in finally(), too.
function server.start(port)
  port = port or free_port()
  local pid_file = os.tmpname()
  local command = "redis-server --bind 127.0.0.1 --port %d --save '' --appendonly no --daemonize yes --pidfile %s "
    .. "--logfile /dev/null --dir /tmp >/dev/null"
  os.execute(command:format(port, pid_file))
  local pid
  for _ = 1, 1000 do
    pid = read_number(pid_file)
    if pid and answers(port) then break end
    socket.sleep(0.01)
  end
  assert(pid, "redis-server did not start")
  os.remove(pid_file)
  local running = true
  local function stop()
    if not running then return end
    running = false
    os.execute("kill -9 " .. pid)
    while answers(port) do socket.sleep(0.01) end
  end
  local function signal(name) os.execute(("kill -%s %d"):format(name, pid)) end
  -- What Redis replies to a command, as redis-cli prints it.
  local function cli(words)
    return (shell.run(("redis-cli -p %d %s"):format(port, words)))
  end
  return { port = port, pid = pid, stop = stop, signal = signal, cli = cli }
end

return server
