/* Looking up a code in a registry: the program's definitions first, then the catalog. */
#ifndef TC_LUA_LOOKUP_H
#define TC_LUA_LOOKUP_H

#include "lua/error_code.h"

TC_BEGIN_INTERNAL

/* Pushes the ErrorCode for the string at `code`, each code one object, in the scope that the string
 * at `scope` names; everywhere for nil. Pushes nil and an error where the code is malformed.
 * Returns how many values it pushed. A malformed scope raises an argument error about argument
 * number `scope`. registry, code, scope: places on the stack, not relative to the top. */
int tc_look_up(lua_State *L, int registry, int code, int scope);

/* Pushes the ErrorCode for a code that a server sent, which may be malformed: it has an entry too,
 * which is in no registry. action: "service.Action", or empty where it is not known. */
void tc_look_up_sent(lua_State *L, int registry, tc_slice code, tc_slice action);

/* Finds the same without an ErrorCode, and is the quicker for it. May push a value that keeps alive
 * what the texts of `known` point to. */
void tc_read_sent(lua_State *L, int registry, tc_slice code, tc_slice action, tc_error_code *known);

/* Pushes nil and "what 'text' is malformed: reason". Returns 2. */
int tc_push_malformed(lua_State *L, const char *what, tc_slice text, const char *reason);

TC_END_INTERNAL

#endif
