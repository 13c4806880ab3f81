-- Errors about arguments: they name the function and the argument, and point at the line of the program.

local arguments = require "tencentcloud.arguments"
local process = require "tencentcloud.budget.process"
local read = require "spec.support.read"
local redis = require "tencentcloud.budget.redis"
local shared_dict = require "tencentcloud.budget.shared_dict"
local tc = require "tencentcloud"

local function send() end

-- The function's name; a call of it that is wrong; the number of the wrong argument.
local WRONG = {
  { "rules", 1, function() tc.rules{ attempt = 3 } end },
  { "on", 1, function() tc.rules():on(nil, "A", tc.fail) end },
  { "on", 2, function() tc.rules():on("*", "A..B", tc.fail) end },
  { "on", 3, function() tc.rules():on("*", "A", "retry") end },
  { "on", 4, function() tc.rules():on("*", "A", tc.fail, { items = "Set" }) end },
  { "off", 1, function() tc.rules():off "A" end },
  { "decide", 1, function() tc.rules():decide "A" end },
  { "decide", 2, function() tc.rules():decide(tc.error{ code = "A" }, 3) end },
  { "call", 1, function() tc.rules():call(nil, "cvm.RunInstances") end },
  { "call", 2, function() tc.rules():call(send, "cvm") end },
  { "call", 3, function() tc.rules():call(send, "cvm.RunInstances", 3) end },
  { "call", 4, function() tc.rules():call(send, "cvm.RunInstances", {}, { rules = { A = 3 } }) end },
  { "call", 4, function() tc.rules():call(send, "cvm.RunInstances", {}, { rules = { A = tc.amend } }) end },
  { "explain", 1, function() tc.rules():explain("cvm", "A") end },
  { "coverage", 1, function() tc.rules():coverage "cvm" end },
  { "replay", 1, function() tc.rules():replay(3) end },
  { "replay", 1, function() tc.rules():replay{ 3 } end },
  { "replay", 1, function() tc.rules():replay{ { action = "cvm.Run", call = 1 }, 3 } end },
  { "replay", 1, function() tc.rules():replay{ { code = "A" } } end },
  { "replay", 2, function() tc.rules():replay({}, { capacity = -1 }) end },
  { "replay", 2, function() tc.rules():replay({}, { random = 7 }) end },
  { "replay", 2, function() tc.rules():replay({}, { random = -0.5 }) end },
  { "replay", 2, function() tc.rules():replay({}, { random = 0 / 0 }) end },
  { "replay", 2, function() tc.rules():replay({}, { against = { decide = send, call = send } }) end },
  { "replay", 2, function() tc.rules():replay({}, { against = send }) end },
  { "pages", 2, function() tc.pages(send, "cvm") end },
  { "pages", 3, function() tc.pages(send, "cvm.DescribeInstances", 3) end },
  { "pages", 4, function() tc.pages(send, "cvm.DescribeInstances", {}, { pages = 3 }) end },
  { "wait_until", 4, function() tc.wait_until(send, "cvm.DescribeInstances", {}) end },
  { "wait_until", 5, function() tc.wait_until(send, "cvm.DescribeInstances", {}, send, { on = { ok = tc.ok } }) end },
  { "events", 1, function() tc.events(3) end },
  { "events", 2, function() tc.events("", 3) end },
  { "events", 3, function() tc.events("", "cvm.Run", { strict = 1 }) end },
  { "script", 1, function() tc.script(3) end },
  { "script", 1, function() tc.script{ { status = 3 } } end },
  { "script", 2, function() tc.script({}, { random = "much" }) end },
  { "script", 2, function() tc.script({}, { random = 1.5 }) end },
  { "retry", 1, function() tc.retry{ attempts = 0 } end },
  { "refresh", 1, function() tc.refresh() end },
  { "wait", 1, function() tc.wait{ every = 0 } end },
  { "amend", 1, function() tc.amend() end },
  { "amend", 2, function() tc.amend({}, { after = 1 }) end },
  { "ok", 1, function() tc.ok(false) end },
  { "ignore", 1, function() tc.ignore{} end },
  { "fail", 1, function() tc.fail{} end },
  { "forbid", 1, function() tc.forbid{} end },
  { "new", 1, function() process.new{ capacity = 0.5 } end },
  { "new", 1, function() shared_dict.new() end },
  { "new", 1, function() redis.new{ port = "6379" } end },
}

describe("an argument error", function()
  for _, case in ipairs(WRONG) do
    local name, position, call = case[1], case[2], case[3]
    it(("of %s names its argument %d and the line of the program"):format(name, position), function()
      local ok, message = pcall(call)
      assert.is_false(ok)
      local line = debug.getinfo(call, "S").linedefined
      local start = ("spec/arguments_spec.lua:%d: bad argument #%d to '%s' ("):format(line, position, name)
      assert.equal(start, message:sub(1, #start))
    end)
  end

  it("points at the program from any depth, and from a coroutine", function()
    local message
    local line = debug.getinfo(1, "l").currentline + 1
    local function wrong() tc.rules():on("*", "A") end
    coroutine.wrap(function() message = select(2, pcall(wrong)) end)()
    assert.matches(("^spec/arguments_spec.lua:%d: "):format(line), message)
  end)

  it("comes only where something is wrong: the text is not made before", function()
    arguments.that(true, 1, "f", "%d", {})
    assert.has_error(function() arguments.that(false, 1, "f", "%d", {}) end)
  end)
end)

-- Loads arguments.lua as if it were in a file of that name.
local function loaded_from(source)
  local text = read "lua/tencentcloud/arguments.lua"
  local chunk = loadstring and assert(loadstring(text, source)) or assert(load(text, source))
  return chunk "tencentcloud.arguments"
end

-- Calls through a file of that name.
local function called_from(source, callee)
  local text = "local callee = ... local place = callee() return place"
  local chunk = loadstring and assert(loadstring(text, source)) or assert(load(text, source))
  return chunk(callee)
end

describe("the place of a call", function()
  -- Where arguments.lua is; where the file is that calls it; the place.
  local cases = {
    { "@/usr/share/lua/5.4/tencentcloud/arguments.lua", "@/usr/share/lua/5.4/tencentcloud/rules.lua", "program" },
    { "@/usr/share/lua/5.4/tencentcloud/arguments.lua", "@/usr/share/lua/5.4/tencentcloud/call/init.lua", "program" },
    { "@lua/tencentcloud/arguments.lua", "@lua/tencentcloud/rules.lua", "program" },
    { "@tencentcloud/arguments.lua", "@tencentcloud/rules.lua", "program" },
    { "@C:\\lua\\tencentcloud\\arguments.lua", "@C:\\lua\\tencentcloud\\rules.lua", "program" },
    { "@/src/tencentcloud/lua/tencentcloud/arguments.lua", "@/src/tencentcloud/app.lua",
      "/src/tencentcloud/app.lua:1" },
    -- The file may move.
    { "@/lib/tencentcloud/below/arguments.lua", "@/lib/tencentcloud/rules.lua", "program" },
    -- Packed into other files, or stripped: never the whole program.
    { "=packed", "=packed", "program" },
    { "=?", "@app.lua", "app.lua:1" },
  }
  for _, case in ipairs(cases) do
    it(("is the program's where the module is %s and called by %s"):format(case[1], case[2]), function()
      local moved = loaded_from(case[1])
      local place = called_from(case[2], moved.place)
      local wanted = case[3] == "program" and "^spec/arguments_spec.lua:%d+$" or case[3]
      assert.matches(wanted, place)
    end)
  end
end)
