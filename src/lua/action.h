/* The class Action: what is known of one action of one version of a service, by the catalog and by
 * a program's definition. */
#ifndef TC_LUA_ACTION_H
#define TC_LUA_ACTION_H

#include "catalog/catalog.h"
#include "lua/class.h"

TC_BEGIN_INTERNAL

extern const tc_class_definition tc_action_class;

/* What a definition can state, beside the flags of the catalog. */
enum { TC_FLAG_IDEMPOTENT = TC_FLAGS, TC_DEFINED_FLAGS };

/* An action as a program defines it. */
typedef struct tc_defined_action {
    unsigned id;         /* in the catalog, or TC_UNKNOWN */
    tc_action_name name; /* its version is empty where nobody knows it */
    unsigned stated;     /* a bit for each flag that the definition states */
    unsigned flags;      /* what it states of those; no other bits */
} tc_defined_action;

/* Pushes a new Action as the catalog has it. */
void tc_push_new_action(lua_State *L, unsigned action);

/* Pushes a new Action as a program defines it; the name is copied. paging: the index of a table of
 * tc_copy_paging, which the Action keeps; or of nil. */
void tc_push_defined_action(lua_State *L, const tc_defined_action *defined, int paging);

/* What a program defined of the Action at `index`, nothing for one of the catalog's. The name lives
 * as long as the Action. */
tc_defined_action tc_defined_action_at(lua_State *L, int index);

/* Pushes the paging that was defined for the Action at `index`, which nobody may change; or nil. */
void tc_push_defined_paging(lua_State *L, int index);

/* Pushes an array of the codes that the Action at `index` declares. */
void tc_push_codes_of(lua_State *L, int index);

TC_END_INTERNAL

#endif
