-- Reads what each action takes and gives, from a folder of schema facts: a text for each service version,
-- `SERVICE-VERSION.txt`. Only the making of the catalog uses it; the build does not.
--
--   # cvm 2017-03-12
--   DescribeInstances online ci          an action: its status, and the sites that have it
--     in Filters:[Filter] Limit:int      request fields
--     out InstanceSet:[Instance]         response fields, but for RequestId
--   type Filter Name!:string             a structure
--
-- A field is its name, marks (! required, ? nullable, ~ optional in an answer, - disabled), and its type: a basic one,
-- a structure's name, or [type] for a list.

local schema_facts = {}

---The basic types of the sources that have another name here. A structure keeps its name.
---@type table<string, string>
schema_facts.basic_types = { int64 = "int", uint64 = "uint", float64 = "float" }

---@class catalog.SchemaField
---@field name string
---@field type string "int", "Filter"; of a list, that of its elements
---@field list boolean
---@field required boolean
---@field disabled boolean

---@class catalog.SchemaAction
---@field name string
---@field status string "online", "deprecated", "offline", or "-" where not said
---@field sites string "c", "i" or "ci"
---@field input catalog.SchemaField[]
---@field output catalog.SchemaField[]

---@class catalog.SchemaVersion
---@field service string
---@field version string
---@field actions catalog.SchemaAction[]
---@field types table<string, catalog.SchemaField[]> structures, by name

local function read_field(word)
  local name, marks, kind = word:match "^([%w_]+)([!?~-]*):(%S+)$"
  assert(name, "not a field: " .. word)
  local element = kind:match "^%[(.+)%]$"
  return {
    name = name,
    type = element or kind,
    list = element ~= nil,
    required = marks:find("!", 1, true) ~= nil,
    disabled = marks:find("-", 1, true) ~= nil,
  }
end

local function read_fields(text)
  local fields = {}
  for word in text:gmatch "%S+" do table.insert(fields, read_field(word)) end
  return fields
end

local DIRECTIONS = { ["in"] = "input", out = "output" }

---Reads one service version from its text.
---@param text string
---@return catalog.SchemaVersion
function schema_facts.read_text(text)
  local service, version = text:match "^# (%S+) (%S+)\n"
  assert(service, "expected the header '# service version'")
  local facts = { service = service, version = version, actions = {}, types = {} }
  for line in text:gmatch "[^\n]+" do
    local direction, fields = line:match "^  (%l+) ?(.*)$"
    local structure, parts = line:match "^type (%S+) ?(.*)$"
    if direction then
      facts.actions[#facts.actions][assert(DIRECTIONS[direction], line)] = read_fields(fields)
    elseif structure then
      facts.types[structure] = read_fields(parts)
    elseif line:sub(1, 1) ~= "#" then
      local name, status, sites = line:match "^(%S+) (%S+) (%S+)$"
      assert(name, "not an action: " .. line)
      table.insert(facts.actions, { name = name, status = status, sites = sites, input = {}, output = {} })
    end
  end
  return facts
end

---Reads all service versions of a folder.
---@param directory string
---@return catalog.SchemaVersion[] sorted by file name
function schema_facts.read_directory(directory)
  local names, versions = {}, {}
  local listing = assert(io.popen("ls '" .. directory:gsub("'", "'\\''") .. "'"))
  for name in listing:lines() do
    if name:find "^%w+%-%d+%-%d+%-%d+%.txt$" then table.insert(names, name) end
  end
  listing:close()
  table.sort(names)
  for _, name in ipairs(names) do
    local file = assert(io.open(directory .. "/" .. name, "rb"))
    table.insert(versions, schema_facts.read_text(file:read "*a"))
    file:close()
  end
  return versions
end

return schema_facts
