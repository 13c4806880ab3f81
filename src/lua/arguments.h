/* Checks of arguments. What is wrong raises an argument error that names the argument. */
#ifndef TC_LUA_ARGUMENTS_H
#define TC_LUA_ARGUMENTS_H

#include "lua/compat.h"
#include "names/slice.h"

TC_BEGIN_INTERNAL

/* Raises the error that the value at `index`, which is the argument or in it, has another type than
 * the wanted one. */
int tc_raise_type(lua_State *L, int argument, const char *name, const char *wanted, int index);

/* The string at `index`; an error calls it `name`. A number is not taken for one. */
TC_INLINE tc_slice tc_check_text(lua_State *L, int index, const char *name)
{
    tc_slice text;
    if (TC_UNLIKELY(lua_type(L, index) != LUA_TSTRING))
        tc_raise_type(L, index, name, "string", index);
    text.text = lua_tolstring(L, index, &text.length);
    return text;
}

/* Pushes the value of a field of the table at `table`, which is an argument. Returns the string;
 * text is NULL where the field is nil. */
tc_slice tc_take_text(lua_State *L, int table, const char *field);

/* The string at `index`, for functions that are called by the module's Lua part alone. */
tc_slice tc_check_slice(lua_State *L, int index);

/* The same; empty for nil. */
tc_slice tc_optional_slice(lua_State *L, int index);

/* The name of an action, "service.Action" or "service@version.Action", at `index`; text is NULL for
 * nil. Names come from outside too, such as from a header of a client's: any string will do. */
tc_slice tc_optional_action(lua_State *L, int index);

/* The key of a field, a string or a number, is at `index`. */
void tc_check_key(lua_State *L, int index);

/* A status of HTTP, which has three digits; the argument is the one it was found in. */
int tc_check_http_status(lua_State *L, int argument, lua_Number status);

/* The status at `index`; 0 for nil. */
int tc_optional_http_status(lua_State *L, int index);

/* Raises an argument error about a malformed `what` ("action", "pattern"). */
int tc_raise_malformed(lua_State *L, int argument, const char *what, tc_slice text,
                       const tc_pattern_fault *fault);

TC_END_INTERNAL

#endif
