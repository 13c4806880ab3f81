-- copas: 200 calls at once, each in a coroutine of its own. What the API throttles is asked again later, while the
-- others go on. It talks to examples/mock, started as its nginx.conf says:
--   lua5.4 examples/copas.lua 127.0.0.1:8081

local copas = require "copas" -- before socket.http, as its first versions want it
local cjson = require "cjson"
local headers_of = require "examples.client.headers"
local ltn12 = require "ltn12"
local tc = require "tencentcloud"

local ENDPOINT, CALLS = arg[1], 200

if not ENDPOINT then
  io.stderr:write "usage: copas.lua HOST:PORT\n"
  os.exit(2)
end

-- copas.http is socket.http over sockets of copas. Debian's copas has none, but luasocket takes such a socket.
local found, http = pcall(require, "copas.http")
if not found then http = require "socket.http" end

local function new_socket()
  local tcp = require "socket".tcp()
  return {
    connect = function(_, ...) return copas.connect(tcp, ...) end,
    send = function(_, ...) return copas.send(tcp, ...) end,
    receive = function(_, ...) return copas.receive(tcp, ...) end,
    settimeout = function() return true end, -- this copas has none
    close = function() return tcp:close() end,
  }
end

-- The real API wants https://, the service's own host and a signature.
local function send(params, context)
  local body, chunks = next(params) and cjson.encode(params) or "{}", {}
  local ok, status, headers = http.request{
    url = ("http://%s/"):format(ENDPOINT),
    method = "POST",
    headers = headers_of(context, body),
    source = ltn12.source.string(body),
    sink = ltn12.sink.table(chunks),
    create = not found and new_socket or nil,
  }
  if not ok then return nil, status end
  return table.concat(chunks), status, headers
end

-- The rules find copas by themselves: retries sleep by its timers.
local rules = tc.rules{ attempts = 10, deadline = 20, backoff = { throttle_base = 0.05 } }

local left, succeeded = CALLS, 0
for number = 1, CALLS do
  copas.addthread(function()
    local res, err = rules:call(send, "cvm.DescribeInstances", { Offset = number % 9 * 5, Limit = 5 })
    if res then succeeded = succeeded + 1 else print(err) end
    left = left - 1
  end)
end
while left > 0 do copas.step() end

print(("%d calls: %d succeeded"):format(CALLS, succeeded))
