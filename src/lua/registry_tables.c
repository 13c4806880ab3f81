/* The tables of a registry. */
#include "lua/registry_tables.h"

#include "ascii.h"
#include "lua/home.h"
#include "lua/text.h"

void tc_push_weak_table(lua_State *L)
{
    lua_newtable(L);
    lua_createtable(L, 0, 1);
    lua_pushliteral(L, "v");
    lua_setfield(L, -2, "__mode");
    lua_setmetatable(L, -2);
}

/* Puts a new table with weak values into the table on top of the stack. */
static void set_weak_table(lua_State *L, enum tc_registry_table which)
{
    tc_push_weak_table(L);
    lua_rawseti(L, -2, (int)which);
}

void tc_push_new_registry(lua_State *L)
{
    tc_registry *registry = (tc_registry *)tc_new_userdata(L, sizeof *registry);
    *registry = (tc_registry){.definitions = 0, .action_changes = 0};
    lua_createtable(L, TC_REGISTRY_TABLES, 0);
    set_weak_table(L, TC_OBJECTS);
    set_weak_table(L, TC_OF_SERVICES);
    set_weak_table(L, TC_OF_READS);
    set_weak_table(L, TC_SHORTCUTS);
    set_weak_table(L, TC_ACTIONS);
    lua_newtable(L);
    lua_rawseti(L, -2, TC_DEFINITIONS);
    lua_newtable(L);
    lua_rawseti(L, -2, TC_ACTION_DEFINITIONS);
    tc_set_home(L, -2);
    tc_set_class(L, TC_REGISTRY);
}

tc_registry *tc_check_registry(lua_State *L)
{
    return (tc_registry *)tc_check_class(L, 1, TC_REGISTRY);
}

int tc_definitions_of(lua_State *L, int registry)
{
    TC_ASSERT(tc_class_of(L, registry) == TC_REGISTRY);
    return ((const tc_registry *)lua_touserdata(L, registry))->definitions;
}

unsigned tc_action_changes_of(lua_State *L, int registry)
{
    TC_ASSERT(tc_class_of(L, registry) == TC_REGISTRY);
    return ((const tc_registry *)lua_touserdata(L, registry))->action_changes;
}

void tc_count_action_change(lua_State *L, int registry)
{
    TC_ASSERT(tc_class_of(L, registry) == TC_REGISTRY);
    ((tc_registry *)lua_touserdata(L, registry))->action_changes++;
}

void tc_push_registry_table(lua_State *L, int registry, enum tc_registry_table which)
{
    TC_ASSERT(registry > 0 && tc_class_of(L, registry) == TC_REGISTRY);
    tc_get_home(L, registry);
    lua_rawgeti(L, -1, (int)which);
    lua_replace(L, -2);
}

void tc_set_registry_table(lua_State *L, int registry, enum tc_registry_table which)
{
    tc_get_home(L, registry);
    lua_insert(L, -2);
    lua_rawseti(L, -2, (int)which);
    lua_pop(L, 1);
}

bool tc_push_cached(lua_State *L, int registry, enum tc_registry_table which, int key)
{
    TC_ASSERT(key > 0);
    tc_get_home(L, registry);
    lua_rawgeti(L, -1, (int)which);
    lua_pushvalue(L, key);
    lua_rawget(L, -2);
    if (!lua_isnil(L, -1))
        return true;
    lua_pop(L, 3);
    return false;
}

void tc_cache(lua_State *L, int registry, enum tc_registry_table which, int key)
{
    TC_ASSERT(key > 0);
    tc_push_registry_table(L, registry, which);
    lua_pushvalue(L, key);
    lua_pushvalue(L, -3);
    lua_rawset(L, -3);
    lua_pop(L, 1);
}

void tc_forget_shortcuts(lua_State *L, int registry)
{
    TC_ASSERT(registry > 0 && tc_class_of(L, registry) == TC_REGISTRY);
    tc_get_home(L, registry);
    set_weak_table(L, TC_SHORTCUTS);
    lua_pop(L, 1);
}

const tc_code_scope tc_everywhere = {.text = {NULL, 0}};

static bool is_service(tc_slice text)
{
    for (size_t i = 0; i < text.length; i++) {
        const char byte = text.text[i];
        if (!tc_is_lower(byte) && (i == 0 || !(tc_is_digit(byte) || byte == '-')))
            return false;
    }
    return text.length > 0;
}

bool tc_parse_scope(tc_slice text, tc_code_scope *scope, tc_pattern_fault *fault)
{
    *scope = tc_everywhere;
    scope->text = text;
    if (!is_service(text))
        return tc_action_name_parse(text.text, text.length, &scope->name, fault);
    scope->name.service = text;
    return true;
}

void tc_push_key(lua_State *L, tc_slice scope, tc_slice code)
{
    if (scope.length == 0) {
        tc_push_slice(L, code);
        return;
    }
    tc_push_slice(L, scope);
    lua_pushliteral(L, " ");
    tc_push_slice(L, code);
    lua_concat(L, 3);
}
