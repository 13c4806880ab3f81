-- tcerr replay rules.lua answers.jsonl: recorded answers once more, on a clock of their own. Nothing is sent.

local input = require "tencentcloud.cli.input"
local json = require "tencentcloud.cli.json"
local records = require "tencentcloud.cli.records"
local rules_file = require "tencentcloud.cli.rules_file"

local replay = {
  summary = "What the rules do about recorded answers.",
  description = "Gives recorded answers to the rules on a clock of their own; nothing is sent. Each line is one "
    .. "answer in JSON, such as {\"action\": \"cls.UploadLog\", \"code\": \"InternalError\"}; docs/tcerr.md has "
    .. "all its fields.",
  examples = [[
tcerr replay rules.lua answers.jsonl
tcerr replay rules.lua answers.jsonl --summary
tcerr replay rules.lua answers.jsonl --against new_rules.lua]],
}

function replay.define(command)
  rules_file.define(command)
  command:argument("answers", "The recorded answers; - is standard input."):argname "<answers.jsonl>"
  command:option("--against", "Other rules: show where they decide otherwise, and exit with 1 if they do.")
    :argname "<rules.lua>"
  command:option("--budget", "Tokens for retries at the start.", "500"):convert(tonumber):argname "<tokens>"
  command:flag("--summary", "Show the totals only.")
end

-- "fail (attempts)": what was decided, and what else ended the call.
local function outcome_text(answer)
  local stopped_by = answer.stopped_by
  if not stopped_by or stopped_by == answer.outcome or stopped_by == "rule" then return answer.outcome end
  return ("%s (%s)"):format(answer.outcome, stopped_by)
end

local function name(answer)
  return answer.code and answer.action .. " " .. answer.code or answer.action
end

local function to_json(answer)
  return json.object{ { "action", answer.action }, { "code", answer.code }, { "outcome", answer.outcome },
    { "rule", answer.rule and answer.rule.place }, { "delay", answer.delay }, { "tokens", answer.tokens },
    { "stopped_by", answer.stopped_by } }
end

local function all_to_json(replayed)
  local answers, changes = {}, {}
  for i, answer in ipairs(replayed.answers) do answers[i] = to_json(answer) end
  for i, change in ipairs(replayed.changes or {}) do
    changes[i] = json.object{ { "index", change.index }, { "before", to_json(change.before) },
      { "after", to_json(change.after) } }
  end
  return json.object{ { "answers", json.array(answers) }, { "slept", replayed.slept },
    { "changes", replayed.changes and json.array(changes) } }
end

local function show_answers(printer, answers)
  local rows = { { "   #", "OUTCOME", "SLEEP", "TOKENS", "ACTION, CODE" } }
  for i, answer in ipairs(answers) do
    rows[i + 1] = { ("%4d"):format(i), outcome_text(answer), answer.delay and ("%.2f s"):format(answer.delay) or "-",
      ("%6d"):format(answer.tokens), name(answer) }
  end
  printer:table(rows)
end

local function show_changes(printer, changes)
  local rows = { { "   #", "NOW", "THEN", "ACTION, CODE" } }
  for i, change in ipairs(changes) do
    local before, after = change.before, change.after
    rows[i + 1] = { ("%4d"):format(change.index), outcome_text(before), outcome_text(after), name(before) }
  end
  if #changes > 0 then printer:table(rows) end
  printer:line(printer.count(#changes, "answer") .. " decided otherwise")
end

local function show_totals(printer, replayed)
  local counts, names = {}, {}
  for _, answer in ipairs(replayed.answers) do
    if not counts[answer.outcome] then table.insert(names, answer.outcome) end
    counts[answer.outcome] = (counts[answer.outcome] or 0) + 1
  end
  table.sort(names)
  for i, outcome in ipairs(names) do names[i] = ("%d %s"):format(counts[outcome], outcome) end
  printer:line(("%s: %s; %.2f s of sleep"):format(printer.count(#replayed.answers, "answer"),
    table.concat(names, ", "), replayed.slept))
end

local function show(printer, replayed, only_totals)
  if replayed.changes then return show_changes(printer, replayed.changes) end
  if not only_totals then show_answers(printer, replayed.answers) end
  show_totals(printer, replayed)
end

-- Loads what the arguments name.
local function load(args, printer)
  local rules, problem = rules_file.load(args.rules)
  if not rules then return nil, problem end
  local against
  if args.against then
    against, problem = rules_file.load(args.against)
    if not against then return nil, problem end
  end
  local text, read
  text, problem = input.read(args.answers, printer)
  if not text then return nil, problem end
  read, problem = records.read(text)
  if not read then return nil, ("%s: %s"):format(args.answers, problem) end
  return rules, read, against
end

function replay.run(args, printer)
  if args.budget < 0 or args.budget % 1 ~= 0 then
    return printer:misused "--budget: a whole number from 0 up expected"
  end
  local rules, read, against = load(args, printer)
  if not rules then return printer:misused(read) end
  local step, replayed_so_far = math.max(1, math.floor(#read.list / 100)), 0
  local ok, replayed = pcall(rules.replay, rules, read.list, {
    against = against,
    capacity = args.budget,
    progress = function(done, all)
      replayed_so_far = done
      if done % step == 0 then printer:progress(("%d of %d answers"):format(done, all)) end
    end,
  })
  printer:progress()
  if not ok then
    return printer:misused(("%s: %s"):format(args.answers, records.explain(read, replayed, replayed_so_far)))
  end
  if printer.as_json then
    printer:json(all_to_json(replayed))
  else
    show(printer, replayed, args.summary)
  end
  return replayed.changes and #replayed.changes > 0 and 1 or 0
end

return replay
