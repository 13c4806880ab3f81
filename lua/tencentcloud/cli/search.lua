-- tcerr search WORD: services, actions and codes by what they are called and what is said of them.

local core = require "tencentcloud.core"
local json = require "tencentcloud.cli.json"
local kinds = require "tencentcloud.cli.kinds"
local listing = require "tencentcloud.cli.listing"
local query = require "tencentcloud.cli.query"
local scope = require "tencentcloud.cli.scope"
local search_index = require "tencentcloud.cli.search_index"
local spelling = require "tencentcloud.cli.spelling"
local synonyms = require "tencentcloud.cli.synonyms"
local tencentcloud = require "tencentcloud"
local texts = require "tencentcloud.cli.words"

local search = {
  summary = "Codes, actions and services by words.",
  description = "Finds codes by words of their names, descriptions and advices, in English or Chinese, by what means "
    .. "the same, and by the kind that the words name; actions and services by their names. The best come first, "
    .. "then the most declared, and the retired codes last.",
  examples = [[
tcerr search traffic limit
tcerr search sold --service cvm
tcerr search limit --kind throttle --all
tcerr search "not activated"
tcerr search 欠费]],
}

local SHOWN = 15 -- of each sort, without --all

function search.define(command)
  command:argument("words", "What to look for."):args "+":argname "<word>"
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

local function matching(names, words)
  local found = {}
  for _, name in ipairs(names) do
    if holds(name, words) then table.insert(found, name) end
  end
  return found
end

-- Services by their names, and that which is called so otherwise.
local function matching_services(names, words)
  local found, meant = matching(names, words), core.service_named(table.concat(words))
  for _, name in ipairs(found) do
    if name == meant then return found end
  end
  if meant then table.insert(found, 1, meant) end
  return found
end

-- Retired codes come last, however well they fit: somebody who looks for words means what there is.
local function is_before(a, b)
  if a.code.retired ~= b.code.retired then return b.code.retired end
  if a.rank ~= b.rank then return a.rank < b.rank end
  if a.count ~= b.count then return a.count > b.count end
  return a.name < b.name
end

-- An entry's fields are shared by queries, so that its rank is not put into it.
local function matching_codes(entries, phrase, pieces, kind)
  local found = {}
  for _, entry in ipairs(entries) do
    local rank = (not kind or entry.code.kind == kind) and search_index.rank(entry, phrase, pieces)
    if rank then
      table.insert(found, { code = entry.code, name = entry.name, count = entry.count, rank = rank })
    end
  end
  table.sort(found, is_before)
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
    table.insert(rows, { ("%7d"):format(found[i].count), code.retryable, code.kind, listing.code(code, texts.en) })
  end
  printer:table(rows)
  if #found <= limit then return end
  local retired = 0
  for i = limit + 1, #found do retired = retired + (found[i].code.retired and 1 or 0) end
  printer:line(("and %d more codes%s: --all shows them"):format(#found - limit,
    retired > 0 and (", %d of them retired"):format(retired) or ""))
end

local function to_json(found)
  local list, changes = {}, {}
  for i, one in ipairs(found.codes) do
    list[i] = json.object{ { "code", one.name }, { "kind", one.code.kind }, { "retryable", one.code.retryable },
      { "retired", one.code.retired }, { "actions", one.count }, { "match", search_index.RANKS[one.rank] } }
  end
  for i, change in ipairs(found.changes) do
    changes[i] = json.object{ { "word", change[1] }, { "read_as", change[2] } }
  end
  return json.object{ { "services", json.array(found.services) }, { "actions", json.array(found.actions) },
    { "codes", json.array(list) }, { "corrections", json.array(changes) } }
end

-- ": alone, 'topic' finds 213 codes, 'qqq' nothing"
local function counts_alone(printer, entries, pieces)
  if #pieces < 2 then return "" end
  local parts = {}
  for i, piece in ipairs(pieces) do
    local count = #matching_codes(entries, piece.text, { piece })
    parts[i] = ("'%s' %s"):format(piece.text, count == 0 and "nothing" or "finds " .. printer.count(count, "code"))
  end
  return ": alone, " .. table.concat(parts, ", ")
end

local function not_found(args, printer, entries, pieces)
  local near = tencentcloud.registry:suggest(table.concat(args.words), 3)
  local hint = #near > 0 and "; did you mean " .. table.concat(near, ", ") .. "?" or ""
  local where = (args.service and " of " .. args.service or "") .. (args.kind and " of kind " .. args.kind or "")
  return printer:not_found(("nothing%s in the catalog has '%s'%s%s"):format(where, table.concat(args.words, " "),
    counts_alone(printer, entries, pieces), hint), near)
end

local function show(printer, found, limit)
  for _, change in ipairs(found.changes) do
    printer:line(("'%s' is looked for as '%s', too"):format(change[1], change[2]))
  end
  show_codes(printer, found.codes, limit)
  show_names(printer, "ACTION", found.actions, limit)
  show_names(printer, "SERVICE", found.services, limit)
end

-- A word that is a group's, a service's or an action's is no mistake.
local function is_right_in(actions)
  return function(word)
    return synonyms.of[word] or core.service_named(word) or #matching(actions, { word }) > 0
  end
end

---@class tencentcloud.cli.Index
---@field entries tencentcloud.cli.Indexed[]
---@field services string[]
---@field actions string[]

---What can be found: all, or what one service has.
---@param service string?
---@return tencentcloud.cli.Index
function search.index(service)
  local services = service and { service } or tencentcloud.registry:services()
  local entries, actions = search_index.build(services, service ~= nil)
  return { entries = entries, services = services, actions = actions }
end

---Looks through it.
---@param index tencentcloud.cli.Index
---@param args {words: string[], service: string?, kind: string?}
---@return table found
function search.find(index, args)
  local words, given = query.words(args.words), {}
  local corrected, changes = spelling.correct(words, index.entries, is_right_in(index.actions))
  for word in table.concat(args.words, " "):lower():gmatch "%S+" do table.insert(given, word) end
  local pieces = query.pieces(corrected, changes)
  return {
    pieces = pieces,
    changes = changes,
    codes = matching_codes(index.entries, query.phrase(words), pieces, args.kind),
    actions = args.kind and {} or matching(index.actions, given),
    services = (args.kind or args.service) and {} or matching_services(index.services, given),
  }
end

function search.run(args, printer)
  if args.service then
    local known, problem = tencentcloud.registry:actions(args.service)
    if not known then return printer:not_found(scope.problem(args.service, problem)) end
  end
  if #query.words(args.words) == 0 then
    return printer:misused("a word is wanted, as in tcerr search traffic limit")
  end
  local index = search.index(args.service)
  local found = search.find(index, args)
  if #found.codes + #found.actions + #found.services == 0 then
    return not_found(args, printer, index.entries, found.pieces)
  end
  if printer.as_json then
    printer:json(to_json(found))
  else
    show(printer, found, args.all and math.huge or SHOWN)
  end
  return 0
end

return search
