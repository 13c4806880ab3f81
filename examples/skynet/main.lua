-- The game: every line of chat is handed to one of the moderators, and no line waits for another's retries.

local skynet = require "skynet"
require "skynet.manager"

local LINES, MODERATORS = 200, 4
local SAYINGS = { "hello everyone", "who joins the raid?", "cheap gold at example.com", "me!" }

local function start_moderators()
  local moderators = {}
  for i = 1, MODERATORS do moderators[i] = skynet.newservice "moderator" end
  return moderators
end

-- Has all lines judged at once; gives how many were shown, hidden and held back.
local function moderate(moderators)
  local counts, left, main = { shown = 0, hidden = 0, ["held back"] = 0 }, LINES, coroutine.running()
  for number = 1, LINES do
    skynet.fork(function()
      local text = SAYINGS[number % #SAYINGS + 1]
      local moderator = moderators[number % #moderators + 1]
      local verdict, why = skynet.call(moderator, "lua", "moderate", text)
      counts[verdict] = counts[verdict] + 1
      if verdict == "held back" then print(("%s: %s"):format(text, why)) end
      left = left - 1
      if left == 0 then skynet.wakeup(main) end
    end)
  end
  skynet.wait(main)
  return counts
end

-- What all moderators have counted: "RequestLimitExceeded, retry" = 12.
local function sum_up(moderators)
  local sums = {}
  for _, moderator in ipairs(moderators) do
    for code, outcomes in pairs(skynet.call(moderator, "lua", "counts")) do
      for outcome, count in pairs(outcomes) do
        local name = code .. ", " .. outcome
        sums[name] = (sums[name] or 0) + count
      end
    end
  end
  return sums
end

local function print_sorted(sums)
  local lines = {}
  for name, count in pairs(sums) do table.insert(lines, ("%s: %d"):format(name, count)) end
  table.sort(lines)
  print(table.concat(lines, "\n"))
end

skynet.start(function()
  local moderators = start_moderators()
  local counts = moderate(moderators)
  print(("%d lines: %d shown, %d hidden, %d held back"):format(LINES, counts.shown, counts.hidden,
    counts["held back"]))
  print_sorted(sum_up(moderators))
  skynet.abort()
end)
