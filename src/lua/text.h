/* Texts that the binding pushes: slices, foreign bytes in quotation, and the names of the catalog.
 */
#ifndef TC_LUA_TEXT_H
#define TC_LUA_TEXT_H

#include "lua/compat.h"
#include "names/slice.h"

TC_BEGIN_INTERNAL

void tc_push_slice(lua_State *L, tc_slice slice);

/* The same; nil for an empty one. */
void tc_push_optional_slice(lua_State *L, tc_slice slice);

/* Most bytes of a foreign text that a message or log shows. */
enum {
    TC_QUOTED_NAME = TC_QUOTE_MAX,
    TC_QUOTED_CODE = TC_NAME_MAX,
    TC_QUOTED_ACTION = 2 * TC_NAME_MAX + sizeof "@2017-03-12.", /* the longest there can be */
    TC_QUOTED_MESSAGE = 1024,                                   /* the most of all */
};

/* Pushes foreign bytes as a message or log can show them, escaped and cut after `limit` bytes of
 * them, and returns what it pushed. */
const char *tc_push_quoted(lua_State *L, tc_slice text, size_t limit);

/* Pushes "what 'text': reason", which says what is wrong with a text of the caller's. */
const char *tc_push_complaint(lua_State *L, const char *what, tc_slice text, const char *reason);

/* Pushes nil and "what 'text' is malformed: reason". Returns 2. */
int tc_push_malformed(lua_State *L, const char *what, tc_slice text, const char *reason);

/* Pushes the text of a code of the catalog. */
void tc_push_code(lua_State *L, unsigned code);

/* Pushes what comes before a code's first dot, and what comes after it; nil without a dot. The code
 * may have any bytes. */
void tc_push_category(lua_State *L, tc_slice code);
void tc_push_detail(lua_State *L, tc_slice code);

/* Pushes "service.Action"; with its version where the name alone means a newer one. */
void tc_push_action_name(lua_State *L, unsigned action);

TC_END_INTERNAL

#endif
