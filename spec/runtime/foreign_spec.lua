-- Event loops that the module does not know: the first sleep that would hold one up says so.

local loop_module = require "spec.support.loop_module"
local shell = require "spec.support.shell"

-- A program of its own, since it says so only once. Gives what it printed, standard error too.
local function run(setup, rest)
  local path = os.tmpname()
  local file = assert(io.open(path, "w"))
  file:write(setup, [[

    local rules, tc = require "tencentcloud.rules".new(), require "tencentcloud.rules.outcome"
    rules:on("*", "InternalError", tc.retry{ after = 0.01 })
    local function call(options)
      local res, err = rules:call(function()
        return '{"Response":{"Error":{"Code":"InternalError","Message":"m"}}}'
      end, "cvm.DescribeInstances", {}, options)
      print("ended", err.stopped_by, #err.attempts)
    end
  ]], rest)
  file:close()
  local output = shell.lua(path)
  os.remove(path)
  return output
end

local function count(text, part)
  local found, position = 0, 1
  while true do
    local first, last = text:find(part, position, true)
    if not first then return found end
    found, position = found + 1, last + 1
  end
end

local MOON = "package.loaded.moon = { sleep = function() end }"

describe("a loop that the module does not know", function()
  for name, setup in pairs{
    ["moon"] = MOON,
    ["Tarantool"] = "package.loaded.fiber = { sleep = function() end }",
    ["HAProxy"] = "core = { msleep = function() end }",
    ["uloop"] = "package.loaded.uloop = { run = function() end }",
    ["lluv"] = "package.loaded.lluv = { run = function() end }",
    ["LÖVE"] = "love = { event = {} }",
  } do
    it("is named by the first sleep, once, with what to do: " .. name, function()
      local output = run(setup, "call() call()")
      assert.equal(1, count(output, "holds up"), output)
      assert.matches(("tencentcloud: this sleep holds up %s and all that it serves, for 0.01 s: "):format(name), output,
        1, true)
      assert.matches("tc.rules{ runtime = ", output, 1, true)
      assert.equal(2, count(output, "ended\tattempts\t3"), output)
    end)
  end

  it("is not spoken of where there is none, nor where something else has that name", function()
    local output = run("core = { now = function() end }; package.loaded.moon = { p = print }", "call()")
    assert.equal("ended\tattempts\t3\n", output)
  end)

  it("is not spoken of where nothing is slept", function()
    assert.equal("ended\tattempts\t1\n", run(MOON, "call{ attempts = 1 }"))
  end)

  it("is not spoken of where the program chose the runtime: its own, or the plain one", function()
    local output = run(MOON, [[
      call{ runtime = require "tencentcloud.runtime.plain" }
      call{ runtime = require "tencentcloud.runtime.virtual".new() }
    ]])
    assert.equal("ended\tattempts\t3\nended\tattempts\t3\n", output)
  end)

  it("is told to the program where it asks to be told", function()
    local output = run(MOON, [[
      require "tencentcloud.runtime.foreign".warn = function(text) print("told", #text > 0) end
      call()
    ]])
    assert.equal("told\ttrue\nended\tattempts\t3\n", output)
  end)

  it("needs no io to warn with", function()
    assert.equal("ended\tattempts\t3\n", run(MOON, "io = nil call()"))
  end)
end)

describe("luv's loop", function()
  local _, nothing = loop_module "luv"
  if nothing then return pending(nothing) end

  local LUV = 'local uv = require "luv"\n'
  local TIMER = LUV .. "local timer = uv.new_timer() timer:start(1, 1, function() end)\n"

  it("is named where the main chunk pumps it and sleeps, once, with what to do", function()
    for _, mode in ipairs{ "once", "nowait" } do
      local output = run(TIMER, ("for _ = 1, 2 do uv.run %q call() end"):format(mode))
      local said = "tencentcloud: this sleep holds up luv's loop and all that it serves, for 0.01 s: "
      assert.equal(1, count(output, said), output)
      assert.matches("Call from a coroutine, coroutine.wrap(function() ... end)()", output, 1, true)
      assert.equal(2, count(output, "ended\tattempts\t3"), output)
    end
  end)

  it("is not spoken of where nothing is on it", function()
    assert.equal("ended\tattempts\t3\n", run(LUV, "call()"))
    assert.equal("ended\tattempts\t3\n", run(TIMER, "timer:close() uv.run() call()"))
  end)

  it("is not spoken of where its coroutines wait", function()
    assert.equal(("ended\tattempts\t3\n"):rep(2), run(TIMER, [[
      local left = 2
      for _ = 1, 2 do
        coroutine.wrap(function()
          call()
          left = left - 1
          if left == 0 then timer:close() end
        end)()
      end
      uv.run()
    ]]))
  end)
end)
