-- totable: the same table that cjson.decode gives, but for integers, which stay exact.

local tc = require "tencentcloud"
local core = require "tencentcloud.core"
local cjson = require "cjson"
local cjson_reading = require "spec.support.cjson_reading"

local function assert_same(body)
  local res = assert(tc.parse(body))
  local wanted = cjson_reading.decode(body).Response
  assert.is_nil(cjson_reading.difference(res:totable(), wanted), body:sub(1, 200))
end

local function answer(fields) return '{"Response":{' .. fields .. "}}" end

describe("totable equals cjson.decode for", function()
  local cases = {
    { "no field", "" },
    { "null", '"A":null,"B":[null,null],"C":{"D":null}' },
    { "booleans", '"A":true,"B":[false,true]' },
    { "empty arrays and objects", '"A":[],"B":{},"C":[[],{}],"D":{"E":[]}' },
    { "text", [=["A":"","B":"plain","C":"\u0041\n\"","D":"根据","\u0045":["\ud83d\ude00"]]=] },
    { "zero bytes in text and keys", [["A\u0000B":"C\u0000D","A":1]] },
    { "text longer than any small room", '"A":"' .. ("x\\n"):rep(5000) .. '","B\\t' .. ("y"):rep(600) .. '":1' },
    { "integers", '"A":0,"B":-0,"C":-12,"D":9007199254740993,"E":18446744073709551617,"F":[1,2,3]' },
    { "reals", '"A":0.1,"B":-1.5e300,"C":1e-320,"D":1e999,"E":123456789.123456789,"F":1E2' },
    { "keys that stand twice", '"A":1,"A":2,"B":1,"B":null,"C":{"D":1,"D":[]},"E":[1],"E":{}' },
    { "keys that are numbers", '"1":1,"2":{"1":[1]}' },
    { "nested values", '"A":[{"B":[{"C":[[[1],2],3]},4]},5],"D":{"E":{"F":{"G":[]}},"H":6}' },
    { "a list of many", '"L":[' .. ('{"N":1,"T":"t","E":[]},'):rep(3000) .. "null]" },
  }
  for _, case in ipairs(cases) do
    it(case[1], function() assert_same(answer(case[2])) end)
  end

  for levels = 1, 3 do
    it(("arrays and objects that close %d levels at once"):format(levels), function()
      assert_same(answer('"A":' .. ('{"k":['):rep(levels) .. ("]}"):rep(levels) .. ',"B":1'))
      assert_same(answer('"A":' .. ("[1,["):rep(levels) .. ("],2]"):rep(levels)))
    end)
  end

  it("every example answer", function()
    for _, name in ipairs {
      "cam.ListUsers.denied", "cls.SearchLog.busy", "cls.SearchLog.page", "cvm.DescribeInstances.list",
      "cvm.DescribeInstancesStatus.empty", "cvm.DescribeInstancesStatus.signature", "cvm.RunInstances.sold-out",
      "cvm.TerminateInstances.not-found", "sms.SendSms.partly", "tms.TextModeration.pass",
      "tms.TextModeration.throttled",
    } do
      local file = assert(io.open("examples/answers/" .. name .. ".json", "rb"))
      assert_same(file:read "*a")
      file:close()
    end
  end)

  it("1,024 levels", function()
    local body = answer('"A":' .. ("["):rep(1022) .. "7" .. ("]"):rep(1022))
    assert_same(body)
    assert_same(answer('"A":' .. ('{"k":'):rep(1022) .. "7" .. ("}"):rep(1022)))
    local value = tc.parse(body):totable().A
    for _ = 1, 1022 do
      assert.equal(1, #value)
      value = value[1]
    end
    assert.equal(7, value)
  end)
end)

describe("totable", function()
  it("of an object or array gives its part", function()
    local res = tc.parse(answer '"O":{"A":[1,{"B":2}]},"E":[],"N":3')
    assert.same({ A = { 1, { B = 2 } } }, res.O:totable())
    assert.same({ 1, { B = 2 } }, res.O.A:totable())
    assert.same({ B = 2 }, res.O.A[2]:totable())
    assert.same({}, res.E:totable())
    assert.same({ O = { A = { 1, { B = 2 } } }, E = {}, N = 3 }, res:totable())
  end)

  it("gives null as cjson.null", function()
    assert.equal(cjson.null, tc.null)
    assert.equal(cjson.null, tc.parse(answer '"A":null'):totable().A)
  end)

  it("keeps integers exact, and integers", function()
    local ids = tc.parse(answer '"A":[4503599627370497,9007199254740993,18446744073709551615]'):totable().A
    assert.equal("4503599627370497", ("%d"):format(ids[1]))
    assert.equal("9007199254740993", tostring(ids[2]))
    assert.equal("18446744073709551615", ids[3])
    if math.type then
      assert.equal("integer", math.type(ids[1]))
      assert.equal("float", math.type(tc.parse(answer '"A":1.0'):totable().A))
    end
  end)

  -- In 5.1 and LuaJIT a C function is promised more of the stack than the deepest body takes.
  if _VERSION >= "Lua 5.3" then
    local res = tc.parse(answer('"A":' .. ("["):rep(900) .. ("]"):rep(900)))
    local function copy(...) return res:totable(), (...) end
    local function copy_with(slots) return copy(table.unpack({}, 1, slots)) end

    it("raises a stack overflow where the Lua stack is as large as it may be", function()
      assert.equal("table", type(copy_with(1000000 - 5000)))
      local ok, message = pcall(copy_with, 1000000 - 500)
      assert.is_false(ok)
      assert.matches("stack overflow", message)
    end)

    -- What is left decides which of the steps on the way down finds the stack full.
    it("raises nothing else, however little is left of the stack", function()
      local overflows = 0
      for left = 300, 3300, 50 do
        local ok, result = pcall(copy_with, 1000000 - left)
        if not ok then
          overflows = overflows + 1
          assert.matches("stack overflow", result)
        end
      end
      assert.is_true(overflows > 5 and overflows < 60, overflows)
    end)
  end

  it("gives a new table each time, which can be changed and encoded", function()
    local res = tc.parse(answer '"A":{"B":1}')
    local first = res:totable()
    first.A.B = 2
    assert.equal(1, res:totable().A.B)
    assert.equal(1, res.A.B)
    assert.equal('{"A":{"B":2}}', cjson.encode(first))
  end)

  describe("marks empty arrays", function()
    after_each(function() core.set_empty_array_metatable(cjson.empty_array_mt) end)

    it("as cjson does, where it can", function()
      local got = tc.parse(answer '"A":[],"B":{},"C":[1]'):totable()
      assert.equal(cjson.empty_array_mt, getmetatable(got.A))
      assert.is_nil(getmetatable(got.B))
      assert.is_nil(getmetatable(got.C))
    end)

    it("with the metatable that was set, and no other table", function()
      local mark = { __name = "empty" }
      core.set_empty_array_metatable(mark)
      local res = tc.parse(answer '"A":[],"B":{},"C":[1],"D":[[]]')
      local got = res:totable()
      assert.equal(mark, getmetatable(got.A))
      assert.equal(mark, getmetatable(got.D[1]))
      assert.equal(mark, getmetatable(res.A:totable()))
      for _, other in ipairs { got, got.B, got.C, got.D } do assert.is_nil(getmetatable(other)) end
      core.set_empty_array_metatable(nil)
      assert.is_nil(getmetatable(res:totable().A))
    end)

    it("with nothing but a table", function()
      for _, wrong in ipairs { 5, "x", true, print } do
        assert.error_matches(function() core.set_empty_array_metatable(wrong) end,
          "bad argument #1 to '.-' %(metatable: table or nil expected%)")
      end
    end)
  end)
end)
