-- What src/catalog/wording.c makes of a code's words, in Lua: the specs compare the two.
local glossary = require "catalog.glossary"

local wording = {}

local LONGEST_NAME = 128 -- bytes that are read of a name

local by_spelling, begins = {}, {}
for _, entry in ipairs(glossary.entries) do
  by_spelling[entry.spelling] = entry
  local at = 0
  repeat
    at = entry.spelling:find(" ", at + 1, true)
    begins[entry.spelling:sub(1, (at or 0) - 1)] = true
  until not at
end

---Splits an identifier into its words: a word begins at a capital that follows a small letter or a digit, or that
---follows a capital and stands before a small letter; "." and "_" part words too. A capital before a small letter is
---then made small. "TagQpsLimit" gives "tag qps limit", "VPCNotFound" gives "VPC not found".
---@param identifier string
---@return string
function wording.words(identifier)
  local spaced = identifier:sub(1, LONGEST_NAME):gsub("[^%w]+", " "):gsub("([%l%d])(%u)", "%1 %2")
    :gsub("(%u)(%u%l)", "%1 %2")
  spaced = spaced:gsub("%u%l", string.lower)
  return (spaced:gsub("^ +", ""):gsub(" +$", ""))
end

-- The longest phrase of the glossary that begins at a word, or the word itself.
local function unit_at(words, first)
  local phrase, found, length = "", nil, 1
  for position = first, #words do
    phrase = phrase .. (phrase == "" and "" or " ") .. words[position]:lower()
    if not begins[phrase] then break end
    if by_spelling[phrase] then found, length = by_spelling[phrase], position - first + 1 end
  end
  return found or { english = words[first], chinese = words[first] }, length
end

local function units_of(identifier)
  local words, units, position = {}, {}, 1
  for word in wording.words(identifier):gmatch "%S+" do table.insert(words, word) end
  while position <= #words do
    local unit, length = unit_at(words, position)
    table.insert(units, unit)
    position = position + length
  end
  return units
end

local function repeats(unit, kind)
  local kinds = glossary.repeats[unit.english]
  return kinds and kinds[kind] or false
end

local function says_nothing(unit, kind)
  local kinds = glossary.says[unit.english]
  return unit.role == "error" or repeats(unit, kind) or kinds and kinds[kind] or false
end

local function states_before_last(units)
  for position = 1, #units - 1 do
    if units[position].role == "states" then return true end
  end
  return false
end

-- Leaves out what says nothing, or nothing more than the sentence before it.
local function trim(units, kind)
  while #units > 1 and units[1].role == "error" do table.remove(units, 1) end
  while units[#units] and units[#units].role == "error" and states_before_last(units) do table.remove(units) end
  if #units > 1 and repeats(units[#units], kind) then
    table.remove(units)
  elseif #units > 1 and repeats(units[1], kind) then
    table.remove(units, 1)
  end
  if #units == 1 and says_nothing(units[1], kind) then table.remove(units) end
end

local function leads(text) return text:find("~", 1, true) ~= nil end

-- The end of the words from `first` on that no statement is made of.
local function run_end(units, first, last, language)
  while first <= last and units[first].role ~= "states" and not leads(units[first][language]) do first = first + 1 end
  return first - 1
end

local Writer = {}
Writer.__index = Writer

local function is_ascii(text, at) return text:byte(at) < 128 end

function Writer:write(text, role)
  if self.language == "chinese" and self.role == "denies" then text = text:gsub("^已", "") end
  if text == "" then return end
  local blank = self.language == "english" or self.text ~= "" and (is_ascii(self.text, -1) or is_ascii(text, 1))
  self.text = self.text .. (blank and self.text ~= "" and " " or "") .. text
  self.role = role
end

-- Of two texts the one that is meant by the unit's role.
function Writer:choose(text, first, last)
  local one, other = text:match "^([^|]*)|(.*)$"
  if not one then return text end
  local units = self.units
  local second = units[1].role == "deed"
  if units[first].role == "denies" then second = first < last and units[first + 1].role == "thing" end
  return second and other or one
end

-- Writes the unit at `first`, and with it those up to the one that is returned.
function Writer:unit(first, last)
  local units, language = self.units, self.language
  local text, role = units[first][language], units[first].role
  local next_unit = units[first + 1]
  if not leads(text) then text = self:choose(text, first, last) end
  if language == "chinese" and not leads(text) and first + 2 <= last and next_unit.role == "of" then
    local finish = run_end(units, first + 2, last, language)
    self:range(first + 2, finish)
    self:write(text, role)
    return math.max(finish, first + 1)
  end
  if not leads(text) then
    self:write(text, role)
    return first
  end
  local before, after, alone = text:match "^([^~]*)~([^|]*)|(.*)$"
  local finish = run_end(units, first + 1, last, language)
  if finish == first then
    self:write(alone, role)
    return first
  end
  if before == "" and finish < last then before, after = after, "" end
  self:write(before:gsub(" $", ""), role)
  self:range(first + 1, finish)
  self:write(after:gsub("^ ", ""), role)
  return finish
end

function Writer:range(first, last)
  while first <= last do first = self:unit(first, last) + 1 end
end

---Gives the words of a name in a language, as they stand behind a sentence.
---@param name string the detail of a code, or the whole of it
---@param kind string the code's kind
---@param language "en"|"zh"
---@return string
function wording.of(name, kind, language)
  local units = units_of(name)
  trim(units, kind)
  local writer = setmetatable({ units = units, language = language == "zh" and "chinese" or "english", text = "" },
    Writer)
  writer:range(1, #units)
  return writer.text
end

return wording
