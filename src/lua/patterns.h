/* Functions of the module about the names and patterns of rules; named as in Lua. */
#ifndef TC_LUA_PATTERNS_H
#define TC_LUA_PATTERNS_H

#include "lua/compat.h"
#include "names/pattern.h"

TC_BEGIN_INTERNAL

/* Parses a code pattern; of an item of a batch where the argument at `of_items` is true. */
bool tc_read_pattern(lua_State *L, int of_items, tc_slice text, tc_code_pattern *pattern,
                     tc_pattern_fault *fault);

int tc_lua_action_name(lua_State *L);
int tc_lua_code_pattern(lua_State *L);
int tc_lua_scope_pattern(lua_State *L);
int tc_lua_code_matches(lua_State *L);
int tc_lua_scope_matches(lua_State *L);

TC_END_INTERNAL

#endif
