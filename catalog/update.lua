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
local vocabulary = require "catalog.vocabulary"

local USAGE = [[
usage: update-catalog [options] CHECKOUT...

Makes the facts again from four checkouts, in any order: the official Go SDKs and the official command-line tools, of
the mainland and of the international site each. Prints how much changed in each service version, then what a person
must judge: new codes with their verdicts, new verbs, and actions that may do more than read.

  --dry-run                 write nothing
  --list                    print every action and code that changed, too
  --partial                 keep what the checkouts lack as it is, in place of refusing them
  --retire SERVICE-VERSION  this service version is meant to be gone; can be given more than once
  --date YYYY-MM-DD         the date of the checkouts, for the pages that state it; without it, that of the newest
                            commit of those that are git's
  --project FOLDER          the folder of the project whose catalog is updated
  --help                    print this text

Exits with 0 when all is well; with 1 on a dry run, if something would change; with 2 on wrong usage, and when a
checkout is refused or a file is wrong.
]]

local function is_date(text)
  local year, month, day = text:match "^(%d%d%d%d)%-(%d%d)%-(%d%d)$"
  if not year then return false end
  -- os.time takes the 99th of a month, too, and gives another day.
  local time = os.time { year = tonumber(year), month = tonumber(month), day = tonumber(day), hour = 12 }
  return time ~= nil and os.date("%Y-%m-%d", time) == text
end

local FORMS = {
  ["--retire"] = function(text) return text:find "^[%w_]+%-%d%d%d%d%-%d%d%-%d%d$" end,
  ["--date"] = is_date,
  ["--project"] = function(text) return text ~= "" end,
}
local SWITCHES = { ["--dry-run"] = "dry_run", ["--list"] = "list", ["--partial"] = "partial", ["--help"] = "help" }

local function parse_arguments(words)
  local options, position = { project = root or "..", gone = {}, checkouts = {} }, 1
  while words[position] do
    local word, value = words[position], words[position + 1]
    if SWITCHES[word] then
      options[SWITCHES[word]] = true
    elseif FORMS[word] then
      if not (value and FORMS[word](value)) then return nil end
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

-- What is wrong with the checkouts, and what they lack.
local function find_lacking(found, faults, old, gone)
  local lacking = {}
  for _, fault in ipairs(faults) do table.insert(lacking, fault) end
  for _, missing in ipairs(checkouts.missing(found, old, gone)) do table.insert(lacking, missing) end
  return lacking
end

-- Why the checkouts are refused; nil where they are not.
local function refusal_of(lacking, not_gone, is_partial)
  if #not_gone > 0 then return table.concat(not_gone, "\n") end
  if #lacking == 0 or is_partial then return nil end
  return "the checkouts are refused, for what is wrong in them or missing\n  " .. table.concat(lacking, "\n  ")
    .. "\n" .. ADVICE
end

-- How the actions page: only the command-line tools say which fields are disabled, so what they lack stays as it was.
local function derive(found, old, services, schemas)
  local said = {}
  for _, site in ipairs(vocabulary.sites) do
    for _, schema in ipairs(found.command_line[site] and found.command_line[site].schemas or {}) do
      local key = merge.key_of(schema)
      said[key] = said[key] or {}
      for _, action in ipairs(schema.actions) do said[key][action.name] = true end
    end
  end
  local of_command_line = {}
  for _, schema in ipairs(schemas) do
    if said[merge.key_of(schema)] then table.insert(of_command_line, schema) end
  end
  local derived = derive_paging.of(services, of_command_line)
  for _, service in ipairs(services) do
    local known = said[merge.key_of(service)] or {}
    for _, action in ipairs(service.actions) do
      if not known[action.name] then
        derive_paging.add(derived, paging_file.name_of(service, action), old)
      end
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

-- The files that change; nil and the reason where a page lacks a place.
local function plan(project, before, after, page_values)
  local texts, reason = pages.rewrite(project, page_values)
  if not texts then return nil, reason end
  texts[project .. "/catalog/paging.txt"] = paging_file.format(after.paging)
  texts[project .. "/catalog/retired.txt"] = retired.format(after.retired)
  return update_files.changes(project, before.services, after.services, texts)
end

-- The same with a date for the pages, which change only if anything does.
local function plan_with_date(options, before, after, paging)
  local values = pages.values(after.services, paging, options.date)
  local files, reason = plan(options.project, before, after, values)
  if not files or options.date or #files.writes + #files.removals == 0 then return files, reason end
  values.date = checkouts.date(options.checkouts)
  if values.date then return plan(options.project, before, after, values) end
  if options.dry_run then return files end
  return nil, "no checkout is git's, so nothing says of which day they are: give --date YYYY-MM-DD"
end

local function format_files(found)
  local lines = {}
  for _, write in ipairs(found.writes) do table.insert(lines, "  " .. write.path) end
  for _, path in ipairs(found.removals) do table.insert(lines, "  " .. path .. " (removed)") end
  if #lines == 0 then return "" end
  return ("\nFiles that change: %d\n%s\n"):format(#lines, table.concat(lines, "\n"))
end

-- Reads the checkouts; nil and the reason where they are refused. Gives what they say, and what of it is lacking.
local function read_checkouts(options, old)
  local found, reason, faults = checkouts.read(options.checkouts)
  if not found then return nil, reason end
  local lacking = find_lacking(found, faults, old, options.gone)
  local refusal = refusal_of(lacking, checkouts.not_gone(found, old, options.gone), options.partial)
  if refusal then return nil, refusal end
  for _, gap in ipairs(checkouts.small_gaps(found)) do table.insert(lacking, gap) end
  return found, lacking
end

-- Gives whether anything changes; or nil and the reason where the update is refused.
local function update(options)
  local before, reason = read_catalog(options.project)
  if not before then return nil, reason end
  local found, lacking = read_checkouts(options, before.services)
  if not found then return nil, lacking end
  local services, schemas = checkouts.merge(found, before.services, options.gone)
  local paging = derive(found, before.paging, services, schemas)
  local after = { services = services, paging = paging.by_action,
    retired = retired.advance(before.retired, before.services, services, kept_codes()) }
  local files, files_reason = plan_with_date(options, before, after, paging)
  if not files then return nil, files_reason end
  local readable, read_reason = update_files.check(files)
  if not readable then return nil, read_reason end
  local count = #files.writes + #files.removals
  -- Before the first file is written: what is new to the catalog is new only once.
  io.stdout:write(report.format(before, after, { schemas = schemas, left = lacking, slips = checkouts.slips(found),
    file_count = count, is_listed = options.list }), format_files(files))
  io.stdout:flush()
  if not options.dry_run then
    local done, write_reason = update_files.apply(files)
    if not done then return nil, write_reason end
  end
  return true, count > 0
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
