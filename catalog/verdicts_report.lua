-- The command behind `make verdicts`: holds the word rules against the codes that were decided by hand. It changes and
-- learns nothing; it says how often each rule decides, where it is wrong, and how well the rules do on codes left out.

local root = arg[0]:match("^(.-)/?catalog/verdicts_report%.lua$")
package.path = (root and root ~= "" and root or ".") .. "/?.lua;" .. package.path

local classification = require "catalog.classification"
local classifier = require "catalog.classify"
local vocabulary = require "catalog.vocabulary"

local FOLDS = 10
local SHOWN = 3 -- codes that a rule gets wrong, for each rule

local function split(code)
  local category, detail = code:match "^([^.]*)%.(.+)$"
  return category, detail
end

-- Codes with the same detail fall into the same fold, so that none is judged by what another category's taught.
local function fold_of(detail)
  local value = 0
  for at = 1, #detail do value = (value * 31 + detail:byte(at)) % 1000003 end
  return value % FOLDS + 1
end

local function right(entry, found)
  return found.kind == entry.kind and found.retryable == entry.retryable
end

-- What the rules say of each code that has a detail and holds for all services.
local function read_cases()
  local cases = {}
  for _, entry in ipairs(classification.decided) do
    local category, detail = split(entry.code)
    if detail and not entry.service and category ~= "ClientError" then
      local found, _, position = classifier.by_words(entry.code)
      table.insert(cases, {
        entry = entry, fold = fold_of(detail), found = found, position = position, right = right(entry, found),
      })
    end
  end
  return cases
end

-- How often each rule is right, in all and in each fold; and which codes it gets wrong.
local function count_rules(cases)
  local rules = {}
  for position = 1, #classification.word_rules do
    rules[position] = { decides = 0, right = 0, folds = {}, wrong = {} }
  end
  for _, case in ipairs(cases) do
    local rule = rules[case.position]
    if rule then
      rule.decides = rule.decides + 1
      if case.right then
        rule.right = rule.right + 1
        rule.folds[case.fold] = (rule.folds[case.fold] or 0) + 1
      else
        table.insert(rule.wrong, ("%s (%s)"):format(case.entry.code, case.entry.kind))
      end
    end
  end
  return rules
end

-- The rules that nothing outside of a fold speaks for: to the fold's codes they are not known.
local function unknown_rules(rules, fold)
  local unknown = {}
  for position, rule in ipairs(rules) do
    if rule.right - (rule.folds[fold] or 0) == 0 then unknown[position] = true end
  end
  return unknown
end

local function judge_left_out(cases, rules)
  local unknown = {}
  for fold = 1, FOLDS do unknown[fold] = unknown_rules(rules, fold) end
  for _, case in ipairs(cases) do
    case.right_left_out = right(case.entry, (classifier.by_words(case.entry.code, unknown[case.fold])))
  end
end

local function percent(part, all)
  return all == 0 and "    -" or ("%5.1f"):format(100 * part / all)
end

local function print_accuracy(cases)
  local rows, total, folds = {}, { all = 0, right = 0, left_out = 0 }, {}
  for _, kind in ipairs(vocabulary.kinds) do rows[kind.name] = { all = 0, right = 0, left_out = 0 } end
  for fold = 1, FOLDS do folds[fold] = { all = 0, left_out = 0 } end
  for _, case in ipairs(cases) do
    for _, row in ipairs { rows[case.entry.kind], total, folds[case.fold] } do
      row.all = row.all + 1
      row.right = (row.right or 0) + (case.right and 1 or 0)
      row.left_out = row.left_out + (case.right_left_out and 1 or 0)
    end
  end
  local function print_row(name, row)
    local right_share, left_out = percent(row.right, row.all), percent(row.left_out, row.all)
    if row.all > 0 then print(("%-12s %6d %8s %10s"):format(name, row.all, right_share, left_out)) end
  end
  print(("%-12s %6s %8s %10s"):format("kind", "codes", "right %", "left out %"))
  for _, kind in ipairs(vocabulary.kinds) do print_row(kind.name, rows[kind.name]) end
  print_row("all", total)
  local line = {}
  for fold, row in ipairs(folds) do line[fold] = percent(row.left_out, row.all) end
  print(("\neach fold:   %s"):format(table.concat(line, " ")))
end

local function print_rules(rules)
  print "\n  decides  wrong  rule: the codes that it gets wrong"
  for position, rule in ipairs(rules) do
    local of, wrong = classification.word_rules[position], rule.decides - rule.right
    local more = wrong > SHOWN and (", and %d more"):format(wrong - SHOWN) or ""
    local codes = wrong > 0 and ": " .. table.concat(rule.wrong, ", ", 1, math.min(wrong, SHOWN)) .. more or ""
    print(("  %7d %6d  %s %s '%s'%s"):format(rule.decides, wrong, of.kind, of.retryable, of.phrase, codes))
  end
end

local cases = read_cases()
local rules = count_rules(cases)
judge_left_out(cases, rules)
print [[
What the words of a detail and its category say, against the verdicts of catalog/verdicts.txt. "Left out": in ten folds,
each without the rules that only its own codes speak for.
]]
print_accuracy(cases)
print_rules(rules)
