-- tcerr explain CODE: what a code means, whether to try again, what to do.

local entry = require "tencentcloud.cli.entry"
local scope = require "tencentcloud.cli.scope"
local tencentcloud = require "tencentcloud"
local words = require "tencentcloud.cli.words"

local explain = {
  summary = "What a code means, and what to do.",
  description = "What an error code means, whether another try is worth it, and what to do.",
  examples = [[
tcerr explain FailedOperation.WriteTrafficLimit
tcerr explain InternalError --action cvm.RunInstances
tcerr explain AuthFailure.SignatureExpire --lang zh]],
}

function explain.define(command)
  command:argument("code", "Category or Category.Detail."):argname "<code>"
  command:option("--action", "The action that returned it, or its service."):argname "<service.Action>"
  words.define(command)
end

-- The nearest known codes; never the code itself. The same name in other letters, upper or lower case, is the only one.
local function near(code)
  local names = {}
  for _, name in ipairs(tencentcloud.registry:suggest(code, 4)) do
    if name ~= code and tencentcloud.registry:lookup(name).known then
      if name:lower() == code:lower() then return { name }, tencentcloud.registry:lookup(name) end
      table.insert(names, name)
    end
  end
  return names
end

function explain.run(args, printer)
  local action, problem = scope.find(args.action)
  if problem then return printer:not_found(problem) end
  local code, malformed = tencentcloud.registry:lookup(args.code, args.action)
  if not (code and code.known) then
    local other, name = scope.instead_of_code(args.code)
    if other then return printer:not_found(other, { name }) end
  end
  if not code then return printer:misused(tostring(malformed)) end
  local suggestions, meant = {}, nil
  if not code.known then suggestions, meant = near(code.code) end
  if printer.as_json then
    printer:json(entry.to_json(code, action, args.lang, suggestions, meant))
  else
    if meant then
      printer:line(code.code, "bold")
      printer:paragraph(words[args.lang].written:format(meant.code), 2)
      printer:line()
    end
    entry.show(printer, meant or code, action, args.lang, suggestions)
  end
  return code.known and 0 or 1
end

return explain
