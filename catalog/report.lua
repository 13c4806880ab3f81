-- What an update shows a person: how much changed, and everything that only a person can judge.

local actions = require "catalog.actions"
local changes = require "catalog.changes"
local classify = require "catalog.classify"
local suspicion = require "catalog.suspicion"

local report = {}

-- The codes of a catalog, each with the first action that declares it and how many do.
local function declaring(services)
  local found = {}
  for _, service in ipairs(services) do
    for _, action in ipairs(service.actions) do
      for _, code in ipairs(action.codes) do
        local name = service.service .. "." .. action.name
        found[code] = found[code] or { service = service.service, action = name, count = 0 }
        found[code].count = found[code].count + 1
      end
    end
  end
  return found
end

local function sorted_keys(set)
  local keys = {}
  for key in pairs(set) do table.insert(keys, key) end
  table.sort(keys)
  return keys
end

local function format_code(code, where, was_retired)
  local verdict = classify.classify(where.service, code)
  local more = where.count > 1 and (" and %d more"):format(where.count - 1) or ""
  return ("  %s: %s, retry %s, executed %s; %s (%s)%s\n      %s%s"):format(code, verdict.kind, verdict.retryable,
    verdict.executed, verdict.source, classify.why(where.service, code), was_retired and "; was retired" or "",
    where.action, more)
end

-- The codes that are new to the whole catalog, with what is made of them.
local function format_codes(old, new, retired)
  local before, now, was_retired, lines = declaring(old), declaring(new), {}, {}
  for _, code in ipairs(retired.codes) do was_retired[code] = true end
  for _, code in ipairs(sorted_keys(now)) do
    if not before[code] then table.insert(lines, format_code(code, now[code], was_retired[code])) end
  end
  if #lines == 0 then return "" end
  return "\nTo judge: codes that are new to the whole catalog\n" .. table.concat(lines, "\n") .. "\n"
end

local function verb_of(name)
  return name:match "^%u+%l*" or name:match "^%a+"
end

-- The verbs that no action had before, each with an action, if the lists of reading actions say nothing of it.
local function format_verbs(old, new)
  local known, found = {}, {}
  for _, service in ipairs(old) do
    for _, action in ipairs(service.actions) do known[verb_of(action.name)] = true end
  end
  for _, service in ipairs(new) do
    for _, action in ipairs(service.actions) do
      local verb, name = verb_of(action.name), service.service .. "." .. action.name
      local is_judged = actions.has_reading_verb(action.name) or actions.exceptions[name] ~= nil
      if not (known[verb] or is_judged) then found[verb] = found[verb] or name end
    end
  end
  local lines = {}
  for _, verb in ipairs(sorted_keys(found)) do table.insert(lines, ("  %s: %s"):format(verb, found[verb])) end
  if #lines == 0 then return "" end
  return "\nTo review: verbs that no action had before; theirs count as actions that do more than read\n"
    .. table.concat(lines, "\n") .. "\n"
end

---The whole report.
---@param old catalog.Service[]
---@param new catalog.Service[]
---@param retired catalog.Retired before the update
---@param schemas catalog.SchemaVersion[]
---@param is_listed boolean every action and code that changed, too
---@return string text
function report.format(old, new, retired, schemas, is_listed)
  local compared = changes.compare(old, new)
  return (is_listed and changes.format_list(compared) or "") .. changes.format(compared)
    .. format_codes(old, new, retired) .. format_verbs(old, new) .. suspicion.format(suspicion.unreviewed(schemas))
end

return report
