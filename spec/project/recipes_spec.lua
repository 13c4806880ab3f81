-- Runs each program of examples/recipes as its user would, and holds what it prints.

local missing = require "spec.support.missing"
local shell = require "spec.support.shell"

local FOLDER = "examples/recipes/"

local function run(name, ...)
  return shell.lua(FOLDER .. name, ...)
end

describe("the recipes", function()
  it("are short", function()
    local count = 0
    for path in shell.run("ls " .. FOLDER .. "*.lua"):gmatch "%S+" do
      local lines = 0
      for _ in io.lines(path) do lines = lines + 1 end
      assert.is_true(lines <= 40, path)
      count = count + 1
    end
    assert.equal(10, count)
  end)

  it("hold rules against the catalog in CI", function()
    local output, code = run "lint_in_ci.lua"
    assert.matches("1 actions, 22 codes: exact 1 ", output, 1, true)
    assert.matches("\npassed\n$", output)
    assert.equal(0, code)
    output, code = run("lint_in_ci.lua", "examples/rules/first_draft.lua")
    assert.matches("error: no action cls.UploadLogs in the catalog; is it cls.UploadLog", output, 1, true)
    assert.matches("\nfailed\n$", output)
    assert.equal(1, code)
  end)

  it("replay yesterday against changed rules", function()
    local output, code = run "replay_yesterday.lua"
    assert.equal([[
7. cls.UploadLog ClientError.NetworkError: fail (unsafe) -> retry
1 of 8 answers change
]], output)
    assert.equal(0, code)
  end)
end)

local no_mock = missing { nginx = true, modules = { "socket" } }

describe("the recipes, with the mock of the API,", function()
  if no_mock then return pending(no_mock) end
  local mock

  setup(function() mock = require("spec.support.mock").start() end)
  before_each(function() mock:reset() end)
  teardown(function() if mock then mock:stop() end end)

  it("send a text message with the fallback template, once, and list who got none", function()
    local output = run("sms_fallback.lua", mock.endpoint)
    assert.matches("^not sent to %+8613800000000: LimitExceeded.PhoneNumberDailyLimit\n", output)
    assert.matches("2 attempts, stopped by rule, some numbers got no message", output, 1, true)
    local counts = mock:counts()
    assert.same({ 2, 1, 1 }, { counts.requests, counts.refused, counts.carried_out })
  end)

  it("start one instance, in the first zone that has one", function()
    mock:faults "action=cvm.RunInstances&cut_off=50&seed=6" -- the third and fourth answers
    assert.matches("^started ins%-%d+\n$", (run("zones_and_types.lua", mock.endpoint)))
    local counts = mock:counts()
    assert.same({ 2, 1, 0 }, { counts.refused, counts.carried_out, counts.repeated })
  end)

  it("upload from many servers, again where they are throttled", function()
    mock:faults "throttle=20&cut_off=5"
    local output, code = run("upload_from_many.lua", mock.endpoint)
    assert.equal("100 uploads written, 0 lost\n", output)
    assert.equal(0, code)
    assert.is_true(mock:counts().throttled > 0)
  end)

  it("renew credentials that have expired, also where STS fails at first", function()
    mock:faults "action=sts.AssumeRole&fail=100&times=1&code=RequestLimitExceeded"
    assert.equal("new credentials\n45 instances\n", (run("sts_credentials.lua", mock.endpoint)))
  end)

  it("delete until gone, and are as content where it is gone already", function()
    assert.equal("TERMINATED\nTERMINATED\ngone\n", (run("delete_until_gone.lua", mock.endpoint)))
    assert.equal("gone\n", (run("delete_until_gone.lua", mock.endpoint, "ins-00009999")))
  end)

  it("stop what writes while the switch is on, and nothing else", function()
    local switch = os.tmpname()
    assert.equal("cvm.DescribeInstances\tok\t\ncvm.RunInstances\tforbid\twriting is switched off: " .. switch .. "\n",
      (run("kill_switch.lua", mock.endpoint, switch)))
    assert.same({ 1, 0 }, { mock:counts().requests, mock:counts().carried_out })
    os.remove(switch)
    assert.equal("cvm.DescribeInstances\tok\t\ncvm.RunInstances\tok\t\n",
      (run("kill_switch.lua", mock.endpoint, switch)))
  end)

  it("hold a greedy tenant to its quota, and nobody else", function()
    assert.equal([[
orchard: 3 requests in 0 s
greedy: 8 requests in 5 s
orchard: 3 requests in 0 s
]], (run("tenant_quota.lua", mock.endpoint)))
  end)

  it("ask for a chat again before its first event, and say so where it broke off later", function()
    mock:faults "throttle=100&times=2"
    assert.equal("Hello, what can I do for you?\n", (run("chat_stream.lua", mock.endpoint)))
    mock:faults "cut_off=100"
    local output = run("chat_stream.lua", mock.endpoint)
    assert.matches("^Hello.*\nbroken off: ClientError.NetworkError: closed", output)
    assert.equal(3 + 1, mock:counts().requests)
  end)
end)
