/* See compat.h. */
#include "lua/compat.h"

static int do_nothing(lua_State *L)
{
    (void)L;
    return 0;
}

/* lua_checkstack returns the same for a full stack and for a failed allocation. A call needs room
 * for LUA_MINSTACK values too, and raises the error that fits where it gets none; where it gets
 * some after all, lua_checkstack has only to take it. It still fails where a function has used up
 * what 5.1 and LuaJIT give to one. The call is for that case alone: the function is an allocation
 * in 5.1 and LuaJIT. */
void tc_reserve_stack(lua_State *L)
{
    if (TC_LIKELY(lua_checkstack(L, LUA_MINSTACK)))
        return;
    lua_pushcfunction(L, do_nothing);
    lua_call(L, 0, 0);
    if (!lua_checkstack(L, LUA_MINSTACK))
        luaL_error(L, "stack overflow");
}
