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
  found = found or { english = words[first], chinese = words[first], unknown = true }
  return { english = found.english, chinese = found.chinese, role = found.role, unknown = found.unknown }, length
end

-- The units of a name, each with the place in it where it was found.
local function units_of(identifier)
  local words, places, units, position, at = {}, {}, {}, 1, 1
  for word in wording.words(identifier):gmatch "%S+" do
    at = identifier:find("%w", at)
    table.insert(words, word)
    table.insert(places, at)
    at = at + #word
  end
  while position <= #words do
    local unit, length = unit_at(words, position)
    local last = position + length - 1
    unit.from, unit.to = places[position], places[last] + #words[last] - 1
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

local STATEMENTS = { states = true, vague = true, front = true, hinders = true, asks = true, middle = true }
local function is_statement(unit) return STATEMENTS[unit.role] or false end

-- May it be a part of a parameter's name?
local PLAIN = { thing = true, deed = true, of = true }
local function is_plain(unit) return unit.role == nil or PLAIN[unit.role] or false end

-- Is the error at the end said before, as in "NoBankCardError"?
local function is_repeated_error(units)
  if #units < 2 or units[#units].role ~= "error" then return false end
  if units[#units - 1].role == "error" or units[1].role == "small" then return true end
  for position = 1, #units - 1 do
    if is_statement(units[position]) then return true end
  end
  return false
end

-- Is something said behind the first unit that is more than what that says?
local function is_said_better(units)
  if #units < 2 or units[1].role ~= "vague" then return false end
  for position = 2, #units do
    if is_statement(units[position]) and units[position].role ~= "vague" then return true end
  end
  return false
end

-- Leaves out what says nothing, or nothing more than the sentence before it.
local function trim(units, kind)
  while #units > 1 and units[1].role == "error" do table.remove(units, 1) end
  while is_repeated_error(units) do table.remove(units) end
  if is_said_better(units) then table.remove(units, 1) end
  while #units > 1 and repeats(units[1], kind) do table.remove(units, 1) end
  while #units > 1 and repeats(units[#units], kind) do table.remove(units) end
  if #units == 1 and says_nothing(units[1], kind) then table.remove(units) end
end

-- "TagInvalidKey", "RulesTooMany": what is said of things goes before them.
local function bring_to_front(units)
  for position, unit in ipairs(units) do
    local more = units[position + 1] and is_plain(units[position + 1])
    if unit.role == "vague" or unit.role == "front" or unit.role == "middle" and more then
      for other = position + 1, #units do
        if is_statement(units[other]) then return end
      end
      table.insert(units, 1, table.remove(units, position))
      return
    end
    if not is_plain(unit) then return end
  end
end

-- Units as they are in the name. A server may send any byte in place of a dot.
local function named(name, first, last) return (name:sub(first.from, last.to):gsub("[^%w._]", "")) end

-- The units that may be a parameter's name: without what says only that it is wrong. None, if more is said.
local function plain_units(units)
  local first, last = 1, #units
  local function says_wrong(unit) return unit.role == "vague" or unit.role == "error" end
  while first <= last and says_wrong(units[first]) do first = first + 1 end
  while first <= last and says_wrong(units[last]) do last = last - 1 end
  if first > last then return nil end
  if last < #units and units[first].role == "deed" and units[last + 1].role == "error" then return nil end
  for position = first, last do
    if not is_plain(units[position]) then return nil end
  end
  return first, last
end

local function leads(text) return text:find("~", 1, true) ~= nil end

-- The end of the words from `first` on that no statement is made of.
local function run_end(units, first, last, language)
  while first <= last do
    local unit = units[first]
    if is_statement(unit) or leads(unit[language]) and not is_plain(unit) then break end
    first = first + 1
  end
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

-- Does the unit before a deed ask for its bare form: "not allowed to create", "cannot create"?
local function takes_infinitive(unit)
  return unit.role == "denies" or unit.role == "small" or unit.english:match "^[^~|]*":find " to ?$" ~= nil
end

-- The kinds whose codes say what was not done. Others name things: a limit for writing.
local OF_DEEDS = { failed = true, internal = true, unsupported = true, permission = true }

-- The form of a deed, 1 to 3: "cannot create" it, "creating" it failed, its "creation" failed. One that is written as
-- its noun is, too, is a deed for sure only where it failed.
function Writer:form(at, last, forms)
  local units, finish = self.units, self.units[#self.units]
  if at > 1 and takes_infinitive(units[at - 1]) then return 1 end
  if at == last or not is_plain(units[at + 1]) then return 3 end
  if at > 1 and units[at - 1].role ~= "hinders" then return 1 end
  if is_plain(finish) then return OF_DEEDS[self.kind] and forms[1] ~= forms[3] and 2 or 1 end
  return (finish.role == "error" or finish.role == "hinders") and 2 or 1
end

-- Of several texts the one that is meant by the unit's role.
function Writer:choose(text, first, last)
  local forms = {}
  for form in (text .. "|"):gmatch "([^|]*)|" do table.insert(forms, form) end
  if #forms == 1 then return text end
  local units, role = self.units, self.units[first].role
  if role == "deed" then return forms[self:form(first, last, forms)] end
  if role == "asks" then return forms[self.kind == "parameter" and 2 or 1] end
  if role == "denies" then return forms[first < last and units[first + 1].role == "thing" and 2 or 1] end
  local deed = units[1].role == "deed" and (self.language == "chinese" or units[1].english:find("|", 1, true))
  return forms[deed and 2 or 1]
end

-- The end of the units from `first` on that Chinese writes as they are in the name, for one of them has no Chinese.
-- What is in capitals is an abbreviation, and needs none.
function Writer:named_end(first, last)
  if self.language ~= "chinese" then return nil end
  local finish, unknown = first - 1, false
  while finish < last and is_plain(self.units[finish + 1]) do
    finish = finish + 1
    local unit = self.units[finish]
    unknown = unknown or unit.unknown and unit.chinese:find "%l" ~= nil
  end
  local leading_deed = first == 1 and self.units[first].role == "deed"
  return unknown and not leading_deed and finish or nil
end

-- Writes units as they are in the name; what stood between them, and is elsewhere now, leaves a blank.
function Writer:named(first, last)
  local from = first
  for position = first, last do
    local unit, next_unit = self.units[position], self.units[position + 1]
    if position == last or next_unit.from - unit.to > 2 then
      self:write(named(self.name, self.units[from], unit), nil)
      from = position + 1
    end
  end
  return last
end

-- Writes the unit at `first`, and with it those up to the one that is returned.
function Writer:unit(first, last)
  local units, language = self.units, self.language
  local named_end = self:named_end(first, last)
  if named_end then return self:named(first, named_end) end
  local text, role = units[first][language], units[first].role
  local next_unit = units[first + 1]
  if not leads(text) then text = self:choose(text, first, last) end
  if language == "chinese" and not leads(text) and first + 2 <= last and next_unit.role == "of" then
    local finish = run_end(units, first + 2, last, language)
    self:write(next_unit[language], next_unit.role)
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
  if before == "" and finish < last and is_statement(units[first]) then before, after = after, "" end
  self:write(before:match "^ *(.-) *$", role)
  self:range(first + 1, finish)
  self:write(after:match "^ *(.-) *$", role)
  return finish
end

function Writer:range(first, last)
  while first <= last do first = self:unit(first, last) + 1 end
end

---Gives the words of a name in a language, as they stand behind a sentence, and whether they are no more than a name.
---@param name string the detail of a code, or the whole of it
---@param kind string the code's kind
---@param language "en"|"zh"
---@param names_parameter boolean? is the detail a parameter's name, if it has no other words?
---@return string
---@return boolean plain
function wording.of(name, kind, language, names_parameter)
  local units = units_of(name)
  trim(units, kind)
  local first, last = plain_units(units)
  if names_parameter and first then return named(name, units[first], units[last]), true end
  bring_to_front(units)
  local plain = #units > 0
  for _, unit in ipairs(units) do plain = plain and is_plain(unit) end
  local writer = setmetatable({ units = units, language = language == "zh" and "chinese" or "english", text = "",
    name = name, kind = kind }, Writer)
  writer:range(1, #units)
  return writer.text, plain
end

return wording
