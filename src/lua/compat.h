/* The differences between Lua 5.1, LuaJIT, 5.3 and 5.4 that the binding meets, and how a userdata
 * keeps another value alive in each of them. */
#ifndef TC_LUA_COMPAT_H
#define TC_LUA_COMPAT_H

#include <lauxlib.h>
#include <lua.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#if LUA_VERSION_NUM == 502
#error "Lua 5.2 is not supported: use 5.1, LuaJIT, 5.3 or 5.4"
#endif

#if LUA_VERSION_NUM < 503
#define lua_rawlen lua_objlen
/* Numbers are doubles: they hold integers exactly up to 2^53. */
#define TC_EXACT_INTEGER INT64_C(9007199254740992)
#endif

/* Registers functions in the table under `upvalues` values, which all of them share. */
void tc_set_functions(lua_State *L, const luaL_Reg *functions, int upvalues);

/* A new userdata that can keep one value alive: see tc_set_home. */
void *tc_new_userdata(lua_State *L, size_t size);

/* Pops a value and keeps it alive as long as the userdata at `index`. In 5.1 and LuaJIT the value
 * must be a table. */
void tc_set_home(lua_State *L, int index);

/* Pushes the value that tc_set_home gave to the userdata at `index`. */
void tc_get_home(lua_State *L, int index);

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

#endif
