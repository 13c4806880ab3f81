-- tcerr actions svc: the actions of a service.

local json = require "tencentcloud.cli.json"
local listing = require "tencentcloud.cli.listing"
local scope = require "tencentcloud.cli.scope"
local tencentcloud = require "tencentcloud"

local actions = {
  summary = "The actions of a service.",
  description = "The actions of a service: which ones only read, how they page, which take a ClientToken, "
    .. "which site has them, and their status.",
  examples = [[
tcerr actions cls
tcerr actions cvm --json]],
}

function actions.define(command)
  command:argument("service", "The service, such as cvm."):argname "<service>"
end

local function row(name, action)
  return { action.reads and "yes" or "no", action.paging and action.paging.kind or "-",
    action.has_client_token and "yes" or "-", ("%5d"):format(#action:codes()),
    listing.sites(action), action.status, name }
end

local function to_json(name, action)
  local members = { { "name", name }, { "version", action.version }, { "reads", action.reads },
    { "has_client_token", action.has_client_token }, { "dry_run", action.dry_run }, { "streams", action.streams },
    { "paging", action.paging and action.paging.kind }, { "codes", #action:codes() } }
  for _, member in ipairs(listing.members(action)) do table.insert(members, member) end
  return json.object(members)
end

function actions.run(args, printer)
  local names, problem = tencentcloud.registry:actions(args.service)
  if not names then return printer:not_found(scope.problem(args.service, problem)) end
  local list, rows = {}, { { "READS", "PAGES BY", "TOKEN", "CODES", "SITES", "STATUS", "ACTION" } }
  for i, name in ipairs(names) do
    local action = tencentcloud.registry:action(name)
    list[i] = to_json(name, action)
    table.insert(rows, row(name, action))
  end
  if printer.as_json then
    printer:json(json.array(list))
  else
    printer:table(rows)
    printer:line(printer.count(#names, "action"))
  end
  return 0
end

return actions
