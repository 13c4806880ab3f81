-- Random calls against a server that may have carried a request out whatever it answered. What is sent again must be
-- the same request with the same ClientToken, or one of a reading action, or of a rule set that says unsafe, or the
-- last one must have been refused. The oracle knows the codes of this file only, and nothing of the module.

local new = require "tencentcloud.rules".new
local process = require "tencentcloud.budget.process"
local tc = require "tencentcloud.rules.outcome"
local virtual = require "tencentcloud.runtime.virtual"

local CALLS = tonumber(os.getenv "PROPERTY_CALLS") or 100000

-- What an action may do twice: "always", "with a token", "never".
local ACTIONS = {
  ["cvm.DescribeInstances"] = "always", ["cls.SearchLog"] = "always", ["cvm.RunInstances"] = "with a token",
  ["cbs.CreateDisks"] = "with a token", ["cvm.TerminateInstances"] = "never", ["sms.SendSms"] = "never",
  ["cvm@2017-03-12.RunInstances"] = "with a token", ["nobody.KnowsThis"] = "never",
}
local ACTION_NAMES = {}
for name in pairs(ACTIONS) do table.insert(ACTION_NAMES, name) end
table.sort(ACTION_NAMES)

local function failure(code)
  return ('{"Response":{"Error":{"Code":"%s","Message":"m"},"RequestId":"r"}}'):format(code)
end

-- What the server answers, and whether the request may have been carried out then.
local ANSWERS = {
  { body = '{"Response":{"RequestId":"r"}}', done = true },
  { body = '{"Response":{"SendStatusSet":[{"Code":"Ok"},{"Code":"LimitExceeded"}],"RequestId":"r"}}', done = true },
  { body = failure "RequestLimitExceeded", done = false },
  { body = failure "AuthFailure.TokenFailure", done = false },
  { body = failure "AuthFailure.SignatureExpire", done = false },
  { body = failure "MissingParameter", done = false, knows = true },
  { body = failure "ResourcesSoldOut.SpecifiedInstanceType", done = false, knows = true },
  { body = failure "InternalError", done = true },
  { body = failure "InternalError.Timeout", done = true },
  { body = failure "FailedOperation", done = true },
  { body = failure "Unheard.Of", done = true },
  { body = '{"Response":{"Requ', done = true }, -- cut off
  { body = "<html>502</html>", status = 502, done = true },
  { fault = "timeout", done = true },
  { fault = "connection reset", done = true },
}

local PATTERNS = { "*", "#throttle", "#internal", "#client", "#failed", "AuthFailure.*", "InternalError.*",
  "InternalError", "FailedOperation", "ResourcesSoldOut.*", "Unheard.*", "ok" }

local function generator(seed)
  return function(count)
    seed = (seed * 16807) % 2147483647
    return seed % count + 1
  end
end

-- An outcome, or a handler that gives one or none.
local function random_outcome(pick, unsafe)
  local outcomes = {
    function() return tc.retry{ unsafe = unsafe, attempts = pick(5) } end,
    function() return tc.retry{ unsafe = unsafe, kind = "throttle" } end,
    function()
      return tc.amend({ Placement = { Zone = "zone-" .. pick(3) } }, { unsafe = unsafe, attempts = pick(5) })
    end,
    function() return tc.amend({ ClientToken = pick(2) == 1 and "given" or "" }, { unsafe = unsafe }) end,
    function() return tc.refresh(pick(2) == 1 and "credentials" or "clock") end,
    function() return tc.wait{ every = 1, deadline = pick(8), unsafe = unsafe } end,
    function() return tc.ok{} end,
    function() return tc.fail end,
    function() return tc.ignore end,
    function() return tc.forbid end,
  }
  local outcome = outcomes[pick(#outcomes)]()
  if pick(3) > 1 then return outcome end
  local says_nothing = pick(4) == 1
  return function(about)
    about.params.Placement = "a handler changes its copy"
    return not says_nothing and outcome or nil
  end
end

local function random_rules(pick, runtime, tokens)
  local unsafe = pick(6) == 1 or nil
  local settings = { runtime = runtime, budget = process.new(), attempts = pick(4), inherit = pick(4) > 1 or nil }
  if settings.inherit == nil then settings.inherit = false end
  if pick(2) == 1 then settings.client_token = tokens end
  local rules = new(settings)
  for _ = 1, pick(5) - 1 do
    local scope = pick(2) == 1 and "*" or ACTION_NAMES[pick(#ACTION_NAMES)]
    pcall(rules.on, rules, scope, PATTERNS[pick(#PATTERNS)], random_outcome(pick, unsafe), { unsafe = unsafe })
  end
  if pick(4) == 1 then
    pcall(rules.on, rules, "*", "*", random_outcome(pick, unsafe), { unsafe = unsafe, items = "SendStatusSet[].Code" })
  end
  if pick(6) == 1 then
    rules:before("*", function()
      local what = pick(6)
      if what == 1 then return tc.forbid "no" end
      if what == 2 then return tc.wait{ every = 1, deadline = 5 } end
      if what == 3 then return { done = function() end } end
    end)
  end
  return rules, unsafe
end

local function same(one, other)
  if type(one) ~= "table" or type(other) ~= "table" then return one == other end
  for key, value in pairs(one) do
    if not same(value, other[key]) then return false end
  end
  for key in pairs(other) do
    if one[key] == nil then return false end
  end
  return true
end

local function copy(value)
  if type(value) ~= "table" then return value end
  local copied = {}
  for key, inner in pairs(value) do copied[key] = copy(inner) end
  return copied
end

-- Why the request must not be sent after one that may have been carried out, if there was one; nil where it may.
local function objection(open, params, twice)
  if not open or twice == "always" then return nil end
  if twice == "never" then return "it may have been carried out" end
  local token = params.ClientToken
  if type(token) ~= "string" or token == "" then return "it may have been carried out, and has no token" end
  if not same(open.params, params) then return "it may have been carried out, and this is another request" end
end

-- A batch of which some items failed: the others were carried out, but a changed request may be for the rest.
local function is_batch(answer) return answer == ANSWERS[2] end

describe("a call", function()
  it(("sends nothing again that may have been carried out: %d random calls"):format(CALLS), function()
    local runtime, token_count, sent, repeated = virtual.new(), 0, 0, 0
    local function tokens()
      token_count = token_count + 1
      return "token-" .. token_count
    end
    local seed, rules, unsafe, pick = 0, nil, nil, nil
    for number = 1, CALLS do
      if number % 10 == 1 then
        seed = seed + 1
        pick = generator(seed * 7919 + 13)
        rules, unsafe = random_rules(pick, runtime, tokens)
      end
      local action, last, open, requests = ACTION_NAMES[pick(#ACTION_NAMES)], nil, nil, 0
      local twice, given = ACTIONS[action], { Placement = { Zone = "zone-1", ProjectId = 7 } }
      if pick(3) == 1 then given.ClientToken = pick(3) == 1 and "" or "given-" .. number end
      local before = copy(given)
      local function send(params)
        requests, sent = requests + 1, sent + 1
        local rest = last and is_batch(last.answer) and not same(last.params, params)
        if rest then open = nil end
        local why = not unsafe and objection(open, params, twice)
        if why then error(("seed %d, call %d, %s, request %d: %s"):format(seed, number, action, requests, why), 0) end
        if last then repeated = repeated + 1 end
        local answer = ANSWERS[pick(#ANSWERS)]
        last = { params = copy(params), answer = answer }
        -- A service that knows the token and refuses the request itself has not carried it out before, either.
        if answer.done then open = last elseif answer.knows then open = nil end
        params.Placement, params.Extra = "what send changes is its own", true
        if answer.fault then return nil, answer.fault end
        return answer.body, answer.status or 200
      end
      local res, err = rules:call(send, action, given, { deadline = pick(4) == 1 and 30 or nil })
      assert.is_true(res ~= nil or err.stopped_by ~= nil)
      if not same(before, given) then error(("seed %d, call %d: params were changed"):format(seed, number), 0) end
    end
    -- It is no test where nothing is ever sent again.
    assert.is_true(repeated > CALLS / 10 and sent > CALLS)
  end)
end)
