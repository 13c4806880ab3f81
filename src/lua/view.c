/* Response, Object and Array: reading fields, and the small methods. Nothing here changes a body.
 */
#include "lua/view.h"

#include "answer/fault.h"
#include "ascii.h"
#include "json/reader.h"
#include "lua/arguments.h"
#include "lua/error.h"
#include "lua/iterate.h"
#include "lua/text.h"
#include "lua/totable.h"
#include "lua/value.h"

static const char *const type_names[] = {
    [TC_NULL] = "null",      [TC_FALSE] = "boolean", [TC_TRUE] = "boolean",
    [TC_INTEGER] = "number", [TC_REAL] = "number",   [TC_STRING] = "string",
    [TC_ESCAPED] = "string", [TC_ARRAY] = "array",   [TC_OBJECT] = "object",
};

static void push_ok(lua_State *L, const void *self)
{
    lua_pushboolean(L, ((const tc_response *)self)->code == TC_NOWHERE);
}

static void push_code(lua_State *L, const void *self)
{
    const tc_response *response = (const tc_response *)self;
    tc_push_optional_string(L, &response->document, response->code);
}

static void push_request_id(lua_State *L, const void *self)
{
    const tc_response *response = (const tc_response *)self;
    tc_push_optional_string(L, &response->document, response->request_id);
}

static void push_error(lua_State *L, const void *self)
{
    tc_push_response_error(L, (const tc_response *)self);
}

static void push_action(lua_State *L, const void *self)
{
    const tc_response *response = (const tc_response *)self;
    if (response->action_length == 0)
        lua_pushnil(L);
    else
        tc_push_slice(L, tc_action_of(response));
}

/* Pushes { offset, line, column, what } of the first text that is not sound; nil where all are. */
static void push_text_fault(lua_State *L, const void *self)
{
    const tc_response *response = (const tc_response *)self;
    if (response->text_fault_kind == TC_FAULT_NONE) {
        lua_pushnil(L);
        return;
    }
    const tc_fault_place place = tc_fault_locate(&response->document, response->text_fault);
    lua_createtable(L, 0, 4);
    lua_pushinteger(L, (lua_Integer)place.offset);
    lua_setfield(L, -2, "offset");
    lua_pushinteger(L, (lua_Integer)place.line);
    lua_setfield(L, -2, "line");
    lua_pushinteger(L, (lua_Integer)place.column);
    lua_setfield(L, -2, "column");
    lua_pushstring(L, tc_fault_words((enum tc_fault_kind)response->text_fault_kind));
    lua_setfield(L, -2, "what");
}

static const tc_property properties[] = {
    TC_PROPERTY("ok", push_ok),
    TC_PROPERTY("code", push_code),
    TC_PROPERTY("error", push_error),
    TC_PROPERTY("request_id", push_request_id),
    TC_PROPERTY("action", push_action),
    TC_PROPERTY("text_fault", push_text_fault),
    TC_NO_MORE_PROPERTIES,
};

/* Pushes the value at `position` of the view at 1; nil for TC_NOWHERE. */
static int push_at(lua_State *L, const tc_view *view, uint32_t position)
{
    if (position == TC_NOWHERE)
        lua_pushnil(L);
    else
        tc_push_value(L, 1, view->document, position);
    return 1;
}

/* response[key] --> property, method or field; nil where there is none, and for null. Properties
 * and methods begin with a lower-case letter, the API's fields with a capital: those are found
 * without a look at ours. */
static int response_index(lua_State *L)
{
    tc_response *response = (tc_response *)tc_check_class(L, 1, TC_RESPONSE);
    if (lua_type(L, 2) != LUA_TSTRING) {
        lua_pushnil(L);
        return 1;
    }
    tc_slice key;
    key.text = lua_tolstring(L, 2, &key.length);
    if (tc_is_lower(*key.text)) {
        if (tc_push_property(L, properties, response, key))
            return 1;
        tc_push_method(L, TC_RESPONSE, 2);
        if (!lua_isnil(L, -1))
            return 1;
    }
    const uint32_t position =
        tc_find(&response->document, response->view.position, key.text, key.length);
    return push_at(L, &response->view, position);
}

/* object[key], array[number] --> method or field; nil where there is none, and for null */
static int view_index(lua_State *L)
{
    tc_view *view = tc_check_view(L, 1);
    if (lua_type(L, 2) == LUA_TSTRING) {
        tc_push_method(L, TC_OBJECT_VIEW, 2);
        if (!lua_isnil(L, -1))
            return 1;
    }
    return push_at(L, view, tc_find_field(L, view, 2));
}

/* view[key] = value raises */
static int view_newindex(lua_State *L)
{
    tc_check_view(L, 1);
    return luaL_error(L, "a response is read-only: change the copy that its totable() gives");
}

/* #view --> the number of elements or members */
static int view_len(lua_State *L)
{
    const tc_view *view = tc_check_view(L, 1);
    lua_pushinteger(L, (lua_Integer)tc_count_at(view->document, view->position));
    return 1;
}

/* view == view --> are both views of the same value of the same response? */
static int view_eq(lua_State *L)
{
    if (!tc_is_view(tc_class_of(L, 1)) || !tc_is_view(tc_class_of(L, 2))) {
        lua_pushboolean(L, 0);
        return 1;
    }
    const tc_view *left = (const tc_view *)lua_touserdata(L, 1);
    const tc_view *right = (const tc_view *)lua_touserdata(L, 2);
    lua_pushboolean(L, left->document == right->document && left->position == right->position);
    return 1;
}

/* Pushes the string at `position` as the body has it, cut and escaped for a log. */
static void push_shown(lua_State *L, const tc_document *document, uint32_t position)
{
    const tc_slice text = {(const char *)tc_text_at(document, position),
                           tc_string_length(document, position)};
    tc_push_quoted(L, text, TC_QUOTED_NAME);
}

/* tostring(response) --> "tencentcloud.Response: cvm.DescribeInstances ok b5b4..." */
static int response_tostring(lua_State *L)
{
    const tc_response *response = (const tc_response *)tc_check_class(L, 1, TC_RESPONSE);
    lua_settop(L, 1);
    lua_pushliteral(L, "tencentcloud.Response: ");
    if (response->action_length > 0) {
        tc_push_quoted(L, tc_action_of(response), TC_QUOTED_ACTION);
        lua_pushliteral(L, " ");
    }
    if (response->code == TC_NOWHERE)
        lua_pushliteral(L, "ok");
    else
        push_shown(L, &response->document, response->code);
    if (response->request_id != TC_NOWHERE &&
        tc_string_length(&response->document, response->request_id) > 0) {
        lua_pushliteral(L, " ");
        push_shown(L, &response->document, response->request_id);
    }
    lua_concat(L, lua_gettop(L) - 1);
    return 1;
}

/* tostring(view) --> "tencentcloud.Array: 20 elements" */
static int view_tostring(lua_State *L)
{
    const tc_view *view = tc_check_view(L, 1);
    const uint32_t count = tc_count_at(view->document, view->position);
    if (tc_type_at(view->document, view->position) == TC_ARRAY)
        lua_pushfstring(L, "tencentcloud.Array: %d element%s", (int)count, count == 1 ? "" : "s");
    else
        lua_pushfstring(L, "tencentcloud.Object: %d member%s", (int)count, count == 1 ? "" : "s");
    return 1;
}

/* The position that the keys from `first` to the top of the stack lead to, or TC_NOWHERE. */
static uint32_t follow(lua_State *L, tc_view *view, int first)
{
    tc_view next;
    const int last = lua_gettop(L);
    for (int key = first; key <= last; key++) {
        tc_check_key(L, key);
        if (!tc_is_container(tc_type_at(view->document, view->position)))
            return TC_NOWHERE;
        const uint32_t position = tc_find_field(L, view, key);
        if (position == TC_NOWHERE)
            return TC_NOWHERE;
        next = tc_view_at(view->document, position);
        view = &next;
    }
    return view->position;
}

/* view:get(key, ...) --> the value that the keys lead to; nil where there is none, and for null */
static int view_get(lua_State *L)
{
    tc_view *view = tc_check_view(L, 1);
    tc_check_key(L, 2);
    return push_at(L, view, follow(L, view, 2));
}

/* view:has(key, ...) --> is there a value, even null? */
static int view_has(lua_State *L)
{
    tc_view *view = tc_check_view(L, 1);
    tc_check_key(L, 2);
    lua_pushboolean(L, follow(L, view, 2) != TC_NOWHERE);
    return 1;
}

/* view:type(key, ...) --> "object", "array", "string", "number", "boolean" or "null"; nil where
 * there is no value */
static int view_type(lua_State *L)
{
    tc_view *view = tc_check_view(L, 1);
    const uint32_t position = follow(L, view, 2);
    if (position == TC_NOWHERE && lua_gettop(L) > 1)
        lua_pushnil(L);
    else
        lua_pushstring(L, type_names[tc_type_at(view->document, position)]);
    return 1;
}

/* view:json(key, ...) --> the bytes in the body of the value that the keys lead to, or nil */
static int view_json(lua_State *L)
{
    tc_view *view = tc_check_view(L, 1);
    const uint32_t position = follow(L, view, 2);
    if (position == TC_NOWHERE && lua_gettop(L) > 1) {
        lua_pushnil(L);
        return 1;
    }
    const uint8_t *text = tc_text_at(view->document, position);
    const size_t quotes = tc_is_string(tc_type_at(view->document, position)) ? 1 : 0;
    lua_pushlstring(L, (const char *)text - quotes,
                    tc_value_length(view->document, position) + 2 * quotes);
    return 1;
}

static const luaL_Reg methods[] = {
    {"get", view_get},         {"has", view_has},
    {"type", view_type},       {"rows", tc_lua_rows},
    {"column", tc_lua_column}, {"pairs", tc_lua_pairs},
    {"ipairs", tc_lua_ipairs}, {"totable", tc_lua_totable},
    {"json", view_json},       {NULL, NULL},
};

static const luaL_Reg response_metamethods[] = {
    {"__index", response_index},
    {"__newindex", view_newindex},
    {"__len", view_len},
    {"__eq", view_eq},
    {"__tostring", response_tostring},
    {"__pairs", tc_lua_pairs},
    {NULL, NULL},
};

static const luaL_Reg view_metamethods[] = {
    {"__index", view_index},
    {"__newindex", view_newindex},
    {"__len", view_len},
    {"__eq", view_eq},
    {"__tostring", view_tostring},
    {"__pairs", tc_lua_pairs},
    {NULL, NULL},
};

const tc_class_definition tc_response_class = {
    .name = "tencentcloud.Response",
    .metamethods = response_metamethods,
    .methods = methods,
};

const tc_class_definition tc_object_class = {
    .name = "tencentcloud.Object",
    .metamethods = view_metamethods,
    .methods = methods,
};

const tc_class_definition tc_array_class = {
    .name = "tencentcloud.Array",
    .metamethods = view_metamethods,
    .methods = methods,
};
