-- What the services send with: skynet's httpc. The signature of a real request goes where the headers are made, and
-- the endpoint is then https://cvm.tencentcloudapi.com, say; httpc needs its ltls for that.

local httpc = require "http.httpc"
local json = require "json"

local TIMEOUT = 10 -- seconds, where the rules set none

local api = {}

-- Each request is written anew: a signature would be, too.
local function write_request(params, context)
  local headers = {
    Host = context.service .. ".tencentcloudapi.com",
    ["Content-Type"] = "application/json",
    ["X-TC-Action"] = context.name,
    ["X-TC-Version"] = context.version or "",
    ["X-TC-Region"] = context.region,
  }
  return headers, json.encode(params)
end

---A `send` for rules:call, tc.pages and tc.wait_until.
---@param endpoint string "127.0.0.1:8081"
---@return fun(params: table, context: tencentcloud.SendContext): string?, any, table?
function api.new(endpoint)
  return function(params, context)
    local headers, body = write_request(params, context)
    local received = {}
    httpc.timeout = math.ceil((context.timeout or TIMEOUT) * 100) -- read before the request first waits
    -- httpc raises what the network does: rules want to be told.
    local ok, status, answer = pcall(httpc.request, "POST", endpoint, "/", received, headers, body)
    if not ok then return nil, status end
    return answer, status, received
  end
end

return api
