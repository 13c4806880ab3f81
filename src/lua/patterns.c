/* The names and patterns of rules, for the Lua part of the module. A malformed text is the caller's
 * to report: these functions return nil, the reason, and its position counted from 1. */
#include "lua/patterns.h"

#include "lua/arguments.h"
#include "lua/text.h"
#include "names/pattern.h"

static int push_fault(lua_State *L, const tc_pattern_fault *fault)
{
    lua_pushnil(L);
    lua_pushstring(L, fault->reason);
    lua_pushinteger(L, (lua_Integer)fault->offset + 1);
    return 3;
}

/* action_name(text) --> action, service, version or nil */
int tc_lua_action_name(lua_State *L)
{
    const tc_slice text = tc_check_slice(L, 1);
    tc_action_name name;
    tc_pattern_fault fault;
    if (!tc_action_name_parse(text.text, text.length, &name, &fault))
        return push_fault(L, &fault);
    tc_push_optional_slice(L, name.action);
    tc_push_optional_slice(L, name.service);
    tc_push_optional_slice(L, name.version);
    return 3;
}

bool tc_read_pattern(lua_State *L, int of_items, tc_slice text, tc_code_pattern *pattern,
                     tc_pattern_fault *fault)
{
    return lua_toboolean(L, of_items)
               ? tc_item_pattern_parse(text.text, text.length, pattern, fault)
               : tc_code_pattern_parse(text.text, text.length, pattern, fault);
}

/* code_pattern(text [, of_items]) --> "exact", "family", "kind", "any" or "ok"; and the code,
 * family or kind. of_items: the code may be an integer. */
int tc_lua_code_pattern(lua_State *L)
{
    static const char *const forms[] = {
        [TC_CODE_EXACT] = "exact", [TC_CODE_FAMILY] = "family", [TC_CODE_KIND] = "kind",
        [TC_CODE_ANY] = "any",     [TC_CODE_OK] = "ok",
    };
    const tc_slice text = tc_check_slice(L, 1);
    tc_code_pattern pattern;
    tc_pattern_fault fault;
    if (!tc_read_pattern(L, 2, text, &pattern, &fault))
        return push_fault(L, &fault);
    lua_pushstring(L, forms[pattern.form]);
    tc_push_optional_slice(L, pattern.name);
    return 2;
}

/* scope_pattern(text) --> "action", "prefix", "service" or "any"; service, action or prefix,
 * version; nil for what the pattern does not name */
int tc_lua_scope_pattern(lua_State *L)
{
    static const char *const forms[] = {
        [TC_SCOPE_ACTION] = "action",
        [TC_SCOPE_PREFIX] = "prefix",
        [TC_SCOPE_SERVICE] = "service",
        [TC_SCOPE_ANY] = "any",
    };
    const tc_slice text = tc_check_slice(L, 1);
    tc_scope_pattern pattern;
    tc_pattern_fault fault;
    if (!tc_scope_pattern_parse(text.text, text.length, &pattern, &fault))
        return push_fault(L, &fault);
    lua_pushstring(L, forms[pattern.form]);
    tc_push_optional_slice(L, pattern.name.service);
    tc_push_optional_slice(L, pattern.name.action);
    tc_push_optional_slice(L, pattern.name.version);
    return 4;
}

/* code_matches(pattern, code or nil for a success [, kind]) --> boolean */
int tc_lua_code_matches(lua_State *L)
{
    const tc_slice text = tc_check_slice(L, 1), code = tc_optional_slice(L, 2);
    const tc_slice kind = tc_optional_slice(L, 3);
    tc_code_pattern pattern;
    tc_pattern_fault fault;
    if (!tc_code_pattern_parse(text.text, text.length, &pattern, &fault))
        return push_fault(L, &fault);
    lua_pushboolean(L, tc_code_matches(&pattern, code, kind));
    return 1;
}

/* scope_matches(pattern, action) --> boolean; action is "service.Action", with a version or not */
int tc_lua_scope_matches(lua_State *L)
{
    const tc_slice text = tc_check_slice(L, 1), action = tc_check_slice(L, 2);
    tc_scope_pattern pattern;
    tc_action_name name;
    tc_pattern_fault fault;
    if (!tc_scope_pattern_parse(text.text, text.length, &pattern, &fault) ||
        !tc_action_name_parse(action.text, action.length, &name, &fault))
        return push_fault(L, &fault);
    lua_pushboolean(L, tc_scope_matches(&pattern, &name));
    return 1;
}
