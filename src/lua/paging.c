/* The tables of paging. */
#include "lua/paging.h"

#include "catalog/catalog.h"
#include "lua/class.h"
#include "lua/fields.h"

static const char *const field_names[] = {TC_PAGING_FIELD_NAMES, NULL};
static const char *const kinds[] = {TC_PAGING_NAMES, NULL};
static const char *const counts[] = {TC_PAGING_COUNT_NAMES, NULL};

/* The catalog's */

/* Sets table[name] to the array of the words of `text`, which have commas between them; to nothing
 * where it is "". The table is on top of the stack. */
static void set_words(lua_State *L, const char *name, const char *text)
{
    if (*text == '\0')
        return;
    lua_newtable(L);
    for (int count = 1; text != NULL; count++) {
        const char *const comma = strchr(text, ',');
        const size_t length = comma != NULL ? (size_t)(comma - text) : strlen(text);
        lua_pushlstring(L, text, length);
        lua_rawseti(L, -2, count);
        text = comma != NULL ? comma + 1 : NULL;
    }
    lua_setfield(L, -2, name);
}

/* Sets the fields of the request and the answer that the action pages by. */
static void set_paging_fields(lua_State *L, unsigned place)
{
    for (int field = 0; field < TC_PAGING_FIELDS; field++) {
        const char *name = tc_paging_field_of(place, (enum tc_paging_field)field);
        if (field == TC_PAGING_FIELD_LIST && strchr(name, ',') != NULL) {
            set_words(L, "lists", name);
        } else if (*name != '\0') {
            lua_pushstring(L, name);
            lua_setfield(L, -2, field_names[field]);
        }
    }
}

/* Sets strings = {offset = true}, the request's fields that are sent as text. */
static void set_texts(lua_State *L, unsigned texts)
{
    if (texts == 0)
        return;
    lua_newtable(L);
    for (int field = 0; field < TC_PAGING_FIELDS; field++) {
        if ((texts >> field & 1) == 0)
            continue;
        lua_pushboolean(L, 1);
        lua_setfield(L, -2, field_names[field]);
    }
    lua_setfield(L, -2, "strings");
}

void tc_push_catalog_paging(lua_State *L, unsigned action)
{
    const unsigned place = tc_find_paging(action);
    if (place == TC_UNKNOWN) {
        lua_pushnil(L);
        return;
    }
    const tc_paging_plan plan = tc_paging_of(place);
    lua_createtable(L, 0, 8);
    lua_pushstring(L, kinds[plan.kind]);
    lua_setfield(L, -2, "kind");
    set_paging_fields(L, place);
    if (plan.first != TC_PAGING_UNSAID) {
        lua_pushinteger(L, (lua_Integer)plan.first);
        lua_setfield(L, -2, "first");
    }
    if (plan.counts != TC_PAGING_UNSAID) {
        lua_pushstring(L, counts[plan.counts]);
        lua_setfield(L, -2, "counts");
    }
    set_texts(L, plan.texts);
    set_words(L, "ends_with", plan.ends);
}

/* A program's */

/* Copies the fields of the table at `from` to the table on top of the stack: their values, and
 * where `whole`, copies of those that are tables. */
static void copy_fields(lua_State *L, int from, bool whole)
{
    const int to = lua_gettop(L);
    for (lua_pushnil(L); lua_next(L, from) != 0;) {
        lua_pushvalue(L, -2);
        lua_insert(L, -2);
        if (whole && lua_istable(L, -1)) {
            const int inner = lua_gettop(L);
            lua_newtable(L);
            copy_fields(L, inner, false);
            lua_replace(L, inner);
        }
        lua_rawset(L, to);
    }
}

/* Raises the argument error "paging.field: what expected". */
static void raise_expected(lua_State *L, int argument, const char *field, const char *what)
{
    luaL_argerror(L, argument, lua_pushfstring(L, "paging.%s: %s expected", field, what));
}

/* Raises where the value on top of the stack is not one of the words. */
static void check_word(lua_State *L, int argument, const char *field, const char *const *words)
{
    if (lua_type(L, -1) != LUA_TSTRING)
        raise_expected(L, argument, field, "string");
    const tc_slice word = tc_key_at(L, -1);
    if (tc_is_one_of(word, words))
        return;
    tc_raise_word(L, argument, lua_pushfstring(L, "paging.%s", field), word, words);
}

/* Is it the path of a field, "Result.Content"? */
static bool is_path(tc_slice text)
{
    bool dot = true; /* or the beginning, which no dot may follow either */
    for (size_t i = 0; i < text.length; i++) {
        if (text.text[i] == '.' && dot)
            return false;
        dot = text.text[i] == '.';
    }
    return !dot;
}

static bool is_false(lua_State *L)
{
    return lua_isboolean(L, -1) && !lua_toboolean(L, -1);
}

static void check_path(lua_State *L, int argument, const char *field)
{
    const bool is_text = lua_type(L, -1) == LUA_TSTRING;
    if (!is_false(L) && !(is_text && is_path(tc_key_at(L, -1))))
        raise_expected(L, argument, field, "the path of a field, such as Result.Content, or false");
}

static void check_first(lua_State *L, int argument, const char *field)
{
    const bool is_number = lua_type(L, -1) == LUA_TNUMBER;
    const lua_Number first = is_number ? lua_tonumber(L, -1) : -1;
    if (first != 0 && first != 1)
        raise_expected(L, argument, field, "0 or 1");
}

/* Is what is on top of the stack an array of strings, and nothing else? */
static bool is_list_of_words(lua_State *L)
{
    if (!lua_istable(L, -1))
        return false;
    const int list = lua_gettop(L);
    const size_t length = lua_rawlen(L, list);
    size_t count = 0;
    bool fits = true;
    for (lua_pushnil(L); lua_next(L, list) != 0; lua_pop(L, 1)) {
        count++;
        fits = fits && lua_type(L, -2) == LUA_TNUMBER && lua_type(L, -1) == LUA_TSTRING;
    }
    return fits && count == length;
}

static void check_words(lua_State *L, int argument, const char *field)
{
    if (!is_false(L) && !is_list_of_words(L))
        raise_expected(L, argument, field, "a list of strings, or false");
}

/* strings = { offset = true }. What is on top of the stack is a table that is no other's. */
static void check_strings(lua_State *L, int argument, const char *field)
{
    static const char wanted[] = "a table such as { offset = true }, or false";
    if (is_false(L))
        return;
    if (!lua_istable(L, -1))
        raise_expected(L, argument, field, wanted);
    const int strings = lua_gettop(L);
    for (lua_pushnil(L); lua_next(L, strings) != 0; lua_pop(L, 1)) {
        if (!tc_is_one_of(tc_key_at(L, -2), field_names) || !lua_isboolean(L, -1))
            raise_expected(L, argument, field, wanted);
    }
}

/* Raises where the value on top of the stack does not fit the field whose name is below it. */
static void check_field(lua_State *L, int argument)
{
    const tc_slice field = tc_key_at(L, -2);
    const char *const name = field.text;
    if (tc_slice_is(field, "kind"))
        check_word(L, argument, name, kinds);
    else if (tc_slice_is(field, "counts"))
        check_word(L, argument, name, counts);
    else if (tc_slice_is(field, "first"))
        check_first(L, argument, name);
    else if (tc_slice_is(field, "strings"))
        check_strings(L, argument, name);
    else if (tc_slice_is(field, "ends_with") || tc_slice_is(field, "lists"))
        check_words(L, argument, name);
    else if (tc_is_one_of(field, field_names))
        check_path(L, argument, name);
    else
        luaL_argerror(L, argument,
                      lua_type(L, -2) == LUA_TSTRING
                          ? lua_pushfstring(L, "paging.%s: there is no such field", name)
                          : "paging: it has named fields, not array elements");
}

void tc_copy_paging(lua_State *L, int paging, int argument)
{
    lua_newtable(L);
    const int copy = lua_gettop(L);
    copy_fields(L, paging, true);
    for (lua_pushnil(L); lua_next(L, copy) != 0; lua_pop(L, 1))
        check_field(L, argument);
}

/* Does the table at `a` have no field that the one at `b` has not, too? */
static bool is_within(lua_State *L, int a, int b)
{
    bool within = true;
    for (lua_pushnil(L); lua_next(L, a) != 0; lua_pop(L, 1)) {
        lua_pushvalue(L, -2);
        lua_rawget(L, b);
        within = within && lua_rawequal(L, -1, -2);
        lua_pop(L, 1);
    }
    return within;
}

/* Are the two values on top of the stack the same, or flat tables of the same? */
static bool are_same(lua_State *L)
{
    const int a = lua_gettop(L) - 1, b = a + 1;
    if (!lua_istable(L, a) || !lua_istable(L, b))
        return lua_rawequal(L, a, b);
    return is_within(L, a, b) && is_within(L, b, a);
}

const char *tc_paging_conflict(lua_State *L, int known, int defined)
{
    const char *conflict = NULL;
    for (lua_pushnil(L); lua_next(L, defined) != 0; lua_pop(L, 1)) {
        lua_pushvalue(L, -2);
        lua_rawget(L, known);
        if (!lua_isnil(L, -1) && !are_same(L))
            conflict = lua_tostring(L, -3);
        lua_pop(L, 1);
    }
    return conflict;
}

static void get_field(lua_State *L, int table, const char *field)
{
    lua_pushstring(L, field);
    lua_rawget(L, table);
}

static void remove_field(lua_State *L, int table, const char *field)
{
    lua_pushstring(L, field);
    lua_pushnil(L);
    lua_rawset(L, table);
}

/* Takes from `known` what holds no longer beside `defined`: a program that names another way than
 * the known one means that way alone, and the list that it names is certain. */
static void remove_outdated(lua_State *L, int known, int defined)
{
    static const char *const ways[] = {"offset", "page", "token", "next", "first", "counts", NULL};
    get_field(L, known, "kind");
    get_field(L, defined, "kind");
    const bool other = !lua_isnil(L, -1) && !lua_isnil(L, -2) && !lua_rawequal(L, -1, -2);
    for (int i = 0; other && ways[i] != NULL; i++)
        remove_field(L, known, ways[i]);
    get_field(L, defined, "list");
    if (lua_type(L, -1) == LUA_TSTRING)
        remove_field(L, known, "lists");
    lua_pop(L, 3);
}

void tc_add_paging(lua_State *L, int known, int defined)
{
    remove_outdated(L, known, defined);
    lua_pushvalue(L, known);
    copy_fields(L, defined, true);
    lua_pop(L, 1);
}

void tc_overlay_paging(lua_State *L, int known, int defined)
{
    tc_add_paging(L, known, defined);
    for (lua_pushnil(L); lua_next(L, known) != 0; lua_pop(L, 1)) {
        if (is_false(L)) {
            lua_pushvalue(L, -2);
            lua_pushnil(L);
            lua_rawset(L, known);
        }
    }
}
