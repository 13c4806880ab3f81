-- Calls in generators, whose values something else takes than a loop: no wait may be taken for a value, or for the end.

local loop_module = require "spec.support.loop_module"
local shell = require "spec.support.shell"

local PROGRAM = [[
  local rules, tc = require "tencentcloud.rules".new(), require "tencentcloud.rules.outcome"
  rules:on("*", "#throttle", tc.retry{ after = 0.01 })
  local function call()
    local sent = 0
    local res, err = rules:call(function()
      sent = sent + 1
      return sent == 1 and '{"Response":{"Error":{"Code":"RequestLimitExceeded","Message":""}}}' or '{"Response":{}}'
    end, "cvm.DescribeInstances")
    return res and "ok" or err.stopped_by .. ": " .. err.reason
  end
  local function three()
    for i = 1, 3 do coroutine.yield(i .. " " .. call()) end
  end
]]

-- A program of its own: what luv's loop was told stays there. Gives what it printed, standard error too.
local function run(text)
  local path = os.tmpname()
  local file = assert(io.open(path, "w"))
  file:write(('package.path = package.path .. ";/usr/share/lua/5.1/?.lua"\n%s%s'):format(PROGRAM, text))
  file:close()
  local output = shell.lua(path)
  os.remove(path)
  return output
end

local THREE = "1 ok\n2 ok\n3 ok\n"
local FOR = "for value in coroutine.wrap(three) do print(value) end\n"

local function describe_with(module, body)
  describe("a call in a generator, with " .. module, function()
    local _, nothing = loop_module(module)
    if nothing then return pending(nothing) end
    body()
  end)
end

-- LuaJIT and Lua 5.1 do not tell who resumes a coroutine of the main chunk.
local tells = _VERSION ~= "Lua 5.1"

describe("a call in a generator", function()
  it("waits plainly where there is no loop", function()
    assert.equal(THREE, run(FOR))
  end)
end)

describe_with("luv", function()
  it("waits plainly in a `for` of the main chunk", function()
    if not tells then return end
    assert.equal(THREE, run('require "luv"\n' .. FOR))
  end)

  it("says so where that holds up what is on the loop", function()
    if not tells then return end
    local output = run('local uv = require "luv" local timer = uv.new_timer() timer:start(1, 1, print)\n' .. FOR)
    assert.matches("holds up luv's loop", output, 1, true)
    assert.matches(THREE, output, 1, true)
  end)

  it("does not wait in a `for` of a callback, and says what to do", function()
    if not tells then return end
    local output = run('local uv = require "luv" local timer = uv.new_timer()\ntimer:start(1, 0, function()'
      .. " timer:close() " .. FOR .. "end) uv.run()")
    assert.matches("^1 no_sleep: a sleep would end the `for`.*\n2 no_sleep: .*\n3 no_sleep: ", output)
  end)

  it("is not lost in silence where nobody can tell who takes its values", function()
    local output = run('require "luv"\nlocal take = coroutine.wrap(three)\nlocal value = take()\nprint(value)')
    assert.matches("nil\n", output, 1, true)
    local said = "tencentcloud: a call that waited in a coroutine was never resumed: luv's loop did not run"
    assert.matches(said, output, 1, true)
  end)

  it("goes on in the loop where the loop runs later", function()
    local output = run [[
      local uv = require "luv"
      for i = 1, 2 do
        coroutine.wrap(function()
          print(i, "begins")
          print(i, call())
        end)()
      end
      uv.run()
      print "end"
    ]]
    assert.equal("1\tbegins\n2\tbegins\n1\tok\n2\tok\nend\n", output)
  end)
end)

describe_with("copas", function()
  it("waits plainly in a `for` of the main chunk", function()
    if not tells then return end
    assert.equal(THREE, run('require "copas"\n' .. FOR))
  end)
end)

describe_with("cqueues", function()
  it("waits plainly in a `for` of the main chunk", function()
    assert.equal(THREE, run('require "cqueues"\n' .. FOR))
  end)

  local LOOP = 'local cqueues = require "cqueues" local loop = cqueues.new() loop:wrap(function() %s end) '
    .. "assert(loop:loop())"

  it("does not wait in a coroutine that one of the loop's has resumed, and says what to do", function()
    local output = run(LOOP:format(FOR))
    assert.matches("^1 no_sleep: cqueues cannot wait .*cqueues.auxlib, .*\n2 no_sleep: .*\n3 no_sleep: ", output)
  end)

  it("waits in the loop in one that cqueues.auxlib has made", function()
    -- No `for`: in PUC Lua 5.1 nothing may yield below what it calls.
    assert.equal(THREE, run(LOOP:format[[
      local take = require "cqueues.auxlib".wrap(three)
      for _ = 1, 3 do print((take())) end
    ]]))
  end)
end)
