-- Over random servers, right and broken: exactly the items, or an error. Never fewer without one, and never more.

local cjson = require "cjson"
local pages = require "tencentcloud.pages".pages
local paging_server = require "spec.support.paging_server"
local rules = require "tencentcloud.rules".new()

local SEEDS = tonumber(os.getenv "PAGING_SEEDS") or 5000

local function plain(item)
  if item == cjson.null then return "null" end
  return type(item) == "userdata" and item:json() or tostring(item)
end

local function wanted(server)
  local list = {}
  for i = server.skip + 1, #server.items do
    local item = server.items[i]
    table.insert(list, item == cjson.null and "null" or type(item) == "table" and cjson.encode(item) or tostring(item))
  end
  return table.concat(list, " ")
end

local function start(server, options)
  options.rules, options.paging, options.attempts = rules, server.paging, 1
  return pages(function(params) return server:answer(params), 200 end, "test.DescribeThings", server.params, options)
end

-- All items, or nil and the error.
local function read(list)
  local items = {}
  while true do
    local item, err = list:next()
    if err then return nil, err, items end
    if item == nil then return table.concat(items, " "), nil, items end
    table.insert(items, plain(item))
  end
end

local function describe_server(server)
  local parts = {}
  for _, key in ipairs{ "seed", "kind", "total", "fault", "flag", "beyond", "limit", "default", "cap", "cap_by",
    "first", "facts", "items_kind", "at", "small", "skip" } do
    table.insert(parts, ("%s=%s"):format(key, tostring(server[key])))
  end
  return ("%s (%d items)"):format(table.concat(parts, " "), #server.items)
end

-- Reads the list with a stop after every few items, each time from a JSON text of where it was.
local function read_in_parts(server, step)
  local items, where = {}, nil
  for _ = 1, 500 do
    local list = start(server, { resume = where, max_items = step })
    local _, err, part = read(list)
    for _, item in ipairs(part) do table.insert(items, item) end
    if err then return nil, err end
    where = cjson.decode(cjson.encode(list:where()))
    if list.ended_by ~= "max_items" then return table.concat(items, " ") end
  end
  error "no end"
end

describe("pages of any server", function()
  it("give exactly the items, or an error", function()
    local sound, errors, failures = 0, 0, {}
    for seed = 1, SEEDS do
      local server = paging_server.new(seed)
      if server:can_tell() then
        local got, err = read(start(server, {}))
        if err then
          errors = errors + 1
          if server:is_sound() then table.insert(failures, describe_server(server) .. "\n  " .. tostring(err)) end
        else
          if got ~= wanted(server) then
            table.insert(failures, ("%s\n  %s\n  %s"):format(describe_server(server), got, wanted(server)))
          end
          sound = sound + 1
        end
      end
    end
    assert(#failures == 0, ("%d of %d failed:\n%s"):format(#failures, SEEDS, table.concat(failures, "\n", 1,
      math.min(8, #failures))))
    assert.is_true(sound > SEEDS / 2, sound)
    assert.is_true(errors > SEEDS / 10, errors)
  end)

  it("give the same in parts", function()
    local compared, failures = 0, {}
    for seed = 1, SEEDS do
      local server = paging_server.new(seed)
      if server:can_tell() and server.fault == "none" and server.total ~= "changing" then
        local whole = read(start(server, {}))
        local parts, err = read_in_parts(paging_server.new(seed), 1 + seed % 7)
        if whole and parts ~= whole then
          table.insert(failures, ("%s\n  %s\n  %s\n  %s"):format(describe_server(server), whole, tostring(parts),
            tostring(err)))
        end
        compared = compared + 1
      end
    end
    assert(#failures == 0, ("%d of %d failed:\n%s"):format(#failures, compared, table.concat(failures, "\n", 1,
      math.min(8, #failures))))
    assert.is_true(compared > SEEDS / 4, compared)
  end)
end)
