-- The walls of src/ and lua/: an include or a require only goes down, and no files make a ring. CONTRIBUTING.md and
-- docs/design.md say what each room is for.

local layers = require "spec.support.layers"
local read = require "spec.support.read"
local shell = require "spec.support.shell"

local function files(folder, ending)
  local list = {}
  for path in shell.run(("find %s -name '*%s' | sort"):format(folder, ending)):gmatch "%S+" do
    table.insert(list, path)
  end
  return list
end

local C_ORDER = { "ground", "json", "names", "answer", "catalog", "rules", "lua" }

-- Made by the build from catalog/vocabulary.lua, or beside the rooms.
local C_GROUND = { portable = true, ascii = true, vocabulary = true }

local function c_room(module)
  return C_GROUND[module] and "ground" or module:match "^([%w_]+)/"
end

local LUA_ORDER = { "ground", "runtime", "budget", "rules", "guard", "decide", "call", "study", "pages", "events",
  "face", "cli" }

local LUA_GROUND = { core = true, version = true, vocabulary = true, merge = true, arguments = true,
  action_name = true, params = true, lua_global = true }
local FACES = { rules = true, events = true, pages = true, wait_until = true }

local function lua_room(module)
  if module == "tencentcloud" then return "face" end
  local path = module:match "^tencentcloud%.(.+)$"
  if LUA_GROUND[path] then return "ground" end
  return FACES[path] and "face" or path:match "^[%w_]+"
end

local function c_arrows()
  local arrows = {}
  for _, ending in ipairs { ".c", ".h" } do
    for _, path in ipairs(files("src", ending)) do
      for _, arrow in ipairs(layers.of_c(path:sub(#"src/" + 1), read(path))) do table.insert(arrows, arrow) end
    end
  end
  return arrows
end

local function module_name(path)
  return (path:gsub("^lua/", ""):gsub("%.lua$", ""):gsub("/init$", ""):gsub("/", "."))
end

local function lua_arrows()
  local paths, names, arrows = files("lua", ".lua"), {}, {}
  for position, path in ipairs(paths) do names[position] = module_name(path) end
  for position, path in ipairs(paths) do
    for _, arrow in ipairs(layers.of_lua(names[position], read(path), names)) do table.insert(arrows, arrow) end
  end
  return arrows
end

local SIDES = {
  { name = "src/", arrows = c_arrows(), room = c_room, order = C_ORDER, least = 80,
    planted = { up = { from = "json/index", to = "answer/fault" },
      ring = { from = "names/slice", to = "names/pattern" } } },
  { name = "lua/", arrows = lua_arrows(), room = lua_room, order = LUA_ORDER, least = 100,
    planted = { up = { from = "tencentcloud.budget.process", to = "tencentcloud.decide.safety" },
      ring = { from = "tencentcloud.rules.outcome", to = "tencentcloud.rules.rule_set" } } },
}

for _, side in ipairs(SIDES) do
  describe("the arrows of " .. side.name, function()
    local function with(arrow)
      local arrows = { arrow }
      for _, other in ipairs(side.arrows) do table.insert(arrows, other) end
      return arrows
    end

    it("are found", function()
      assert.is_true(#side.arrows > side.least, #side.arrows)
    end)

    it("run down, from room to room", function()
      assert.same({}, layers.climbs(side.arrows, side.room, side.order))
    end)

    it("make no ring", function()
      assert.is_nil(layers.ring(side.arrows))
    end)

    it("are refused where one runs up", function()
      local found = layers.climbs(with(side.planted.up), side.room, side.order)
      assert.equal(1, #found)
      assert.matches(side.planted.up.from .. " .* reaches up to " .. side.planted.up.to, found[1])
    end)

    it("are refused where they make a ring", function()
      local ring = layers.ring(with(side.planted.ring))
      assert.matches(side.planted.ring.from, ring, 1, true)
      assert.matches(side.planted.ring.to, ring, 1, true)
    end)

    it("are refused where a file is in no room", function()
      local found = layers.climbs({ { from = side.order[2] .. "x/y", to = side.planted.up.to } }, function(module)
        return module:find "x/y" and "nowhere" or side.room(module)
      end, side.order)
      assert.equal(1, #found)
    end)
  end)
end

describe("what makes an arrow", function()
  it("is an include of our own, but not one in a comment", function()
    assert.same({ { from = "json/text", to = "json/utf8" } }, layers.of_c("json/text.c",
      '#include "json/text.h"\n#include <string.h>\n# include "json/utf8.h"\n/* #include "lua/view.h" */\n'))
  end)

  it("is a require, at the top or later, by one name or by many", function()
    local text = 'local a = require "tencentcloud.merge"\n-- require "tencentcloud.cli"\n'
      .. 'function f() return require("tencentcloud.pages").pages end\n'
      .. 'function g(name) return require("tencentcloud.study." .. name) end\n'
    local found = {}
    for _, arrow in ipairs(layers.of_lua("tencentcloud.x", text, { "tencentcloud.study.lint", "tencentcloud.call" })) do
      assert.equal("tencentcloud.x", arrow.from)
      table.insert(found, arrow.to)
    end
    assert.same({ "tencentcloud.merge", "tencentcloud.pages", "tencentcloud.study.lint" }, found)
  end)
end)

describe("Lua's own headers", function()
  it("are known to src/lua alone", function()
    for _, ending in ipairs { ".c", ".h" } do
      for _, path in ipairs(files("src", ending)) do
        if not path:find "^src/lua/" then
          assert.is_nil(read(path):match '#%s*include%s*[<"]l[ua][ua][%w]*%.h[>"]', path)
        end
      end
    end
  end)
end)
