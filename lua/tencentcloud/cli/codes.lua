-- tcerr codes svc.Action: the codes that an action declares.

local core = require "tencentcloud.core"
local json = require "tencentcloud.cli.json"
local kinds = require "tencentcloud.cli.kinds"
local listing = require "tencentcloud.cli.listing"
local scope = require "tencentcloud.cli.scope"
local tencentcloud = require "tencentcloud"
local words = require "tencentcloud.cli.words"

local codes = {
  summary = "The codes that an action declares.",
  description = "The error codes that an action declares. It may return others, above all the common ones.",
  examples = [[
tcerr codes cls.UploadLog
tcerr codes cvm.RunInstances --kind sold_out
tcerr codes cvm.RunInstances --json]],
}

function codes.define(command)
  command:argument("action", "The action."):argname "<service.Action>"
  kinds.define(command)
  words.define(command)
end

local function find(action, kind)
  local found = {}
  for _, name in ipairs(action:codes()) do
    local code = tencentcloud.registry:lookup(name, action.service .. "." .. action.name)
    if not kind or code.kind == kind then table.insert(found, code) end
  end
  return found
end

local function to_json(found)
  local list = {}
  for i, code in ipairs(found) do
    list[i] = json.object{ { "code", code.code }, { "kind", code.kind }, { "retryable", code.retryable },
      { "executed", code.executed }, { "retired", code.retired } }
  end
  return json.array(list)
end

local function show(printer, found, action, args)
  local rows, texts = { { "RETRY", "KIND", "CODE" } }, words[args.lang]
  for _, code in ipairs(found) do
    table.insert(rows, { code.retryable, code.kind, listing.code(code, texts) })
  end
  if #found > 0 then printer:table(rows) end
  printer:line(texts.declared_codes:format(#found, #found == 1 and texts.code or texts.codes,
    args.kind and texts.of_kind:format(args.kind) or "", action.service .. "." .. action.name))
  for _, sentence in ipairs(listing.sentences(action, texts)) do printer:line(sentence) end
end

function codes.run(args, printer)
  local service = core.service_named(args.action)
  if service then
    return printer:misused(("an action is written service.Action, as in cls.UploadLog; \"tcerr actions %s\" lists "
      .. "those of a service"):format(service))
  end
  local action, problem = tencentcloud.registry:action(args.action)
  if not action then return printer:not_found(scope.problem(args.action, problem)) end
  local found = find(action, args.kind)
  if printer.as_json then
    printer:json(to_json(found))
  else
    show(printer, found, action, args)
  end
  return #found > 0 and 0 or 1
end

return codes
