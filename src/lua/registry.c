/* Registry: the catalog for scripts, under a program's own definitions. */
#include "lua/registry.h"

#include "json/quote.h"
#include "json/text.h"

#include <string.h>

tc_registry *tc_check_registry(lua_State *L)
{
    return (tc_registry *)tc_check_class(L, 1, TC_REGISTRY);
}

const char *tc_check_text(lua_State *L, int index, const char *name, size_t *length)
{
    if (lua_type(L, index) != LUA_TSTRING)
        luaL_argerror(
            L, index,
            lua_pushfstring(L, "%s: string expected, got %s", name, luaL_typename(L, index)));
    return lua_tolstring(L, index, length);
}

void tc_push_table(lua_State *L, enum tc_registry_table which)
{
    tc_get_home(L, 1);
    lua_rawgeti(L, -1, (int)which);
    lua_remove(L, -2);
}

bool tc_push_cached(lua_State *L, enum tc_registry_table which, int key)
{
    tc_push_table(L, which);
    lua_pushvalue(L, key);
    lua_rawget(L, -2);
    return !lua_isnil(L, -1);
}

const char *tc_push_quoted(lua_State *L, tc_slice text)
{
    char quote[4 * 64 + 4];
    lua_pushlstring(L, quote, tc_text_quote((const uint8_t *)text.text, text.length, 64, quote));
    return lua_tostring(L, -1);
}

static int push_malformed(lua_State *L, const char *what, tc_slice text, const char *reason)
{
    const char *quoted = tc_push_quoted(L, text);
    lua_pushnil(L);
    lua_pushfstring(L, "%s '%s' is malformed: %s", what, quoted, reason);
    return 2;
}

const tc_code_scope tc_everywhere = {{NULL, 0}, {{NULL, 0}, {NULL, 0}, {NULL, 0}}};

static bool is_service(tc_slice text)
{
    for (size_t i = 0; i < text.length; i++) {
        const char byte = text.text[i];
        const bool letter = byte >= 'a' && byte <= 'z';
        if (!letter && (i == 0 || !((byte >= '0' && byte <= '9') || byte == '-')))
            return false;
    }
    return text.length > 0;
}

tc_code_scope tc_read_scope(lua_State *L, int index, int argument)
{
    tc_code_scope scope = tc_everywhere;
    tc_pattern_fault fault;
    scope.text.text = lua_tolstring(L, index, &scope.text.length);
    if (is_service(scope.text)) {
        scope.name.service = scope.text;
    } else if (!tc_action_name_parse(scope.text.text, scope.text.length, &scope.name, &fault)) {
        tc_push_quoted(L, scope.text);
        luaL_argerror(L, argument,
                      lua_pushfstring(L, "scope '%s': %s; a service alone will do too",
                                      lua_tostring(L, -1), fault.reason));
    }
    return scope;
}

void tc_push_key(lua_State *L, tc_slice scope, const char *code)
{
    if (scope.length == 0) {
        lua_pushstring(L, code);
        return;
    }
    lua_pushlstring(L, scope.text, scope.length);
    lua_pushfstring(L, "%s %s", lua_tostring(L, -1), code);
    lua_remove(L, -2);
}

/* Pushes the program's definition of the code for exactly that scope. Pushes nothing and returns
 * false where there is none. */
static bool push_defined(lua_State *L, tc_slice scope, const char *code)
{
    const int top = lua_gettop(L);
    tc_push_key(L, scope, code);
    if (tc_push_cached(L, TC_DEFINITIONS, top + 1)) {
        lua_replace(L, top + 1);
        lua_settop(L, top + 1);
        return true;
    }
    lua_settop(L, top);
    return false;
}

/* The program's definition with the narrowest scope that holds for `scope`; as above. */
static bool push_definition(lua_State *L, const tc_code_scope *scope, const char *code)
{
    const tc_action_name *name = &scope->name;
    if (((const tc_registry *)lua_touserdata(L, 1))->definitions == 0)
        return false;
    if (scope->text.length > 0 && push_defined(L, scope->text, code))
        return true;
    if (name->version.length > 0) {
        const int top = lua_gettop(L);
        lua_pushlstring(L, name->service.text, name->service.length);
        lua_pushlstring(L, name->action.text, name->action.length);
        lua_pushfstring(L, "%s.%s", lua_tostring(L, -2), lua_tostring(L, -1));
        const tc_slice bare = {lua_tostring(L, -1), lua_rawlen(L, -1)};
        const bool found = push_defined(L, bare, code);
        if (found)
            lua_replace(L, top + 1);
        lua_settop(L, found ? top + 1 : top);
        if (found)
            return true;
    }
    if (name->action.length > 0 && push_defined(L, name->service, code))
        return true;
    return push_defined(L, tc_everywhere.text, code);
}

/* Pushes the catalog's ErrorCode, or one made from the code's words: one object for each. */
static void push_entry(lua_State *L, const tc_code_scope *scope, tc_slice code)
{
    const int top = lua_gettop(L);
    const tc_slice service = scope->name.service;
    const tc_entry entry = tc_entry_of(
        code.text, code.length,
        service.length == 0 ? TC_UNKNOWN : tc_find_service(service.text, service.length));
    const bool own = entry.service != TC_UNKNOWN;
    tc_push_key(L, own ? service : tc_everywhere.text, code.text);
    if (!tc_push_cached(L, TC_OBJECTS, top + 1)) {
        tc_code_texts texts = {{[TC_CODE_TEXT] = code}};
        if (own)
            texts.at[TC_CODE_SCOPE] = service;
        tc_push_new_error_code(L, &entry, &texts);
        lua_pushvalue(L, top + 1);
        lua_pushvalue(L, -2);
        lua_rawset(L, top + 2);
    }
    lua_replace(L, top + 1);
    lua_settop(L, top + 1);
}

/* Pushes the shortcuts of the scope at 3: a new table where there are none. */
static void push_shortcuts(lua_State *L)
{
    if (tc_push_cached(L, TC_SHORTCUTS, 3))
        return;
    lua_newtable(L);
    lua_pushvalue(L, 3);
    lua_pushvalue(L, -2);
    lua_rawset(L, -5);
}

/* Looks up a code that no cache holds. */
static int look_up(lua_State *L)
{
    tc_slice code;
    code.text = lua_tolstring(L, 2, &code.length);
    if (!tc_code_is_well_formed(code.text, code.length))
        return push_malformed(L, "code", code,
                              "write Category or Category.Detail, letters, digits, '_' and dots");
    const bool scoped = !lua_isnoneornil(L, 3);
    const tc_code_scope scope = scoped ? tc_read_scope(L, 3, 3) : tc_everywhere;
    if (!push_definition(L, &scope, code.text))
        push_entry(L, &scope, code);
    if (scoped)
        push_shortcuts(L);
    else
        tc_push_table(L, TC_OBJECTS);
    lua_pushvalue(L, 2);
    lua_pushvalue(L, 4);
    lua_rawset(L, -3);
    lua_settop(L, 4);
    return 1;
}

/* registry:lookup(code [, scope]) --> ErrorCode; or nil, error where the code is malformed.
 * scope: "service", "service.Action" or "service@version.Action", whose own meaning comes first. */
static int registry_lookup(lua_State *L)
{
    size_t length;
    tc_check_registry(L);
    tc_check_text(L, 2, "code", &length);
    lua_settop(L, 3);
    if (lua_isnil(L, 3)) {
        if (tc_push_cached(L, TC_OBJECTS, 2))
            return 1;
    } else {
        tc_check_text(L, 3, "scope", &length);
        if (tc_push_cached(L, TC_SHORTCUTS, 3)) {
            lua_pushvalue(L, 2);
            lua_rawget(L, -2);
            if (!lua_isnil(L, -1))
                return 1;
        }
    }
    lua_settop(L, 3);
    return look_up(L);
}

void tc_push_entry_of(lua_State *L, tc_slice code, tc_slice action)
{
    if (!tc_code_is_well_formed(code.text, code.length)) {
        const tc_entry entry = tc_entry_of(code.text, code.length, TC_UNKNOWN);
        const tc_code_texts texts = {{[TC_CODE_TEXT] = code}};
        tc_push_new_error_code(L, &entry, &texts);
        return;
    }
    lua_pushliteral(L, "lookup");
    tc_push_method(L, TC_REGISTRY, lua_gettop(L));
    lua_replace(L, -2);
    lua_rawgeti(L, lua_upvalueindex(TC_UP_ANCHORS), TC_ANCHOR_REGISTRY);
    lua_pushlstring(L, code.text, code.length);
    if (action.length > 0)
        lua_pushlstring(L, action.text, action.length);
    else
        lua_pushnil(L);
    lua_call(L, 3, 1);
}

/* Pushes the Action of that name, one object for each. Pushes nil and an error where there is none,
 * with the nearest names. */
static int push_action(lua_State *L, int index)
{
    tc_action_name name;
    tc_pattern_fault fault;
    tc_slice text;
    if (tc_push_cached(L, TC_ACTIONS, index))
        return 1;
    text.text = lua_tolstring(L, index, &text.length);
    if (!tc_action_name_parse(text.text, text.length, &name, &fault))
        return push_malformed(L, "action", text, fault.reason);
    const unsigned action = tc_find_action(&name);
    if (action == TC_UNKNOWN)
        return tc_push_no_action(L, text, &name);
    tc_push_new_action(L, action);
    lua_pushvalue(L, index);
    lua_pushvalue(L, -2);
    lua_rawset(L, -5);
    return 1;
}

/* registry:action("service.Action" or "service@version.Action") --> Action; or nil, error with the
 * nearest names. Without a version, the newest one that has the action. */
static int registry_action(lua_State *L)
{
    size_t length;
    tc_check_registry(L);
    tc_check_text(L, 2, "name", &length);
    return push_action(L, 2);
}

/* registry:services() --> an array of the services' names, sorted */
static int registry_services(lua_State *L)
{
    tc_check_registry(L);
    lua_createtable(L, (int)tc_service_count(), 0);
    for (unsigned service = 0; service < tc_service_count(); service++) {
        lua_pushstring(L, tc_name_of_service(service));
        lua_rawseti(L, -2, (int)service + 1);
    }
    return 1;
}

/* registry:actions(service) --> an array of its actions' names, "service.Action", sorted; or nil,
 * error with the nearest names */
static int registry_actions(lua_State *L)
{
    tc_slice text;
    int count = 0;
    tc_check_registry(L);
    text.text = tc_check_text(L, 2, "service", &text.length);
    const unsigned service = tc_find_service(text.text, text.length);
    if (service == TC_UNKNOWN)
        return tc_push_no_service(L, text);
    tc_action_walk walk = tc_walk_actions(tc_versions_of(service));
    lua_newtable(L);
    for (;;) {
        const unsigned action = tc_next_action(&walk);
        if (action == TC_UNKNOWN)
            return 1;
        tc_push_action_name(L, action);
        lua_rawseti(L, -2, ++count);
    }
}

/* registry:codes(action) --> an array of the codes that the action declares, sorted; or nil, error
 * with the nearest names */
static int registry_codes(lua_State *L)
{
    size_t length;
    tc_check_registry(L);
    tc_check_text(L, 2, "action", &length);
    const int results = push_action(L, 2);
    if (results == 1)
        tc_push_codes_of(L, ((const tc_action *)lua_touserdata(L, -1))->id);
    return results;
}

static int registry_newindex(lua_State *L)
{
    tc_check_registry(L);
    return luaL_error(L, "a registry is read-only: registry:define states codes of your own");
}

/* tostring(registry) --> "tencentcloud.Registry: 258 services, 15210 actions, 11866 codes, ..." */
static int registry_tostring(lua_State *L)
{
    const tc_registry *registry = tc_check_registry(L);
    lua_pushfstring(L, "tencentcloud.Registry: %d services, %d actions, %d codes, %d of its own",
                    (int)tc_service_count(), (int)tc_action_count(), (int)tc_code_count(),
                    registry->definitions);
    return 1;
}

/* Puts a new table with weak values into the home on top of the stack. */
static void set_weak_table(lua_State *L, int which)
{
    lua_newtable(L);
    lua_createtable(L, 0, 1);
    lua_pushliteral(L, "v");
    lua_setfield(L, -2, "__mode");
    lua_setmetatable(L, -2);
    lua_rawseti(L, -2, which);
}

void tc_forget_shortcuts(lua_State *L)
{
    tc_get_home(L, 1);
    set_weak_table(L, TC_SHORTCUTS);
    lua_pop(L, 1);
}

/* new_registry() --> a Registry without definitions */
int tc_lua_new_registry(lua_State *L)
{
    tc_registry *registry = (tc_registry *)tc_new_userdata(L, sizeof *registry);
    registry->definitions = 0;
    tc_set_class(L, TC_REGISTRY);
    lua_createtable(L, 4, 0);
    set_weak_table(L, TC_OBJECTS);
    set_weak_table(L, TC_SHORTCUTS);
    set_weak_table(L, TC_ACTIONS);
    lua_newtable(L);
    lua_rawseti(L, -2, TC_DEFINITIONS);
    tc_set_home(L, -2);
    return 1;
}

static const luaL_Reg methods[] = {
    {"lookup", registry_lookup},     {"action", registry_action},
    {"services", registry_services}, {"actions", registry_actions},
    {"codes", registry_codes},       {"suggest", tc_lua_suggest},
    {"define", tc_lua_define},       {NULL, NULL},
};

static const luaL_Reg metamethods[] = {
    {"__newindex", registry_newindex},
    {"__tostring", registry_tostring},
    {NULL, NULL},
};

const tc_class_definition tc_registry_class = {"tencentcloud.Registry", metamethods, methods};
