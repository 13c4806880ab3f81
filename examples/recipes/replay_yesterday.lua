-- Yesterday's answers under changed rules: what would have gone otherwise? Nothing is sent.
--   lua5.4 examples/recipes/replay_yesterday.lua examples/rules/upload.jsonl

local cjson = require "cjson"
local tc = require "tencentcloud"

local records = {}
for line in io.lines(arg[1] or "examples/rules/upload.jsonl") do table.insert(records, cjson.decode(line)) end

local old = tc.rules{ attempts = 3 }

local new = tc.rules{ attempts = 3 }
new:on("cls.UploadLog", "FailedOperation.WriteTrafficLimit", tc.retry{ kind = "throttle", attempts = 5 })
new:on("cls.UploadLog", "ClientError.*", tc.retry, { unsafe = true }) -- the same lines twice do no harm

local function shown(one)
  return one.stopped_by and ("%s (%s)"):format(one.outcome, one.stopped_by) or one.outcome
end

local replay = old:replay(records, { against = new })
for _, change in ipairs(replay.changes) do
  local before, after = change.before, change.after
  print(("%d. %s %s: %s -> %s"):format(change.index, before.action, before.code or "ok", shown(before), shown(after)))
end
print(("%d of %d answers change"):format(#replay.changes, #records))
