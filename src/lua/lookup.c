/* Looking up codes. */
#include "lua/lookup.h"

#include "catalog/description.h"
#include "lua/action_definitions.h"
#include "lua/registry_tables.h"
#include "lua/text.h"
#include "names/code.h"

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

/* Makes `known` what it is where the action sent it. */
static void set_action(lua_State *L, int registry, const tc_action_name *action,
                       tc_error_code *known)
{
    known->entry.reads = action->action.length > 0 && tc_has_advice_for_reads(&known->entry) &&
                         tc_action_reads(L, registry, action);
}

/* Finds the ErrorCode of what the catalog has, or its rules make of the code's words: one object
 * for each. */
static void find_in_catalog(lua_State *L, int registry, const tc_action_name *name, tc_slice code)
{
    tc_error_code known;
    const tc_slice service = name->service;
    set_known(&known, tc_entry_of(code.text, code.length, find_service(service)), code, service);
    set_action(L, registry, name, &known);
    const tc_slice scope = known.texts[TC_CODE_SCOPE];
    const enum tc_registry_table table = known.entry.reads  ? TC_OF_READS
                                         : scope.length > 0 ? TC_OF_SERVICES
                                                            : TC_OBJECTS;
    tc_push_key(L, scope, code);
    const int key = lua_gettop(L);
    if (tc_push_cached(L, registry, table, key))
        return;
    tc_push_error_code(L, &known);
    tc_cache(L, registry, table, key);
}

/* Finds what a look-up of the code without a scope gives, where a table holds it. Leaves the stack
 * as it was and returns false otherwise. */
static bool find_everywhere(lua_State *L, int registry, int code)
{
    if (tc_definitions_of(L, registry) == 0 || !tc_push_cached(L, registry, TC_DEFINITIONS, code))
        return tc_push_cached(L, registry, TC_OBJECTS, code);
    /* A malformed code can read as the key of a definition for a scope: that is not asked for. */
    if (((const tc_error_code *)lua_touserdata(L, -1))->texts[TC_CODE_SCOPE].length == 0)
        return true;
    lua_pop(L, 3);
    return false;
}

/* Finds what the same look-up in the scope gave before. Leaves the stack as it was and returns
 * false where no shortcut is left of it. */
static bool find_shortcut(lua_State *L, int registry, int code, int scope)
{
    const int top = lua_gettop(L);
    if (!tc_push_cached(L, registry, TC_SHORTCUTS, scope))
        return false;
    lua_pushvalue(L, code);
    lua_rawget(L, -2);
    if (!lua_isnil(L, -1))
        return true;
    lua_settop(L, top);
    return false;
}

/* Pushes the shortcuts of the scope at `scope`: a new table where there are none. */
static void push_shortcuts(lua_State *L, int registry, int scope)
{
    if (tc_push_cached(L, registry, TC_SHORTCUTS, scope))
        return;
    lua_newtable(L);
    tc_cache(L, registry, TC_SHORTCUTS, scope);
}

/* Finds the ErrorCode of a well-formed code that holds in a scope. */
static void find_in_scope(lua_State *L, int registry, const tc_code_scope *scope, tc_slice code)
{
    if (!find_definition(L, registry, scope, code))
        find_in_catalog(L, registry, &scope->name, code);
}

/* The same, and makes a shortcut to it. The table of shortcuts is taken first: a finalizer that
 * defines a code meanwhile drops it, and what was found by then with it. A scope that is none,
 * which may have come from outside, must not fill the table: it says nothing of the code. */
static void find_and_remember(lua_State *L, int registry, int code, int scope)
{
    const tc_slice text = {lua_tostring(L, code), lua_rawlen(L, code)};
    tc_code_scope where;
    tc_pattern_fault fault;
    const tc_slice scope_text = {lua_tostring(L, scope), lua_rawlen(L, scope)};
    if (!tc_parse_scope(scope_text, &where, &fault)) {
        find_in_scope(L, registry, &tc_everywhere, text);
        return;
    }
    push_shortcuts(L, registry, scope);
    const int shortcuts = lua_gettop(L);
    find_in_scope(L, registry, &where, text);
    lua_pushvalue(L, code);
    lua_pushvalue(L, -2);
    lua_rawset(L, shortcuts);
}

/* Looks up what is left of a malformed code without its stray dots and blanks. */
static int look_up_trimmed(lua_State *L, int registry, tc_slice text, int scope)
{
    const tc_slice code = tc_code_trim(text);
    if (!tc_code_is_well_formed(code.text, code.length))
        return tc_push_malformed(
            L, "code", text, "write Category or Category.Detail, letters, digits, '_' and dots");
    tc_push_slice(L, code);
    return tc_look_up(L, registry, lua_gettop(L), scope);
}

int tc_look_up(lua_State *L, int registry, int code, int scope)
{
    TC_ASSERT(registry > 0 && code > 0 && scope >= 0 && lua_type(L, code) == LUA_TSTRING);
    if (scope == 0 ? find_everywhere(L, registry, code) : find_shortcut(L, registry, code, scope))
        return 1;
    const tc_slice text = {lua_tostring(L, code), lua_rawlen(L, code)};
    if (!tc_code_is_well_formed(text.text, text.length))
        return look_up_trimmed(L, registry, text, scope);
    if (scope == 0)
        find_in_scope(L, registry, &tc_everywhere, text);
    else
        find_and_remember(L, registry, code, scope);
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
    code = tc_code_trim(code);
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

/* "cvm" of "cvm.RunInstances" and "cvm@2017-03-12.RunInstances"; empty of what names no action. */
static tc_slice service_of(tc_slice action)
{
    tc_action_name name;
    tc_pattern_fault fault;
    return tc_action_name_parse(action.text, action.length, &name, &fault)
               ? name.service
               : tc_everywhere.name.service;
}

/* An ErrorCode is worth making where it is looked up again: for definitions, which can change with
 * each look-up, and for codes that the catalog does not have, whose words take microseconds. What
 * the catalog has is found at once. */
void tc_read_sent(lua_State *L, int registry, tc_slice code, tc_slice action, tc_error_code *known)
{
    code = tc_code_trim(code);
    const unsigned id = tc_find_code(code.text, code.length);
    if (tc_definitions_of(L, registry) == 0 && id != TC_UNKNOWN) {
        const tc_slice service = service_of(action);
        set_known(known, tc_catalog_entry(id, find_service(service)), code, service);
        return;
    }
    tc_look_up_sent(L, registry, code, action);
    *known = *(const tc_error_code *)lua_touserdata(L, -1);
}

void tc_set_sender(lua_State *L, int registry, tc_slice action, tc_error_code *known)
{
    tc_action_name name;
    tc_pattern_fault fault;
    if (known->entry.verdict.source != TC_SOURCE_DEFINED && action.length > 0 &&
        tc_action_name_parse(action.text, action.length, &name, &fault))
        set_action(L, registry, &name, known);
}
