/* The function of the module that tells the shared words; named as in Lua. */
#ifndef TC_LUA_VOCABULARY_H
#define TC_LUA_VOCABULARY_H

#include "lua/compat.h"

int tc_lua_vocabulary(lua_State *L);

#endif
