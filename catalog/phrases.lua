-- Phrases of the word rules: words in a row, "not exist"; `|` between words that will do ("not" is "no", too), `..`
-- where any words may stand, `^` and `$` for the detail's ends, `?` for any one word, `#` for digits, `*` alone for any
-- detail.
local lexicon = require "catalog.lexicon"
local words = require "catalog.words"

local phrases = {}

---@class catalog.Phrase a phrase without choices
---@field words string[]
---@field gaps boolean[] may words stand before the one at this place?
---@field start boolean does it begin where the detail does?
---@field finish boolean

local function check(word, phrase)
  if word == words.UNKNOWN or word == words.DIGITS or lexicon.form_of[word] == word then return word end
  error(("the phrase '%s' has '%s', which is no form of catalog/lexicon.lua"):format(phrase, word))
end

-- Every way to choose one word in each place.
local function choose(places)
  local lists = { {} }
  for _, place in ipairs(places) do
    local longer = {}
    for _, list in ipairs(lists) do
      for _, word in ipairs(place) do
        local copy = { (table.unpack or unpack)(list) }
        table.insert(copy, word)
        table.insert(longer, copy)
      end
    end
    lists = longer
  end
  return lists
end

---Reads a phrase.
---@param phrase string
---@return catalog.Phrase[] list one for each choice of words
function phrases.read(phrase)
  local places, gaps, start, finish, gap = {}, {}, false, false, false
  for word in phrase:gmatch "%S+" do
    if word == "^" then
      start = true
    elseif word == "$" then
      finish = true
    elseif word == ".." then
      gap = true
    elseif word ~= "*" then
      local place = {}
      for choice in word:gmatch "[^|]+" do
        table.insert(place, check(choice, phrase))
        if choice == "not" then table.insert(place, "no") end
      end
      table.insert(places, place)
      gaps[#places], gap = gap, false
    end
  end
  local list = {}
  for _, chosen in ipairs(choose(places)) do
    table.insert(list, { words = chosen, gaps = gaps, start = start, finish = finish })
  end
  return list
end

-- Does the run of words without a gap, from place `first` of the phrase on, stand at `at`? Gives the place after it.
local function run_fits(phrase, first, list, at)
  local place = first
  repeat
    if list[at] == "have" and phrase.words[place] ~= "have" then at = at + 1 end -- "license have expire"
    local word = list[at]
    if not word or (word ~= phrase.words[place] and phrase.words[place] ~= words.UNKNOWN) then return nil end
    place, at = place + 1, at + 1
  until place > #phrase.words or phrase.gaps[place]
  return place, at
end

---Does a phrase fit the words of a detail? Each run of its words is taken where it first stands; the last one of a
---phrase with `$` only at the end.
---@param phrase catalog.Phrase
---@param list string[]
---@return boolean
function phrases.fits(phrase, list)
  local place, at = 1, 1
  while place <= #phrase.words do
    local next_place, after
    local first, last = at, #list
    if place == 1 and phrase.start then last = at end
    for try = first, last do
      next_place, after = run_fits(phrase, place, list, try)
      local done = next_place and next_place > #phrase.words
      if next_place and not (done and phrase.finish and after <= #list) then break end
      next_place = nil
    end
    if not next_place then return false end
    place, at = next_place, after
  end
  return true
end

return phrases
