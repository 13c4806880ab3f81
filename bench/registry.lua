-- The registry against Lua tables that hold the same: look-ups, and loading. Run: make bench, or
-- `lua5.4 bench/registry.lua` after `make`.
-- Figures are ratios of one run; the nanoseconds beside them depend on the machine.

package.path = "./?.lua;" .. package.path
local support = require "bench.support"
local reader = require "catalog.reader"
local registry = require("tencentcloud.core").registry

local ROUNDS = 5
local OPERATIONS = 400000

-- Every (action, code) pair of the catalog; a version is named only where the name alone means another one.
local function all_pairs()
  local pairs_list = {}
  for _, service in ipairs(assert(reader.read_directory("catalog/services"))) do
    for _, action in ipairs(service.actions) do
      local name = service.service .. "." .. action.name
      if registry:action(name).version == service.version then
        for _, code in ipairs(action.codes) do
          table.insert(pairs_list, { service = service.service, name = action.name, action = name, code = code })
        end
      end
    end
  end
  return pairs_list
end

-- The first pairs with `count` distinct codes, as parallel arrays; all strings exist before the clock starts.
local function choose(pairs_list, count)
  local chosen, seen = { service = {}, name = {}, action = {}, code = {}, object = {}, joined = {} }, {}
  for _, pair in ipairs(pairs_list) do
    if not seen[pair.code] then
      seen[pair.code] = true
      for key, value in pairs(pair) do table.insert(chosen[key], value) end
      table.insert(chosen.object, registry:action(pair.action))
      chosen.joined[pair.service .. "." .. pair.name .. "." .. pair.code] = true
    end
    if #chosen.code == count then break end
  end
  return chosen
end

-- The best of some rounds, in nanoseconds for one operation.
local function measure(chosen, operation)
  local best = math.huge
  local repeats = math.max(1, math.floor(OPERATIONS / #chosen.code))
  for _ = 1, ROUNDS do
    collectgarbage()
    local start = os.clock()
    for _ = 1, repeats do operation(chosen) end
    best = math.min(best, (os.clock() - start) / (repeats * #chosen.code))
  end
  return best * 1e9
end

local operations = {}

function operations.joined(chosen)
  local joined, services, names, codes = chosen.joined, chosen.service, chosen.name, chosen.code
  for i = 1, #codes do
    if not joined[services[i] .. "." .. names[i] .. "." .. codes[i]] then error "not found" end
  end
end

function operations.lookup(chosen)
  local codes = chosen.code
  for i = 1, #codes do
    if not registry:lookup(codes[i]) then error "not found" end
  end
end

function operations.scoped_lookup(chosen)
  local codes, actions = chosen.code, chosen.action
  for i = 1, #codes do
    if not registry:lookup(codes[i], actions[i]) then error "not found" end
  end
end

function operations.declares(chosen)
  local codes, objects = chosen.code, chosen.object
  for i = 1, #codes do
    if not objects[i]:declares(codes[i]) then error "not declared" end
  end
end

local function bench_lookups(pairs_list)
  print "One look-up, in ns, and how many times as fast as the table's"
  local titles = { "codes", "table[joined key]", "lookup(code)", "lookup(code, scope)", "declares(code)" }
  print(("%8s %18s %19s %19s %19s"):format((table.unpack or unpack)(titles)))
  for _, count in ipairs { 100, 1000, 11866 } do
    local chosen = choose(pairs_list, count)
    local base = measure(chosen, operations.joined)
    local cells = { ("%8d %18.0f"):format(#chosen.code, base) }
    for _, name in ipairs { "lookup", "scoped_lookup", "declares" } do
      local time = measure(chosen, operations[name])
      table.insert(cells, ("%12.0f %5.1fx"):format(time, base / time))
    end
    print(table.concat(cells, " "))
  end
end

-- A module that holds the pairs: for each action an array of its codes. One function for each service: LuaJIT allows a
-- function 65,536 constants.
local function write_table_module(path)
  local out = assert(io.open(path, "w"))
  out:write "local actions = {}\n"
  for _, service in ipairs(assert(reader.read_directory("catalog/services"))) do
    out:write "(function()\n"
    for _, action in ipairs(service.actions) do
      local codes = #action.codes == 0 and "" or '"' .. table.concat(action.codes, '","') .. '"'
      out:write(('actions["%s@%s.%s"]={%s}\n'):format(service.service, service.version, action.name, codes))
    end
    out:write "end)();\n"
  end
  out:write "return actions\n"
  out:close()
end

-- Loads a module in a new Lua state; gives milliseconds and KiB.
local function load_in_new_state(name, path_setting)
  local interpreter = arg[-1] or "lua"
  local script = ([[%s; collectgarbage(); local before, start = collectgarbage("count"), os.clock();
    local module = require("%s"); local time = os.clock() - start; collectgarbage();
    print(time * 1000, collectgarbage("count") - before, module)]]):format(path_setting, name)
  local best, memory = math.huge, nil
  for _ = 1, ROUNDS do
    local pipe = assert(io.popen(("%s -e '%s'"):format(interpreter, script)))
    local time, size = pipe:read("*n", "*n")
    pipe:close()
    best, memory = math.min(best, time), size
  end
  return best, memory
end

local function bench_loading()
  local folder = os.tmpname()
  os.remove(folder)
  local path = folder .. "_pairs.lua"
  write_table_module(path)
  local name = path:match("([^/]+)%.lua$")
  local table_time, table_memory = load_in_new_state(name, ('package.path = "%s"'):format(path:gsub("[^/]+$", "?.lua")))
  local time, memory = load_in_new_state("tencentcloud.core", ('package.cpath = "%s"'):format(support.cpath))
  os.remove(path)
  print "\nLoading in a new Lua state"
  print(("%-24s %8.2f ms %10.0f KiB"):format("a Lua table of the pairs", table_time, table_memory))
  print(("%-24s %8.2f ms %10.0f KiB"):format("tencentcloud.core", time, memory))
  print(("%.0f times as fast, %.2f%% of the memory"):format(table_time / time, 100 * memory / table_memory))
end

bench_lookups(all_pairs())
bench_loading()
