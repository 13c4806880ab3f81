-- Input made to hurt: deep, huge, repeated, malformed, and made to spoil a log or to show a secret.

local tc = require "tencentcloud"

local function answer(fields) return '{"Response":{' .. fields .. "}}" end

describe("depth:", function()
  local shapes = {
    { "arrays", "[", "]" },
    { "objects", '{"k":', "}" },
    { "arrays in objects", '{"k":[', "]}" },
    { "indented arrays", "[\n ", " ]\n" },
  }
  for _, shape in ipairs(shapes) do
    local name, open, close = shape[1], shape[2], shape[3]
    local per_piece = open:find "{.*%[" and 2 or 1

    it("1,024 levels of " .. name .. " are read", function()
      local count = 1022 / per_piece -- beside Response
      local body = answer('"D":' .. open:rep(count) .. "1" .. close:rep(count))
      local res = assert(tc.parse(body))
      local value, levels = res.D, 2
      while type(value) == "userdata" do value, levels = value.k or value[1], levels + 1 end
      assert.equal(1, value)
      assert.equal(1024, levels)
      assert.equal("table", type(res:totable().D))
    end)

    for _, levels in ipairs { 1026, 1000000 } do
      it(levels .. " levels of " .. name .. " are rejected at the 1,025th", function()
        for _, start in ipairs { "", '{"Response":{"D":' } do
          local count = math.ceil((levels - (start == "" and 0 or 2)) / per_piece)
          local _, err = tc.parse(start .. open:rep(count) .. "1" .. close:rep(count))
          local before = 1024 - (start == "" and 0 or 2) -- levels that are read
          local at = #start + #open * math.floor(before / per_piece) + 1
          assert.equal("ClientError.ParseJsonError", err.code)
          assert.equal(at, err.offset)
          assert.is_truthy(err.message:find("1024 levels deep at most", 1, true))
        end
      end)
    end
  end

  it("1,025 levels are rejected, and a million openings without an end", function()
    local _, err = tc.parse(("["):rep(1025) .. ("]"):rep(1025))
    assert.equal(1025, err.offset)
    _, err = tc.parse(("["):rep(1000000))
    assert.equal(1025, err.offset)
    assert.equal("ClientError.ResponseError", select(2, tc.parse(("["):rep(1024) .. ("]"):rep(1024))).code)
  end)
end)

describe("size:", function()
  it("a million keys are found, walked and put into a table", function()
    local block, blocks = {}, {}
    for i = 0, 999 do block[i + 1] = ('"K@%03d":@%03d'):format(i, i) end
    local template = table.concat(block, ",")
    for i = 1, 1000 do blocks[i] = template:gsub("@", i) end
    local res = assert(tc.parse(answer(table.concat(blocks, ","))))
    assert.equal(1000000, #res)
    for _, i in ipairs { 1000, 1001, 500000, 1000998, 1000999 } do assert.equal(i, res["K" .. i]) end
    assert.is_nil(res.K999)
    local sum = 0
    for _, value in res:pairs() do sum = sum + value end
    assert.equal((1000 + 1000999) * 500000, sum)
    local copy = res:totable()
    assert.equal(777777, copy.K777777)
    collectgarbage()
  end)

  it("of a key that stands half a million times the last counts", function()
    local code = '"Error":{"Code":"A.B"},'
    local res = assert(tc.parse(answer(code:rep(500000) .. '"Error":{"Code":"C.D"}')))
    assert.equal("C.D", res.code)
    assert.same({ Error = { Code = "C.D" } }, res:totable())
  end)

  it("an integer of a million digits is its text", function()
    local digits = ("1234567890"):rep(100000)
    local res = assert(tc.parse(answer('"N":' .. digits .. ',"M":-' .. digits)))
    assert.equal(digits, res.N)
    assert.equal("-" .. digits, res.M)
  end)

  it("reals with a million digits are rounded", function()
    local zeros, ones = ("0"):rep(1000000), ("1"):rep(1000000)
    local res = assert(tc.parse(answer(('"A":1%s.0,"B":0.%s1,"C":0.%s,"D":1%se-1000000,"E":0.%s1e1000001,"F":1e%s')
      :format(zeros, zeros, ones, zeros, zeros, ones))))
    assert.equal(1 / 0, res.A)
    assert.equal(0, res.B)
    assert.equal(1 / 9, res.C)
    assert.equal(1, res.D)
    assert.equal(1, res.E)
    assert.equal(1 / 0, res.F)
  end)

  it("an exponent of a million digits is infinity or nothing", function()
    local nines = ("9"):rep(1000000)
    local fields = ('"A":1e%s,"B":-1e%s,"C":1e-%s,"D":0e%s'):format(nines, nines, nines, nines)
    local res = assert(tc.parse(answer(fields)))
    assert.same({ 1 / 0, -1 / 0, 0, 0 }, { res.A, res.B, res.C, res.D })
  end)

  it("a million escape sequences are decoded, in a value and in a key", function()
    local value, key = ("\\u00e9\\n"):rep(500000), ("\\t"):rep(300000)
    local res = assert(tc.parse(answer(('"A":"%s","%s":1'):format(value, key))))
    assert.equal(("\195\169\n"):rep(500000), res.A)
    assert.equal(1, res[("\t"):rep(300000)])
    assert.is_nil(res[("\t"):rep(299999)])
  end)

  local function free_bytes()
    local file = io.open "/proc/meminfo"
    if not file then return 0 end
    local kilobytes = file:read("*a"):match "MemAvailable:%s*(%d+)"
    file:close()
    return (tonumber(kilobytes) or 0) * 1024
  end

  -- Once is enough: it takes 1 GiB.
  if _VERSION == "Lua 5.4" then
    it("256 MiB are read, and not a byte more", function()
      if free_bytes() < 3 * 2 ^ 30 then return pending "less than 3 GiB of memory are free" end
      local start, finish = '{"Response":{"A":1,"T":"', '","RequestId":"r"}}'
      local body = start .. ("x"):rep(0x10000000 - #start - #finish) .. finish
      local res = assert(tc.parse(body))
      assert.equal(1, res.A)
      assert.equal("r", res.request_id)
      local too_long = body .. " "
      body, res = nil, nil -- luacheck: ignore 311
      collectgarbage()
      local none, err = tc.parse(too_long)
      assert.is_nil(none)
      assert.equal("ClientError.ParseJsonError", err.code)
      assert.is_nil(err.offset)
      assert.is_truthy(err.message:find("256 MiB", 1, true))
      assert.equal(err, select(2, tc.check(too_long)))
      too_long = nil -- luacheck: ignore 311
      collectgarbage()
    end)
  end
end)

describe("a log", function()
  -- A text of the server's: as it may stand in a body, or as escape sequences.
  local function texts()
    local all = {}
    for byte = 0, 0x9F do
      if byte < 0x20 or byte >= 0x7F then all[#all + 1] = ("a\\u%04xb"):format(byte) end
    end
    for point = 0x80, 0x9F do all[#all + 1] = "a\194" .. string.char(point) .. "b" end
    for _, text in ipairs {
      "\127", "\226\128\174", "\226\128\168", "\226\129\166", "\239\187\191",
      "\\u202e", "\\u2028", "\\ufeff", "\\u0000",
      "\\n\\nFATAL: all is lost", "\\u001b[2J\\u001b[31m", "\\r\\nSet-Cookie: a=b",
    } do
      all[#all + 1] = text
    end
    return all
  end

  local function assert_safe(line)
    assert.is_nil(line:find "[%z\1-\31\127]")
    assert.is_nil(line:find "\194[\128-\159]")
    for _, mark in ipairs { "\226\128\174", "\226\128\168", "\226\129\166", "\239\187\191" } do
      assert.is_nil(line:find(mark, 1, true))
    end
  end

  it("stays one line of plain text, whatever the server sends", function()
    for _, text in ipairs(texts()) do
      local failed = ('"Error":{"Code":"%s","Message":"%s"},"RequestId":"%s"'):format(text, text, text)
      local res = assert(tc.parse(answer(failed)))
      for _, line in ipairs { tostring(res), tostring(res.error), tostring(res.error.entry) } do assert_safe(line) end
      res = assert(tc.parse(answer(('"RequestId":"%s"'):format(text))))
      assert_safe(tostring(res))
    end
  end)

  it("stays so for bodies that are no answer", function()
    for byte = 0, 255 do
      local char = string.char(byte)
      for _, body in ipairs {
        char, char .. "{", "{" .. char, '{"a"' .. char, '{"a":1' .. char, "[1" .. char, '"\\' .. char, "1" .. char,
        '"' .. char .. "\1", '{"' .. char .. '":1}',
        '{"code":"' .. char .. '","message":1,"codeDesc":"' .. char .. '"}',
      } do
        local res, err = tc.parse(body, nil, 500)
        assert.is_nil(res)
        assert_safe(err.message)
        assert_safe(tostring(err))
      end
    end
  end)
end)

describe("a secret", function()
  local SECRET = "s3cr3t"
  local padding = ("p"):rep(64)

  it("behind byte 64 of what is wrong, or before it, is in no message", function()
    for _, body in ipairs {
      padding .. SECRET, "<" .. padding .. SECRET, "[" .. padding .. SECRET, "{" .. padding .. SECRET,
      "tr" .. padding .. SECRET, "-" .. padding .. SECRET, "0" .. padding .. SECRET, "01" .. padding .. SECRET,
      '{"SecretKey":"' .. SECRET .. '" x' .. padding .. SECRET, '{"SecretKey":"' .. SECRET,
      '{"SecretKey":"' .. SECRET .. "\1",
      '{"SecretKey":"' .. SECRET .. "\\q" .. padding .. SECRET, '{"' .. SECRET .. '" ' .. padding .. SECRET,
      '["' .. SECRET .. '" ' .. padding .. SECRET,
      '"' .. SECRET .. '"', '["' .. SECRET .. '"]', '{"Response":"' .. SECRET .. '"}', '{"A":"' .. SECRET .. '"}',
      '{"' .. padding .. SECRET .. '":1}', '{"A":1,"' .. SECRET .. '":1}',
      '{"code":"' .. padding .. SECRET .. '","message":"' .. SECRET .. '","codeDesc":"' .. padding .. SECRET .. '"}',
      '{"code":{"a":"' .. SECRET .. '"},"message":["' .. SECRET .. '"],"codeDesc":["' .. SECRET .. '"]}',
      ("["):rep(1025) .. padding .. SECRET, "[1] " .. padding .. SECRET, "\239\187\191" .. padding .. SECRET,
    } do
      for _, status in ipairs { 200, 500 } do
        local res, err = tc.parse(body, "cam.CreateAccessKey", status)
        assert.is_nil(res)
        assert.is_nil(err.message:find(SECRET, 1, true), err.message)
        assert.is_nil(tostring(err):find(SECRET, 1, true))
      end
    end
  end)

  it("is hidden by what is quoted: 64 bytes of the body at most, in all", function()
    -- Letters that no message of ours has.
    local foreign = "\195\169"
    local text = foreign:rep(100)
    for _, body in ipairs {
      text, "[" .. text, '{"a":1' .. text, '{"' .. text .. '":1}',
      '{"A":"' .. text .. '","code":"' .. text .. '","message":1}',
      '{"code":"' .. text .. '","message":"' .. text .. '","codeDesc":"' .. text .. '"}',
      '{"code":1,"message":"' .. text .. '","codeDesc":"' .. text .. '"}',
    } do
      local _, err = tc.parse(body)
      local _, count = err.message:gsub(foreign, "")
      assert.is_true(count > 0 and count * #foreign <= 64, err.message)
    end
  end)

  it("is in no text of a response or view", function()
    local res = tc.parse(answer(('"SecretKey":"%s","L":["%s"],"O":{"%s":1}'):format(SECRET, SECRET, SECRET)))
    for _, view in ipairs { res, res.L, res.O, res.L:ipairs() } do
      assert.is_nil(tostring(view):find(SECRET, 1, true))
    end
    assert.is_nil(select(2, pcall(function() res.SecretKey = 1 end)):find(SECRET, 1, true))
    assert.is_nil(select(2, pcall(res.rows, res, "SecretKey", "Id")):find(SECRET, 1, true))
  end)
end)
