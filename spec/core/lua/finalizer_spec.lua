-- Finalizers that come back into the module while it allocates: they parse and read in the middle of it.

local collector = require "spec.support.collector"
local tc = require "tencentcloud"

local newproxy = rawget(_G, "newproxy") -- Lua 5.1 and LuaJIT, whose tables have no finalizers

local function answer(fields) return '{"Response":{' .. fields .. "}}" end

describe("a finalizer", function()
  -- Calls `f` when it is collected.
  local function on_collection(f)
    if newproxy then
      getmetatable(newproxy(true)).__gc = f
    else
      setmetatable({}, { __gc = f })
    end
  end

  local function body_of(count, mark)
    local others = ('{"T":"a\\tb","N":1},'):rep(count - 1)
    return answer(('"L":[%s{"T":"%s","N":%d}]'):format(others, ("\\n"):rep(400) .. mark, count))
  end

  -- Parses and reads in every way that takes working room.
  local function work(count, mark)
    local body = body_of(count, mark)
    local res = assert(tc.parse(body, "cvm.DescribeZones"))
    local text = ("\n"):rep(400) .. mark
    assert(#res.L == count)
    local last = res.L[count]
    assert(last.T == text)
    assert(last.N == count)
    assert(res:totable().L[count].T == text)
    local texts = res:column("L", "T")
    assert(texts[count] == text and (count == 1 or texts[1] == "a\tb"))
    local ok = tc.check(body)
    assert(ok == true)
    local none, err = tc.parse(body:sub(1, -3) .. "x")
    assert(none == nil and err.offset == #body - 1)
  end

  local ENOUGH = 300 -- turns of finalizers: they make garbage, which calls for more of them

  local function under_pressure(mode)
    local entered, failures, active, inside = 0, {}, true, false
    local function enter()
      if not active or entered == ENOUGH then return end
      on_collection(enter)
      if inside then return end
      inside = true
      entered = entered + 1
      local ok, message = pcall(work, (entered * 37) % 300 + 1, "inner" .. entered)
      if not ok then failures[#failures + 1] = message end
      inside = false
    end
    mode()
    for _ = 1, 20 do on_collection(enter) end
    local turn = 0
    repeat -- with a large heap the collector takes its time
      turn = turn + 1
      work((turn * 101) % 1000 + 1, "outer" .. turn)
    until turn >= 40 and (entered > 20 or turn == 4000)
    active = false
    return entered, failures
  end

  local pause, step
  before_each(function()
    pause, step = collector.set(100, 400)
    collectgarbage() -- from here on it does not pause
  end)
  after_each(function()
    if collector.has_generations then collectgarbage "incremental" end
    collector.set(pause, step)
  end)

  it("may parse and read while the module works", function()
    local entered, failures = under_pressure(function() end)
    assert.same({}, failures)
    assert.is_true(entered > 20, entered .. " finalizers ran")
  end)

  if collector.has_generations then
    it("may do so with generational collection", function()
      local entered, failures = under_pressure(function() collectgarbage "generational" end)
      assert.same({}, failures)
      assert.is_true(entered > 20, entered .. " finalizers ran")
    end)
  end
end)
