/* Opens the module tencentcloud.core, and what every userdata of it shares: classes and values. */
#include "lua/core.h"

#include "json/number.h"
#include "json/quote.h"
#include "json/text.h"

#include <math.h>
#include <string.h>

enum { ROOM_KEPT_MAX = 1 << 20 }; /* bytes: a server should not hold more for ever */

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

enum tc_class tc_class_of(lua_State *L, int index)
{
    if (lua_type(L, index) != LUA_TUSERDATA || !lua_getmetatable(L, index))
        return TC_CLASSES;
    const tc_state *state = tc_get_state(L);
    const void *metatable = lua_topointer(L, -1);
    lua_pop(L, 1);
    for (int i = 0; i < TC_CLASSES; i++) {
        if (metatable == state->metatables[i])
            return (enum tc_class)i;
    }
    return TC_CLASSES;
}

static int raise_class(lua_State *L, int index, const char *wanted)
{
    const enum tc_class class_id = tc_class_of(L, index);
    const char *found = class_id == TC_CLASSES ? luaL_typename(L, index) : classes[class_id]->name;
    return luaL_argerror(L, index, lua_pushfstring(L, "%s expected, got %s", wanted, found));
}

void *tc_check_class(lua_State *L, int index, enum tc_class wanted)
{
    void *userdata = lua_touserdata(L, index);
    if (userdata == NULL || !lua_getmetatable(L, index))
        raise_class(L, index, classes[wanted]->name);
    const void *metatable = lua_topointer(L, -1);
    lua_pop(L, 1);
    if (metatable != tc_get_state(L)->metatables[wanted])
        raise_class(L, index, classes[wanted]->name);
    return userdata;
}

tc_view *tc_check_view(lua_State *L, int index)
{
    if (tc_class_of(L, index) > TC_ARRAY_VIEW)
        raise_class(L, index, "tencentcloud.Response, Object or Array");
    return (tc_view *)lua_touserdata(L, index);
}

void tc_set_class(lua_State *L, enum tc_class class_id)
{
    lua_pushvalue(L, lua_upvalueindex(TC_UP_METATABLES + (int)class_id));
    lua_setmetatable(L, -2);
}

const char *tc_key_at(lua_State *L, int index)
{
    size_t length;
    if (lua_type(L, index) != LUA_TSTRING)
        return "";
    const char *key = lua_tolstring(L, index, &length);
    return strlen(key) == length ? key : "";
}

void tc_push_method(lua_State *L, enum tc_class class_id, int key)
{
    lua_rawgeti(L, lua_upvalueindex(TC_UP_ANCHORS), TC_ANCHOR_METHODS + (int)class_id);
    lua_pushvalue(L, key);
    lua_rawget(L, -2);
    lua_remove(L, -2);
}

/* 5.4 and 5.3: a view's home is the response, a response's is the body. 5.1 and LuaJIT, where a
 * home is a table: the response and its views share one that holds both; made when it is first
 * needed. */
void tc_share_home(lua_State *L, int index)
{
#if LUA_VERSION_NUM >= 503
    if (tc_class_of(L, index) == TC_RESPONSE)
        lua_pushvalue(L, index);
    else
        tc_get_home(L, index);
#else
    if (tc_class_of(L, index) == TC_RESPONSE) {
        tc_response *response = (tc_response *)lua_touserdata(L, index);
        if (!response->has_home) {
            lua_createtable(L, 2, 0);
            tc_set_home(L, index);
            response->has_home = true;
        }
        tc_get_home(L, index);
        lua_pushvalue(L, index);
        lua_rawseti(L, -2, 1);
    } else {
        tc_get_home(L, index);
    }
#endif
    tc_set_home(L, -2);
}

void *tc_push_room(lua_State *L, size_t *size)
{
    tc_state *state = tc_get_state(L);
    void *room = state->room;
    if (room == NULL || state->room_size < *size)
        return lua_newuserdata(L, *size);
    *size = state->room_size;
    state->room = NULL;
    lua_rawgeti(L, lua_upvalueindex(TC_UP_ANCHORS), TC_ANCHOR_ROOM);
    return room;
}

void tc_keep_room(lua_State *L, int index, size_t size)
{
    tc_state *state = tc_get_state(L);
    if (size > ROOM_KEPT_MAX)
        return;
    lua_pushvalue(L, index);
    lua_rawseti(L, lua_upvalueindex(TC_UP_ANCHORS), TC_ANCHOR_ROOM);
    state->room = lua_touserdata(L, index);
    state->room_size = size;
}

/* Decoding needs room for the string's bytes in the body: the C stack's, or more. */
static void push_escaped(lua_State *L, const uint8_t *text, size_t length)
{
    uint8_t small[512];
    size_t size = length;
    if (length <= sizeof small) {
        lua_pushlstring(L, (const char *)small, tc_text_decode(text, length, small));
        return;
    }
    uint8_t *room = (uint8_t *)tc_push_room(L, &size);
    lua_pushlstring(L, (const char *)room, tc_text_decode(text, length, room));
    tc_keep_room(L, lua_gettop(L) - 1, size);
    lua_remove(L, -2);
}

void tc_push_string(lua_State *L, const tc_document *document, uint32_t position)
{
    const uint8_t *text = tc_text_at(document, position);
    const size_t length = tc_string_length(document, position);
    if (tc_type_at(document, position) == TC_STRING)
        lua_pushlstring(L, (const char *)text, length);
    else
        push_escaped(L, text, length);
}

void tc_push_optional_string(lua_State *L, const tc_document *document, uint32_t position)
{
    if (position == TC_NOWHERE)
        lua_pushnil(L);
    else
        tc_push_string(L, document, position);
}

/* An integer that the host's number type can't hold exactly is its decimal text. */
static void push_integer(lua_State *L, const uint8_t *text)
{
    int64_t value;
    if (!tc_number_integer(text, &value) || !tc_push_exact(L, value))
        lua_pushlstring(L, (const char *)text, tc_number_length(text));
}

void tc_push_scalar(lua_State *L, const tc_document *document, uint32_t position)
{
    switch (tc_type_at(document, position)) {
    case TC_STRING:
    case TC_ESCAPED: tc_push_string(L, document, position); break;
    case TC_INTEGER: push_integer(L, tc_text_at(document, position)); break;
    case TC_REAL:
        lua_pushnumber(L, (lua_Number)tc_number_real(tc_text_at(document, position)));
        break;
    case TC_TRUE:
    case TC_FALSE: lua_pushboolean(L, tc_type_at(document, position) == TC_TRUE); break;
    default: lua_pushnil(L);
    }
}

/* The document of a view is that of its response. */
static tc_response *response_of(const tc_document *document)
{
    return (tc_response *)((const char *)document - offsetof(tc_response, document));
}

/* So response.List[i] in a loop, which makes a view each time, does not start over each time. */
tc_view tc_view_at(const tc_document *document, uint32_t position)
{
    const tc_response *response = response_of(document);
    const tc_place nowhere = {0, TC_NOWHERE};
    return (tc_view){document, position,
                     response->walked == position ? response->view.place : nowhere};
}

void tc_push_value(lua_State *L, int index, const tc_document *document, uint32_t position)
{
    const enum tc_type type = tc_type_at(document, position);
    if (!tc_is_container(type)) {
        tc_push_scalar(L, document, position);
        return;
    }
    tc_view *view = (tc_view *)tc_new_userdata(L, sizeof *view);
    *view = tc_view_at(document, position);
    tc_set_class(L, type == TC_ARRAY ? TC_ARRAY_VIEW : TC_OBJECT_VIEW);
    tc_share_home(L, index);
}

uint32_t tc_find_field(lua_State *L, tc_view *view, int key)
{
    const tc_document *document = view->document;
    if (tc_type_at(document, view->position) == TC_OBJECT) {
        if (lua_type(L, key) != LUA_TSTRING)
            return TC_NOWHERE;
        size_t length;
        const char *name = lua_tolstring(L, key, &length);
        return tc_find(document, view->position, name, length);
    }
    if (lua_type(L, key) != LUA_TNUMBER)
        return TC_NOWHERE;
    const lua_Number number = lua_tonumber(L, key);
    if (!(number >= 1 && number <= TC_BODY_MAX) || floor(number) != number)
        return TC_NOWHERE;
    const uint32_t position =
        tc_element(document, view->position, (uint32_t)number - 1, &view->place);
    tc_response *response = response_of(document);
    response->walked = view->position;
    response->view.place = view->place;
    return position;
}

int tc_raise_malformed(lua_State *L, int argument, const char *what, tc_slice text,
                       const tc_pattern_fault *fault)
{
    char quote[4 * 64 + 4];
    tc_text_quote((const uint8_t *)text.text, text.length, 64, quote);
    return luaL_argerror(L, argument,
                         lua_pushfstring(L, "%s '%s': %s", what, quote, fault->reason));
}

const char *tc_check_action(lua_State *L, int index, size_t *length)
{
    tc_action_name name;
    tc_pattern_fault fault;
    *length = 0;
    if (lua_isnoneornil(L, index))
        return NULL;
    if (lua_type(L, index) != LUA_TSTRING)
        luaL_argerror(
            L, index,
            lua_pushfstring(L, "action: string expected, got %s", luaL_typename(L, index)));
    const char *text = lua_tolstring(L, index, length);
    if (!tc_action_name_parse(text, *length, &name, &fault))
        tc_raise_malformed(L, index, "action", (tc_slice){text, *length}, &fault);
    return text;
}

int tc_check_http_status(lua_State *L, int index, lua_Number status)
{
    luaL_argcheck(L, status >= 100 && status <= 999 && floor(status) == status, index,
                  "http_status: an integer from 100 to 999 expected");
    return (int)status;
}

/* set_empty_array_metatable(table or nil): what totable gives to empty arrays. */
int tc_lua_set_empty_array_metatable(lua_State *L)
{
    luaL_argcheck(L, lua_istable(L, 1) || lua_isnil(L, 1), 1, "metatable: table or nil expected");
    lua_settop(L, 1);
    lua_rawseti(L, lua_upvalueindex(TC_UP_ANCHORS), TC_ANCHOR_EMPTY_ARRAY);
    return 0;
}

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
    {"rulebook", tc_lua_rulebook},
    {"new_registry", tc_lua_new_registry},
    {"vocabulary", tc_lua_vocabulary},
    {NULL, NULL},
};

/* Registers functions in the table on top of the stack, with the upvalues that stand at 1 and up.
 */
static void set_functions(lua_State *L, const luaL_Reg *list)
{
    if (list == NULL)
        return;
    for (int upvalue = 1; upvalue <= TC_UPVALUES; upvalue++)
        lua_pushvalue(L, upvalue);
    tc_set_functions(L, list, TC_UPVALUES);
}

/* Fills the metatable of a class, which stands among the upvalues, and makes its methods. */
static void open_class(lua_State *L, tc_state *state, int class_id)
{
    const tc_class_definition *definition = classes[class_id];
    lua_pushvalue(L, TC_UP_METATABLES + class_id);
    state->metatables[class_id] = lua_topointer(L, -1);
    lua_newtable(L);
    set_functions(L, definition->methods);
    lua_pushvalue(L, -1);
    lua_rawseti(L, TC_UP_ANCHORS, TC_ANCHOR_METHODS + class_id);
    lua_setfield(L, -2, "__index");
    set_functions(L, definition->metamethods);
    lua_pushstring(L, definition->name);
    lua_pushvalue(L, -1);
    lua_setfield(L, -3, "__name");
    lua_setfield(L, -2, "__metatable");
    lua_pop(L, 1);
}

TC_EXPORT int luaopen_tencentcloud_core(lua_State *L);

int luaopen_tencentcloud_core(lua_State *L)
{
    lua_settop(L, 0);
    luaL_checkstack(L, 2 * TC_UPVALUES + 8, "too many classes");
    tc_state *state = (tc_state *)lua_newuserdata(L, sizeof *state);
    memset(state, 0, sizeof *state);
    for (int upvalue = TC_UP_ANCHORS; upvalue <= TC_UPVALUES; upvalue++)
        lua_newtable(L);
    for (int i = 0; i < TC_CLASSES; i++)
        open_class(L, state, i);
    lua_newtable(L);
    set_functions(L, functions);
    lua_pushlightuserdata(L, NULL);
    lua_setfield(L, -2, "null");
    lua_getfield(L, -1, "new_registry");
    lua_call(L, 0, 1);
    lua_pushvalue(L, -1);
    lua_rawseti(L, TC_UP_ANCHORS, TC_ANCHOR_REGISTRY);
    lua_setfield(L, -2, "registry");
    return 1;
}
