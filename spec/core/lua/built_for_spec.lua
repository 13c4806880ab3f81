-- A module that was built for one Lua and is required by another: a sentence that names both, never a crash. Each pair
-- is a process of its own, with the modules that `make` has left under build/.

local missing = require "spec.support.missing"
local shell = require "spec.support.shell"

local unpack = table.unpack or unpack

-- LuaJIT has the interface of 5.1: what is built for one of the two can be used by the other.
local BUILT_FOR = {
  ["5.1"] = "Lua 5.1 or LuaJIT", luajit = "Lua 5.1 or LuaJIT", ["5.3"] = "Lua 5.3", ["5.4"] = "Lua 5.4",
  ["5.5"] = "Lua 5.5",
}
local RUNNING = { "5.1", "luajit", "5.2", "5.3", "5.4", "5.5" }

-- macOS has no weak functions of the kind that this needs: there the loader's own words remain.
local NOT_ELF = shell.run "uname -s":find "Darwin" and "libraries are not ELF here"

-- Runs a command of words with nothing of this environment but where commands are.
local function run(words)
  return shell.run('env -i PATH="$PATH" ' .. words)
end

local function find(words)
  return shell.run("script/find-lua " .. words):match "%S+"
end

-- Runs a program with a Lua that finds the checkout's files, and a C module in that folder alone.
local function run_with(interpreter, folder, program)
  return run(("LUA_PATH='lua/?.lua;lua/?/init.lua' LUA_CPATH=%s %s -e %s"):format(
    shell.quote(folder .. "/?.so"), shell.quote(interpreter), shell.quote(program)))
end

local PROGRAM = [[print(require "tencentcloud".parse '{"Response":{"RequestId":"b5"}}')]]

local function is_usable(built, running)
  return BUILT_FOR[built] == BUILT_FOR[running]
end

local function name_of(version)
  return version == "luajit" and "LuaJIT" or "Lua " .. version
end

-- What is to be read where `running` finds what was built for `built`. 5.1 and LuaJIT tell no module its file.
local function refusal(built, running, folder)
  local has_file = running ~= "5.1" and running ~= "luajit"
  local start = ("%s was built for %s, and this is %s"):format(
    has_file and folder .. "/tencentcloud/core.so" or "tencentcloud.core", BUILT_FOR[built], name_of(running))
  if running == "5.2" then return start .. ", which is not supported: use Lua 5.5, 5.4, 5.3, 5.1 or LuaJIT" end
  return ("%s: use it with %s, or build and install it for %s too: make LUA_VERSION=%s"):format(
    start, BUILT_FOR[built], name_of(running), running)
end

for built in pairs(BUILT_FOR) do
  describe("what is built for " .. name_of(built), function()
    local folder = "build/" .. built
    local absent

    setup(function()
      local _, code = run(("make -q build LUA_VERSION=%s BUILD=%s"):format(built, folder))
      absent = NOT_ELF or code ~= 0 and ("%s is not there, or older than the sources"):format(folder)
    end)

    for _, running in ipairs(RUNNING) do
      local usable = is_usable(built, running)
      it((usable and "can be used by " or "is refused with words by ") .. name_of(running), function()
        local interpreter = find(running)
        if absent or not interpreter then return pending(absent or ("no %s here"):format(name_of(running))) end
        local output, code = run_with(interpreter, folder, PROGRAM)
        assert.matches(usable and "tencentcloud.Response: ok b5\n" or refusal(built, running, folder), output, 1, true)
        assert.equal(usable and 0 or 1, code)
      end)
    end
  end)
end

-- A module that opens with the check alone, for a Lua of this version that was configured in another way.
local OPENS = [[
#include "lua/built_for.h"
TC_EXPORT int luaopen_small(lua_State *L);
int luaopen_small(lua_State *L)
{
    tc_check_built_for(L);
    lua_pushvalue(L, LUA_REGISTRYINDEX);
    return 1;
}
]]

-- What is set at the end of luaconf.h, and what is read then.
local CONFIGURED = {
  ["another size of floats"] = { "LUA_NUMBER", "float", "incompatible numeric types" },
  ["another size of integers"] = { "LUA_INTEGER", "int", "incompatible numeric types" },
  ["a smaller stack"] = { "LUAI_MAXSTACK", "15000", "with another LUAI_MAXSTACK than this one has" },
  ["a larger stack"] = { "LUAI_MAXSTACK", "2000000", "with another LUAI_MAXSTACK than this one has" },
  ["the numbers and the stack that it has"] = { "TC_NOTHING", "", "^table: " },
}

-- 5.1 and LuaJIT have one configuration, and no function to ask for it; 5.5 numbers pseudo-indices alike for any stack.
local function is_moot(option)
  return option ~= "TC_NOTHING" and _VERSION == "Lua 5.1" or option == "LUAI_MAXSTACK" and _VERSION == "Lua 5.5"
end

describe("what is built for this version with", function()
  local version = jit and "luajit" or _VERSION:match "%d%.%d"
  local place

  before_each(function() place = shell.run "mktemp -d":match "%S+" end)
  after_each(function() shell.run("rm -rf " .. shell.quote(place)) end)

  local function write(name, text, mode)
    local file = assert(io.open(place .. "/" .. name, mode or "w"))
    file:write(text)
    file:close()
  end

  for name, case in pairs(CONFIGURED) do
    local option, value, expected = unpack(case)
    local what = name .. (option == "TC_NOTHING" and " opens" or " is refused with words")
    if not is_moot(option) then it(what, function()
      local interpreter, headers = find(version), find("--headers " .. version)
      local reason = NOT_ELF or missing { commands = { "cc" } } or
        not (interpreter and headers) and "no headers of this Lua here"
      if reason then return pending(reason) end
      shell.run(("cp %s/*.h %s"):format(headers, place))
      write("luaconf.h", ("\n#undef %s\n#define %s %s\n"):format(option, option, value), "a")
      write("small.c", OPENS)
      local output, code = shell.run(("cc -std=c11 -shared -fPIC -Isrc -I%s -o %s/small.so %s/small.c %s"):format(
        place, place, place, "src/lua/built_for.c"))
      assert(code == 0, output)
      output = run_with(interpreter, place, [[local _, result = pcall(require, "small") print(result)]])
      assert.matches(expected, output)
    end) end
  end
end)
