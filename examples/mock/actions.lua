-- What the mock answers to each action. A function gets the request's parameters and the mock's store, and
-- returns the fields of the answer, or nil, a code and a message. What it stores lasts as long as nginx.

local cjson = require "cjson"

local FLEET = 45 -- instances that are there from the start
local SEVENTH = 7 -- of these, every seventh is stopped
local SOLD_OUT = { ["ap-guangzhou-3"] = true, ["ap-guangzhou-4"] = true }
local LOGS = 25 -- that match any query
local LOOKS = 2 -- at a new instance, before it is seen running; at a terminated one, before it is gone
local UNAPPROVED = "1000001" -- a template of text messages that was not approved
local CHAT = { "Hello", ", ", "what ", "can ", "I ", "do ", "for ", "you", "?" }

local function is_text_list(value)
  if type(value) ~= "table" or #value == 0 then return false end
  for _, item in ipairs(value) do
    if type(item) ~= "string" then return false end
  end
  return true
end

local function count_of(store)
  return FLEET + (store:get "launched" or 0)
end

local function is_gone(number, store)
  return store:get("terminated:" .. number) and store:incr("looks:gone:" .. number, 1, 0) > LOOKS
end

local function state_of(number, store)
  if store:get("terminated:" .. number) then return "TERMINATED" end
  if number <= FLEET then return number % SEVENTH == 0 and "STOPPED" or "RUNNING" end
  return store:incr("looks:" .. number, 1, 0) > LOOKS and "RUNNING" or "PENDING"
end

local function instance(number, store)
  return {
    InstanceId = ("ins-%08d"):format(number),
    InstanceName = store:get("name:" .. number) or "web-" .. number,
    InstanceState = state_of(number, store),
    Placement = { Zone = store:get("zone:" .. number) or "ap-guangzhou-6" },
  }
end

-- The number of an instance that is there, or nil.
local function number_of(id, store)
  local number = tonumber(id:match "^ins%-(%d+)$")
  if number and number >= 1 and number <= count_of(store) then return number end
end

-- The numbers of the wanted instances, or nil and the id that there is none of.
local function numbers_of(ids, store)
  local numbers = {}
  for i, id in ipairs(ids) do
    numbers[i] = number_of(id, store)
    if not numbers[i] then return nil, id end
  end
  return numbers
end

local actions = {}

actions["cvm.DescribeInstances"] = { answer = function(params, store)
  local offset, limit = params.Offset or 0, params.Limit or 20
  if type(offset) ~= "number" or type(limit) ~= "number" or limit < 1 or limit > 100 then
    return nil, "InvalidParameterValue.LimitExceeded", "Limit must be from 1 to 100."
  end
  local numbers
  if params.InstanceIds then
    if not is_text_list(params.InstanceIds) then
      return nil, "InvalidInstanceId.Malformed", "InstanceIds must be a list of ids."
    end
    numbers = {}
    for _, number in ipairs(numbers_of(params.InstanceIds, store) or {}) do
      if not is_gone(number, store) then table.insert(numbers, number) end
    end
  end
  local total, set = numbers and #numbers or count_of(store), {}
  for place = offset + 1, math.min(offset + limit, total) do
    table.insert(set, instance(numbers and numbers[place] or place, store))
  end
  return { InstanceSet = set, TotalCount = total }
end }

actions["cvm.RunInstances"] = { writes = true, answer = function(params, store)
  local zone = type(params.Placement) == "table" and params.Placement.Zone
  if type(zone) ~= "string" then return nil, "MissingParameter", "Placement.Zone is missing." end
  if SOLD_OUT[zone] then
    return nil, "ResourcesSoldOut.SpecifiedInstanceType", ("The instance type is sold out in %s."):format(zone)
  end
  local ids = {}
  for i = 1, tonumber(params.InstanceCount) or 1 do
    local number = FLEET + store:incr("launched", 1, 0)
    store:set("zone:" .. number, zone)
    if type(params.InstanceName) == "string" then store:set("name:" .. number, params.InstanceName) end
    ids[i] = ("ins-%08d"):format(number)
  end
  return { InstanceIdSet = ids }
end }

actions["cvm.TerminateInstances"] = { writes = true, answer = function(params, store)
  if not is_text_list(params.InstanceIds) then
    return nil, "InvalidInstanceId.Malformed", "InstanceIds must be a list of ids."
  end
  local numbers, missing = numbers_of(params.InstanceIds, store)
  if not numbers then return nil, "InvalidInstanceId.NotFound", ("There is no instance %s."):format(missing) end
  for _, number in ipairs(numbers) do store:set("terminated:" .. number, true) end
  return {}
end }

actions["cls.SearchLog"] = { answer = function(params)
  local first, limit = tonumber(params.Context) or 1, params.Limit or 10
  if type(limit) ~= "number" or limit < 1 then return nil, "InvalidParameter", "Limit must be 1 or more." end
  local results, last = {}, math.min(LOGS, first + limit - 1)
  for number = first, last do
    table.insert(results, { Time = 1795500000000 + number, TopicId = params.TopicId, PkgLogId = tostring(number),
      LogJson = cjson.encode{ level = number % 10 == 0 and "error" or "info", line = number } })
  end
  local over = last == LOGS
  return { Results = results, ListOver = over, Context = over and "" or tostring(last + 1), Analysis = false }
end }

-- What becomes of one message: each number has a code of its own.
local function message_code(number)
  if not number:find "^%+%d+$" then return "InvalidParameterValue.IncorrectPhoneNumber", "incorrect phone number" end
  if number:find "0000$" then return "LimitExceeded.PhoneNumberDailyLimit", "too many messages to this number today" end
  return "Ok", "send success"
end

actions["sms.SendSms"] = { writes = true, answer = function(params)
  if not is_text_list(params.PhoneNumberSet) then
    return nil, "MissingParameter.EmptyPhoneNumberSet", "PhoneNumberSet is missing or empty."
  end
  if params.TemplateId == UNAPPROVED then
    return nil, "FailedOperation.TemplateUnapprovedOrNotExist", "The template does not exist or was not approved."
  end
  local set = {}
  for i, number in ipairs(params.PhoneNumberSet) do
    local code, message = message_code(number)
    set[i] = { SerialNo = code == "Ok" and "mock-" .. i or "", PhoneNumber = number, Fee = code == "Ok" and 1 or 0,
      Code = code, Message = message, SessionContext = "", IsoCode = "CN" }
  end
  return { SendStatusSet = set }
end }

actions["cls.UploadLog"] = { writes = true, answer = function(params)
  if type(params.TopicId) ~= "string" then return nil, "InvalidParameter", "TopicId is missing." end
  return {}
end }

-- The token that came last is the one that is valid: server.lua refuses requests with another.
actions["sts.AssumeRole"] = { answer = function(params, store)
  if type(params.RoleArn) ~= "string" then return nil, "InvalidParameter.RoleNotExist", "RoleArn is missing." end
  local token = "token-" .. store:incr("tokens", 1, 0)
  store:set("token", token)
  return { Credentials = { TmpSecretId = "id", TmpSecretKey = "key", Token = token }, ExpiredTime = 4070908800 }
end }

-- An event for each word.
actions["hunyuan.ChatCompletions"] = { streams = true, answer = function()
  local events = {}
  for i, word in ipairs(CHAT) do
    events[i] = { Choices = { { Delta = { Role = "assistant", Content = word } } } }
  end
  return events
end }

actions["tms.TextModeration"] = { answer = function(params)
  local text = type(params.Content) == "string" and ngx.decode_base64(params.Content)
  if not text then return nil, "InvalidParameterValue.ErrTextContentType", "Content must be text in Base64." end
  local is_ad = text:find("gold", 1, true) ~= nil
  return { Suggestion = is_ad and "Block" or "Pass", Label = is_ad and "Ad" or "Normal", Score = is_ad and 97 or 0 }
end }

return actions
