/* Foreign text made harmless, as messages have it, for programs that print such text themselves. */
#ifndef TC_LUA_QUOTE_H
#define TC_LUA_QUOTE_H

#include "lua/compat.h"

TC_BEGIN_INTERNAL

/* The function of the module. */
int tc_lua_quote(lua_State *L);

TC_END_INTERNAL

#endif
