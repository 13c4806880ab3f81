-- Credentials that expire: when the API refuses the token, new ones come from STS, and the request is sent again.
--   lua5.4 examples/recipes/sts_credentials.lua 127.0.0.1:8081

local client = require "examples.client.http"
local tc = require "tencentcloud"

local ROLE = "qcs::cam::uin/100000000001:roleName/reader"

local http, rules = client.new(arg[1]), tc.rules{ attempts = 4 }
local credentials = { Token = "expired yesterday" } -- as a file of the last run might have them

local function renew()
  local res, err = rules:call(http, "sts.AssumeRole", { RoleArn = ROLE, RoleSessionName = "recipe" })
  if not res then return nil, err end
  credentials = res.Credentials:totable()
  print "new credentials"
  return credentials
end

-- context.refresh says that this request must have new credentials. A real client signs with them here.
local function send(params, context)
  if context.refresh == "credentials" then
    local renewed, err = renew()
    if not renewed then return nil, err.cause end
  end
  context.token = credentials.Token
  return http(params, context)
end

local res, err = rules:call(send, "cvm.DescribeInstances", { Limit = 1 })
print(res and ("%d instances"):format(res.TotalCount) or tostring(err))
