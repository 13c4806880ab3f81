/* Registry: the catalog for scripts, under a program's own definitions. */
#include "lua/registry.h"

#include "catalog/catalog.h"
#include "lua/action.h"
#include "lua/action_definitions.h"
#include "lua/arguments.h"
#include "lua/define.h"
#include "lua/define_action.h"
#include "lua/lookup.h"
#include "lua/registry_tables.h"
#include "lua/suggest.h"
#include "lua/text.h"

/* registry:lookup(code [, scope]) --> ErrorCode; or nil, error where the code is malformed.
 * scope: "service", "service.Action" or "service@version.Action", whose own meaning comes first. */
static int registry_lookup(lua_State *L)
{
    tc_check_registry(L);
    tc_check_text(L, 2, "code");
    if (lua_isnoneornil(L, 3))
        return tc_look_up(L, 1, 2, 0);
    tc_check_text(L, 3, "scope");
    return tc_look_up(L, 1, 2, 3);
}

/* entry(code) --> ErrorCode: what the module's own registry knows of any text as a code. A
 * malformed one has no entry in a registry, and is judged by its category all the same. */
int tc_lua_entry(lua_State *L)
{
    const tc_slice code = tc_check_slice(L, 1);
    lua_rawgeti(L, lua_upvalueindex(TC_UP_ANCHORS), TC_ANCHOR_REGISTRY);
    tc_look_up_sent(L, lua_gettop(L), code, tc_everywhere.text);
    return 1;
}

/* Pushes the Action of that id, or of that name that the catalog does not know; false where there
 * is none. */
static bool push_known_action(lua_State *L, unsigned id, const tc_action_name *name)
{
    if (tc_push_action_definition(L, 1, id, name))
        return true;
    if (id == TC_UNKNOWN)
        return false;
    tc_push_new_action(L, id);
    return true;
}

/* Pushes the Action whose name is at 2, one object for each. Pushes nil and an error where there is
 * none, with the nearest names. Returns how many values it pushed. The table of Actions is taken
 * first: a finalizer that defines an action meanwhile drops it, and what was found by then with it.
 */
static int push_action(lua_State *L)
{
    tc_action_name name;
    tc_pattern_fault fault;
    if (tc_push_cached(L, 1, TC_ACTIONS, 2))
        return 1;
    const tc_slice text = {lua_tostring(L, 2), lua_rawlen(L, 2)};
    if (!tc_action_name_parse(text.text, text.length, &name, &fault))
        return tc_push_malformed_action(L, text, fault.reason);
    tc_push_registry_table(L, 1, TC_ACTIONS);
    const int actions = lua_gettop(L);
    if (!push_known_action(L, tc_find_action(&name), &name))
        return tc_push_no_action(L, text, &name);
    lua_pushvalue(L, 2);
    lua_pushvalue(L, -2);
    lua_rawset(L, actions);
    return 1;
}

/* registry:action("service.Action" or "service@version.Action") --> Action; or nil, error with the
 * nearest names. Without a version, the newest one that has the action. */
static int registry_action(lua_State *L)
{
    tc_check_registry(L);
    tc_check_text(L, 2, "name");
    return push_action(L);
}

/* registry:services() --> an array of the services' names, sorted; without retired ones */
static int registry_services(lua_State *L)
{
    tc_check_registry(L);
    int count = 0;
    lua_createtable(L, (int)tc_live_service_count(), 0);
    for (unsigned service = 0; service < tc_service_count(); service++) {
        if (tc_is_retired_service(service))
            continue;
        lua_pushstring(L, tc_name_of_service(service));
        lua_rawseti(L, -2, ++count);
    }
    return 1;
}

/* registry:actions(service) --> an array of its actions' names, "service.Action", sorted, without
 * retired ones; or nil, error with the nearest names */
static int registry_actions(lua_State *L)
{
    int count = 0;
    tc_check_registry(L);
    const tc_slice text = tc_check_text(L, 2, "service");
    const unsigned service = tc_find_service(text.text, text.length);
    if (service == TC_UNKNOWN)
        return tc_push_no_service(L, text);
    tc_action_walk walk = tc_walk_actions(tc_versions_of(service));
    lua_newtable(L);
    for (unsigned action = tc_next_action(&walk); action != TC_UNKNOWN;
         action = tc_next_action(&walk)) {
        tc_push_action_name(L, action);
        lua_rawseti(L, -2, ++count);
    }
    return 1;
}

/* registry:codes(action) --> an array of the codes that the action declares, sorted; or nil, error
 * with the nearest names */
static int registry_codes(lua_State *L)
{
    tc_check_registry(L);
    tc_check_text(L, 2, "action");
    const int results = push_action(L);
    if (results == 1)
        tc_push_codes_of(L, lua_gettop(L));
    return results;
}

/* catalog_codes() --> an array of all codes that the catalog knows, sorted; with those that no list
 * declares */
int tc_lua_catalog_codes(lua_State *L)
{
    const unsigned count = tc_code_count();
    lua_createtable(L, (int)count, 0);
    for (unsigned code = 0; code < count; code++) {
        tc_push_code(L, code);
        lua_rawseti(L, -2, (int)code + 1);
    }
    return 1;
}

/* retired_actions(service) --> an array of the names of its retired actions, each as
 * registry:action takes it; empty for a service that the catalog does not know */
int tc_lua_retired_actions(lua_State *L)
{
    const tc_slice text = tc_check_slice(L, 1);
    const unsigned service = tc_find_service(text.text, text.length);
    int count = 0;
    lua_newtable(L);
    if (service == TC_UNKNOWN)
        return 1;
    const tc_id_range actions = tc_actions_of_service(service);
    for (unsigned action = actions.first; action < actions.end; action++) {
        if (!tc_is_retired(action))
            continue;
        tc_push_action_name(L, action);
        lua_rawseti(L, -2, ++count);
    }
    return 1;
}

static int registry_newindex(lua_State *L)
{
    tc_check_registry(L);
    return luaL_error(L, "a registry is read-only: registry:define states codes of your own");
}

/* tostring(registry) --> "tencentcloud.Registry: 272 services, 16075 actions, ..." */
static int registry_tostring(lua_State *L)
{
    const tc_registry *registry = tc_check_registry(L);
    lua_pushfstring(L, "tencentcloud.Registry: %d services, %d actions, %d codes, %d of its own",
                    (int)tc_live_service_count(), (int)tc_live_action_count(),
                    (int)tc_live_code_count(), registry->definitions);
    return 1;
}

/* new_registry() --> a Registry without definitions */
int tc_lua_new_registry(lua_State *L)
{
    tc_push_new_registry(L);
    return 1;
}

static const luaL_Reg methods[] = {
    {"lookup", registry_lookup},
    {"action", registry_action},
    {"services", registry_services},
    {"actions", registry_actions},
    {"codes", registry_codes},
    {"suggest", tc_lua_suggest},
    {"define", tc_lua_define},
    {"define_action", tc_lua_define_action},
    {NULL, NULL},
};

static const luaL_Reg metamethods[] = {
    {"__newindex", registry_newindex},
    {"__tostring", registry_tostring},
    {NULL, NULL},
};

const tc_class_definition tc_registry_class = {
    .name = "tencentcloud.Registry",
    .metamethods = metamethods,
    .methods = methods,
};
