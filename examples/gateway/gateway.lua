-- The handler of nginx.conf beside it: asks the API, reads its answer, and tells the client what it
-- needs to know: 200 with the instances, or 429, 403 or 502 with the reason.

local cjson = require "cjson"
local tc = require "tencentcloud"

local gateway = {}

-- What a client of ours can act on: slow down, ask for rights, or blame the side behind us.
local function status_for(err)
  if err:is "RequestLimitExceeded.*" then return ngx.HTTP_TOO_MANY_REQUESTS end
  if err:is "AuthFailure.*" or err:is "UnauthorizedOperation.*" then return ngx.HTTP_FORBIDDEN end
  return ngx.HTTP_BAD_GATEWAY
end

local function refuse(err)
  ngx.log(ngx.WARN, tostring(err))
  ngx.status = status_for(err)
  ngx.say(cjson.encode { error = err.code, request_id = err.request_id })
end

-- GET /instances/REGION --> the JSON array of the region's instances
function gateway.instances(region)
  local answer = ngx.location.capture("/api/" .. region)
  local res, err = tc.parse(answer.body, "cvm.DescribeInstances", answer.status)
  ngx.header.content_type = "application/json"
  if not res then return refuse(err) end
  if not res.ok then return refuse(res.error) end
  ngx.say(res:json "InstanceSet" or "[]")
end

return gateway
