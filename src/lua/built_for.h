/* Whether the Lua that runs is the one that the module was built for.
 *
 * Lua's own check comes too late, or never: a function that another Lua lacks keeps the library
 * from being loaded, with its bare name for an error; 5.4 and 5.5 have the same functions, but
 * other pseudo-indices, so a module for 5.4 crashes in 5.5. Functions that one of them lacks are
 * weak therefore (compat.h). */
#ifndef TC_LUA_BUILT_FOR_H
#define TC_LUA_BUILT_FOR_H

#include "lua/compat.h"

TC_BEGIN_INTERNAL

/* Raises an error that names both Luas and says what to do, where they are not the same. Called
 * first in luaopen_*, whose arguments are still on the stack. */
void tc_check_built_for(lua_State *L);

/* The same for what a program was linked with. Called before anything that has a pseudo-index. */
void tc_check_linked_for(lua_State *L, const char *library);

TC_END_INTERNAL

#endif
