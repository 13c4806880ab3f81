/* Walks over arrays and objects: methods of views, named as in Lua, and the iterator's class. */
#ifndef TC_LUA_ITERATE_H
#define TC_LUA_ITERATE_H

#include "lua/class.h"

extern const tc_class_definition tc_cursor_class;

int tc_lua_rows(lua_State *L);
int tc_lua_column(lua_State *L);
int tc_lua_pairs(lua_State *L);
int tc_lua_ipairs(lua_State *L);

#endif
