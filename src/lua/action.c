/* Action: the catalog's facts of one action of one version of a service, under a program's. */
#include "lua/action.h"

#include "lua/arguments.h"
#include "lua/home.h"
#include "lua/paging.h"
#include "lua/text.h"
#include "names/code.h"

/* The flags that a definition states come before the catalog's. Its codes are at hand for
 * `declares`. A paging that is defined is its home. */
typedef struct tc_action {
    unsigned id; /* in the catalog; TC_UNKNOWN in a tc_own_action */
    uint16_t stated, flags;
    bool has_paging;
    tc_code_set codes;
} tc_action;

/* An action that the catalog does not know. The name's text is behind it. */
typedef struct tc_own_action {
    tc_action action;
    tc_action_name name;
} tc_own_action;

static const tc_action *check_action(lua_State *L)
{
    return (const tc_action *)tc_check_class(L, 1, TC_ACTION);
}

static const tc_action *action_at(lua_State *L, int index)
{
    TC_ASSERT(tc_class_of(L, index) == TC_ACTION);
    return (const tc_action *)lua_touserdata(L, index);
}

void tc_push_new_action(lua_State *L, unsigned action)
{
    tc_action *userdata = (tc_action *)tc_new_userdata(L, sizeof *userdata);
    *userdata = (tc_action){.id = action, .codes = tc_codes_of(action)};
    tc_set_class(L, TC_ACTION);
}

/* Copies the slice to `*room`, which is moved behind it. */
static tc_slice copy_slice(tc_slice slice, char **room)
{
    const tc_slice copy = {*room, slice.length};
    if (slice.length > 0)
        memcpy(*room, slice.text, slice.length);
    *room += slice.length;
    return copy;
}

static tc_action *push_own_action(lua_State *L, const tc_action_name *name)
{
    const size_t length = name->service.length + name->version.length + name->action.length;
    tc_own_action *own = (tc_own_action *)tc_new_userdata(L, sizeof *own + length);
    char *room = (char *)(own + 1);
    own->action = (tc_action){.id = TC_UNKNOWN, .codes = {NULL, 0}};
    own->name.service = copy_slice(name->service, &room);
    own->name.version = copy_slice(name->version, &room);
    own->name.action = copy_slice(name->action, &room);
    tc_set_class(L, TC_ACTION);
    return &own->action;
}

void tc_push_defined_action(lua_State *L, const tc_defined_action *defined, int paging)
{
    TC_ASSERT(paging > 0);
    tc_action *action;
    if (defined->id == TC_UNKNOWN) {
        action = push_own_action(L, &defined->name);
    } else {
        tc_push_new_action(L, defined->id);
        action = (tc_action *)lua_touserdata(L, -1);
    }
    action->stated = (uint16_t)defined->stated;
    action->flags = (uint16_t)defined->flags;
    action->has_paging = lua_istable(L, paging);
    if (action->has_paging) {
        lua_pushvalue(L, paging);
        tc_set_home(L, -2);
    }
}

static tc_slice slice_of(const char *text)
{
    return (tc_slice){text, strlen(text)};
}

static tc_action_name name_of(const tc_action *action)
{
    if (action->id == TC_UNKNOWN)
        return ((const tc_own_action *)action)->name;
    const unsigned version = tc_version_of(action->id);
    return (tc_action_name){
        .service = slice_of(tc_name_of_service(tc_service_of(version))),
        .version = slice_of(tc_name_of_version(version)),
        .action = slice_of(tc_name_of_action(action->id)),
    };
}

tc_defined_action tc_defined_action_at(lua_State *L, int index)
{
    const tc_action *action = action_at(L, index);
    return (tc_defined_action){.id = action->id,
                               .name = name_of(action),
                               .stated = action->stated,
                               .flags = action->flags};
}

void tc_push_defined_paging(lua_State *L, int index)
{
    if (action_at(L, index)->has_paging)
        tc_get_home(L, index);
    else
        lua_pushnil(L);
}

static void push_service(lua_State *L, const void *self)
{
    tc_push_slice(L, name_of((const tc_action *)self).service);
}

static void push_version(lua_State *L, const void *self)
{
    tc_push_optional_slice(L, name_of((const tc_action *)self).version);
}

static void push_name(lua_State *L, const void *self)
{
    tc_push_slice(L, name_of((const tc_action *)self).action);
}

static void push_flag(lua_State *L, const void *self, unsigned flag)
{
    const tc_action *action = (const tc_action *)self;
    bool set = (action->flags >> flag & 1) != 0;
    if ((action->stated >> flag & 1) == 0 && action->id != TC_UNKNOWN && flag < TC_FLAGS)
        set = tc_action_has(action->id, (enum tc_flag)flag);
    lua_pushboolean(L, set);
}

static void push_reads(lua_State *L, const void *self)
{
    push_flag(L, self, TC_FLAG_READS);
}

static void push_idempotent(lua_State *L, const void *self)
{
    push_flag(L, self, TC_FLAG_IDEMPOTENT);
}

static void push_has_client_token(lua_State *L, const void *self)
{
    push_flag(L, self, TC_FLAG_CLIENT_TOKEN);
}

static void push_dry_run(lua_State *L, const void *self)
{
    push_flag(L, self, TC_FLAG_DRY_RUN);
}

static void push_streams(lua_State *L, const void *self)
{
    push_flag(L, self, TC_FLAG_STREAMS);
}

static void push_sites(lua_State *L, const void *self)
{
    static const char *const names[] = {TC_SITE_NAMES};
    const tc_action *action = (const tc_action *)self;
    int count = 0;
    if (action->id == TC_UNKNOWN) {
        lua_pushnil(L);
        return;
    }
    lua_createtable(L, TC_SITES, 0);
    for (int site = 0; site < TC_SITES; site++) {
        if (!tc_action_is_on(action->id, (enum tc_site)site))
            continue;
        lua_pushstring(L, names[site]);
        lua_rawseti(L, -2, ++count);
    }
}

/* No list says anything of a retired action. */
static void push_status(lua_State *L, const void *self)
{
    static const char *const names[] = {TC_STATUS_NAMES};
    const tc_action *action = (const tc_action *)self;
    if (action->id == TC_UNKNOWN || tc_is_retired(action->id))
        lua_pushnil(L);
    else
        lua_pushstring(L, names[tc_status_of(action->id)]);
}

static void push_retired(lua_State *L, const void *self)
{
    const tc_action *action = (const tc_action *)self;
    lua_pushboolean(L, action->id != TC_UNKNOWN && tc_is_retired(action->id));
}

/* The Action is at 1, the self of __index: a property has no other way to its home. */
static void push_paging(lua_State *L, const void *self)
{
    const tc_action *action = (const tc_action *)self;
    TC_ASSERT(lua_touserdata(L, 1) == self);
    if (action->id == TC_UNKNOWN)
        lua_pushnil(L);
    else
        tc_push_catalog_paging(L, action->id);
    if (!action->has_paging)
        return;
    if (lua_isnil(L, -1))
        lua_newtable(L);
    const int paging = lua_gettop(L);
    tc_get_home(L, 1);
    tc_overlay_paging(L, paging, paging + 1);
    lua_pop(L, 1);
}

static const tc_property properties[] = {
    TC_PROPERTY("service", push_service),
    TC_PROPERTY("version", push_version),
    TC_PROPERTY("name", push_name),
    TC_PROPERTY("reads", push_reads),
    TC_PROPERTY("idempotent", push_idempotent),
    TC_PROPERTY("has_client_token", push_has_client_token),
    TC_PROPERTY("dry_run", push_dry_run),
    TC_PROPERTY("streams", push_streams),
    TC_PROPERTY("paging", push_paging),
    TC_PROPERTY("sites", push_sites),
    TC_PROPERTY("status", push_status),
    TC_PROPERTY("retired", push_retired),
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

static bool are_same(const tc_action *a, const tc_action *b)
{
    const tc_action_name one = name_of(a), other = name_of(b);
    return a->id == b->id && tc_slice_equals(one.service, other.service) &&
           tc_slice_equals(one.version, other.version) && tc_slice_equals(one.action, other.action);
}

/* action == action --> are they the same action of the same version? */
static int action_eq(lua_State *L)
{
    lua_pushboolean(L, tc_class_of(L, 1) == TC_ACTION && tc_class_of(L, 2) == TC_ACTION &&
                           are_same(action_at(L, 1), action_at(L, 2)));
    return 1;
}

/* tostring(action) --> "tencentcloud.Action: cvm@2017-03-12.DescribeInstances" */
static int action_tostring(lua_State *L)
{
    const tc_action_name name = name_of(check_action(L));
    lua_settop(L, 1);
    lua_pushliteral(L, "tencentcloud.Action: ");
    tc_push_slice(L, name.service);
    lua_pushstring(L, name.version.length > 0 ? "@" : "");
    tc_push_slice(L, name.version);
    lua_pushliteral(L, ".");
    tc_push_slice(L, name.action);
    lua_concat(L, lua_gettop(L) - 1);
    return 1;
}

/* action:declares(code) --> is the code in the action's list? No list is complete: false does not
 * say that the action can't return it. */
static int action_declares(lua_State *L)
{
    const tc_action *action = check_action(L);
    const tc_slice text = tc_code_trim(tc_check_text(L, 2, "code"));
    const unsigned code = tc_find_code(text.text, text.length);
    lua_pushboolean(L, code != TC_UNKNOWN && tc_has_code(action->codes, code));
    return 1;
}

void tc_push_codes_of(lua_State *L, int index)
{
    const tc_code_set codes = action_at(L, index)->codes;
    lua_createtable(L, (int)codes.count, 0);
    for (size_t i = 0; i < codes.count; i++) {
        tc_push_code(L, codes.codes[i]);
        lua_rawseti(L, -2, (int)i + 1);
    }
}

/* action:codes() --> an array of the declared codes, sorted */
static int action_codes(lua_State *L)
{
    check_action(L);
    tc_push_codes_of(L, 1);
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
