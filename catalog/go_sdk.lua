-- Makes the catalog's facts from a checkout of the official Go SDK.
-- Takes identifiers only: names of services, actions, fields and codes.

local folders = require "catalog.folders"
local reader = require "catalog.reader"
local schema_facts = require "catalog.schema_facts"
local sorted = require "catalog.sorted"

local go_sdk = {}

---@class catalog.GoClient
---@field service string
---@field version string
---@field actions string[] in the file's order
---@field codes table<string, string[]> the codes in the comment over each method
---@field slips table<string, boolean> codes that end with a dot
---@field malformed string[] what the catalog cannot hold, each with its line

---@class catalog.GoStruct
---@field fields { name: string, type: string }[] by their JSON names
---@field streams boolean whether it embeds the base of event streams

-- Takes a line of a comment that declares a code: `//  FAILEDOPERATION_TIMEOUT = "FailedOperation.Timeout"`. A code
-- that ends with a dot is a slip of the pen, and no code.
local function add_code(client, comment_codes, line, number)
  local declared = line:match '^//%s+%u[%u%d_.-]* = "(.*)$'
  if not declared then return end
  local code = declared:match '^([^"]*)"%s*$'
  if code and reader.is_code(code:match "^(.-)%.?$") then
    (code:sub(-1) == "." and client.slips or comment_codes)[code] = true
  else
    table.insert(client.malformed, ("%d: not an error code: %q"):format(number, code or declared))
  end
end

local function add_action(client, line, number)
  local service, action = line:match 'WithApiInfo%("(.-)", APIVersion, "(.-)"%)'
  if not service then return end
  if not reader.is_action_name(action) then
    table.insert(client.malformed, ("%d: not the name of an action: %q"):format(number, action))
  end
  client.service = client.service or service
  table.insert(client.actions, action)
end

-- A comment's codes are those of the function right below it.
local function parse_client(lines)
  local client, comment_codes, number = { actions = {}, codes = {}, slips = {}, malformed = {} }, {}, 0
  for line in lines do
    number = number + 1
    local method = line:match("^func %(c %*Client%) ([%w_]+)%(")
    add_code(client, comment_codes, line, number)
    if method then
      client.codes[method] = sorted.keys(comment_codes)
    end
    if line:sub(1, 2) ~= "//" then comment_codes = {} end
    client.version = client.version or line:match('^const APIVersion = "(.-)"')
    add_action(client, line, number)
  end
  return client
end

local function parse_models(lines)
  local structs, open = {}, nil
  for line in lines do
    local name = line:match("^type ([%w_]+) struct {")
    if name then
      open = { fields = {}, streams = false }
      structs[name] = open
    elseif line:sub(1, 1) == "}" then
      open = nil
    elseif open then
      local field_type, field = line:match('^%s*[%w_]+%s+(%S+)%s+`json:"([^",]+)')
      if field then table.insert(open.fields, { name = field, type = field_type }) end
      if line:find("^%s*%*?tchttp%.BaseSSEResponse") then open.streams = true end
    end
  end
  return structs
end

local function has_field(struct, name)
  for _, field in ipairs(struct.fields) do
    if field.name == name then return true end
  end
  return false
end

local function schema_fields(struct)
  local fields = {}
  for _, field in ipairs(struct.fields) do
    local element = field.type:match "[%w_.]+$"
    table.insert(fields, {
      name = field.name,
      type = schema_facts.basic_types[element] or element,
      list = field.type:sub(1, 2) == "[]",
      required = false,
      disabled = false,
    })
  end
  return fields
end

-- What the actions take and give, in the form of catalog.schema_facts; the SDK says nothing of status, sites and marks.
local function make_schema(client, structs)
  local schema = { service = client.service, version = client.version, actions = {}, types = {} }
  for name, struct in pairs(structs) do schema.types[name] = schema_fields(struct) end
  for _, name in ipairs(client.actions) do
    local output = {}
    for _, field in ipairs(schema.types[name .. "ResponseParams"]) do
      if field.name ~= "RequestId" then table.insert(output, field) end
    end
    table.insert(schema.actions,
      { name = name, status = "-", sites = "-", input = schema.types[name .. "Request"], output = output })
  end
  return schema
end

local function make_action(name, codes, structs)
  local request, response = structs[name .. "Request"], structs[name .. "Response"]
  local result = structs[name .. "ResponseParams"]
  if not (codes and request and response and result) then
    return nil, ("the method or a struct of action %s is missing"):format(name)
  end
  return {
    name = name,
    client_token = has_field(request, "ClientToken"),
    dry_run = has_field(request, "DryRun"),
    sse = response.streams,
    codes = codes,
  }
end

-- A file of the SDK ends with the brace of its last declaration.
local function parse_file(path, parse)
  local text, reason = folders.read(path)
  if not text then return nil, reason end
  local last_line = text:sub(-1000):match "([^\n]*)%s*$"
  if not (last_line:find "^}%s*$" or last_line:find "^%l+ .*}%s*$") then
    return nil, path .. ": is cut off: it does not end with a declaration's end"
  end
  return parse(text:gmatch "([^\n]*)\n?")
end

-- An action whose request and answer are there but whose method is not: the file of the methods was cut between two.
local function find_lost_action(actions, structs)
  local known, lost = {}, nil
  for _, name in ipairs(actions) do known[name] = true end
  for name in pairs(structs) do
    local action = name:match "^(.+)ResponseParams$"
    if action and structs[action .. "Request"] and not known[action] and not (lost and lost < action) then
      lost = action
    end
  end
  return lost
end

-- What the catalog cannot hold of the methods, each with its line where it has one.
local function malformed_parts(client)
  if not (client.version and client.service) then return { " no version or no action found" } end
  if not reader.is_version(client.service, client.version) then
    return { (" not a service version: %q, %q"):format(client.service, client.version) }
  end
  return client.malformed
end

---Reads one service version from its folder of the SDK.
---@param folder string holds client.go and models.go
---@return catalog.Service? service
---@return string? error
---@return catalog.SchemaVersion? schema
function go_sdk.read_service(folder)
  local client, client_error = parse_file(folder .. "/client.go", parse_client)
  if not client then return nil, client_error end
  local structs, structs_error = parse_file(folder .. "/models.go", parse_models)
  if not structs then return nil, structs_error end
  local malformed = malformed_parts(client)
  if #malformed > 0 then
    return nil, folder .. "/client.go:" .. table.concat(malformed, "\n  " .. folder .. "/client.go:")
  end
  table.sort(client.actions)
  local lost = find_lost_action(client.actions, structs)
  if lost then return nil, ("%s/client.go: is cut off: there is no method of action %s"):format(folder, lost) end
  local slips = sorted.keys(client.slips)
  local service = { service = client.service, version = client.version, actions = {}, slips = slips }
  for _, name in ipairs(client.actions) do
    local action, reason = make_action(name, client.codes[name], structs)
    if not action then return nil, folder .. ": " .. reason end
    table.insert(service.actions, action)
  end
  return service, nil, make_schema(client, structs)
end

---Reads all service versions of a checkout; an empty list where it holds none.
---@param checkout string the checkout's folder
---@param faults string[]? gets what is wrong with those that cannot be read, which are left out
---@return catalog.Service[]? services
---@return string? error without `faults`, of the first that cannot be read
---@return catalog.SchemaVersion[]? schemas what the actions of each take and give
function go_sdk.read_checkout(checkout, faults)
  local services, schemas = {}, {}
  for _, folder in ipairs(folders.find(checkout, "/tencentcloud/*/v*/")) do
    local service, reason, schema = go_sdk.read_service((folder:gsub("/$", "")))
    if service then
      table.insert(services, service)
      table.insert(schemas, schema)
    elseif faults then
      table.insert(faults, reason)
    else
      return nil, reason
    end
  end
  return services, nil, schemas
end

return go_sdk
