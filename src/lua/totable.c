/* totable: a response, object or array as plain Lua tables, as cjson.decode gives them.
 *
 * It does not call itself, so a body's depth costs no C stack. Of the containers that are open at a
 * time, the tables are on the Lua stack, each under its key where it has one; where they end in the
 * index is on the C stack, as an array of levels. For {"A": [1, 2]}, just after the 1:
 *
 *     Lua stack:  the object's table, "A", the array's table, 1
 *     levels:     the object's end,        the array's end */
#include "lua/totable.h"

#include "lua/class.h"
#include "lua/value.h"

typedef struct level {
    uint32_t end;     /* the position just after the container */
    uint32_t element; /* arrays: the number of the last element set */
    bool is_object;
} level;

/* Room on the Lua stack is made for some levels at once: for the table and the key of each, and for
 * what it takes to make a value. */
enum {
    LEVEL_SLOTS = 2,
    VALUE_SLOTS = 8,
    LEVELS_AT_ONCE = (LUA_MINSTACK - VALUE_SLOTS) / LEVEL_SLOTS
};

static void push_table(lua_State *L, const tc_document *document, uint32_t position)
{
    const uint32_t count = tc_count_at(document, position);
    const int size = (int)count; /* at most 2^28 */
    if (tc_type_at(document, position) == TC_OBJECT) {
        lua_createtable(L, 0, size);
        return;
    }
    lua_createtable(L, size, 0);
    if (count == 0) {
        lua_rawgeti(L, lua_upvalueindex(TC_UP_ANCHORS), TC_ANCHOR_EMPTY_ARRAY);
        lua_setmetatable(L, -2);
    }
}

/* Stores the value on top of the stack in the table of `open`: under it, or under the key between.
 */
static void store(lua_State *L, level *open)
{
    if (open->is_object)
        lua_rawset(L, -3);
    else
        lua_rawseti(L, -2, (int)++open->element);
}

static void push_leaf(lua_State *L, const tc_document *document, uint32_t position)
{
    if (tc_type_at(document, position) == TC_NULL)
        tc_push_null(L);
    else
        tc_push_scalar(L, document, position);
}

/* Pushes the table of the container at `root`. */
static void push_tree(lua_State *L, const tc_document *document, uint32_t root)
{
    level levels[TC_DEPTH_MAX];
    int depth = 0;
    uint32_t at = root;
    for (;;) {
        const enum tc_type type = tc_type_at(document, at);
        if (tc_is_container(type)) {
            TC_ASSERT(depth < TC_DEPTH_MAX);
            if (depth % LEVELS_AT_ONCE == 0 && depth > 0)
                tc_reserve_stack(L);
            push_table(L, document, at);
            levels[depth++] = (level){tc_after(document, at), 0, type == TC_OBJECT};
            at += TC_CONTAINER_WORDS;
        } else {
            push_leaf(L, document, at);
            store(L, &levels[depth - 1]);
            at++;
        }
        while (at == levels[depth - 1].end) {
            if (--depth == 0)
                return;
            store(L, &levels[depth - 1]);
        }
        if (levels[depth - 1].is_object)
            tc_push_string(L, document, at++);
    }
}

/* view:totable() --> a table of its own; null is tc.null, which is cjson.null */
int tc_lua_totable(lua_State *L)
{
    const tc_view *view = tc_check_view(L, 1);
    TC_ASSERT(tc_is_container(tc_type_at(view->document, view->position)));
    lua_settop(L, 1);
    push_tree(L, view->document, view->position);
    return 1;
}

/* set_empty_array_metatable(table or nil): what totable gives to empty arrays. */
int tc_lua_set_empty_array_metatable(lua_State *L)
{
    luaL_argcheck(L, lua_istable(L, 1) || lua_isnil(L, 1), 1, "metatable: table or nil expected");
    lua_settop(L, 1);
    lua_rawseti(L, lua_upvalueindex(TC_UP_ANCHORS), TC_ANCHOR_EMPTY_ARRAY);
    return 0;
}
