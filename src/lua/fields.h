/* The named fields of a table by which a program defines something. What is wrong raises an
 * argument error that names the field. */
#ifndef TC_LUA_FIELDS_H
#define TC_LUA_FIELDS_H

#include "lua/compat.h"
#include "names/slice.h"

TC_BEGIN_INTERNAL

/* Raises the argument error "field: message"; the message is on top of the stack. */
int tc_raise_field(lua_State *L, int argument, const char *field);

/* Is the name one of `names`, which end with NULL? */
bool tc_is_one_of(tc_slice name, const char *const *names);

/* Raises the error that `word` in the field is not one of the words that it may have. */
int tc_raise_word(lua_State *L, int argument, const char *field, tc_slice word,
                  const char *const *words);

/* Raises where the table, which is an argument, has a field that is not one of `fields`, or array
 * elements after the first `elements`. */
void tc_check_fields(lua_State *L, int table, const char *const *fields, int elements);

TC_END_INTERNAL

#endif
