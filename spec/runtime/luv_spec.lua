-- The runtime of luv, on its own loop, and in a Neovim where one is installed.

local missing = require "spec.support.missing"
local new = require "tencentcloud.rules".new
local runtimes = require "tencentcloud.runtime"
local shell = require "spec.support.shell"
local tc = require "tencentcloud.rules.outcome"

local THROTTLED = '{"Response":{"Error":{"Code":"RequestLimitExceeded","Message":""}}}'

local uv, nothing = require "spec.support.loop_module" "luv"

describe("runtime: luv", function()
  if nothing then return pending(nothing) end
  local luv_runtime = require "tencentcloud.runtime.luv"

  before_each(function() package.loaded.luv = uv end)
  after_each(function() package.loaded.luv = nil end)

  local function start(body) coroutine.wrap(body)() end

  -- A call that is throttled once; notes its requests in `log`.
  local function call(name, log, after)
    local rules, sent = new(), 0
    rules:on("*", "#throttle", tc.retry{ after = after })
    return rules:call(function()
      sent = sent + 1
      table.insert(log, name .. sent)
      return sent == 1 and THROTTLED or '{"Response":{}}'
    end, "cvm.DescribeInstances")
  end

  -- How many timers are left on the loop.
  local function timers()
    local count = 0
    uv.walk(function(handle)
      if handle:get_type() == "timer" then count = count + 1 end
    end)
    return count
  end

  it("lets other coroutines, and the loop, run while one sleeps", function()
    local log, name = {}, nil
    start(function()
      name = runtimes.detect().name
      assert.is_true(call("a", log, 0.02).ok)
    end)
    start(function() call("b", log, 0.02) end)
    local beats = 0
    local timer = uv.new_timer()
    timer:start(0, 1, function()
      beats = beats + 1
      if #log == 4 then timer:close() end
    end)
    uv.run()
    assert.equal("luv", name)
    assert.same({ "a1", "b1" }, { log[1], log[2] })
    assert.is_true(beats > 2)
    assert.equal(0, timers())
  end)

  it("never sleeps too short, though the loop's clock stands still in a callback", function()
    local slept
    local timer = uv.new_timer()
    timer:start(0, 0, function()
      timer:close()
      local ends = uv.hrtime() + 30e6
      while uv.hrtime() < ends do end
      start(function()
        local before = luv_runtime.now()
        luv_runtime.sleep(0.02)
        slept = luv_runtime.now() - before
      end)
    end)
    uv.run()
    assert.is_true(slept >= 0.02, slept)
  end)

  it("sleeps on where something else has resumed the coroutine", function()
    local slept
    local thread = coroutine.create(function()
      local before = luv_runtime.now()
      luv_runtime.sleep(0.02)
      slept = luv_runtime.now() - before
      coroutine.yield "after the sleep"
      slept = nil
    end)
    coroutine.resume(thread)
    assert.is_true(coroutine.resume(thread))
    uv.run()
    assert.is_true(slept >= 0.02)
    assert.equal("suspended", coroutine.status(thread))
    assert.equal(0, timers())
  end)

  it("ends where nobody runs the loop, and something resumes the coroutine when its time is over", function()
    local ended
    local thread = coroutine.create(function()
      luv_runtime.sleep(0.01)
      ended = true
      coroutine.yield()
      ended = "twice"
    end)
    for _ = 1, 1e8 do
      coroutine.resume(thread)
      if ended then break end
    end
    uv.run()
    assert.is_true(ended)
    assert.equal(0, timers())
  end)

  it("leaves a coroutine alone that was closed meanwhile, and no timer behind", function()
    if not coroutine.close then return end -- 5.4 has it
    local thread = coroutine.create(function() luv_runtime.sleep(0.01) end)
    coroutine.resume(thread)
    coroutine.close(thread)
    uv.run()
    assert.equal(0, timers())
  end)

  -- What a program prints, whose coroutine runs that after a sleep. luv ends the program on an error there.
  local function raise(statement, before)
    return shell.program(([[
        local uv, luv_runtime = require "luv", require "tencentcloud.runtime.luv"
        %s
        coroutine.wrap(function()
          luv_runtime.sleep(0.001)
          local function culprit() %s end
          culprit()
        end)()
        uv.run()
        print "went on" ]]):format(before or "", statement))
  end

  it("hands on what a coroutine raises after its sleep, and where it did", function()
    local output, code = raise 'error "lost?"'
    assert.matches("lost?", output, 1, true)
    assert.matches("culprit", output, 1, true)
    assert.not_equal(0, code)
  end)

  it("hands it on without the library debug", function()
    for _, before in ipairs{ "debug = nil", "debug = {}" } do
      local output, code = raise('error "lost?"', before)
      assert.matches("lost?", output, 1, true)
      assert.not_equal(0, code)
    end
  end)

  it("hands on what a table says that was raised, and which one it is", function()
    for statement, words in pairs{
      ["error{ code = 5 }"] = "code = 5 %(table: 0?x?%x+%)",
      ["error{ code = 'E', message = 'no way' }"] = "code = E, message = no way %(table: ",
      ["error{ 'first' }"] = "first %(table: ",
      ["error(setmetatable({}, { __tostring = function() return 'by itself' end }))"] = "by itself",
      ["error(setmetatable({ code = 5 }, { __metatable = false }))"] = "code = 5 %(table: ",
      ["error{}"] = "table: ",
      ["error(setmetatable({}, { __tostring = error }))"] = "table",
      ["error(nil)"] = "nil",
    } do
      local output, code = raise(statement)
      assert.matches(words, output)
      assert.not_equal(0, code, statement)
    end
  end)

  it("does not block the loop in a callback: the error says what to do", function()
    local log, res, err = {}, nil, nil
    local timer = uv.new_timer()
    timer:start(0, 0, function()
      timer:close()
      res, err = call("a", log, 0.5)
    end)
    uv.run()
    assert.same({ "a1" }, log)
    assert.is_nil(res)
    assert.equal("no_sleep", err.stopped_by)
    assert.equal("a sleep would hold up luv's loop: call from a coroutine, coroutine.wrap(function() ... end)()",
      err.reason)
  end)

  it("does not wait where its coroutine may not yield", function()
    if not coroutine.isyieldable then return end -- 5.1 finds out by the error
    local may, why
    start(function()
      table.sort({ 2, 1 }, function(one, other)
        may, why = luv_runtime.may_sleep()
        return one < other
      end)
    end)
    assert.is_false(may)
    assert.matches("may not yield here", why, 1, true)
  end)

  it("is not taken in the main chunk, where nothing runs that a sleep would hold up", function()
    assert.equal("plain", runtimes.detect().name)
  end)

  it("leaves the coroutines of others to them, where luv is merely loaded", function()
    package.loaded.cqueues = { running = function() return {} end }
    start(function() assert.equal("cqueues", runtimes.detect().name) end)
    package.loaded.cqueues = nil
    package.loaded.copas = {}
    start(function() assert.equal("copas", runtimes.detect().name) end)
    local name
    local timer = uv.new_timer()
    timer:start(0, 0, function()
      timer:close()
      start(function() name = runtimes.detect().name end)
    end)
    uv.run()
    package.loaded.copas = nil
    assert.equal("luv", name)
  end)

  it("is found under luvit's name", function()
    package.loaded.luv, package.loaded.uv = nil, uv
    start(function() assert.equal("luv", runtimes.detect().name) end)
    package.loaded.uv = nil
  end)

  it("waits for what was started, and gives up when the time is over", function()
    local got, handed
    start(function()
      got = { luv_runtime.wait(5, function(done)
        local timer = uv.new_timer()
        timer:start(1, 0, function()
          timer:close()
          done("one", "other")
          done "again"
        end)
      end) }
      luv_runtime.wait(0.001, function(done) handed = done end)
      handed "too late"
      got[4] = luv_runtime.wait(5, function(done) done() end)
    end)
    uv.run()
    assert.same({ true, "one", "other", true }, got)
    assert.equal(0, timers())
  end)
end)

-- Runs it in Neovim, and gives what it printed.
local function in_neovim(path, text)
  local file = assert(io.open(path, "w"))
  file:write(text)
  file:close()
  return (shell.run(("LUA_PATH='lua/?.lua;lua/?/init.lua;;' LUA_CPATH='build/luajit/?.so;;' timeout 60 "
    .. "nvim --headless -u NONE -i NONE -c 'luafile %s' -c 'qa!'"):format(path)))
end

describe("runtime: luv, in Neovim", function()
  local none = missing { commands = { "nvim" } }
  if none then return pending(none) end
  -- The module there is the one for LuaJIT.
  if not jit then return end

  local PROGRAM = [[
    local rules, tc = require "tencentcloud.rules".new(), require "tencentcloud.rules.outcome"
    rules:on("*", "#throttle", tc.retry{ after = 0.02 })
    local function call()
      local sent = 0
      local res, err = rules:call(function()
        sent = sent + 1
        return sent == 1 and '{"Response":{"Error":{"Code":"RequestLimitExceeded","Message":""}}}' or '{"Response":{}}'
      end, "cvm.DescribeInstances")
      return res and "ok" or err.stopped_by .. " " .. err.reason
    end
    local lines, beats = {}, 0
    local timer = vim.loop.new_timer()
    timer:start(0, 1, function() beats = beats + 1 end)
    table.insert(lines, "main " .. call() .. " " .. tostring(beats > 2))
    coroutine.wrap(function()
      local said = call()
      vim.api.nvim_buf_set_lines(0, 0, -1, false, { "set" }) -- not allowed in a fast event
      table.insert(lines, "coroutine " .. said .. " " .. vim.api.nvim_buf_get_lines(0, 0, 1, false)[1])
    end)()
    vim.wait(10000, function() return #lines == 2 end)
    local fast = vim.loop.new_timer()
    fast:start(0, 0, function()
      fast:close()
      table.insert(lines, "fast " .. call())
    end)
    vim.wait(10000, function() return #lines == 3 end)
    io.stdout:write(table.concat(lines, "\n"), "\n")
  ]]

  it("waits in the main coroutine and in others, and not in fast events", function()
    local path = os.tmpname()
    finally(function() os.remove(path) end)
    local output = in_neovim(path, PROGRAM)
    assert.matches("main ok true\n", output, 1, true)
    assert.matches("coroutine ok set\n", output, 1, true)
    assert.matches("fast no_sleep Neovim may not wait in a fast event: call from a coroutine", output, 1, true)
  end)
end)
