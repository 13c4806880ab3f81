-- Says how each check went: a line for each, which run.lua reads, and the number of all at the end.

local skynet = require "skynet"

local check = { total = 0 }

local function say(word, title, why)
  io.stdout:write(("%-8s%s%s\n"):format(word, title, why and ": " .. tostring(why) or ""))
  io.stdout:flush()
  check.total = check.total + 1
end

---Runs a check; what it returns is said beside its title.
function check.that(title, body)
  local ok, why = xpcall(body, debug.traceback)
  say(ok and "ok" or "FAILED", title, why)
end

function check.skipped(title, why) say("skipped", title, why) end

function check.equal(wanted, got, what)
  if wanted == got then return end
  error(("%s: %s expected, got %s"):format(what or "value", tostring(wanted), tostring(got)), 2)
end

function check.matches(pattern, text, what)
  if type(text) == "string" and text:find(pattern) then return end
  error(("%s: a text like %q expected, got %s"):format(what or "text", pattern, tostring(text)), 2)
end

---Runs the function for 1 to count, each in a coroutine of its own; returns when all have ended.
function check.at_once(count, body)
  local left, token, problem = count, {}, nil
  for number = 1, count do
    skynet.fork(function()
      local ok, why = xpcall(body, debug.traceback, number)
      if not ok then problem = why end
      left = left - 1
      if left == 0 then skynet.wakeup(token) end
    end)
  end
  while left > 0 do skynet.wait(token) end
  if problem then error(problem, 0) end
end

check.THROTTLED = '{"Response":{"Error":{"Code":"RequestLimitExceeded","Message":"too fast"},"RequestId":"b5"}}'
check.OK = '{"Response":{"TotalCount":0,"InstanceSet":[],"RequestId":"b5"}}'

---A `send` that is throttled so often, and then succeeds; it says how often it was called.
function check.throttled(times)
  local counts = { sent = 0 }
  return function()
    counts.sent = counts.sent + 1
    return counts.sent <= times and check.THROTTLED or check.OK
  end, counts
end

return check
