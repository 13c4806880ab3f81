/* Looking up a code in a registry: the program's definitions first, then the catalog. */
#ifndef TC_LUA_LOOKUP_H
#define TC_LUA_LOOKUP_H

#include "lua/error_code.h"

TC_BEGIN_INTERNAL

/* What these functions find is on top of the stack afterwards; there may be more below it, which
 * ends with the C function that called. `registry` is the absolute index of a Registry. */

/* Finds the ErrorCode for the string at `code`, each code one object, in the scope that the string
 * at `scope` names. Where the code is malformed, it leaves nil and an error.
 * code, scope: absolute indices; scope is 0 for everywhere, as is what a malformed scope names.
 * Returns how many values on top of the stack are the result. */
int tc_look_up(lua_State *L, int registry, int code, int scope);

/* Finds the ErrorCode for a code that a server sent, which may be malformed: it has an entry too,
 * which is in no registry. action: "service.Action", or empty where it is not known. */
void tc_look_up_sent(lua_State *L, int registry, tc_slice code, tc_slice action);

/* Finds the same without an ErrorCode, and is the quicker for it; whether the action only reads is
 * left to tc_set_sender, for few properties depend on it. What may be on top of the stack
 * afterwards keeps alive what the texts of `known` point to. */
void tc_read_sent(lua_State *L, int registry, tc_slice code, tc_slice action, tc_error_code *known);

/* Makes `known` what it is where that action sent it. */
void tc_set_sender(lua_State *L, int registry, tc_slice action, tc_error_code *known);

TC_END_INTERNAL

#endif
