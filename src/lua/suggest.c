/* Near names: registry:suggest, and the hint in the error about an unknown name. */
#include "lua/suggest.h"

#include "ascii.h"
#include "catalog/near_names.h"
#include "lua/arguments.h"
#include "lua/error_code.h"
#include "lua/registry_tables.h"
#include "lua/text.h"

/* "service@version.Action" is compared without its version. Writes the name to `room`, which has
 * TC_NAME_MAX bytes, where it changes it. */
static tc_slice without_version(tc_slice name, char *room)
{
    const char *at = name.length == 0 ? NULL : memchr(name.text, '@', name.length);
    if (at == NULL || name.length > TC_NAME_MAX)
        return name;
    const size_t before = (size_t)(at - name.text);
    const char *dot = memchr(at, '.', name.length - before);
    const size_t after = dot == NULL ? 0 : name.length - (size_t)(dot - name.text);
    memcpy(room, name.text, before);
    if (dot != NULL)
        memcpy(room + before, dot, after);
    return (tc_slice){room, before + after};
}

/* The code of definition number `i` of those in the table on top of the stack; its ErrorCode is
 * kept alive by the table. */
static tc_slice defined_code(lua_State *L, int i)
{
    lua_rawgeti(L, -1, i);
    const tc_error_code *code = (const tc_error_code *)lua_touserdata(L, -1);
    lua_pop(L, 1);
    return code->texts[TC_CODE_TEXT];
}

/* Offers the codes that were defined in the registry at `registry`. */
static void offer_definitions(lua_State *L, int registry, tc_nearest *nearest)
{
    const int definitions = tc_definitions_of(L, registry);
    tc_push_registry_table(L, registry, TC_DEFINITIONS);
    for (int i = 1; i <= definitions; i++)
        tc_nearest_offer(nearest, defined_code(L, i), tc_near_id(TC_NAMES_DEFINITION, (unsigned)i));
    lua_pop(L, 1);
}

/* Pushes a name that was found near. registry: where definitions were offered from. */
static void push_near_name(lua_State *L, int registry, uint32_t near)
{
    const unsigned number = tc_near_number(near);
    switch (tc_near_form(near)) {
    case TC_NAMES_CODE: tc_push_code(L, number); break;
    case TC_NAMES_ACTION: tc_push_action_name(L, number); break;
    case TC_NAMES_SERVICE: lua_pushstring(L, tc_name_of_service(number)); break;
    case TC_NAMES_DEFINITION:
        tc_push_registry_table(L, registry, TC_DEFINITIONS);
        tc_push_slice(L, defined_code(L, (int)number));
        lua_replace(L, -2);
    }
}

/* registry:suggest(name [, count]) --> an array of the nearest codes, actions and services, the
 * nearest first. Without a dot in it, the name may be a code's detail or an action's own name.
 * count: at most that many, 5 unless told */
int tc_lua_suggest(lua_State *L)
{
    tc_nearest nearest;
    char room[TC_NAME_MAX];
    tc_check_registry(L);
    const tc_slice name = tc_check_text(L, 2, "name");
    const lua_Integer wanted = luaL_optinteger(L, 3, 5);
    luaL_argcheck(L, wanted >= 1 && wanted <= TC_NEAR_MAX, 3,
                  "count: 1 to " TC_NEAR_MAX_TEXT " expected");
    const bool whole = name.length > 0 && memchr(name.text, '.', name.length) != NULL;
    tc_nearest_start(&nearest, without_version(name, room), (size_t)wanted);
    offer_definitions(L, 1, &nearest);
    tc_offer_codes(&nearest);
    if (!whole) {
        tc_offer_services(&nearest);
        tc_offer_details(&nearest);
    }
    tc_offer_actions(&nearest, TC_UNKNOWN, whole);
    lua_createtable(L, (int)nearest.count, 0);
    for (size_t i = 0; i < nearest.count; i++) {
        push_near_name(L, 1, nearest.found[i].id);
        lua_rawseti(L, -2, (int)i + 1);
    }
    return 1;
}

enum { HINTS = 3 };

/* Pushes nil and the string on top of the stack with the near names after it: names of the catalog
 * alone, of no registry. Where one is the same but for upper and lower case, it alone is meant.
 * Returns 2. */
static int push_hint(lua_State *L, const tc_nearest *nearest)
{
    const int first = lua_gettop(L);
    const bool is_sure = nearest->count > 0 && nearest->found[0].distance == 0;
    const size_t count = is_sure ? 1 : nearest->count;
    for (size_t i = 0; i < count; i++) {
        lua_pushstring(L, i == 0 ? "; did you mean " : i + 1 < count ? ", " : " or ");
        push_near_name(L, 0, nearest->found[i].id);
    }
    if (count > 0)
        lua_pushliteral(L, "?");
    lua_concat(L, lua_gettop(L) - first + 1);
    lua_pushnil(L);
    lua_insert(L, -2);
    return 2;
}

static int push_unknown(lua_State *L, const char *what, tc_slice text, const tc_nearest *nearest)
{
    lua_pushfstring(L, "there is no %s '%s' in the catalog", what,
                    tc_push_quoted(L, text, TC_QUOTED_NAME));
    return push_hint(L, nearest);
}

int tc_push_other_case(lua_State *L, tc_slice text)
{
    char room[TC_NAME_MAX], lower[TC_NAME_MAX];
    const tc_slice name = without_version(text, room);
    const char *dot = name.length == 0 ? NULL : memchr(name.text, '.', name.length);
    const size_t length = dot == NULL ? 0 : (size_t)(dot - name.text);
    if (length == 0 || length > sizeof lower)
        return 0;
    for (size_t i = 0; i < length; i++)
        lower[i] = tc_to_lower(name.text[i]);
    const unsigned service = tc_find_service(lower, length);
    tc_nearest nearest;
    if (service == TC_UNKNOWN)
        return 0;
    tc_nearest_start(&nearest, (tc_slice){dot + 1, name.length - length - 1}, HINTS);
    tc_offer_actions(&nearest, service, false);
    return nearest.count == 0 ? 0 : push_unknown(L, "action", text, &nearest);
}

int tc_push_no_service(lua_State *L, tc_slice service)
{
    tc_nearest nearest;
    tc_nearest_start(&nearest, service, HINTS);
    tc_offer_services(&nearest);
    return push_unknown(L, "service", service, &nearest);
}

int tc_push_no_action(lua_State *L, tc_slice text, const tc_action_name *name)
{
    const unsigned service = tc_find_service(name->service.text, name->service.length);
    tc_nearest nearest;
    if (service == TC_UNKNOWN)
        return tc_push_no_service(L, name->service);
    tc_nearest_start(&nearest, name->action, HINTS);
    tc_offer_actions(&nearest, service, false);
    return push_unknown(L, "action", text, &nearest);
}
