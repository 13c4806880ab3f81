/* A method of Registry, named as in Lua. */
#ifndef TC_LUA_DEFINE_H
#define TC_LUA_DEFINE_H

#include "lua/compat.h"

int tc_lua_define(lua_State *L);

#endif
