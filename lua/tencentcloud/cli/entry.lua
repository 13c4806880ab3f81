-- What is said of a code: as text for a person, as JSON for a program.

local json = require "tencentcloud.cli.json"
local listing = require "tencentcloud.cli.listing"
local safety = require "tencentcloud.decide.safety"
local tencentcloud = require "tencentcloud"
local vocabulary = require "tencentcloud.vocabulary"
local words = require "tencentcloud.cli.words"

local SHOWN = 4 -- actions or services that are named

local entry = {}

local function full_name(action)
  return ("%s@%s.%s"):format(action.service, action.version, action.name)
end

-- Is another try worth it, and is it safe? verdict: the code, or one error of it.
local function again(verdict, action, texts)
  if verdict.kind == "dry_run" then return texts.again.dry_run end
  local name = action and full_name(action)
  local why_safe = safety.may_repeat(tencentcloud.registry, name, nil, verdict, verdict.kind)
  if verdict.retryable == "no" then
    if why_safe == "reads" then
      return texts.again.no .. texts.space .. texts.changed_nothing:format(action.service .. "." .. action.name)
    elseif why_safe ~= "refused" then
      return texts.again.look
    end
    return texts.again.no .. texts.space .. texts.executed.no
  end
  local answer = texts.again[verdict.retryable] .. texts.space
  if why_safe == "refused" then return answer .. texts.executed.no end
  if not action or verdict.executed == "partly" then return answer .. texts.executed[verdict.executed] end
  local form = why_safe == "reads" and "reads" or action.has_client_token and "token" or "unsafe"
  return answer .. texts.executed[form]:format(action.service .. "." .. action.name)
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
local function declared(code, action, texts)
  if code.kind == "client" then return texts.client end
  local sentences = {}
  if code.common then table.insert(sentences, texts.common) end
  if action then
    local form = action:declares(code.code) and "declares" or not code.common and "not_declared"
    if form then table.insert(sentences, texts[form]:format(action.service .. "." .. action.name)) end
    for _, sentence in ipairs(listing.sentences(action, texts)) do table.insert(sentences, sentence) end
  end
  if code.retired then table.insert(sentences, texts.retired) end
  if #sentences > 0 then return table.concat(sentences, texts.space) end
  local actions, services = newest(code:actions()), code:services()
  if #actions == 0 then return texts.nobody end
  if #actions <= SHOWN then return texts.declared_by:format(table.concat(actions, ", ")) end
  local named = #services <= SHOWN and texts.colon .. table.concat(services, ", ") or ""
  return (texts.declared_count:format(#actions, #services, #services == 1 and texts.service or texts.services)
    :gsub("[.。]*$", function(stop) return named .. stop end, 1))
end

-- What is said first of a code that the catalog does not have.
local function show_unknown(printer, suggestions, texts)
  printer:paragraph(#suggestions > 0 and texts.did_you_mean or texts.not_known, 2)
  for _, name in ipairs(suggestions) do printer:line("    " .. name) end
  printer:line()
  printer:paragraph(texts.guess, 2)
end

local COLUMN = 10

---Prints what is known of a code.
---@param printer tencentcloud.cli.Printer
---@param code tencentcloud.ErrorCode
---@param action tencentcloud.Action? that returned it
---@param language "en"|"zh"
---@param suggestions string[]? names that may have been meant, where the code is not known
---@param err tencentcloud.Error? an error of that code, whose own verdict counts
function entry.show(printer, code, action, language, suggestions, err)
  local texts, chinese, verdict = words[language], language == "zh", err or code
  local labels = texts.labels
  printer:line(code.code, "bold")
  if not code.known then show_unknown(printer, suggestions or {}, texts) end
  local kind = vocabulary.kind[code.kind]
  printer:paragraph(("%s: %s"):format(code.kind, chinese and kind.summary_zh or kind.summary), 2)
  printer:paragraph(chinese and code.description_zh or code.description, 2)
  printer:line()
  local style = code.kind == "dry_run" and "good" or verdict.retryable == "no" and "bad" or "careful"
  printer:field(labels.again, again(verdict, action, texts), COLUMN, style)
  printer:field(labels.advice, chinese and code.advice_zh or code.advice, COLUMN)
  printer:field(labels.declared, declared(code, action, texts), COLUMN)
  if code.kind ~= "client" then
    printer:field(labels.source, code.known and texts.sources[code.source] or texts.unknown, COLUMN)
  end
end

---@param action tencentcloud.Action
local function action_to_json(action, code)
  local members = {
    { "name", action.service .. "." .. action.name },
    { "version", action.version },
    { "declares", action:declares(code.code) },
    { "reads", action.reads },
    { "has_client_token", action.has_client_token },
  }
  for _, member in ipairs(listing.members(action)) do table.insert(members, member) end
  return json.object(members)
end

---@param code tencentcloud.ErrorCode
---@param action tencentcloud.Action?
---@param language "en"|"zh"
---@param suggestions string[]? for a code that is not known
---@param other tencentcloud.Error|tencentcloud.ErrorCode|nil whose verdict counts in place of the code's: that of an
---  error of the code, or of a code that was meant
---@return table for Printer:json
function entry.to_json(code, action, language, suggestions, other)
  local verdict = other or code
  return json.object{
    { "code", code.code },
    { "kind", verdict.kind },
    { "retryable", verdict.retryable },
    { "executed", verdict.executed },
    { "source", code.source },
    { "known", code.known },
    { "common", code.common },
    { "retired", code.retired },
    { "description", language == "zh" and verdict.description_zh or verdict.description },
    { "advice", language == "zh" and verdict.advice_zh or verdict.advice },
    { "action", action and action_to_json(action, code) },
    { "services", json.array(code:services()) },
    { "actions", json.array(code:actions()) },
    { "suggestions", json.array(suggestions or {}) },
  }
end

return entry
