-- Takes a name apart into the words that the classification knows: "CertificateHasNotFound" has the words "have", "not"
-- and "find". src/catalog/words.c is the same in C.
local lexicon = require "catalog.lexicon"

local words = {}

words.MAX = 24 -- words of a name that are looked at; the longest of the catalog has 15
words.UNKNOWN = "?" -- stands for a word that says nothing, so that its neighbours are not taken for neighbours
words.DIGITS = "#" -- stands for digits

local SHORT = 4 -- letters: a shorter word is found inside a longer one only if all the rest is known, too
local SPLIT_MIN = 5 -- letters of a word that may be several, or a typing error
local FAR_MIN = 8 -- letters of a word that may have a wrong letter, not only a missing, doubled or exchanged one

words.LONGEST = 0 -- bytes of a name; what is longer than any code can be is not looked at
for _, limit in ipairs(require("catalog.vocabulary").limits) do
  if limit.name == "name" then words.LONGEST = limit.value end
end

local form_of, spellings = lexicon.form_of, lexicon.spellings

---Splits a name where its letters say that a word begins: at a capital after a lower-case letter, and at the last of
---several capitals before a lower-case letter. Digits are a word of their own, always the same one. What is neither
---only separates.
---@param name string
---@return string[] parts in lower case
function words.split(name)
  local parts = {}
  for run in name:gmatch "%w+" do
    for letters, digits in run:gmatch "(%a*)(%d*)" do
      local first = 1
      for at = 2, #letters do
        local begins = letters:find("^%u", at) and (letters:find("^%l", at - 1) or letters:find("^%l", at + 1))
        if begins then
          table.insert(parts, letters:sub(first, at - 1):lower())
          first = at
        end
      end
      if letters ~= "" then table.insert(parts, letters:sub(first):lower()) end
      if digits ~= "" then table.insert(parts, words.DIGITS) end
    end
  end
  return parts
end

-- "TimeOut" is one word in two parts, and "Un" is the beginning of one.
local function join(parts)
  local joined, at = {}, 1
  while at <= #parts do
    local pair = parts[at + 1] and parts[at] .. parts[at + 1]
    if pair and parts[at + 1] ~= words.DIGITS and (parts[at] == "un" or #pair >= SPLIT_MIN and form_of[pair]) then
      table.insert(joined, pair)
      at = at + 2
    else
      table.insert(joined, parts[at])
      at = at + 1
    end
  end
  return joined
end

-- What is left of a word without an ending; the endings stand in the order in which they are tried.
local ENDINGS = {
  { "ies", "y" }, { "es", "" }, { "s", "" }, { "ed", "" }, { "ed", "e" }, { "ing", "" }, { "ing", "e" },
}

local function without_ending(word)
  for _, ending in ipairs(ENDINGS) do
    local cut, put = ending[1], ending[2]
    if #word > #cut + 2 and word:sub(-#cut) == cut then
      local stem = word:sub(1, -#cut - 1)
      if form_of[stem .. put] then return form_of[stem .. put] end
      local single = put == "" and stem:match "^(.+(%a))%2$" -- "stopp" of "stopped"
      if single and form_of[single] then return form_of[single] end
    end
  end
end

local function known(word)
  return form_of[word] or without_ending(word)
end

-- The words that a word without capitals is made of, found from its end, the longest one each time: "instancenotexist".
-- Gives nil if something remains, for then it may be any word: "discount" has no count. Only a negation is sure enough.
local function take_apart(word)
  local tail, sure, long = {}, false, false
  while not known(word) do
    local last
    for at = 3, #word - 1 do
      last = form_of[word:sub(at)]
      local short = #word - at + 1 < SHORT
      if last and (not short or known(word:sub(1, at - 1)) or (last == "not" and #tail > 0)) then
        table.insert(tail, 1, last)
        word, sure, long = word:sub(1, at - 1), sure or last == "not", long or not short
        break
      end
      last = nil
    end
    if not last then
      if not sure then return nil end
      table.insert(tail, 1, words.UNKNOWN)
      return tail
    end
  end
  if not (sure or long or #word >= SHORT) then return nil end -- "opend" is no "op" and "end"
  table.insert(tail, 1, known(word))
  return tail
end

-- Is one letter missing, too many or wrong, or are two neighbours exchanged? The first letter is always right.
local function one_mistake(word, right)
  local length, difference = #word, #word - #right
  local at = 1
  while at <= length and word:byte(at) == right:byte(at) do at = at + 1 end
  if at == 1 then return false end
  if difference == 1 then return word:sub(at + 1) == right:sub(at) end
  if difference == -1 then return word:sub(at) == right:sub(at + 1) end
  if difference ~= 0 then return false end
  local exchanged = word:sub(at, at + 1) == right:sub(at, at + 1):reverse()
  if exchanged and word:sub(at + 2) == right:sub(at + 2) then return true end
  return length >= FAR_MIN and word:sub(at + 1) == right:sub(at + 1)
end

local function mistyped(word)
  for _, right in ipairs(spellings) do
    if #right >= SPLIT_MIN and one_mistake(word, right) then return form_of[right] end
  end
end

-- Adds the known words of one part.
local function add(list, part)
  if part == words.DIGITS then
    table.insert(list, part)
    return
  end
  local form = known(part)
  if form then
    if form ~= lexicon.FILLER then table.insert(list, form) end
    return
  end
  local rest = part:match "^un(%a%a%a+)$"
  form = rest and known(rest)
  if form and form ~= lexicon.FILLER then
    table.insert(list, "not")
    table.insert(list, form)
    return
  end
  local pieces = #part >= SPLIT_MIN and (take_apart(part) or { mistyped(part) })
  for _, piece in ipairs(pieces or {}) do
    if piece ~= lexicon.FILLER then table.insert(list, piece) end
  end
  if not pieces or #pieces == 0 then table.insert(list, words.UNKNOWN) end
end

-- "IsTraining" says that something is under way, whatever it is.
local function is_ongoing(before, part)
  return (before == "is" or before == "are") and #part > 5 and part:sub(-3) == "ing" and not known(part)
end

---Gives the words of a name, each in the one form that the rules use. What is longer than any code can be has none.
---@param name string
---@return string[] list
function words.of(name)
  local list = {}
  if #name > words.LONGEST then return list end
  local before
  for _, part in ipairs(join(words.split(name))) do
    add(list, is_ongoing(before, part) and "ongoing" or part)
    before = part
    if #list >= words.MAX then break end
  end
  for at = #list, words.MAX + 1, -1 do table.remove(list, at) end
  return list
end

return words
