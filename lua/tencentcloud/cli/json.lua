-- JSON whose keys keep their order: cjson encodes the scalars, the rest is put together here.

local cjson = require "cjson"
local core = require "tencentcloud.core"

local Object, Array = {}, {}

local json = { null = cjson.null }

---@param pairs_in_order {[1]: string, [2]: any}[] a value of nil is written as null
function json.object(pairs_in_order)
  return setmetatable(pairs_in_order, Object)
end

---@param list any[]
function json.array(list)
  return setmetatable(list, Array)
end

local SIZES = { { 0xF8, 1 }, { 0xF0, 4 }, { 0xE0, 3 }, { 0xC0, 2 } } -- of a sequence, by its first byte

local function size_of(first)
  for _, size in ipairs(SIZES) do
    if first >= size[1] then return size[2] end
  end
  return 1
end

local LEAST = { 0, 0x80, 0x800, 0x10000 } -- code points of 1, 2, 3, 4 bytes begin here

-- The code point of a sequence of UTF-8; nil where it is none.
local function point_of(sequence)
  local size, point = #sequence, sequence:byte()
  if size == 1 or size ~= size_of(point) then return nil end
  point = point % 2 ^ (7 - size)
  for i = 2, size do point = point * 64 + sequence:byte(i) % 64 end
  local is_surrogate = point >= 0xD800 and point < 0xE000
  return point >= LEAST[size] and point < 0x110000 and not is_surrogate and point or nil
end

-- JSON can be looked at in a terminal, too: what Printer:line escapes is escaped here, in the way of JSON. Bytes that
-- are not UTF-8 cannot be in JSON at all.
local function escaped(sequence)
  if core.quote(sequence) == sequence then return sequence end
  local point = point_of(sequence)
  if not point then return ("\\ufffd"):rep(#sequence) end
  if point < 0x10000 then return ("\\u%04x"):format(point) end
  point = point - 0x10000
  return ("\\u%04x\\u%04x"):format(0xD800 + math.floor(point / 0x400), 0xDC00 + point % 0x400)
end

-- Escapes in a run of bytes that are not ASCII.
local function escape_run(run)
  local parts, at = {}, 1
  while at <= #run do
    local sequence = run:match("^.[\128-\191]*", at):sub(1, size_of(run:byte(at)))
    parts[#parts + 1] = escaped(sequence)
    at = at + #sequence
  end
  return table.concat(parts)
end

-- cjson writes "/" as "\/", which is right but hard to read.
local function scalar(value)
  if value == nil then return "null" end
  return (cjson.encode(value):gsub("\\/", "/"):gsub("[\128-\255]+", escape_run))
end

---@param value any what object and array made, a string, number, boolean or nil
---@return string
function json.encode(value)
  local kind = type(value) == "table" and getmetatable(value)
  local parts = {}
  if kind == Object then
    for i, pair in ipairs(value) do parts[i] = scalar(pair[1]) .. ":" .. json.encode(pair[2]) end
    return "{" .. table.concat(parts, ",") .. "}"
  elseif kind == Array then
    for i, item in ipairs(value) do parts[i] = json.encode(item) end
    return "[" .. table.concat(parts, ",") .. "]"
  end
  return scalar(value)
end

return json
