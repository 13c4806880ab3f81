/* Near names: registry:suggest, and the hint in the error about an unknown name. */
#include "lua/suggest.h"

#include "ascii.h"
#include "catalog/near_names.h"
#include "lua/arguments.h"
#include "lua/error_code.h"
#include "lua/registry_tables.h"
#include "lua/text.h"

/* The parts of "service@version.Action"; of "Category.Detail" the category counts as the service.
 * Without a dot there is no action, and the service is all of it. */
typedef struct parts {
    tc_slice service, action;
    bool has_version;
} parts;

static parts split(tc_slice name)
{
    const char *dot = name.length == 0 ? NULL : memchr(name.text, '.', name.length);
    const size_t end = dot == NULL ? name.length : (size_t)(dot - name.text);
    const char *at = end == 0 ? NULL : memchr(name.text, '@', end);
    const size_t after = dot == NULL ? end : end + 1;
    return (parts){
        .service = {name.text, at == NULL ? end : (size_t)(at - name.text)},
        .action = {name.text + after, name.length - after},
        .has_version = at != NULL,
    };
}

/* The service that is meant by what is before the dot: none where that is a category of codes. */
static unsigned service_meant(parts name)
{
    const tc_slice text = name.service;
    return name.action.length > 0 && tc_find_category(text.text, text.length) == TC_UNKNOWN
               ? tc_service_named(text)
               : TC_UNKNOWN;
}

/* What a name is compared as: without its version, and with the service that is meant in place of
 * an other name of it. Writes it to `room`, which has TC_NAME_MAX bytes, where it changes it. */
static tc_slice to_compare(tc_slice text, char *room)
{
    const parts name = split(text);
    const unsigned meant = service_meant(name);
    tc_slice service = name.service;
    if (meant != TC_UNKNOWN)
        service = (tc_slice){tc_name_of_service(meant), strlen(tc_name_of_service(meant))};
    else if (!name.has_version)
        return text;
    if (service.length + 1 + name.action.length > TC_NAME_MAX)
        return text;
    memcpy(room, service.text, service.length);
    room[service.length] = '.';
    memcpy(room + service.length + 1, name.action.text, name.action.length);
    return (tc_slice){room, service.length + 1 + name.action.length};
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

/* Finds what is near to a whole name: "service.Action" or "Category.Detail". Where nothing is, its
 * second half may be right and stand in another place: the detail in another category, the action
 * in another service. */
static void find_near_whole(lua_State *L, tc_slice text, size_t count, tc_nearest *nearest)
{
    char room[TC_NAME_MAX];
    tc_nearest_start(nearest, to_compare(text, room), count);
    offer_definitions(L, 1, nearest);
    tc_offer_codes(nearest, TC_CODE_WHOLE);
    tc_offer_actions(nearest, TC_UNKNOWN, true);
    tc_offer_retired_codes(nearest, TC_CODE_WHOLE);
    if (nearest->count > 0)
        return;
    tc_nearest_start(nearest, split(text).action, count);
    tc_offer_codes(nearest, TC_CODE_DETAIL);
    tc_offer_actions(nearest, TC_UNKNOWN, false);
    tc_offer_retired_codes(nearest, TC_CODE_DETAIL);
}

static void find_near_part(lua_State *L, tc_slice text, size_t count, tc_nearest *nearest)
{
    tc_nearest_start(nearest, text, count);
    offer_definitions(L, 1, nearest);
    tc_offer_codes(nearest, TC_CODE_WHOLE);
    tc_offer_services(nearest);
    tc_offer_codes(nearest, TC_CODE_DETAIL);
    tc_offer_actions(nearest, TC_UNKNOWN, false);
    tc_offer_retired_codes(nearest, TC_CODE_WHOLE);
    tc_offer_retired_codes(nearest, TC_CODE_DETAIL);
}

/* registry:suggest(name [, count]) --> an array of the nearest codes, actions and services, the
 * nearest first. Without a dot in it, the name may be a code's detail or an action's own name.
 * count: at most that many, 5 unless told */
int tc_lua_suggest(lua_State *L)
{
    tc_nearest nearest;
    tc_check_registry(L);
    const tc_slice name = tc_check_text(L, 2, "name");
    const lua_Integer wanted = luaL_optinteger(L, 3, 5);
    luaL_argcheck(L, wanted >= 1 && wanted <= TC_NEAR_MAX, 3,
                  "count: 1 to " TC_NEAR_MAX_TEXT " expected");
    if (split(name).action.length > 0)
        find_near_whole(L, name, (size_t)wanted, &nearest);
    else
        find_near_part(L, name, (size_t)wanted, &nearest);
    lua_createtable(L, (int)nearest.count, 0);
    for (size_t i = 0; i < nearest.count; i++) {
        push_near_name(L, 1, nearest.found[i].id);
        lua_rawseti(L, -2, (int)i + 1);
    }
    return 1;
}

/* service_named(text) --> the service that somebody means by its name or another one, in upper or
 * lower case; or nil */
int tc_lua_service_named(lua_State *L)
{
    const unsigned service = tc_service_named(tc_check_slice(L, 1));
    lua_pushstring(L, service == TC_UNKNOWN ? NULL : tc_name_of_service(service));
    return 1;
}

/* The errors about names: names of the catalog alone, of no registry. */

enum { HINTS = 3 };

/* How many of the near names to show: where some are the same but for upper and lower case, they
 * alone are meant. */
static size_t count_meant(const tc_nearest *nearest)
{
    size_t same = 0;
    while (same < nearest->count && nearest->found[same].distance == 0)
        same++;
    return same > 0 ? same : nearest->count;
}

/* Appends "; did you mean a, b or c?" to the string on top of the stack, and pushes nil below it.
 * action: if not empty, the names are of services, and it belongs to each. Returns 2. */
static int push_hint(lua_State *L, const tc_nearest *nearest, tc_slice action)
{
    const int first = lua_gettop(L);
    const size_t count = count_meant(nearest);
    for (size_t i = 0; i < count; i++) {
        lua_pushstring(L, i == 0 ? "; did you mean " : i + 1 < count ? ", " : " or ");
        push_near_name(L, 0, nearest->found[i].id);
        if (action.length > 0) {
            lua_pushliteral(L, ".");
            tc_push_slice(L, action);
        }
        if (i + 1 == count)
            lua_pushliteral(L, "?");
        lua_concat(L, lua_gettop(L) - first + 1);
    }
    lua_pushnil(L);
    lua_insert(L, -2);
    return 2;
}

static void push_unknown(lua_State *L, const char *what, tc_slice text)
{
    lua_pushfstring(L, "there is no %s '%s' in the catalog", what,
                    tc_push_quoted(L, text, TC_QUOTED_NAME));
}

static const tc_slice no_action = {"", 0};

/* An action that its service does not have. Where nothing is near, says where the actions are. */
static int push_no_action_of(lua_State *L, tc_slice text, tc_slice action, unsigned service)
{
    tc_nearest nearest;
    tc_nearest_start(&nearest, action, HINTS);
    tc_offer_actions(&nearest, service, false);
    push_unknown(L, "action", text);
    if (nearest.count == 0) {
        lua_pushfstring(L, "; registry:actions \"%s\" lists those of the service",
                        tc_name_of_service(service));
        lua_concat(L, 2);
    }
    return push_hint(L, &nearest, no_action);
}

/* A malformed name that is near an action's in upper or lower case; 0 where it is not. */
static int push_other_case(lua_State *L, tc_slice text)
{
    const parts name = split(text);
    const unsigned service = service_meant(name);
    tc_nearest nearest;
    if (service == TC_UNKNOWN)
        return 0;
    tc_nearest_start(&nearest, name.action, HINTS);
    tc_offer_actions(&nearest, service, false);
    return nearest.count == 0 ? 0 : push_no_action_of(L, text, name.action, service);
}

static bool is_code(tc_slice text)
{
    tc_nearest nearest;
    tc_nearest_start(&nearest, text, 1);
    tc_offer_codes(&nearest, TC_CODE_WHOLE);
    tc_offer_retired_codes(&nearest, TC_CODE_WHOLE);
    return nearest.count > 0 && nearest.found[0].distance == 0;
}

int tc_push_malformed_action(lua_State *L, tc_slice text, const char *reason)
{
    tc_nearest nearest;
    const int results = push_other_case(L, text);
    if (results != 0)
        return results;
    if (is_code(text))
        return tc_push_malformed(L, "action", text,
                                 "it is an error code, which registry:lookup explains");
    tc_push_malformed(L, "action", text, reason);
    tc_nearest_start(&nearest, text, HINTS);
    if (split(text).action.length == 0)
        tc_offer_actions(&nearest, TC_UNKNOWN, false);
    return push_hint(L, &nearest, no_action);
}

/* Keeps the services that have the action, and not as a retired one, if any has it. */
static bool keep_those_with(tc_nearest *nearest, tc_slice action)
{
    size_t kept = 0;
    for (size_t i = 0; i < nearest->count; i++) {
        const char *service = tc_name_of_service(tc_near_number(nearest->found[i].id));
        const tc_action_name name = {.service = {service, strlen(service)}, .action = action};
        const unsigned found = tc_find_action(&name);
        if (found != TC_UNKNOWN && !tc_is_retired(found))
            nearest->found[kept++] = nearest->found[i];
    }
    if (kept > 0)
        nearest->count = kept;
    return kept > 0;
}

/* Where one service alone is meant, its actions near the wanted one take its place. */
static void offer_actions_of_meant(tc_nearest *services, tc_slice action)
{
    tc_nearest actions;
    if (services->count == 0 || services->found[0].distance > 0)
        return;
    tc_nearest_start(&actions, action, HINTS);
    tc_offer_actions(&actions, tc_near_number(services->found[0].id), false);
    if (actions.count > 0)
        *services = actions;
}

/* action: the one that is wanted of the service, or empty. */
static int push_no_service(lua_State *L, tc_slice service, tc_slice action)
{
    tc_nearest nearest;
    tc_nearest_start(&nearest, split(service).service, HINTS);
    tc_offer_services(&nearest);
    push_unknown(L, "service", service);
    if (nearest.count == 0) {
        lua_pushliteral(L, "; registry:services() lists all");
        lua_concat(L, 2);
    }
    if (action.length > 0 && keep_those_with(&nearest, action))
        return push_hint(L, &nearest, action);
    offer_actions_of_meant(&nearest, action);
    return push_hint(L, &nearest, no_action);
}

int tc_push_no_service(lua_State *L, tc_slice service)
{
    return push_no_service(L, service, no_action);
}

int tc_push_no_action(lua_State *L, tc_slice text, const tc_action_name *name)
{
    const unsigned service = tc_find_service(name->service.text, name->service.length);
    return service == TC_UNKNOWN ? push_no_service(L, name->service, name->action)
                                 : push_no_action_of(L, text, name->action, service);
}
