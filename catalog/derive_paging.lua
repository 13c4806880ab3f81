-- Derives how the catalog's reading actions page from what they take and give.

local actions = require "catalog.actions"
local paging = require "catalog.paging"
local paging_file = require "catalog.paging_file"

local derive_paging = {}

-- The codes of every action, by "service@version.Action".
local function codes_by_name(services)
  local codes = {}
  for _, service in ipairs(services) do
    for _, action in ipairs(service.actions) do
      codes[paging_file.name_of(service, action)] = action.codes
    end
  end
  return codes
end

---@class catalog.DerivedPaging
---@field by_action table<string, catalog.Paging> by "service@version.Action"
---@field count integer how many page
---@field certain integer how many of them name their list

---Adds the facts of one action, if there are any.
---@param derived catalog.DerivedPaging
---@param full string "service@version.Action"
---@param by_action table<string, catalog.Paging>
function derive_paging.add(derived, full, by_action)
  local facts = by_action[full]
  if not facts then return end
  derived.by_action[full], derived.count = facts, derived.count + 1
  if facts.list then derived.certain = derived.certain + 1 end
end

---Derives the facts of all reading actions that are in the catalog.
---@param services catalog.Service[]
---@param schemas catalog.SchemaVersion[] what actions take and give
---@return catalog.DerivedPaging
function derive_paging.of(services, schemas)
  local derived, codes = { by_action = {}, count = 0, certain = 0 }, codes_by_name(services)
  for _, schema in ipairs(schemas) do
    for _, action in ipairs(schema.actions) do
      local full = paging_file.name_of(schema, action)
      local reads = codes[full] and actions.reads(schema.service, action.name)
      local facts = reads and paging.of(schema.service .. "." .. action.name, action, schema.types, codes[full])
      derive_paging.add(derived, full, { [full] = facts or nil })
    end
  end
  return derived
end

return derive_paging
