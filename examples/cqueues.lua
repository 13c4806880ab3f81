-- cqueues and lua-http: 200 calls at once, each in a coroutine of its own. What the API throttles is asked again later,
-- while the others go on. It talks to examples/mock, started as its nginx.conf says:
--   lua5.4 examples/cqueues.lua 127.0.0.1:8081

local cjson = require "cjson"
local cqueues = require "cqueues"
local headers_of = require "examples.client.headers"
local request = require "http.request"
local tc = require "tencentcloud"

local ENDPOINT, CALLS, TIMEOUT = arg[1], 200, 10

if not ENDPOINT then
  io.stderr:write "usage: cqueues.lua HOST:PORT\n"
  os.exit(2)
end

-- The real API wants https://, the service's own host and a signature.
local function send(params, context)
  local body = next(params) and cjson.encode(params) or "{}"
  local one = request.new_from_uri(("http://%s/"):format(ENDPOINT))
  one.headers:upsert(":method", "POST")
  for name, value in pairs(headers_of(context, body)) do
    one.headers:upsert(name == "host" and ":authority" or name, value)
  end
  one:set_body(body)
  local ends = cqueues.monotime() + (context.timeout or TIMEOUT)
  local headers, stream = one:go(ends - cqueues.monotime())
  if not headers then return nil, stream end
  -- Not stream:shutdown() afterwards: in lua-http 0.4 it never returns where a body was cut off.
  local answer, problem = stream:get_body_as_string(ends - cqueues.monotime())
  local status = headers:get ":status"
  if not answer then return nil, problem, status end
  return answer, status, { ["retry-after"] = headers:get "retry-after", date = headers:get "date" }
end

-- The rules find cqueues by themselves: retries sleep by its timers.
local rules = tc.rules{ attempts = 10, deadline = 20, backoff = { throttle_base = 0.05 } }

local loop, succeeded = cqueues.new(), 0
for number = 1, CALLS do
  loop:wrap(function()
    local res, err = rules:call(send, "cvm.DescribeInstances", { Offset = number % 9 * 5, Limit = 5 })
    if res then succeeded = succeeded + 1 else print(err) end
  end)
end
assert(loop:loop())

print(("%d calls: %d succeeded"):format(CALLS, succeeded))
