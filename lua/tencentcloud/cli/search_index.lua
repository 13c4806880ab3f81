-- What tcerr search looks through: every code with the words of its name and what is said of it, and how well a piece
-- of a query fits one.

local core = require "tencentcloud.core"
local tencentcloud = require "tencentcloud"
local vocabulary = require "tencentcloud.vocabulary"

---@class tencentcloud.cli.Indexed
---@field name string the code
---@field code tencentcloud.ErrorCode
---@field count integer actions that declare it
---@field services table<string, true> those of the actions
---@field raw string the name in lower case
---@field words string the words of the name, in lower case, a blank around each
---@field said string what its descriptions and advices say of it alone, in both languages, in the same form
---@field written string the same, of descriptions that are written by hand

local search_index = {}

-- Lower case, and one blank in place of all that is neither a letter nor a digit.
local function plain(text)
  return " " .. text:lower():gsub("[%p%s]+", " ") .. " "
end

-- "FailedOperation.QPSLimit2" --> " failed operation qps limit 2 "
local function words_of_name(name)
  return plain(name:gsub("(%l)(%u)", "%1 %2"):gsub("(%u)(%u%l)", "%1 %2"):gsub("(%a)(%d)", "%1 %2"))
end

local about_kind = {} -- what is said of all codes of a kind
for name, kind in pairs(vocabulary.kind) do
  about_kind[name] = plain(table.concat({ name, kind.summary, kind.advice, kind.summary_zh, kind.advice_zh }, " "))
end

-- An advice that is not the kind's is written by hand, and then the description is. Of a made description what is
-- before the colon is said of a whole kind or category, and a made advice is the kind's.
local function add_texts(entry, code)
  local english, chinese = code.description, code.description_zh
  if code.advice == vocabulary.kind[code.kind].advice then
    english, chinese = english:match ": (.*)" or "", chinese:match "：(.*)" or ""
    entry.said = entry.said .. plain(english .. " " .. chinese)
  else
    local written = plain(english .. " " .. chinese)
    entry.written = entry.written .. written
    entry.said = entry.said .. written .. plain(code.advice .. " " .. code.advice_zh)
  end
end

local function new_entry(name, service)
  local code = tencentcloud.registry:lookup(name, service)
  local entry = { name = name, code = code, count = 0, services = {}, raw = name:lower(), words = words_of_name(name),
    said = "", written = "" }
  add_texts(entry, code)
  return entry
end

-- What one service says of a code counts as well.
local function add_service(entry, service)
  entry.services[service] = true
  local code = tencentcloud.registry:lookup(entry.name, service)
  if code.scope and code ~= entry.code then add_texts(entry, code) end
end

---Every code that actions of the services declare, and all their actions. One service's codes are judged as it means
---them; beside all services' there is what the catalog knows otherwise.
---@param services string[]
---@param of_one boolean
---@return tencentcloud.cli.Indexed[]
---@return string[] actions
function search_index.build(services, of_one)
  local registry, by_name, list, actions = tencentcloud.registry, {}, {}, {}
  local function entry_of(name)
    if not by_name[name] then
      by_name[name] = new_entry(name, of_one and services[1] or nil)
      table.insert(list, by_name[name])
    end
    return by_name[name]
  end
  for _, service in ipairs(services) do
    for _, action in ipairs(registry:actions(service)) do
      table.insert(actions, action)
      for _, name in ipairs(registry:codes(action)) do
        local entry = entry_of(name)
        entry.count = entry.count + 1
        if not entry.services[service] then add_service(entry, service) end
      end
    end
  end
  -- Those that the module makes, that any action may return, that are sent undeclared, and the retired ones.
  if not of_one then
    for _, name in ipairs(core.catalog_codes()) do entry_of(name) end
  end
  return list, actions
end

local SHORT = 2 -- letters: many a word begins with so few, and means something else

-- Does the text have it? English at the beginning of a word, a short one as all of it; Chinese anywhere.
local function has(text, words)
  if words:find "^[\128-\255]" then return text:find(words, 1, true) ~= nil end
  return text:find(" " .. words .. (#words <= SHORT and " " or ""), 1, true) ~= nil
end

-- Ranks of what is found, the best first.
local PHRASE, WORDS, SYNONYMS, KIND = 1, 2, 3, 4
search_index.RANKS = { "phrase", "words", "synonyms", "kind" }

local function has_synonym(entry, group)
  local text = entry.words .. entry.said
  for _, word in ipairs(group.words) do
    if has(text, word) then return true end
  end
  return false
end

-- What its actions declare; then what any action may return.
local function fit_service(entry, service)
  if not service then return nil end
  return entry.services[service] and SYNONYMS or entry.code.common and KIND or nil
end

---How well a piece fits. A word that names a kind means less where a text of another kind has it.
---@param entry tencentcloud.cli.Indexed
---@param piece tencentcloud.cli.Piece
---@return integer? rank nil where it does not
function search_index.fit(entry, piece)
  local text, given, group = piece.text, piece.given, piece.group
  if has(entry.words, text) or given and (has(entry.words, given) or has(entry.said, given)) then return WORDS end
  local names_kind = group and group.kind
  local is_of_kind = names_kind and names_kind == entry.code.kind
  if has(entry.said, text) or group and has_synonym(entry, group) then
    return (is_of_kind or not group) and WORDS or SYNONYMS
  end
  if #text > SHORT and entry.raw:find(text, 1, true) then return SYNONYMS end
  local is_about = is_of_kind or has(about_kind[entry.code.kind], text)
  return fit_service(entry, piece.service) or is_about and KIND or nil
end

local function names_other_kind(entry, pieces)
  for _, piece in ipairs(pieces) do
    local kind = piece.group and piece.group.kind
    if kind and kind ~= entry.code.kind then return true end
  end
  return false
end

-- As well as the piece that fits worst.
local function fit_all(entry, pieces)
  local worst = WORDS
  for _, piece in ipairs(pieces) do
    local rank = search_index.fit(entry, piece)
    if not rank then return nil end
    worst = math.max(worst, rank)
  end
  return worst
end

---How well all that is searched for fits: best where a name or a description written by hand has the whole of it.
---@param entry tencentcloud.cli.Indexed
---@param phrase string as it was written, a mistake in it not mended
---@param pieces tencentcloud.cli.Piece[]
---@return integer? rank nil where it does not fit
function search_index.rank(entry, phrase, pieces)
  local rank, is_in_name = fit_all(entry, pieces), has(entry.words, phrase)
  if names_other_kind(entry, pieces) then return rank or is_in_name and WORDS or nil end
  return (is_in_name or rank == WORDS and has(entry.written, phrase)) and PHRASE or rank
end

return search_index
