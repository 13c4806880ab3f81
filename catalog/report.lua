-- What an update shows a person: how much changed, what was left out or stays as it was, and everything that only a
-- person can judge.

local actions = require "catalog.actions"
local changes = require "catalog.changes"
local classify = require "catalog.classify"
local phrases = require "catalog.phrases"
local sorted = require "catalog.sorted"
local suspicion = require "catalog.suspicion"
local words = require "catalog.words"

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

-- The words of the rule's phrase that the code has: of those that would do, the ones that stand there.
local function fitting_words(code, rule)
  local category, detail = code:match "^([^.]*)%.(.*)$"
  for _, part in ipairs { detail or code, category } do
    local list = words.of(part)
    for _, phrase in ipairs(phrases.read(rule.phrase)) do
      if #phrase.words > 0 and phrases.fits(phrase, list) then return table.concat(phrase.words, " ") end
    end
  end
  return rule.phrase -- one that fits every detail
end

-- How the verdict was found: "exact", "category", or by which words.
local function how(source, code)
  if source ~= "rule" then return source end
  local _, rule = classify.by_words(code)
  return "words: " .. fitting_words(code, rule)
end

local function format_code(code, where, was_retired)
  local verdict = classify.classify(where.service, code)
  local more = where.count > 1 and (" and %d more"):format(where.count - 1) or ""
  return ("%s: %s, retry %s, executed %s; %s%s\n      %s%s"):format(code, verdict.kind, verdict.retryable,
    verdict.executed, how(verdict.source, code), was_retired and "; was retired" or "", where.action, more)
end

-- A heading and lines below it; "" where there are none.
local function format_section(heading, lines)
  if #lines == 0 then return "" end
  return ("\n%s\n  %s\n"):format(heading, table.concat(lines, "\n  "))
end

local function newly_retired(before, after)
  local known, codes = {}, {}
  for _, code in ipairs(before.codes) do known[code] = true end
  for _, code in ipairs(after.codes) do
    if not known[code] then table.insert(codes, code) end
  end
  return codes
end

-- The codes that are new to the whole catalog, with what is made of them.
local function format_codes(old, new, retired)
  local before, now, was_retired, lines = declaring(old), declaring(new), {}, {}
  for _, code in ipairs(retired.codes) do was_retired[code] = true end
  for _, code in ipairs(sorted.keys(now)) do
    if not before[code] then table.insert(lines, format_code(code, now[code], was_retired[code])) end
  end
  return format_section("To judge: codes that are new to the whole catalog", lines)
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
  for _, verb in ipairs(sorted.keys(found)) do table.insert(lines, verb .. ": " .. found[verb]) end
  return format_section("To review: verbs that no action had before; theirs count as actions that do more than read",
    lines)
end

---@class catalog.Reported
---@field schemas catalog.SchemaVersion[]
---@field left string[] what the checkouts lack, and so stays as it was
---@field slips string[] codes that end with a dot
---@field file_count integer how many files change
---@field is_listed boolean? every action and code that changed, too

---The whole report.
---@param before catalog.State
---@param after catalog.State
---@param reported catalog.Reported
---@return string text
function report.format(before, after, reported)
  local old, new, compared = before.services, after.services, changes.compare(before, after)
  return table.concat {
    reported.is_listed and changes.format_list(compared) or "",
    changes.format(compared, reported.file_count),
    format_section("Left as it was: wrong in the checkouts, or not there", reported.left),
    format_section("Left out: codes that end with a dot", reported.slips),
    format_section("Retired: codes that no action declares any more", newly_retired(before.retired, after.retired)),
    format_codes(old, new, before.retired),
    format_verbs(old, new),
    suspicion.format(suspicion.unreviewed(reported.schemas)),
  }
end

return report
