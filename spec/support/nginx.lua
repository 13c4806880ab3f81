-- Runs an nginx of the spec's own: an example's configuration, on free ports, in a folder of its own.

local shell = require "spec.support.shell"
local socket = require "socket"

local nginx = {}
nginx.__index = nginx

local function read(path)
  local file = assert(io.open(path, "rb"))
  local text = file:read "*a"
  file:close()
  return text
end

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
local function on_free_ports(text)
  local listens = {}
  for port in text:gmatch "listen 127%.0%.0%.1:(%d+)" do table.insert(listens, port) end
  local ports, new_port = free_ports(#listens), {}
  for i, port in ipairs(listens) do new_port[port] = tostring(ports[i]) end
  return text:gsub("127%.0%.0%.1:(%d+)", function(port)
    return "127.0.0.1:" .. (new_port[port] or port)
  end), tonumber(ports[1])
end

-- Starts nginx with the configuration at `path`; raises with its messages where it does not start.
-- The folder lies in build/, where the examples' relative paths lead to the module. nginx answers when
-- this returns. When the process of the specs ends, in whatever way, nginx is stopped and the folder
-- removed: a shell waits for the end of the pipe that only this process holds.
function nginx.start(path)
  local self = setmetatable({}, nginx)
  self.folder = shell.run "mkdir -p build && mktemp -d build/nginx-XXXXXX":match "%S+"
  local text, port = on_free_ports(read(path))
  self.port = port
  write(self.folder .. "/nginx.conf", text)
  -- Workers load modules when they first need them, perhaps from folders that are root's alone.
  local user = shell.run "id -u":match "^0\n" and "-g 'user root;'" or ""
  self.command = ("nginx -p %s -c nginx.conf -e error.log %s"):format(self.folder, user)
  local output, code = shell.run(self.command)
  assert(code == 0, output)
  self.guard = assert(io.popen(
    ("trap '' INT TERM HUP; cat >/dev/null; %s -s stop; rm -rf %s"):format(self.command, self.folder), "w"))
  return self
end

-- GET: returns the status and the body.
function nginx:get(target)
  local output = shell.run(("curl -sS --max-time 10 -w '\\n%%{http_code}' %s"):format(
    shell.quote("http://127.0.0.1:" .. self.port .. target)))
  local body, status = output:match "^(.*)\n(%d+)$"
  return tonumber(status), body or output
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
