-- What script/demo prints: a table of answers, what a program's rules decide on each one, and why. Its
-- argument `colour` says that a terminal shows it.

local tc = require "tencentcloud"

local unpack = table.unpack or unpack
local colour = arg[1] == "colour"
local WIDTH = 80

-- The answers, and the keys of the field that is shown of each one that succeeded.
local ANSWERS = {
  { "cvm.DescribeInstancesStatus.empty.json", "TotalCount" },
  { "cvm.DescribeInstancesStatus.signature.json" },
  { "cvm.DescribeInstances.list.json", "InstanceSet", 3, "InstanceName" },
  { "cvm.RunInstances.sold-out.json" },
  { "cvm.TerminateInstances.not-found.json" },
  { "cls.SearchLog.page.json", "Results", 1, "Time" },
  { "cls.SearchLog.busy.json" },
  { "cam.ListUsers.denied.json" },
  { "sms.SendSms.partly.json", "SendStatusSet", 2, "Code" },
  { "tms.TextModeration.pass.json", "Suggestion" },
  { "tms.TextModeration.throttled.json" },
  { "cvm.DescribeZones.gateway.html" },
  { "cvm.DescribeZones.cut-off.json" },
  { "cvm.DescribeZones.deprecated.json" },
}

-- A program's own rules; the built-in ones come after them.
local rules = tc.rules()

rules:on("cvm.TerminateInstances", "InvalidInstanceId.NotFound", tc.ok{}) -- gone already is as good
rules:on("cvm.*", "ResourcesSoldOut.*", tc.fail "order it another day")
rules:on("cvm.RunInstances", "ResourcesSoldOut.*", function(failure)
  if failure.attempt < 3 then return tc.amend{ Placement = { Zone = "ap-guangzhou-" .. failure.attempt + 5 } } end
end)
rules:on("sms.SendSms", "LimitExceeded.*", tc.fail "write to this number tomorrow", { items = "SendStatusSet[].Code" })

-- The question that is answered after the table.
local ASKED_ACTION, ASKED_CODE = "cvm.RunInstances", "ResourcesSoldOut.SpecifiedInstanceType"

local STYLES = { ok = "32", failed = "31", ["no answer"] = "33", decision = "36", head = "1" }

local function paint(text, style)
  return colour and ("\27[%sm%s\27[0m"):format(style, text) or text
end

local function read(name)
  local file = assert(io.open("examples/answers/" .. name, "rb"))
  local body = file:read "*a"
  file:close()
  return body
end

-- "InstanceSet[3].InstanceName = web-3"
local function show_field(res, keys)
  local path = keys[1]
  for i = 2, #keys do
    path = path .. (type(keys[i]) == "number" and "[%s]" or ".%s"):format(keys[i])
  end
  return ("%s = %s"):format(path, res:get(unpack(keys)))
end

-- Returns how it went, the request id, and a field or what is wrong.
local function judge(res, err, keys)
  if not res then return "no answer", "-", err.code .. ": " .. err.message end
  if not res.ok then return "failed", res.request_id, res.code .. ": " .. res.error.message end
  return "ok", res.request_id, show_field(res, keys)
end

-- What was decided, by which rule, and why; of a failure that stands, what a person does next.
-- "-> retry{kind=throttle} by * #throttle (built in): too fast: nothing was carried out, slow down"
local function show(decision, err)
  local why = decision.rule.why
  if decision.outcome == "fail" then why = decision.stopped_by or not decision.reason and err.advice end
  return why and ("-> %s: %s"):format(tostring(decision), why) or "-> " .. tostring(decision)
end

-- Breaks a text between words into lines, each indented and painted.
local function wrap(text, indent, style)
  local lines, line = {}, nil
  for word in text:gmatch "%S+" do
    if line and #indent + #line + 1 + #word > WIDTH then
      table.insert(lines, line)
      line = nil
    end
    line = line and line .. " " .. word or word
  end
  table.insert(lines, line)
  for i, part in ipairs(lines) do lines[i] = indent .. (style and paint(part, style) or part) end
  return table.concat(lines, "\n")
end

local INDENT = (" "):rep(11)
local counts = { ok = 0, failed = 0, ["no answer"] = 0 }

-- The first column is painted after it is filled up: colour codes have no width.
local function row(answer, style, action, request_id)
  return paint(("%-9s"):format(answer), style) .. ("  %-27s  %s"):format(action, request_id)
end

print(row("ANSWER", STYLES.head, "ACTION", "REQUEST ID"))
for _, answer in ipairs(ANSWERS) do
  local file, action = answer[1], answer[1]:match "^%w+%.%w+"
  local res, err = tc.parse(read(file), action)
  local outcome, request_id, text = judge(res, err, { unpack(answer, 2) })
  counts[outcome] = counts[outcome] + 1
  print(row(outcome, STYLES[outcome], action, request_id))
  print(wrap(text, INDENT))
  local decision = rules:decide(res, err)
  if decision.rule then print(wrap(show(decision, err or res.error), INDENT, STYLES.decision)) end
end
print(("\n%d answers: %d ok, %d failed, %d that are not API responses"):format(
  #ANSWERS, counts.ok, counts.failed, counts["no answer"]))

print("\n" .. paint("WHY", STYLES.head))
for line in tostring(rules:explain(ASKED_ACTION, ASKED_CODE)):gmatch "[^\n]+" do
  -- Where a line is too long, the place of the rule comes under it.
  local rule, place = line:match "^(.*) (%(.-%))$"
  local shown = #line > WIDTH and place and rule .. "\n" .. INDENT .. place or line
  print(shown:find "wins" and paint(shown, STYLES.decision) or shown)
end
