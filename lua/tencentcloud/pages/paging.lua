-- How an action pages: what the registry knows, and on top of it what the program gives in options.paging.

local arguments = require "tencentcloud.arguments"
local merge = require "tencentcloud.merge"
local path = require "tencentcloud.pages.path"
local vocabulary = require "tencentcloud.vocabulary"

---@class tencentcloud.pages.Paging: tencentcloud.Paging
---@field keys table<string, string[]> the parts of each field's path
---@field ended_by_code table<string, boolean> the codes that mean "no more"

local paging = {}

-- The fields of a request and of an answer, as paths.
local REQUEST = { "offset", "limit", "page", "size", "token" }
local ANSWER = { "next", "list", "total", "more", "over" }

local function a_path(value)
  if value == false or type(value) == "string" and value:find "^[^.]" and not value:find("%.%.") then return nil end
  return "the path of a field, such as Result.Content, or false"
end

local function list_of_words(value)
  local wanted = "a list of strings, or false"
  if value == false then return nil end
  if type(value) ~= "table" then return wanted end
  for _, word in ipairs(value) do
    if type(word) ~= "string" then return wanted end
  end
end

local FIELDS = {
  kind = arguments.one_of("token", "offset", "page"),
  counts = arguments.one_of("items", "pages", "unsure"),
  first = function(value)
    if value ~= 0 and value ~= 1 then return "0 or 1" end
  end,
  strings = arguments.type("table"),
  ends_with = list_of_words,
  lists = list_of_words,
}
for _, names in ipairs{ REQUEST, ANSWER } do
  for _, name in ipairs(names) do FIELDS[name] = a_path end
end
for _, name in ipairs(vocabulary.paging_fields) do
  assert(FIELDS[name], "pages does not know the field '" .. name .. "', which catalog/vocabulary.lua names")
end

local function check_given(given, name)
  for key, value in pairs(given or {}) do
    arguments.that(FIELDS[key], 4, name, "paging: no field '%s'", tostring(key))
    local wanted = FIELDS[key](value)
    arguments.that(not wanted, 4, name, "paging.%s: %s expected", tostring(key), tostring(wanted))
  end
end

local function check_known(all, action, name)
  arguments.that(FIELDS.kind(all.kind) == nil, 3, name, "action: how %s pages is not known; give options.paging, "
    .. 'such as { kind = "offset", offset = "Offset", list = "InstanceSet", total = "TotalCount" }', action)
  if not all.list and all.lists and #all.lists > 0 then
    arguments.fail(4, name, ("paging.list: %s gives several lists; name one in options.paging.list: %s"):format(action,
      table.concat(all.lists, ", ")))
  end
  for _, key in ipairs{ all.kind, "list" } do
    arguments.that(type(all[key]) == "string", 4, name,
      "paging.%s: the name of a field expected; the catalog does not know it for %s", key, action)
  end
end

-- A program that names another way than the catalog means that one, and not both.
local WAYS = { "offset", "page", "token", "next", "first", "counts" }

local function overlay(facts, given)
  local base = merge(facts or {})
  if given and given.kind and given.kind ~= base.kind then
    for _, field in ipairs(WAYS) do base[field] = nil end
  end
  return merge(base, given)
end

---@param facts table? what the registry knows
---@param given table? options.paging
---@param action string
---@param name string of the function that takes the options
---@return tencentcloud.pages.Paging
function paging.of(facts, given, action, name)
  check_given(given, name)
  local all = overlay(facts, given)
  check_known(all, action, name)
  all.next = all.next or all.token
  all.keys, all.ended_by_code = {}, {}
  for _, names in ipairs{ REQUEST, ANSWER } do
    for _, field in ipairs(names) do
      all.keys[field] = all[field] and path.split(all[field]) or nil
    end
  end
  for _, code in ipairs(all.ends_with or {}) do all.ended_by_code[code] = true end
  all.strings = all.strings or {}
  return all
end

return paging
