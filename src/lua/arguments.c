/* Checks of arguments. */
#include "lua/arguments.h"

#include "lua/text.h"
#include "names/action_name.h"

#include <math.h>

/* Raises the error that the value at `index`, which is the argument or in it, has another type. */
static int raise_type(lua_State *L, int argument, const char *name, const char *wanted, int index)
{
    return luaL_argerror(
        L, argument,
        lua_pushfstring(L, "%s: %s expected, got %s", name, wanted, luaL_typename(L, index)));
}

static tc_slice slice_at(lua_State *L, int index)
{
    tc_slice slice;
    slice.text = lua_tolstring(L, index, &slice.length);
    return slice;
}

tc_slice tc_check_text(lua_State *L, int index, const char *name)
{
    if (lua_type(L, index) != LUA_TSTRING)
        raise_type(L, index, name, "string", index);
    return slice_at(L, index);
}

tc_slice tc_take_text(lua_State *L, int table, const char *field)
{
    lua_getfield(L, table, field);
    if (lua_isnil(L, -1))
        return (tc_slice){NULL, 0};
    if (lua_type(L, -1) != LUA_TSTRING)
        raise_type(L, table, field, "string", -1);
    return slice_at(L, -1);
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
    tc_action_name name;
    tc_pattern_fault fault;
    if (lua_isnoneornil(L, index))
        return (tc_slice){NULL, 0};
    const tc_slice action = tc_check_text(L, index, "action");
    if (!tc_action_name_parse(action.text, action.length, &name, &fault))
        tc_raise_malformed(L, index, "action", action, &fault);
    return action;
}

void tc_check_key(lua_State *L, int index)
{
    const int type = lua_type(L, index);
    if (type != LUA_TSTRING && type != LUA_TNUMBER)
        raise_type(L, index, "key", "string or number", index);
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
        raise_type(L, index, "http_status", "number", index);
    return tc_check_http_status(L, index, lua_tonumber(L, index));
}

int tc_raise_malformed(lua_State *L, int argument, const char *what, tc_slice text,
                       const tc_pattern_fault *fault)
{
    return luaL_argerror(L, argument, tc_push_complaint(L, what, text, fault->reason));
}
