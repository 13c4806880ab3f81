-- What tc.ok{ ... } stands for, method by method, beside a Response that was parsed from the same fields.

local cjson = require "cjson"
local core = require "tencentcloud.core"
local new = require "tencentcloud.rules".new
local ok_value = require "tencentcloud.call.ok_value"
local tc = require "tencentcloud.rules.outcome"

require "tencentcloud" -- which says how empty arrays are marked

local null = core.null

-- The keys of objects are in the order of the alphabet, which is the one that a table is written in.
local BODY = [[{"Empty":[],"Flag":false,"Id":"ins-1","List":[1,2.5,"three",true],]]
  .. [["Name":null,"Nested":{"Deep":{"Er":["x"]},"None":null},"Nulls":[1,null,3,null],]]
  .. [["Set":[{"Id":"a","Tags":[{"K":"k"}]},{"Id":null},{"Name":"c"},{"Id":"d","Tags":[]}],]]
  .. [["Text":"line\n\"quoted\" \u0001\\ 中文","TotalCount":4,"get":"a field","json":{"rows":1},"ok":"theirs"}]]

local VALUE = {
  Empty = {}, Flag = false, Id = "ins-1", List = { 1, 2.5, "three", true },
  Name = null, Nested = { Deep = { Er = { "x" } }, None = null }, Nulls = { 1, null, 3, null },
  Set = { { Id = "a", Tags = { { K = "k" } } }, { Id = null }, { Name = "c" }, { Id = "d", Tags = {} } },
  Text = 'line\n"quoted" \1\\ 中文', TotalCount = 4, get = "a field", json = { rows = 1 }, ok = "theirs",
}

local ACTION = "cvm.DescribeInstances"
local real = assert(core.parse('{"Response":' .. BODY .. "}", ACTION))

local function stand_in(value)
  return ok_value.as_response(value, { action = ACTION })
end

local ours = stand_in(VALUE)

-- A value of either as a plain one. That null and absent are nil is what is compared.
local plain
function plain(value)
  if value ~= null and (type(value) == "userdata" or type(value) == "table" and value.totable) then
    return { view = value:totable(), type = value:type() }
  end
  if type(value) ~= "table" then return value end
  local copy = {}
  for key, field in pairs(value) do copy[key] = plain(field) end
  return copy
end

-- What a function gives for one of the two: its results, or its error without the place.
local function results(work, response)
  local packed = { n = 0 }
  local function keep(ok, ...)
    packed.ok, packed.n = ok, select("#", ...)
    for i = 1, packed.n do packed[i] = plain((select(i, ...))) end
  end
  keep(pcall(work, response))
  -- Lua knows the name of a method, and counts its arguments, by the way that it is called.
  if not packed.ok then packed[1] = packed[1]:gsub("^[^:]*:%d+: ", ""):gsub("#%d+ to '[^']*'", "#N") end
  return packed
end

local function gathered(...)
  local rows = {}
  for a, b, c in ... do
    -- Each row with its length, and nil told from null.
    table.insert(rows, { plain(a), plain(b) == nil and "nil" or plain(b), plain(c) == nil and "nil" or plain(c) })
  end
  return rows
end

local PATHS = {
  { "Id" }, { "Flag" }, { "Name" }, { "Missing" }, { "List" }, { "List", 1 }, { "List", 2 }, { "List", 4 },
  { "List", 5 }, { "List", 0 }, { "List", -1 }, { "List", 1.5 }, { "List", "1" }, { "Id", "x" }, { "Id", 1 }, { 1 },
  { "Nested" }, { "Nested", "Deep", "Er", 1 }, { "Nested", "None" }, { "Nested", "None", "x" }, { "Nested", "x", "y" },
  { "Nulls" }, { "Nulls", 1 }, { "Nulls", 2 }, { "Nulls", 3 }, { "Nulls", 4 }, { "Nulls", 5 }, { "Empty" },
  { "Empty", 1 }, { "Set", 1, "Id" }, { "Set", 2, "Id" }, { "Set", 3, "Id" }, { "Set", 1, "Tags", 1, "K" }, { "get" },
  { "json" }, { "json", "rows" }, { "ok" }, { "totable" }, { "TotalCount" }, { "Text" }, { "Set", 4, "Tags" }, {},
  { true }, { "Set", {} }, { "Set", 1, false },
}

local unpack = table.unpack or unpack

local CASES = {
  { "ok", function(res) return res.ok end },
  { "code and error", function(res) return res.code, res.error end },
  { "action", function(res) return res.action end },
  { "a field", function(res) return res.Id, res.Flag, res.TotalCount, res.Text end },
  { "null and what is not there", function(res) return res.Name, res.Missing, res.missing, res[1], res[true] end },
  { "tables in tables", function(res) return res.Nested.Deep.Er[1], res.Set[1].Tags[1].K, res.Nested.None end },
  { "elements", function(res) return res.List[1], res.List[4], res.List[5], res.List[0], res.List.x end },
  { "elements of a list with null", function(res)
    return res.Nulls[1], res.Nulls[2], res.Nulls[3], res.Nulls[4], res.Nulls[5]
  end },
  { "the length of lists", function(res) return #res.List, #res.Nulls, #res.Empty, #res.Set, #res.Set[4].Tags end },
  { "type of each table", function(res)
    return res:type(), res.List:type(), res.Empty:type(), res.Nested:type(), res.Nulls:type(), res.Set[2]:type()
  end },
  { "get, has, type and json in tables", function(res)
    return res.Nested:get("Deep", "Er", 1), res.List:get(2), res.Nulls:get(2), res.Nulls:has(2), res.Nulls:has(5),
      res.Nulls:type(2), res.Nested:json("Deep"), res.Set:json(2), res.Empty:json(), res.Nulls:json()
  end },
  { "pairs of an object", function(res) return gathered(res:pairs()) end },
  { "pairs of an object in it", function(res) return gathered(res.Nested:pairs()) end },
  { "pairs of lists", function(res)
    return gathered(res.List:pairs()), gathered(res.Nulls:pairs()), gathered(res.Empty:pairs())
  end },
  { "ipairs", function(res)
    return gathered(res.List:ipairs()), gathered(res.Nulls:ipairs()), gathered(res.Empty:ipairs())
  end },
  { "ipairs of an object", function(res) return (pcall(res.Nested.ipairs, res.Nested)) end },
  { "rows of a field", function(res) return gathered(res:rows("Set", "Id", "Name", "Tags")) end },
  { "rows of a list", function(res) return gathered(res.Set:rows("Name", "Id")) end },
  { "rows of lists of other things", function(res)
    return gathered(res:rows("List", "x", "y")), gathered(res:rows("Empty", "x")), gathered(res.Nulls:rows("a", "b"))
  end },
  { "rows of what is not there, or null", function(res)
    return gathered(res:rows("Missing", "x")), gathered(res:rows("Name", "x")), gathered(res.Nested:rows("None", "x"))
  end },
  { "rows of what is not an array", function(res) return res:rows("Nested", "x") end },
  { "rows of a text", function(res) return res:rows("Id", "x") end },
  { "rows without a field", function(res) return res:rows("Set") end },
  { "rows without anything", function(res) return res:rows() end },
  { "rows of a field that is no name", function(res) return res:rows("Set", "Id", 3) end },
  { "rows of an array that is no name", function(res) return res:rows(3, "Id") end },
  { "rows of too many fields", function(res)
    local names = {}
    for i = 1, 33 do names[i] = "F" .. i end
    return res:rows("Set", unpack(names))
  end },
  { "rows of as many fields as may be", function(res)
    local names = {}
    for i = 1, 32 do names[i] = "F" .. i end
    return gathered(res:rows("Set", unpack(names)))
  end },
  { "column", function(res) return res:column("Set", "Id") end },
  { "column of a list", function(res) return res.Set:column("Tags") end },
  { "column of what is not there", function(res) return res:column("Missing", "Id") end },
  { "column of an empty list", function(res) return res:column("Empty", "Id") end },
  { "column of what is not an array", function(res) return res:column("Nested", "Id") end },
  { "column of two fields", function(res) return res:column("Set", "Id", "Name") end },
  { "column without a field", function(res) return res:column("Set") end },
  { "totable", function(res) return res:totable(), res.List:totable(), res.Nulls:totable(), res.Nested:totable() end },
  { "totable as JSON", function(res) return #cjson.encode(res:totable()), cjson.encode(res.Empty:totable()) end },
  { "the same table twice", function(res)
    return res.Set == res.Set, res.Set[1] == res.Set[1], res.Set == res.List
  end },
  { "tostring", function(res)
    return tostring(res), tostring(res.List), tostring(res.Nested), tostring(res.Nulls), tostring(res.Empty),
      tostring(res.Set[2])
  end },
}

describe("the value of tc.ok", function()
  for _, case in ipairs(CASES) do
    it("reads like a response: " .. case[1], function()
      assert.same(results(case[2], real), results(case[2], ours))
    end)
  end

  for _, path in ipairs(PATHS) do
    local shown = {}
    for i, key in ipairs(path) do shown[i] = tostring(key):gsub("^table.*", "a table") end
    it("reads like a response: get, has, type and json of the path " .. table.concat(shown, " "), function()
      for _, name in ipairs{ "get", "has", "type" } do
        local function work(res) return res[name](res, unpack(path)) end
        assert.same(results(work, real), results(work, ours), name)
      end
      if #path == 0 then return end
      local _, wanted = pcall(function() return real:json(unpack(path)) end)
      local _, given = pcall(function() return ours:json(unpack(path)) end)
      if type(wanted) == "string" and wanted:find "^[%[{\"%dntf]" then
        assert.same(cjson.decode("[" .. wanted .. "]"), cjson.decode("[" .. given .. "]"))
        if not wanted:find "中" then assert.equal(wanted, given) end
      end
    end)
  end

  it("is written as the body that it could have been", function()
    assert.equal((BODY:gsub("\\u0001", "\\u0001")), (ours:json()))
    assert.same(cjson.decode(BODY), cjson.decode(ours:json()))
  end)

  it("has pairs and lengths in every Lua that lets tables have them", function()
    local keys = {}
    for key in pairs(ours) do table.insert(keys, key) end
    assert.is_true(#keys > 8)
    if #setmetatable({}, { __len = function() return 7 end }) == 7 then
      assert.same({ #real, #real.Nested }, { #ours, #ours.Nested })
      assert.equal(#real, #keys)
    end
    local seen = {}
    for i, element in ipairs(ours.List) do seen[i] = element end
    assert.same(VALUE.List, seen)
    assert.equal("[1,2.5,\"three\",true]", cjson.encode(ours.List))
  end)

  it("has the request id of the answer, or of its own fields", function()
    local function request_id(value)
      return ok_value.as_response(value, { request_id = "of the answer" }).request_id
    end
    assert.same({ "of the answer", "own", "of the answer" },
      { request_id{}, request_id{ RequestId = "own" }, request_id{ RequestId = 3 } })
    assert.equal("tencentcloud.Response: ok a b", tostring(ok_value.as_response({}, { request_id = "a\nb" })))
  end)

  it("reads numbers as they are", function()
    local numbers = stand_in{ A = 1, B = -0.5, C = 1e300, D = 2 ^ 53, E = 1 / 3, F = 0.1, G = 123456789012 }
    for key, number in numbers:pairs() do
      assert.equal(number, cjson.decode("[" .. numbers:json(key) .. "]")[1])
    end
    for _, bad in ipairs{ 0 / 0, math.huge, -math.huge } do
      assert.error_matches(function() stand_in{ A = bad }:json() end, "json: .* cannot be written as JSON")
    end
  end)

  it("has views of responses in it, which go on reading", function()
    local held = stand_in{ Set = real.Set, Nested = { View = real.Nested } }
    assert.equal("a", held:get("Set", 1, "Id"))
    assert.same({ "null", "array", "object" },
      { held:type("Set", 2, "Id"), held:type("Set"), held:type("Nested", "View") })
    assert.same({ true, false }, { held:has("Nested", "View", "None"), held:has("Nested", "View", "Other") })
    assert.same((real:column("Set", "Id")), (held:column("Set", "Id")))
    assert.same(gathered(real:rows("Set", "Id", "Tags")), gathered(held:rows("Set", "Id", "Tags")))
    assert.equal(real.Set:json(), held:json("Set"))
    assert.same(real.Set:totable(), held:totable().Set)
  end)

  it("leaves what is no table, or a program's object, as it is", function()
    local object = setmetatable({ x = 1 }, { __index = { y = 2 } })
    for _, value in ipairs{ "gone", 7, true, object, real } do
      assert.equal(value, ok_value.as_response(value, {}))
    end
    local held = stand_in{ Object = object }
    assert.equal(object, held.Object)
    assert.equal(2, held:get("Object", "y"))
    assert.error_matches(function() stand_in{ F = print }:json() end, "json: a function cannot be written", 1, true)
  end)

  it("takes a table that holds itself, which has no JSON", function()
    local value = { Name = "a" }
    value.Self = value
    local held = stand_in(value)
    assert.equal("a", held.Self.Self:get("Self", "Name"))
    local copy = held:totable()
    assert.equal(copy, copy.Self.Self)
    assert.error_matches(function() held:json() end, "holds itself, cannot be written as JSON", 1, true)
  end)

  it("knows cjson's marks of lists", function()
    local held = stand_in{ A = cjson.empty_array_mt and setmetatable({}, cjson.empty_array_mt) or {} }
    assert.same({ "array", "[]" }, { held:type("A"), held:json("A") })
  end)

  it("is the call's own, whatever becomes of it", function()
    local rules, value = new(), { Set = { { Id = "a" } } }
    rules:on("*", "ResourceNotFound", tc.ok(value))
    local function call()
      return rules:call(function()
        return '{"Response":{"Error":{"Code":"ResourceNotFound","Message":"m"},"RequestId":"r-1"}}'
      end, "cvm.DescribeInstances")
    end
    local res = call()
    res.More, res.Set[1].Id = 1, "b"
    res.Set[2] = { Id = "c" }
    assert.same({ Set = { { Id = "a" } } }, value)
    assert.same({ "b", "c", 1 }, { res:get("Set", 1, "Id"), res:get("Set", 2, "Id"), res:get "More" })
    assert.same({ "b", "c" }, (res:column("Set", "Id")))
    assert.equal("a", call():get("Set", 1, "Id"))
    assert.equal("tencentcloud.Response: cvm.DescribeInstances ok r-1", tostring(call()))
  end)

  it("goes into other requests as the table that it is", function()
    local params = require "tencentcloud.params"
    local copy = params.copy{ Ids = stand_in{ Ids = { "a", "b" } }.Ids }
    assert.equal('{"Ids":["a","b"]}', cjson.encode(copy))
    assert.same({ "b", "array", '["a","b"]' }, { copy.Ids:get(2), copy.Ids:type(), copy.Ids:json() })
  end)
end)
