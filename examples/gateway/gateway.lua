-- The handlers of nginx.conf beside it: they call the API by rules, and tell the client what it needs to
-- know: 200 with what was asked for, or 429, 403 or 502 with the reason.

local cjson = require "cjson"
local metrics = require "examples.gateway.metrics"
local shared_dict = require "tencentcloud.budget.shared_dict"
local tc = require "tencentcloud"

-- A client waits meanwhile: the delays are short, and there is an end to them.
local rules = tc.rules{
  attempts = 4,
  deadline = 5,
  backoff = { throttle_base = 0.1, cap = 1 },
  budget = shared_dict.new(ngx.shared.budget),
  on_attempt = function(attempt)
    if attempt.budget then ngx.log(ngx.WARN, "the worker's own budget serves: ", attempt.budget) end
  end,
}

rules:on("*", "#billing", tc.forbid "pay the bill; asking again does not help")

-- SendSms succeeds as a whole and has a code for each message.
rules:on("sms.SendSms", "*", tc.fail "the message was not taken", { items = "SendStatusSet[].Code" })

-- Sends one request, by the location /api. A real gateway signs here.
local function send(params, context)
  local answer = ngx.location.capture("/api", {
    method = ngx.HTTP_POST,
    body = next(params) and cjson.encode(params) or "{}",
    vars = { api_service = context.service, api_action = context.name, api_version = context.version or "",
      api_region = context.region or "" },
  })
  if answer.truncated then return nil, "the answer was cut off", answer.status, answer.header end
  return answer.body, answer.status, answer.header
end

-- What a client of ours can act on: slow down, ask for rights, or blame the side behind us.
local STATUS = {
  throttle = ngx.HTTP_TOO_MANY_REQUESTS,
  quota = ngx.HTTP_TOO_MANY_REQUESTS,
  auth = ngx.HTTP_FORBIDDEN,
  permission = ngx.HTTP_FORBIDDEN,
}

local function refuse(err)
  ngx.log(ngx.WARN, tostring(err))
  ngx.status = STATUS[err.kind] or ngx.HTTP_BAD_GATEWAY
  if err.retry_after then ngx.header.retry_after = math.ceil(err.retry_after) end
  ngx.say(cjson.encode{ error = err.code, stopped_by = err.stopped_by, request_id = err.request_id })
end

-- Calls the API; where that succeeded, answers with the part of the response that is wanted.
local function answer(action, params, region, wanted)
  local res, err = rules:call(send, action, params, { region = region })
  ngx.header.content_type = "application/json"
  if not res then return refuse(err) end
  ngx.say(res:json(wanted) or "[]")
end

local gateway = {}

-- In each worker, when it starts.
function gateway.start()
  metrics.start(rules)
end

-- GET /instances/REGION --> the JSON array of the region's instances
local function instances(region)
  answer("cvm.DescribeInstances", { Limit = 100 }, region, "InstanceSet")
end

-- POST /messages?to=NUMBER --> the JSON array with what became of the message
local function message(number)
  answer("sms.SendSms", { PhoneNumberSet = { ngx.unescape_uri(number or "") }, SmsSdkAppId = "1400000000",
    TemplateId = "1" }, nil, "SendStatusSet")
end

function gateway.serve()
  local region = ngx.var.uri:match "^/instances/([a-z-]+)$"
  if region then return instances(region) end
  if ngx.var.uri == "/messages" and ngx.req.get_method() == "POST" then return message(ngx.var.arg_to) end
  ngx.exit(ngx.HTTP_NOT_FOUND)
end

-- GET /metrics --> what all workers have seen, for Prometheus
function gateway.metrics()
  ngx.header.content_type = "text/plain; version=0.0.4"
  ngx.print(metrics.text(rules))
end

return gateway
