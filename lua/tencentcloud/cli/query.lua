-- Takes what somebody searches for apart: words, phrases that mean a group of synonyms, services.

local core = require "tencentcloud.core"
local synonyms = require "tencentcloud.cli.synonyms"

-- Words that say nothing where others stand beside them.
local SMALL = {}
for word in ("a an the is are was were be been to of for my your i it this that has have and or with please "
  .. "error code 的 了 吗 怎么办 怎么 为什么 如何 报错 提示 错误码"):gmatch "%S+" do
  SMALL[word] = true
end

---@class tencentcloud.cli.Piece of what is searched for
---@field text string in lower case; blanks between words
---@field given string? the word as it was written, if it is read as another one
---@field group tencentcloud.cli.Synonyms? what means the same
---@field service string? that is named so

-- Signs of Chinese texts, which part words as those of ASCII do.
local SIGNS = { "。", "，", "、", "；", "：", "？", "！", "“", "”", "（", "）", "《", "》", "　" }

local query = {}

-- "topic不存在NotFound" --> "topic", "不存在", "not", "found": names have their words where capitals begin, too.
local function words_of(text)
  for _, sign in ipairs(SIGNS) do text = text:gsub(sign, " ") end
  text = text:gsub("(%l)(%u)", "%1 %2"):gsub("[\128-\255]+", " %0 ")
  local list = {}
  for word in text:lower():gsub("%p", " "):gmatch "%S+" do
    for part in (synonyms.joined[word] or word):gmatch "%S+" do table.insert(list, part) end
  end
  return list
end

-- The longest group's word that begins at a byte of a Chinese text.
local function group_at(text, at)
  local longest
  for word in pairs(synonyms.of) do
    if text:sub(at, at + #word - 1) == word and #word > #(longest or "") then longest = word end
  end
  return longest
end

-- Chinese has no blanks: a group's words are found inside, and what is between them stays as it is.
local function split_chinese(word)
  local list, rest, at = {}, "", 1
  local function finish()
    if rest ~= "" then table.insert(list, rest) end
    rest = ""
  end
  while at <= #word do
    local found = group_at(word, at)
    if found then
      finish()
      table.insert(list, found)
    else
      found = word:match("^[^\128-\191][\128-\191]*", at) or word:sub(at, at)
      rest = rest .. found
    end
    at = at + #found
  end
  finish()
  return list
end

-- How many words from here on mean a group: the longest phrase counts.
local function phrase_at(words, at)
  for count = math.min(synonyms.longest, #words - at + 1), 1, -1 do
    local phrase = table.concat(words, " ", at, at + count - 1)
    if synonyms.of[phrase] then return phrase, count end
  end
  return words[at], 1
end

local function without_small(words)
  local list = {}
  for _, word in ipairs(words) do
    if not SMALL[word] then table.insert(list, word) end
  end
  return #list > 0 and list or words
end

---@param arguments string[]
---@return string[] words in lower case
function query.words(arguments)
  local list = {}
  for _, argument in ipairs(arguments) do
    for _, word in ipairs(words_of(argument)) do
      for _, part in ipairs(word:find "[\128-\255]" and split_chinese(word) or { word }) do table.insert(list, part) end
    end
  end
  return list
end

---The words as one text, as texts have them.
---@param words string[]
---@return string
function query.phrase(words)
  return (table.concat(words, " "):gsub("([\128-\255]) ([\128-\255])", "%1%2"))
end

---@param words string[]
---@param changes {[1]: string, [2]: string}[]? words as they were written, and as they are among `words`
---@return tencentcloud.cli.Piece[]
function query.pieces(words, changes)
  local texts, pieces, given, at = {}, {}, {}, 1
  for _, change in ipairs(changes or {}) do given[change[2]] = change[1] end
  while at <= #words do
    local phrase, count = phrase_at(words, at)
    table.insert(texts, phrase)
    at = at + count
  end
  for _, text in ipairs(without_small(texts)) do
    table.insert(pieces, { text = text, given = given[text], group = synonyms.of[text],
      service = core.service_named(text) })
  end
  -- A service alone is found as one: its codes are all those of its actions.
  if #pieces == 1 then pieces[1].service = nil end
  return pieces
end

return query
