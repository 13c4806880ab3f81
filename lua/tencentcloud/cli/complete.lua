-- What a shell offers for the word at the cursor. `tcerr --complete WORD...` prints it, a candidate a line, and what it
-- is behind a tab; the last word is the one at the cursor, and may be empty. ":files" stands for the shell's own files.
-- The scripts in completions/ only hand the words over, so a command or option is known to all shells at once.

local tencentcloud = require "tencentcloud"

local complete = {}

-- A command's options and arguments, heard from its own definition instead of a parser's.
local function recorder()
  local heard = { options = {}, arguments = {} }
  local function new(list, names, summary, takes_value)
    local entry = { names = names, summary = summary, takes_value = takes_value, many = false }
    table.insert(list, entry)
    -- The other methods of argparse change nothing here.
    return setmetatable({
      argname = function(self, name) entry.argname = name return self end,
      choices = function(self, choices) entry.choices = choices return self end,
      args = function(self, count) entry.many = count == "+" or count == "*" return self end,
    }, { __index = function() return function(self) return self end end })
  end
  function heard:argument(name, summary) return new(self.arguments, { name }, summary, true) end
  function heard:option(name, summary) return new(self.options, { name }, summary, true) end
  function heard:flag(names, summary)
    local list = {}
    for name in names:gmatch "%S+" do table.insert(list, name) end
    return new(self.options, list, summary, false)
  end
  return heard
end

local function option_named(command, name)
  for _, option in ipairs(command.options) do
    for _, own in ipairs(option.names) do
      if own == name then return option end
    end
  end
end

-- The candidates of which the word is the beginning, in upper or lower case if need be.
local function beginning_with(candidates, word)
  local found = {}
  for _, fold in ipairs{ function(text) return text end, string.lower } do
    local start = fold(word)
    for _, candidate in ipairs(candidates) do
      if fold(candidate[1]):sub(1, #start) == start then table.insert(found, candidate) end
    end
    if #found > 0 then break end
  end
  return found
end

local function as_candidates(names)
  local list = {}
  for i, name in ipairs(names) do list[i] = { name } end
  return list
end

local function services()
  return as_candidates(tencentcloud.registry:services())
end

-- What comes before the dot first, then all of it: there are 15,000 actions.
local function actions(word)
  local service = word:match "^([^.]+)%."
  if service then return as_candidates(tencentcloud.registry:actions(service:lower()) or {}) end
  local list = {}
  for _, name in ipairs(tencentcloud.registry:services()) do table.insert(list, { name .. "." }) end
  return list
end

-- An action's codes; without an action, those of all.
local function codes_of(action)
  local registry, seen, list = tencentcloud.registry, {}, {}
  local function add(names)
    for _, name in ipairs(names or {}) do
      if not seen[name] then table.insert(list, name) end
      seen[name] = true
    end
  end
  if action and registry:action(action) then
    add(registry:codes(action))
  else
    for _, service in ipairs(registry:services()) do
      for _, name in ipairs(registry:actions(service)) do add(registry:codes(name)) end
    end
  end
  return list
end

-- The same in two steps for codes: categories, then the codes of one.
local function codes_from(list_of_codes, word)
  local list, seen = {}, {}
  local has_category = word:find(".", 1, true)
  for _, code in ipairs(list_of_codes) do
    local category, dot = code:match "^([^.]*)(%.?)"
    local candidate = has_category and code or category .. dot
    if not seen[candidate] then table.insert(list, { candidate }) end
    seen[candidate] = true
  end
  table.sort(list, function(a, b) return a[1] < b[1] end)
  return list
end

-- An action can return codes that it does not declare.
local function codes(word, given)
  local action = given["--action"]
  local list = action and codes_from(codes_of(action), word)
  if list and #beginning_with(list, word) > 0 then return list end
  return codes_from(codes_of(), word)
end

local BY_ARGNAME = {
  ["<service>"] = services,
  ["<service.Action>"] = actions,
  ["<code>"] = codes,
}

local FILES = { ["<file>"] = true, ["<rules.lua>"] = true, ["<answers.jsonl>"] = true }

-- The candidates for a value; nil for files.
local function values(entry, word, given)
  if entry.choices then return as_candidates(entry.choices) end
  if FILES[entry.argname] then return nil end
  local candidates = BY_ARGNAME[entry.argname]
  return candidates and candidates(word, given) or {}
end

local function options_of(command)
  local list = {}
  for _, option in ipairs(command.options) do
    for _, name in ipairs(option.names) do table.insert(list, { name, option.summary }) end
  end
  return list
end

-- Shells that part words at "=" give "--kind", "=", "x"; others give "--kind=x".
local function normalize(words)
  local list, inline = {}, nil
  for i, word in ipairs(words) do
    local name, value = word:match "^(%-%-[%w-]+)=(.*)$"
    if word == "=" and (list[#list] or ""):find "^%-%-" then
      if i == #words then table.insert(list, "") end
    elseif name then
      table.insert(list, name)
      table.insert(list, value)
      inline = i == #words and name .. "=" or nil
    else
      table.insert(list, word)
    end
  end
  return list, inline
end

-- Goes along the words before the cursor: which arguments they fill, what options they give.
local function walk(command, words)
  local given, filled, pending = {}, 0, nil
  for i = 2, #words - 1 do
    local word = words[i]
    local option = not pending and option_named(command, word)
    if pending then
      given[pending.names[1]], pending = word, nil
    elseif option then
      pending = option.takes_value and option or nil
    elseif not word:find "^%-." then
      filled = filled + 1
    end
  end
  return given, filled, pending
end

local function candidates_for(commands, words)
  local word = words[#words]
  if #words <= 1 then
    local list = {}
    for _, command in ipairs(commands) do table.insert(list, { command.name, command.summary }) end
    table.insert(list, { "--help", "Show this help and exit." })
    table.insert(list, { "--version", "Show the version and exit." })
    return list
  end
  local command
  for _, one in ipairs(commands) do command = one.name == words[1] and one or command end
  if not command then return {} end
  local given, filled, pending = walk(command, words)
  if pending then return values(pending, word, given) end
  if word:find "^%-" then return options_of(command) end
  local last = command.arguments[#command.arguments]
  local argument = command.arguments[filled + 1] or last and last.many and last
  if argument then return values(argument, word, given) end
  return options_of(command)
end

---@param modules table<string, table> the commands, by name
---@param order string[] their names
---@param words string[] the words up to the cursor, without the command's own name
---@return string text what to print
function complete.run(modules, order, words)
  local commands = {}
  for i, name in ipairs(order) do
    local command = recorder()
    command.name, command.summary = name, modules[name].summary
    modules[name].define(command)
    command:flag("--json", "Print JSON, on one line.")
    command:flag("-h --help", "Show this help and exit.")
    commands[i] = command
  end
  local inline
  words, inline = normalize(words)
  local list = candidates_for(commands, words)
  if not list then return ":files\n" end
  local lines = {}
  for i, candidate in ipairs(beginning_with(list, words[#words] or "")) do
    lines[i] = (inline or "") .. candidate[1] .. (candidate[2] and "\t" .. candidate[2] or "") .. "\n"
  end
  return table.concat(lines)
end

return complete
