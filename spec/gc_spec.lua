-- The userdata under the garbage collector: it may run at any step, and things die in any order.
local core = require "tencentcloud.core"
local shell = require "spec.support.shell"
local tc = require "tencentcloud"

local SHORT = [[{"Response":{"TotalCount":2,"InstanceSet":[{"InstanceId":"ins-1","Tags":[{"Key":"k\u00e9y"}]},
{"InstanceId":"ins-2","Tags":[]}],"RequestId":"b5b41468-520d-4192-b42f-595cc34b6c1c"}}]]
local FAILURE = [[{"Response":{"Error":{"Code":"ResourceNotFound.InstanceNotFound","Message":"no \"ins-9\""},
"RequestId":"ed93f3cb-f35e-473f-b9f3-0d451b8b79c6"}}]]
local STREAM = 'data: {"N":1}\n\ndata: {"N":\ndata: 2}\n\ndata: ' .. FAILURE:gsub("\n", " ") .. "\n\n"

-- A body that a response does not copy. It is made anew, so that nothing else keeps it alive.
local function long_body()
  return (SHORT:gsub('"TotalCount"', '"Padding":"' .. ("x"):rep(4096) .. '\\n",%0'))
end

-- What the userdata are used for, each time with what it must give.
local USES = {
  ["a response that copies its body"] = { "ins-2", function() return tc.parse(SHORT).InstanceSet[2].InstanceId end },
  ["a response that keeps its body"] = { "ins-2", function()
    return tc.parse(long_body(), "cvm.DescribeInstances").InstanceSet[2].InstanceId
  end },
  ["get"] = { "kéy", function() return tc.parse(SHORT):get("InstanceSet", 1, "Tags", 1, "Key") end },
  ["pairs"] = { "TotalCount InstanceSet RequestId", function()
    local keys = {}
    for key in tc.parse(SHORT):pairs() do keys[#keys + 1] = key end
    return table.concat(keys, " ")
  end },
  ["ipairs"] = { "ins-1 ins-2", function()
    local ids = {}
    for i, item in tc.parse(long_body()).InstanceSet:ipairs() do ids[i] = item.InstanceId end
    return table.concat(ids, " ")
  end },
  ["rows"] = { "ins-1 1 ins-2 0 ", function()
    local text = ""
    for id, tags in tc.parse(long_body()):rows("InstanceSet", "InstanceId", "Tags") do
      text = text .. id .. " " .. #tags .. " "
    end
    return text
  end },
  ["column"] = { "ins-1 ins-2", function()
    return table.concat(tc.parse(long_body()):column("InstanceSet", "InstanceId"), " ")
  end },
  ["totable"] = { "kéy", function() return tc.parse(long_body()):totable().InstanceSet[1].Tags[1].Key end },
  ["json"] = { '[{"Key":"k\\u00e9y"}]', function() return tc.parse(long_body()):json("InstanceSet", 1, "Tags") end },
  ["check"] = { "ResourceNotFound.InstanceNotFound", function() return (select(2, tc.check(FAILURE))) end },
  ["an error"] = { 'ResourceNotFound.InstanceNotFound not_found no "ins-9"', function()
    local err = tc.parse(FAILURE, "cvm.DescribeInstances").error
    return err.code .. " " .. err.kind .. " " .. err.message
  end },
  ["what is no answer"] = { "ClientError.ParseJsonError", function()
    return (select(2, tc.parse(long_body() .. "]"))).code
  end },
  ["events"] = { "1 2 ResourceNotFound.InstanceNotFound", function()
    local words = {}
    local at = 0
    local function source()
      at = at + 5
      return at - 4 <= #STREAM and STREAM:sub(at - 4, at) or nil
    end
    for event, err in tc.events(source) do words[#words + 1] = event and tostring(event.N) or err.code end
    return table.concat(words, " ")
  end },
  ["a registry"] = { "throttle reads offset", function()
    local registry = tc.new_registry()
    registry:define { code = "Own.Busy", kind = "throttle" }
    local action = registry:action "cvm.DescribeInstances"
    return ("%s %s %s"):format(registry:lookup("Own.Busy", "cvm.RunInstances").kind, action.reads and "reads",
      action.paging.kind)
  end },
  ["near names"] = { "Own.Busy", function()
    local registry = tc.new_registry()
    registry:define { code = "Own.Busy" }
    return registry:suggest("Own.Bussy", 1)[1]
  end },
  ["a rulebook"] = { "3 3 nil", function()
    local book = core.rulebook()
    for i = 1, 20 do book:add("cvm.*", "Code.Number" .. i, 2) end
    local before = book:snapshot()
    book:remove(3)
    local query = { "cvm", nil, "RunInstances", "Code.Number3" }
    return ("%s %s %s"):format(before:first("cvm", nil, query[3], query[4]),
      before:candidates("cvm", nil, query[3], query[4])[1], tostring(book:first("cvm", nil, query[3], query[4])))
  end },
}

-- Collects all that is dead after every `steps` instructions of the virtual machine, while `run` runs.
local function collect_at_each_step(steps, run)
  local function finish(...)
    debug.sethook()
    return ...
  end
  debug.sethook(function() collectgarbage() end, "", steps)
  return finish(pcall(run))
end

-- LuaJIT calls no hooks in compiled code.
local function interpreted(run)
  return function()
    if jit then jit.off() end
    run()
    if jit then jit.on() end
  end
end

describe("with a collection at each step,", function()
  for name, use in pairs(USES) do
    it(name .. " gives what it should", interpreted(function()
      local ok, result = collect_at_each_step(1, use[2])
      assert.equal(use[1], result)
      assert.is_true(ok)
    end))
  end
end)

-- The collector works in small steps all the time: what it sees is half done, where a barrier is missing.
describe("with a busy incremental collector,", function()
  for name, use in pairs(USES) do
    it(name .. " gives what it should", function()
      local pause, multiplier = collectgarbage("setpause", 0), collectgarbage("setstepmul", 100)
      for _ = 1, 50 do assert.equal(use[1], use[2]()) end
      collectgarbage("setpause", pause)
      collectgarbage("setstepmul", multiplier)
    end)
  end
end)

if _VERSION == "Lua 5.4" then
  describe("with the generational collector,", function()
    for name, use in pairs(USES) do
      it(name .. " gives what it should", function()
        collectgarbage "generational"
        for i = 1, 50 do
          assert.equal(use[1], use[2]())
          if i % 10 == 0 then collectgarbage "step" end
        end
        collectgarbage "incremental"
      end)
    end
  end)
end

describe("what is read", function()
  it("outlives the response that it was read from", function()
    for _, body in ipairs { SHORT, long_body() } do
      local item = tc.parse(body).InstanceSet[1]
      body = nil -- luacheck: ignore 311
      collectgarbage()
      collectgarbage()
      assert.equal("ins-1", item.InstanceId)
      assert.equal("kéy", item.Tags[1].Key)
    end
  end)

  it("keeps the body alive as long as an iterator walks over it", function()
    local rows = tc.parse(long_body()):rows("InstanceSet", "InstanceId", "Tags")
    collectgarbage()
    collectgarbage()
    local id, tags = rows()
    assert.equal("ins-1", id)
    rows = nil -- luacheck: ignore 311
    collectgarbage()
    assert.equal("kéy", tags[1].Key)
  end)

  it("lets go of the body when nothing reads it any more", function()
    local bodies = setmetatable({}, { __mode = "v" })
    local res = tc.parse(long_body())
    bodies.response, bodies.view = res, res.InstanceSet
    res = nil -- luacheck: ignore 311
    collectgarbage()
    collectgarbage()
    assert.is_nil(bodies.response)
    assert.is_nil(bodies.view)
  end)

  it("stays the same when other bodies are parsed meanwhile", function()
    local first = tc.parse(long_body()).InstanceSet
    local iterator = first:ipairs()
    for _ = 1, 20 do
      tc.parse(long_body())
      collectgarbage()
    end
    local _, item = iterator()
    assert.equal("ins-1", item.InstanceId)
    assert.equal(2, #first)
  end)
end)

-- An object whose finalizer runs `run`; in Lua 5.1 and LuaJIT tables have none.
local ON_COLLECTION = [[
local newproxy = rawget(_G, "newproxy")

function on_collection(run)
  if not newproxy then return setmetatable({}, { __gc = run }) end
  local proxy = newproxy(true)
  getmetatable(proxy).__gc = run
  return proxy
end
]]

-- Runs a program in a process of its own. Returns what it prints and its exit code.
local function run_program(...)
  local path = os.tmpname()
  local file = assert(io.open(path, "w"))
  file:write(ON_COLLECTION, ...)
  file:close()
  local output, code = shell.lua(path)
  os.remove(path)
  return output, code
end

local PARSING = [[
local tc = require "tencentcloud"
local body = '{"Response":{"List":[' .. ('"x\\n",'):rep(2000) .. '1]}}'
collectgarbage("setpause", 0)
collectgarbage("setstepmul", 1000)
local finalized = 0
for _ = 1, 100 do
  on_collection(function()
    finalized = finalized + 1
    assert(#tc.parse(body).List == 2001)
  end)
  assert(tc.parse(body).List[2001] == 1)
end
assert(finalized > 50)
]]

local ADDING = [[
local core = require "tencentcloud.core"
local book, added, names = core.rulebook(), 0, {}
local function add_many()
  for _ = 1, 40 do
    added = added + 1
    local code = "Finalizer.Number" .. added -- before the next finalizer goes on counting
    assert(book:add("*", code, 1))
  end
end
for i = 1, 200 do names[i] = "Code.Number" .. i end
collectgarbage("setpause", 0)
collectgarbage("setstepmul", 1000)
for i = 1, #names do
  if i % 10 == 0 then book:snapshot() end
  on_collection(add_many)
  assert(book:add("cvm.*", names[i], 2))
end
assert(added > 1000 and #book == added + #names)
for i = 1, #names do assert(book:first("cvm", nil, "RunInstances", names[i])) end
]]

-- A heap as small as a new process has is collected whole in one step: whatever the module allocates sets off the
-- finalizer.
describe("a finalizer that uses the module in the middle of its work", function()
  it("does not disturb a body that is being parsed", function()
    assert.equal("", (run_program(PARSING)))
  end)

  it("may add to the rulebook that is being added to", function()
    assert.equal("", (run_program(ADDING)))
  end)
end)

-- Each ends a process of its own with everything still alive.
local ENDS = {
  ["returning from the main chunk"] = "",
  ["os.exit that closes the state"] = "os.exit(0, true)",
  ["os.exit that does not"] = "os.exit(0)",
  ["an exit within an iteration"] = "for _ in res:pairs() do os.exit(0, true) end",
  ["an exit within a coroutine"] =
    "coroutine.wrap(function() for _ in res:rows('Set', 'A') do os.exit(0, true) end end)()",
  ["globals that are gone before"] = "tc, res, item = nil, nil, nil collectgarbage() os.exit(0, true)",
}

local PROGRAM = [[
tc = require "tencentcloud"
core = require "tencentcloud.core"
res = tc.parse('{"Response":{"Set":[{"A":1},{"A":2}],"Padding":"' .. ("x"):rep(4096) .. '"}}')
item = res.Set[1]
next_row = res:rows("Set", "A")
next_row()
err = select(2, tc.parse "nonsense")
book = core.rulebook()
book:add("*", "*", 1)
before = book:snapshot()
registry = tc.new_registry()
own = registry:define { code = "Own.Code" }
-- Finalizers run while the state closes, when some of what they use may be gone already.
local function at_the_end()
  assert(item.A == 1 and #res.Set == 2 and next_row() ~= false and #before == 1)
  assert(own.code == "Own.Code" and err.code and tc.parse('{"Response":{}}').ok)
end
keep = on_collection(at_the_end)
]]

describe("a state closes with everything still alive", function()
  for name, finish in pairs(ENDS) do
    it("after " .. name, function()
      local output, code = run_program(PROGRAM, finish, "\n")
      assert.equal("", output)
      assert.equal(0, code)
    end)
  end
end)
