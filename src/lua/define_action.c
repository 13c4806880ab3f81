/* registry:define_action: what a program knows better of an action than the catalog. */
#include "lua/define_action.h"

#include "lua/action.h"
#include "lua/action_definitions.h"
#include "lua/arguments.h"
#include "lua/fields.h"
#include "lua/paging.h"
#include "lua/registry_tables.h"
#include "lua/text.h"

/* The arguments, and what is kept behind them. */
enum { REGISTRY = 1, DEFINITION, NAME, VERSION, PAGING, KEPT = PAGING };

#define FLAG_NAMES TC_FLAG_NAMES, "idempotent"
static const char *const flag_names[] = {FLAG_NAMES};
static const char *const fields[] = {FLAG_NAMES, "version", "paging", "override", NULL};

/* What the table states. */
typedef struct tc_statement {
    tc_defined_action action;
    bool is_plain; /* its name has no version */
    bool override;
} tc_statement;

/* Raises the error that the definition contradicts one before it. */
static int raise_contradiction(lua_State *L, const char *field)
{
    lua_pushliteral(L, "it was defined otherwise before; say override = true to replace it");
    return tc_raise_field(L, DEFINITION, field);
}

/* Reads the first element to NAME. */
static tc_action_name take_name(lua_State *L)
{
    tc_action_name name;
    tc_pattern_fault fault;
    lua_rawgeti(L, DEFINITION, 1);
    if (lua_type(L, NAME) != LUA_TSTRING)
        tc_raise_type(L, DEFINITION, "action, the first element", "string", NAME);
    const tc_slice text = {lua_tostring(L, NAME), lua_rawlen(L, NAME)};
    if (!tc_action_name_parse(text.text, text.length, &name, &fault))
        tc_raise_malformed(L, DEFINITION, "action", text, &fault);
    return name;
}

/* Reads the field `version` to VERSION; the one of the name where there is none. */
static tc_slice take_version(lua_State *L, tc_slice of_name)
{
    const tc_slice version = tc_take_text(L, DEFINITION, "version");
    if (version.text == NULL)
        return of_name;
    if (!tc_is_version(version)) {
        lua_pushfstring(L, "'%s' is not a date such as 2017-03-12",
                        tc_push_quoted(L, version, TC_QUOTED_NAME));
        tc_raise_field(L, DEFINITION, "version");
    }
    if (of_name.length > 0 && !tc_slice_equals(version, of_name)) {
        lua_pushliteral(L, "the action's name has another one");
        tc_raise_field(L, DEFINITION, "version");
    }
    return version;
}

/* Reads a field that is true, false or nil; leaves the stack as it was. */
static bool take_boolean(lua_State *L, const char *field, bool *value)
{
    lua_getfield(L, DEFINITION, field);
    const bool stated = !lua_isnil(L, -1);
    if (stated && !lua_isboolean(L, -1))
        tc_raise_type(L, DEFINITION, field, "boolean", -1);
    *value = lua_toboolean(L, -1);
    lua_pop(L, 1);
    return stated;
}

static void take_flags(lua_State *L, tc_defined_action *action)
{
    for (unsigned flag = 0; flag < TC_DEFINED_FLAGS; flag++) {
        bool value;
        if (take_boolean(L, flag_names[flag], &value))
            action->stated |= 1U << flag;
        if (value)
            action->flags |= 1U << flag;
    }
}

/* Reads a copy of the field `paging`, or nil, to PAGING. */
static void take_paging(lua_State *L)
{
    lua_getfield(L, DEFINITION, "paging");
    if (lua_isnil(L, PAGING))
        return;
    if (!lua_istable(L, PAGING))
        tc_raise_type(L, DEFINITION, "paging", "table", PAGING);
    tc_copy_paging(L, PAGING, DEFINITION);
    lua_replace(L, PAGING);
}

/* Finds the action in the catalog. A name without a version means the version that the field
 * states. */
static void find_in_catalog(lua_State *L, tc_statement *statement)
{
    tc_defined_action *action = &statement->action;
    tc_action_name plain = action->name;
    plain.version.length = 0;
    action->id = tc_find_action(&action->name);
    if (action->id != TC_UNKNOWN || !statement->is_plain || tc_find_action(&plain) == TC_UNKNOWN)
        return;
    tc_push_slice(L, plain.service);
    tc_push_slice(L, plain.action);
    lua_pushfstring(L, "the catalog has no such version of %s.%s: if it is new, name it %s@%s.%s",
                    lua_tostring(L, -2), lua_tostring(L, -1), lua_tostring(L, -2),
                    lua_tostring(L, VERSION), lua_tostring(L, -1));
    tc_raise_field(L, DEFINITION, "version");
}

static tc_statement take_statement(lua_State *L)
{
    tc_statement statement = {.action = {.id = TC_UNKNOWN, .stated = 0, .flags = 0}};
    tc_defined_action *action = &statement.action;
    action->name = take_name(L);
    statement.is_plain = action->name.version.length == 0;
    action->name.version = take_version(L, action->name.version);
    take_paging(L);
    take_flags(L, action);
    take_boolean(L, "override", &statement.override);
    luaL_argcheck(L, action->stated != 0 || !lua_isnil(L, VERSION) || !lua_isnil(L, PAGING),
                  DEFINITION, "definition: it states nothing of the action");
    find_in_catalog(L, &statement);
    return statement;
}

/* The same for a plain name of which a version is stated: it must be that of what the name meant
 * before, or the first one. */
static bool push_earlier_of_version(lua_State *L, const tc_statement *statement)
{
    const tc_action_name *name = &statement->action.name;
    tc_action_name plain = *name;
    plain.version.length = 0;
    const bool exact = tc_push_exact_definition(L, REGISTRY, TC_UNKNOWN, name);
    if (!tc_push_exact_definition(L, REGISTRY, TC_UNKNOWN, &plain))
        return exact;
    const tc_slice version = tc_defined_action_at(L, lua_gettop(L)).name.version;
    if ((exact || version.length > 0) && !tc_slice_equals(version, name->version) &&
        !statement->override)
        raise_contradiction(L, "version");
    if (exact)
        lua_pop(L, 1);
    return true;
}

/* Pushes the definition that this one adds to, or nil. */
static void push_earlier(lua_State *L, const tc_statement *statement)
{
    const tc_defined_action *action = &statement->action;
    const bool names_version =
        action->id == TC_UNKNOWN && statement->is_plain && action->name.version.length > 0;
    const bool found = names_version
                           ? push_earlier_of_version(L, statement)
                           : tc_push_action_definition(L, REGISTRY, action->id, &action->name);
    if (!found)
        lua_pushnil(L);
}

/* Adds the flags that were defined before. */
static void add_flags(lua_State *L, tc_defined_action *action, const tc_defined_action *earlier,
                      bool override)
{
    const unsigned differing = (action->flags ^ earlier->flags) & action->stated & earlier->stated;
    for (unsigned flag = 0; flag < TC_DEFINED_FLAGS && !override; flag++) {
        if ((differing >> flag & 1) != 0)
            raise_contradiction(L, flag_names[flag]);
    }
    action->flags |= earlier->flags & ~action->stated;
    action->stated |= earlier->stated;
}

/* Pushes the paging of the definition at PAGING on top of that of the earlier Action. */
static void push_paging(lua_State *L, int earlier, bool override)
{
    tc_push_defined_paging(L, earlier);
    const int known = lua_gettop(L);
    if (lua_isnil(L, known) || lua_isnil(L, PAGING)) {
        if (lua_isnil(L, known))
            lua_pushvalue(L, PAGING);
        return;
    }
    const char *conflict = tc_paging_conflict(L, known, PAGING);
    if (conflict != NULL && !override)
        raise_contradiction(L, lua_pushfstring(L, "paging.%s", conflict));
    tc_copy_paging(L, known, DEFINITION);
    tc_add_paging(L, known + 1, PAGING);
}

/* Pushes the Action that the statement and the definition before it make, if there is one. The name
 * of `statement` may point into that one. */
static void push_action(lua_State *L, tc_statement statement, int earlier)
{
    tc_defined_action *action = &statement.action;
    if (lua_isnil(L, earlier)) {
        tc_push_defined_action(L, action, PAGING);
        return;
    }
    const tc_defined_action before = tc_defined_action_at(L, earlier);
    add_flags(L, action, &before, statement.override);
    if (action->name.version.length == 0)
        action->name.version = before.name.version;
    push_paging(L, earlier, statement.override);
    tc_push_defined_action(L, action, lua_gettop(L));
}

/* Does the name without its version mean the Action on top of the stack from now on? In the catalog
 * it means the newest version; and one that was defined without a version holds for all. */
static bool becomes_plain(lua_State *L, const tc_statement *statement)
{
    const tc_defined_action action = tc_defined_action_at(L, lua_gettop(L));
    tc_action_name plain = action.name;
    plain.version.length = 0;
    if (statement->is_plain || action.id != TC_UNKNOWN ||
        !tc_push_exact_definition(L, REGISTRY, TC_UNKNOWN, &plain))
        return true;
    const tc_slice meant = tc_defined_action_at(L, lua_gettop(L)).name.version;
    const bool newer = meant.length == action.name.version.length &&
                       memcmp(meant.text, action.name.version.text, meant.length) <= 0;
    lua_pop(L, 1);
    return newer;
}

/* registry:define_action{"service.Action", idempotent =, reads =, client_token =, dry_run =,
 * streams =, version =, paging =, override =} --> Action
 * At least one field. What contradicts a definition before it needs override. */
int tc_lua_define_action(lua_State *L)
{
    tc_check_registry(L);
    luaL_checktype(L, DEFINITION, LUA_TTABLE);
    lua_settop(L, DEFINITION);
    tc_reserve_stack(L);
    tc_check_fields(L, DEFINITION, fields, 1);
    const tc_statement statement = take_statement(L);
    bool stored = false;
    while (!stored) {
        const unsigned changes = tc_action_changes_of(L, REGISTRY);
        lua_settop(L, KEPT);
        push_earlier(L, &statement);
        push_action(L, statement, KEPT + 1);
        const bool plain = becomes_plain(L, &statement);
        stored = tc_store_action_definition(L, REGISTRY, lua_gettop(L), plain, changes);
    }
    return 1;
}
