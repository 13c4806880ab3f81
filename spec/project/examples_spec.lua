-- Runs each example as its user would.

local missing = require "spec.support.missing"
local shell = require "spec.support.shell"

local ANSWERS = "examples/answers/"

local no_mock = missing { nginx = true, modules = { "socket" } }

describe("with the mock of the API,", function()
  if no_mock then return pending(no_mock) end
  local mock

  setup(function()
    mock = require("spec.support.mock").start()
  end)

  before_each(function()
    mock:reset()
  end)

  teardown(function()
    if mock then mock:stop() end
  end)

  describe("the mock", function()
    local client = require "examples.client.http"

    -- What becomes of so many requests: the code of each, or "ok".
    local function codes(count, service, name, params)
      local send, list = client.new(mock.endpoint), {}
      for i = 1, count do
        local body, problem = send(params or {}, { service = service, name = name })
        list[i] = body and (body:match '"Code":"([^"]+)"' or "ok") or problem:match "^%a+"
      end
      return list
    end

    it("lets the same requests fail each time that the seed is the same", function()
      local runs = {}
      for run, seed in ipairs{ 5, 5, 6 } do
        mock:faults("throttle=30&cut_off=10&fail=10&code=FailedOperation&seed=" .. seed)
        runs[run] = codes(40, "cvm", "DescribeInstances")
      end
      assert.same(runs[1], runs[2])
      assert.not_same(runs[1], runs[3])
      local seen = {}
      for _, code in ipairs(runs[1]) do seen[code] = true end
      assert.same({ ok = true, RequestLimitExceeded = true, FailedOperation = true, closed = true }, seen)
    end)

    it("goes wrong only so many times, only for that action, only in that region", function()
      mock:faults "throttle=100&times=2&action=sms.SendSms"
      mock:faults "throttle=100&region=ap-nowhere"
      assert.same({ "ok" }, codes(1, "cvm", "DescribeInstances"))
      assert.same({ "RequestLimitExceeded", "RequestLimitExceeded", "Ok" },
        codes(3, "sms", "SendSms", { PhoneNumberSet = { "+8613800000001" } }))
    end)

    it("answers what it does not know with the API's codes", function()
      assert.same({ "InvalidAction" }, codes(1, "cvm", "Describe"))
      assert.same({ "MissingParameter.EmptyPhoneNumberSet" }, codes(1, "sms", "SendSms"))
      assert.same({ "MissingParameter" }, codes(1, "cvm", "RunInstances"))
      assert.equal(3, mock:counts().refused)
    end)

    it("says what is wrong with faults that it does not know", function()
      for query, message in pairs{
        ["trottle=20"] = "there is no fault trottle",
        ["throttle=much"] = "throttle is a number",
      } do
        local status, body = mock.nginx:request("POST", "/mock/faults?" .. query)
        assert.equal(400, status)
        assert.matches(message, body, 1, true)
      end
    end)

    it("gives logs page by page, behind a Context", function()
      local tc = require "tencentcloud"
      local logs = tc.pages(client.new(mock.endpoint), "cls.SearchLog", { Query = "*", Limit = 10 },
        { paging = { list = "Results" } })
      local lines = logs:all()
      assert.same({ 25, 3, "25" }, { #lines, logs.requests, lines[25].PkgLogId })
    end)
  end)

  describe("the ops script", function()
    local function ops(...)
      return shell.lua("examples/ops.lua", mock.endpoint, ...)
    end

    it("reads every page, tries zone after zone, and waits until the new instances run", function()
      local output, code = ops()
      local words = output:gsub("ops:[^\n]*\n", "")
      assert.equal([[
ins-00000007  STOPPED  web-7
ins-00000014  STOPPED  web-14
ins-00000021  STOPPED  web-21
ins-00000028  STOPPED  web-28
ins-00000035  STOPPED  web-35
ins-00000042  STOPPED  web-42
6 of 45 instances do not run (3 pages)
6 started: ins-00000046 ins-00000047 ins-00000048 ins-00000049 ins-00000050 ins-00000051
they run in ap-guangzhou-6
]], words)
      assert.matches("cvm.RunInstances: ResourcesSoldOut.SpecifiedInstanceType, amend", output, 1, true)
      assert.equal(0, code)
      assert.equal(2, mock:counts().refused)
    end)

    it("starts nothing twice when answers are lost", function()
      mock:faults "action=cvm.RunInstances&cut_off=50&seed=6" -- the third and fourth answers
      local output, code = ops()
      assert.matches("6 started: ins%-00000046 [^\n]* ins%-00000051\n", output)
      assert.equal(0, code)
      local counts = mock:counts()
      assert.same({ 2, 1, 0 }, { counts.cut_off, counts.carried_out, counts.repeated })
    end)

    it("ends with 2 and says what to do when the API denies", function()
      mock:faults "fail=100&code=UnauthorizedOperation"
      local output, code = ops()
      assert.matches("UnauthorizedOperation: The mock was told to fail", output, 1, true)
      assert.matches("\nops: %u[^\n]+\n", output)
      assert.equal(2, code)
      assert.equal(1, mock:counts().requests)
    end)

    it("ends with 2 when nobody answers", function()
      local output, code = shell.lua("examples/ops.lua", "127.0.0.1:1")
      assert.matches("ClientError.NetworkError: connection refused", output, 1, true)
      assert.equal(2, code)
    end)
  end)

  -- What is plain Lua Debian has for 5.1, and so this finds it for all.
  local function on_loop(name, modules)
    describe("the calls on " .. name, function()
      local path = package.path
      package.path = path .. ";/usr/share/lua/5.1/?.lua"
      local words = {}
      for _, module in ipairs(modules) do table.insert(words, ("require %q"):format(module)) end
      local output, status = shell.lua("-e", table.concat(words, " "))
      local complete = package.path
      package.path = path
      if status ~= 0 then return pending(output:match "[^\n]*") end

      local function run()
        package.path = complete
        local printed, code = shell.lua(("examples/%s.lua"):format(name), mock.endpoint)
        package.path = path
        return printed, code
      end

      it("all succeed, though the API throttles and loses answers", function()
        mock:faults "throttle=15&cut_off=5&seed=3"
        assert.same({ "200 calls: 200 succeeded\n", 0 }, { run() })
        local counts = mock:counts()
        assert.is_true(counts.throttled > 0 and counts.cut_off > 0)
        assert.equal(200, counts.answered)
      end)

      it("say why they fail", function()
        mock:faults "fail=100&code=504"
        local printed = run()
        assert.matches("ClientError.HttpStatusCodeError: ", printed, 1, true)
        assert.matches("200 calls: 0 succeeded\n", printed, 1, true)
      end)
    end)
  end

  on_loop("copas", { "copas" })
  on_loop("cqueues", { "cqueues", "http.request" })

  describe("the game server", function()
    local function game()
      return shell.lua("examples/game_server.lua", mock.endpoint)
    end

    it("decides on every line of chat", function()
      local output, code = game()
      assert.matches("200 lines: 150 shown, 50 hidden, 0 held back", output, 1, true)
      assert.equal(0, code)
    end)

    it("asks again for answers that were throttled or lost", function()
      mock:faults "throttle=20&cut_off=5"
      local output, code = game()
      assert.matches("200 lines: 150 shown, 50 hidden, 0 held back", output, 1, true)
      assert.equal(0, code)
      local counts = mock:counts()
      assert.matches(("RequestLimitExceeded, retry: %d\n"):format(counts.throttled), output, 1, true)
      assert.matches(("ClientError.NetworkError, retry: %d\n"):format(counts.cut_off), output, 1, true)
      assert.is_true(counts.throttled > 0 and counts.cut_off > 0)
    end)

    it("holds lines back, and says why, while the API is broken", function()
      mock:faults "fail=100"
      local output = game()
      assert.matches("200 lines: 0 shown, 0 hidden, 200 held back", output, 1, true)
      assert.matches("me!: InternalError: The mock was told to fail", output, 1, true)
      assert.equal(200, mock:counts().requests)
    end)
  end)
end)

describe("the demo", function()
  it("shows every answer in examples/answers", function()
    local output, code = shell.lua "examples/demo.lua"
    local _, files = shell.run("ls " .. ANSWERS):gsub("\n", "")
    assert.matches(("%d answers: 5 ok, 6 failed, 3 that are not API responses"):format(files), output, 1, true)
    assert.equal(0, code)
  end)

  it("prints a line for the action and request id, and one for a field or the error", function()
    local output = shell.lua "examples/demo.lua"
    assert.matches([[
ok         cvm.DescribeInstancesStatus  b5b41468-520d-4192-b42f-595cc34b6c1c
           TotalCount = 0
failed     cvm.DescribeInstancesStatus  ed93f3cb-f35e-473f-b9f3-0d451b8b79c6
           AuthFailure.SignatureFailure: The provided credentials could not be
           validated. Please ensure your signature is correct.
]], output, 1, true)
  end)

  it("shows what the rules decide on an answer, by which rule and why", function()
    local output = shell.lua "examples/demo.lua"
    for _, text in ipairs{
      "           -> amend by cvm.RunInstances ResourcesSoldOut.*\n           (examples/demo.lua:",
      "           -> ok by cvm.TerminateInstances InvalidInstanceId.NotFound\n",
      "           -> retry{kind=throttle} by * #throttle (built in): too fast: nothing\n",
      "           -> fail{reason=write to this number tomorrow} by sms.SendSms\n",
      "           -> fail by * * (built in): ",
    } do assert.matches(text, output, 1, true) end
  end)

  it("explains which rules were candidates, and why all but one lost", function()
    assert.matches("WHY\ncvm.RunInstances  ResourcesSoldOut.SpecifiedInstanceType %(sold_out, declared%)\n"
      .. " 1. wins   cvm.RunInstances ResourcesSoldOut[^\n]+\n.+\n 2. next   cvm.+\n 3. loses  [^\n]+\n +%l[^\n]+\n$",
      (shell.lua "examples/demo.lua"))
  end)

  it("fits 80 columns", function()
    for line in shell.lua("examples/demo.lua"):gmatch "[^\n]+" do
      assert.is_true(#line:gsub("[\128-\191]", "") <= 80, line)
    end
  end)

  it("uses colour only when it is told that a terminal shows it", function()
    assert.not_matches("\27", shell.lua "examples/demo.lua", 1, true)
    assert.matches("\27[32mok", shell.lua("examples/demo.lua", "colour"), 1, true)
  end)
end)

-- nginx runs LuaJIT, so its module is there when LuaJIT runs the specs.
if jit then
  describe("the gateway in nginx", function()
    if no_mock then return pending(no_mock) end
    local nginx, mock

    setup(function()
      nginx = require("spec.support.nginx").start "examples/gateway/nginx.conf"
      mock = require("spec.support.mock").of(nginx, 2)
      mock:faults "region=ap-shanghai&throttle=100"
      mock:faults "region=ap-beijing&fail=100&code=UnauthorizedOperation"
      mock:faults "region=ap-nanjing&fail=100&code=ResourceUnavailable.InArrears"
      mock:faults "region=ap-chengdu&fail=100&code=504"
      mock:faults "region=ap-chongqing&cut_off=100"
      mock:faults "region=ap-hongkong&throttle=100&times=2"
    end)

    teardown(function()
      if nginx then nginx:stop() end
    end)

    for _, case in ipairs {
      { "200 and the list for a success", "ap-guangzhou", 200, '"InstanceId":"ins-00000045"' },
      { "200 when asking again was enough", "ap-hongkong", 200, '"InstanceId":"ins-00000045"' },
      { "429 when the API throttles", "ap-shanghai", 429, '"RequestLimitExceeded"' },
      { "403 when the API denies", "ap-beijing", 403, '"UnauthorizedOperation"' },
      { "502 when the account is in arrears", "ap-nanjing", 502, '"forbid"' },
      { "502 when a proxy answers with HTML", "ap-chengdu", 502, '"ClientError.HttpStatusCodeError"' },
      { "502 when the answer is cut off", "ap-chongqing", 502, '"ClientError.NetworkError"' },
    } do
      local title, region, wanted_status, wanted_text = case[1], case[2], case[3], case[4]
      it("answers " .. title, function()
        local status, body = nginx:get("/instances/" .. region)
        assert.equal(wanted_status, status)
        assert.matches(wanted_text, body, 1, true)
      end)
    end

    it("goes by the code of the message, where the request as a whole succeeded", function()
      assert.equal(200, (nginx:request("POST", "/messages?to=%2B8613800000001")))
      local status, body = nginx:request("POST", "/messages?to=%2B8613800000000")
      assert.equal(429, status)
      assert.matches('"LimitExceeded.PhoneNumberDailyLimit"', body, 1, true)
    end)

    it("logs why it refused, with the request id", function()
      local _, body = nginx:get "/instances/ap-beijing"
      assert.matches("request id " .. body:match '"request_id":"([^"]+)"', nginx:log(), 1, true)
    end)

    it("serves what both workers have seen to Prometheus", function()
      local wanted = {
        "# TYPE tencentcloud_answers_total counter",
        'action="cvm.DescribeInstances",code="RequestLimitExceeded",outcome="retry"} ',
        'rule="* #billing (',
        'action="cvm.DescribeInstances",code="ResourceUnavailable.InArrears"} ',
        'tencentcloud_hook_errors_total{worker="0"} 0\n',
        'tencentcloud_hook_errors_total{worker="1"} 0\n',
        'tencentcloud_budget_tokens{bucket="/cvm/ap-shanghai"} ',
      }
      nginx:get "/instances/ap-shanghai"
      nginx:get "/instances/ap-nanjing"
      local status, text
      -- A worker hands in its numbers from time to time only.
      for _ = 1, 500 do
        status, text = nginx:get "/metrics"
        local all = true
        for _, line in ipairs(wanted) do all = all and text:find(line, 1, true) end
        if all then break end
      end
      assert.equal(200, status)
      for _, line in ipairs(wanted) do assert.matches(line, text, 1, true) end
    end)
  end)
end
