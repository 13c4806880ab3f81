/* What the files about Registry, ErrorCode and Action share. */
#ifndef TC_LUA_REGISTRY_H
#define TC_LUA_REGISTRY_H

#include "lua/core.h"
#include "catalog/description.h"
#include "catalog/near_names.h"

typedef struct tc_registry {
    int definitions; /* how many codes the program defined */
} tc_registry;

/* The home of a registry is a table of tables, all in Lua's own memory. */
enum tc_registry_table {
    TC_OBJECTS = 1, /* weak: "code" or "scope code" --> ErrorCode: each code is one object */
    TC_SHORTCUTS,   /* weak: scope --> {code --> ErrorCode}; dropped when a code is defined */
    TC_ACTIONS,     /* weak: name --> Action */
    TC_DEFINITIONS  /* "code" or "scope code" --> ErrorCode; also as an array */
};

/* The Registry at 1; raises otherwise. */
tc_registry *tc_check_registry(lua_State *L);

/* Pushes one of the tables of the registry at 1. */
void tc_push_table(lua_State *L, enum tc_registry_table which);

/* Pushes that table and what it has under the value at `key`. Returns false where that is nil. */
bool tc_push_cached(lua_State *L, enum tc_registry_table which, int key);

/* Drops the shortcuts of the registry at 1. */
void tc_forget_shortcuts(lua_State *L);

/* The string at `index`; raises an argument error that calls it `name` otherwise. */
const char *tc_check_text(lua_State *L, int index, const char *name, size_t *length);

/* Pushes a foreign text as a message can show it. */
const char *tc_push_quoted(lua_State *L, tc_slice text);

/* Where a code holds: everywhere (an empty text), "cvm", "cvm.RunInstances" or
 * "cvm@2017-03-12.RunInstances". */
typedef struct tc_code_scope {
    tc_slice text;
    tc_action_name name;
} tc_code_scope;

extern const tc_code_scope tc_everywhere;

/* Reads the scope at `index`; raises an argument error about `argument` where it is malformed. */
tc_code_scope tc_read_scope(lua_State *L, int index, int argument);

/* Pushes the key of a code: "code" or "scope code". Both are well-formed, without a zero byte. */
void tc_push_key(lua_State *L, tc_slice scope, const char *code);

/* Push nil and an error about a name that the catalog does not have, with the nearest that it
 * has; cheap enough for a name that is asked for again and again. They return 2. */
int tc_push_no_service(lua_State *L, tc_slice service);
int tc_push_no_action(lua_State *L, tc_slice text, const tc_action_name *name);

/* The texts of an ErrorCode, kept behind it. */
enum tc_code_text {
    TC_CODE_TEXT,
    TC_CODE_SCOPE, /* "cls", "cls.SearchLog": where it holds; absent for everywhere */
    TC_CODE_DESCRIPTION,
    TC_CODE_ADVICE,
    TC_CODE_DESCRIPTION_ZH,
    TC_CODE_ADVICE_ZH,
    TC_CODE_TEXTS
};

/* An ErrorCode: an entry of the catalog, or a program's own definition with its texts. */
typedef struct tc_error_code {
    tc_entry entry;
    uint32_t lengths[TC_CODE_TEXTS];
    char text[]; /* one after another */
} tc_error_code;

typedef struct tc_code_texts {
    tc_slice at[TC_CODE_TEXTS];
} tc_code_texts;

/* Pushes a new ErrorCode; the texts are copied. */
void tc_push_new_error_code(lua_State *L, const tc_entry *entry, const tc_code_texts *texts);

tc_slice tc_code_text_of(const tc_error_code *code, enum tc_code_text text);

/* An Action; its codes are at hand for `declares`. */
typedef struct tc_action {
    unsigned id;
    tc_code_set codes;
} tc_action;

/* Pushes what the module's own registry says of the code of an answer. A server may send what is no
 * code: that has an entry too, of no registry.
 * action: "service.Action", or empty where it is not known. */
void tc_push_entry_of(lua_State *L, tc_slice code, tc_slice action);

/* Pushes a new Action. */
void tc_push_new_action(lua_State *L, unsigned action);

/* Pushes an array of the codes that the action declares. */
void tc_push_codes_of(lua_State *L, unsigned action);

/* Pushes "service.Action"; with its version where the name alone means a newer one. */
void tc_push_action_name(lua_State *L, unsigned action);

/* Pushes the text of a code of the catalog. */
void tc_push_code(lua_State *L, unsigned code);

/* Methods of Registry, named as in Lua. */
int tc_lua_suggest(lua_State *L);
int tc_lua_define(lua_State *L);

#endif
