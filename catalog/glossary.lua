-- The words of error codes in English and Chinese, from catalog/glossary_*.lua: what a made description says of a
-- code's detail. catalog/README.md tells how they are put together; src/catalog/wording.c does it.
--
-- An entry is `spelling, spelling = English: Chinese`, in lower case; several words are a phrase, and the longest
-- phrase that fits is taken. Without English the word stays as it is spelled. In a text `~` stands for the words that
-- follow, up to the next statement, and what is behind `|` is the text where none follow: "not in" is `不在~中|不在`.
-- A text without `~` has a second one behind `|` by its role: see there.

local glossary = {
  entries = {}, -- { spelling =, english =, chinese =, role = }
  names = {},   -- the set of what is written in Latin letters in both languages: names, protocols, abbreviations
  says = {},    -- { English = { kind = true } }: what says no more than the sentences of these kinds
  repeats = {}, -- the same; it is left out beside other words, too
}

local known = {}

local function add(spelling, english, chinese, role)
  if known[spelling] then return end
  for _, text in ipairs { english, chinese } do
    assert(not text:find "~" or text:find "~.*|.", "glossary: no text for where nothing follows: " .. spelling)
  end
  local entry = { spelling = spelling, english = english, chinese = chinese, role = role }
  known[spelling] = entry
  table.insert(glossary.entries, entry)
end

local function plural(word)
  if word:find "[^aeiou]y$" then return word:sub(1, -2) .. "ies" end
  return word .. (word:find "[sxz]$" or word:find "[cs]h$" and "es" or "s")
end

-- "a, b = text: 文本" --> {"a", "b"}, "text", "文本"
local function parse(entry)
  local left, chinese = entry:match "^(.-)%s*:%s*(.-)$"
  assert(left, "glossary: no Chinese in: " .. entry)
  local spellings, english, list = left, nil, {}
  if left:find("=", 1, true) then spellings, english = left:match "^(.-)%s*=%s*(.-)$" end
  for spelling in spellings:gmatch "[^,]+" do table.insert(list, spelling:match "^%s*(.-)%s*$") end
  return list, english, chinese
end

-- Entries end with a semicolon or with their line, which goes on after a comma.
local function each(text, visit)
  for entry in text:gsub(",%s*\n", ", "):gmatch "[^;\n]+" do
    entry = entry:match "^%s*(.-)%s*$"
    if entry ~= "" then visit(entry) end
  end
end

-- The parts of a file, and the roles that their words have.
--   states   they say something of those before them
--   error    no more than that something is wrong; the second text is for names that begin with a deed
--   denies   a `已` after them is left out; the second text is for what stands before a thing
--   of       between a thing and what it belongs to
--   deed, thing, and nothing for the small words
local ROLES = { states = "states", error = "error", denies = "denies", of = "of", deeds = "deed", things = "thing" }

local function section(role, text)
  each(text, function(entry)
    local spellings, english, chinese = parse(entry)
    for _, spelling in ipairs(spellings) do add(spelling, english or spelling, chinese, role) end
  end)
end

-- Things, which have a plural.
local function things(text)
  local plurals = {}
  each(text, function(entry)
    local spellings, english, chinese = parse(entry)
    for _, spelling in ipairs(spellings) do
      add(spelling, english or spelling, chinese, "thing")
      table.insert(plurals, { plural(spelling), plural(english or spelling), chinese })
    end
  end)
  for _, entry in ipairs(plurals) do add(entry[1], entry[2], entry[3], "thing") end
end

-- "VPC", or "lo ra=LoRa" where it is spelled otherwise.
local function names(text)
  for entry in text:gmatch "[^;\n]+" do
    if entry:find("=", 1, true) then
      local spellings, name = entry:match "^%s*(.-)%s*=%s*(.-)%s*$"
      glossary.names[name] = true
      for spelling in spellings:gmatch "[^,]+" do add(spelling:match "^%s*(.-)%s*$", name, name, "thing") end
    else
      for name in entry:gmatch "%S+" do
        glossary.names[name] = true
        add(name:lower(), name, name, "thing")
      end
    end
  end
end

for _, file in ipairs { "statements", "words", "names" } do
  for _, part in ipairs(require("catalog.glossary_" .. file)) do
    local role, text = part[1], part[2]
    if role == "things" then
      things(text)
    elseif role == "names" then
      names(text)
    else
      section(ROLES[role], text)
    end
  end
end

-- What says no more than the sentence of a kind: left out where it is all that there is.
local function says(kind, text, of)
  each(text, function(english)
    of[english] = of[english] or {}
    of[english][kind] = true
  end)
end

says("parameter", "invalid; illegal; wrong; wrong parameter; wrong parameter value; parameter; parameters", glossary.says)
says("failed", "failed; operation failed", glossary.says)
says("internal", "internal error; system error; server error; unknown error; internal; failed; unknown", glossary.says)
says("permission", "no permission; not authorized; denied; operation denied; forbidden", glossary.says)
says("quota", "exceeds; limit", glossary.says)
says("throttle", "request limit; limit; frequency", glossary.says)
says("timeout", "timed out", glossary.says)
says("sold_out", "sold out; insufficient", glossary.says)
says("conflict", "conflict", glossary.says)
says("unavailable", "not available", glossary.says)

-- The same, and left out also at an end, for the other words say of what.
says("not_found", "not found", glossary.repeats)
says("quota", "over the limit; over the quota", glossary.repeats)
says("throttle", "over the limit; over the frequency limit", glossary.repeats)
says("unsupported", "unsupported ~|not supported", glossary.repeats)
says("sold_out", "sold out", glossary.repeats)

return glossary
