/* The class Action: what the catalog knows of one action of one version of a service. */
#ifndef TC_LUA_ACTION_H
#define TC_LUA_ACTION_H

#include "catalog/catalog.h"
#include "lua/class.h"

extern const tc_class_definition tc_action_class;

/* Pushes a new Action. */
void tc_push_new_action(lua_State *L, unsigned action);

/* The id in the catalog of the Action at `index`. */
unsigned tc_action_at(lua_State *L, int index);

/* Pushes an array of the codes that the action declares. */
void tc_push_codes_of(lua_State *L, unsigned action);

#endif
