/* Pushing values, finding fields. */
#include "lua/value.h"

#include "json/number.h"
#include "json/reader.h"
#include "lua/class.h"
#include "lua/home.h"
#include "lua/scratch.h"

#include <math.h>

tc_view *tc_check_view(lua_State *L, int index)
{
    if (!tc_is_view(tc_class_of(L, index)))
        tc_raise_class(L, index, "tencentcloud.Response, Object or Array");
    return (tc_view *)lua_touserdata(L, index);
}

/* What is decoded is never longer than its bytes in the body: so much room will do, the C stack's
 * for the usual text. */
static void push_escaped(lua_State *L, const uint8_t *text, size_t length)
{
    uint8_t small[512];
    size_t size = length;
    if (length <= sizeof small) {
        lua_pushlstring(L, (const char *)small, tc_text_decode(text, length, small));
        return;
    }
    uint8_t *scratch = (uint8_t *)tc_push_scratch(L, &size);
    lua_pushlstring(L, (const char *)scratch, tc_text_decode(text, length, scratch));
    tc_keep_scratch(L, lua_gettop(L) - 1, size);
    lua_remove(L, -2);
}

void tc_push_string(lua_State *L, const tc_document *document, uint32_t position)
{
    TC_ASSERT(position < document->count && tc_is_string(tc_type_at(document, position)));
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
    TC_ASSERT(position < document->count);
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

void tc_push_null(lua_State *L)
{
    lua_pushlightuserdata(L, NULL);
}

tc_view tc_view_at(const tc_document *document, uint32_t position)
{
    const tc_last_walk *last = &tc_response_of(document)->last_walk;
    const tc_place unknown = {.position = TC_NOWHERE};
    return (tc_view){document, position, last->array == position ? last->last_element : unknown};
}

void tc_push_value(lua_State *L, int index, const tc_document *document, uint32_t position)
{
    TC_ASSERT(position < document->count);
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

void tc_push_value_or_null(lua_State *L, int index, const tc_document *document, uint32_t position)
{
    if (position == TC_NOWHERE || tc_type_at(document, position) == TC_NULL)
        tc_push_null(L);
    else
        tc_push_value(L, index, document, position);
}

/* The position of an element, counted from 0. The view and its response both note where the look
 * for it ended, here and nowhere else. */
static uint32_t find_element(tc_view *view, uint32_t element)
{
    const uint32_t found = tc_element(view->document, view->position, element, &view->last_element);
    tc_response_of(view->document)->last_walk = (tc_last_walk){view->position, view->last_element};
    return found;
}

uint32_t tc_find_field(lua_State *L, tc_view *view, int key)
{
    const tc_document *document = view->document;
    TC_ASSERT(tc_is_container(tc_type_at(document, view->position)));
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
    if (!(number >= 1 && number <= (lua_Number)TC_BODY_MAX) || floor(number) != number)
        return TC_NOWHERE;
    return find_element(view, (uint32_t)number - 1);
}
