-- Breaks text into lines by the columns that it fills on a terminal. A Chinese character fills two, and a line may
-- end after it.

-- Marks that do not begin a line, and those that do not end one.
local CLOSING, OPENING = {}, {}
for mark in ("。 ， 、 ； ： ！ ？ ） 」 』 ” 》"):gmatch "%S+" do CLOSING[mark] = true end
for mark in ("（ 「 『 “ 《"):gmatch "%S+" do OPENING[mark] = true end

local CHARACTER = "[%z\1-\127\192-\255][\128-\191]*"

-- From U+2E80 on, where the scripts of East Asia begin.
local function is_wide(character)
  local first, second = character:byte(1, 2)
  return first > 0xE2 or first == 0xE2 and second >= 0xBA
end

local wrap = {}

---The columns that a text fills.
---@param text string UTF-8
---@return integer
function wrap.width(text)
  local width = 0
  for character in text:gmatch(CHARACTER) do width = width + (is_wide(character) and 2 or 1) end
  return width
end

-- Cuts a word where a line may end in it.
local function cut(word)
  local pieces, piece, after_wide, after_opening = {}, "", false, false
  for character in word:gmatch(CHARACTER) do
    local wide, opens, closes = is_wide(character), OPENING[character], CLOSING[character]
    if piece ~= "" and (wide or opens or after_wide) and not closes and not after_opening then
      table.insert(pieces, piece)
      piece = ""
    end
    piece, after_wide, after_opening = piece .. character, wide or closes, opens
  end
  table.insert(pieces, piece)
  return pieces
end

---@param text string UTF-8; any white space parts words
---@param width integer columns of a line; a longer word is not cut
---@return string[] lines at least one
function wrap.lines(text, width)
  local lines, line, filled = {}, "", 0
  for word in text:gmatch "%S+" do
    for i, piece in ipairs(cut(word)) do
      local space = i == 1 and filled > 0 and 1 or 0
      local size = wrap.width(piece)
      if filled > 0 and filled + space + size > width then
        table.insert(lines, line)
        line, filled, space = "", 0, 0
      end
      line, filled = line .. (" "):rep(space) .. piece, filled + space + size
    end
  end
  table.insert(lines, line)
  return lines
end

return wrap
