-- tcerr coverage rules.lua: how many of the declared codes a program's rules handle, and how closely.

local json = require "tencentcloud.cli.json"
local rules_file = require "tencentcloud.cli.rules_file"
local scope = require "tencentcloud.cli.scope"

local coverage = {
  summary = "How many declared codes the rules handle.",
  description = "Counts the codes that actions declare by the closest rule that handles them: one on the very code, "
    .. "on its family, on its kind, or only one on any error.",
  examples = [[
tcerr coverage rules.lua --service cls
tcerr coverage rules.lua --service cvm --service cbs --min 80]],
}

local CLASSES = { "exact", "family", "kind", "any", "builtin", "none" }
local TITLES = { exact = "the very code", family = "its family", kind = "its kind", any = "any error",
  builtin = "(only built in)", none = "(no rule)" }

local SHOWN = 10 -- missing codes, without --all

function coverage.define(command)
  rules_file.define(command)
  command:option("--service", "The actions of this service; may be repeated. All by default.")
    :count "*":argname "<service>"
  command:option("--min", "Exit with 1 where less than this share has a rule on code, family or kind.")
    :convert(tonumber):argname "<percent>"
  command:flag("--all", ("Show all codes without such a rule, not only the first %d."):format(SHOWN))
end

-- Codes that only `*`, the built-in rules or no rule handles, with the number of actions; the commonest first.
local function missing(actions)
  local counts, list = {}, {}
  for _, action in ipairs(actions) do
    for _, code in ipairs(action.missing) do
      if not counts[code] then table.insert(list, code) end
      counts[code] = (counts[code] or 0) + 1
    end
  end
  table.sort(list, function(a, b)
    if counts[a] ~= counts[b] then return counts[a] > counts[b] end
    return a < b
  end)
  return list, counts
end

local function share(count, total)
  return total == 0 and 100 or 100 * count / total
end

local function close_share(total)
  return share(total.exact + total.family + total.kind, total.declared)
end

local function counts_to_json(total)
  local counted = { { "declared", total.declared } }
  for _, class in ipairs(CLASSES) do table.insert(counted, { class, total[class] }) end
  return json.object(counted)
end

local function to_json(found)
  local total, codes, counts = found.total, missing(found.actions)
  local list = {}
  for i, code in ipairs(codes) do list[i] = json.object{ { "code", code }, { "actions", counts[code] } } end
  return json.object{ { "actions", #found.actions }, { "counts", counts_to_json(total) },
    { "close_percent", close_share(total) }, { "missing", json.array(list) },
    { "items", found.items and counts_to_json(found.items) } }
end

local function show_counts(printer, total)
  for _, class in ipairs(CLASSES) do
    printer:line(("  %-20s %7d  %5.1f%%"):format(TITLES[class], total[class], share(total[class], total.declared)))
  end
end

local function show(printer, found, limit)
  local total, codes, counts = found.total, missing(found.actions)
  printer:line(("%d actions declare %d codes, counted for each action. The closest rule is on"):format(
    #found.actions, total.declared))
  show_counts(printer, total)
  if found.items then
    printer:line(("Where an item has one of %d codes, the closest rule on items is on"):format(found.items.declared))
    show_counts(printer, found.items)
  end
  if #codes == 0 then return end
  printer:line("Without a rule on code, family or kind:")
  for i = 1, math.min(limit, #codes) do printer:line(("  %7d  %s"):format(counts[codes[i]], codes[i])) end
  if #codes > limit then printer:line(("  and %d more: --all shows them"):format(#codes - limit)) end
end

function coverage.run(args, printer)
  local scopes
  for _, service in ipairs(args.service) do
    local _, problem = scope.find(service)
    if problem then return printer:not_found(problem) end
    scopes = scopes or {}
    table.insert(scopes, service .. ".*")
  end
  local rules, problem = rules_file.load(args.rules)
  if not rules then return printer:misused(problem) end
  local found = rules:coverage(scopes)
  if printer.as_json then
    printer:json(to_json(found))
  else
    show(printer, found, args.all and math.huge or SHOWN)
  end
  return close_share(found.total) >= (args.min or 0) and 0 or 1
end

return coverage
