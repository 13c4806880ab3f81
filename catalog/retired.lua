-- The codes and actions that no list declares any more: servers may still send the one, programs name the other.
-- retired.txt has the codes first, then each service version's actions as its file had them.

local folders = require "catalog.folders"
local merge = require "catalog.merge"
local reader = require "catalog.reader"
local sorted = require "catalog.sorted"
local writer = require "catalog.writer"

local retired = {}

---@class catalog.Retired
---@field codes string[] sorted
---@field services catalog.Service[] the actions, sorted by service and version

-- The sections of the text, each from its header on; the first is that of the codes.
local function sections_of(text)
  local sections = {}
  for line in text:gmatch "[^\n]*\n" do
    if line:sub(1, 2) == "# " then table.insert(sections, "") end
    if #sections == 0 then return nil end
    sections[#sections] = sections[#sections] .. line
  end
  return sections
end

---Reads the codes and actions from their text.
---@param text string
---@param name string what errors call the text
---@return catalog.Retired?
---@return string? error
function retired.read_text(text, name)
  local sections = sections_of(text)
  local lines = sections and sections[1] and sections[1]:match "^# codes\n(.*)$"
  if not lines then return nil, name .. ":1: expected the header '# codes'" end
  -- The codes stand as those of one action do.
  local list, reason = reader.read_text("# retired 2000-01-01\nAny\n" .. lines, name)
  if not list then return nil, reason end
  local found = { codes = list.actions[1].codes, services = {} }
  for position = 2, #sections do
    local service, fault = reader.read_text(sections[position], name)
    if not service then return nil, fault end
    table.insert(found.services, service)
  end
  return found
end

---@param path string
---@return catalog.Retired?
---@return string? error
function retired.read(path)
  local text, reason = folders.read(path)
  if not text then return nil, reason end
  return retired.read_text(text, path)
end

---Gives the text of the codes and actions.
---@param list catalog.Retired
---@return string text
function retired.format(list)
  local any = { { name = "Any", codes = list.codes } }
  local codes = writer.format { service = "retired", version = "2000-01-01", actions = any }
  local parts = { (codes:gsub("^.-\nAny\n", "# codes\n")) }
  for _, service in ipairs(list.services) do table.insert(parts, writer.format(service)) end
  return table.concat(parts)
end

-- An action's status ends with it.
local function without_status(action)
  local copy = {}
  for key, value in pairs(action) do copy[key] = value end
  copy.deprecated, copy.offline = false, false
  return copy
end

-- The actions of both lists that are not live, by service version and name.
local function gone_actions(lists, live)
  local versions = {}
  for _, services in ipairs(lists) do
    for _, service in ipairs(services) do
      local key = merge.key_of(service)
      for _, action in ipairs(service.actions) do
        if not (live[key] and live[key][action.name]) then
          versions[key] = versions[key] or { service = service.service, version = service.version, actions = {} }
          versions[key].actions[action.name] = without_status(action)
        end
      end
    end
  end
  return versions
end

local function names_of(services)
  local live, codes = {}, {}
  for _, service in ipairs(services) do
    local names = {}
    for _, action in ipairs(service.actions) do
      names[action.name] = true
      for _, code in ipairs(action.codes) do codes[code] = code end
    end
    live[merge.key_of(service)] = names
  end
  return live, codes
end

---What is retired after an update: what was and has not come back, and what the update takes away.
---@param list catalog.Retired before
---@param old catalog.Service[]
---@param new catalog.Service[]
---@param kept string[] codes that are known for another reason, and so never retire
---@return catalog.Retired
function retired.advance(list, old, new, kept)
  local live, declared = names_of(new)
  local _, codes = names_of(old)
  local versions = gone_actions({ list.services, old }, live)
  local services = sorted.values(versions, merge.is_before)
  for _, service in ipairs(services) do service.actions = sorted.values(service.actions, merge.is_named_before) end
  for _, code in ipairs(list.codes) do codes[code] = code end
  for code in pairs(declared) do codes[code] = nil end
  for _, code in ipairs(kept) do codes[code] = nil end
  return { codes = sorted.keys(codes), services = services }
end

---The live service versions, each with its retired actions, and those of which nothing is live.
---@param services catalog.Service[]
---@param list catalog.Retired
---@return catalog.Service[] sorted; a retired action has `retired`
function retired.join(services, list)
  local versions = {}
  for _, service in ipairs(services) do
    local copy = { service = service.service, version = service.version, also = service.also, actions = {} }
    for _, action in ipairs(service.actions) do table.insert(copy.actions, action) end
    versions[merge.key_of(service)] = copy
  end
  for _, service in ipairs(list.services) do
    local key = merge.key_of(service)
    versions[key] = versions[key] or { service = service.service, version = service.version, actions = {} }
    for _, action in ipairs(service.actions) do
      local copy = without_status(action)
      copy.retired = true
      table.insert(versions[key].actions, copy)
    end
  end
  local joined = sorted.values(versions, merge.is_before)
  for _, service in ipairs(joined) do table.sort(service.actions, merge.is_named_before) end
  return joined
end

return retired
