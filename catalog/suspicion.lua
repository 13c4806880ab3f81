-- A second look at the actions that read by their verb: do their fields or their names say otherwise? It decides
-- nothing. A suspected action is to be reviewed by hand and then listed: in actions.lua where it does more than read,
-- in reviewed.lua where it only reads. What is suspected and why stands in README.md.

local actions = require "catalog.actions"
local reviewed = require "catalog.reviewed"

local suspicion = {}

-- Asking what an order would cost names the order: nothing in its request is suspicious.
local PRICE_VERBS = { "^Inquire", "^Inquiry" }

-- Patterns for names in lower case: the API writes "Url" and "URL", "Id" and "ID".
local PAGES = {
  "^offset$", "^limit$", "^page", "^nexttoken$", "^maxresults$", "^cursor$", "^context$", "^scrolltoken$",
}

-- What started something and can be asked after.
local STARTED = { "taskid$", "jobid$", "flowid$", "deali?d?s?name$", "dealid$", "requestid$", "asyncid$", "seqno$" }

-- What its holder may act with, once or for a while.
local ACCESS = {
  "token$", "ticket$", "credentials?$", "tmpsecret", "tempsecret", "secretid$", "secretkey$", "signature$", "^sign$",
  "sessionkey$", "upload_?url$", "vnc_?url$", "loginurl$", "playurl$", "musicurl$", "qr_?code", "kubeconfig$",
}
-- Tokens that carry on a list, and tokens of a model that are counted.
local NO_ACCESS = {
  "next.*token$", "page.*token$", "pagination.*token$", "scroll.*token$", "continu.*token$", "total.*token$",
}

-- An answer of one such text says nothing of the resource: it may have been made for the call.
local MADE = { "url$", "uri$", "path$", "file$", "link$", "command$", "id$", "code$", "key$", "message$", "sequence$" }

-- What the request orders: money, a person to be verified, something to be worked on, or an effect.
local ORDERED = {
  "^amount$", "amt$", "^quantity$", -- money
  "^id_?card", "bankcard", "encryptedphone", "devicetoken$", "^ticket$", "authcode$", "mfatoken$", -- a person
  "^prompt$", "^texts?$", "^inputs?$", "^inputlist$", "^messages$", -- a model
  "^image$", "imagebase64$", "^imageurl$", "^audio", "^videourl$", "^file$", "^filelist$", "^fileinfos$", "^inputinfo$",
  "^apitype$", "^refresh$", "^asyncrequest$", "async.*cache$", "^export$", "^exportflag$", "^auditlog$", -- an effect
  "^cryptodata$", "businesssecuritydata$", "bizcryptodata$", "^requestdata$", -- a risk engine
}
-- The same; but in a request that pages, a list is searched for it.
local ORDERED_OR_SOUGHT = {
  "^content$", "^message$", "^query$", "^sql$", "^sqltext$", "^command$", "^cmd$", "^operate$", "^url$", "^expire",
  "urlexpire",
}

-- Words of names that stand for something handed out, paid or started. A request that pages lists what there is of it.
local WORDS = {}
for word in ([[
  export apply token ticket credential credentials signature sign transaction purchase submit send verify verification
  download upload url command script qrcode kubeconfig recommend sts fraud
]]):gmatch "%S+" do WORDS[word] = true end

-- Ends of names that stand for something opened by the call.
local NAME_ENDS = { "stream$", "streams$", "preview$", "link$" }

local function matches(name, patterns)
  for _, pattern in ipairs(patterns) do
    if name:find(pattern) then return true end
  end
  return false
end

-- The first field whose name fits, and none of the other patterns.
local function find(fields, patterns, but)
  for _, field in ipairs(fields) do
    local name = field.name:lower()
    if not field.disabled and matches(name, patterns) and not (but and matches(name, but)) then return field.name end
  end
  return nil
end

-- "DescribeVNCUrl" -> "describe", "vnc", "url": of several capitals, the last one begins the word of the small letters.
local function each_word(name)
  return name:gsub("(%l)(%u)", "%1 %2"):gsub("(%u)(%u%l)", "%1 %2"):lower():gmatch "%a+"
end

local function lists(action)
  return find(action.input, PAGES) ~= nil
end

-- Gives the field of the answer that names a task, if the request did not name it.
local function started(action)
  local asked = {}
  for _, field in ipairs(action.input) do asked[field.name:lower()] = true end
  for _, field in ipairs(action.output) do
    local name = field.name:lower()
    if not field.list and not asked[name] and matches(name, STARTED) then return field.name end
  end
  return nil
end

-- Gives the field, at the top of the answer or in an object there, that its holder may act with.
local function access(action, types)
  local found = find(action.output, ACCESS, NO_ACCESS)
  if found then return found end
  for _, field in ipairs(action.output) do
    if not field.list and types[field.type] then
      found = find(types[field.type], ACCESS, NO_ACCESS)
      if found then return field.name .. "." .. found end
    end
  end
  return nil
end

local function only_field(action)
  local field = action.output[1]
  if #action.output == 1 and field.type == "string" and not field.list and matches(field.name:lower(), MADE) then
    return field.name
  end
  return nil
end

local function ordered(action)
  return find(action.input, ORDERED) or not lists(action) and find(action.input, ORDERED_OR_SOUGHT) or nil
end

local function word(action)
  if action.name:find "^Check%u" then return "Check" end
  if lists(action) then return nil end
  for found in each_word(action.name) do
    if WORDS[found] then return found end
  end
  return matches(action.name:lower(), NAME_ENDS) and action.name:match "%u%l*$" or nil
end

---Why might this action do more than read?
---@param action catalog.SchemaAction
---@param types table<string, catalog.SchemaField[]> the structures of its service version
---@return string? reason nil where nothing is suspicious
function suspicion.of(action, types)
  if matches(action.name, PRICE_VERBS) then return nil end
  local field = started(action)
  if field then return "the answer names a task that the request does not: " .. field end
  field = access(action, types)
  if field then return "the answer gives access: " .. field end
  field = only_field(action)
  if field then return "the whole answer is made for the call: " .. field end
  if #action.output == 0 and not lists(action) then return "the answer is empty" end
  field = ordered(action)
  if field then return "the request orders something: " .. field end
  local found = word(action)
  if found then return "the name says more than reading: " .. found end
  return nil
end

---Gives the actions that read by their verb, that are suspected, and that no list of the reviewed names.
---@param versions catalog.SchemaVersion[]
---@return { name: string, reason: string }[] found sorted, each "service.Action" once
function suspicion.unreviewed(versions)
  local found, seen = {}, {}
  for _, facts in ipairs(versions) do
    for _, action in ipairs(facts.actions) do
      local name = facts.service .. "." .. action.name
      local known = seen[name] or reviewed[name] or actions.exceptions[name] ~= nil
      local reason = not known and actions.has_reading_verb(action.name) and suspicion.of(action, facts.types)
      if reason then
        seen[name] = true
        table.insert(found, { name = name, reason = reason })
      end
    end
  end
  table.sort(found, function(one, other) return one.name < other.name end)
  return found
end

---Gives them as text: a line each, under a heading; "" for none.
---@param found { name: string, reason: string }[]
---@return string text
function suspicion.format(found)
  if #found == 0 then return "" end
  local lines = { "", "To review: do these actions only read?" }
  for _, one in ipairs(found) do table.insert(lines, ("  %s: %s"):format(one.name, one.reason)) end
  return table.concat(lines, "\n") .. "\n"
end

return suspicion
