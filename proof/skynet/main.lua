-- Runs all checks, one file after another, and ends skynet.

local check = require "check"
local skynet = require "skynet"
require "skynet.manager"

local FILES = { "loading", "waiting", "sending", "budgets", "redis", "packing" }
local MOST = 120 -- seconds

skynet.start(function()
  skynet.timeout(MOST * 100, function()
    print(("FAILED  the checks take longer than %d seconds"):format(MOST))
    skynet.abort()
  end)
  for _, name in ipairs(FILES) do
    local ok, problem = pcall(require, "checks." .. name)
    if not ok then print(("FAILED  %s: %s"):format(name, problem)) end
  end
  print(("%d checks"):format(check.total))
  skynet.abort()
end)
