-- What `tcerr explain` says of codes drawn by lot, for a reader of the texts: `make texts-sample COUNT=200 SEED=1`.
-- All declared pairs of action and code have the same chance; with WHAT=made all codes without a text of their own.
package.path = "./?.lua;./lua/?.lua;./lua/?/init.lua;" .. package.path
local reader = require "catalog.reader"
local tc = require "tencentcloud"
local texts = require "catalog.texts"

local count, seed, what = tonumber(arg[1]) or 200, tonumber(arg[2]) or 1, arg[3]

-- Minimal standard: the same numbers under every Lua.
local function random(limit)
  seed = seed * 16807 % 2147483647
  return seed % limit + 1
end

-- The declared pairs; of codes alone each one once, by the first action that declares it.
local function pairs_of(services, made)
  local list, seen = {}, {}
  for _, service in ipairs(services) do
    for _, action in ipairs(service.actions) do
      for _, code in ipairs(action.codes) do
        local own = texts.codes[code] or texts.codes[service.service .. " " .. code]
        if not made or not own and not seen[code] then
          table.insert(list, { ("%s@%s.%s"):format(service.service, service.version, action.name), code })
        end
        seen[code] = true
      end
    end
  end
  return list
end

local list = pairs_of(assert(reader.read_directory "catalog/services"), what == "made")
for number = 1, count do
  local pair = list[random(#list)]
  local code = assert(tc.registry:lookup(pair[2], pair[1]))
  local action = assert(tc.registry:action(pair[1]))
  io.write(("%d. %s  %s%s\n   %s %s %s %s\n   %s\n   %s\n   %s\n   %s\n"):format(number, pair[2], pair[1],
    action.reads and "  (reads)" or "", code.kind, code.retryable, code.executed, code.source, code.description,
    code.description_zh, code.advice, code.advice_zh))
end
