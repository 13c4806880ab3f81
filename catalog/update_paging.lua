-- The command behind script/update-paging: makes catalog/paging.txt again from a folder of schema facts.

local root = arg[0]:match("^(.-)/?catalog/update_paging%.lua$")
root = root and root ~= "" and root or "."
package.path = root .. "/?.lua;" .. package.path

local actions = require "catalog.actions"
local paging = require "catalog.paging"
local paging_file = require "catalog.paging_file"
local reader = require "catalog.reader"
local schema_facts = require "catalog.schema_facts"

local USAGE = [[
usage: update-paging FOLDER

Makes catalog/paging.txt again from FOLDER, which holds SERVICE-VERSION.txt for each service version: what each action
takes and gives. Only reading actions of catalog/services are taken. Prints how many page, and how many of them name
their list for certain.
]]

if not arg[1] or arg[2] or arg[1] == "--help" then
  io.stderr:write(USAGE)
  os.exit(arg[1] == "--help" and 0 or 2)
end

-- The codes of every action of the catalog, by "service@version.Action".
local known = {}
for _, service in ipairs(assert(reader.read_directory(root .. "/catalog/services"))) do
  for _, action in ipairs(service.actions) do
    known[("%s@%s.%s"):format(service.service, service.version, action.name)] = action.codes
  end
end

local by_action, count, certain = {}, 0, 0
for _, version in ipairs(schema_facts.read_directory(arg[1])) do
  for _, action in ipairs(version.actions) do
    local full = ("%s@%s.%s"):format(version.service, version.version, action.name)
    local reads = known[full] and actions.reads(version.service, action.name)
    local facts = reads and paging.of(version.service .. "." .. action.name, action, version.types, known[full])
    if facts then
      by_action[full], count = facts, count + 1
      if facts.list then certain = certain + 1 end
    end
  end
end
if count == 0 then
  io.stderr:write("update-paging: ", arg[1], ": no action of the catalog pages in it\n")
  os.exit(1)
end
local file = assert(io.open(root .. "/catalog/paging.txt", "wb"))
assert(file:write(paging_file.format(by_action)))
assert(file:close())
local text = "%d actions page; %d of them (%.1f%%) name their list for certain"
print(text:format(count, certain, 100 * certain / count))
