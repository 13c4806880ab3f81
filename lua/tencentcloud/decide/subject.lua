-- What a handler gets: one API response, or the lack of one, and where in the call it came.
-- Most handlers read two or three fields, so all others are looked up when they are asked for.

local names = require "tencentcloud.action_name"
local safety = require "tencentcloud.decide.safety"

---@class tencentcloud.Failure
---@field ok boolean true for a success (rules for `ok`)
---@field code string? nil for a success
---@field kind string? the code's kind in the registry
---@field category string?
---@field detail string?
---@field message string? of the server, for people: it may change at any time
---@field request_id string?
---@field retryable string? "no", "backoff", "throttle" or "refresh"
---@field executed string? "no" or "maybe"
---@field http_status integer?
---@field error tencentcloud.Error? nil for a success
---@field response tencentcloud.Response? nil where the answer was none of the API's
---@field action string? "cvm.RunInstances"
---@field service string?
---@field region string?
---@field params table the request's parameters
---@field attempt integer the number of this request in the call, counted from 1
---@field elapsed number seconds since the call began
---@field remaining number seconds until its deadline; math.huge where there is none
---@field state table the handler's own, as long as the call
---@field history tencentcloud.Attempt[] the attempts before this one
---@field declared boolean? does the catalog list this code for this action? nil: it knows no such action
---@field safe boolean may the request be sent again?
---@field items tencentcloud.FailedItem[]? the failed items of a batch, for rules on items

-- The answer to a request, whether it failed or not.
---@class tencentcloud.Answer: tencentcloud.Response, tencentcloud.Error

local get = {}

function get.error(self)
  if self.answer.ok == nil then return self.answer end
  return self.answer.error
end

function get.response(self)
  if self.answer.ok ~= nil then return self.answer end
end

local function of_error(key)
  get[key] = function(self)
    local err = self.error
    return err and err[key]
  end
end

of_error "category"
of_error "detail"
of_error "message"
of_error "http_status"

function get.request_id(self) return self.answer.request_id end

function get.retryable(self) return self.entry and self.entry.retryable end

function get.executed(self) return self.entry and self.entry.executed end

function get.facts(self)
  return self.action and self.registry:action(self.action)
end

function get.service(self)
  local parts = names.split(self.action)
  return parts and parts.service
end

function get.declared(self)
  return self.facts and self.code and self.facts:declares(self.code)
end

-- The other items of a batch were carried out, whatever became of the failed ones.
function get.safe(self)
  return not self.items and safety.was_turned_away(self.entry, self.kind)
    or safety.is_repeatable(self.registry, self.action, self.params)
end

-- Where there is no call, there is one attempt.
local ALONE = {
  params = function() return {} end,
  attempt = function() return 1 end,
  elapsed = function() return 0 end,
  remaining = function() return math.huge end,
  state = function() return {} end,
  history = function() return {} end,
}

for key, default in pairs(ALONE) do
  get[key] = function(self)
    local value = self.context[key]
    if value == nil then value = default() end
    return value
  end
end

function get.region(self) return self.context.region end

local Failure = {}

-- What is made for the handler is kept, for it must be the same the next time it is asked for.
local KEPT = { params = true, state = true, history = true, error = true }

function Failure:__index(key)
  local getter = get[key]
  local value = getter and getter(self)
  if KEPT[key] then rawset(self, key, value) end
  return value
end

local failure = {}

---@param answer tencentcloud.Answer
---@param code string? nil for a success
---@param kind string?
---@param entry tencentcloud.ErrorCode? what the registry knows of the code
---@param action string?
---@param context table what the call knows: params, attempt, elapsed, remaining, state, history, region
---@param registry tencentcloud.Registry
---@return tencentcloud.Failure
function failure.new(answer, code, kind, entry, action, context, registry)
  return setmetatable({
    ok = code == nil,
    answer = answer,
    code = code,
    kind = kind,
    entry = entry,
    action = action,
    context = context,
    registry = registry,
  }, Failure)
end

return failure
