-- Runs an nginx of the spec's own: an example's configuration, on free ports, in a folder of its own.

local read = require "spec.support.read"
local shell = require "spec.support.shell"
local socket = require "socket"

local nginx = {}
nginx.__index = nginx

local function write(path, text)
  local file = assert(io.open(path, "wb"))
  file:write(text)
  file:close()
end

-- As many different ports that are free now.
local function free_ports(count)
  local sockets, ports = {}, {}
  for i = 1, count do
    sockets[i] = assert(socket.bind("127.0.0.1", 0))
    ports[i] = select(2, sockets[i]:getsockname())
  end
  for _, bound in ipairs(sockets) do bound:close() end
  return ports
end

-- Gives every "listen 127.0.0.1:N" of a configuration, and all that point there, a free port.
-- Returns the new text and the ports, in the order of the old ones.
local function on_free_ports(text)
  local listens = {}
  for port in text:gmatch "listen 127%.0%.0%.1:(%d+)" do
    if not listens[port] then table.insert(listens, port) end -- several servers may share one
    listens[port] = true
  end
  local ports, new_port = free_ports(#listens), {}
  for i, port in ipairs(listens) do new_port[port] = tostring(ports[i]) end
  local new_text = text:gsub("127%.0%.0%.1:(%d+)", function(port)
    return "127.0.0.1:" .. (new_port[port] or port)
  end)
  return new_text, ports
end

-- nginx takes its pid file away last; one that crashed does not.
local GUARD = "trap '' INT TERM HUP; cat >/dev/null; %s -s stop; turns=500; "
  .. "while [ -e %s/nginx.pid ] && [ $turns -gt 0 ]; do sleep 0.02; turns=$((turns-1)); done; rm -rf %s"

-- Starts nginx with the configuration at `path`; raises with its messages where it does not start.
-- The folder lies in build/, where the examples' relative paths lead to the module. nginx answers when
-- this returns. When the process of the specs ends, in whatever way, nginx is stopped and the folder
-- removed: a shell waits for the end of the pipe that only this process holds. `stop` returns when all is gone.
-- `edit` gives another text for the configuration's.
function nginx.start(path, edit)
  local self = setmetatable({}, nginx)
  -- The workers run as another user where the specs run as root, and must find the way to the module.
  self.folder = shell.run "d=$(mkdir -p build && mktemp -d build/nginx-XXXXXX) && chmod 755 $d && echo $d":match "%S+"
  local text
  text, self.ports = on_free_ports(edit and edit(read(path)) or read(path))
  write(self.folder .. "/nginx.conf", text)
  -- Workers load modules when they first need them, perhaps from folders that are root's alone.
  local user = shell.run "id -u":match "^0\n" and "-g 'user root;'" or ""
  -- Versions before 1.19.5 have no such option.
  local log = shell.run "nginx -h 2>&1":find("-e filename", 1, true) and "-e error.log" or ""
  self.command = ("nginx -p %s -c nginx.conf %s %s"):format(self.folder, log, user)
  local output, code = shell.run(self.command)
  assert(code == 0, output)
  self.guard = assert(io.popen(GUARD:format(self.command, self.folder, self.folder), "w"))
  return self
end

-- Sends a request to the configuration's first server, or to the one at that place: returns the status
-- and the body.
function nginx:request(method, target, place)
  local output = shell.run(("curl -sS --max-time 10 -X %s -w '\\n%%{http_code}' %s"):format(method,
    shell.quote(("http://127.0.0.1:%d%s"):format(self.ports[place or 1], target))))
  local body, status = output:match "^(.*)\n(%d+)$"
  return tonumber(status), body or output
end

function nginx:get(target)
  return self:request("GET", target)
end

-- New workers take over; the old ones end when their requests have.
function nginx:reload()
  local output, code = shell.run(self.command .. " -s reload")
  assert(code == 0, output)
end

function nginx:log()
  return read(self.folder .. "/error.log")
end

function nginx:stop()
  self.guard:close()
end

return nginx
