/* The class ErrorCode: what a registry knows of one code. */
#ifndef TC_LUA_ERROR_CODE_H
#define TC_LUA_ERROR_CODE_H

#include "catalog/entry.h"
#include "lua/class.h"

extern const tc_class_definition tc_error_code_class;

enum tc_code_text {
    TC_CODE_TEXT,  /* the code itself */
    TC_CODE_SCOPE, /* "cls", "cls.SearchLog": where it holds; empty for everywhere */
    TC_CODE_DESCRIPTION,
    TC_CODE_ADVICE,
    TC_CODE_DESCRIPTION_ZH,
    TC_CODE_ADVICE_ZH,
    TC_CODE_TEXTS
};

/* An entry of the catalog, or a program's own definition. The last four texts are a definition's;
 * where they are empty, the catalog's hold. */
typedef struct tc_error_code {
    tc_entry entry;
    tc_slice texts[TC_CODE_TEXTS]; /* behind it, where it is a userdata */
} tc_error_code;

/* Pushes an ErrorCode like `known`; its texts are copied. */
void tc_push_error_code(lua_State *L, const tc_error_code *known);

/* The properties of an ErrorCode that an Error of that code has too. They read a tc_error_code,
 * which need not be a userdata. */
extern const tc_property tc_shared_code_properties[];

#endif
