-- A registry of a handful of actions and codes, with the methods that rules use.

local CODES = {
  RequestLimitExceeded = { "throttle", "throttle", "no", common = true },
  InternalError = { "internal", "backoff", "maybe", common = true },
  FailedOperation = { "failed", "no", "maybe", common = true },
  ResourceNotFound = { "not_found", "no", "no", common = true },
  ResourceUnavailable = { "unavailable", "backoff", "no", common = true },
  ["ResourceUnavailable.InArrears"] = { "billing", "no", "no" },
  ["ResourceNotFound.TopicNotExist"] = { "not_found", "no", "no" },
  ["AuthFailure.SignatureExpire"] = { "auth", "refresh", "no", common = true },
  ["AuthFailure.TokenFailure"] = { "auth", "refresh", "no", common = true },
  ["AuthFailure.SignatureFailure"] = { "auth", "no", "no", common = true },
  UnauthorizedOperation = { "permission", "no", "no", common = true },
  DryRunOperation = { "dry_run", "no", "no", common = true },
  LimitExceeded = { "quota", "no", "no", common = true },
  ["ResourcesSoldOut.SpecifiedInstanceType"] = { "sold_out", "no", "no" },
  ["InvalidInstanceId.NotFound"] = { "not_found", "no", "no" },
  ["OperationDenied.AccountIsolate"] = { "billing", "no", "no" },
  ["FailedOperation.Timeout"] = { "timeout", "backoff", "maybe" },
  ["ClientError.NetworkError"] = { "client", "backoff", "maybe" },
  ["ClientError.HttpStatusCodeError"] = { "client", "backoff", "maybe" },
  ["ClientError.ParseJsonError"] = { "client", "backoff", "maybe" },
  ["ClientError.EmptyBody"] = { "client", "backoff", "maybe" },
  ["ClientError.ResponseError"] = { "client", "no", "maybe" },
}

local ACTIONS = {
  ["cvm.DescribeInstances"] = { reads = true, codes = { "InvalidInstanceId.NotFound", "InternalError" },
    paging = { kind = "offset", offset = "Offset", limit = "Limit", list = "InstanceSet", total = "TotalCount" } },
  ["cvm.DescribeInstancesStatus"] = { reads = true, codes = { "InvalidInstanceId.NotFound" } },
  ["cvm.RunInstances"] = { has_client_token = true,
    codes = { "ResourcesSoldOut.SpecifiedInstanceType", "FailedOperation", "LimitExceeded" } },
  ["cvm.TerminateInstances"] = { codes = { "InvalidInstanceId.NotFound", "InternalError" } },
  ["cls.DescribeTopics"] = { reads = true,
    codes = { "ResourceNotFound.TopicNotExist", "OperationDenied.AccountIsolate", "FailedOperation.Timeout" } },
  ["cls.CreateTopic"] = { codes = { "OperationDenied.AccountIsolate", "FailedOperation.Timeout" } },
  ["sms.SendSms"] = { codes = { "FailedOperation", "LimitExceeded" } },
}

local Registry, Action = {}, {}
Registry.__index, Action.__index = Registry, Action

function Action:declares(code)
  for _, declared in ipairs(self.codes_list) do
    if declared == code then return true end
  end
  return false
end

function Action:codes()
  return self.codes_list
end

local entries, ErrorCode = {}, {}
ErrorCode.__index = ErrorCode

function ErrorCode:actions()
  local names = {}
  for name, facts in pairs(ACTIONS) do
    for _, code in ipairs(facts.codes) do
      if code == self.code then table.insert(names, name) end
    end
  end
  table.sort(names)
  return names
end

function Registry.lookup(_, code)
  if entries[code] then return entries[code] end
  local known = CODES[code] or CODES[code:match("^[^.]*")]
  local facts = known or { "failed", "no", "maybe" }
  entries[code] = setmetatable({ code = code, kind = facts[1], retryable = facts[2], executed = facts[3],
    known = CODES[code] ~= nil, common = CODES[code] ~= nil and facts.common or false }, ErrorCode)
  return entries[code]
end

function Registry.action(_, name)
  local service, action = name:match("^([^@.]+)@?[%d-]*%.(.*)$")
  local facts = ACTIONS[tostring(service) .. "." .. tostring(action)]
  if not facts then return nil end
  return setmetatable({ service = service, name = action, reads = facts.reads or false, paging = facts.paging,
    has_client_token = facts.has_client_token or false, codes_list = facts.codes }, Action)
end

function Registry.services() return { "cls", "cvm", "sms" } end

function Registry.actions(_, service)
  local names = {}
  for name in pairs(ACTIONS) do
    if name:find("^" .. service .. "%.") then table.insert(names, name) end
  end
  table.sort(names)
  if #names > 0 then return names end
end

function Registry:codes(name)
  local action = self:action(name)
  return action and action.codes_list
end

-- What begins the same.
function Registry.suggest(_, name)
  local near = {}
  for _, list in ipairs{ CODES, ACTIONS } do
    for known in pairs(list) do
      if known:sub(1, 6) == name:sub(1, 6) then table.insert(near, known) end
    end
  end
  table.sort(near)
  return near
end

return setmetatable({}, Registry)
