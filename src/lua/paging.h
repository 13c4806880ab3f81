/* How an action pages, as a table: { kind =, offset =, limit =, ..., first =, counts =, strings =,
 * ends_with =, lists = }. The catalog's, and what a program defines. */
#ifndef TC_LUA_PAGING_H
#define TC_LUA_PAGING_H

#include "lua/compat.h"

TC_BEGIN_INTERNAL

/* Pushes what the catalog knows of an action of its own, a new table; nil where it does not page.
 */
void tc_push_catalog_paging(lua_State *L, unsigned action);

/* Pushes a copy of the table at `paging`, with copies of the tables in it: nobody else can change
 * it. Raises an argument error about what is wrong in it. */
void tc_copy_paging(lua_State *L, int paging, int argument);

/* The tables that follow are such copies, or made of them; indices are absolute. A field that is
 * false takes away what is known of it. */

/* A field of which `defined` states another value than `known`, or NULL. The string lives as long
 * as the tables. */
const char *tc_paging_conflict(lua_State *L, int known, int defined);

/* Lays `defined` over the table at `known`, false over what it takes away. */
void tc_add_paging(lua_State *L, int known, int defined);

/* The same, and nothing is left of what false takes away. */
void tc_overlay_paging(lua_State *L, int known, int defined);

TC_END_INTERNAL

#endif
