-- What a rule may do about an answer. Each outcome is stated here, whole: how it is made, what a call
-- does next, what statistics and the order of rules make of it. No other file has a list of them, so a new
-- outcome is a new statement below; only one that needs a new way to go on touches call/machine.lua.
--
-- Each name is an outcome by itself and makes one with options when called: tc.retry, tc.retry(),
-- tc.retry{ attempts = 6 }. A handler that has no opinion returns nil.

local arguments = require "tencentcloud.arguments"
local parameters = require "tencentcloud.params"

---@class tencentcloud.Outcome
---@field type string its name, such as "retry"
---@field kind "throttle"|"busy"|"backoff"|nil retry: which arithmetic; by default that of the failure
---@field after number? retry: seconds to wait, in place of the computed delay
---@field attempts integer? retry, amend: how many requests the call may make at most
---@field backoff {base: number?, cap: number?}? retry: seconds, in place of the settings'; wait: in place of `every`
---@field unsafe boolean? retry, amend, wait: send again though the request may have been carried out
---@field what "credentials"|"clock"|"endpoint"|nil refresh
---@field every number? wait: seconds between two requests
---@field deadline number? wait: seconds from the start of the call
---@field params table? amend: fields to change, however deep
---@field value any ok: what the call returns
---@field reason string? ignore, fail, forbid: why, in the rule's words
---@field retry_after number? forbid: seconds after which another try makes sense
---@field incomplete string? what must still be given before a rule can have it
---@field move tencentcloud.Move what follows in a call
---@field sends boolean is the request sent again? Then it must be safe: decide/safety.lua
---@field ends_by string? what a call that ends by it is stopped by
---@field counted boolean do the statistics count it?
---@field vetoes boolean does it come before all rules without a veto, however specific they are?

-- The ways in which a call goes on, each one a function of call/machine.lua: is the request sent again?
---@alias tencentcloud.Move "back_off"|"send_changed"|"send_renewed"|"ask_again"|"finish"|"stop"
local MOVES = {
  back_off = true, -- the same request after a delay that grows
  send_changed = true, -- at once, with the outcome's `params` in place of its own
  send_renewed = true, -- at once, with new credentials and the like
  ask_again = true, -- the same request after a fixed time, as a fresh start
  finish = false, -- the call has succeeded
  stop = false, -- the call has failed
}

-- The parts of a statement: their types, and whether each outcome must state it.
local PARTS = {
  name = { type = "string", needed = true },
  make = { type = "function", needed = true }, -- the outcome's own fields by the arguments of tc.NAME(...)
  shows = { type = "table", needed = true }, -- the fields that tostring shows, in this order
  move = { type = "string", needed = true }, -- one of MOVES
  counted = { type = "boolean", needed = true }, -- by the statistics
  ends_by = { type = "string" }, -- needed where it stops the call
  vetoes = { type = "boolean" },
  incomplete = { type = "string" }, -- where the bare name says too little: what to write instead
}

---@class tencentcloud.Outcomes
---@field retry tencentcloud.Outcome
---@field refresh tencentcloud.Outcome
---@field wait tencentcloud.Outcome
---@field amend tencentcloud.Outcome
---@field ok tencentcloud.Outcome
---@field ignore tencentcloud.Outcome
---@field fail tencentcloud.Outcome
---@field forbid tencentcloud.Outcome
local outcomes = { moves = MOVES }

local METATABLES = {} -- of the outcomes of each name, as keys

---Is the value an outcome?
---@param value any
---@return boolean
function outcomes.is(value)
  local metatable = getmetatable(value)
  return metatable ~= nil and METATABLES[metatable] == true
end

-- What is wrong with a statement, or nil.
local function problem_with(statement)
  for name in pairs(statement) do
    if not PARTS[name] then return ("no part '%s'"):format(tostring(name)) end
  end
  for name, part in pairs(PARTS) do
    local given = type(statement[name])
    local optional = not part.needed and given == "nil"
    if given ~= part.type and not optional then return ("%s: a %s expected, got %s"):format(name, part.type, given) end
  end
  if outcomes[statement.name] ~= nil then return "the name is taken" end
  if MOVES[statement.move] == nil then return ("move: there is no '%s'"):format(statement.move) end
  if (statement.move == "stop") ~= (statement.ends_by ~= nil) then
    return "ends_by: stated where the move is stop, and only there"
  end
end

local function shown(value)
  return type(value) == "number" and ("%g"):format(value) or tostring(value)
end

---States an outcome; raises where a part is missing or wrong.
---@param statement table see PARTS
function outcomes.define(statement)
  local problem = problem_with(statement)
  if problem then error(("outcome '%s': %s"):format(tostring(statement.name), problem), 0) end
  local name, make = statement.name, statement.make
  -- What every outcome of the name has, beside the fields of its own.
  local metatable = { __name = "tencentcloud.Outcome" }
  metatable.__index = {
    type = name,
    move = statement.move,
    sends = MOVES[statement.move],
    ends_by = statement.ends_by,
    counted = statement.counted,
    vetoes = statement.vetoes or false,
  }
  METATABLES[metatable] = true

  -- tc.retry{...}: the outcome of that name makes another one of its sort.
  function metatable.__call(_, ...)
    return setmetatable(make(...), metatable)
  end

  -- An outcome as it would be written: `retry{kind=throttle, attempts=6}`.
  function metatable.__tostring(self)
    local parts = {}
    for _, key in ipairs(statement.shows) do
      if self[key] ~= nil then table.insert(parts, ("%s=%s"):format(key, shown(self[key]))) end
    end
    return #parts == 0 and name or ("%s{%s}"):format(name, table.concat(parts, ", "))
  end

  local incomplete = statement.incomplete
  outcomes[name] = setmetatable(incomplete and { incomplete = incomplete } or make(), metatable)
end

local define = outcomes.define

local RETRY = {
  kind = arguments.one_of("throttle", "busy", "backoff"),
  after = arguments.number(0),
  attempts = arguments.whole(1),
  unsafe = arguments.type("boolean"),
  backoff = arguments.seconds("base", "cap"),
}

-- Send again later. retry{kind, after, attempts, backoff, unsafe}
define{
  name = "retry",
  make = function(options) return arguments.options(options, RETRY, 1, "retry") end,
  shows = { "kind", "after", "attempts", "unsafe" },
  move = "back_off",
  counted = true,
}

local REFRESHABLE = arguments.one_of("credentials", "clock", "endpoint")

-- Send again with fresh credentials, a synchronized clock or another endpoint. refresh "credentials"
define{
  name = "refresh",
  make = function(what)
    local wanted = REFRESHABLE(what)
    arguments.that(not wanted, 1, "refresh", "what: %s expected", wanted)
    return { what = what }
  end,
  incomplete = 'say what to refresh: tc.refresh "credentials"',
  shows = { "what" },
  move = "send_renewed",
  counted = true,
}

local WAIT = {
  every = arguments.number(0.001),
  deadline = arguments.number(0),
  unsafe = arguments.type("boolean"),
  backoff = arguments.seconds("base", "cap"),
}

-- The answer is not the wanted one yet: ask again. wait{every, backoff, deadline, unsafe}
define{
  name = "wait",
  make = function(options) return arguments.options(options, WAIT, 1, "wait") end,
  shows = { "unsafe", "every", "deadline" },
  move = "ask_again",
  counted = true,
}

local AMEND = { attempts = arguments.whole(1), unsafe = arguments.type("boolean") }

-- Send a changed request. amend{ Field = value } or amend({...}, {attempts, unsafe})
define{
  name = "amend",
  make = function(params, options)
    arguments.that(type(params) == "table", 1, "amend", "params: a table of the fields to change expected, got %s",
      type(params))
    local ok, problem = pcall(parameters.copy, params)
    if not ok then arguments.fail(1, "amend", problem) end
    local fields = arguments.options(options, AMEND, 2, "amend")
    fields.params = params
    return fields
  end,
  incomplete = "say what to change: tc.amend{ Field = value }",
  shows = { "attempts", "unsafe" },
  move = "send_changed",
  counted = true,
}

-- Count it as a success, and return `value`. ok(value)
define{
  name = "ok",
  make = function(value)
    arguments.that(value ~= false, 1, "ok", "value: false would read as a failure; give a table or true")
    if value == nil then value = {} end
    return { value = value }
  end,
  shows = {},
  move = "finish",
  counted = true,
}

-- Outcomes that end the call take a reason, to be read in errors and explanations.
local function with_reason(name)
  return function(reason)
    arguments.that(reason == nil or type(reason) == "string", 1, name, "reason: a string or nothing expected")
    return { reason = reason }
  end
end

-- Failed, kept out of the statistics, never sent again. ignore(reason)
define{
  name = "ignore",
  make = with_reason "ignore",
  shows = { "reason" },
  move = "stop",
  ends_by = "rule",
  counted = false,
}

-- Give up: the call returns nil, err. fail(reason)
define{
  name = "fail",
  make = with_reason "fail",
  shows = { "reason" },
  move = "stop",
  ends_by = "rule",
  counted = true,
}

local FORBID = { retry_after = arguments.number(0) }

-- Give up, whatever any other rule wants. forbid(reason, {retry_after})
define{
  name = "forbid",
  make = function(reason, options)
    arguments.that(reason == nil or type(reason) == "string", 1, "forbid", "reason: a string or nothing expected")
    local fields = arguments.options(options, FORBID, 2, "forbid")
    fields.reason = reason
    return fields
  end,
  shows = { "reason", "retry_after" },
  move = "stop",
  ends_by = "forbid",
  vetoes = true,
  counted = true,
}

return outcomes
