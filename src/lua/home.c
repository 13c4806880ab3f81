/* Homes: see home.h for who has which. */
#include "lua/home.h"

#include "lua/class.h"
#include "lua/response.h"

#if LUA_VERSION_NUM >= 503

void tc_keep_body(lua_State *L, tc_response *response, int body)
{
    (void)response;
    lua_pushvalue(L, body);
    tc_set_home(L, -2);
}

/* The home of what is read from a Response is the Response; of what is read from a view, its home.
 */
void tc_share_home(lua_State *L, int index)
{
    TC_ASSERT(index > 0);
    if (tc_class_of(L, index) == TC_RESPONSE)
        lua_pushvalue(L, index);
    else
        tc_get_home(L, index);
    tc_set_home(L, -2);
}

#else

enum { HOME_RESPONSE = 1, HOME_BODY };

/* Pushes the home of the Response at `index`. Without one of its own a userdata has the environment
 * of the function that made it, hence the flag. */
static void push_home(lua_State *L, tc_response *response, int index)
{
    if (!response->has_home) {
        lua_createtable(L, HOME_BODY, 0);
        tc_set_home(L, index);
        response->has_home = true;
    }
    tc_get_home(L, index);
}

void tc_keep_body(lua_State *L, tc_response *response, int body)
{
    push_home(L, response, lua_gettop(L));
    lua_pushvalue(L, body);
    lua_rawseti(L, -2, HOME_BODY);
    lua_pop(L, 1);
}

void tc_share_home(lua_State *L, int index)
{
    TC_ASSERT(index > 0);
    if (tc_class_of(L, index) == TC_RESPONSE) {
        push_home(L, (tc_response *)lua_touserdata(L, index), index);
        lua_pushvalue(L, index);
        lua_rawseti(L, -2, HOME_RESPONSE);
    } else {
        tc_get_home(L, index);
    }
    tc_set_home(L, -2);
}

#endif
