-- Response, Object and Array: reading fields from the body, and what they say of themselves.

local tc = require "tencentcloud"

local unpack = table.unpack or unpack -- luacheck: ignore 143

local BODY = [[{"Response":{
  "Text": "plain", "Escaped": "a\"\\\/\b\f\n\r\t\u0041\u00e9\u6839\ud83d\ude00", "Empty": "",
  "Integer": 7, "Real": 2.5, "Yes": true, "No": false, "Null": null,
  "List": [{"Id": "a", "Tags": [1, 2]}, {"Id": "b", "Tags": []}, null, "text"],
  "Numbers": [10, 20, 30],
  "Object": {"type": "lower", "Type": "upper", "get": 1, "\u006bey": 2, "": 3, "a\u0000b": 4},
  "ok": "field", "code": "field", "totable": "field", "lower_case": "field",
  "Twice": 1, "Twice": {"N": 2},
  "RequestId": "r-1"
}}]]

local function read(fields) return assert(tc.parse('{"Response":{' .. fields .. "}}")) end

-- A value written in JSON, read as a field and as an element.
local function value_of(json)
  local value, again = read('"V":' .. json).V, read('"V":[' .. json .. "]").V[1]
  if type(value) ~= "userdata" then assert.equal(value, again) end
  return value
end

describe("fields", function()
  local res = tc.parse(BODY, "cvm.DescribeZones")

  it("are Lua values", function()
    assert.equal("plain", res.Text)
    assert.equal("", res.Empty)
    assert.equal(7, res.Integer)
    assert.equal(2.5, res.Real)
    assert.is_true(res.Yes)
    assert.is_false(res.No)
    assert.is_nil(res.Null)
    assert.is_nil(res.Absent)
  end)

  it("are decoded", function()
    assert.equal('a"\\/\b\f\n\r\tA\195\169\230\160\185\240\159\152\128', res.Escaped)
  end)

  it("of objects and arrays are views", function()
    assert.equal("b", res.List[2].Id)
    assert.equal(2, res.List[1].Tags[2])
    assert.is_nil(res.List[3])
    assert.equal("text", res.List[4])
    assert.equal("upper", res.Object.Type)
    assert.equal(2, res.Object.key)
    assert.equal(3, res.Object[""])
    assert.equal(4, res.Object["a\0b"])
    assert.is_nil(res.Object["a"])
  end)

  it("that stand twice are the last one", function()
    assert.equal(2, res.Twice.N)
    assert.equal("object", res:type "Twice")
  end)

  it("that have the name of a property or method are reached by get", function()
    assert.is_true(res.ok)
    assert.is_nil(res.code)
    assert.equal("function", type(res.totable))
    assert.equal("function", type(res.Object.type))
    assert.equal("field", res:get "ok")
    assert.equal("field", res:get "code")
    assert.equal("field", res:get "totable")
    assert.equal("lower", res.Object:get "type")
    assert.equal(1, res:get("Object", "get"))
  end)

  it("in lower case that we have no name for are fields", function()
    assert.equal("field", res.lower_case)
    assert.is_nil(res.lower)
  end)

  it("are absent under keys of other types", function()
    for _, key in ipairs { 1, 0, 1.5, true, {}, print } do
      assert.is_nil(res[key])
      assert.is_nil(res.Object[key])
    end
    for _, key in ipairs { 0, -1, 5, 1.5, 2 ^ 32 + 1, 2 ^ 53, 1 / 0, -1 / 0, 0 / 0, "1", "Id", true, {} } do
      assert.is_nil(res.List[key])
    end
    assert.equal("a", res.List[1.0].Id)
  end)

  it("are found by their whole key only", function()
    local found = read '"A":"B","AA":"C"'
    for _, key in ipairs { 'A":"B', 'A":"B","AA', 'A"', '"A', "", "B", "A\0", "AAA" } do
      assert.is_false(found:has(key), key)
      assert.is_nil(found[key], key)
    end
    assert.equal("C", found.AA)
    assert.is_true(read([["a\"":1]]):has 'a"')
  end)

  it("of an array are read in any order", function()
    local pieces = {}
    for i = 1, 200 do pieces[i] = i % 3 == 0 and tostring(i) or ('{"N":%d,"X":[{}]}'):format(i) end
    local list = read('"L":[' .. table.concat(pieces, ",") .. "]").L
    local function check(i)
      local value = list[i]
      assert.equal(i, type(value) == "number" and value or value.N)
    end
    for i = 1, 200 do check(i) end
    for i = 200, 1, -1 do check(i) end
    for i = 1, 600 do check((i * 73) % 200 + 1) end
    for i = 1, 200 do assert.equal(i % 3 ~= 0 and i or nil, list:get(i, "N")) end
  end)

  it("of arrays that are walked in turn do not get mixed up", function()
    local outer = {}
    for i = 1, 20 do outer[i] = ('{"N":%d,"In":[{"N":%d},{"N":%d},[],{"N":%d}]}'):format(i, -i, i * 2, i * 3) end
    local found = read('"A":[' .. table.concat(outer, ",") .. '],"B":[{"N":7},{"N":8},5]')
    local a, b = found.A, found.B
    for _, walk in ipairs { { 1, 20, 1 }, { 20, 1, -1 }, { 1, 20, 3 } } do
      for i = walk[1], walk[2], walk[3] do
        assert.equal(i, found.A[i].N)
        assert.equal(7 + i % 2, found.B[i % 2 + 1].N)
        assert.equal(i * 2, found:get("A", i, "In", 2, "N"))
        assert.equal(-i, found.A[i].In[1].N)
        assert.equal(i * 3, a:get(i, "In", 4, "N"))
        assert.equal(7, b[1].N)
        assert.equal(i, a[i].N)
        assert.equal(5, b[3])
        assert.is_nil(found:get("A", 21, "N"))
        assert.is_nil(found.A[i].In[5])
      end
    end
  end)
end)

describe("get, has and type", function()
  local res = tc.parse(BODY)
  -- keys, value, has, type
  local cases = {
    { { "Text" }, "plain", true, "string" },
    { { "Escaped" }, res.Escaped, true, "string" },
    { { "Integer" }, 7, true, "number" },
    { { "Real" }, 2.5, true, "number" },
    { { "Yes" }, true, true, "boolean" },
    { { "No" }, false, true, "boolean" },
    { { "Null" }, nil, true, "null" },
    { { "Absent" }, nil, false, nil },
    { { "List", 2, "Id" }, "b", true, "string" },
    { { "List", 1, "Tags", 2 }, 2, true, "number" },
    { { "List", 3 }, nil, true, "null" },
    { { "List", 3, "Id" }, nil, false, nil },
    { { "List", 4, 1 }, nil, false, nil },
    { { "List", 5 }, nil, false, nil },
    { { "List", "Id" }, nil, false, nil },
    { { "Object", 1 }, nil, false, nil },
    { { "Text", "length" }, nil, false, nil },
  }
  for _, case in ipairs(cases) do
    local keys = case[1]
    it("follow " .. table.concat(keys, ", "), function()
      assert.equal(case[2], res:get(unpack(keys)))
      assert.equal(case[3], res:has(unpack(keys)))
      assert.equal(case[4], res:type(unpack(keys)))
    end)
  end

  it("give views, which take keys too", function()
    assert.equal(res.List, res:get "List")
    assert.equal("b", res:get("List", 2):get "Id")
    assert.equal("array", res:type "List")
    assert.equal("object", res:type("List", 1))
    assert.equal("object", res:type())
    assert.equal("array", res.List:type())
  end)

  it("raise for keys of other types, and name them", function()
    for _, case in ipairs { -- the wrong argument, its type, the number of keys, the keys
      { res.get, 2, "no value", 0 }, { res.has, 2, "no value", 0 }, { res.get, 2, "nil", 1, nil },
      { res.has, 2, "boolean", 1, true }, { res.type, 3, "table", 2, "List", {} }, { res.json, 4, "nil", 3, "List", 1 },
    } do
      local ok, message = pcall(case[1], res, unpack(case, 5, 4 + case[4]))
      assert.is_false(ok)
      local wanted = ("bad argument #%d to '.-' %%(key: string or number expected, got %s%%)"):format(case[2], case[3])
      assert.is_truthy(message:find(wanted), message)
    end
  end)

  it("raise for what is no response, and name it", function()
    for _, value in ipairs { 1, "x", {}, tc.null, io.stdout, tc.registry, (tc.error { code = "A" }) } do
      for _, name in ipairs { "get", "has", "type", "json", "totable", "pairs", "ipairs", "rows", "column" } do
        local ok, message = pcall(res[name], value, "Text")
        assert.is_false(ok)
        assert.is_truthy(message:find "bad argument #1 to '.-' %(tencentcloud%..- expected, got ", message)
      end
    end
  end)
end)

describe("json", function()
  it("gives the bytes of a value as they stand in the body", function()
    local res = tc.parse(BODY)
    for _, case in ipairs {
      { '"plain"', "Text" }, { '""', "Empty" }, { "7", "Integer" }, { "2.5", "Real" }, { "true", "Yes" },
      { "false", "No" }, { "null", "Null" }, { "[10, 20, 30]", "Numbers" }, { '{"N": 2}', "Twice" },
      { '{"Id": "b", "Tags": []}', "List", 2 }, { "[]", "List", 2, "Tags" }, { '"text"', "List", 4 },
      { [["a\"\\\/\b\f\n\r\t\u0041\u00e9\u6839\ud83d\ude00"]], "Escaped" },
    } do
      assert.equal(case[1], res:json(unpack(case, 2)))
    end
    assert.is_nil(res:json "Absent")
    assert.equal(BODY:sub(#'{"Response":' + 1, -2), res:json())
    assert.equal("[10, 20, 30]", res.Numbers:json())
  end)

  it("finds the end of nested values", function()
    for _, value in ipairs {
      "[ ]", "{ }", "[[]]", "[[] ]", "[{} , [ ] ]", '[["]"]]', [==[{"a":{"]":"\"}]"}}]==], "[1,[2,[3 ] ]\n]",
      '{"a":[{"b":[]},{"c":{}} ] , "d" : -1.5e3 }', '{"a":1,"b":[true ] }', "[null]", '[{"a":[]}]',
    } do
      local res = read('"V":' .. value .. ' ,"W":[' .. value .. "]")
      assert.equal(value, res:json "V")
      assert.equal(value, res.W:json(1))
      assert.equal(value, res.V:json())
    end
  end)
end)

describe("numbers", function()
  local host_is_exact = math.type ~= nil -- Lua 5.3 and later: integers of 64 bits

  -- JSON, and what it is where integers have 64 bits, or else 53; text where they do not hold it.
  local integers = {
    { "0", 0, 0 }, { "-0", 0, 0 }, { "1", 1, 1 }, { "-1", -1, -1 }, { "4294967296", 4294967296, 4294967296 },
    { "9007199254740991", 9007199254740991, 9007199254740991 },
    { "9007199254740992", 9007199254740992, 9007199254740992 },
    { "-9007199254740992", -9007199254740992, -9007199254740992 },
    { "9007199254740993", 9007199254740993, "9007199254740993" },
    { "-9007199254740993", -9007199254740993, "-9007199254740993" },
    { "9223372036854775807", math.maxinteger, "9223372036854775807" },
    { "-9223372036854775808", math.mininteger, "-9223372036854775808" },
    { "9223372036854775808", "9223372036854775808", "9223372036854775808" },
    { "-9223372036854775809", "-9223372036854775809", "-9223372036854775809" },
    { "18446744073709551615", "18446744073709551615", "18446744073709551615" },
    { "18446744073709551616", "18446744073709551616", "18446744073709551616" },
    { "18446744073709551617", "18446744073709551617", "18446744073709551617" },
    { "-18446744073709551615", "-18446744073709551615", "-18446744073709551615" },
    { "36893488147419103233", "36893488147419103233", "36893488147419103233" },
    { ("9"):rep(400), ("9"):rep(400), ("9"):rep(400) },
  }
  for _, case in ipairs(integers) do
    it("hold " .. case[1]:sub(1, 24) .. " exactly", function()
      local wanted = host_is_exact and case[2] or case[3]
      if not host_is_exact then wanted = case[3] end
      local value = value_of(case[1])
      assert.equal(wanted, value)
      assert.equal(type(wanted), type(value))
      if host_is_exact and type(value) == "number" then assert.equal("integer", math.type(value)) end
      assert.equal(case[1], read('"V":' .. case[1]):json "V")
      assert.equal("number", read('"V":' .. case[1]):type "V")
    end)
  end

  -- strtod, which tonumber asks, rounds correctly.
  for _, json in ipairs {
    "0.0", "-0.0", "1.0", "1e0", "1E2", "1e+2", "100e-2", "0.1", "-0.1", "3.141592653589793", "1e22", "1e23", "1e-22",
    "123456789012345.6", "9007199254740993.0", "9007199254740993e0", "9223372036854775807.0", "4.35", "0.3e1",
    "2.2250738585072014e-308", "2.2250738585072011e-308", "4.9e-324", "5e-324", "2.4e-324", "1e-400", "0e999999999999",
    "1.7976931348623157e308", "1.7976931348623159e308", "1e309", "-1e400", "1e999999999999999999999", "0.5e-0",
    "1e-999999999999999999999", ("1"):rep(400) .. ".0", "0." .. ("0"):rep(400) .. "1e400", ("1"):rep(900) .. "e-890",
    "0.500000000000000166533453693773481063544750213623046875", "9007199254740992.9999999999999999999999999",
    "1" .. ("0"):rep(900) .. "e-900", "0." .. ("3"):rep(1000), "179769313486231580793e289",
  } do
    it("round " .. json:sub(1, 30) .. " to the nearest double", function()
      local value = value_of(json)
      local wanted = tonumber(json) or tonumber((json:gsub("9+$", "99999"))) -- LuaJIT reads no such exponent
      assert.equal(wanted, value)
      assert.equal(1 / wanted, 1 / value) -- tells 0 from -0
      if host_is_exact then assert.equal("float", math.type(value)) end
    end)
  end
end)

describe("a Response, Object and Array", function()
  local res = tc.parse(BODY, "cvm.DescribeZones")

  it("have a length", function()
    assert.equal(4, #res.List)
    assert.equal(0, #res.List[2].Tags)
    assert.equal(2, #res.List[1])
    assert.equal(18, #res)
  end)

  it("are equal where they show the same place of the same response", function()
    assert.is_true(res.List == res.List)
    assert.is_true(res.List[1] == res.List[1])
    assert.is_true(res == res) -- luacheck: ignore 571
    assert.is_false(res.List[1] == res.List[2])
    assert.is_false(res.List == res.Numbers)
    assert.is_false(res.List == res.Object)
    assert.is_false(res == res.Object)
    assert.is_false(res == tc.parse(BODY))
    assert.is_false(res.List == tc.parse(BODY).List)
    assert.is_false(res.List == tc.null)
    assert.is_false(res.List == tc.registry)
  end)

  it("say what they are", function()
    assert.equal("tencentcloud.Response: cvm.DescribeZones ok r-1", tostring(res))
    assert.equal("tencentcloud.Response: ok r-1", tostring(tc.parse(BODY)))
    assert.equal("tencentcloud.Response: ok", tostring(read ""))
    assert.equal("tencentcloud.Response: cvm.RunInstances A.B r",
      tostring(tc.parse('{"Response":{"Error":{"Code":"A.B"},"RequestId":"r"}}', "cvm.RunInstances")))
    assert.equal("tencentcloud.Array: 4 elements", tostring(res.List))
    assert.equal("tencentcloud.Array: 1 element", tostring(read('"L":[1]').L))
    assert.equal("tencentcloud.Object: 2 members", tostring(res.List[1]))
    assert.equal("tencentcloud.Object: 1 member", tostring(res.Twice))
    assert.equal("tencentcloud.Response", getmetatable(res))
    assert.equal("tencentcloud.Object", getmetatable(res.Object))
    assert.equal("tencentcloud.Array", getmetatable(res.List))
  end)

  it("are read-only, and say what to do", function()
    for _, view in ipairs { res, res.Object, res.List } do
      for _, key in ipairs { "Text", "ok", "new", 1 } do
        assert.error_matches(function() view[key] = 1 end, "a response is read%-only: .*totable%(%)")
      end
      assert.is_false((pcall(setmetatable, view, {})))
      assert.is_false((pcall(rawset, view, "Text", 1)))
    end
    assert.equal("plain", res.Text)
  end)

  it("are read from any coroutine", function()
    local seen = {}
    for i = 1, 3 do
      seen[i] = coroutine.wrap(function()
        for j = 1, 3 do
          coroutine.yield(res.List[j % 2 + 1].Id .. res.Numbers[j])
        end
      end)
    end
    for _, wanted in ipairs { "b10", "a20", "b30" } do
      for i = 1, 3 do assert.equal(wanted, seen[i]()) end
    end
  end)
end)

describe("views", function()
  -- Short bodies are copied into the response, long ones are kept: both in this way.
  for _, padding in ipairs { 0, 5000 } do
    it("outlive the response and its body of over " .. padding .. " bytes", function()
      local views, iterators = {}, {}
      for i = 1, 50 do
        local res = read(('"Pad":"%s","O":{"L":[{"N":%d,"T":"a\\n%d"}]}'):format(("x"):rep(padding), i, i))
        views[i] = i % 2 == 0 and res.O.L[1] or res.O
        iterators[i] = res.O.L:rows("N", "T")
      end
      for _ = 1, 3 do
        collectgarbage()
        local _ = ("y"):rep(1e5)
      end
      for i = 1, 50 do
        assert.equal(i, i % 2 == 0 and views[i].N or views[i].L[1].N)
        local n, text = iterators[i]()
        assert.equal(i, n)
        assert.equal("a\n" .. i, text)
      end
    end)
  end

  it("and responses are given back to the garbage collector", function()
    local weak = setmetatable({}, { __mode = "k" })
    local function use()
      local res = read('"Pad":"' .. ("x"):rep(5000) .. '","L":[{"N":1}]')
      weak[res], weak[res.L], weak[res.L[1]], weak[res:pairs()] = true, true, true, true
    end
    for _ = 1, 10 do use() end
    for _ = 1, 3 do collectgarbage() end
    assert.is_nil(next(weak))
  end)
end)
