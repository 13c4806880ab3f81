rockspec_format = "3.0"
package = "tencentcloud"
version = "scm-1"

-- `luarocks make` builds the checkout that it is run in; nothing is fetched from here. `make dist` makes the rockspec
-- of a release from this one: its source, its version and its build are others.
source = { url = "git+file://." }

description = {
  summary = "Responses of Tencent Cloud API 3.0: parsed, explained, and handled by rules",
  detailed = [[
A Lua module with a C core for the responses of Tencent Cloud API 3.0. It parses a response, tells success
from failure, knows every error code that each action may return, and runs the rules that a script writes
for each action and code.]],
  license = "MIT",
  labels = { "json", "sdk", "openresty" },
}

dependencies = {
  "lua >= 5.1, < 5.6, ~= 5.2",
  "lua-cjson",
  "argparse", -- for tcerr
}

test_dependencies = {
  "busted >= 2.0",
}

-- BUILD holds the headers' place, so that objects made for one Lua never end up in another's module.
local build_place = "build/rock$(LUA_INCDIR)"

build = {
  type = "make",
  install_target = "install-module",
  build_variables = {
    BUILD = build_place,
    CC = "$(CC)",
    CFLAGS = "$(CFLAGS)",
    LIBFLAG = "$(LIBFLAG)",
    LUA = "$(LUA)",
    LUA_INCDIR = "$(LUA_INCDIR)",
  },
  install_variables = {
    BUILD = build_place,
    LUA_INCDIR = "$(LUA_INCDIR)",
    INST_LIBDIR = "$(LIBDIR)",
    INST_LUADIR = "$(LUADIR)",
  },
  -- LuaRocks keeps a license only of rocks that have no documentation; conf is its place for other files.
  install = { bin = { tcerr = "bin/tcerr" }, conf = { "LICENSE" } },
  copy_directories = { "completions", "docs", "library", "man" },
}

test = {
  type = "busted",
}
