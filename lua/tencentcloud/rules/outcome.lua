-- What a rule may say. Each name is an outcome by itself and makes one with options when called:
-- tc.retry, tc.retry(), tc.retry{ attempts = 6 }. A handler that has no opinion returns nil.

local check = require "tencentcloud.arguments"

---@class tencentcloud.Outcome
---@field type "retry"|"refresh"|"wait"|"amend"|"ok"|"ignore"|"fail"|"forbid"
---@field kind "throttle"|"backoff"|nil retry: which arithmetic; by default that of the failure
---@field after number? retry: seconds to wait, in place of the computed delay
---@field attempts integer? retry, amend: how many requests the call may make at most
---@field backoff {base: number?, cap: number?}? retry: seconds, in place of the settings'
---@field unsafe boolean? retry, amend, wait: send again though the request may have been carried out
---@field what "credentials"|"clock"|"endpoint"|nil refresh
---@field every number? wait: seconds between two requests
---@field deadline number? wait: seconds from the start of the call
---@field params table? amend: fields that replace those of the request
---@field value any ok: what the call returns
---@field reason string? ignore, fail, forbid: why, in the rule's words
---@field incomplete string? what must still be given before a rule can say it

local Outcome = {}
Outcome.__index = Outcome

local function new(type, fields)
  fields.type = type
  return setmetatable(fields, Outcome)
end

local BACKOFF = { base = check.number(0), cap = check.number(0) }

local RETRY = {
  kind = check.one_of("throttle", "backoff"),
  after = check.number(0),
  attempts = check.whole(1),
  unsafe = check.type("boolean"),
  backoff = function(value)
    if type(value) ~= "table" then return "a table { base =, cap = }" end
    for key, seconds in pairs(value) do
      if not BACKOFF[key] or BACKOFF[key](seconds) then return "a table { base =, cap = } of seconds" end
    end
  end,
}

local WAIT = { every = check.number(0.001), deadline = check.number(0), unsafe = check.type("boolean") }
local AMEND = { attempts = check.whole(1), unsafe = check.type("boolean") }
local REFRESHABLE = check.one_of("credentials", "clock", "endpoint")

-- Outcomes that end the call take a reason, to be read in errors and explanations.
local function with_reason(type)
  return function(reason)
    check.that(reason == nil or _G.type(reason) == "string", 1, type, "reason: a string or nothing expected")
    return new(type, { reason = reason })
  end
end

local make = {
  fail = with_reason("fail"),
  ignore = with_reason("ignore"),
  forbid = with_reason("forbid"),
}

function make.retry(options)
  return new("retry", check.options(options, RETRY, 1, "retry"))
end

function make.refresh(what)
  local wanted = REFRESHABLE(what)
  check.that(not wanted, 1, "refresh", ("what: %s expected"):format(tostring(wanted)))
  return new("refresh", { what = what })
end

function make.wait(options)
  return new("wait", check.options(options, WAIT, 1, "wait"))
end

function make.amend(params, options)
  check.that(type(params) == "table", 1, "amend",
    "params: a table of the fields to change expected, got " .. type(params))
  local outcome = new("amend", check.options(options, AMEND, 2, "amend"))
  outcome.params = params
  return outcome
end

function make.ok(value)
  check.that(value ~= false, 1, "ok", "value: false would read as a failure; give a table or true")
  if value == nil then value = {} end
  return new("ok", { value = value })
end

-- tc.retry{...}: the outcome by that name makes another one of its kind.
function Outcome:__call(...)
  return make[self.type](...)
end

local SHOWN = { "kind", "after", "attempts", "unsafe", "what", "every", "deadline", "reason" }

---An outcome as it would be written: `retry{kind=throttle, attempts=6}`.
function Outcome:__tostring()
  local parts = {}
  for _, key in ipairs(SHOWN) do
    if self[key] ~= nil then
      local value = self[key]
      table.insert(parts, ("%s=%s"):format(key, type(value) == "number" and ("%g"):format(value) or tostring(value)))
    end
  end
  if #parts == 0 then return self.type end
  return ("%s{%s}"):format(self.type, table.concat(parts, ", "))
end

---@class tencentcloud.Outcomes
local outcome = {
  ---Send again later. retry{kind, after, attempts, backoff, unsafe}
  retry = make.retry(),
  ---Send again with fresh credentials, a synchronized clock or another endpoint. refresh "credentials"
  refresh = new("refresh", { incomplete = 'say what to refresh: tc.refresh "credentials"' }),
  ---The answer is not the wanted one yet: ask again. wait{every, deadline, unsafe}
  wait = make.wait(),
  ---Send a changed request. amend{ Field = value } or amend({...}, {attempts, unsafe})
  amend = new("amend", { incomplete = "say what to change: tc.amend{ Field = value }" }),
  ---Count it as a success, and return `value`. ok(value)
  ok = make.ok(),
  ---Failed, kept out of the statistics, never sent again. ignore(reason)
  ignore = make.ignore(),
  ---Give up: the call returns nil, err. fail(reason)
  fail = make.fail(),
  ---Give up, whatever any other rule says. forbid(reason)
  forbid = make.forbid(),
}

---Is the value an outcome?
---@param value any
---@return boolean
function outcome.is(value)
  return getmetatable(value) == Outcome
end

return outcome
