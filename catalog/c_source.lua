-- Writes columns of facts as read-only C arrays. The same columns give the same bytes under every Lua.

local string_pool = require "catalog.string_pool"

local c_source = {}

---@class catalog.Column
---@field name string of the array, without its prefix
---@field type "string"|"uint8_t"|"uint16_t"|"uint32_t"
---@field values any[] a string becomes its offset among all strings; { tag, string } gets the tag as highest byte

local LIMITS = { uint8_t = 0xFF, uint16_t = 0xFFFF, uint32_t = 0xFFFFFFFF }
local NUMBERS_PER_LINE = 24
local CHARACTERS_PER_LINE = 100

-- '?' begins a trigraph where two meet; other bytes than printable ASCII are written in octal, always three digits.
local function escape(byte)
  if byte == '"' or byte == "\\" or byte == "?" then return "\\" .. byte end
  return ("\\%03o"):format(byte:byte())
end

local function write_block(out, block)
  out:write("    ")
  for first = 1, #block, CHARACTERS_PER_LINE do
    local piece = block:sub(first, first + CHARACTERS_PER_LINE - 1)
    out:write('"', (piece:gsub('[%c"?\\\128-\255]', escape)), '"\n    ')
  end
  out:write(",\n")
end

local function write_numbers(out, column)
  local limit = LIMITS[column.type]
  for first = 1, #column.values, NUMBERS_PER_LINE do
    local numbers = {}
    for index = first, math.min(first + NUMBERS_PER_LINE - 1, #column.values) do
      local value = column.values[index]
      assert(value >= 0 and value <= limit, column.name .. ": a value is too large for " .. column.type)
      table.insert(numbers, ("%d"):format(value))
    end
    out:write("    ", table.concat(numbers, ", "), ",\n")
  end
end

local TAG = 16777216

local function text_of(value)
  if type(value) == "table" then return value[2], value[1] * TAG end
  return value, 0
end

local function offsets_of(column, pool)
  local offsets = {}
  for index, value in ipairs(column.values) do
    local text, tag = text_of(value)
    assert(pool.offsets[text] < TAG, "the strings leave no room for a tag")
    offsets[index] = pool.offsets[text] + tag
  end
  return { name = column.name, type = "uint32_t", values = offsets }
end

---Writes the C file.
---@param out file*
---@param sizes { [1]: string, [2]: integer }[] names and values of the members of tc_table_sizes
---@param columns catalog.Column[]
function c_source.write(out, sizes, columns)
  local strings = { "" }
  for _, column in ipairs(columns) do
    if column.type == "string" then
      for _, value in ipairs(column.values) do table.insert(strings, (text_of(value))) end
    end
  end
  local pool = string_pool.pack(strings)
  out:write("/* Made by catalog/compile.lua from catalog/: change those, not this. */\n")
  out:write('#include "catalog/catalog_tables.h"\n\nconst tc_table_sizes tc_sizes = {\n')
  for _, size in ipairs(sizes) do out:write(("    .%s = %d,\n"):format(size[1], size[2])) end
  out:write("};\n\nconst char tc_strings[][TC_STRING_BLOCK] = {\n")
  for _, block in ipairs(pool.blocks) do write_block(out, block) end
  out:write("};\n")
  for _, column in ipairs(columns) do
    local numbers = column.type == "string" and offsets_of(column, pool) or column
    -- An empty initializer is no C: a column without values gets a zero that nobody reads.
    if #numbers.values == 0 then numbers = { name = column.name, type = numbers.type, values = { 0 } } end
    out:write(("\nconst %s tc_table_%s[] = {\n"):format(numbers.type, numbers.name))
    write_numbers(out, numbers)
    out:write("};\n")
  end
end

return c_source
