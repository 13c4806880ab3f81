-- The fields that a request or an answer has outside of lists: those of its top, and of the structures below it.
-- Disabled fields are left out: they are other names of old times, and what an answer has of them nobody fills.

local containers = {}

local DEPTH = 3 -- levels of fields, the top the first

---@class catalog.Container
---@field path string "" or "Result."
---@field depth integer 1 for the top
---@field fields table<string, catalog.SchemaField> those that are neither lists nor structures, by name
---@field lists catalog.List[]

---@class catalog.List
---@field name string
---@field path string
---@field container string the path of its container
---@field parts catalog.SchemaField[]? of its structures; nil where it has plain values

local function read_container(open, types, depth)
  local container, below = { path = open.path, depth = depth, fields = {}, lists = {} }, {}
  for _, field in ipairs(open.fields) do
    local path, parts = open.path .. field.name, types[field.type]
    if field.disabled then
      container.fields[field.name] = nil
    elseif field.list then
      table.insert(container.lists, { name = field.name, path = path, container = open.path, parts = parts })
    elseif parts then
      table.insert(below, { path = path .. ".", fields = parts })
    else
      container.fields[field.name] = field
    end
  end
  return container, below
end

---All of them, the highest first.
---@param fields catalog.SchemaField[]
---@param types table<string, catalog.SchemaField[]>
---@return catalog.Container[]
function containers.of(fields, types)
  local all, level = {}, { { path = "", fields = fields } }
  for depth = 1, DEPTH do
    local next_level = {}
    for _, open in ipairs(level) do
      local container, below = read_container(open, types, depth)
      table.insert(all, container)
      for _, structure in ipairs(below) do table.insert(next_level, structure) end
    end
    level = next_level
  end
  return all
end

---The same, with the one of that path above the others.
---@param all catalog.Container[]
---@param path string?
---@return catalog.Container[]
function containers.nearest_first(all, path)
  local sorted = {}
  for _, container in ipairs(all) do
    if container.path == path then
      table.insert(sorted, 1,
        { path = path, depth = 0, fields = container.fields, lists = container.lists })
    else
      table.insert(sorted, container)
    end
  end
  return sorted
end

local function find_in(container, names, types)
  for _, name in ipairs(names) do
    local field = container.fields[name]
    if field and types[field.type] then return container.path .. name, field end
  end
end

---The field of one of the names and types that is the highest, and the only one there; of several in a container the
---one whose name comes first.
---@param all catalog.Container[] the highest first
---@param names string[]
---@param types table<string, boolean>
---@return string? path
---@return catalog.SchemaField? field
function containers.find(all, names, types)
  local path, field, depth
  for _, container in ipairs(all) do
    if path and container.depth > depth then break end
    local found, found_field = find_in(container, names, types)
    if found and path then return nil end
    if found then path, field, depth = found, found_field, container.depth end
  end
  return path, field
end

return containers
