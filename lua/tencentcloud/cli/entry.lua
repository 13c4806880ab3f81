-- What is said of a code: as text for a person, as JSON for a program.

local json = require "tencentcloud.cli.json"
local words = require "tencentcloud.cli.words"

local SHOWN = 4 -- actions or services that are named

local STYLES = { no = "bad", backoff = "careful", throttle = "careful", refresh = "careful" }

local entry = {}

local function again(code, action, say)
  if code.kind == "dry_run" then return say.again.dry_run end
  if code.retryable == "no" then
    if code.executed == "maybe" then return say.again.look end
    return say.again.no .. say.space .. say.executed.no
  end
  local answer = say.again[code.retryable] .. say.space
  if code.executed == "no" then return answer .. say.executed.no end
  if not action then return answer .. say.executed.maybe end
  local form = action.reads and "reads" or action.has_client_token and "token" or "unsafe"
  return answer .. say.executed[form]:format(action.service .. "." .. action.name)
end

-- The actions without those of which the list has a newer version.
local function newest(actions)
  local has, list = {}, {}
  for _, name in ipairs(actions) do has[name] = true end
  for _, name in ipairs(actions) do
    if not has[name:gsub("@[^.]*", "")] or not name:find("@", 1, true) then table.insert(list, name) end
  end
  return list
end

-- Who returns the code, in a sentence or two.
local function declared(code, action, say)
  if code.kind == "client" then return say.client end
  local texts = {}
  if code.common then table.insert(texts, say.common) end
  if action then
    local form = action:declares(code.code) and "declares" or not code.common and "not_declared"
    if form then table.insert(texts, say[form]:format(action.service .. "." .. action.name)) end
  end
  if #texts > 0 then return table.concat(texts, say.space) end
  local actions, services = newest(code:actions()), code:services()
  if #actions == 0 then return say.nobody end
  if #actions <= SHOWN then return say.declared_by:format(table.concat(actions, ", ")) end
  local named = #services <= SHOWN and say.colon .. table.concat(services, ", ") or ""
  return (say.declared_count:format(#actions, #services, #services == 1 and say.service or say.services)
    :gsub("[.。]*$", function(stop) return named .. stop end, 1))
end

-- What is said at once of a code that the catalog does not have.
local function show_unknown(printer, suggestions, say)
  printer:paragraph(#suggestions > 0 and say.did_you_mean or say.not_known, 2)
  for _, name in ipairs(suggestions) do printer:line("    " .. name) end
  printer:line()
  printer:paragraph(say.guess, 2)
end

local COLUMN = 10

---Prints what is known of a code.
---@param printer tencentcloud.cli.Printer
---@param code tencentcloud.ErrorCode
---@param action tencentcloud.Action? that returned it
---@param language "en"|"zh"
---@param suggestions string[]? names that may have been meant, where the code is not known
function entry.show(printer, code, action, language, suggestions)
  local say, chinese = words[language], language == "zh"
  local labels = say.labels
  printer:line(printer:paint(printer.safe(code.code), "bold"))
  if not code.known then show_unknown(printer, suggestions or {}, say) end
  printer:paragraph(("%s: %s"):format(code.kind, say.kinds[code.kind]), 2)
  printer:paragraph(chinese and code.description_zh or code.description, 2)
  printer:line()
  local style = code.kind == "dry_run" and "good" or STYLES[code.retryable]
  printer:field(labels.again, again(code, action, say), COLUMN, style)
  printer:field(labels.advice, chinese and code.advice_zh or code.advice, COLUMN)
  printer:field(labels.declared, declared(code, action, say), COLUMN)
  if code.kind ~= "client" then
    printer:field(labels.source, code.known and say.sources[code.source] or say.unknown, COLUMN)
  end
end

---@param action tencentcloud.Action
local function action_facts(action, code)
  return json.object{
    { "name", action.service .. "." .. action.name },
    { "version", action.version },
    { "declares", action:declares(code.code) },
    { "reads", action.reads },
    { "has_client_token", action.has_client_token },
  }
end

---@param code tencentcloud.ErrorCode
---@param action tencentcloud.Action?
---@param language "en"|"zh"
---@param suggestions string[]? for a code that is not known
---@return table for Printer:json
function entry.facts(code, action, language, suggestions)
  return json.object{
    { "code", code.code },
    { "kind", code.kind },
    { "retryable", code.retryable },
    { "executed", code.executed },
    { "source", code.source },
    { "known", code.known },
    { "common", code.common },
    { "description", language == "zh" and code.description_zh or code.description },
    { "advice", language == "zh" and code.advice_zh or code.advice },
    { "action", action and action_facts(action, code) },
    { "services", json.array(code:services()) },
    { "actions", json.array(code:actions()) },
    { "suggestions", json.array(suggestions or {}) },
  }
end

return entry
