-- A script for wrk: `wrk -s expect.lua URL -- STATUS ...` counts the answers whose status is not one of those.
-- luacheck: globals setup init response done answers unexpected

local threads = {}

function setup(thread)
  threads[#threads + 1] = thread
end

local expected = {}

function init(arguments)
  answers, unexpected = 0, "" -- globals: done reads them
  for _, status in ipairs(arguments) do expected[tonumber(status)] = true end
end

function response(status)
  answers = answers + 1
  if not expected[status] and #unexpected < 40 then unexpected = unexpected .. " " .. status end
end

-- The last line: answers, unexpected statuses, and what the connections met.
function done(summary)
  local total, statuses, errors = 0, "", summary.errors
  for _, thread in ipairs(threads) do
    total = total + thread:get "answers"
    statuses = statuses .. thread:get "unexpected"
  end
  print(("answers %d lost %d unexpected%s"):format(total, errors.connect + errors.read + errors.write + errors.timeout,
    statuses))
end
