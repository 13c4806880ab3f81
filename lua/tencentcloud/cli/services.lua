-- tcerr services: all services of the catalog.

local json = require "tencentcloud.cli.json"
local tencentcloud = require "tencentcloud"

local services = {
  summary = "All services.",
  description = "The services of the catalog, and how many actions each has.",
  examples = "tcerr services",
}

function services.define() end

function services.run(_, printer)
  local list, rows, total = {}, { { "ACTIONS", "SERVICE" } }, 0
  for i, name in ipairs(tencentcloud.registry:services()) do
    local count = #tencentcloud.registry:actions(name)
    list[i] = json.object{ { "name", name }, { "actions", count } }
    table.insert(rows, { ("%7d"):format(count), name })
    total = total + count
  end
  if printer.as_json then
    printer:json(json.array(list))
  else
    printer:table(rows)
    printer:line(("%d services, %d names of actions"):format(#list, total))
  end
  return 0
end

return services
