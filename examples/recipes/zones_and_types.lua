-- Starts an instance in the first zone, and of the first type, that is not sold out.
--   lua5.4 examples/recipes/zones_and_types.lua 127.0.0.1:8081

local client = require "examples.client.http"
local tc = require "tencentcloud"

local ZONES = { "ap-guangzhou-3", "ap-guangzhou-4", "ap-guangzhou-6" }
local TYPES = { "S5.MEDIUM2", "SA2.MEDIUM2" } -- the one that is wanted first

local choices = {}
for _, kind in ipairs(TYPES) do
  for _, zone in ipairs(ZONES) do table.insert(choices, { InstanceType = kind, Placement = { Zone = zone } }) end
end

-- A token makes it safe to ask again when an answer was lost: nothing is started twice.
math.randomseed(os.time())
local function new_token() return ("spare-%d-%09d"):format(os.time(), math.random(999999999)) end
local rules = tc.rules{ attempts = 10, client_token = new_token }

rules:on("cvm.RunInstances", "ResourcesSoldOut.*", function(failure)
  local state = failure.state
  state.choice = (state.choice or 1) + 1
  local choice = choices[state.choice]
  if not choice then return tc.fail "sold out everywhere" end
  -- Placement keeps its ProjectId: only what is said here changes.
  return tc.amend(choice)
end)

local res, err = rules:call(client.new(arg[1]), "cvm.RunInstances", {
  InstanceType = TYPES[1], Placement = { Zone = ZONES[1], ProjectId = 7 },
})
print(res and ("started " .. res.InstanceIdSet[1]) or tostring(err))
for _, attempt in ipairs(err and err.attempts or {}) do print(attempt.attempt, attempt.code) end
