-- tcerr lint rules.lua: each rule held against the catalog.

local json = require "tencentcloud.cli.json"
local rules_file = require "tencentcloud.cli.rules_file"

local lint = {
  summary = "Hold a program's rules against the catalog.",
  description = "Finds rules about codes that nobody declares, rules that can never win, unsafe retries and more.",
  examples = [[
tcerr lint rules.lua
tcerr lint rules.lua --level warning]],
}

local LEVELS = { note = 1, warning = 2, error = 3 }
local STYLES = { note = "dim", warning = "careful", error = "bad" }

function lint.define(command)
  rules_file.define(command)
  command:option("--level", "Findings of this level and above: note, warning or error.", "note")
    :choices{ "note", "warning", "error" }:argname "<level>"
end

local function to_json(findings)
  local list = {}
  for i, finding in ipairs(findings) do
    list[i] = json.object{ { "place", finding.place }, { "level", finding.level }, { "check", finding.check },
      { "message", finding.message }, { "scope", finding.rule.scope }, { "code", finding.rule.code },
      { "items", finding.rule.items } }
  end
  return json.array(list)
end

local function show(printer, findings, rules)
  local counts = { note = 0, warning = 0, error = 0 }
  for _, finding in ipairs(findings) do
    counts[finding.level] = counts[finding.level] + 1
    printer:line(tostring(finding), STYLES[finding.level])
  end
  printer:line(("%s: %s, %s, %s"):format(printer.count(#rules:list(), "rule"), printer.count(counts.error, "error"),
    printer.count(counts.warning, "warning"), printer.count(counts.note, "note")))
end

function lint.run(args, printer)
  local rules, problem = rules_file.load(args.rules)
  if not rules then return printer:misused(problem) end
  local findings = {}
  for _, finding in ipairs(rules:lint()) do
    if LEVELS[finding.level] >= LEVELS[args.level] then table.insert(findings, finding) end
  end
  if printer.as_json then
    printer:json(to_json(findings))
  else
    show(printer, findings, rules)
  end
  return #findings == 0 and 0 or 1
end

return lint
