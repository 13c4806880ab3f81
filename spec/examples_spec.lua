-- Runs each example as its user would.

local shell = require "spec.support.shell"

local ANSWERS = "examples/answers/"

describe("the ops script", function()
  local function ops(answer)
    return shell.lua("examples/ops.lua", answer and ANSWERS .. answer)
  end

  it("lists what does not run, and ends with 1", function()
    local output, code = ops "cvm.DescribeInstances.list.json"
    assert.equal("ins-9wz1m5rt  STOPPED    web-2\n"
      .. "1 of 3 instances do not run (request 3f0c9d5a-7b1e-4c62-9a84-51d20e6fb3c7)\n", output)
    assert.equal(1, code)
  end)

  it("says what to do about an error of the API, and ends with 2", function()
    local output, code = ops "cvm.DescribeInstancesStatus.signature.json"
    assert.matches("AuthFailure.SignatureFailure", output, 1, true)
    assert.matches("check the secret id", output, 1, true)
    assert.equal(2, code)
  end)

  it("says what is wrong with what is no answer, and ends with 2", function()
    for answer, code_of_error in pairs {
      ["cvm.DescribeZones.gateway.html"] = "ClientError.ParseJsonError",
      ["cvm.DescribeZones.cut-off.json"] = "ClientError.ParseJsonError",
      ["cvm.DescribeZones.deprecated.json"] = "ClientError.ResponseError",
    } do
      local output, code = ops(answer)
      assert.matches(code_of_error, output, 1, true)
      assert.equal(2, code)
    end
  end)

  it("reads standard input when it is given no file", function()
    local output, code = ops()
    assert.matches("ClientError.EmptyBody", output, 1, true)
    assert.equal(2, code)
  end)
end)

describe("the game server", function()
  it("decides on every line of chat, and nobody waits for another's retries", function()
    local output, code = shell.lua "examples/game_server.lua"
    assert.equal([[
tick  3  Ann    hello everyone              shown
tick  3  Ben    cheap gold at example.com   hidden, Ad
tick  3  Dan    me!                         held back, ClientError.ParseJsonError
tick 39  Chloe  who joins the raid?         shown
]], output)
    assert.equal(0, code)
  end)
end)

describe("the demo", function()
  it("shows every answer in examples/answers", function()
    local output, code = shell.lua "examples/demo.lua"
    local _, files = shell.run("ls " .. ANSWERS):gsub("\n", "")
    assert.matches(("%d answers: 5 ok, 6 failed, 3 that are no answers"):format(files), output, 1, true)
    assert.equal(0, code)
  end)

  it("prints one line for the action and request id, and one for a field or the error", function()
    local output = shell.lua "examples/demo.lua"
    assert.matches([[
ok         cvm.DescribeInstancesStatus  b5b41468-520d-4192-b42f-595cc34b6c1c
           TotalCount = 0
failed     cvm.DescribeInstancesStatus  ed93f3cb-f35e-473f-b9f3-0d451b8b79c6
           AuthFailure.SignatureFailure: The provided credentials could not be
           validated. Please ensure your signature is correct.
]], output, 1, true)
  end)

  it("uses colour only when it is told that a terminal shows it", function()
    assert.not_matches("\27", shell.lua "examples/demo.lua", 1, true)
    assert.matches("\27[32mok", shell.lua("examples/demo.lua", "colour"), 1, true)
  end)
end)

-- nginx runs LuaJIT, so its module is there when LuaJIT runs the specs.
if jit then
  describe("the gateway in nginx", function()
    local nginx

    setup(function()
      nginx = require("spec.support.nginx").start "examples/gateway/nginx.conf"
    end)

    teardown(function()
      if nginx then nginx:stop() end
    end)

    for _, case in ipairs {
      { "200 and the list for a success", "ap-guangzhou", 200, '[{"InstanceId":"ins-4kq7d2ha",' },
      { "429 when the API throttles", "ap-shanghai", 429, "RequestLimitExceeded" },
      { "403 when the API denies", "ap-beijing", 403, "UnauthorizedOperation" },
      { "502 when the API has an internal error", "ap-nanjing", 502, "InternalError" },
      { "502 when a proxy answers with HTML", "ap-chengdu", 502, "ClientError.HttpStatusCodeError" },
      { "502 when the answer is cut off", "ap-chongqing", 502, "ClientError.ParseJsonError" },
    } do
      local title, region, wanted_status, wanted_text = case[1], case[2], case[3], case[4]
      it("answers " .. title, function()
        local status, body = nginx:get("/instances/" .. region)
        assert.equal(wanted_status, status)
        assert.matches(wanted_text, body, 1, true)
      end)
    end

    it("logs why it refused, with the request id", function()
      nginx:get "/instances/ap-beijing"
      assert.matches("request id 52b9e8d4-f1a7-4c03-96ce-3d840a7b5e1f", nginx:log(), 1, true)
    end)
  end)
end
