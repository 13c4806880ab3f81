/* Action: what the catalog knows of one action of one version of a service. */
#include "lua/registry.h"

#include <string.h>

static unsigned check_action(lua_State *L)
{
    return ((const tc_action *)tc_check_class(L, 1, TC_ACTION))->id;
}

void tc_push_new_action(lua_State *L, unsigned action)
{
    tc_action *userdata = (tc_action *)tc_new_userdata(L, sizeof *userdata);
    userdata->id = action;
    userdata->codes = tc_codes_of(action);
    tc_set_class(L, TC_ACTION);
}

void tc_push_action_name(lua_State *L, unsigned action)
{
    const unsigned version = tc_version_of(action);
    const char *service = tc_name_of_service(tc_service_of(version));
    if (tc_is_newest(action))
        lua_pushfstring(L, "%s.%s", service, tc_name_of_action(action));
    else
        lua_pushfstring(L, "%s@%s.%s", service, tc_name_of_version(version),
                        tc_name_of_action(action));
}

/* Pushes {kind =, offset =, limit =, page =, size =, token =, next =, list =, total =} with what
 * the action has of them, or nil. */
static void push_paging(lua_State *L, unsigned action)
{
    static const char *const kinds[] = {TC_PAGING_NAMES};
    static const char *const names[] = {TC_PAGING_FIELD_NAMES};
    if (!tc_action_pages(action)) {
        lua_pushnil(L);
        return;
    }
    lua_createtable(L, 0, 6);
    lua_pushstring(L, kinds[tc_paging_of(action)]);
    lua_setfield(L, -2, "kind");
    for (int field = 0; field < TC_PAGING_FIELDS; field++) {
        const char *name = tc_paging_field_of(action, (enum tc_paging_field)field);
        if (*name == '\0')
            continue;
        lua_pushstring(L, name);
        lua_setfield(L, -2, names[field]);
    }
}

/* Pushes the property that `key` names, or nil. */
static void push_property(lua_State *L, unsigned action, const char *key)
{
    const unsigned version = tc_version_of(action);
    if (strcmp(key, "service") == 0)
        lua_pushstring(L, tc_name_of_service(tc_service_of(version)));
    else if (strcmp(key, "version") == 0)
        lua_pushstring(L, tc_name_of_version(version));
    else if (strcmp(key, "name") == 0)
        lua_pushstring(L, tc_name_of_action(action));
    else if (strcmp(key, "reads") == 0)
        lua_pushboolean(L, tc_action_has(action, TC_FLAG_READS));
    else if (strcmp(key, "has_client_token") == 0)
        lua_pushboolean(L, tc_action_has(action, TC_FLAG_CLIENT_TOKEN));
    else if (strcmp(key, "dry_run") == 0)
        lua_pushboolean(L, tc_action_has(action, TC_FLAG_DRY_RUN));
    else if (strcmp(key, "streams") == 0)
        lua_pushboolean(L, tc_action_has(action, TC_FLAG_STREAMS));
    else if (strcmp(key, "paging") == 0)
        push_paging(L, action);
    else
        lua_pushnil(L);
}

/* action[key] --> a method or property; nil where it is not known */
static int action_index(lua_State *L)
{
    const unsigned action = check_action(L);
    tc_push_method(L, TC_ACTION, 2);
    if (lua_isnil(L, -1))
        push_property(L, action, tc_key_at(L, 2));
    return 1;
}

static int action_newindex(lua_State *L)
{
    check_action(L);
    return luaL_error(L, "an action is read-only");
}

/* action == action --> are they the same action of the same version? */
static int action_eq(lua_State *L)
{
    lua_pushboolean(L, tc_class_of(L, 1) == TC_ACTION && tc_class_of(L, 2) == TC_ACTION &&
                           ((const tc_action *)lua_touserdata(L, 1))->id ==
                               ((const tc_action *)lua_touserdata(L, 2))->id);
    return 1;
}

/* tostring(action) --> "tencentcloud.Action: cvm@2017-03-12.DescribeInstances" */
static int action_tostring(lua_State *L)
{
    const unsigned action = check_action(L), version = tc_version_of(action);
    lua_pushfstring(L, "tencentcloud.Action: %s@%s.%s", tc_name_of_service(tc_service_of(version)),
                    tc_name_of_version(version), tc_name_of_action(action));
    return 1;
}

/* action:declares(code) --> is the code in the action's list? No list is complete: false does not
 * say that the action can't return it. */
static int action_declares(lua_State *L)
{
    const tc_action *action = (const tc_action *)tc_check_class(L, 1, TC_ACTION);
    size_t length;
    const char *text = tc_check_text(L, 2, "code", &length);
    const unsigned code = tc_find_code(text, length);
    lua_pushboolean(L, code != TC_UNKNOWN && tc_has_code(action->codes, code));
    return 1;
}

void tc_push_codes_of(lua_State *L, unsigned action)
{
    const tc_code_set codes = tc_codes_of(action);
    lua_createtable(L, (int)codes.count, 0);
    for (size_t i = 0; i < codes.count; i++) {
        tc_push_code(L, codes.codes[i]);
        lua_rawseti(L, -2, (int)i + 1);
    }
}

/* action:codes() --> an array of the declared codes, sorted */
static int action_codes(lua_State *L)
{
    tc_push_codes_of(L, check_action(L));
    return 1;
}

static const luaL_Reg methods[] = {
    {"declares", action_declares},
    {"codes", action_codes},
    {NULL, NULL},
};

static const luaL_Reg metamethods[] = {
    {"__index", action_index},
    {"__newindex", action_newindex},
    {"__eq", action_eq},
    {"__tostring", action_tostring},
    {NULL, NULL},
};

const tc_class_definition tc_action_class = {"tencentcloud.Action", metamethods, methods};
