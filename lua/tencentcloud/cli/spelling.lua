-- Mistyped English words: "exsit" is read as "exist", for that is in hundreds of names and texts.

local spelling = {}

local SHORTEST = 5 -- letters: of a shorter word, one letter more or less makes another word
local LONG = 9 -- letters of a word that may have two mistakes
local TIMES = 10 -- how many times as frequent the word that is meant must be

-- The letters to add, drop, change or swap between two words; nothing above `limit` is told apart.
local function distance(a, b, limit)
  local older, last = {}, {}
  for j = 0, #b do last[j] = j end
  for i = 1, #a do
    local this = { [0] = i }
    local least = i
    for j = 1, #b do
      local best = last[j - 1] + (a:byte(i) == b:byte(j) and 0 or 1)
      best = math.min(best, last[j] + 1, this[j - 1] + 1)
      if i > 1 and j > 1 and a:byte(i) == b:byte(j - 1) and a:byte(i - 1) == b:byte(j) then
        best = math.min(best, older[j - 2] + 1)
      end
      this[j] = best
      least = math.min(least, best)
    end
    if least > limit then return least end
    older, last = last, this
  end
  return last[#b]
end

local function count_words(entries)
  local counts = {}
  for _, entry in ipairs(entries) do
    for word in (entry.words .. entry.said):gmatch "%a+" do counts[word] = (counts[word] or 0) + 1 end
  end
  return counts
end

-- The nearest of the words that are frequent enough; of those, the most frequent.
local function nearest(word, counts, least)
  local limit = #word >= LONG and 2 or 1
  local found, found_distance
  for other, count in pairs(counts) do
    if count >= least and math.abs(#other - #word) <= limit then
      local far = distance(word, other, limit)
      local is_better = not found or far < found_distance
        or far == found_distance and (count > counts[found] or count == counts[found] and other < found)
      if far <= limit and is_better then found, found_distance = other, far end
    end
  end
  return found
end

-- How many entries have the word in some form; counting ends where it is often enough to be no mistake.
local function frequency(word, entries, enough)
  local count = 0
  for _, entry in ipairs(entries) do
    if entry.raw:find(word, 1, true) or entry.said:find(" " .. word, 1, true) then
      count = count + 1
      if count == enough then break end
    end
  end
  return count
end

---Reads words that are rare, or not there at all, as a frequent one that is spelled nearly so.
---@param words string[]
---@param entries tencentcloud.cli.Indexed[]
---@param is_right fun(word: string): any is the word known, however rare?
---@return string[] words a new array
---@return {[1]: string, [2]: string}[] changes a word, and what it is read as
function spelling.correct(words, entries, is_right)
  local corrected, changes, counts = {}, {}, nil
  for position, word in ipairs(words) do
    corrected[position] = word
    if #word >= SHORTEST and word:find "^%l+$" and not is_right(word) then
      local count = frequency(word, entries, TIMES)
      counts = counts or count < TIMES and count_words(entries)
      local meant = count < TIMES and nearest(word, counts, math.max(2, count * TIMES))
      if meant and meant ~= word then
        corrected[position] = meant
        table.insert(changes, { word, meant })
      end
    end
  end
  return corrected, changes
end

return spelling
