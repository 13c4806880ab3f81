-- Reads and writes catalog/paging.txt, which says of each action that pages how it does. See catalog/README.md.
-- Strict: what the reader accepts, the writer writes back byte for byte.

local vocabulary = require "catalog.vocabulary"

local paging_file = {}

-- The order of the words on a line, and what each may have as its value.
local PATH = "^%a[%w_]*[%w_.]*$"
local WORDS = {
  { name = "token", text = true }, { name = "offset", text = true }, { name = "limit", text = true },
  { name = "page", text = true }, { name = "size", text = true },
  { name = "first" }, { name = "counts" },
  { name = "next", path = true }, { name = "list", path = true }, { name = "lists", many = true },
  { name = "total", path = true }, { name = "more", path = true }, { name = "over", path = true },
  { name = "ends_with", many = true },
}

local FIRST = { ["0"] = 0, ["1"] = 1 }
local COUNTS = {}
for _, word in ipairs(vocabulary.paging_counts) do COUNTS[word] = word end

local function is_path(text)
  return text:find(PATH) and not text:find("..", 1, true) and text:sub(-1) ~= "."
end

-- What is usual is not written: a page begins at 1, an offset counts items.
local function usual_first(facts)
  return facts.page and not facts.offset and 1 or nil
end

local function kind_of(facts)
  return facts.token and "token" or facts.offset and "offset" or "page"
end

local function read_many(value)
  local list = {}
  for item in (value .. ","):gmatch "([^,]*)," do
    if not is_path(item) then return nil end
    table.insert(list, item)
  end
  return list
end

local function read_text_field(facts, name, value)
  local path, text = value:match "^(.-)(:?s?t?r?i?n?g?)$"
  if text == ":string" then
    facts.strings = facts.strings or {}
    facts.strings[name] = true
  else
    path = value
  end
  return is_path(path) and path
end

local function read_value(facts, word, value)
  if word.text then return read_text_field(facts, word.name, value) end
  if word.path then return is_path(value) and value end
  if word.many then return read_many(value) end
  if word.name == "counts" then return value ~= "items" and COUNTS[value] end
  return FIRST[value] or value == "?" and "?"
end

-- What a line has to have, and what says nothing on it.
local function problem_of(facts)
  if not (facts.token or facts.offset or facts.page) then return "there is no token, offset or page" end
  if not facts.next ~= not facts.token then return "a token and a next belong together" end
  if facts.list and facts.lists then return "either list or lists" end
  if facts.counts and not facts.offset then return "counts without an offset" end
  if facts.first == (usual_first(facts) or "?") then return "that first is the usual one" end
end

local function read_line(line)
  local name, rest = line:match "^(%a[%w_]*)(.*)$"
  if not name then return nil, "expected an action's name" end
  local facts = {}
  for _, word in ipairs(WORDS) do
    local value, after = rest:match("^ " .. word.name .. "=(%S+)(.*)$")
    if value then
      facts[word.name] = read_value(facts, word, value)
      if not facts[word.name] then return nil, ("%s cannot be %q"):format(word.name, value) end
      rest = after
    end
  end
  if rest ~= "" then return nil, ("unexpected %q"):format(rest) end
  local problem = problem_of(facts)
  if problem then return nil, problem end
  facts.kind = kind_of(facts)
  if facts.first == "?" then facts.first = nil else facts.first = facts.first or usual_first(facts) end
  if facts.offset then facts.counts = facts.counts or "items" end
  return name, facts
end

-- Adds one line to what was read so far.
local function take_line(state, line)
  local service, version = line:match "^# ([%w_]+) (%d%d%d%d%-%d%d%-%d%d)$"
  if service then
    local key = service .. "@" .. version
    if key <= state.key then return nil, "the header is out of order" end
    state.key, state.action, state.open = key, "", {}
    state.versions[key] = state.open
    return true
  end
  if not state.open then return nil, "expected the header '# service version'" end
  local name, facts = read_line(line)
  if not name then return nil, facts end
  if name <= state.action then return nil, ("action %q is out of order"):format(name) end
  state.action, state.open[name] = name, facts
  return true
end

---@alias catalog.PagingOfVersions table<string, table<string, catalog.Paging>> by "service@version", then by action

---@param text string
---@param name string what errors call the text: its file's path
---@return catalog.PagingOfVersions? versions
---@return string? error "name:line: reason"
function paging_file.read_text(text, name)
  local state, number = { key = "", versions = {} }, 0
  for line in text:gmatch "([^\n]*)\n" do
    number = number + 1
    local done, reason = take_line(state, line)
    if not done then return nil, ("%s:%d: %s"):format(name, number, reason) end
  end
  if text:sub(-1) ~= "\n" then return nil, ("%s:%d: the last line has no end"):format(name, number + 1) end
  return state.versions
end

---@param path string
---@return catalog.PagingOfVersions? versions
---@return string? error
function paging_file.read_file(path)
  local file, reason = io.open(path, "rb")
  if not file then return nil, reason end
  local text = file:read "*a"
  file:close()
  if not text then return nil, path .. ": cannot be read" end
  return paging_file.read_text(text, path)
end

local function value_of(facts, word)
  local value = facts[word.name]
  if word.name == "first" then
    local usual = usual_first(facts)
    return value ~= usual and ("%s"):format(value or "?") or nil
  end
  if word.name == "counts" then return value ~= "items" and value or nil end
  if value and word.many then return table.concat(value, ",") end
  if value and word.text and facts.strings and facts.strings[word.name] then return value .. ":string" end
  return value
end

local function format_line(name, facts)
  local words = { name }
  for _, word in ipairs(WORDS) do
    local value = value_of(facts, word)
    if value then table.insert(words, word.name .. "=" .. value) end
  end
  return table.concat(words, " ")
end

local function sorted_keys(set)
  local keys = {}
  for key in pairs(set) do table.insert(keys, key) end
  table.sort(keys)
  return keys
end

---@param versions catalog.PagingOfVersions
---@return string text
function paging_file.format(versions)
  local lines = {}
  for _, key in ipairs(sorted_keys(versions)) do
    local names = sorted_keys(versions[key])
    if #names > 0 then table.insert(lines, "# " .. key:gsub("@", " ")) end
    for _, name in ipairs(names) do table.insert(lines, format_line(name, versions[key][name])) end
  end
  return table.concat(lines, "\n") .. "\n"
end

return paging_file
