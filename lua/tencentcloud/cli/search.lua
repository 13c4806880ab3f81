-- tcerr search WORD: services, actions and codes by a part of their names.

local json = require "tencentcloud.cli.json"
local kinds = require "tencentcloud.cli.kinds"
local tencentcloud = require "tencentcloud"
local vocabulary = require "tencentcloud.vocabulary"

local search = {
  summary = "Codes, actions and services by a word.",
  description = "Finds services, actions and codes whose names hold all the words, in upper or lower case. "
    .. "A Chinese word is looked for in the codes' kinds and descriptions.",
  examples = [[
tcerr search traffic limit
tcerr search sold --service cvm
tcerr search limit --kind throttle --all
tcerr search 欠费]],
}

local SHOWN = 15 -- of each sort, without --all

function search.define(command)
  command:argument("words", "What the name holds."):args "+":argname "<word>"
  command:option("--service", "Only this service."):argname "<service>"
  kinds.define(command)
  command:flag("--all", ("Show all that is found, not only the first %d."):format(SHOWN))
end

local function holds(text, words)
  text = text:lower()
  for _, word in ipairs(words) do
    if not text:find(word, 1, true) then return false end
  end
  return true
end

-- How often each code is declared by the actions of these services, and the actions' names.
local function gather(services)
  local registry, counts, actions = tencentcloud.registry, {}, {}
  for _, service in ipairs(services) do
    for _, action in ipairs(registry:actions(service)) do
      table.insert(actions, action)
      for _, code in ipairs(registry:codes(action)) do counts[code] = (counts[code] or 0) + 1 end
    end
  end
  return counts, actions
end

local function matching(names, words)
  local found = {}
  for _, name in ipairs(names) do
    if holds(name, words) then table.insert(found, name) end
  end
  return found
end

-- What a Chinese word is looked for in.
local function chinese_text(code)
  return code.description_zh .. vocabulary.kind[code.kind].summary_zh
end

local function matching_codes(counts, words, args)
  local found = {}
  local chinese = table.concat(words):find "[\128-\255]"
  for name, count in pairs(counts) do
    local code = (chinese or holds(name, words)) and tencentcloud.registry:lookup(name, args.service)
    if code and (not args.kind or code.kind == args.kind) and (not chinese or holds(chinese_text(code), words)) then
      table.insert(found, { code = code, count = count })
    end
  end
  table.sort(found, function(a, b)
    if a.count ~= b.count then return a.count > b.count end
    return a.code.code < b.code.code
  end)
  return found
end

local function show_names(printer, title, names, limit)
  if #names == 0 then return end
  printer:line(title, "bold")
  for i = 1, math.min(#names, limit) do printer:line("  " .. names[i]) end
  if #names > limit then printer:line(("  and %d more: --all shows them"):format(#names - limit)) end
end

local function show_codes(printer, found, limit)
  if #found == 0 then return end
  local rows = { { "ACTIONS", "RETRY", "KIND", "CODE" } }
  for i = 1, math.min(#found, limit) do
    local code = found[i].code
    table.insert(rows, { ("%7d"):format(found[i].count), code.retryable, code.kind, code.code })
  end
  printer:table(rows)
  if #found > limit then printer:line(("and %d more codes: --all shows them"):format(#found - limit)) end
end

local function to_json(services, actions, codes)
  local list = {}
  for i, found in ipairs(codes) do
    list[i] = json.object{ { "code", found.code.code }, { "kind", found.code.kind },
      { "retryable", found.code.retryable }, { "actions", found.count } }
  end
  return json.object{ { "services", json.array(services) }, { "actions", json.array(actions) },
    { "codes", json.array(list) } }
end

local function not_found(args, printer)
  local near = tencentcloud.registry:suggest(table.concat(args.words), 3)
  local hint = #near > 0 and "; did you mean " .. table.concat(near, ", ") .. "?" or ""
  return printer:not_found(("nothing in the catalog has '%s'%s"):format(table.concat(args.words, " "), hint), near)
end

local function show(printer, services, actions, codes, limit)
  show_codes(printer, codes, limit)
  show_names(printer, "ACTION", actions, limit)
  show_names(printer, "SERVICE", services, limit)
end

function search.run(args, printer)
  local registry, words = tencentcloud.registry, {}
  for i, word in ipairs(args.words) do words[i] = word:lower() end
  if args.service then
    local known, problem = registry:actions(args.service)
    if not known then return printer:not_found(tostring(problem)) end
  end
  local searched = args.service and { args.service } or registry:services()
  local counts, all_actions = gather(searched)
  local codes = matching_codes(counts, words, args)
  local actions = args.kind and {} or matching(all_actions, words)
  local services = (args.kind or args.service) and {} or matching(searched, words)
  if #codes + #actions + #services == 0 then return not_found(args, printer) end
  if printer.as_json then
    printer:json(to_json(services, actions, codes))
  else
    show(printer, services, actions, codes, args.all and math.huge or SHOWN)
  end
  return 0
end

return search
