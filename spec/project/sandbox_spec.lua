-- What a host may leave out of the standard library, as docs/embedding.md tells it.

local shell = require "spec.support.shell"
local tc = require "tencentcloud"

local NO_CLOCK = "this program has no clock: give it os.time, or give the rules a runtime of their own"

local function without(...)
  local output, code = shell.lua("spec/support/sandbox.lua", ...)
  assert(code == 0, output)
  return (output:gsub("\n$", ""))
end

describe("a program", function()
  for _, absent in ipairs {
    "debug", "debug.getinfo", "utf8", "string collectgarbage rawequal",
    "load loadstring loadfile dofile setfenv getfenv newproxy",
  } do
    it("can do all without " .. absent, function()
      local names = {}
      for name in absent:gmatch "%S+" do table.insert(names, name) end
      assert.equal("all works", without((table.unpack or unpack)(names)))
    end)
  end

  it("does not wait without io, and says why", function()
    assert.matches("^calls that wait: RequestLimitExceeded: [^\n]*no way to wait: install luasocket[^\n]*$",
      without "io")
  end)

  it("needs a runtime for calls without os, or without os.time", function()
    local wanted = ("calls: %s\ncalls that wait: %s"):format(NO_CLOCK, NO_CLOCK)
    assert.equal(wanted, without "os")
    assert.equal(wanted, without "os.time")
    assert.equal(wanted, without("os", "io", "debug", "load", "loadstring", "dofile", "loadfile"))
  end)
end)

-- The script sees a few names; the module, loaded by the host, has its own.
describe("a script in an environment of its own", function()
  it("reads, decides and calls with nothing but tc", function()
    local source = [[
      local rules = tc.rules()
      rules:on("cvm.*", "ResourceNotFound.*", tc.ok{ InstanceSet = {} })
      local body = '{"Response":{"Error":{"Code":"ResourceNotFound.Vpc","Message":"m"},"RequestId":"r"}}'
      local function send() return body end
      local res = rules:call(send, "cvm.DescribeInstances")
      local failure = tc.parse(send(), "cvm.DescribeInstances")
      return #res.InstanceSet, failure.code, rules:decide(failure).outcome
    ]]
    local environment = { tc = tc }
    local chunk
    if rawget(_G, "setfenv") then
      chunk = setfenv(assert(loadstring(source)), environment)
    else
      chunk = assert(load(source, "=script", "t", environment))
    end
    assert.same({ 0, "ResourceNotFound.Vpc", "ok" }, { chunk() })
    assert.same({ tc = tc }, environment)
  end)
end)

describe("a hook that raises", function()
  it("ends a handler that runs for too long, and the call with it", function()
    if jit then jit.off() end -- compiled code calls no hook
    local rules = tc.rules()
    rules:on("*", "ClientError.NetworkError", function()
      while true do end
    end)
    local kept, mask, count = debug.gethook()
    debug.sethook(function()
      debug.sethook()
      error("too long", 0)
    end, "", 100000)
    local res, err = rules:call(function() return nil, "down" end, "cvm.DescribeInstances")
    debug.sethook(kept, mask, count)
    if jit then jit.on() end
    assert.is_nil(res)
    assert.equal("handler_error", err.stopped_by)
    assert.matches("too long", tostring(err), 1, true)
  end)
end)

describe("the module", function()
  it("sets no global", function()
    local output, code = shell.program [[
      local before = {}
      for name in pairs(_G) do before[name] = true end
      local tc = require "tencentcloud"
      tc.rules():decide(tc.parse("{}"))
      for name in pairs(_G) do if not before[name] then print(name) end end]]
    assert.same({ "", 0 }, { output, code })
  end)
end)
