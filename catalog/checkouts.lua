-- The checkouts that the catalog is made from: which one a folder is, what they say together, and what they lack.

local command_line = require "catalog.command_line"
local folders = require "catalog.folders"
local go_sdk = require "catalog.go_sdk"
local merge = require "catalog.merge"

local checkouts = {}

---@class catalog.Checkout
---@field folder string
---@field services catalog.Service[]? of a Go SDK
---@field schemas catalog.SchemaVersion[]
---@field known table<string, boolean> the keys of its service versions

-- What each source is called, and how it is known: the file that each service version has, the file that tells the
-- site, and what the sites' copies of that have in common, followed by the mark of the international one.
local SOURCES = {
  { name = "go", title = "Go SDK", versions = "/tencentcloud/*/v*/client.go",
    own = "tencentcloud%-sdk%-go(%-?[%l-]*)/tencentcloud/" },
  { name = "command_line", title = "command-line tool", versions = "/tccli/services/*/v*/api.json",
    told_by = "/setup.py", own = "tencentcloud%-sdk%-python(%-?[%l-]*)" },
}
local SITES = { [""] = "mainland", ["-intl-en"] = "international" }

-- The source of a folder and its site; nil and the reason where it is none.
local function recognize(folder)
  for _, source in ipairs(SOURCES) do
    local files = folders.find(folder, source.versions)
    if #files > 0 then
      local path = source.told_by and folder .. source.told_by or files[1]
      local text = folders.read(path)
      local site = text and SITES[text:match(source.own) or "?"]
      if site then return source, site end
      return nil, ("%s is a %s, but %s does not say of which site"):format(folder, source.title, path)
    end
  end
  return nil, folder .. ": neither a Go SDK (no tencentcloud/*/v*/client.go in it) nor a command-line tool "
    .. "(no tccli/services/*/v*/api.json)"
end

local READ = {}

function READ.go(folder, faults)
  local services, _, schemas = go_sdk.read_checkout(folder, faults)
  return { folder = folder, services = services, schemas = schemas }
end

function READ.command_line(folder, faults)
  return { folder = folder, schemas = command_line.read_checkout(folder, faults) }
end

---Reads checkouts, in any order.
---@param paths string[]
---@return table<string, table<string, catalog.Checkout>>? found by source, "go" or "command_line", and site
---@return string? error for a folder that is none, or for two of the same source
---@return string[] faults what cannot be read in them: files that are cut off or missing
function checkouts.read(paths)
  local found, faults = { go = {}, command_line = {} }, {}
  for _, folder in ipairs(paths) do
    local source, site = recognize(folder)
    if not source then return nil, site, faults end
    local of_source = found[source.name]
    if of_source[site] then
      local both = "%s and %s are both the %s of the %s site"
      return nil, both:format(of_source[site].folder, folder, source.title, site), faults
    end
    of_source[site] = READ[source.name](folder, faults)
    of_source[site].known = {}
    for _, version in ipairs(of_source[site].schemas) do of_source[site].known[merge.key_of(version)] = true end
  end
  return found, nil, faults
end

---What the catalog has and the checkouts lack: whole sources, and service versions.
---@param found table<string, table<string, catalog.Checkout>>
---@param old catalog.Service[]
---@param gone table<string, boolean> service versions that are meant to go
---@return string[] missing
function checkouts.missing(found, old, gone)
  local missing = {}
  for _, source in ipairs(SOURCES) do
    for _, site in ipairs(merge.sites) do
      local checkout = found[source.name][site]
      if not checkout then
        table.insert(missing, ("the %s of the %s site"):format(source.title, site))
      else
        for _, service in ipairs(merge.of_site(old, site)) do
          local key = merge.key_of(service)
          if not (checkout.known[key] or gone[key]) then
            table.insert(missing, ("%s of the %s site: it is not in %s"):format(key, site, checkout.folder))
          end
        end
      end
    end
  end
  return missing
end

-- A site's services: those of its Go SDK, and what the catalog has of the rest.
local function services_of_site(checkout, old, site, gone)
  local services = {}
  for _, service in ipairs(checkout and checkout.services or {}) do table.insert(services, service) end
  for _, service in ipairs(merge.of_site(old, site)) do
    local key = merge.key_of(service)
    if not (checkout and checkout.known[key] or gone[key]) then table.insert(services, service) end
  end
  return services
end

local function old_statuses(old)
  local statuses = {}
  for _, service in ipairs(old) do
    local of_version = {}
    for _, action in ipairs(service.actions) do
      of_version[action.name] = action.deprecated and "deprecated" or action.offline and "offline" or "online"
    end
    statuses[merge.key_of(service)] = of_version
  end
  return statuses
end

---The catalog as the checkouts have it; what they lack stays as it was.
---@param found table<string, table<string, catalog.Checkout>>
---@param old catalog.Service[]
---@param gone table<string, boolean>
---@return catalog.Service[] services
---@return catalog.SchemaVersion[] schemas of the command-line tools; of the Go SDKs for what those lack
function checkouts.merge(found, old, gone)
  local of_site, of_command_line, of_go = {}, {}, {}
  for _, site in ipairs(merge.sites) do
    of_site[site] = services_of_site(found.go[site], old, site, gone)
    of_command_line[site] = found.command_line[site] and found.command_line[site].schemas
    of_go[site] = found.go[site] and found.go[site].schemas
  end
  local schemas = merge.schemas(of_command_line)
  local said, before, known = merge.statuses(schemas), old_statuses(old), {}
  local services = merge.services(of_site, function(key, action)
    return said[key] and said[key][action] or before[key] and before[key][action]
  end)
  for _, schema in ipairs(schemas) do known[merge.key_of(schema)] = true end
  for _, schema in ipairs(merge.schemas(of_go)) do
    if not known[merge.key_of(schema)] then table.insert(schemas, schema) end
  end
  return services, schemas
end

return checkouts
