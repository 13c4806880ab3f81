/* The class Error: what the API or this module says of a request that failed. */
#ifndef TC_LUA_ERROR_H
#define TC_LUA_ERROR_H

#include "lua/class.h"
#include "lua/response.h"

extern const tc_class_definition tc_error_class;

/* The texts of an Error. */
enum tc_error_part { TC_PART_CODE, TC_PART_MESSAGE, TC_PART_REQUEST_ID, TC_PART_ACTION, TC_PARTS };

/* Texts are NULL and numbers 0 where they are not known. The code is never empty. */
typedef struct tc_error {
    tc_slice parts[TC_PARTS];    /* behind it, where it is a userdata */
    size_t offset, line, column; /* of the fault in the body, counted from 1 */
    int http_status;
} tc_error;

/* Pushes an Error like `known`; its texts are copied. */
void tc_push_error(lua_State *L, const tc_error *known);

/* Pushes the Error of a failed response; nil for a success. */
void tc_push_response_error(lua_State *L, const tc_response *response);

/* The function of the module that makes one. */
int tc_lua_error(lua_State *L);

#endif
