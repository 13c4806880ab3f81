/* The actions that a program defined in a registry: how they are found and stored.
 *
 *     [TC_ACTION_DEFINITIONS] = { id in the catalog --> Action,
 *                                 "service@version.Action" --> Action,
 *                                 "service.Action" --> Action }
 *
 * An action of the catalog is found by its id, whatever spelling meant it. One that the catalog
 * does not know is found by its name: with its version, where it has one; and without, where it is
 * what the plain name means, as in the catalog the one of the newest version. One without a version
 * holds for all versions that have no definition of their own. A slot that is false was reserved by
 * a definition that ran out of memory, and is empty. */
#ifndef TC_LUA_ACTION_DEFINITIONS_H
#define TC_LUA_ACTION_DEFINITIONS_H

#include "lua/compat.h"
#include "names/action_name.h"

TC_BEGIN_INTERNAL

/* `registry` is the absolute index of a Registry. */

/* Pushes the Action that was defined for exactly that name; pushes nothing and returns false where
 * there is none.
 * id: in the catalog, or TC_UNKNOWN, and then the name counts. */
bool tc_push_exact_definition(lua_State *L, int registry, unsigned id, const tc_action_name *name);

/* The same; for the name of an action with a version also what holds for all versions. */
bool tc_push_action_definition(lua_State *L, int registry, unsigned id, const tc_action_name *name);

/* Does the action of that name only read, by its definition or else by the catalog? */
bool tc_action_reads(lua_State *L, int registry, const tc_action_name *name);

/* Stores the Action at `action` under its own name and, where `plain`, under the name without its
 * version too; and drops what registry:action gave before, and the shortcuts of codes. All is done
 * or, where memory runs out, nothing. changes: those of the registry that the Action takes account
 * of; where a finalizer made another definition meanwhile, nothing is stored and the result is
 * false. */
bool tc_store_action_definition(lua_State *L, int registry, int action, bool plain,
                                unsigned changes);

TC_END_INTERNAL

#endif
