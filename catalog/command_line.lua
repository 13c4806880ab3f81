-- Makes facts from a checkout of the official command-line tool: what each action takes and gives, in the form of
-- catalog.schema_facts, and the actions' status. Takes identifiers only.

local folders = require "catalog.folders"
local reader = require "catalog.reader"
local schema_facts = require "catalog.schema_facts"
local vocabulary = require "catalog.vocabulary"

local command_line = {}

local STATUSES = { ["-"] = true } -- "-" where it is not said
for _, status in ipairs(vocabulary.statuses) do STATUSES[status] = true end

-- Whether a value is a JSON object. An array has numbers for keys, null is no table.
local function is_object(value)
  return type(value) == "table" and #value == 0
end

local function is_name(value)
  return type(value) == "string" and value:find "^[%w_]+$" ~= nil
end

-- nil where a field lacks its name or its type, or where these are none.
local function read_field(member)
  if not is_object(member) then return nil end
  local field_type = member.type == "object" and member.member or member.type
  if member.type == "list" or member.type == "int" then
    field_type = schema_facts.basic_types[member.member] or member.member
  end
  if not (is_name(member.name) and type(field_type) == "string") then return nil end
  return {
    name = member.name,
    type = field_type,
    list = member.type == "list",
    required = member.required == true,
    disabled = member.disabled == true,
  }
end

local function by_name(left, right) return left.name < right.name end

-- The fields of an object; nil where they are malformed.
local function read_fields(object)
  local fields = {}
  local members = is_object(object) and (object.members or {})
  if type(members) ~= "table" or next(members) ~= nil and is_object(members) then return nil end
  for position, member in ipairs(members) do
    fields[position] = read_field(member)
    if not fields[position] then return nil end
  end
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
  if not (is_object(api.actions) and is_object(api.objects)) then return nil, "no actions or no objects in it" end
  local service, version = metadata.serviceShortName, metadata.apiVersion
  if not (type(service) == "string" and type(version) == "string" and reader.is_version(service, version)) then
    return nil, "no service and version in it"
  end
  return { service = service:lower(), version = version, actions = {}, types = {} }
end

-- Adds an action to the schema; nil and what is wrong with it otherwise.
local function add_action(schema, name, action)
  if not reader.is_action_name(name) then return nil, ("not the name of an action: %q"):format(name) end
  if not is_object(action) then return nil, ("action %s is no object"):format(name) end
  local input, output = schema.types[action.input], schema.types[action.output]
  if not (input and output) then return nil, ("the request or the answer of %s is missing"):format(name) end
  local status = action.status or "-"
  if not STATUSES[status] then return nil, ("action %s has no known status: %s"):format(name, tostring(status)) end
  table.insert(schema.actions,
    { name = name, status = status, sites = "-", input = input, output = without_request_id(output) })
  return true
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
  for name, object in pairs(api.objects) do
    schema.types[name] = read_fields(object)
    if not schema.types[name] then return nil, ("object %s is malformed"):format(name) end
  end
  for name, action in pairs(api.actions) do
    local added, fault = add_action(schema, name, action)
    if not added then return nil, fault end
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
