-- Packs strings into blocks that a C string literal may hold. A string that ends another one is stored inside it.

local string_pool = {}

-- C99 promises 4,095 characters in a literal; with its zero byte a block has a round size.
local BLOCK = 4096

---@class catalog.StringPool
---@field blocks string[] each ends with a zero byte, and has at most 4,096 bytes with the literal's own
---@field offsets table<string, integer>

local function distinct(strings)
  local seen, list = {}, {}
  for _, text in ipairs(strings) do
    if not seen[text] then
      seen[text] = true
      table.insert(list, text)
    end
  end
  return list
end

-- The strings that are no end of another one, and for each other string the one that holds it.
local function split_off_ends(strings)
  local reversed, wholes, holders = {}, {}, {}
  for index, text in ipairs(strings) do reversed[index] = text:reverse() end
  table.sort(reversed, function(left, right) return left > right end)
  local whole
  for _, text in ipairs(reversed) do
    if whole and whole:sub(1, #text) == text then
      holders[text:reverse()] = whole:reverse()
    else
      whole = text
      table.insert(wholes, whole:reverse())
    end
  end
  table.sort(wholes)
  return wholes, holders
end

---@param strings string[] in any order, repeated or not; none holds a zero byte
---@return catalog.StringPool
function string_pool.pack(strings)
  local unique = distinct(strings)
  local wholes, holders = split_off_ends(unique)
  local blocks, parts, size, offsets = {}, {}, 0, {}
  for _, text in ipairs(wholes) do
    assert(#text + 1 < BLOCK, "a string is longer than a block")
    if size + #text + 1 >= BLOCK then
      table.insert(blocks, table.concat(parts))
      parts, size = {}, 0
    end
    offsets[text] = #blocks * BLOCK + size
    table.insert(parts, text .. "\0")
    size = size + #text + 1
  end
  table.insert(blocks, table.concat(parts))
  for _, text in ipairs(unique) do
    local whole = holders[text]
    if whole then offsets[text] = offsets[whole] + #whole - #text end
  end
  return { blocks = blocks, offsets = offsets }
end

return string_pool
