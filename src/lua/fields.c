/* Fields of definitions. */
#include "lua/fields.h"

#include "lua/class.h"
#include "lua/text.h"

int tc_raise_field(lua_State *L, int argument, const char *field)
{
    return luaL_argerror(L, argument, lua_pushfstring(L, "%s: %s", field, lua_tostring(L, -1)));
}

bool tc_is_one_of(tc_slice name, const char *const *names)
{
    while (*names != NULL && !tc_slice_is(name, *names))
        names++;
    return *names != NULL;
}

int tc_raise_word(lua_State *L, int argument, const char *field, tc_slice word,
                  const char *const *words)
{
    lua_pushfstring(L, "'%s' is not one of", tc_push_quoted(L, word, TC_QUOTED_NAME));
    for (int i = 0; words[i] != NULL; i++) {
        lua_pushfstring(L, "%s%s %s", lua_tostring(L, -1), i == 0 ? "" : ",", words[i]);
        lua_remove(L, -2);
    }
    return tc_raise_field(L, argument, field);
}

/* Is the key at the top of the stack less one that of an element which the table may have? */
static bool is_element(lua_State *L, int elements)
{
    if (lua_type(L, -2) != LUA_TNUMBER)
        return false;
    for (int i = 1; i <= elements; i++) {
        if (lua_tonumber(L, -2) == (lua_Number)i)
            return true;
    }
    return false;
}

void tc_check_fields(lua_State *L, int table, const char *const *fields, int elements)
{
    for (lua_pushnil(L); lua_next(L, table) != 0; lua_pop(L, 1)) {
        if (is_element(L, elements))
            continue;
        luaL_argcheck(L, lua_type(L, -2) == LUA_TSTRING, table,
                      elements == 0
                          ? "definition: a definition has named fields, not array elements"
                          : "definition: after its name it has named fields alone");
        if (!tc_is_one_of(tc_key_at(L, -2), fields)) {
            lua_pushliteral(L, "there is no such field in a definition");
            tc_raise_field(L, table, lua_tostring(L, -3));
        }
    }
}
