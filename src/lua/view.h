/* The classes Response, Object and Array. */
#ifndef TC_LUA_VIEW_H
#define TC_LUA_VIEW_H

#include "lua/class.h"
#include "lua/response.h"

extern const tc_class_definition tc_response_class, tc_object_class, tc_array_class;

/* The Response, Object or Array at `index`, as a view; raises an argument error otherwise. */
TC_INLINE tc_view *tc_check_view(lua_State *L, int index)
{
    if (!tc_is_view(tc_class_of(L, index)))
        tc_raise_class(L, index, "tencentcloud.Response, Object or Array");
    return (tc_view *)lua_touserdata(L, index);
}

#endif
