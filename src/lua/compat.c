/* See compat.h. */
#include "lua/compat.h"

static int do_nothing(lua_State *L)
{
    (void)L;
    return 0;
}

/* lua_checkstack returns the same for a full stack and for a failed allocation. A call needs room
 * for LUA_MINSTACK values too, and its error tells which it was. That error cannot be handed on
 * where the stack is full: lua_checkstack has by then taken the room that newer Luas keep for
 * errors, and a call without it ends in "error in error handling". Where the call gets room after
 * all, lua_checkstack has only to take it. It still fails where a function has used up what 5.1 and
 * LuaJIT give to one. */
void tc_reserve_stack(lua_State *L)
{
    if (TC_LIKELY(lua_checkstack(L, LUA_MINSTACK)))
        return;
    lua_pushcfunction(L, do_nothing);
    const int status = lua_pcall(L, 0, 0, 0);
    if (status == LUA_ERRMEM)
        lua_error(L);
    if (status != 0)
        lua_pop(L, 1);
    if (status != 0 || !lua_checkstack(L, LUA_MINSTACK))
        luaL_error(L, "stack overflow");
}
