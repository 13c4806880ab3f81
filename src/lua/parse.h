/* Functions of the module that read a body; named as in Lua. */
#ifndef TC_LUA_PARSE_H
#define TC_LUA_PARSE_H

#include "lua/compat.h"

int tc_lua_parse(lua_State *L);
int tc_lua_check(lua_State *L);
int tc_lua_parse_event(lua_State *L);

#endif
