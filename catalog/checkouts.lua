-- The checkouts that the catalog is made from: which one a folder is, what they say together, and what they lack.

local command_line = require "catalog.command_line"
local folders = require "catalog.folders"
local go_sdk = require "catalog.go_sdk"
local merge = require "catalog.merge"
local reader = require "catalog.reader"
local sorted = require "catalog.sorted"
local vocabulary = require "catalog.vocabulary"

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

-- A tool's snapshot may be some hours older than that of the SDK: so many new actions it may lack.
local FEW = 3

local NAMED = 10 -- how many actions are named of those that a tool lacks

---@class catalog.Gap a service version of which a command-line tool lacks actions that the Go SDK of its site has
---@field names string[] of these actions
---@field text string which and where

local function gap_of(site, service, tool, folder)
  local known, names, shown = {}, {}, {}
  for _, action in ipairs(tool.actions) do known[action.name] = true end
  for _, action in ipairs(service.actions) do
    if not known[action.name] then table.insert(names, action.name) end
  end
  if #names == 0 then return nil end
  for position = 1, math.min(#names, NAMED) do shown[position] = names[position] end
  local more = #names > NAMED and (" and %d more"):format(#names - NAMED) or ""
  return { names = names, text = ("%s of the %s site: %s lacks %d of its %d actions: %s%s"):format(
    merge.key_of(service), site, folder, #names, #service.actions, table.concat(shown, ", "), more) }
end

local function gaps_of(found)
  local gaps = {}
  for _, site in ipairs(vocabulary.sites) do
    local tool, by_key = found.command_line[site], {}
    for _, schema in ipairs(tool and tool.schemas or {}) do by_key[merge.key_of(schema)] = schema end
    for _, service in ipairs(found.go[site] and found.go[site].services or {}) do
      local schema = by_key[merge.key_of(service)]
      table.insert(gaps, schema and gap_of(site, service, schema, tool.folder))
    end
  end
  return gaps
end

---The actions that a command-line tool lacks, where these are few; where they are more, the tool is not whole.
---@param found table<string, table<string, catalog.Checkout>>
---@return string[] texts
function checkouts.small_gaps(found)
  local texts = {}
  for _, gap in ipairs(gaps_of(found)) do
    if #gap.names <= FEW then table.insert(texts, gap.text) end
  end
  return texts
end

---The service versions that are said to be gone and are not.
---@param found table<string, table<string, catalog.Checkout>>
---@param old catalog.Service[]
---@param gone table<string, boolean>
---@return string[] texts
function checkouts.not_gone(found, old, gone)
  local where, is_gone, texts = {}, {}, {}
  for _, site in ipairs(vocabulary.sites) do
    local checkout = found.go[site]
    for _, service in ipairs(merge.of_site(old, site)) do
      local key = merge.key_of(service)
      if checkout and checkout.known[key] then where[key] = checkout.folder else is_gone[key] = true end
    end
  end
  for key in pairs(gone) do
    local reason = where[key] and where[key] .. " has it" or "the catalog has no such service version"
    if not is_gone[key] then table.insert(texts, ("--retire %s: %s"):format(key, reason)) end
  end
  table.sort(texts)
  return texts
end

---The newest date of a commit of those checkouts that are git's; nil where none is.
---@param paths string[]
---@return string? date "2026-08-21"
function checkouts.date(paths)
  local newest
  for _, path in ipairs(paths) do
    local folder = folders.quote(path)
    -- A folder in another repository has that one's commits.
    local pipe = assert(io.popen(("[ -e %s/.git ] && git -C %s log -1 --date=short --format=%%cd 2>/dev/null"):format(
      folder, folder)))
    local date = pipe:read "*l"
    pipe:close()
    if date and date:find "^%d%d%d%d%-%d%d%-%d%d$" and not (newest and newest > date) then newest = date end
  end
  return newest
end

---The codes of the Go SDKs that end with a dot.
---@param found table<string, table<string, catalog.Checkout>>
---@return string[] codes sorted
function checkouts.slips(found)
  local codes = {}
  for _, checkout in pairs(found.go) do
    for _, service in ipairs(checkout.services) do
      for _, code in ipairs(service.slips) do codes[code] = true end
    end
  end
  return sorted.keys(codes)
end

---What the catalog has and the checkouts lack: whole sources, service versions, and actions of a command-line tool.
---@param found table<string, table<string, catalog.Checkout>>
---@param old catalog.Service[]
---@param gone table<string, boolean> service versions that are meant to go
---@return string[] missing
function checkouts.missing(found, old, gone)
  local missing = {}
  for _, source in ipairs(SOURCES) do
    for _, site in ipairs(vocabulary.sites) do
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
  for _, gap in ipairs(gaps_of(found)) do
    if #gap.names > FEW then table.insert(missing, gap.text) end
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
      of_version[action.name] = reader.status_of(action)
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
  for _, site in ipairs(vocabulary.sites) do
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
