/* pairs, ipairs, rows and column: one walk over an array or object, forward over the index.
 * An iterator is a userdata that is called; it keeps its response alive. */
#include "lua/iterate.h"

#include "json/reader.h"
#include "lua/arguments.h"
#include "lua/home.h"
#include "lua/value.h"

/* An iterator, just before the value at `position`. */
typedef struct cursor {
    int (*step)(lua_State *L, struct cursor *cursor);
    const tc_document *document;
    uint32_t position, end;
    uint32_t element; /* the number of the last element given, counted from 1 */
    int column_count;
    tc_slice columns[]; /* the names of the fields; their texts are behind them */
} cursor;

/* Finds the wanted members of the object at `object` in one walk. Of a key that comes more than
 * once the last one wins. found: column_count positions. */
static void find_columns(const cursor *c, uint32_t object, uint32_t *found)
{
    const tc_document *document = c->document;
    for (int i = 0; i < c->column_count; i++)
        found[i] = TC_NOWHERE;
    if (tc_type_at(document, object) != TC_OBJECT)
        return;
    const uint32_t end = tc_after(document, object);
    for (uint32_t at = object + TC_CONTAINER_WORDS; at < end; at = tc_after(document, at + 1)) {
        for (int i = 0; i < c->column_count; i++) {
            if (tc_key_equals(document, at, c->columns[i].text, c->columns[i].length))
                found[i] = at + 1;
        }
    }
}

/* Room on the Lua stack is made for some values at once, and for what it takes to make one. */
enum { COLUMNS_AT_ONCE = LUA_MINSTACK - 8 };

static int step_row(lua_State *L, cursor *c)
{
    uint32_t found[TC_COLUMNS_MAX];
    const uint32_t row = c->position;
    find_columns(c, row, found);
    c->position = tc_after(c->document, row);
    tc_push_value_or_null(L, 1, c->document, found[0]); /* nil would end the loop */
    for (int i = 1; i < c->column_count; i++) {
        if (i % COLUMNS_AT_ONCE == 0)
            tc_reserve_stack(L);
        if (found[i] == TC_NOWHERE)
            lua_pushnil(L);
        else
            tc_push_value(L, 1, c->document, found[i]);
    }
    return c->column_count;
}

static int step_element(lua_State *L, cursor *c)
{
    const uint32_t position = c->position;
    c->position = tc_after(c->document, position);
    lua_pushinteger(L, (lua_Integer)++c->element);
    tc_push_value(L, 1, c->document, position);
    return 2;
}

static int step_member(lua_State *L, cursor *c)
{
    const uint32_t key = c->position;
    c->position = tc_after(c->document, key + 1);
    tc_push_string(L, c->document, key);
    tc_push_value(L, 1, c->document, key + 1);
    return 2;
}

/* cursor() --> the next values; nothing at the end */
static int cursor_call(lua_State *L)
{
    cursor *c = (cursor *)tc_check_class(L, 1, TC_CURSOR);
    lua_settop(L, 1);
    return c->position < c->end ? c->step(L, c) : 0;
}

static int cursor_tostring(lua_State *L)
{
    tc_check_class(L, 1, TC_CURSOR);
    lua_pushliteral(L, "tencentcloud.Iterator");
    return 1;
}

/* Pushes a cursor over the container at `position` of the view at 1. Its columns are the strings
 * from `first` to the top of the stack. */
static cursor *new_cursor(lua_State *L, const tc_document *document, uint32_t position, int first)
{
    const int column_count = lua_gettop(L) - first + 1;
    size_t text_size = 0;
    for (int i = 0; i < column_count; i++)
        text_size += lua_rawlen(L, first + i);
    const size_t head_size = sizeof(cursor) + (size_t)column_count * sizeof(tc_slice);
    cursor *c = (cursor *)tc_new_userdata(L, head_size + text_size);
    char *text = (char *)c + head_size;
    *c = (cursor){
        .document = document,
        .position = position + TC_CONTAINER_WORDS,
        .end = tc_after(document, position),
        .column_count = column_count,
    };
    for (int i = 0; i < column_count; i++) {
        size_t length;
        const char *name = lua_tolstring(L, first + i, &length);
        c->columns[i] = (tc_slice){memcpy(text, name, length), length};
        text += length;
    }
    tc_set_class(L, TC_CURSOR);
    tc_share_home(L, 1);
    return c;
}

/* view:pairs() --> an iterator: a key and its value, in the body's order; an array's as ipairs */
int tc_lua_pairs(lua_State *L)
{
    const tc_view *view = tc_check_view(L, 1);
    const bool object = tc_type_at(view->document, view->position) == TC_OBJECT;
    lua_settop(L, 1);
    new_cursor(L, view->document, view->position, 2)->step = object ? step_member : step_element;
    return 1;
}

/* array:ipairs() --> an iterator: the number of an element, from 1, and its value */
int tc_lua_ipairs(lua_State *L)
{
    const tc_view *view = (const tc_view *)tc_check_class(L, 1, TC_ARRAY_VIEW);
    lua_settop(L, 1);
    new_cursor(L, view->document, view->position, 2)->step = step_element;
    return 1;
}

static void check_names(lua_State *L, int first)
{
    const int last = lua_gettop(L);
    tc_check_text(L, first, "field");
    luaL_argcheck(L, last - first < TC_COLUMNS_MAX, first + TC_COLUMNS_MAX,
                  TC_COLUMNS_MAX_TEXT " fields at most");
    for (int i = first + 1; i <= last; i++)
        tc_check_text(L, i, "field");
}

/* The array that rows and column walk: the view itself, or the member of an object whose name is at
 * 2. Sets `first` to where the fields' names begin. Absent and null give TC_NOWHERE. */
static uint32_t find_array(lua_State *L, tc_view *view, int *first)
{
    const bool is_array = tc_type_at(view->document, view->position) == TC_ARRAY;
    *first = is_array ? 2 : 3;
    if (!is_array)
        tc_check_text(L, 2, "array_field");
    check_names(L, *first);
    if (is_array)
        return view->position;
    const uint32_t position = tc_find_field(L, view, 2);
    if (position == TC_NOWHERE || tc_type_at(view->document, position) == TC_NULL)
        return TC_NOWHERE;
    if (tc_type_at(view->document, position) != TC_ARRAY)
        luaL_argerror(L, 2, lua_pushfstring(L, "the field %s is not an array", lua_tostring(L, 2)));
    return position;
}

/* view:rows([array_field,] field, ...) --> an iterator: these fields of each element, in turn */
int tc_lua_rows(lua_State *L)
{
    int first;
    tc_view *view = tc_check_view(L, 1);
    const uint32_t array = find_array(L, view, &first);
    cursor *c = new_cursor(L, view->document, array, first);
    if (array == TC_NOWHERE)
        c->position = c->end;
    c->step = step_row;
    return 1;
}

/* view:column([array_field,] field) --> a table with this field of each element, tc.null where it
 * is null or absent, and the number of elements */
int tc_lua_column(lua_State *L)
{
    int first;
    tc_view *view = tc_check_view(L, 1);
    const uint32_t array = find_array(L, view, &first);
    const tc_document *document = view->document;
    luaL_argcheck(L, lua_gettop(L) == first, first + 1, "one field only");
    const uint32_t count = array == TC_NOWHERE ? 0 : tc_count_at(document, array);
    const char *name = lua_tostring(L, first);
    const size_t length = lua_rawlen(L, first);
    lua_createtable(L, (int)count, 0);
    uint32_t at = array + TC_CONTAINER_WORDS;
    for (uint32_t i = 1; i <= count; i++, at = tc_after(document, at)) {
        const bool object = tc_type_at(document, at) == TC_OBJECT;
        tc_push_value_or_null(L, 1, document,
                              object ? tc_find(document, at, name, length) : TC_NOWHERE);
        lua_rawseti(L, -2, (int)i);
    }
    lua_pushinteger(L, (lua_Integer)count);
    return 2;
}

static const luaL_Reg metamethods[] = {
    {"__call", cursor_call},
    {"__tostring", cursor_tostring},
    {NULL, NULL},
};

const tc_class_definition tc_cursor_class = {
    .name = "tencentcloud.Iterator",
    .metamethods = metamethods,
};
