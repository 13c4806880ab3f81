/* The class Registry, and the functions of the core about the catalog. */
#ifndef TC_LUA_REGISTRY_H
#define TC_LUA_REGISTRY_H

#include "lua/class.h"

TC_BEGIN_INTERNAL

extern const tc_class_definition tc_registry_class;

int tc_lua_new_registry(lua_State *L);
int tc_lua_entry(lua_State *L);
int tc_lua_catalog_codes(lua_State *L);
int tc_lua_retired_actions(lua_State *L);

TC_END_INTERNAL

#endif
