/* The class Registry, and the function of the module that makes one. */
#ifndef TC_LUA_REGISTRY_H
#define TC_LUA_REGISTRY_H

#include "lua/class.h"

TC_BEGIN_INTERNAL

extern const tc_class_definition tc_registry_class;

int tc_lua_new_registry(lua_State *L);
int tc_lua_entry(lua_State *L);

TC_END_INTERNAL

#endif
