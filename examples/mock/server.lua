-- The mock of the API: answers as the API does, or fails as it is told. Its store is a shared dictionary,
-- so that all workers of an nginx play one API. Requests are those of API 3.0. Their signature is not read, but a
-- token must be the one that sts.AssumeRole gave last.
--
-- POST /mock/faults?... tells it what goes wrong from now on; it replaces what was told before:
--   throttle=20   % of the requests get RequestLimitExceeded; they are not carried out
--   cut_off=5     % are carried out, and their answer ends in the middle
--   fail=10       % get the error of `code`
--   code=...      an error code, InternalError by default; or an HTTP status, which comes with HTML
--   delay=0.05    seconds before every answer
--   times=2       only the first requests go wrong, so many of them
--   seed=7        the n-th request meets the same fault each time that the seed is the same
--   action=...    only requests of this action, such as cvm.RunInstances
--   region=...    only requests with this X-TC-Region; without it, those that have no faults of their own
-- GET /mock/counts says what has happened. DELETE /mock/counts forgets it, and the faults too.

local actions = require "examples.mock.actions"
local cjson = require "cjson"

local store = ngx.shared.mock

local PERCENT = { "throttle", "cut_off", "fail" }
local NUMBERS = { throttle = true, cut_off = true, fail = true, delay = true, times = true, seed = true }
local COUNTS = { "requests", "answered", "refused", "throttled", "cut_off", "failed", "carried_out", "repeated" }

local function count(name)
  return store:incr("count:" .. name, 1, 0)
end

-- Numbers that look random, and are the same for the same seed: in [0, 100).
local function dice(seed, number)
  return tonumber(ngx.md5(seed .. ":" .. number):sub(1, 8), 16) / 2 ^ 32 * 100
end

-- What is to go wrong with this request: the faults in force, and the name of the one that it meets.
local function fault_of(action, region)
  local place = region ~= "" and store:get("faults:" .. region) and region or "*"
  local text = store:get("faults:" .. place)
  if not text then return {} end
  local faults = cjson.decode(text)
  if faults.action and faults.action ~= action then return {} end
  local number = store:incr("drawn:" .. place, 1, 0)
  if faults.times and number > faults.times then return faults end
  local left = dice(faults.seed or 1, number)
  for _, name in ipairs(PERCENT) do
    left = left - (faults[name] or 0)
    if left < 0 then return faults, name end
  end
  return faults
end

-- An id that looks like the API's: the n-th request always has the same.
local function request_id(number)
  return (ngx.md5("request " .. number):gsub("^(%x%x%x%x%x%x%x%x)(%x%x%x%x)(%x%x%x%x)(%x%x%x%x)", "%1-%2-%3-%4-"))
end

-- An answer's body. Its only tables that can be empty are lists, which cjson would write as objects.
local function encode(fields, id)
  fields.RequestId = id
  return (cjson.encode{ Response = fields }:gsub("{}", "[]"))
end

-- An event stream, as a whole.
local function encode_events(events, id)
  local lines = {}
  for i, event in ipairs(events) do
    event.Id = id
    lines[i] = "data: " .. cjson.encode(event) .. "\n\n"
  end
  return table.concat(lines) .. "data: [DONE]\n\n"
end

local function encode_error(id, code, message)
  return encode({ Error = { Code = code, Message = message } }, id)
end

-- Carries a request out, once for each ClientToken, and keeps a ledger of those that write: one that has
-- been carried out more than once is a fault of the client.
local function carry_out(action, params, body, id)
  local token = type(params.ClientToken) == "string" and "token:" .. action .. ":" .. params.ClientToken
  local known = token and store:get(token)
  if known then return known end
  local fields, code, message = actions[action].answer(params, store)
  if not fields then
    count "refused"
    return encode_error(id, code, message)
  end
  if actions[action].writes then
    count "carried_out"
    if store:incr("done:" .. ngx.md5(action .. body), 1, 0) > 1 then count "repeated" end
  end
  local answer = actions[action].streams and encode_events(fields, id) or encode(fields, id)
  if token then store:set(token, answer) end
  return answer
end

local function send(body)
  ngx.header.content_length = #body
  ngx.print(body)
end

-- The headers promise the whole body; the connection ends in the middle of it.
local function send_half(body)
  ngx.header.content_length = #body
  ngx.print(body:sub(1, math.floor(#body / 2)))
  ngx.flush(true)
  ngx.exit(ngx.ERROR)
end

local function send_status(status)
  local body = ("<html><body><h1>%d</h1></body></html>"):format(status)
  ngx.status = status
  ngx.header.content_type = "text/html"
  send(body)
end

-- Each fault gets the request, and does what it is named for.
local meet = {}

function meet.throttle(request)
  count "throttled"
  send(encode_error(request.id, "RequestLimitExceeded", "Too many requests in this second."))
end

function meet.cut_off(request)
  count "cut_off"
  send_half(carry_out(request.action, request.params, request.body, request.id))
end

-- Codes and statuses that leave open whether the request was carried out hide that it was: who sends it
-- again is found out.
function meet.fail(request, faults)
  count "failed"
  local code = faults.code or "InternalError"
  local status = tonumber(code)
  if status and status >= 500 or code:find "^InternalError" then
    carry_out(request.action, request.params, request.body, request.id)
  end
  if status then return send_status(status) end
  send(encode_error(request.id, code, "The mock was told to fail."))
end

-- The request, or nil, a code and a message.
local function read_request(id)
  local headers = ngx.req.get_headers()
  local service, name = ngx.var.host:match "^[^.]+", headers["x-tc-action"]
  if type(name) ~= "string" then return nil, "MissingParameter", "The header X-TC-Action is missing." end
  local action = service .. "." .. name
  if not actions[action] then return nil, "InvalidAction", ("The mock does not know %s."):format(action) end
  local token = headers["x-tc-token"]
  if token and token ~= store:get "token" then
    return nil, "AuthFailure.TokenFailure", "The token is not valid, or no longer."
  end
  ngx.req.read_body()
  local body = ngx.req.get_body_data() or "{}"
  local ok, params = pcall(cjson.decode, body)
  if not ok or type(params) ~= "table" then return nil, "InvalidParameter", "The body is no JSON object." end
  return { id = id, action = action, params = params, body = body, region = ngx.var.http_x_tc_region or "" }
end

local server = {}

-- POST / --> an API response, or what the faults make of it
function server.answer()
  local id = request_id(count "requests")
  local request, code, message = read_request(id)
  if not request then
    count "refused"
    return send(encode_error(id, code, message))
  end
  local faults, name = fault_of(request.action, request.region)
  if faults.delay then ngx.sleep(faults.delay) end
  if name then return meet[name](request, faults) end
  count "answered"
  send(carry_out(request.action, request.params, request.body, id))
end

local function refuse(text)
  ngx.status = ngx.HTTP_BAD_REQUEST
  ngx.say(cjson.encode{ error = text })
end

-- POST /mock/faults?throttle=20&cut_off=5 --> the faults in force
function server.set_faults()
  local faults, place = {}, "*"
  for name, value in pairs(ngx.req.get_uri_args()) do
    if name == "region" then
      place = value
    elseif name == "code" or name == "action" then
      faults[name] = value
    elseif not NUMBERS[name] then
      return refuse("there is no fault " .. name)
    elseif not tonumber(value) then
      return refuse(name .. " is a number")
    else
      faults[name] = tonumber(value)
    end
  end
  local text = cjson.encode(faults)
  store:set("faults:" .. place, text)
  store:set("drawn:" .. place, 0)
  ngx.say(text)
end

-- GET /mock/counts --> requests = answered + throttled + cut_off + failed + those that are malformed;
-- refused: by the action itself; carried_out: requests that write; repeated: of these, those done before
function server.counts()
  if ngx.req.get_method() == "DELETE" then store:flush_all() end
  local counts = {}
  for _, name in ipairs(COUNTS) do counts[name] = store:get("count:" .. name) or 0 end
  ngx.say(cjson.encode(counts))
end

return server
