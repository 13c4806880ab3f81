-- The files of the catalog that an update changes. Each is replaced whole, and the retired codes and actions come
-- first, before the lists lose them: an update that is interrupted, and run again, loses nothing.

local folders = require "catalog.folders"
local paging_file = require "catalog.paging_file"
local reader = require "catalog.reader"
local retired = require "catalog.retired"
local sorted = require "catalog.sorted"
local writer = require "catalog.writer"

local update_files = {}

local UNDONE = "the update broke off, run it again: "

---@class catalog.FileChanges
---@field writes { path: string, text: string }[] in the order of writing
---@field removals string[]

local function add_write(found, path, text)
  if folders.read(path) ~= text then table.insert(found.writes, { path = path, text = text }) end
end

---Says which files are to be changed.
---@param root string the folder of the project
---@param old catalog.Service[]
---@param new catalog.Service[]
---@param texts table<string, string> the other files: path to text; that of the retired ones is written first
---@return catalog.FileChanges
function update_files.changes(root, old, new, texts)
  local found, kept, first = { writes = {}, removals = {} }, {}, root .. "/catalog/retired.txt"
  add_write(found, first, texts[first])
  for _, service in ipairs(new) do
    local path = root .. "/catalog/services/" .. writer.file_name(service)
    add_write(found, path, writer.format(service))
    kept[path] = true
  end
  for _, path in ipairs(sorted.keys(texts)) do
    if path ~= first then add_write(found, path, texts[path]) end
  end
  for _, service in ipairs(old) do
    local path = root .. "/catalog/services/" .. writer.file_name(service)
    if not kept[path] then table.insert(found.removals, path) end
  end
  return found
end

-- How the files that are read again are read, by their paths' ends.
local READERS = {
  ["/catalog/services/[^/]+%.txt$"] = reader.read_text,
  ["/catalog/retired%.txt$"] = retired.read_text,
  ["/catalog/paging%.txt$"] = paging_file.read_text,
}

---Reads what is to be written: an update must not leave a catalog that the next one cannot read.
---@param found catalog.FileChanges
---@return boolean? done
---@return string? error
function update_files.check(found)
  for _, write in ipairs(found.writes) do
    for pattern, read in pairs(READERS) do
      local done, reason = true, nil
      if write.path:find(pattern) then done, reason = read(write.text, write.path) end
      if not done then return nil, ("what would be written cannot be read: %s: %s"):format(write.path, reason) end
    end
  end
  return true
end

---Makes the changes.
---@param found catalog.FileChanges
---@return boolean? done
---@return string? error
function update_files.apply(found)
  for _, write in ipairs(found.writes) do
    local done, reason = folders.write(write.path, write.text)
    if not done then return nil, UNDONE .. reason end
  end
  for _, path in ipairs(found.removals) do
    local done, reason = os.remove(path)
    if not done then return nil, UNDONE .. reason end
  end
  return true
end

return update_files
