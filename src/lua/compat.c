/* See compat.h. */
#include "lua/compat.h"

static int do_nothing(lua_State *L)
{
    (void)L;
    return 0;
}

/* lua_checkstack returns the same for a full stack and for a failed allocation. A call needs room
 * for LUA_MINSTACK values too, and raises the error that fits where it gets none; so it comes first
 * and makes the stack grow, and lua_checkstack has only to take what is there. It still fails where
 * a function has used up what 5.1 and LuaJIT give to one. */
void tc_reserve_stack(lua_State *L)
{
    lua_pushcfunction(L, do_nothing);
    lua_call(L, 0, 0);
    if (!lua_checkstack(L, LUA_MINSTACK))
        luaL_error(L, "stack overflow");
}
