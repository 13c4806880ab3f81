-- The command behind script/update-paging: makes catalog/paging.txt again from a folder of schema facts, or from a
-- checkout of the official Go SDK.

local root = arg[0]:match("^(.-)/?catalog/update_paging%.lua$")
root = root and root ~= "" and root or "."
package.path = root .. "/?.lua;" .. package.path

local derive_paging = require "catalog.derive_paging"
local folders = require "catalog.folders"
local go_sdk = require "catalog.go_sdk"
local paging_file = require "catalog.paging_file"
local reader = require "catalog.reader"
local schema_facts = require "catalog.schema_facts"

local unpack = table.unpack or unpack -- luacheck: ignore 143

local USAGE = [[
usage: update-paging [--output FILE] FOLDER

Makes catalog/paging.txt again from FOLDER: what each action takes and gives, as SERVICE-VERSION.txt for each service
version, or a checkout of the official Go SDK, which does not say which fields are disabled. Only reading actions of
catalog/services are taken. Prints how many page, and how many of them name their list for certain.

  --output FILE  write to FILE, in place of catalog/paging.txt
  --help         print this text
]]

local function parse_arguments(words)
  local options = { output = root .. "/catalog/paging.txt" }
  if words[1] == "--help" then return { help = true } end
  if words[1] == "--output" then options.output, words = words[2], { unpack(words, 3) } end
  options.folder = words[1]
  local complete = options.output and options.folder and not words[2]
  return complete and options.folder:sub(1, 1) ~= "-" and options or nil
end

local function fail(reason)
  io.stderr:write("update-paging: ", reason, "\n")
  os.exit(1)
end

local function read_versions(folder)
  local _, reason, schemas = go_sdk.read_checkout(folder)
  if reason then fail(reason) end
  return #schemas > 0 and schemas or schema_facts.read_directory(folder)
end

local options = parse_arguments(arg)
if not options or options.help then
  io[options and "stdout" or "stderr"]:write(USAGE)
  os.exit(options and 0 or 2)
end
local services = assert(reader.read_directory(root .. "/catalog/services"))
local derived = derive_paging.of(services, read_versions(options.folder))
if derived.count == 0 then fail(options.folder .. ": no action of the catalog pages in it") end
local done, reason = folders.write(options.output, paging_file.format(derived.by_action))
if not done then fail(reason) end
local text = "%d actions page; %d of them (%.1f%%) name their list for certain"
print(text:format(derived.count, derived.certain, 100 * derived.certain / derived.count))
