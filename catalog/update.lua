-- The command behind script/update-catalog: makes the catalog again from checkouts of the official SDKs and
-- command-line tools. Everything is read and checked before the first file is written.

local root = arg[0]:match("^(.-)/?catalog/update%.lua$")
if root == "" then root = "." end
package.path = (root or "..") .. "/?.lua;" .. package.path

local checkouts = require "catalog.checkouts"
local derive_paging = require "catalog.derive_paging"
local merge = require "catalog.merge"
local pages = require "catalog.pages"
local paging_file = require "catalog.paging_file"
local reader = require "catalog.reader"
local report = require "catalog.report"
local retired = require "catalog.retired"
local update_files = require "catalog.update_files"

local USAGE = [[
usage: update-catalog [options] CHECKOUT...

Makes the facts again from four checkouts, in any order: the official Go SDKs and the official command-line tools, of
the mainland and of the international site each. Prints how much changed in each service version, then what a person
must judge: new codes with their verdicts, new verbs, and actions that may do more than read.

  --dry-run                 write nothing
  --list                    print every action and code that changed, too
  --partial                 keep what the checkouts lack as it is, in place of refusing them
  --retire SERVICE-VERSION  this service version is meant to be gone; can be given more than once
  --date YYYY-MM-DD         the date of the checkouts, for the pages that state it
  --project FOLDER          the folder of the project whose catalog is updated
  --help                    print this text

Exits with 0 when all is well; with 1 on a dry run, if something would change; with 2 on wrong usage, and when a
checkout is refused or a file is wrong.
]]

local FORMS = {
  ["--retire"] = "^[%w_]+%-%d%d%d%d%-%d%d%-%d%d$",
  ["--date"] = "^%d%d%d%d%-%d%d%-%d%d$",
  ["--project"] = ".",
}
local SWITCHES = { ["--dry-run"] = "dry_run", ["--list"] = "list", ["--partial"] = "partial", ["--help"] = "help" }

local function parse_arguments(words)
  local options, position = { project = root or "..", gone = {}, checkouts = {} }, 1
  while words[position] do
    local word, value = words[position], words[position + 1]
    if SWITCHES[word] then
      options[SWITCHES[word]] = true
    elseif FORMS[word] then
      if not (value and value:find(FORMS[word])) then return nil end
      if word == "--retire" then options.gone[value] = true else options[word:sub(3)] = value end
      position = position + 1
    elseif word:sub(1, 1) == "-" then
      return nil
    else
      table.insert(options.checkouts, word)
    end
    position = position + 1
  end
  return (#options.checkouts > 0 or options.help) and options or nil
end

-- What the catalog has before the update.
local function read_catalog(project)
  local services, reason = reader.read_directory(project .. "/catalog/services")
  if not services then return nil, reason end
  local gone, retired_reason = retired.read(project .. "/catalog/retired.txt")
  if not gone then return nil, retired_reason end
  local paging, paging_reason = paging_file.read(project .. "/catalog/paging.txt")
  if not paging then return nil, paging_reason end
  return { services = services, retired = gone, paging = paging }
end

local ADVICE = [[
Mend the checkouts; or give --partial, and what they lack stays as it is; or --retire SERVICE-VERSION for a
service version that is gone.]]

-- Gives nothing where the checkouts are whole, else all that they lack.
local function refuse(found, faults, old, gone)
  local lacking = {}
  for _, fault in ipairs(faults) do table.insert(lacking, fault) end
  for _, missing in ipairs(checkouts.missing(found, old, gone)) do table.insert(lacking, missing) end
  if #lacking == 0 then return nil end
  return "the checkouts are refused, for what is wrong in them or missing\n  " .. table.concat(lacking, "\n  ")
    .. "\n" .. ADVICE
end

-- How the actions page: only the command-line tools say which fields are disabled, so what they lack stays as it was.
local function derive(found, old, services, schemas)
  local said = {}
  for _, site in ipairs(merge.sites) do
    for _, schema in ipairs(found.command_line[site] and found.command_line[site].schemas or {}) do
      said[merge.key_of(schema)] = true
    end
  end
  local of_command_line = {}
  for _, schema in ipairs(schemas) do
    if said[merge.key_of(schema)] then table.insert(of_command_line, schema) end
  end
  local derived = derive_paging.of(services, of_command_line)
  for _, service in ipairs(services) do
    for _, action in ipairs(said[merge.key_of(service)] and {} or service.actions) do
      derive_paging.add(derived, ("%s@%s.%s"):format(service.service, service.version, action.name), old)
    end
  end
  return derived
end

local function kept_codes()
  local kept = {}
  for _, list in ipairs { require "catalog.common_codes", require "catalog.undeclared" } do
    for _, code in ipairs(list) do table.insert(kept, code) end
  end
  return kept
end

-- The texts of all files but those of the services, by path.
local function other_files(options, before, services, paging)
  local catalog = options.project .. "/catalog/"
  local texts, reason = pages.rewrite(options.project, pages.values(services, paging, options.date))
  if not texts then return nil, reason end
  texts[catalog .. "paging.txt"] = paging_file.format(paging.by_action)
  texts[catalog .. "retired.txt"] =
    retired.format(retired.advance(before.retired, before.services, services, kept_codes()))
  return texts
end

local function format_files(found)
  local lines = {}
  for _, write in ipairs(found.writes) do table.insert(lines, "  " .. write.path) end
  for _, path in ipairs(found.removals) do table.insert(lines, "  " .. path .. " (removed)") end
  if #lines == 0 then return "" end
  return ("\nFiles that change: %d\n%s\n"):format(#lines, table.concat(lines, "\n"))
end

-- Gives whether anything changes; or nil and the reason where the update is refused.
local function update(options)
  local before, reason = read_catalog(options.project)
  if not before then return nil, reason end
  local found, found_reason, faults = checkouts.read(options.checkouts)
  if not found then return nil, found_reason end
  local refusal = not options.partial and refuse(found, faults, before.services, options.gone)
  if refusal then return nil, refusal end
  local services, schemas = checkouts.merge(found, before.services, options.gone)
  local paging = derive(found, before.paging, services, schemas)
  local texts, texts_reason = other_files(options, before, services, paging)
  if not texts then return nil, texts_reason end
  local files = update_files.changes(options.project, before.services, services, texts)
  local readable, read_reason = update_files.check(files)
  if not readable then return nil, read_reason end
  -- Before the first file is written: what is new to the catalog is new only once.
  io.stdout:write(report.format(before.services, services, before.retired, schemas, options.list), format_files(files))
  io.stdout:flush()
  if not options.dry_run then
    local done, write_reason = update_files.apply(files)
    if not done then return nil, write_reason end
  end
  return true, #files.writes + #files.removals > 0
end

local options = parse_arguments(arg)
if not options or options.help then
  io[options and "stdout" or "stderr"]:write(USAGE)
  os.exit(options and 0 or 2)
end
local done, outcome = update(options)
if not done then
  io.stderr:write("update-catalog: ", outcome, "\n")
  os.exit(2)
end
os.exit(options.dry_run and outcome and 1 or 0)
