-- Makes one catalog of what several checkouts say: the actions of both sites with all that either declares, and their
-- status.

local sorted = require "catalog.sorted"
local vocabulary = require "catalog.vocabulary"

local merge = {}

local FLAGS = { "client_token", "dry_run", "sse" }

local function key_of(version)
  return version.service .. "-" .. version.version
end

---The name of a service version's file, without its ending.
---@param version { service: string, version: string }
---@return string
function merge.key_of(version) return key_of(version) end

local function add_codes(codes, more)
  for _, code in ipairs(more) do codes[code] = code end
end

-- Adds what a site says of an action.
local function add_action(actions, site, action)
  local merged = actions[action.name]
  if not merged then
    merged = { name = action.name, on = {}, codes = {} }
    actions[action.name] = merged
  end
  merged.on[site] = true
  for _, flag in ipairs(FLAGS) do merged[flag] = merged[flag] or action[flag] end
  add_codes(merged.codes, action.codes)
end

local function finish_action(merged, status)
  return {
    name = merged.name,
    client_token = merged.client_token,
    dry_run = merged.dry_run,
    sse = merged.sse,
    mainland = not merged.on.international,
    international = not merged.on.mainland,
    deprecated = status == "deprecated",
    offline = status == "offline",
    codes = sorted.values(merged.codes),
  }
end

---The order of actions, by their names.
---@param left { name: string }
---@param right { name: string }
---@return boolean
function merge.is_named_before(left, right) return left.name < right.name end

---The order of service versions, that of their files.
---@param left { service: string, version: string }
---@param right { service: string, version: string }
---@return boolean
function merge.is_before(left, right) return key_of(left) < key_of(right) end

---Merges the sites' lists.
---@param of_site table<string, catalog.Service[]> by site
---@param status_of fun(key: string, action: string): string? by a service version's key and an action's name
---@return catalog.Service[] services sorted by file name
function merge.services(of_site, status_of)
  local versions = {}
  for _, site in ipairs(vocabulary.sites) do
    for _, service in ipairs(of_site[site] or {}) do
      local key = key_of(service)
      versions[key] = versions[key] or { service = service.service, version = service.version, merged = {} }
      for _, action in ipairs(service.actions) do add_action(versions[key].merged, site, action) end
    end
  end
  for key, version in pairs(versions) do
    local actions = {}
    for _, merged in pairs(version.merged) do
      table.insert(actions, finish_action(merged, status_of(key, merged.name)))
    end
    table.sort(actions, merge.is_named_before)
    version.actions, version.merged = actions, nil
  end
  return sorted.values(versions, merge.is_before)
end

---What the catalog says of one site: the service versions that it has, and in each the actions that it has.
---@param services catalog.Service[]
---@param site string
---@return catalog.Service[]
function merge.of_site(services, site)
  local other, found = site == "mainland" and "international" or "mainland", {}
  for _, service in ipairs(services) do
    local actions = {}
    for _, action in ipairs(service.actions) do
      if not action[other] then table.insert(actions, action) end
    end
    if #actions > 0 then
      table.insert(found, { service = service.service, version = service.version, actions = actions })
    end
  end
  return found
end

-- Adds the actions and structures that only `more` has, and the answers that the first site leaves empty.
local function add_schema(schema, more)
  local known = {}
  for _, action in ipairs(schema.actions) do known[action.name] = action end
  for _, action in ipairs(more.actions) do
    local own = known[action.name]
    if not own then
      table.insert(schema.actions, action)
    elseif #own.output == 0 then
      own.output = action.output
    end
  end
  for name, fields in pairs(more.types) do schema.types[name] = schema.types[name] or fields end
  table.sort(schema.actions, merge.is_named_before)
end

---Merges what the sites say of requests and answers. Of an action or a structure that both have, the mainland's holds.
---@param of_site table<string, catalog.SchemaVersion[]> by site
---@return catalog.SchemaVersion[] schemas sorted
function merge.schemas(of_site)
  local versions = {}
  for _, site in ipairs(vocabulary.sites) do
    for _, schema in ipairs(of_site[site] or {}) do
      local key = key_of(schema)
      if versions[key] then
        add_schema(versions[key], schema)
      else
        versions[key] = schema
      end
    end
  end
  return sorted.values(versions, merge.is_before)
end

---What the schemas say of actions' status; of an action that several have, the first says it.
---@param schemas catalog.SchemaVersion[]
---@return table<string, table<string, string>> by service version and action; "-" where it is not said
function merge.statuses(schemas)
  local statuses = {}
  for _, schema in ipairs(schemas) do
    local of_version = statuses[key_of(schema)] or {}
    statuses[key_of(schema)] = of_version
    for _, action in ipairs(schema.actions) do
      of_version[action.name] = of_version[action.name] ~= "-" and of_version[action.name] or action.status
    end
  end
  return statuses
end

return merge
