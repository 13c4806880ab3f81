/* A method of Registry, named as in Lua. */
#ifndef TC_LUA_DEFINE_ACTION_H
#define TC_LUA_DEFINE_ACTION_H

#include "lua/compat.h"

TC_BEGIN_INTERNAL

int tc_lua_define_action(lua_State *L);

TC_END_INTERNAL

#endif
