-- What a handler gets: one answer, a failure or a success, and where in its call it came. Most handlers
-- read two or three fields of it, so all but the first few are looked up when they are asked for.

local action_name = require "tencentcloud.action_name"
local core = require "tencentcloud.core"
local merge = require "tencentcloud.merge"
local params = require "tencentcloud.params"
local safety = require "tencentcloud.decide.safety"

---@class tencentcloud.Subject
---@field ok boolean true for a success (rules for `ok`)
---@field code string? nil for a success
---@field kind string? the code's kind in the registry
---@field category string?
---@field detail string?
---@field message string? of the server, for people: it may change at any time
---@field request_id string?
---@field retryable string? "no", "backoff", "throttle" or "refresh"
---@field executed string? "no", "maybe", or "partly": a batch of which other items succeeded
---@field http_status integer?
---@field error tencentcloud.Error? nil for a success
---@field response tencentcloud.Response? nil where the answer was not an API response
---@field action string? "cvm.RunInstances"
---@field service string?
---@field region string?
---@field params table the request's parameters: a copy, as is `history`
---@field attempt integer the number of this request in the call, counted from 1
---@field elapsed number seconds since the call began
---@field remaining number seconds until its deadline; math.huge where there is none
---@field state table the handler's own, as long as the call
---@field history tencentcloud.Attempt[] the attempts before this one
---@field declared boolean? does the catalog list this code for this action? nil: it knows no such action
---@field safe boolean may the same request be sent again? A changed one: only what was refused, or only reads
---@field items tencentcloud.FailedItem[]? for rules on items: the failed ones that the rule is asked about

-- The answer to a request, whether it failed or not: an Error where no API response came.
---@class tencentcloud.Answer: tencentcloud.Response, tencentcloud.Error

-- The fields that are looked up: each a function of the subject.
local get = {}

-- A Response has `ok`, an Error has not.
function get.error(self)
  if self.answer.ok == nil then return self.answer end
  return self.answer.error
end

-- The Error of a body that was a response all the same keeps it.
function get.response(self)
  if self.answer.ok ~= nil then return self.answer end
  return self.answer.response
end

-- A field that is the error's own, and nil for a success.
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
  local parts = action_name.split(self.action)
  return parts and parts.service
end

function get.declared(self)
  return self.facts and self.code and self.facts:declares(self.code)
end

function get.safe(self)
  local in_part = self.items ~= nil
  return safety.may_repeat(self.registry, self.action, self.context.params, self.entry, self.kind, nil, in_part) ~= nil
end

-- What the call knows. A decision outside a call is about its only attempt: these are the values then.
local OUTSIDE = {
  attempt = function() return 1 end,
  elapsed = function() return 0 end,
  remaining = function() return math.huge end,
  state = function() return {} end,
}

for key, default in pairs(OUTSIDE) do
  get[key] = function(self)
    local value = self.context[key]
    if value == nil then value = default() end
    return value
  end
end

-- What a handler does to these must not become the request's or the call's.
function get.params(self) return params.copy(self.context.params or {}) end

function get.history(self)
  local copies = {}
  for position, attempt in ipairs(self.context.history or {}) do copies[position] = merge(attempt) end
  return copies
end

function get.region(self) return self.context.region end

-- Tables and the like that are made here: the same object must come the next time it is asked for.
local KEPT = { params = true, state = true, history = true, error = true }

local Subject = { __name = "tencentcloud.Subject" }

function Subject:__index(key)
  local getter = get[key]
  local value = getter and getter(self)
  if KEPT[key] then rawset(self, key, value) end
  return value
end

local subject = {}

---Makes a subject of these fields, and keeps the table:
---  answer    tencentcloud.Answer
---  code      string? nil for a success
---  entry     tencentcloud.ErrorCode? what the registry knows of the code
---  kind      string? the entry's
---  action    string? that was asked
---  context   table what the call knows: params, attempt, elapsed, remaining, state, history, region
---  registry  tencentcloud.Registry
---@param fields table
---@return tencentcloud.Subject
function subject.new(fields)
  fields.ok = fields.code == nil
  return setmetatable(fields, Subject)
end

---The entry of a code of this module's own, whose kind is `client`: of these the error itself knows more than the
---registry, which HTTP status there was and whether the body was cut off. A program's definition comes first.
---@param answer tencentcloud.Answer
---@param code string the answer's
---@param entry tencentcloud.ErrorCode what the registry knows of the code
---@return tencentcloud.ErrorCode|tencentcloud.Error
function subject.entry_of_client(answer, code, entry)
  if entry.source == "defined" then return entry end
  local err = type(answer) == "userdata" and answer.error or answer
  if err.retryable then return err end
  local made, same = pcall(core.error, { code = code, http_status = err.http_status }) -- a program's table
  return made and same or entry
end

---The subject of an answer.
---@param registry tencentcloud.Registry
---@param answer tencentcloud.Answer
---@param context table what the call knows
---@param action string? that was asked, whatever the answer says: an error of another call names another one
---@return tencentcloud.Subject
function subject.of(registry, answer, context, action)
  local code = answer.code -- a success has no code
  action = action or answer.action or context.action
  local entry = code and (registry:lookup(code, action) or core.entry(code)) -- what is no code has one too
  local kind = entry and entry.kind
  if kind == "client" then entry = subject.entry_of_client(answer, code, entry) end
  return subject.new{
    answer = answer,
    code = code,
    entry = entry,
    kind = kind,
    action = action,
    context = context,
    registry = registry,
  }
end

-- What decisions on items need besides.
---@class tencentcloud.ItemSubject: tencentcloud.Subject
---@field sorts tencentcloud.FailedSort[] the codes of the items, and what is known of each
---@field batch tencentcloud.Batch

---The subject of failed items in a batch that succeeded as a whole.
---@param whole tencentcloud.Subject the batch
---@param batch tencentcloud.Batch
---@param sorts tencentcloud.FailedSort[] the codes that it is about; the first one's are the subject's
---@param mine tencentcloud.FailedItem[] the items that it is about
---@return tencentcloud.ItemSubject
function subject.of_items(whole, batch, sorts, mine)
  local first = sorts[1]
  local own = subject.new{
    answer = whole.answer,
    code = first.code,
    entry = first.entry,
    kind = first.kind,
    action = whole.action,
    context = whole.context,
    registry = whole.registry,
  }
  own.items, own.sorts, own.batch, own.executed, own.message = mine, sorts, batch, batch.executed, mine[1].message
  local entry = core.entry(first.code)
  own.category, own.detail = entry.category, entry.detail
  return own
end

return subject
