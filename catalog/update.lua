-- The command behind script/update-catalog: makes the catalog again from a checkout of the official Go SDK.
-- Everything is read and checked before the first file is written.

local root = arg[0]:match("^(.-)/?catalog/update%.lua$")
if root == "" then root = "." end
package.path = (root or "..") .. "/?.lua;" .. package.path

local reader = require "catalog.reader"
local writer = require "catalog.writer"
local changes = require "catalog.changes"
local go_sdk = require "catalog.go_sdk"
local suspicion = require "catalog.suspicion"

local USAGE = [[
usage: update-catalog [--dry-run] [--catalog FOLDER] CHECKOUT

Makes the facts again from CHECKOUT, a checkout of the official Go SDK, and prints what changed; then the actions that
read by their verb, but may do more by their fields, and that nobody has reviewed.

  --dry-run         write nothing
  --catalog FOLDER  the folder of the service files, in place of catalog/services
  --help            print this text

Exits with 0 when all is well, 1 when CHECKOUT holds no service or a file is wrong, 2 on wrong usage.
]]

local function parse_arguments(words)
  local options, position = { catalog = (root or "..") .. "/catalog/services" }, 1
  while words[position] do
    local word = words[position]
    if word == "--dry-run" then
      options.dry_run = true
    elseif word == "--help" then
      options.help = true
    elseif word == "--catalog" and words[position + 1] then
      position = position + 1
      options.catalog = words[position]
    elseif word:sub(1, 1) == "-" or options.checkout then
      return nil
    else
      options.checkout = word
    end
    position = position + 1
  end
  return (options.checkout or options.help) and options or nil
end

local function write_catalog(folder, old, new)
  local kept = {}
  for _, service in ipairs(new) do
    local name = writer.file_name(service)
    local done, reason = writer.write_file(folder .. "/" .. name, service)
    if not done then return nil, reason end
    kept[name] = true
  end
  for _, service in ipairs(old) do
    local name = writer.file_name(service)
    if not kept[name] then
      local done, reason = os.remove(folder .. "/" .. name)
      if not done then return nil, reason end
    end
  end
  return true
end

local function update(options)
  local new, new_error, schemas = go_sdk.read_checkout(options.checkout)
  if not new then return nil, new_error end
  if #new == 0 then return nil, options.checkout .. ": no tencentcloud/*/v*/client.go in it" end
  local old, old_error = reader.read_directory(options.catalog)
  if not old then return nil, old_error end
  if not options.dry_run then
    local done, reason = write_catalog(options.catalog, old, new)
    if not done then return nil, reason end
  end
  io.stdout:write(changes.format(changes.compare(old, new)), suspicion.format(suspicion.unreviewed(schemas)))
  return true
end

local options = parse_arguments(arg)
if not options then
  io.stderr:write(USAGE)
  os.exit(2)
elseif options.help then
  io.stdout:write(USAGE)
  os.exit(0)
end
local done, reason = update(options)
if not done then
  io.stderr:write("update-catalog: ", reason, "\n")
  os.exit(1)
end
