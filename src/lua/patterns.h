/* Functions of the module about the names and patterns of rules; named as in Lua. */
#ifndef TC_LUA_PATTERNS_H
#define TC_LUA_PATTERNS_H

#include "lua/compat.h"

int tc_lua_action_name(lua_State *L);
int tc_lua_code_pattern(lua_State *L);
int tc_lua_scope_pattern(lua_State *L);
int tc_lua_code_matches(lua_State *L);
int tc_lua_scope_matches(lua_State *L);

#endif
