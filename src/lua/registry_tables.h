/* A registry's own tables: what it made before, and what a program defined. Everything is Lua's own
 * memory, so nothing has to be freed.
 *
 *     Registry --home--> { [TC_OBJECTS]     = { "code" --> ErrorCode },                      weak
 *                          [TC_OF_SERVICES] = { "service code" --> ErrorCode },              weak
 *                          [TC_OF_READS]    = { either of the two keys --> ErrorCode },      weak
 *                          [TC_SHORTCUTS]   = { scope --> { code --> ErrorCode } },          weak
 *                          [TC_ACTIONS]     = { name --> Action },                           weak
 *                          [TC_DEFINITIONS] = { "code" or "scope code" --> ErrorCode,
 *                                               and the same ErrorCodes from 1 on },
 *                          [TC_ACTION_DEFINITIONS] = see action_definitions.h }
 *
 * Each code is one object as long as anybody holds it: TC_OBJECTS, TC_OF_SERVICES and TC_ACTIONS
 * find it again, and their values are weak, so that codes which a server makes up do not pile up.
 * TC_SHORTCUTS saves building a key: what is looked up in a scope is found by the two strings that
 * the caller has. A scope's own table is weakly held too, hence there only until the next
 * collection.
 *
 * TC_OBJECTS and TC_OF_SERVICES, which is for what only one service means by a code, hold what the
 * catalog says; TC_OF_READS has what is otherwise where an action that only reads sent the code.
 * They are apart, so that no code, however malformed, reads as the key of a service's;
 * definitions come before them and are looked at first. A new one may change what any scope gives
 * for its code, so it drops all shortcuts; so does one of an action, which may read from then on.
 */
#ifndef TC_LUA_REGISTRY_TABLES_H
#define TC_LUA_REGISTRY_TABLES_H

#include "lua/class.h"
#include "names/action_name.h"

TC_BEGIN_INTERNAL

typedef struct tc_registry {
    int definitions;         /* how many codes the program defined */
    unsigned action_changes; /* how many definitions of actions it made */
} tc_registry;

enum tc_registry_table {
    TC_OBJECTS = 1,
    TC_OF_SERVICES,
    TC_OF_READS,
    TC_SHORTCUTS,
    TC_ACTIONS,
    TC_DEFINITIONS,
    TC_ACTION_DEFINITIONS,
    TC_REGISTRY_TABLES = TC_ACTION_DEFINITIONS
};

/* Pushes a Registry without definitions. */
void tc_push_new_registry(lua_State *L);

/* The Registry at 1, the self of its methods; raises otherwise. */
tc_registry *tc_check_registry(lua_State *L);

/* In all that follows, `registry` is the absolute index of a Registry on the stack, and `key` that
 * of a key. */

/* How many codes were defined in it. */
int tc_definitions_of(lua_State *L, int registry);

/* How many definitions of actions were made in it, one more than before. */
unsigned tc_action_changes_of(lua_State *L, int registry);
void tc_count_action_change(lua_State *L, int registry);

/* Pushes a new table with weak values. */
void tc_push_weak_table(lua_State *L);

/* Pops a table and makes it that one of the registry's, whose old one is dropped. Allocates
 * nothing. */
void tc_set_registry_table(lua_State *L, int registry, enum tc_registry_table which);

/* Pushes one of its tables. */
void tc_push_registry_table(lua_State *L, int registry, enum tc_registry_table which);

/* Leaves on top of the stack what a table has under the value at `key`; there may be more below it
 * then. Leaves the stack as it was and returns false for nil. */
bool tc_push_cached(lua_State *L, int registry, enum tc_registry_table which, int key);

/* Stores the value on top of the stack, which stays there, in a table under the value at `key`. */
void tc_cache(lua_State *L, int registry, enum tc_registry_table which, int key);

/* Drops all shortcuts. */
void tc_forget_shortcuts(lua_State *L, int registry);

/* Where a code holds: everywhere (an empty text), "cvm", "cvm.RunInstances" or
 * "cvm@2017-03-12.RunInstances". */
typedef struct tc_code_scope {
    tc_slice text;
    tc_action_name name;
} tc_code_scope;

extern const tc_code_scope tc_everywhere;

/* Reads a scope. Returns false and sets `fault` where it is malformed. */
bool tc_parse_scope(tc_slice text, tc_code_scope *scope, tc_pattern_fault *fault);

/* Pushes the key of a code in the tables: "code" or "scope code". Both are well-formed, so neither
 * has a space. */
void tc_push_key(lua_State *L, tc_slice scope, tc_slice code);

TC_END_INTERNAL

#endif
