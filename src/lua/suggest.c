/* Near names: registry:suggest, and the hint in the error of a name that nobody has. */
#include "lua/registry.h"

#include <string.h>

/* The id of the program's own codes: their place in the array of definitions. */
enum { DEFINED_FORM = TC_NAMES_SERVICE + 1 };

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

/* Offers the program's own codes. */
static void offer_definitions(lua_State *L, tc_nearest *nearest, int definitions)
{
    tc_push_table(L, TC_DEFINITIONS);
    for (int i = 1; i <= definitions; i++) {
        lua_rawgeti(L, -1, i);
        const tc_error_code *code = (const tc_error_code *)lua_touserdata(L, -1);
        tc_nearest_offer(nearest, tc_code_text_of(code, TC_CODE_TEXT),
                         (uint32_t)DEFINED_FORM << 24 | (uint32_t)i);
        lua_pop(L, 1);
    }
    lua_pop(L, 1);
}

static void push_near_name(lua_State *L, uint32_t near)
{
    const unsigned id = near & 0xFFFFFF;
    switch (near >> 24) {
    case TC_NAMES_CODE: tc_push_code(L, id); break;
    case TC_NAMES_ACTION: tc_push_action_name(L, id); break;
    case TC_NAMES_SERVICE: lua_pushstring(L, tc_name_of_service(id)); break;
    default: {
        tc_push_table(L, TC_DEFINITIONS);
        lua_rawgeti(L, -1, (int)id);
        const tc_slice text =
            tc_code_text_of((const tc_error_code *)lua_touserdata(L, -1), TC_CODE_TEXT);
        lua_pushlstring(L, text.text, text.length);
        lua_replace(L, -3);
        lua_pop(L, 1);
    }
    }
}

/* registry:suggest(name [, count]) --> an array of the nearest codes, actions and services, the
 * nearest first. Without a dot in it, the name may be a code's detail or an action's own name.
 * count: at most that many, 5 unless told */
int tc_lua_suggest(lua_State *L)
{
    tc_nearest nearest;
    tc_slice name;
    char room[TC_NAME_MAX];
    const int definitions = tc_check_registry(L)->definitions;
    name.text = tc_check_text(L, 2, "name", &name.length);
    const lua_Integer wanted = luaL_optinteger(L, 3, 5);
    luaL_argcheck(L, wanted >= 1 && wanted <= TC_NEAR_MAX, 3, "count: 1 to 32 expected");
    const bool whole = name.length > 0 && memchr(name.text, '.', name.length) != NULL;
    tc_nearest_start(&nearest, without_version(name, room), (size_t)wanted);
    offer_definitions(L, &nearest, definitions);
    tc_offer_codes(&nearest);
    if (!whole) {
        tc_offer_services(&nearest);
        tc_offer_details(&nearest);
    }
    tc_offer_actions(&nearest, TC_UNKNOWN, whole);
    lua_createtable(L, (int)nearest.count, 0);
    for (size_t i = 0; i < nearest.count; i++) {
        push_near_name(L, nearest.found[i].id);
        lua_rawseti(L, -2, (int)i + 1);
    }
    return 1;
}

/* Pushes nil, and the string on top of the stack with the near names after it. Returns 2. */
static int push_hint(lua_State *L, const tc_nearest *nearest)
{
    const int first = lua_gettop(L);
    for (size_t i = 0; i < nearest->count; i++) {
        lua_pushstring(L, i == 0 ? "; did you mean " : i + 1 < nearest->count ? ", " : " or ");
        push_near_name(L, nearest->found[i].id);
    }
    if (nearest->count > 0)
        lua_pushliteral(L, "?");
    lua_concat(L, lua_gettop(L) - first + 1);
    lua_pushnil(L);
    lua_insert(L, -2);
    return 2;
}

enum { HINTS = 3 };

int tc_push_no_service(lua_State *L, tc_slice service)
{
    tc_nearest nearest;
    tc_nearest_start(&nearest, service, HINTS);
    tc_offer_services(&nearest);
    lua_pushfstring(L, "there is no service '%s' in the catalog", tc_push_quoted(L, service));
    return push_hint(L, &nearest);
}

int tc_push_no_action(lua_State *L, tc_slice text, const tc_action_name *name)
{
    const unsigned service = tc_find_service(name->service.text, name->service.length);
    tc_nearest nearest;
    if (service == TC_UNKNOWN)
        return tc_push_no_service(L, name->service);
    tc_nearest_start(&nearest, name->action, HINTS);
    tc_offer_actions(&nearest, service, false);
    lua_pushfstring(L, "there is no action '%s' in the catalog", tc_push_quoted(L, text));
    return push_hint(L, &nearest);
}
