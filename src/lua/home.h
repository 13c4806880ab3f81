/* What keeps what alive.
 *
 * A userdata that reads memory of another value keeps that value alive: it is the userdata's home.
 * The invariant: from whatever holds a tc_document pointer, a chain of homes leads to the response
 * that the document is in, and from there to the body. So a response and its body live as long as
 * the last view or iterator that was read from them, and no longer.
 *
 * 5.5, 5.4 and 5.3, where a home is a user value of any type:
 *
 *     Object, Array, Iterator --> Response --> the body's string
 *
 * 5.1 and LuaJIT, where it is the environment, which must be a table: a response and all that was
 * read from it share one, made when it is first needed.
 *
 *     Object, Array, Iterator --> table --[1]--> Response
 *                    Response --> table --[2]--> the body's string
 *
 * The Response keeps itself alive by no more than a cycle, which the collector sees through. A body
 * that is copied into its response needs no string and has no second arrow.
 *
 * An Error reads no memory but its own. The Response that one is about, of a body whose HTTP status
 * tells a failure, is its home, in 5.1 and LuaJIT in a table of one element.
 *
 * Registry and Rulebook use a home for what they own: see registry_tables.h and rulebook.c. */
#ifndef TC_LUA_HOME_H
#define TC_LUA_HOME_H

#include "lua/compat.h"

TC_BEGIN_INTERNAL

struct tc_response;

/* A new userdata that can have a home. */
static inline void *tc_new_userdata(lua_State *L, size_t size)
{
#if LUA_VERSION_NUM >= 504
    return lua_newuserdatauv(L, size, 1);
#else
    return lua_newuserdata(L, size);
#endif
}

/* Pops a value and makes it the home of the userdata at `index`. In 5.1 and LuaJIT the value must
 * be a table. */
static inline void tc_set_home(lua_State *L, int index)
{
#if LUA_VERSION_NUM >= 504
    lua_setiuservalue(L, index, 1);
#elif LUA_VERSION_NUM >= 503
    lua_setuservalue(L, index);
#else
    lua_setfenv(L, index);
#endif
}

/* Pushes the home of the userdata at `index`, which has one. */
static inline void tc_get_home(lua_State *L, int index)
{
#if LUA_VERSION_NUM >= 504
    lua_getiuservalue(L, index, 1);
#elif LUA_VERSION_NUM >= 503
    lua_getuservalue(L, index);
#else
    lua_getfenv(L, index);
#endif
}

/* Makes the Response on top of the stack keep the string at `body` alive. */
void tc_keep_body(lua_State *L, struct tc_response *response, int body);

/* Makes the userdata on top of the stack, which reads from the view at `index`, keep that view's
 * response and body alive. index: absolute. */
void tc_share_home(lua_State *L, int index);

TC_END_INTERNAL

#endif
