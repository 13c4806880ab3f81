-- What the benchmarks share: where the module is, the clock, the bodies and the table that is printed.
-- Each figure is the least of several rounds; rivals take turns within a round, so that a slow moment hits both.

local support = {}

-- The module that `make` built for the Lua that runs this, unless TC_CPATH says another.
local version = rawget(_G, "jit") and "luajit" or _VERSION:match "%d+%.%d+"
support.cpath = os.getenv "TC_CPATH" or ("build/%s/?.so"):format(version)
package.cpath = support.cpath .. ";" .. package.cpath
package.path = "lua/?.lua;lua/?/init.lua;./?.lua;" .. package.path
support.lua = rawget(_G, "jit") and jit.version or _VERSION

local ROUNDS = 7
local ROUND_SECONDS = 0.05

local function time(work, count)
  local start = os.clock()
  for _ = 1, count do work() end
  return os.clock() - start
end

-- How often `work` has to run to fill a round.
local function calibrate(work)
  local count = 1
  while true do
    local seconds = time(work, count)
    if seconds > ROUND_SECONDS / 4 then return math.max(1, math.floor(count * ROUND_SECONDS / seconds)) end
    count = count * 2
  end
end

---Measures functions against each other.
---@param ... fun() each does the same work in its own way
---@return number ... seconds for one call of each
function support.measure(...)
  local works, counts, best = { ... }, {}, {}
  for i, work in ipairs(works) do counts[i], best[i] = calibrate(work), math.huge end
  for _ = 1, ROUNDS do
    for i, work in ipairs(works) do
      collectgarbage()
      best[i] = math.min(best[i], time(work, counts[i]) / counts[i])
    end
  end
  return (table.unpack or unpack)(best)
end

---Gives a time as people read it.
---@param seconds number
---@return string text
function support.format_time(seconds)
  if seconds < 1e-6 then return ("%.0f ns"):format(seconds * 1e9) end
  if seconds < 1e-3 then return ("%.1f µs"):format(seconds * 1e6) end
  return ("%.2f ms"):format(seconds * 1e3)
end

---Prints a table in Markdown.
---@param rows string[][] the first holds the titles
function support.print_table(rows)
  for i, row in ipairs(rows) do
    print("| " .. table.concat(row, " | ") .. " |")
    if i == 1 then print("|" .. (" --- |"):rep(#row)) end
  end
end

---Gives a body from the folder that BODIES names, or one made here.
---@param name string a file's name without .json
---@param make fun(): string
---@return string body
function support.body(name, make)
  local folder = os.getenv "BODIES"
  if not folder then return make() end
  local file = assert(io.open(("%s/%s.json"):format(folder, name), "rb"))
  local body = file:read "*a"
  file:close()
  return body
end

return support
