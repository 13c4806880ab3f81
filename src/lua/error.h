/* The class Error: what the API or this module says of a request that failed. */
#ifndef TC_LUA_ERROR_H
#define TC_LUA_ERROR_H

#include "answer/fault.h"
#include "lua/class.h"
#include "lua/response.h"

TC_BEGIN_INTERNAL

extern const tc_class_definition tc_error_class;

/* The texts of an Error. */
enum tc_error_part { TC_PART_CODE, TC_PART_MESSAGE, TC_PART_REQUEST_ID, TC_PART_ACTION, TC_PARTS };

/* Texts are NULL and numbers 0 where they are not known. The code is never empty. */
typedef struct tc_error {
    tc_slice parts[TC_PARTS]; /* behind it, where it is a userdata */
    tc_fault_place place;     /* of the fault in the body */
    int http_status;
    bool lasting;      /* the same request would get the same answer */
    bool has_response; /* the body was a response all the same: it is the Error's home */
} tc_error;

/* Pushes an Error like `known`; its texts are copied. */
void tc_push_error(lua_State *L, const tc_error *known);

/* Makes the Error on top of the stack keep the Response at `index`, which it is about. */
void tc_set_response_of_error(lua_State *L, int index);

/* Pushes the Error of a failed response; nil for a success. */
void tc_push_response_error(lua_State *L, const tc_response *response);

/* The function of the module that makes one. */
int tc_lua_error(lua_State *L);

TC_END_INTERNAL

#endif
