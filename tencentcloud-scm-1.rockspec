rockspec_format = "3.0"
package = "tencentcloud"
version = "scm-1"

-- `luarocks make` builds the checkout that it is run in; nothing is fetched from here.
source = { url = "git+file://." }

description = {
  summary = "Answers of Tencent Cloud API 3.0: parsed, explained, and handled by rules",
  detailed = [[
A Lua module with a C core for the answers of Tencent Cloud API 3.0. It parses a response, tells success
from failure, knows every error code that each action may return, and runs the rules that a script writes
for each action and code.]],
  license = "MIT",
  labels = { "json", "sdk", "openresty" },
}

dependencies = {
  "lua >= 5.1, < 5.5",
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
    INST_LIBDIR = "$(LIBDIR)",
    INST_LUADIR = "$(LUADIR)",
    INST_BINDIR = "$(BINDIR)",
    INST_MANDIR = "$(PREFIX)/man",
  },
  copy_directories = { "docs", "library" },
}

test = {
  type = "busted",
}
