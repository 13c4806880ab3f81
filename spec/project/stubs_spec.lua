-- The type stubs in library/ say what the module's objects are, no more and no less.
package.path = "./?.lua;" .. package.path
local core = require "tencentcloud.core"
local sorted_keys = require "spec.support.sorted_keys"
local stubs = require "spec.support.stubs"
local tc = require "tencentcloud"

local unpack = table.unpack or unpack -- luacheck: ignore 143

local public, internal = stubs.read "library/tencentcloud.lua", stubs.read "library/tencentcloud/core.lua"

local model = { classes = {}, aliases = public.aliases }
for _, file in ipairs { public, internal, stubs.read "lua/tencentcloud/events.lua" } do
  for _, class in ipairs(file.classes) do model.classes[class.name] = class end
end

local function lines_of(command)
  local pipe, lines = assert(io.popen(command)), {}
  for line in pipe:lines() do table.insert(lines, line) end
  pipe:close()
  return lines
end

-- All words between quotes in the sources of the binding: every name that it can answer to is among them.
local function words_of_binding()
  local words = {}
  for _, path in ipairs(lines_of "ls src/lua/*.c") do
    for line in io.lines(path) do
      for word in line:gmatch '"([a-z_]+)"' do words[word] = true end
    end
  end
  return words
end

local words = words_of_binding()

-- What a class has, its own and its parents': fields and functions.
local function members(class)
  local all = { fields = {}, functions = {} }
  for _, parent in ipairs(class.parents) do
    local inherited = model.classes[parent] and members(model.classes[parent]) or { fields = {}, functions = {} }
    for _, what in ipairs { "fields", "functions" } do
      for name, member in pairs(inherited[what]) do all[what][name] = member end
    end
  end
  for _, what in ipairs { "fields", "functions" } do
    for name, member in pairs(class[what]) do all[what][name] = member end
  end
  return all
end

local function failed(code, action)
  local body = ('{"Response":{"Error":{"Code":"%s","Message":"m"},"RequestId":"r"}}'):format(code)
  return tc.parse(body, action)
end

local success = tc.parse(
  '{"Response":{"List":[{"Id":"a"},{"Id":null}],"Place":{"Zone":1},"RequestId":"r"}}', "cvm.RunInstances")
local no_answer = select(2, tc.parse("{\n!", "cvm.RunInstances", 502))
local registry = tc.new_registry()
registry:define { code = "FailedOperation.ShopClosed", scope = "market" }
registry:define_action { "market.BuyGoods", idempotent = true }
local rulebook = core.rulebook()
rulebook:add("cvm.*", "A", 2)

-- Of each class, objects that between them have every property, and lack every one that may be absent.
local SAMPLES = {
  Response = { success, failed("A.B"), tc.parse '{"Response":{}}',
    tc.parse '{"Response":{"A":"\255"}}' },
  Object = { success.Place },
  Array = { success.List },
  Error = { no_answer, failed("A").error, failed("A.B", "cvm.RunInstances").error, tc.error { code = "A" },
    (select(2, tc.parse('{"Response":{}}', nil, 500))) },
  Registry = { registry },
  ErrorCode = { registry:lookup("FailedOperation.ShopClosed", "market"), registry:lookup "LimitExceeded" },
  Action = { registry:action "cvm.DescribeInstances", registry:action "cvm.RunInstances",
    registry:action "market.BuyGoods" },
  Rulebook = { rulebook },
  EventReader = { core.event_reader() },
}

-- Method calls: a class, a method, its arguments.
local CALLS = {
  { "Response", "get", "Place", "Zone" }, { "Response", "get", "Nowhere" }, { "Response", "has", "Place" },
  { "Response", "type", "List" }, { "Response", "type", "Nowhere" }, { "Response", "type" },
  { "Response", "rows", "List", "Id" }, { "Response", "column", "List", "Id" }, { "Response", "pairs" },
  { "Response", "totable" }, { "Response", "json", "List" }, { "Response", "json", "Nowhere" },
  { "Object", "get", "Zone" }, { "Object", "has", "Zone" }, { "Object", "type" }, { "Object", "pairs" },
  { "Object", "rows", "List", "Id" }, { "Object", "column", "List", "Id" }, { "Object", "totable" },
  { "Object", "json" },
  { "Array", "get", 1, "Id" }, { "Array", "has", 3 }, { "Array", "type", 1 }, { "Array", "pairs" },
  { "Array", "ipairs" }, { "Array", "rows", "Id" }, { "Array", "column", "Id" }, { "Array", "totable" },
  { "Array", "json", 1 },
  { "Error", "is", "*" },
  { "Registry", "lookup", "LimitExceeded" }, { "Registry", "lookup", "-" },
  { "Registry", "action", "cvm.RunInstances" }, { "Registry", "action", "cvm.Run" }, { "Registry", "services" },
  { "Registry", "actions", "cvm" }, { "Registry", "actions", "cvn" },
  { "Registry", "codes", "cvm.RunInstances" }, { "Registry", "codes", "cvm.Run" },
  { "Registry", "suggest", "RunInstance", 2 }, { "Registry", "define", { code = "A.Of.My.Own" } },
  { "Registry", "define_action", { "cvm.StopInstances", idempotent = true } },
  { "ErrorCode", "services" }, { "ErrorCode", "actions" }, { "Action", "declares", "A" }, { "Action", "codes" },
  { "Rulebook", "add", "*", "*", 1, true }, { "Rulebook", "add", "cvm.*", "A", 2 },
  { "Rulebook", "add", "-", "A", 2 },
  { "Rulebook", "first", "cvm", "2017-03-12", "Run", "A" }, { "Rulebook", "first", "cvm", "2017-03-12", "Run", "ok" },
  { "Rulebook", "candidates", "cvm", "2017-03-12", "Run", "A", "failed" }, { "Rulebook", "snapshot" },
  { "Rulebook", "remove", 9 },
  { "EventReader", "read", "data: x\n", 1 }, { "EventReader", "read", "", 1 }, { "EventReader", "finish" },
  { "EventReader", "place", no_answer, 2 },
}

-- Calls of functions of the module and of the core: a name, its arguments.
local FUNCTION_CALLS = {
  parse = { { '{"Response":{}}' }, { "", "cvm.RunInstances", 502 } },
  check = { { '{"Response":{}}' }, { "" }, { '{"Response":{"Error":{"Code":"A"},"RequestId":"r"}}' } },
  error = { { { code = "A", message = "m" } } },
  new_registry = { {} },
  entry = { { "A" }, { "\255" } },
  events = { { "data: {}\n\n" }, { function() end, "hunyuan.ChatCompletions" } },
  parse_event = { { "{}" }, { "" } },
  event_reader = { {} },
  quote = { { "a\27" } },
  action_name = { { "cvm@2017-03-12.Run" }, { "cvm" }, { "cvm.Run" } },
  code_pattern = { { "A.*" }, { "*" }, { "." } },
  scope_pattern = { { "cvm@2017-03-12.Run" }, { "*" }, { "cvm" } },
  code_matches = { { "A", "A" }, { "A" }, { ".", "A" } },
  scope_matches = { { "*", "cvm.Run" }, { "*", "cvm" } },
  rulebook = { {} },
}

local function check_results(name, documented, ...)
  local count = select("#", ...)
  for position = 1, math.max(count, #documented.returns) do
    local value, type_text = select(position, ...), documented.returns[position]
    assert(type_text, ("%s returned a value %d that the stubs do not name"):format(name, position))
    if not stubs.fits(value, type_text, model) then
      error(("%s returned %s as value %d, not %s"):format(name, tostring(value), position, type_text), 0)
    end
  end
end

-- The names in `candidates` that any of the objects answers to.
local function answered(objects, candidates)
  local names = {}
  for name in pairs(candidates) do
    for _, object in ipairs(objects) do
      if object[name] ~= nil then names[name] = true end
    end
  end
  return names
end

local function class_of(name)
  return assert(model.classes["tencentcloud." .. name], "no class " .. name)
end

local outcomes = {}
for name, value in pairs(require "tencentcloud.rules.outcome") do
  if tc[name] == value then outcomes[name] = value end
end

local function class_of_outcome(name)
  local documented = assert(model.classes.tencentcloud.fields[name], "no field " .. name)
  return assert(model.classes[documented], "no class " .. documented)
end

describe("the stubs", function()
  it("are files that a Lua reads, named for what is required", function()
    for name, path in pairs { ["tencentcloud"] = "library/tencentcloud.lua",
      ["tencentcloud.core"] = "library/tencentcloud/core.lua" } do
      assert(loadfile(path))
      assert.equal(name, stubs.read(path).meta)
    end
  end)

  for name, objects in pairs(SAMPLES) do
    it("name what a " .. name .. " answers to", function()
      local all, candidates = members(class_of(name)), {}
      local documented = {}
      for _, what in ipairs { "fields", "functions" } do
        for member in pairs(all[what]) do documented[member] = true end
      end
      for word in pairs(words) do candidates[word] = true end
      for member in pairs(documented) do candidates[member] = true end
      local names = answered(objects, candidates)
      if name == "Response" or name == "Object" then -- all views share their methods, but this one is for arrays
        assert.has_error(function() objects[1]:ipairs() end)
        names.ipairs = nil
      end
      assert.same(sorted_keys(documented), sorted_keys(names))
    end)

    it("name the types of the properties of a " .. name, function()
      for field, type_text in pairs(members(class_of(name)).fields) do
        local absent = false
        for _, object in ipairs(objects) do
          local value = object[field]
          absent = absent or value == nil
          if not stubs.fits(value, type_text, model) then
            error(("%s.%s is %s, not %s"):format(name, field, tostring(value), type_text))
          end
        end
        assert(absent or not type_text:find "%?$", ("%s.%s is never nil"):format(name, field))
      end
    end)
  end

  it("name the types of what methods return", function()
    local called = {}
    for _, call in ipairs(CALLS) do
      local name, method = call[1], call[2]
      local documented = members(class_of(name)).functions[method]
      local title = name .. ":" .. method
      called[title] = true
      local object = SAMPLES[name][1]
      check_results(title, documented, object[method](object, unpack(call, 3)))
    end
    for name in pairs(SAMPLES) do
      for method in pairs(members(class_of(name)).functions) do
        assert(called[name .. ":" .. method], name .. ":" .. method .. " is not called here")
      end
    end
  end)

  it("name what the module gives", function()
    local candidates, documented = {}, {}
    for line in io.lines "lua/tencentcloud/init.lua" do
      for word in line:gmatch "[%a_]+" do candidates[word] = true end
    end
    for name in pairs(require "tencentcloud.rules.outcome") do candidates[name] = true end
    local class = model.classes.tencentcloud
    for _, what in ipairs { "fields", "functions" } do
      for member in pairs(class[what]) do documented[member], candidates[member] = true, true end
    end
    assert.same(sorted_keys(documented), sorted_keys(answered({ tc }, candidates)))
  end)

  it("name what the core gives", function()
    local documented, class = {}, class_of "core"
    for _, what in ipairs { "fields", "functions" } do
      for member in pairs(class[what]) do documented[member] = true end
    end
    assert.same(sorted_keys(core), sorted_keys(documented))
  end)

  it("name the types of what functions return", function()
    for module, class in pairs { [tc] = model.classes.tencentcloud, [core] = class_of "core" } do
      for name, documented in pairs(class.functions) do
        for _, arguments in ipairs(FUNCTION_CALLS[name] or {}) do
          check_results(name, documented, module[name](unpack(arguments)))
        end
      end
      for _, name in ipairs { "null", "registry" } do
        assert(stubs.fits(module[name], class.fields[name], model), name)
      end
    end
  end)

  it("say of functions written in Lua what their sources say", function()
    local sources = {
      events = { "events", "events" }, rules = { "rules", "rules.new" }, pages = { "pages", "pages.pages" },
      wait_until = { "wait_until", "wait_until.wait_until" }, script = { "study/script", "script.new" },
      rate_limit = { "guard/rate_limit", "rate_limit.new" }, concurrency = { "guard/concurrency", "concurrency.new" },
      breaker = { "guard/breaker", "breaker.new" },
    }
    for name, documented in pairs(model.classes.tencentcloud.functions) do
      if sources[name] then
        local file = stubs.read("lua/tencentcloud/" .. sources[name][1] .. ".lua")
        local source = assert(file.functions[sources[name][2]], name)
        assert.same({ source.names, source.params, source.returns },
          { documented.names, documented.params, documented.returns }, name)
      else
        assert(core[name], name .. " is written in Lua: compare it here")
      end
    end
  end)

  it("describe every function, its parameters and results", function()
    for _, file in ipairs { public, internal } do
      for name, documented in pairs(file.functions) do
        assert(documented.described, name .. " has no description")
        local names = {}
        for _, param in ipairs(documented.params) do table.insert(names, param.name) end
        assert.same(documented.names, names, name)
      end
    end
  end)

  it("name the options that the outcomes take", function()
    for name in pairs(outcomes) do
      -- They are the first argument or the second.
      local _, first = pcall(tc[name], { no_such_option = 1 })
      local _, second = pcall(tc[name], {}, { no_such_option = 1 })
      local _, after_text = pcall(tc[name], "a reason", { no_such_option = 1 })
      local listed = (tostring(first) .. tostring(second) .. tostring(after_text)):match "the options are ([%w_, ]+)"
      local overload = class_of_outcome(name).overloads[1]
      local documented = overload:match "tencentcloud%.(%u%l+Options)"
      assert((listed == nil) == (documented == nil), ("tc.%s takes %s, and its stub is %s"):format(name,
        listed and "the options " .. listed or "no options", overload))
      if listed then assert.equal(listed, table.concat(sorted_keys(class_of(documented).fields), ", "), name) end
    end
  end)

  it("name outcomes that can be called, those that the bare name leaves incomplete as it says", function()
    for name, outcome in pairs(outcomes) do
      assert.equal(1, #class_of_outcome(name).overloads, name)
      local example = outcome.incomplete and outcome.incomplete:match "tc%.%l.*" or ("tc.%s()"):format(name)
      local made = assert((loadstring or load)("local tc = ... return " .. example))(tc)
      assert.equal(name, made.type)
    end
  end)

  it("name the fields that a definition takes", function()
    local candidates = sorted_keys(words)
    local taken = {}
    for _, word in ipairs(candidates) do
      local _, message = pcall(registry.define, registry, { code = "-", [word] = "-" })
      if not message:find "no such field" then taken[word] = true end
    end
    assert.same(sorted_keys(class_of("Definition").fields), sorted_keys(taken))
  end)

  it("name the fields that a definition of an action takes", function()
    local documented = class_of("ActionDefinition").fields
    local taken = {}
    for _, candidates in ipairs { words, documented } do
      for word in pairs(candidates) do
        local _, message = pcall(registry.define_action, registry, { "-", [word] = "-" })
        if not message:find "no such field" then taken[word] = true end
      end
    end
    assert.same(sorted_keys(documented), sorted_keys(taken))
  end)

  it("name the fields that an error is made of", function()
    for field, type_text in pairs(class_of("ErrorFields").fields) do
      local value = type_text:find "integer" and 502 or "cvm.RunInstances"
      assert.equal(value, tc.error { code = "A", [field] = value }[field])
    end
  end)

  it("define each class once, and name only those that are defined", function()
    local defined = {}
    for _, path in ipairs(lines_of "find library lua -name '*.lua'") do
      for _, class in ipairs(stubs.read(path).classes) do
        local earlier = defined[class.name]
        assert(not earlier, ("%s is defined in %s and %s"):format(class.name, path, tostring(earlier)))
        defined[class.name] = path
      end
    end
    for _, path in ipairs { "library/tencentcloud.lua", "library/tencentcloud/core.lua" } do
      for line in io.lines(path) do
        for name in (line:match "^%-%-%-@.*$" or ""):gmatch "tencentcloud%.%u%w+" do
          assert(defined[name] or model.aliases[name], path .. " names " .. name)
        end
      end
    end
  end)
end)
