/* Near names: for registry:suggest, and for the error about a name that the catalog does not have.
 */
#ifndef TC_LUA_SUGGEST_H
#define TC_LUA_SUGGEST_H

#include "lua/compat.h"
#include "names/action_name.h"

TC_BEGIN_INTERNAL

/* A method of Registry, and a function of the core, named as in Lua. */
int tc_lua_suggest(lua_State *L);
int tc_lua_service_named(lua_State *L);

/* Push nil and an error about a name that the catalog does not have, with the nearest that it
 * has; cheap enough for a name that is asked for again and again. They return 2. */
int tc_push_no_service(lua_State *L, tc_slice service);
int tc_push_no_action(lua_State *L, tc_slice text, const tc_action_name *name);

/* The same for a malformed name: where it is near an action's of its service in upper or lower
 * case, is a code, or the name of an action alone, says so. It takes some milliseconds. */
int tc_push_malformed_action(lua_State *L, tc_slice text, const char *reason);

TC_END_INTERNAL

#endif
