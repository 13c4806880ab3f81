/* Copies of responses as plain Lua tables; named as in Lua. */
#ifndef TC_LUA_TOTABLE_H
#define TC_LUA_TOTABLE_H

#include "lua/compat.h"

/* A method of views. */
int tc_lua_totable(lua_State *L);

/* A function of the module. */
int tc_lua_set_empty_array_metatable(lua_State *L);

#endif
