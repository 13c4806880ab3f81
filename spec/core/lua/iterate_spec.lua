-- pairs, ipairs, rows and column: walks over objects and arrays.

local tc = require "tencentcloud"

local unpack = table.unpack or unpack -- luacheck: ignore 143

local function read(fields) return assert(tc.parse('{"Response":{' .. fields .. "}}")) end

-- The number of turns that an iterator takes.
local function turns(step)
  local count = 0
  while step() ~= nil do count = count + 1 end
  return count
end

local LIST = '"List":[{"Id":"a","N":1,"Tags":["x"]},{"N":2,"Id":"b","Tags":null},{"Id":null},{},null,"text",[1]]'

describe("pairs", function()
  it("walks the fields of a response in the body's order, with nil for null", function()
    local keys, values = {}, {}
    for key, value in read('"B":1,"A":"x","N":null,"\\u0043":[7],"RequestId":"r"'):pairs() do
      keys[#keys + 1], values[#keys + 1] = key, value
    end
    assert.same({ "B", "A", "N", "C", "RequestId" }, keys)
    assert.same({ 1, "x", nil, values[4], "r" }, values)
    assert.equal(7, values[4][1])
  end)

  it("walks objects and arrays", function()
    local res = read '"O":{"A":{"B":1},"C":[2]},"L":["x",null,{"N":3}]'
    local seen = {}
    for key, value in res.O:pairs() do seen[key] = value end
    assert.equal(1, seen.A.B)
    assert.equal(2, seen.C[1])
    seen = {}
    for i, value in res.L:pairs() do seen[#seen + 1] = i .. type(value) end
    assert.same({ "1string", "2nil", "3userdata" }, seen)
  end)

  it("gives a key that stands twice each time", function()
    local seen = {}
    for key, value in read('"A":1,"A":2'):pairs() do seen[#seen + 1] = key .. value end
    assert.same({ "A1", "A2" }, seen)
  end)

  it("of nothing gives nothing", function()
    local res = read '"O":{},"L":[]'
    assert.equal(0, turns(read(""):pairs()))
    assert.equal(0, turns(res.O:pairs()))
    assert.equal(0, turns(res.L:pairs()))
    assert.equal(0, turns(res.L:ipairs()))
  end)

  it("is Lua's own where it asks for __pairs", function()
    local res = read '"A":1,"B":[5]'
    if not pcall(pairs, res) then
      assert.equal("5.1", _VERSION:match "5.1", "only 5.1's pairs does not ask")
      return
    end
    local seen = {}
    for key, value in pairs(res) do seen[key] = value end
    assert.equal(1, seen.A)
    assert.equal(5, seen.B[1])
    for i, value in pairs(res.B) do assert.same({ 1, 5 }, { i, value }) end
  end)
end)

describe("ipairs", function()
  it("walks all elements, with nil for null", function()
    local numbers, values = {}, {}
    for i, value in read(LIST).List:ipairs() do
      numbers[#numbers + 1] = i
      values[i] = type(value) == "userdata" and (value.Id or #value) or value
    end
    assert.same({ 1, 2, 3, 4, 5, 6, 7 }, numbers)
    assert.same({ "a", "b", 1, 0, nil, "text", 1 }, values)
  end)

  it("is Lua's own where it asks for __index: up to the first null", function()
    local list = read(LIST).List
    if not pcall(ipairs, list) then
      assert.equal("5.1", _VERSION:match "5.1", "only 5.1's ipairs does not ask")
      return
    end
    local last = 0
    for i, value in ipairs(list) do
      last = i
      assert.equal(list[i], value)
    end
    assert.equal(4, last)
  end)

  it("raises for objects", function()
    local res = read '"O":{}'
    for _, view in ipairs { res, res.O } do
      local ok, message = pcall(res.ipairs, view)
      assert.is_false(ok)
      assert.is_truthy(message:find("#1 to '.-' %(tencentcloud%.Array expected, got " .. getmetatable(view)), message)
    end
  end)
end)

describe("rows", function()
  it("gives these fields of each element: tc.null in the first place, nil in the others for null and none", function()
    local seen = {}
    for id, n, tags in read(LIST):rows("List", "Id", "N", "Tags") do
      seen[#seen + 1] = { id, n or false, tags and tags[1] or false }
    end
    assert.same({
      { "a", 1, "x" }, { "b", 2, false }, { tc.null, false, false }, { tc.null, false, false },
      { tc.null, false, false }, { tc.null, false, false }, { tc.null, false, false },
    }, seen)
  end)

  it("of an array does not name it", function()
    local seen = {}
    for n in read('"L":[{"N":1},{"N":2}]').L:rows "N" do seen[#seen + 1] = n end
    assert.same({ 1, 2 }, seen)
  end)

  it("gives no row where the array is empty, null or absent", function()
    local res = read '"E":[],"N":null'
    for _, name in ipairs { "E", "N", "Absent" } do assert.equal(0, turns(res:rows(name, "Id"))) end
  end)

  it("of a key that stands twice gives the last", function()
    local a, b, c = read('"L":[{"A":1,"A":2,"B":3,"B":null}]'):rows("L", "A", "B", "A")()
    assert.same({ 2, nil, 2 }, { a, b, c })
  end)

  it("finds keys with escape sequences and zero bytes, and no part of a key", function()
    local res = read [=["L":[{"\u0041":1,"B\u0000C":2,"B":3,"x\"y":4}]]=]
    assert.same({ 1, 2, 3, 4 }, { res:rows("L", "A", "B\0C", "B", 'x"y')() })
    assert.equal(tc.null, (res:rows("L", 'B":3,"x\\')()))
  end)

  it("takes 32 fields", function()
    local names, pieces, values = {}, {}, {}
    for i = 1, 32 do
      names[i], pieces[i], values[i] = "F" .. i, ('"F%d":%d'):format(33 - i, 33 - i), i
    end
    local res = read('"L":[{' .. table.concat(pieces, ",") .. "}]")
    assert.same(values, { res:rows("L", unpack(names))() })
    assert.same(values, { res.L:rows(unpack(names))() })
    names[33] = "F33"
    assert.error_matches(function() res.L:rows(unpack(names)) end, "#3[34] to '.-' %(32 fields at most%)")
    assert.error_matches(function() res:rows("L", unpack(names)) end, "#3[45] to '.-' %(32 fields at most%)")
  end)

  it("gives nothing more after the end", function()
    local step = read('"L":[{"N":1}]'):rows("L", "N")
    assert.equal(1, (step()))
    for _ = 1, 3 do assert.equal(0, select("#", step())) end
  end)
end)

describe("column", function()
  it("gives a table with tc.null for null and none, and the number of elements", function()
    local ids, count = read(LIST):column("List", "Id")
    assert.same({ "a", "b", tc.null, tc.null, tc.null, tc.null, tc.null }, ids)
    assert.equal(7, count)
    local tags = read(LIST).List:column "Tags"
    assert.equal("x", tags[1][1])
    assert.equal(tc.null, tags[2])
  end)

  it("of an empty, null or absent array is empty", function()
    local res = read '"E":[],"N":null'
    for _, name in ipairs { "E", "N", "Absent" } do assert.same({ {}, 0 }, { res:column(name, "Id") }) end
    assert.same({ {}, 0 }, { res.E:column "Id" })
  end)

  it("gives the last of a key that stands twice, and no part of a key", function()
    local res = read '"L":[{"A":1,"A":2}]'
    assert.same({ 2 }, (res:column("L", "A")))
    assert.same({ tc.null }, (res:column("L", 'A":1,"A')))
  end)
end)

describe("rows and column raise for", function()
  local res = read '"L":[{"A":1}],"T":"text","O":{}'
  for _, case in ipairs {
    { "no array field", res, {}, "#2", "array_field: string expected, got no value" },
    { "an array field that is a number", res, { 1, "A" }, "#2", "array_field: string expected, got number" },
    { "no field", res, { "L" }, "#3", "field: string expected, got no value" },
    { "no field of an array", res.L, {}, "#2", "field: string expected, got no value" },
    { "a field that is a table", res, { "L", {} }, "#3", "field: string expected, got table" },
    { "text in place of an array", res, { "T", "A" }, "#2", "the field T is not an array" },
    { "an object in place of an array", res, { "O", "A" }, "#2", "the field O is not an array" },
  } do
    it(case[1], function()
      for _, name in ipairs { "rows", "column" } do
        local ok, message = pcall(res[name], case[2], unpack(case[3]))
        assert.is_false(ok)
        assert.is_truthy(message:find("bad argument " .. case[4], 1, true), message)
        assert.is_truthy(message:find(case[5], 1, true), message)
      end
    end)
  end

  it("a second field of column, and a later field of rows", function()
    local ok, message = pcall(res.column, res, "L", "A", "B")
    assert.is_false(ok)
    assert.is_truthy(message:find("#4 to '.-' %(one field only%)"), message)
    ok, message = pcall(res.rows, res, "L", "A", false)
    assert.is_false(ok)
    assert.is_truthy(message:find("#4 to '.-' %(field: string expected, got boolean%)"), message)
  end)
end)

describe("an iterator", function()
  it("stands for itself: two walk apart, one is shared", function()
    local list = read('"L":[1,2,3]').L
    local one, two = list:ipairs(), list:ipairs()
    assert.equal(1, (one()))
    assert.equal(2, (one()))
    assert.equal(1, (two()))
    assert.equal(3, (one()))
    assert.is_nil((one()))
    assert.equal(2, (two()))
  end)

  it("says what it is", function()
    assert.equal("tencentcloud.Iterator", tostring(read(""):pairs()))
    assert.equal("tencentcloud.Iterator", getmetatable(read(""):pairs()))
  end)

  it("may be read from coroutines", function()
    local step = read('"L":[{"N":1},{"N":2}]'):rows("L", "N")
    assert.equal(1, coroutine.wrap(function() return step() end)())
    assert.equal(2, coroutine.wrap(function() return step() end)())
  end)
end)
