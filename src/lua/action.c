/* Action: what the catalog knows of one action of one version of a service. */
#include "lua/action.h"

#include "lua/arguments.h"
#include "lua/home.h"
#include "lua/text.h"

#include <string.h>

/* Its codes are at hand for `declares`. */
typedef struct tc_action {
    unsigned id;
    tc_code_set codes;
} tc_action;

static const tc_action *check_action(lua_State *L)
{
    return (const tc_action *)tc_check_class(L, 1, TC_ACTION);
}

unsigned tc_action_at(lua_State *L, int index)
{
    TC_ASSERT(tc_class_of(L, index) == TC_ACTION);
    return ((const tc_action *)lua_touserdata(L, index))->id;
}

void tc_push_new_action(lua_State *L, unsigned action)
{
    tc_action *userdata = (tc_action *)tc_new_userdata(L, sizeof *userdata);
    userdata->id = action;
    userdata->codes = tc_codes_of(action);
    tc_set_class(L, TC_ACTION);
}

static unsigned id_of(const void *self)
{
    return ((const tc_action *)self)->id;
}

static void push_service(lua_State *L, const void *self)
{
    lua_pushstring(L, tc_name_of_service(tc_service_of(tc_version_of(id_of(self)))));
}

static void push_version(lua_State *L, const void *self)
{
    lua_pushstring(L, tc_name_of_version(tc_version_of(id_of(self))));
}

static void push_name(lua_State *L, const void *self)
{
    lua_pushstring(L, tc_name_of_action(id_of(self)));
}

static void push_reads(lua_State *L, const void *self)
{
    lua_pushboolean(L, tc_action_has(id_of(self), TC_FLAG_READS));
}

static void push_has_client_token(lua_State *L, const void *self)
{
    lua_pushboolean(L, tc_action_has(id_of(self), TC_FLAG_CLIENT_TOKEN));
}

static void push_dry_run(lua_State *L, const void *self)
{
    lua_pushboolean(L, tc_action_has(id_of(self), TC_FLAG_DRY_RUN));
}

static void push_streams(lua_State *L, const void *self)
{
    lua_pushboolean(L, tc_action_has(id_of(self), TC_FLAG_STREAMS));
}

/* Sets table[name] to the array of the words of `text`, which have commas between them; to nothing
 * where it is "". The table is on top of the stack. */
static void set_words(lua_State *L, const char *name, const char *text)
{
    if (*text == '\0')
        return;
    lua_newtable(L);
    for (int count = 1; text != NULL; count++) {
        const char *const comma = strchr(text, ',');
        const size_t length = comma != NULL ? (size_t)(comma - text) : strlen(text);
        lua_pushlstring(L, text, length);
        lua_rawseti(L, -2, count);
        text = comma != NULL ? comma + 1 : NULL;
    }
    lua_setfield(L, -2, name);
}

/* Sets the fields of the request and the answer that the action pages by. */
static void set_paging_fields(lua_State *L, unsigned place)
{
    static const char *const names[] = {TC_PAGING_FIELD_NAMES};
    for (int field = 0; field < TC_PAGING_FIELDS; field++) {
        const char *name = tc_paging_field_of(place, (enum tc_paging_field)field);
        if (field == TC_PAGING_FIELD_LIST && strchr(name, ',') != NULL) {
            set_words(L, "lists", name);
        } else if (*name != '\0') {
            lua_pushstring(L, name);
            lua_setfield(L, -2, names[field]);
        }
    }
}

/* Sets strings = {offset = true}, the request's fields that are sent as text. */
static void set_texts(lua_State *L, unsigned texts)
{
    static const char *const names[] = {TC_PAGING_FIELD_NAMES};
    if (texts == 0)
        return;
    lua_newtable(L);
    for (int field = 0; field < TC_PAGING_FIELDS; field++) {
        if ((texts >> field & 1) == 0)
            continue;
        lua_pushboolean(L, 1);
        lua_setfield(L, -2, names[field]);
    }
    lua_setfield(L, -2, "strings");
}

/* Pushes {kind =, offset =, limit =, ..., first =, counts =, strings =, ends_with =, lists =} with
 * what the action has of them, or nil. */
static void push_paging(lua_State *L, const void *self)
{
    static const char *const kinds[] = {TC_PAGING_NAMES};
    static const char *const counts[] = {TC_PAGING_COUNT_NAMES};
    const unsigned place = tc_find_paging(id_of(self));
    if (place == TC_UNKNOWN) {
        lua_pushnil(L);
        return;
    }
    const tc_paging_plan plan = tc_paging_of(place);
    lua_createtable(L, 0, 8);
    lua_pushstring(L, kinds[plan.kind]);
    lua_setfield(L, -2, "kind");
    set_paging_fields(L, place);
    if (plan.first != TC_PAGING_UNSAID) {
        lua_pushinteger(L, (lua_Integer)plan.first);
        lua_setfield(L, -2, "first");
    }
    if (plan.counts != TC_PAGING_UNSAID) {
        lua_pushstring(L, counts[plan.counts]);
        lua_setfield(L, -2, "counts");
    }
    set_texts(L, plan.texts);
    set_words(L, "ends_with", plan.ends);
}

static const tc_property properties[] = {
    TC_PROPERTY("service", push_service),
    TC_PROPERTY("version", push_version),
    TC_PROPERTY("name", push_name),
    TC_PROPERTY("reads", push_reads),
    TC_PROPERTY("has_client_token", push_has_client_token),
    TC_PROPERTY("dry_run", push_dry_run),
    TC_PROPERTY("streams", push_streams),
    TC_PROPERTY("paging", push_paging),
    TC_NO_MORE_PROPERTIES,
};

/* action[key] --> a method or property; nil where it is not known */
static int action_index(lua_State *L)
{
    const tc_action *action = check_action(L);
    tc_push_method(L, TC_ACTION, 2); /* first, for declares is what is read most */
    if (lua_isnil(L, -1))
        tc_push_property(L, properties, action, tc_key_at(L, 2));
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
                           tc_action_at(L, 1) == tc_action_at(L, 2));
    return 1;
}

/* tostring(action) --> "tencentcloud.Action: cvm@2017-03-12.DescribeInstances" */
static int action_tostring(lua_State *L)
{
    const unsigned action = check_action(L)->id, version = tc_version_of(action);
    lua_pushfstring(L, "tencentcloud.Action: %s@%s.%s", tc_name_of_service(tc_service_of(version)),
                    tc_name_of_version(version), tc_name_of_action(action));
    return 1;
}

/* action:declares(code) --> is the code in the action's list? No list is complete: false does not
 * say that the action can't return it. */
static int action_declares(lua_State *L)
{
    const tc_action *action = check_action(L);
    const tc_slice text = tc_check_text(L, 2, "code");
    const unsigned code = tc_find_code(text.text, text.length);
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
    tc_push_codes_of(L, check_action(L)->id);
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

const tc_class_definition tc_action_class = {
    .name = "tencentcloud.Action",
    .metamethods = metamethods,
    .methods = methods,
};
