-- rules:replay: recorded answers once more, on a clock that only the rules' sleeps move. Nothing is
-- sent, and neither the rules' statistics nor their hook hear of it.

local arguments = require "tencentcloud.arguments"
local call = require "tencentcloud.call"
local merge = require "tencentcloud.merge"
local process = require "tencentcloud.budget.process"
local script = require "tencentcloud.study.script"
local stats = require "tencentcloud.decide.stats"
local tokens = require "tencentcloud.budget.tokens"
local virtual = require "tencentcloud.runtime.virtual"

---A recorded answer: what a script's answer has, and
---@class tencentcloud.Recording: tencentcloud.ScriptAnswer
---@field action string "cls.SearchLog"; or the action alone beside `service` and `version`
---@field service string?
---@field version string?
---@field params table? of the request
---@field call any? answers in a row with the same value came to the requests of one call

---@class tencentcloud.Replayed
---@field action string
---@field code string? nil for a success
---@field outcome string "retry", "ok", ...; "unused" where the rules would not have sent this request
---@field rule tencentcloud.Rule|tencentcloud.ScopedGuard|nil that decided; of an unused one, the guard that refused it
---@field delay number? seconds of sleep after it
---@field tokens integer left in the budget after it
---@field stopped_by string? where the call ended with it as a failure

---@class tencentcloud.Replay
---@field answers tencentcloud.Replayed[] one for each recorded answer
---@field slept number seconds in all
---@field changes {index: integer, before: tencentcloud.Replayed, after: tencentcloud.Replayed}[]? where the two rule
---  sets differ

local END = {} -- raised by send where the recording has no further answer

local OWN = { "action", "service", "version", "params", "call" }

-- The action's full name, and the answer without what only recordings have.
local function read(record, position)
  local answer, action = merge(record), record.action
  for _, key in ipairs(OWN) do answer[key] = nil end
  if record.service then
    action = ("%s%s.%s"):format(record.service, record.version and "@" .. record.version or "", tostring(action))
  end
  arguments.that(type(action) == "string", 1, "replay", "record %d: action: a string expected", position)
  return action, answer
end

-- The index of the last answer of the call that begins at `first`.
local function end_of_call(records, first)
  local last = first
  if records[first].call == nil then return last end
  while records[last + 1] and records[last + 1].call == records[first].call do last = last + 1 end
  return last
end

-- A budget that remembers which bucket it was asked for.
local function watched(capacity)
  local budget = process.new{ capacity = capacity }
  return {
    draw = function(self, key, cost)
      self.key = key
      return budget:draw(key, cost)
    end,
    refund = function(self, key, amount)
      self.key = key
      budget:refund(key, amount)
    end,
    tokens = function(self) return budget:tokens(self.key or "") end,
  }
end

-- Replays the call of the answers from `first` to `last` into `replayed`.
local function replay_call(shadow, records, first, last, replayed)
  local position, settings = first - 1, shadow.settings
  local action = read(records[first], first)
  settings.on_attempt = function(attempt)
    replayed[position] = { action = action, code = attempt.code, outcome = attempt.outcome, rule = attempt.rule,
      delay = attempt.delay, stopped_by = attempt.stopped_by, tokens = settings.budget:tokens() }
  end
  local function send()
    if position == last then error(END, 0) end
    position = position + 1
    local _, answer = read(records[position], position)
    return script.returns(answer, position, settings.runtime)
  end
  local ok, problem, err = pcall(call.run, shadow, send, action, records[first].params)
  if not ok and problem ~= END then error(problem, 0) end
  if replayed[position] then replayed[position].tokens = settings.budget:tokens() end
  for unused = position + 1, last do
    replayed[unused] = { action = action, outcome = "unused", tokens = settings.budget:tokens() }
    if ok and err and err.guard then
      replayed[unused].guard, replayed[unused].stopped_by = err.guard, err.stopped_by
    end
  end
end

-- The same rules on a clock, a budget and limits of the replay's own.
local function shadow_of(rules, options)
  local settings = merge(rules.settings)
  settings.on_end = nil
  settings.runtime = virtual.new{ random = options.random or 1 }
  settings.budget = watched(options.capacity or tokens.CAPACITY)
  local shadow = { settings = settings, collector = stats.new(), clock_offset = 0 }
  shadow.guards = rules.guards and rules.guards:fresh()
  return setmetatable(shadow, { __index = rules })
end

local function run(rules, records, options)
  local shadow, replayed, first = shadow_of(rules, options), {}, 1
  while records[first] do
    local last = end_of_call(records, first)
    replay_call(shadow, records, first, last, replayed)
    if options.progress then options.progress(last, #records) end
    first = last + 1
  end
  local slept = 0
  for _, seconds in ipairs(shadow.settings.runtime.sleeps) do slept = slept + seconds end
  return { answers = replayed, slept = slept }
end

local COMPARED = { "outcome", "delay", "stopped_by" }

local function changes(before, after)
  local list = {}
  for index, one in ipairs(before) do
    for _, key in ipairs(COMPARED) do
      if one[key] ~= after[index][key] then
        table.insert(list, { index = index, before = one, after = after[index] })
        break
      end
    end
  end
  return list
end

local OPTIONS = {
  against = arguments.type("table"),
  capacity = arguments.whole(0),
  random = arguments.number(0, 1),
  progress = arguments.callable,
}

---against: another rule set; `changes` then says where what it decides ("after") differs from this one's. capacity:
---tokens of the budget, 500 by default. random: in [0, 1], 1 by default: the longest delays. progress: called with
---the number of answers done and of all.
---@param rules tencentcloud.Rules
---@param records tencentcloud.Recording[]
---@param options {against: tencentcloud.Rules?, capacity: integer?, random: number?, progress: function?}?
---@return tencentcloud.Replay
return function(rules, records, options)
  arguments.that(type(records) == "table", 1, "replay", "a list of recorded answers expected, got %s", type(records))
  for position, record in ipairs(records) do
    arguments.that(type(record) == "table", 1, "replay", "record %d: a table expected", position)
  end
  options = arguments.options(options, OPTIONS, 2, "replay")
  -- The replay is made with the settings and the rules of both, not by their methods.
  arguments.that(not options.against or getmetatable(options.against) == getmetatable(rules), 2, "replay",
    "against: a rule set of tc.rules expected, got another table")
  local replay = run(rules, records, options)
  if options.against then
    local other = run(options.against, records, { capacity = options.capacity, random = options.random })
    replay.changes = changes(replay.answers, other.answers)
  end
  return replay
end
