-- Makes facts from a checkout of the official command-line tool: what each action takes and gives, in the form of
-- catalog.schema_facts, and the actions' status. Takes identifiers only.

local folders = require "catalog.folders"

local command_line = {}

local BASIC_TYPES = { int64 = "int", uint64 = "uint", float64 = "float" }

local function read_field(member)
  local field_type = member.type == "object" and member.member or member.type
  if member.type == "list" or member.type == "int" then field_type = BASIC_TYPES[member.member] or member.member end
  return {
    name = member.name,
    type = field_type,
    list = member.type == "list",
    required = member.required == true,
    disabled = member.disabled == true,
  }
end

local function by_name(left, right) return left.name < right.name end

local function read_fields(object)
  local fields = {}
  for position, member in ipairs(object.members or {}) do fields[position] = read_field(member) end
  table.sort(fields, by_name) -- as the facts of catalog.schema_facts are
  return fields
end

local function without_request_id(fields)
  local kept = {}
  for _, field in ipairs(fields) do
    if field.name ~= "RequestId" then table.insert(kept, field) end
  end
  return kept
end

-- The parts of an api.json that must be there; nil and what is missing otherwise.
local function parts_of(api)
  local metadata = type(api) == "table" and api.metadata
  if type(metadata) ~= "table" then return nil, "no metadata in it" end
  if type(api.actions) ~= "table" or type(api.objects) ~= "table" then return nil, "no actions or no objects in it" end
  local service, version = metadata.serviceShortName, metadata.apiVersion
  if not (type(service) == "string" and type(version) == "string") then return nil, "no service and version in it" end
  return { service = service:lower(), version = version, actions = {}, types = {} }
end

---Reads one service version from the text of its api.json.
---@param text string
---@return catalog.SchemaVersion?
---@return string? error
function command_line.read_text(text)
  local read, api = pcall(require("cjson").decode, text)
  if not read then return nil, "is cut off, or no JSON: " .. tostring(api) end
  local schema, reason = parts_of(api)
  if not schema then return nil, reason end
  for name, object in pairs(api.objects) do schema.types[name] = read_fields(object) end
  for name, action in pairs(api.actions) do
    local input, output = schema.types[action.input], schema.types[action.output]
    if not (input and output) then return nil, ("the request or the answer of %s is missing"):format(name) end
    table.insert(schema.actions, {
      name = name, status = type(action.status) == "string" and action.status or "-", sites = "-",
      input = input, output = without_request_id(output),
    })
  end
  table.sort(schema.actions, by_name)
  return schema
end

---Reads all service versions of a checkout.
---@param checkout string the checkout's folder
---@param faults string[] gets what is wrong with those that cannot be read, which are left out
---@return catalog.SchemaVersion[] schemas
function command_line.read_checkout(checkout, faults)
  local schemas = {}
  for _, folder in ipairs(folders.find(checkout, "/tccli/services/*/v*/")) do
    local path = folder .. "api.json"
    local text, reason = folders.read(path)
    local schema, fault
    if text then schema, fault = command_line.read_text(text) end
    if schema then
      table.insert(schemas, schema)
    else
      table.insert(faults, fault and path .. ": " .. fault or reason)
    end
  end
  return schemas
end

return command_line
