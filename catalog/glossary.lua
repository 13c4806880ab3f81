-- The words of error codes in English and Chinese, from catalog/glossary_*.lua: what a made description says of a
-- code's detail. catalog/README.md tells how they are put together; src/catalog/wording.c does it.
--
-- An entry is `spelling, spelling = English: Chinese`, in lower case; several words are a phrase, and the longest
-- phrase that fits is taken. Without English the word stays as it is spelled. In a text `~` stands for the words that
-- follow, up to the next statement, and what is behind `|` is the text where none follow: "not in" is `不在~中|不在`.
-- A text without `~` has a second one behind `|` by its role: see there.

local glossary = {
  entries = {}, -- { spelling =, english =, chinese =, role = }
  names = {},   -- the set of what is written in Latin letters in both languages: names, protocols, abbreviations
  says = {},    -- { English = { kind = true } }: what says no more than the sentences of these kinds
  repeats = {}, -- the same; it is left out beside other words, too
}

local known = {}

local function add(spelling, english, chinese, role)
  assert(not known[spelling], "glossary: this is listed twice: " .. spelling)
  for _, text in ipairs { english, chinese } do
    assert(not text:find "~" or text:find "~.*|.", "glossary: no text for where nothing follows: " .. spelling)
  end
  local entry = { spelling = spelling, english = english, chinese = chinese, role = role }
  known[spelling] = entry
  table.insert(glossary.entries, entry)
end

local function plural(word)
  if word:find "[^aeiou]y$" then return word:sub(1, -2) .. "ies" end
  return word .. ((word:find "[sxz]$" or word:find "[cs]h$") and "es" or "s")
end

-- "a, b = text: 文本" --> {"a", "b"}, "text", "文本"
local function parse(entry)
  local left, chinese = entry:match "^(.-)%s*:%s*(.-)$"
  assert(left, "glossary: no Chinese in: " .. entry)
  local spellings, english, list = left, nil, {}
  if left:find("=", 1, true) then spellings, english = left:match "^(.-)%s*=%s*(.-)$" end
  for spelling in spellings:gmatch "[^,]+" do table.insert(list, spelling:match "^%s*(.-)%s*$") end
  return list, english, chinese
end

-- Entries end with a semicolon or with their line, which goes on after a comma.
local function each(text, visit)
  for part in text:gsub(",%s*\n", ", "):gmatch "[^;\n]+" do
    local entry = part:match "^%s*(.-)%s*$"
    if entry ~= "" then visit(entry) end
  end
end

-- The parts of a file, and the roles that their words have.
--   states   they say something of those before them
--   vague    the same, but left out where another statement follows: "InvalidTopicNotExist"
--   error    no more than that something is wrong; the second text is for names that begin with a deed
--   denies   a `已` after them is left out; the second text is for what stands before a thing
--   front    they stand before what they are said of
--   middle   they do so where more things follow
--   hinders  they say that a deed is not done
--   asks     the second text is for what is wrong in a request
--   of       between a thing and what it belongs to
--   small    words between things
--   deed, thing, and nothing for the qualities of things; a deed has three forms, see DEEDS
local ROLES = {
  states = "states", vague = "vague", front = "front", middle = "middle", hinders = "hinders", asks = "asks",
  error = "error", denies = "denies", of = "of", small = "small", deeds = "deed", things = "thing",
}

-- The forms of deeds: "cannot create", "creating something failed", "the creation is not allowed". A deed that is not
-- here has one form, for it names a thing, too: "backup".
local DEEDS = [[
create creating creation; delete deleting deletion; modify modifying modification; update updating update
get getting retrieval; query querying query; describe querying query; check checking check
verify verifying verification; change changing change; fetch fetching fetch; retrieve retrieving retrieval
acquire acquiring acquisition; obtain obtaining retrieval; search searching search; find finding search
set setting setting; add adding addition; append appending addition; insert inserting insertion; bind binding binding
unbind unbinding unbinding; remove removing removal; erase erasing removal; validate validating validation
disable disabling disabling; uninstall uninstalling uninstallation; suspend suspending suspension
freeze freezing freezing; associate associating association; disassociate disassociating disassociation
attach attaching attachment; mount mounting mounting; detach detaching detachment; unmount unmounting unmounting
close closing closing; enable enabling enabling; stop stopping stopping; restart restarting restart
reboot rebooting reboot; run running run; execute executing execution; operate operating operation; call calling call
invoke invoking invocation; send sending sending; receive receiving receipt; push pushing push; pull pulling pull
publish publishing publication; subscribe subscribing subscription; unsubscribe unsubscribing unsubscription
deploy deploying deployment; upgrade upgrading upgrade; downgrade downgrading downgrade
install installing installation; initialize initializing initialization; register registering registration
authenticate authenticating authentication; authorize authorizing authorization; approve approving approval
apply applying application; submit submitting submission; resubmit resubmitting resubmission
confirm confirming confirmation; cancel cancelling cancellation; revoke revoking revocation
recover recovering recovery; restore restoring restoration; reset resetting reset; refresh refreshing refresh
purge purging purge; clear clearing clearing; clone cloning cloning; copy copying copy; move moving move
transfer transferring transfer; migrate migrating migration; import importing import; export exporting export
upload uploading upload; download downloading download; load loading loading; save saving saving; read reading reading
write writing writing; parse parsing parsing; analyze analyzing analysis; analyse analysing analysis
decode decoding decoding; encode encoding encoding; encrypt encrypting encryption; decrypt decrypting decryption
compress compressing compression; convert converting conversion; transform transforming transformation
generate generating generation; build building build; render rendering rendering; detect detecting detection
recognize recognizing recognition; identify identifying identification; diagnose diagnosing diagnosis
evaluate evaluating evaluation; compare comparing comparison; select selecting selection; choose choosing choice
assign assigning assignment; allocate allocating allocation; release releasing release; unlock unlocking unlocking
isolate isolating isolation; terminate terminating termination; destroy destroying destruction
switch switching switch; expand expanding expansion; extend extending extension; reduce reducing reduction
adjust adjusting adjustment; replace replacing replacement; redirect redirecting redirection; renew renewing renewal
pay paying payment; purchase purchasing purchase; buy buying purchase; refund refunding refund
notify notifying notification; access accessing access; accelerate accelerating acceleration; join joining joining
connect connecting connection; invite inviting invitation; configure configuring configuration
accept accepting acceptance; commit committing commit; specify specifying specification; enter entering entry
decompress decompressing decompression; assume assuming assumption; increase increasing increase
decrease decreasing decrease; use using use; open opening opening; edit editing editing; rename renaming renaming
merge merging merging; split splitting split; sign signing signing; unfreeze unfreezing unfreezing
deliver delivering delivery; request requesting request; withdraw withdrawing withdrawal
]]
local forms = {}
for verb, others in DEEDS:gmatch "(%l+) (%l+ %l+)%f[;\n]" do forms[verb] = verb .. "|" .. others:gsub(" ", "|") end

local plurals = {} -- of deeds and things; where the files list one, that holds

local function has_plural(role, spelling)
  if spelling:find "s$" or spelling:find "ing$" then return false end
  return not spelling:find(role == "thing" and " .* " or " ") and (role == "thing" or role == "deed")
end

local function section(role, text)
  each(text, function(entry)
    local spellings, english, chinese = parse(entry)
    for _, spelling in ipairs(spellings) do
      local words = english or spelling
      add(spelling, role == "deed" and forms[words] or words, chinese, role)
      if has_plural(role, spelling) then
        table.insert(plurals, { plural(spelling), plural(english or spelling), chinese, role })
      end
    end
  end)
end

-- "VPC", or "lo ra=LoRa" where it is spelled otherwise.
local function names(text)
  for entry in text:gmatch "[^;\n]+" do
    if entry:find("=", 1, true) then
      local spellings, name = entry:match "^%s*(.-)%s*=%s*(.-)%s*$"
      glossary.names[name] = true
      for spelling in spellings:gmatch "[^,]+" do add(spelling:match "^%s*(.-)%s*$", name, name, "thing") end
    else
      for name in entry:gmatch "%S+" do
        glossary.names[name] = true
        add(name:lower(), name, name, "thing")
      end
    end
  end
end

for _, file in ipairs { "statements", "words", "names" } do
  for _, part in ipairs(require("catalog.glossary_" .. file)) do
    local role, text = part[1], part[2]
    if role == "names" then
      names(text)
    elseif role == "written" then
      for name in text:gmatch "%S+" do glossary.names[name] = true end
    else
      section(ROLES[role], text)
    end
  end
end

for _, entry in ipairs(plurals) do
  if not known[entry[1]] then add(entry[1], entry[2], entry[3], entry[4]) end
end

-- What says no more than the sentence of a kind: left out where it is all that there is.
local function says(kind, text, of)
  each(text, function(english)
    of[english] = of[english] or {}
    of[english][kind] = true
  end)
end

says("parameter", [[parameter missing; invalid; illegal; wrong; invalid parameter ~|wrong parameter; wrong parameter
  parameter; parameters
  invalid parameter value ~|wrong parameter value; wrong parameter value]], glossary.says)
says("failed", "failed to ~|failed; operation failed", glossary.says)
says("internal", [[internal error; system error; server error; unknown error; internal; failed to ~|failed
  unknown]], glossary.says)
says("permission", "no permission ~|no permission; not authorized; denied; operation denied; forbidden", glossary.says)
says("quota", "limit", glossary.says)
says("throttle", "request limit; limit; frequency", glossary.says)
says("timeout", "timed out", glossary.says)
says("sold_out", "sold out; insufficient", glossary.says)
says("conflict", "conflict", glossary.says)
says("unavailable", "not available", glossary.says)

-- The same, and left out also at an end, for the other words say of what.
says("not_found", "not found", glossary.repeats)
says("quota", "over the limit; over the quota; exceeds ~|exceeded", glossary.repeats)
says("internal", "internal error; internal", glossary.repeats)
says("throttle", "over the limit; over the frequency limit", glossary.repeats)
says("unsupported", [[unsupported ~|not supported; does not support ~|not supported; not supported
  operation not supported]], glossary.repeats)
says("sold_out", "sold out", glossary.repeats)

return glossary
