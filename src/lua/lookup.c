/* Looking up codes. */
#include "lua/lookup.h"

#include "lua/registry_tables.h"
#include "lua/text.h"
#include "names/code.h"

int tc_push_malformed(lua_State *L, const char *what, tc_slice text, const char *reason)
{
    const char *quoted = tc_push_quoted(L, text, TC_QUOTED_NAME);
    lua_pushnil(L);
    lua_pushfstring(L, "%s '%s' is malformed: %s", what, quoted, reason);
    return 2;
}

/* All that follows leaves what it finds on top of the stack; there may be more below it then. */

/* Finds the program's definition of the code for exactly that scope. Returns false where there is
 * none. */
static bool find_defined(lua_State *L, int registry, tc_slice scope, tc_slice code)
{
    tc_push_key(L, scope, code);
    if (tc_push_cached(L, registry, TC_DEFINITIONS, lua_gettop(L)))
        return true;
    lua_pop(L, 1);
    return false;
}

/* The same for the action of a scope without its version. */
static bool find_defined_for_all_versions(lua_State *L, int registry, const tc_action_name *name,
                                          tc_slice code)
{
    tc_push_slice(L, name->service);
    lua_pushliteral(L, ".");
    tc_push_slice(L, name->action);
    lua_concat(L, 3);
    if (find_defined(L, registry, (tc_slice){lua_tostring(L, -1), lua_rawlen(L, -1)}, code))
        return true;
    lua_pop(L, 1);
    return false;
}

/* The program's definition with the narrowest scope that holds for `scope`; as above. */
static bool find_definition(lua_State *L, int registry, const tc_code_scope *scope, tc_slice code)
{
    const tc_action_name *name = &scope->name;
    if (tc_definitions_of(L, registry) == 0)
        return false;
    return (scope->text.length > 0 && find_defined(L, registry, scope->text, code)) ||
           (name->version.length > 0 && find_defined_for_all_versions(L, registry, name, code)) ||
           (name->action.length > 0 && find_defined(L, registry, name->service, code)) ||
           find_defined(L, registry, tc_everywhere.text, code);
}

static unsigned find_service(tc_slice name)
{
    return name.length == 0 ? TC_UNKNOWN : tc_find_service(name.text, name.length);
}

/* Sets `known` to an entry that is not a definition: it has no texts of its own.
 * service: who sent the code; its scope where the service means something of its own by it. */
static void set_known(tc_error_code *known, tc_entry entry, tc_slice code, tc_slice service)
{
    *known = (tc_error_code){.entry = entry, .texts = {[TC_CODE_TEXT] = code}};
    if (entry.service != TC_UNKNOWN)
        known->texts[TC_CODE_SCOPE] = service;
}

/* Finds the ErrorCode of what the catalog has, or its rules make of the code's words: one object
 * for each. */
static void find_in_catalog(lua_State *L, int registry, tc_slice service, tc_slice code)
{
    tc_error_code known;
    set_known(&known, tc_entry_of(code.text, code.length, find_service(service)), code, service);
    tc_push_key(L, known.texts[TC_CODE_SCOPE], code);
    const int key = lua_gettop(L);
    if (tc_push_cached(L, registry, TC_OBJECTS, key))
        return;
    tc_push_error_code(L, &known);
    tc_cache(L, registry, TC_OBJECTS, key);
}

/* Finds what the same look-up gave before. Returns false where no table holds it. */
static bool find_remembered(lua_State *L, int registry, int code, int scope)
{
    if (scope == 0)
        return tc_push_cached(L, registry, TC_OBJECTS, code);
    if (!tc_push_cached(L, registry, TC_SHORTCUTS, scope))
        return false;
    lua_pushvalue(L, code);
    lua_rawget(L, -2);
    return !lua_isnil(L, -1);
}

/* Pushes the shortcuts of the scope at `scope`: a new table where there are none. */
static void push_shortcuts(lua_State *L, int registry, int scope)
{
    if (tc_push_cached(L, registry, TC_SHORTCUTS, scope))
        return;
    lua_newtable(L);
    tc_cache(L, registry, TC_SHORTCUTS, scope);
}

/* Remembers the ErrorCode on top of the stack, which stays there, for the same look-up. */
static void remember(lua_State *L, int registry, int code, int scope)
{
    const int found = lua_gettop(L);
    if (scope == 0) {
        tc_cache(L, registry, TC_OBJECTS, code);
        return;
    }
    push_shortcuts(L, registry, scope);
    lua_pushvalue(L, code);
    lua_pushvalue(L, found);
    lua_rawset(L, -3);
    lua_settop(L, found);
}

int tc_look_up(lua_State *L, int registry, int code, int scope)
{
    TC_ASSERT(registry > 0 && code > 0 && scope >= 0 && lua_type(L, code) == LUA_TSTRING);
    if (find_remembered(L, registry, code, scope))
        return 1;
    const tc_slice text = {lua_tostring(L, code), lua_rawlen(L, code)};
    if (!tc_code_is_well_formed(text.text, text.length))
        return tc_push_malformed(
            L, "code", text, "write Category or Category.Detail, letters, digits, '_' and dots");
    const tc_code_scope where = scope == 0 ? tc_everywhere : tc_read_scope(L, scope, scope);
    if (!find_definition(L, registry, &where, text))
        find_in_catalog(L, registry, where.name.service, text);
    remember(L, registry, code, scope);
    return 1;
}

/* Pushes the ErrorCode of a malformed code, of which at most the category is known. */
static void push_malformed_code(lua_State *L, tc_slice code)
{
    tc_error_code known;
    set_known(&known, tc_entry_of(code.text, code.length, TC_UNKNOWN), code, tc_everywhere.text);
    tc_push_error_code(L, &known);
}

void tc_look_up_sent(lua_State *L, int registry, tc_slice code, tc_slice action)
{
    if (!tc_code_is_well_formed(code.text, code.length)) {
        push_malformed_code(L, code);
        return;
    }
    tc_push_slice(L, code);
    const int index = lua_gettop(L);
    if (action.length > 0)
        tc_push_slice(L, action);
    tc_look_up(L, registry, index, action.length > 0 ? index + 1 : 0);
}

/* "cvm" of "cvm.RunInstances" and "cvm@2017-03-12.RunInstances"; empty of an empty text. */
static tc_slice service_of(tc_slice action)
{
    size_t length = 0;
    while (length < action.length && action.text[length] != '.' && action.text[length] != '@')
        length++;
    return (tc_slice){action.text, length};
}

/* An ErrorCode is worth making where it is looked up again: for definitions, which can change with
 * each look-up, and for codes that the catalog does not have, whose words take microseconds. What
 * the catalog has is found at once. */
void tc_read_sent(lua_State *L, int registry, tc_slice code, tc_slice action, tc_error_code *known)
{
    const unsigned id = tc_find_code(code.text, code.length);
    if (tc_definitions_of(L, registry) == 0 && id != TC_UNKNOWN) {
        const tc_slice service = service_of(action);
        set_known(known, tc_catalog_entry(id, find_service(service)), code, service);
        return;
    }
    tc_look_up_sent(L, registry, code, action);
    *known = *(const tc_error_code *)lua_touserdata(L, -1);
}
