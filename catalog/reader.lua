-- Reads the catalog's text form, described in catalog/README.md.
-- Strict: what it accepts, catalog/writer.lua writes back byte for byte.

---@class catalog.Action
---@field name string
---@field client_token boolean whether its request takes a ClientToken
---@field dry_run boolean whether its request takes a DryRun
---@field sse boolean whether the action can answer with an event stream
---@field mainland boolean whether only the mainland site has it
---@field international boolean whether only the international site has it
---@field deprecated boolean whether its status says so
---@field offline boolean whether its status says so
---@field codes string[] the declared error codes, sorted

---@class catalog.Service
---@field service string
---@field version string
---@field actions catalog.Action[] sorted by name
---@field slips string[]? of a Go SDK: its codes that end with a dot, which are left out

local service_names = require "catalog.service_names"

local reader = {}

---The attributes of an action, in the order of the form: what its request takes, how it can answer; the site, where
---only one has it; the status, where it is not online.
---@type string[]
reader.attributes = { "client_token", "dry_run", "sse", "mainland", "international", "deprecated", "offline" }

---Whether the form can hold this code: "Category" or "Category.Detail".
---@param text string
---@return boolean
function reader.is_code(text)
  return text:find "^%a%w*$" ~= nil or text:find "^%a%w*%.[%w_][%w_.]*$" ~= nil
end

---Whether the form can hold an action of this name.
---@param text string
---@return boolean
function reader.is_action_name(text)
  return text:find "^%a[%w_]*$" ~= nil
end

---Whether the form can hold a service version of this name and date.
---@param service string
---@param version string
---@return boolean
function reader.is_version(service, version)
  return service:find "^[%w_]+$" ~= nil and version:find "^%d%d%d%d%-%d%d%-%d%d$" ~= nil
end

---An action's status.
---@param action catalog.Action
---@return "online"|"deprecated"|"offline"
function reader.status_of(action)
  return action.deprecated and "deprecated" or action.offline and "offline" or "online"
end

local EXCLUSIVE = { mainland = "international", deprecated = "offline" }

local function parse_action(line)
  local name, rest = line:match("^([%w_]*)(.*)$")
  if not reader.is_action_name(name) then return nil, "expected an action's name" end
  local action = { name = name, codes = {} }
  for _, attribute in ipairs(reader.attributes) do
    local after = (rest .. " "):match("^ " .. attribute .. "( .*)$")
    action[attribute] = after ~= nil
    if after then rest = after:sub(1, -2) end
  end
  if rest ~= "" then return nil, ("unexpected %q after the action"):format(rest) end
  for one, other in pairs(EXCLUSIVE) do
    if action[one] and action[other] then return nil, ("an action is not both %s and %s"):format(one, other) end
  end
  return action
end

-- Appends the codes of one category's line to `codes`; gives the category.
local function parse_codes(line, codes)
  local category, details = line:match("^  (%a%w*): (.+)$")
  if not category then return nil, "expected '  Category: Detail ...'" end
  local previous = ""
  for detail in (details .. " "):gmatch("(.-) ") do
    local code = detail == "-" and category or category .. "." .. detail
    if not reader.is_code(code) then return nil, ("%q is not a detail"):format(detail) end
    if detail <= previous then return nil, ("detail %q is out of order"):format(detail) end
    table.insert(codes, code)
    previous = detail
  end
  return category
end

-- Adds one line, after the header, to `service`; `state` remembers the last action and category.
local function parse_line(line, service, state)
  if line:sub(1, 1) == " " then
    if not state.action then return nil, "codes before the first action" end
    local category, reason = parse_codes(line, state.action.codes)
    if not category then return nil, reason end
    if category <= state.category then return nil, ("category %q is out of order"):format(category) end
    state.category = category
    return true
  end
  local action, reason = parse_action(line)
  if not action then return nil, reason end
  if state.action and action.name <= state.action.name then
    return nil, ("action %q is out of order"):format(action.name)
  end
  table.insert(service.actions, action)
  state.action, state.category = action, ""
  return true
end

---Reads one service version from its text.
---@param text string
---@param name string what errors call the text: its file's path
---@return catalog.Service? service
---@return string? error "name:line: reason"
function reader.read_text(text, name)
  local service, state, number = nil, {}, 0
  for line in text:gmatch("([^\n]*)\n") do
    number = number + 1
    local done, reason
    if service then
      done, reason = parse_line(line, service, state)
    else
      local service_name, version = line:match("^# (%S+) (%S+)$")
      service = { service = service_name, version = version, actions = {} }
      done = service_name and reader.is_version(service_name, version)
      reason = "expected the header '# service version'"
    end
    if not done then return nil, ("%s:%d: %s"):format(name, number, reason) end
  end
  if not service then return nil, ("%s:1: expected the header '# service version'"):format(name) end
  if text:sub(-1) ~= "\n" then return nil, ("%s:%d: the last line has no end"):format(name, number + 1) end
  return service
end

---Reads one service version from its file.
---@param path string
---@return catalog.Service? service
---@return string? error
function reader.read_file(path)
  local file, reason = io.open(path, "rb")
  if not file then return nil, reason end
  local text = file:read("*a")
  file:close()
  if not text then return nil, path .. ": cannot be read" end
  return reader.read_text(text, path)
end

-- `ls` is the one way to list a folder that needs no library; its order is not trusted.
local function list_text_files(directory)
  local names = {}
  local listing = assert(io.popen("ls '" .. directory:gsub("'", "'\\''") .. "' 2>/dev/null"))
  for name in listing:lines() do
    if name:find("%.txt$") then table.insert(names, name) end
  end
  listing:close()
  return names
end

---Reads all service versions of a folder, sorted by file name.
---@param directory string
---@param names string[]? the file names in it; without them, every `.txt` file
---@return catalog.Service[]? services
---@return string? error
function reader.read_directory(directory, names)
  local sorted = {}
  for _, name in ipairs(names or list_text_files(directory)) do table.insert(sorted, name) end
  table.sort(sorted)
  local services = {}
  for _, name in ipairs(sorted) do
    local path = directory .. "/" .. name
    local service, reason = reader.read_file(path)
    if not service then return nil, reason end
    if name ~= service.service .. "-" .. service.version .. ".txt" then
      return nil, path .. ":1: the header names another service or version than the file"
    end
    service.also = service_names[service.service]
    table.insert(services, service)
  end
  return services
end

return reader
