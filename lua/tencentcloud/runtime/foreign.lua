-- Event loops that the module does not know how to wait in, or cannot wait in where it is. A plain sleep there holds up
-- everything that the loop serves: the first one says so, once.

local lua_global = require "tencentcloud.lua_global"

local foreign = {}

local RUNTIME = "the module does not know how to wait there. Pass it a runtime that does, tc.rules{ runtime = { "
  .. "sleep = ..., now = ..., time = ..., random = ... } }"
local COROUTINE = "the main chunk cannot wait there. Call from a coroutine, coroutine.wrap(function() ... end)()"

-- luv's loop serves what is on it whenever the program pumps it. Before, there is nothing to hold up.
local function is_alive(uv) return uv.loop_alive() end

-- A module that is loaded, or a global table that a host gives its Lua, and a field that tells it from others of that
-- name: MoonScript has a module `moon` too.
local LOOPS = {
  { module = "luv", field = "loop_alive", name = "luv's loop", is_held_up = is_alive, advice = COROUTINE },
  { module = "uv", field = "loop_alive", name = "luv's loop", is_held_up = is_alive, advice = COROUTINE },
  { module = "moon", field = "sleep", name = "moon" },
  { module = "fiber", field = "sleep", name = "Tarantool" },
  { module = "eco", field = "run", name = "eco" },
  { module = "uloop", field = "run", name = "uloop" },
  { module = "turbo", field = "ioloop", name = "turbo" },
  { module = "lluv", field = "run", name = "lluv" },
  { module = "ev", field = "Loop", name = "lua-ev" },
  { module = "luaevent", field = "loop", name = "luaevent" },
  { module = "gears.timer", field = "start_new", name = "awesome" },
  { global = "core", field = "msleep", name = "HAProxy" },
  { global = "minetest", field = "after", name = "Luanti" },
  { global = "love", field = "event", name = "LÖVE" },
  { global = "prosody", field = "events", name = "Prosody" },
}

---@return table? loop that is there, with its name
function foreign.find()
  for _, loop in ipairs(LOOPS) do
    local value = loop.module and package.loaded[loop.module] or loop.global and lua_global(loop.global)
    if type(value) == "table" and value[loop.field] ~= nil then
      if not loop.is_held_up or loop.is_held_up(value) then return loop end
    end
  end
end

---Hears of the first sleep that holds up a loop; a program may put its own function here.
---@param text string
function foreign.warn(text)
  if io and io.stderr then io.stderr:write("tencentcloud: ", text, "\n") end
end

local WARNING = "%s holds up %s and all that it serves, %s: %s; docs/rules.md, \"Where it runs\", tells more"

local warned = false

---Says so, once, if a loop will be held up.
---@param what string "this sleep"
---@param how_long string "for 0.5 s"
function foreign.warn_once(what, how_long)
  if warned then return end
  local loop = foreign.find()
  if not loop then return end
  warned = true
  foreign.warn(WARNING:format(what, loop.name, how_long, loop.advice or RUNTIME))
end

return foreign
