-- What script/demo prints: a table of answers. Its argument `colour` says that a terminal shows it.

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

local STYLES = { ok = "32", failed = "31", ["no answer"] = "33" }

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
local function judge(body, action, keys)
  local res, err = tc.parse(body, action)
  if not res then return "no answer", "-", err.code .. ": " .. err.message end
  if not res.ok then return "failed", res.request_id, res.code .. ": " .. res.error.message end
  return "ok", res.request_id, show_field(res, keys)
end

-- Breaks a text between words into lines, indented as the second column.
local function wrap(text, indent)
  local lines, line = {}, indent
  for word in text:gmatch "%S+" do
    if #line + 1 + #word > WIDTH and line ~= indent then
      table.insert(lines, line)
      line = indent
    end
    line = line == indent and indent .. word or line .. " " .. word
  end
  table.insert(lines, line)
  return table.concat(lines, "\n")
end

local INDENT = (" "):rep(11)
local counts = { ok = 0, failed = 0, ["no answer"] = 0 }

-- The first column is painted after it is filled up: colour codes have no width.
local function row(answer, style, action, request_id)
  return paint(("%-9s"):format(answer), style) .. ("  %-27s  %s"):format(action, request_id)
end

print(row("ANSWER", "1", "ACTION", "REQUEST ID"))
for _, answer in ipairs(ANSWERS) do
  local file, action = answer[1], answer[1]:match "^%w+%.%w+"
  local outcome, request_id, text = judge(read(file), action, { unpack(answer, 2) })
  counts[outcome] = counts[outcome] + 1
  print(row(outcome, STYLES[outcome], action, request_id))
  print(wrap(text, INDENT))
end
print(("\n%d answers: %d ok, %d failed, %d that are no answers of the API"):format(
  #ANSWERS, counts.ok, counts.failed, counts["no answer"]))
