/* One body for each difference between the Luas. */
#include "lua/compat.h"

void tc_set_functions(lua_State *L, const luaL_Reg *functions, int upvalues)
{
    luaL_checkstack(L, upvalues + 1, "too many upvalues");
    for (; functions->name != NULL; functions++) {
        for (int i = 0; i < upvalues; i++)
            lua_pushvalue(L, -upvalues);
        lua_pushcclosure(L, functions->func, upvalues);
        lua_setfield(L, -(upvalues + 2), functions->name);
    }
    lua_pop(L, upvalues);
}

void *tc_new_userdata(lua_State *L, size_t size)
{
#if LUA_VERSION_NUM >= 504
    return lua_newuserdatauv(L, size, 1);
#else
    return lua_newuserdata(L, size);
#endif
}

void tc_set_home(lua_State *L, int index)
{
#if LUA_VERSION_NUM >= 504
    lua_setiuservalue(L, index, 1);
#elif LUA_VERSION_NUM >= 503
    lua_setuservalue(L, index);
#else
    lua_setfenv(L, index);
#endif
}

void tc_get_home(lua_State *L, int index)
{
#if LUA_VERSION_NUM >= 504
    lua_getiuservalue(L, index, 1);
#elif LUA_VERSION_NUM >= 503
    lua_getuservalue(L, index);
#else
    lua_getfenv(L, index);
#endif
}
