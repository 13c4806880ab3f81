-- rules:stats() of all workers as Prometheus text. Each worker counts for itself and lays what it has
-- counted into a shared dictionary, once a second; the worker that is asked reads them all.

local cjson = require "cjson"

local store = ngx.shared.metrics
local EVERY = 1 -- seconds

-- Each kind of number: its name, type and meaning, and how it is read from a worker's statistics.
local FAMILIES = {
  { "tencentcloud_answers_total", "counter", "Answers of the API, or the lack of one, and what was decided.",
    function(stats, add)
      for action, codes in pairs(stats.actions) do
        for code, outcomes in pairs(codes) do
          for outcome, count in pairs(outcomes) do
            add(count, { "action", action, "code", code, "outcome", outcome })
          end
        end
      end
    end },
  { "tencentcloud_rule_hits_total", "counter", "How often a rule decided. One that stays at 0 is dead.",
    function(stats, add)
      for _, rule in ipairs(stats.rules) do add(rule.hits, { "rule", rule.name }) end
    end },
  { "tencentcloud_undeclared_codes_total", "counter", "Codes that the catalog does not list for their action.",
    function(stats, add)
      for _, seen in ipairs(stats.undeclared) do add(seen.count, { "action", seen.action, "code", seen.code }) end
    end },
  { "tencentcloud_hook_errors_total", "counter", "How often the on_attempt hook raised.",
    function(stats, add) add(stats.hook_errors, {}) end },
}

local ESCAPES = { ["\\"] = "\\\\", ['"'] = '\\"', ["\n"] = "\\n" }

-- name{worker="0",code="ok"} 12
local function line(name, labels, value)
  local parts = {}
  for i = 1, #labels, 2 do
    table.insert(parts, ('%s="%s"'):format(labels[i], (labels[i + 1]:gsub('[\\"\n]', ESCAPES))))
  end
  return ("%s{%s} %.14g"):format(name, table.concat(parts, ","), value)
end

local function add_head(lines, name, kind, help)
  table.insert(lines, ("# HELP %s %s"):format(name, help))
  table.insert(lines, ("# TYPE %s %s"):format(name, kind))
end

-- The buckets that retries have drawn from; others are full.
local function add_budgets(lines, budget)
  local name = "tencentcloud_budget_tokens"
  add_head(lines, name, "gauge", "Tokens left for retries, by account/service/region.")
  for _, entry in ipairs(budget.dict:get_keys(1024)) do
    local key = entry:sub(#budget.prefix + 1)
    table.insert(lines, line(name, { "bucket", key }, budget:tokens(key)))
  end
end

-- What the worker has counted, as it can be stored.
local function publish(rules)
  local stats = rules:stats()
  local hits = {}
  for i, rule in ipairs(stats.rules) do hits[i] = { name = tostring(rule.rule), hits = rule.hits } end
  store:set(ngx.worker.id(), cjson.encode{ actions = stats.actions, rules = hits, undeclared = stats.undeclared,
    hook_errors = stats.hook_errors })
end

local metrics = {}

-- In each worker, when it starts.
function metrics.start(rules)
  assert(ngx.timer.every(EVERY, function() publish(rules) end))
end

-- The text that Prometheus reads. Each worker has numbers of its own, which start again when it does.
function metrics.text(rules)
  publish(rules)
  local all = {}
  for id = 0, ngx.worker.count() - 1 do
    local text = store:get(id)
    if text then table.insert(all, { worker = tostring(id), stats = cjson.decode(text) }) end
  end
  local lines = {}
  for _, family in ipairs(FAMILIES) do
    local name, kind, help, read = family[1], family[2], family[3], family[4]
    add_head(lines, name, kind, help)
    for _, one in ipairs(all) do
      read(one.stats, function(value, labels)
        table.insert(lines, line(name, { "worker", one.worker, unpack(labels) }, value))
      end)
    end
  end
  add_budgets(lines, rules.settings.budget)
  return table.concat(lines, "\n") .. "\n"
end

return metrics
