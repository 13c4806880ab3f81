/* See compat.h. */
#include "lua/compat.h"

static int do_nothing(lua_State *L)
{
    (void)L;
    return 0;
}

/* lua_checkstack does not tell a full stack from a failed allocation, but a call does: it needs
 * room on the stack too, and raises the error that fits where it gets none. So the slots that are
 * left are used up as arguments of a call. Where the call gets its room, memory has come back, or
 * (5.1 and LuaJIT) the function has used up what a C function may have. */
void tc_reserve_stack(lua_State *L, int slots)
{
    int arguments = 0;
    if (lua_checkstack(L, slots))
        return;
    lua_pushcfunction(L, do_nothing);
    for (; arguments < slots && lua_checkstack(L, 1); arguments++)
        lua_pushnil(L);
    lua_call(L, arguments, 0);
    if (!lua_checkstack(L, slots))
        luaL_error(L, "stack overflow");
}
