-- The command behind script/update-paging: makes catalog/paging.txt again from a folder of schema facts, or from a
-- checkout of the official Go SDK.

local root = arg[0]:match("^(.-)/?catalog/update_paging%.lua$")
root = root and root ~= "" and root or "."
package.path = root .. "/?.lua;" .. package.path

local actions = require "catalog.actions"
local go_sdk = require "catalog.go_sdk"
local paging = require "catalog.paging"
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

-- The codes of every action of the catalog, by "service@version.Action".
local function codes_of_catalog()
  local codes = {}
  for _, service in ipairs(assert(reader.read_directory(root .. "/catalog/services"))) do
    for _, action in ipairs(service.actions) do
      codes[("%s@%s.%s"):format(service.service, service.version, action.name)] = action.codes
    end
  end
  return codes
end

local function read_versions(folder)
  local _, reason, schemas = go_sdk.read_checkout(folder)
  if reason then fail(reason) end
  return #schemas > 0 and schemas or schema_facts.read_directory(folder)
end

-- The facts by action, how many there are, and how many of them name their list.
local function derive(versions)
  local by_action, codes, count, certain = {}, codes_of_catalog(), 0, 0
  for _, version in ipairs(versions) do
    for _, action in ipairs(version.actions) do
      local full = ("%s@%s.%s"):format(version.service, version.version, action.name)
      local reads = codes[full] and actions.reads(version.service, action.name)
      local facts = reads and paging.of(version.service .. "." .. action.name, action, version.types, codes[full])
      if facts then
        by_action[full], count = facts, count + 1
        if facts.list then certain = certain + 1 end
      end
    end
  end
  return by_action, count, certain
end

local options = parse_arguments(arg)
if not options or options.help then
  io[options and "stdout" or "stderr"]:write(USAGE)
  os.exit(options and 0 or 2)
end
local by_action, count, certain = derive(read_versions(options.folder))
if count == 0 then fail(options.folder .. ": no action of the catalog pages in it") end
local file, reason = io.open(options.output, "wb")
if not file then fail(reason) end
local written, write_reason = file:write(paging_file.format(by_action))
local closed, close_reason = file:close()
if not (written and closed) then fail(write_reason or close_reason) end
local text = "%d actions page; %d of them (%.1f%%) name their list for certain"
print(text:format(count, certain, 100 * certain / count))
