-- Compares two states of the catalog and says, readably, what was added (+), removed (-) and changed (~).

local paging_file = require "catalog.paging_file"
local reader = require "catalog.reader"

local changes = {}

---@class catalog.State what the files of the catalog hold
---@field services catalog.Service[]
---@field retired catalog.Retired
---@field paging table<string, catalog.Paging>

---@class catalog.Tally
---@field added integer
---@field removed integer
---@field changed integer

---@class catalog.Report
---@field lines string[]
---@field versions { name: string, actions: catalog.Tally, pairs: catalog.Tally }[] those that changed
---@field services catalog.Tally
---@field actions catalog.Tally
---@field pairs catalog.Tally declared codes, each counted once for each action
---@field codes catalog.Tally distinct codes of the whole catalog
---@field statuses catalog.Tally actions that were there before and have another status
---@field paging catalog.Tally actions of which it is known how they page

local function new_tally()
  return { added = 0, removed = 0, changed = 0 }
end

local function index_by(list, name_of)
  local index = {}
  for _, item in ipairs(list) do index[name_of(item)] = item end
  return index
end

local function action_name(action) return action.name end
local function code_name(code) return code end
local function service_name(service) return service.service .. " " .. service.version end

-- Calls visit(name, old item or nil, new item or nil) in the order of the names.
local function walk(old_index, new_index, visit)
  local names = {}
  for name in pairs(old_index) do table.insert(names, name) end
  for name in pairs(new_index) do
    if old_index[name] == nil then table.insert(names, name) end
  end
  table.sort(names)
  for _, name in ipairs(names) do visit(name, old_index[name], new_index[name]) end
end

local function count_pairs(service)
  local count = 0
  for _, action in ipairs(service.actions) do count = count + #action.codes end
  return count
end

local function compare_codes(report, tally, old_codes, new_codes, indent)
  walk(index_by(old_codes, code_name), index_by(new_codes, code_name), function(code, old, new)
    if old and new then return end
    local key = new and "added" or "removed"
    tally[key] = tally[key] + 1
    table.insert(report.lines, indent .. (new and "+ " or "- ") .. code)
  end)
end

local function compare_action(report, old, new)
  local before = #report.lines
  table.insert(report.lines, "  ~ " .. new.name)
  for _, attribute in ipairs(reader.attributes) do
    if old[attribute] ~= new[attribute] then
      table.insert(report.lines, ("    ~ %s: %s"):format(attribute, new[attribute] and "no -> yes" or "yes -> no"))
    end
  end
  if old.deprecated ~= new.deprecated or old.offline ~= new.offline then
    report.statuses.changed = report.statuses.changed + 1
  end
  compare_codes(report, report.pairs, old.codes, new.codes, "    ")
  if #report.lines == before + 1 then
    table.remove(report.lines)
  else
    report.actions.changed = report.actions.changed + 1
  end
end

local function compare_service(report, old, new)
  local before = #report.lines
  table.insert(report.lines, "~ " .. service_name(new))
  walk(index_by(old.actions, action_name), index_by(new.actions, action_name), function(name, was, is)
    if was and is then return compare_action(report, was, is) end
    local key, count = is and "added" or "removed", #(is or was).codes
    report.actions[key] = report.actions[key] + 1
    report.pairs[key] = report.pairs[key] + count
    table.insert(report.lines, ("  %s %s (codes: %d)"):format(is and "+" or "-", name, count))
  end)
  if #report.lines == before + 1 then
    table.remove(report.lines)
  else
    report.services.changed = report.services.changed + 1
  end
end

local function all_codes(services)
  local seen, codes = {}, {}
  for _, service in ipairs(services) do
    for _, action in ipairs(service.actions) do
      for _, code in ipairs(action.codes) do
        if not seen[code] then table.insert(codes, code) end
        seen[code] = true
      end
    end
  end
  return codes
end

local function new_report()
  return { lines = {}, versions = {}, services = new_tally(), actions = new_tally(), pairs = new_tally(),
    codes = new_tally(), statuses = new_tally(), paging = new_tally() }
end

local function compare_version(report, name, was, is)
  if was and is then return compare_service(report, was, is) end
  local key, service = is and "added" or "removed", is or was
  local pair_count = count_pairs(service)
  report.services[key] = report.services[key] + 1
  report.actions[key] = report.actions[key] + #service.actions
  report.pairs[key] = report.pairs[key] + pair_count
  table.insert(report.lines,
    ("%s %s (actions: %d, codes: %d)"):format(is and "+" or "-", name, #service.actions, pair_count))
end

-- Adds what changed in one service version.
local function add_report(report, own, name)
  if #own.lines == 0 then return end
  for _, line in ipairs(own.lines) do table.insert(report.lines, line) end
  for _, tally in ipairs { "services", "actions", "pairs", "statuses" } do
    for key, count in pairs(own[tally]) do report[tally][key] = report[tally][key] + count end
  end
  table.insert(report.versions, { name = name, actions = own.actions, pairs = own.pairs })
end

local function compare_paging(report, old, new)
  local before = #report.lines
  walk(old, new, function(name, was, is)
    local key, mark = is and "added" or "removed", is and "+" or "-"
    if was and is then
      if paging_file.format { [name] = was } == paging_file.format { [name] = is } then return end
      key, mark = "changed", "~"
    end
    report.paging[key] = report.paging[key] + 1
    table.insert(report.lines, ("  %s %s"):format(mark, name))
  end)
  if #report.lines > before then table.insert(report.lines, before + 1, "paging") end
end

---Compares two states of the catalog.
---@param old catalog.State
---@param new catalog.State
---@return catalog.Report report its lines are empty where nothing changed
function changes.compare(old, new)
  local report = new_report()
  walk(index_by(old.services, service_name), index_by(new.services, service_name), function(name, was, is)
    local own = new_report()
    compare_version(own, name, was, is)
    add_report(report, own, name)
  end)
  local line_count = #report.lines
  compare_codes(report, report.codes, all_codes(old.services), all_codes(new.services), "  ")
  if #report.lines > line_count then
    table.insert(report.lines, line_count + 1, "codes of the whole catalog")
  end
  compare_paging(report, old.paging, new.paging)
  return report
end

---Gives the list of everything that changed as text.
---@param report catalog.Report
---@return string text
function changes.format_list(report)
  if #report.lines == 0 then return "" end
  return table.concat(report.lines, "\n") .. "\n\n"
end

---Gives the summary as text: what changed in each service version, then the counts.
---@param report catalog.Report
---@param file_count integer how many files change, those of pages and of retired codes, too
---@return string text
function changes.format(report, file_count)
  if #report.lines == 0 then
    return file_count == 0 and "Nothing changed.\n" or "No service, action, code or paging changed.\n"
  end
  local lines = {}
  for _, version in ipairs(report.versions) do
    local actions, codes = version.actions, version.pairs
    table.insert(lines, ("%-28s actions +%d -%d ~%d, declared codes +%d -%d"):format(version.name, actions.added,
      actions.removed, actions.changed, codes.added, codes.removed))
  end
  table.insert(lines, "")
  local function add_tally(label, tally)
    table.insert(lines, ("%-15s %d added, %d removed, %d changed"):format(
      label, tally.added, tally.removed, tally.changed))
  end
  add_tally("services:", report.services)
  add_tally("actions:", report.actions)
  for _, row in ipairs { { "declared codes:", report.pairs }, { "distinct codes:", report.codes } } do
    table.insert(lines, ("%-15s %d added, %d removed"):format(row[1], row[2].added, row[2].removed))
  end
  add_tally("paging:", report.paging)
  table.insert(lines, ("%-15s %d changed"):format("status:", report.statuses.changed))
  return table.concat(lines, "\n") .. "\n"
end

return changes
