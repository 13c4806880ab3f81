/* The values of a body as Lua values, and the fields of a view. */
#ifndef TC_LUA_VALUE_H
#define TC_LUA_VALUE_H

#include "lua/response.h"

TC_BEGIN_INTERNAL

/* The Response, Object or Array at `index`, as a view; raises an argument error otherwise. */
tc_view *tc_check_view(lua_State *L, int index);

/* Pushes the value at `position`: a Lua value for a scalar (nil for null), a view for a container.
 * index: the view or iterator it is read from, for its home; an absolute index. */
void tc_push_value(lua_State *L, int index, const tc_document *document, uint32_t position);

/* The same, but tc.null for null and for TC_NOWHERE. */
void tc_push_value_or_null(lua_State *L, int index, const tc_document *document, uint32_t position);

/* Pushes the string, number, boolean or nil at `position`. */
void tc_push_scalar(lua_State *L, const tc_document *document, uint32_t position);

/* Pushes tc.null, which is cjson.null too. */
void tc_push_null(lua_State *L);

/* Pushes the string at `position`, decoded. */
void tc_push_string(lua_State *L, const tc_document *document, uint32_t position);

/* The same; nil for TC_NOWHERE. */
void tc_push_optional_string(lua_State *L, const tc_document *document, uint32_t position);

/* A view of the value at `position`. An array's goes on where the last walk over it ended. */
tc_view tc_view_at(const tc_document *document, uint32_t position);

/* The position of the member or element of `view` that the Lua value at `key` names, or
 * TC_NOWHERE. */
uint32_t tc_find_field(lua_State *L, tc_view *view, int key);

TC_END_INTERNAL

#endif
