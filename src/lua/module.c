/* Opens the module tencentcloud.core. This file is the top of the room: it alone knows all classes
 * and functions. */
#include "lua/action.h"
#include "lua/built_for.h"
#include "lua/class.h"
#include "lua/error.h"
#include "lua/error_code.h"
#include "lua/event_reader.h"
#include "lua/iterate.h"
#include "lua/parse.h"
#include "lua/patterns.h"
#include "lua/quote.h"
#include "lua/registry.h"
#include "lua/rulebook.h"
#include "lua/suggest.h"
#include "lua/totable.h"
#include "lua/value.h"
#include "lua/view.h"
#include "lua/vocabulary.h"

static const tc_class_definition *const classes[TC_CLASSES] = {
    [TC_RESPONSE] = &tc_response_class,
    [TC_OBJECT_VIEW] = &tc_object_class,
    [TC_ARRAY_VIEW] = &tc_array_class,
    [TC_ERROR] = &tc_error_class,
    [TC_CURSOR] = &tc_cursor_class,
    [TC_RULEBOOK] = &tc_rulebook_class,
    [TC_EVENT_READER] = &tc_event_reader_class,
    [TC_REGISTRY] = &tc_registry_class,
    [TC_ERROR_CODE] = &tc_error_code_class,
    [TC_ACTION] = &tc_action_class,
};

static const luaL_Reg functions[] = {
    {"parse", tc_lua_parse},
    {"check", tc_lua_check},
    {"parse_event", tc_lua_parse_event},
    {"event_reader", tc_lua_event_reader},
    {"error", tc_lua_error},
    {"set_empty_array_metatable", tc_lua_set_empty_array_metatable},
    {"action_name", tc_lua_action_name},
    {"code_pattern", tc_lua_code_pattern},
    {"scope_pattern", tc_lua_scope_pattern},
    {"code_matches", tc_lua_code_matches},
    {"scope_matches", tc_lua_scope_matches},
    {"service_named", tc_lua_service_named},
    {"quote", tc_lua_quote},
    {"rulebook", tc_lua_rulebook},
    {"new_registry", tc_lua_new_registry},
    {"entry", tc_lua_entry},
    {"catalog_codes", tc_lua_catalog_codes},
    {"retired_actions", tc_lua_retired_actions},
    {"vocabulary", tc_lua_vocabulary},
    {NULL, NULL},
};

/* Makes the registry that the module itself looks codes up in; scripts see it as a field. */
static void set_registry(lua_State *L)
{
    lua_getfield(L, -1, "new_registry");
    lua_call(L, 0, 1);
    lua_pushvalue(L, -1);
    lua_rawseti(L, TC_UP_ANCHORS, TC_ANCHOR_REGISTRY);
    lua_setfield(L, -2, "registry");
}

TC_EXPORT int luaopen_tencentcloud_core(lua_State *L);

/* The values that all functions get as upvalues are made first, at the indices that are
 * their numbers. */
int luaopen_tencentcloud_core(lua_State *L)
{
    tc_check_built_for(L);
    lua_settop(L, 0);
    tc_state *state = (tc_state *)lua_newuserdata(L, sizeof *state);
    *state = (tc_state){.definitions = classes};
    for (int upvalue = TC_UP_ANCHORS; upvalue <= TC_UPVALUES; upvalue++)
        lua_newtable(L);
    tc_reserve_stack(L);
    for (int i = 0; i < TC_CLASSES; i++)
        tc_open_class(L, state, (enum tc_class)i);
    lua_newtable(L);
    tc_set_functions(L, functions);
    tc_push_null(L);
    lua_setfield(L, -2, "null");
    set_registry(L);
    return 1;
}
