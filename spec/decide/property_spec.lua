-- Random rule sets and answers: what `decide` says must be what the slow, obvious matcher says.

local core = require "tencentcloud.core"
local new = require "tencentcloud.rules".new
local reference = require "spec.support.reference_matcher"
local tc = require "tencentcloud.rules.outcome"

-- A small vocabulary, so that patterns meet.
local SCOPES = { "*", "cvm.*", "cvm.Describe*", "cvm.DescribeInstances", "cvm.DescribeInstancesStatus", "cvm.D*",
  "cvm.DescribeInstances*", "cvm@2017-03-12.*", "cvm@2017-03-12.DescribeInstances", "cvm@2017-03-12.Describe*",
  "cls.*", "cls.DescribeTopics", "cvm.RunInstances" }
local CODES = { "*", "#throttle", "#internal", "#not_found", "A", "A.*", "A.B", "A.B.*", "A.B.C", "AB", "ok",
  "RequestLimitExceeded", "RequestLimitExceeded.*", "InternalError", "ResourceNotFound.*" }
local ACTIONS = { "cvm.DescribeInstances", "cvm@2017-03-12.DescribeInstances", "cvm@2018-01-01.DescribeInstances",
  "cvm.DescribeInstancesStatus", "cvm.RunInstances", "cls.DescribeTopics", false }
local ANSWERS = { "A", "A.B", "A.B.C", "A.C", "AB", "AB.C", "RequestLimitExceeded", "InternalError", "ResourceNotFound",
  "ResourceNotFound.X", "Unheard.Of", false }

local BODY = '{"Response":{"Error":{"Code":"%s","Message":""}}}'
local SUCCESS = '{"Response":{}}'

-- A generator of its own, so that a failure can be repeated under every Lua.
local function generator(seed)
  return function(list)
    seed = (seed * 16807) % 2147483647
    return list[seed % #list + 1]
  end
end

local LAYERS = { "call", "user", "built-in" }
local OUTCOMES = { tc.fail, tc.ok, tc.ignore, tc.forbid, tc.fail, tc.retry{ unsafe = true }, false }

-- Adds a random rule to both; nil opinions come from handlers.
local function add(pick, rules, matcher, outcomes)
  local scope, code, says, layer = pick(SCOPES), pick(CODES), pick(OUTCOMES), pick{ 2, 3 }
  local id = matcher:add(scope, code, layer, says and says.type == "forbid")
  local rule = rules.set:add{ scope = scope, code = code, layer = LAYERS[layer], place = "here",
    outcome = says or nil, handler = not says and function() end or nil }
  assert.equal(rule == nil, id == nil)
  if rule then outcomes[id] = { rule = rule, says = says } end
  return id
end

-- The rule that must win: the first candidate that has an opinion.
local function expected(matcher, outcomes, answer, action)
  local name, service, version
  if action then
    name, service, version = core.action_name(action)
    version = version or core.registry:action(action).version -- that is sent
  end
  local kind = answer.code and core.registry:lookup(answer.code, action or nil).kind
  for _, id in ipairs(matcher:candidates(service, version, name, answer.code or "ok", kind)) do
    if outcomes[id].says then return outcomes[id] end
  end
end

describe("decide", function()
  for seed = 1, 40 do
    it("agrees with the reference matcher on random rules, seed " .. seed, function()
      local pick = generator(seed * 7919)
      local rules, matcher, outcomes = new{ inherit = false }, reference(), {}
      for round = 1, 60 do
        local id = add(pick, rules, matcher, outcomes)
        if id and round % 7 == 0 then
          assert.is_true(rules.set:remove(outcomes[id].rule))
          assert.is_true(matcher:remove(id))
        end
        local action, code = pick(ACTIONS), pick(ANSWERS)
        local answer = core.parse(code and BODY:format(code) or SUCCESS, action or nil)
        local wanted, got = expected(matcher, outcomes, answer, action), rules:decide(answer)
        assert.equal(wanted and wanted.rule, got.rule)
        assert.equal(wanted and wanted.says.type or code and "fail" or "ok", got.outcome)
      end
    end)
  end
end)
