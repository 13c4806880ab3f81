-- Error: what the API or this module says of a request that failed.

local tc = require "tencentcloud"

-- What an Error has of its code's entry.
local SHARED = { "kind", "retryable", "executed", "source", "known", "common", "description", "description_zh",
  "advice", "advice_zh" }

-- The module opened anew, with a registry of its own: what a test defines in it is gone afterwards.
local function open_core()
  local opened = package.loaded["tencentcloud.core"]
  package.loaded["tencentcloud.core"] = nil
  local core = require "tencentcloud.core"
  package.loaded["tencentcloud.core"] = opened
  return core
end

local function failure(code, message, request_id, action)
  return tc.parse(('{"Response":{"Error":{"Code":"%s","Message":"%s"},"RequestId":"%s"}}'):format(code, message,
    request_id), action).error
end

describe("the error of a failed answer", function()
  it("has the answer's texts and the action", function()
    local e = failure("ResourceNotFound.Zone", "no \\u007a\\n\\\"", "r-1", "cvm.DescribeZones")
    assert.equal("ResourceNotFound.Zone", e.code)
    assert.equal("ResourceNotFound", e.category)
    assert.equal("Zone", e.detail)
    assert.equal('no z\n"', e.message)
    assert.equal("r-1", e.request_id)
    assert.equal("cvm.DescribeZones", e.action)
    for _, key in ipairs { "offset", "line", "column", "http_status", "absent", "code\0", 1, true } do
      assert.is_nil(e[key])
    end
  end)

  it("has no more than the answer says", function()
    local e = tc.parse('{"Response":{"Error":{"Code":"InternalError"}}}').error
    assert.equal("InternalError", e.category)
    for _, key in ipairs { "detail", "message", "request_id", "action" } do assert.is_nil(e[key]) end
    e = tc.parse('{"Response":{"Error":{"Code":"A","Message":12},"RequestId":null}}').error
    assert.is_nil(e.message)
    assert.is_nil(e.request_id)
  end)

  it("divides a code at its first dot", function()
    for code, halves in pairs {
      ["A"] = { "A" }, ["A.B"] = { "A", "B" }, ["A.B.C"] = { "A", "B.C" }, ["A."] = { "A" },
      [" A.B. "] = { "A", "B" }, [".B"] = { "", "B" },
    } do
      local e = failure(code, "", "")
      assert.same(halves, { e.category, e.detail })
    end
  end)

  it("outlives its answer", function()
    local errors = {}
    for i = 1, 50 do errors[i] = failure("A.B" .. i, ("m"):rep(i * 100), "r", "cvm.A") end
    collectgarbage()
    for i = 1, 50 do
      assert.equal("A.B" .. i, errors[i].code)
      assert.equal(i * 100, #errors[i].message)
      assert.equal("cvm.A", errors[i].action)
    end
  end)

  it("has what the registry knows of its code, even where that is no code", function()
    local e = failure("LimitExceeded", "", "", "cvm.DescribeZones")
    for _, key in ipairs(SHARED) do
      assert.is_not_nil(e[key], key)
      assert.equal(e.entry[key], e[key])
    end
    for _, code in ipairs { "a b", ("A"):rep(5000), "A..B", "\\u0000", "根据", "#throttle", "*" } do
      for _, action in ipairs { "cvm.DescribeZones", "nosuch.Action", "nosuch@2000-01-01.Action" } do
        e = failure(code, "", "", action)
        assert.equal("string", type(e.kind))
        assert.is_false(e.known)
        assert.is_false(e:is "A.B")
        assert.is_true(e:is "*")
      end
    end
  end)
end)

describe("what an error knows of its code", function()
  it("is what a look-up gives, in each service", function()
    for _, service in ipairs(tc.registry:services()) do
      local action = tc.registry:actions(service)[1]
      local codes = tc.registry:codes(action)
      table.insert(codes, "FailedOperation.WriteTrafficLimit")
      table.insert(codes, "LimitExceeded.NobodyKnowsThis")
      for i = 1, #codes, math.ceil(#codes / 20) do
        local e, entry = tc.error{ code = codes[i], action = action }, tc.registry:lookup(codes[i], action)
        for _, key in ipairs(SHARED) do assert.equal(entry[key], e[key], codes[i] .. " " .. action) end
        assert.is_true(e:is("#" .. entry.kind))
        assert.is_true(rawequal(entry, e.entry))
      end
    end
  end)

  it("shows a definition that is made later", function()
    local core = open_core()
    local code = "ResourceNotFound.InstanceNotFound"
    local e = core.error{ code = code, action = "cvm.DescribeInstances" }
    local of_version = core.error{ code = code, action = "cvm@2017-03-12.DescribeInstances" }
    local other, own = core.error{ code = code, action = "cvm.RunInstances" }, core.error{ code = "Own.Code" }
    assert.equal("not_found", e.kind)
    assert.is_false(own.known)
    core.registry:define{ code = code, scope = "cvm.DescribeInstances", kind = "conflict", advice = "wait",
      override = true }
    for _, defined in ipairs { e, of_version } do
      assert.equal("conflict", defined.kind)
      assert.equal("wait", defined.advice)
      assert.equal("defined", defined.source)
      assert.is_true(defined:is "#conflict")
      assert.equal("wait", defined.entry.advice)
    end
    assert.equal("not_found", other.kind)
    core.registry:define{ code = "Own.Code", kind = "throttle" }
    assert.equal("throttle", own.kind)
    assert.is_true(own.known)
    core.registry:define{ code = "Own.Code", kind = "timeout", override = true }
    assert.equal("timeout", own.kind)
    assert.equal("not_found", tc.error{ code = code, action = "cvm.DescribeInstances" }.kind)
  end)
end)

describe("is", function()
  -- code, pattern, matches
  for _, case in ipairs {
    { "AuthFailure.TokenFailure", "AuthFailure.TokenFailure", true },
    { "AuthFailure.TokenFailure", "AuthFailure.*", true },
    { "AuthFailure", "AuthFailure.*", true },
    { "AuthFailure", "AuthFailure", true },
    { "AuthFailure.TokenFailure", "*", true },
    { "AuthFailure.TokenFailure", "AuthFailure", false },
    { "AuthFailure.TokenFailure", "AuthFailure.Token", false },
    { "AuthFailure.TokenFailure", "AuthFailure.Token.*", false },
    { "AuthFailures", "AuthFailure.*", false },
    { "AuthFailure", "AuthFailure.TokenFailure", false },
    { "RequestLimitExceeded", "#throttle", true },
    { "RequestLimitExceeded", "#auth", false },
    { "10012", "10012", true },
    { "10012", "1001", false },
    { "-1", "-1", true },
    { "-1", "*", true },
  } do
    it(("tells whether %s matches %s"):format(case[1], case[2]), function()
      assert.equal(case[3], failure(case[1], "", ""):is(case[2]))
      assert.equal(case[3], tc.error({ code = case[1] }):is(case[2]))
    end)
  end

  it("raises for what is no pattern", function()
    local e = failure("A", "", "")
    assert.error_matches(function() e:is() end, "bad argument #1 to 'is' %(pattern: string expected, got no value%)")
    assert.error_matches(function() e:is(12) end, "bad argument #1 to 'is' %(pattern: string expected, got number%)")
    assert.error_matches(function() e:is "A\nB" end, "bad argument #1 to 'is' %(pattern 'A\\nB': ")
    assert.error_matches(function() e:is "" end, "bad argument #1 to 'is' %(pattern '': ")
    assert.is_false((pcall(e.is, {}, "A")))
  end)
end)

describe("tostring of an error", function()
  -- code, message, request id, action, text
  for _, case in ipairs {
    { "A.B", "m", "r", "cvm.A", "A.B: m (cvm.A, request id r)" },
    { "A.B", "m", "r", nil, "A.B: m (request id r)" },
    { "A.B", "m", nil, "cvm.A", "A.B: m (cvm.A)" },
    { "A.B", nil, nil, nil, "A.B" },
    { "A.B", "", nil, nil, "A.B" },
    { "A.B", "two\nlines\r\tand \27[31mred", "r\0", nil, "A.B: two\\nlines\\r\\tand \\x1b[31mred (request id r\\x00)" },
    { "A\n.B", "m", nil, nil, "A\\n.B: m" },
    { "A", "根据 \194\133 \226\128\174 \226\128\168 \239\187\191 \127", nil, nil,
      "A: 根据 \\xc2\\x85 \\xe2\\x80\\xae \\xe2\\x80\\xa8 \\xef\\xbb\\xbf \\x7f" },
    { "A", "\255 \237\160\128 \195", nil, nil, "A: \\xff \\xed\\xa0\\x80 \\xc3" },
    { ("A"):rep(200), "m", nil, nil, ("A"):rep(128) .. "...: m" },
    { "A", ("m"):rep(2000), ("r"):rep(100), nil,
      "A: " .. ("m"):rep(1024) .. "... (request id " .. ("r"):rep(64) .. "...)" },
    { "A", ("据"):rep(400), nil, nil, "A: " .. ("据"):rep(341) .. "..." },
  } do
    it("is " .. case[5]:sub(1, 60), function()
      local e = tc.error { code = case[1], message = case[2], request_id = case[3], action = case[4] }
      assert.equal(case[5], tostring(e))
    end)
  end
end)

describe("errors", function()
  it("are equal where all their parts are", function()
    local function make(parts)
      local all = { code = "A.B", message = "m", request_id = "r", action = "cvm.A", http_status = 500 }
      for key, value in pairs(parts) do all[key] = value or nil end
      return tc.error(all)
    end
    assert.is_true(make {} == make {})
    for key, value in pairs { code = "A.C", message = "n", request_id = "", action = "cvm.B", http_status = 501 } do
      assert.is_false(make {} == make { [key] = value }, key)
      if key ~= "code" then assert.is_false(make {} == make { [key] = false }, key) end
    end
    local function parsed() return failure("A.B", "m", "r", "cvm.A") end
    assert.is_true(parsed() == parsed())
    assert.is_true(parsed() == make { http_status = false })
    local _, one = tc.parse "["
    local _, two = tc.parse " ["
    assert.is_false(one == two)
    assert.is_false(one == tc.null)
    assert.is_false(one == tc.registry)
  end)

  it("are read-only, and say what to do", function()
    local e = failure("A", "m", "r")
    for _, key in ipairs { "code", "new", 1 } do
      assert.error_matches(function() e[key] = "B" end, "an error is read%-only: copy")
    end
    assert.equal("tencentcloud.Error", getmetatable(e))
    assert.is_false((pcall(setmetatable, e, {})))
  end)
end)

describe("tc.error", function()
  it("makes an error of the caller's own", function()
    local e = tc.error { code = "ClientError.NetworkError", message = "timeout\0", request_id = "r",
      action = "cvm.DescribeZones", http_status = 504 }
    assert.equal("ClientError", e.category)
    assert.equal("NetworkError", e.detail)
    assert.equal("timeout\0", e.message)
    assert.equal("r", e.request_id)
    assert.equal("cvm.DescribeZones", e.action)
    assert.equal(504, e.http_status)
    assert.is_true(e:is "ClientError.*")
  end)

  for _, case in ipairs {
    { "nothing", nil, "table expected" },
    { "text", "A", "table expected" },
    { "no code", {}, "code: string expected, got nil" },
    { "a code that is a number", { code = 1 }, "code: string expected, got number" },
    { "an empty code", { code = "" }, "code: it is empty" },
    { "a message that is a table", { code = "A", message = {} }, "message: string expected, got table" },
    { "a request id that is true", { code = "A", request_id = true }, "request_id: string expected, got boolean" },
    { "an action that is a number", { code = "A", action = 1 }, "action: string expected, got number" },
    { "a status that is text", { code = "A", http_status = "x" }, "http_status: an integer from 100 to 999 expected" },
    { "a status of two digits", { code = "A", http_status = 99 }, "http_status: an integer from 100 to 999 expected" },
    { "a status with a fraction", { code = "A", http_status = 200.5 }, "http_status: an integer from 100 to 999" },
  } do
    it("raises for " .. case[1], function()
      local ok, message = pcall(tc.error, case[2])
      assert.is_false(ok)
      assert.is_truthy(message:find "bad argument #1 to '.-' %(", message)
      assert.is_truthy(message:find(case[3], 1, true), message)
    end)
  end
end)
