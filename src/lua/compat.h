/* One body for each difference between Lua 5.1, LuaJIT, 5.3, 5.4 and 5.5 that the binding meets.
 * How a userdata keeps another value alive differs too: see home.h. */
#ifndef TC_LUA_COMPAT_H
#define TC_LUA_COMPAT_H

#include "portable.h"

#include <lauxlib.h>
#include <lua.h>

#if LUA_VERSION_NUM == 502
#error "Lua 5.2 is not supported: use 5.1, LuaJIT, 5.3, 5.4 or 5.5"
#endif

/* What is called of one Lua and is absent in another: see built_for.h. It is weak in all files or
 * in none, so each says so before it calls. */
#if LUA_VERSION_NUM < 503
TC_WEAK(lua_call)
TC_WEAK(lua_getfenv)
TC_WEAK(lua_insert)
TC_WEAK(lua_newuserdata)
TC_WEAK(lua_objlen)
TC_WEAK(lua_pcall)
TC_WEAK(lua_remove)
TC_WEAK(lua_replace)
TC_WEAK(lua_setfenv)
TC_WEAK(lua_tonumber)
#else
TC_WEAK(luaL_checkversion_)
TC_WEAK(lua_absindex)
TC_WEAK(lua_callk)
TC_WEAK(lua_copy)
TC_WEAK(lua_pcallk)
TC_WEAK(lua_rawlen)
TC_WEAK(lua_rotate)
TC_WEAK(lua_tonumberx)
#endif
#if LUA_VERSION_NUM == 503
TC_WEAK(lua_getuservalue)
TC_WEAK(lua_newuserdata)
TC_WEAK(lua_setuservalue)
#elif LUA_VERSION_NUM >= 504
TC_WEAK(lua_getiuservalue)
TC_WEAK(lua_newuserdatauv)
TC_WEAK(lua_setiuservalue)
#endif

TC_BEGIN_INTERNAL

#if LUA_VERSION_NUM < 503
#define lua_rawlen lua_objlen
/* Numbers are doubles: they hold integers exactly up to 2^53. */
#define TC_EXACT_INTEGER INT64_C(9007199254740992)
#endif

/* Pushes an integer where the number type holds it exactly, else returns false. */
static inline bool tc_push_exact(lua_State *L, int64_t value)
{
#if LUA_VERSION_NUM >= 503
    if (sizeof(lua_Integer) < sizeof(int64_t) && (lua_Integer)value != value)
        return false;
    lua_pushinteger(L, (lua_Integer)value);
#else
    if (value > TC_EXACT_INTEGER || value < -TC_EXACT_INTEGER)
        return false;
    lua_pushnumber(L, (lua_Number)value);
#endif
    return true;
}

/* Gives a C function as much room on the Lua stack again as it began with: for LUA_MINSTACK more
 * values. One must fit before. Raises Lua's memory error where memory ran out, and a stack overflow
 * only where the stack is as large as it may be: luaL_checkstack calls both an overflow. */
void tc_reserve_stack(lua_State *L);

TC_END_INTERNAL

#endif
