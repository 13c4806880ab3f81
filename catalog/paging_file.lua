-- Reads and writes catalog/paging.txt: a line for each action that pages through a list.
--
--   cvm@2017-03-12.DescribeInstances offset=Offset limit=Limit list=InstanceSet total=TotalCount
--
-- Strict: what it accepts, it writes back byte for byte.

local vocabulary = require "catalog.vocabulary"

local paging_file = {}

-- What a line can have, in this order: the fields, and what is known of their numbers.
local KEYS = {}
for _, field in ipairs(vocabulary.paging_fields) do table.insert(KEYS, field) end
for _, key in ipairs { "lists", "first", "counts", "strings", "ends_with" } do table.insert(KEYS, key) end

local IS_LIST = { lists = true, strings = true, ends_with = true }
local HEADER = "# How the API's reading actions page. Made by script/update-paging; the form is in catalog/README.md\n"

local function split(text)
  local list = {}
  for word in text:gmatch "[^,]+" do table.insert(list, word) end
  return list
end

-- A way is there where its fields are; the first of these is the one to begin with.
local function kind_of(facts)
  return facts.token and "token" or facts.offset and "offset" or facts.page and "page" or nil
end

local function parse_value(key, value)
  if IS_LIST[key] then return split(value) end
  if key == "first" then return tonumber(value) end
  return value
end

local function parse_line(line)
  local name, rest = line:match "^([%w_]+@%d%d%d%d%-%d%d%-%d%d%.[%w_]+)( .+)$"
  if not name then return nil, "expected service@version.Action and its facts" end
  local facts, next_key = {}, 1
  for key, value in rest:gmatch " ([%l_]+)=([%w_.,]+)" do
    while KEYS[next_key] and KEYS[next_key] ~= key do next_key = next_key + 1 end
    if not KEYS[next_key] then return nil, ("%q is not a fact, or out of order"):format(key) end
    facts[key] = parse_value(key, value)
  end
  for key in pairs(IS_LIST) do facts[key] = facts[key] or {} end
  if facts.offset and not facts.counts then facts.counts = "items" end
  facts.kind = kind_of(facts)
  if not facts.kind then return nil, "no way of paging" end
  return name, facts
end

---@param text string
---@return table<string, catalog.Paging>? by_action "service@version.Action"
---@return string? error "line N: reason"
function paging_file.read_text(text)
  local by_action, number, last = {}, 0, ""
  for line in text:gmatch "([^\n]*)\n" do
    number = number + 1
    if number > 1 then
      local name, facts = parse_line(line)
      if not name then return nil, ("line %d: %s"):format(number, facts) end
      if name <= last then return nil, ("line %d: %s is out of order"):format(number, name) end
      by_action[name], last = facts, name
    end
  end
  return by_action
end

---@param path string
---@return table<string, catalog.Paging>?
---@return string? error
function paging_file.read(path)
  local file, reason = io.open(path, "rb")
  if not file then return nil, reason end
  local by_action, problem = paging_file.read_text(file:read "*a")
  file:close()
  return by_action, problem and path .. ": " .. problem
end

local function format_value(key, facts)
  local value = facts[key]
  if IS_LIST[key] then return value[1] and table.concat(value, ",") or nil end
  if key == "counts" and value == "items" then return nil end
  return value and tostring(value)
end

---The name of an action's line, by which its facts are kept.
---@param version { service: string, version: string }
---@param action { name: string }
---@return string name "service@version.Action"
function paging_file.name_of(version, action)
  return ("%s@%s.%s"):format(version.service, version.version, action.name)
end

---@param by_action table<string, catalog.Paging>
---@return string
function paging_file.format(by_action)
  local lines = {}
  for name, facts in pairs(by_action) do
    local words = { name }
    for _, key in ipairs(KEYS) do
      local value = format_value(key, facts)
      if value then table.insert(words, key .. "=" .. value) end
    end
    table.insert(lines, table.concat(words, " "))
  end
  table.sort(lines, function(one, other) return one:match "^%S+" < other:match "^%S+" end)
  return HEADER .. table.concat(lines, "\n") .. "\n"
end

return paging_file
