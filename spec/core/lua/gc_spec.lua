-- The userdata under the garbage collector: it may run at any step, and things die in any order.
local collector = require "spec.support.collector"
local shell = require "spec.support.shell"
local tc = require "tencentcloud"
local uses = require "spec.support.userdata_uses"

-- A body that a response does not copy. It is made anew, so that nothing else keeps it alive.
local SHORT = [[{"Response":{"InstanceSet":[{"InstanceId":"ins-1","Tags":[{"Key":"k\u00e9y"}]},
{"InstanceId":"ins-2"}]}}]]

local function long_body()
  return (SHORT:gsub("}}$", ',"Padding":"' .. ("x"):rep(4096) .. '\\n"%0'))
end

local MODES = { "a collection at each step", "a busy incremental collector" }
if collector.has_generations then table.insert(MODES, "the generational collector") end

for _, mode in ipairs(MODES) do
  describe("with " .. mode .. ",", function()
    for use in pairs(uses) do
      it(use .. " gives what it should", function()
        local output, code = shell.lua("spec/support/userdata_uses.lua", mode, use)
        assert.equal("", output)
        assert.equal(0, code)
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
    for _ = 1, 20 do tc.parse(long_body()) end
    collectgarbage()
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

-- A collection that never rests, and is whole at each of its steps: else it is chance, and how large the heap is, where
-- finalizers run. Text too, for what a program requires would make its heap larger. To 5.4's "incremental" a pause of 0
-- means the one that there is.
local EAGER = ({
  ["Lua 5.5"] = [[collectgarbage("param", "pause", 0) collectgarbage("param", "stepmul", 0)]],
  ["Lua 5.4"] = [[collectgarbage("incremental", 0, 1000, 30) collectgarbage("setpause", 0)]],
})[_VERSION] or [[collectgarbage("setpause", 0) collectgarbage("setstepmul", 1000000)]]

-- Runs a program in a process of its own. Returns what it prints and its exit code.
local function run_program(...)
  return shell.program(table.concat { ON_COLLECTION, ... })
end

local PARSING = [[
local tc = require "tencentcloud"
local body = '{"Response":{"List":[' .. ('"x\\n",'):rep(2000) .. '1]}}'
]] .. EAGER .. [[
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
]] .. EAGER .. [[
for i = 1, #names do
  if i % 10 == 0 then book:snapshot() end
  on_collection(add_many)
  assert(book:add("cvm.*", names[i], 2))
end
collectgarbage() -- or the last finalizer may run between the two counts
collectgarbage "stop" -- a finalizer between the two readings would make them differ
assert(added > 1000 and #book == added + #names)
for i = 1, #names do assert(book:first("cvm", nil, "RunInstances", names[i])) end
]]

-- The definition is made while its code is looked up: what the look-up found by then holds no longer.
local DEFINING = [[
local core = require "tencentcloud.core"
local registry, looks_up, finalized = core.new_registry(), false, 0
]] .. EAGER .. [[
local i = 0
repeat
  i = i + 1
  local code, scope, defined = "My.Code" .. i, i % 2 == 0 and "cvm.RunInstances" or nil, false
  local definition = { code = code, kind = "quota" }
  local function define()
    if defined or not looks_up then return end
    defined, finalized = true, finalized + 1
    registry:define(definition)
  end
  for _ = 1, 40 do on_collection(define) end
  looks_up = true
  local held = registry:lookup(code, scope)
  looks_up = false
  assert(held and (not defined or registry:lookup(code, scope).kind == "quota"))
until i >= 200 and finalized > 0 or i == 5000
assert(finalized > 0)
]]

-- The finalizer defines the action that is being looked up or defined: neither definition is lost, and what the look-up
-- found is not kept. Its Action is all that a look-up allocates, so it is there that finalizers run.
local DEFINING_ACTIONS = [[
local core = require "tencentcloud.core"
local names, works = {}, {}
for i, name in ipairs(core.registry:actions "cvm") do
  names[i] = i % 2 == 0 and name:gsub("cvm", "cvm@2017-03-12") or name:gsub("cvm", "shop@2024-01-01")
end
function works.look(registry, name) return registry:action(name) end
function works.define(registry, name)
  return registry:define_action { name, idempotent = true, paging = { list = "A" } }
end
]] .. EAGER .. [[
for what, work in pairs(works) do
  local inside, turn = 0, 0
  repeat
    turn = turn + 1
    local registry, name, held, defined = core.new_registry()
    local function define()
      if defined or not name then return end
      defined = name
      registry:define_action { name, dry_run = true }
    end
    for _ = 1, 10 do on_collection(define) end
    for i = what == "look" and 2 or 1, #names, what == "look" and 2 or 1 do
      name = names[i]
      held = work(registry, name)
      if defined then break end
    end
    name = nil
    if defined then
      local action = registry:action(defined)
      inside = inside + 1
      assert(action.dry_run and registry:action((defined:gsub("@[%d-]+", ""))).dry_run)
      assert(what == "look" or held.name ~= action.name or action.idempotent and action.paging.list == "A")
    end
  until inside >= 30 or turn == 2000
  assert(inside > 0)
end
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

  it("may define the code that is being looked up", function()
    assert.equal("", (run_program(DEFINING)))
  end)

  it("may define the action that is being looked up or defined", function()
    assert.equal("", (run_program(DEFINING_ACTIONS)))
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
action = registry:define_action { "own.Action", paging = { list = "List" } }
-- Finalizers run while the state closes, when some of what they use may be gone already.
local function at_the_end()
  assert(item.A == 1 and #res.Set == 2 and next_row() ~= false and #before == 1)
  assert(action.paging.list == "List" and action.name == "Action")
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
