/* Checks of arguments. */
#include "lua/arguments.h"

#include "lua/text.h"

#include <math.h>

int tc_raise_type(lua_State *L, int argument, const char *name, const char *wanted, int index)
{
    return luaL_argerror(
        L, argument,
        lua_pushfstring(L, "%s: %s expected, got %s", name, wanted, luaL_typename(L, index)));
}

tc_slice tc_take_text(lua_State *L, int table, const char *field)
{
    lua_getfield(L, table, field);
    tc_slice text = {NULL, 0};
    if (lua_isnil(L, -1))
        return text;
    if (lua_type(L, -1) != LUA_TSTRING)
        tc_raise_type(L, table, field, "string", -1);
    text.text = lua_tolstring(L, -1, &text.length);
    return text;
}

tc_slice tc_check_slice(lua_State *L, int index)
{
    tc_slice slice;
    slice.text = luaL_checklstring(L, index, &slice.length);
    return slice;
}

tc_slice tc_optional_slice(lua_State *L, int index)
{
    return lua_isnoneornil(L, index) ? (tc_slice){"", 0} : tc_check_slice(L, index);
}

tc_slice tc_optional_action(lua_State *L, int index)
{
    if (lua_isnoneornil(L, index))
        return (tc_slice){NULL, 0};
    return tc_check_text(L, index, "action");
}

void tc_check_key(lua_State *L, int index)
{
    const int type = lua_type(L, index);
    if (type != LUA_TSTRING && type != LUA_TNUMBER)
        tc_raise_type(L, index, "key", "string or number", index);
}

int tc_check_http_status(lua_State *L, int argument, lua_Number status)
{
    luaL_argcheck(L, status >= 100 && status <= 999 && floor(status) == status, argument,
                  "http_status: an integer from 100 to 999 expected");
    return (int)status;
}

int tc_optional_http_status(lua_State *L, int index)
{
    if (lua_isnoneornil(L, index))
        return 0;
    if (!lua_isnumber(L, index))
        tc_raise_type(L, index, "http_status", "number", index);
    return tc_check_http_status(L, index, lua_tonumber(L, index));
}

int tc_raise_malformed(lua_State *L, int argument, const char *what, tc_slice text,
                       const tc_pattern_fault *fault)
{
    return luaL_argerror(L, argument, tc_push_complaint(L, what, text, fault->reason));
}
