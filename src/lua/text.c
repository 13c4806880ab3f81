/* Pushing texts. */
#include "lua/text.h"

#include "catalog/catalog.h"
#include "json/quote.h"
#include "names/code.h"

void tc_push_slice(lua_State *L, tc_slice slice)
{
    lua_pushlstring(L, slice.text, slice.length);
}

void tc_push_optional_slice(lua_State *L, tc_slice slice)
{
    if (slice.length == 0)
        lua_pushnil(L);
    else
        tc_push_slice(L, slice);
}

const char *tc_push_quoted(lua_State *L, tc_slice text, size_t limit)
{
    char quote[TC_QUOTE_ROOM(TC_QUOTED_MESSAGE)];
    TC_ASSERT(limit <= TC_QUOTED_MESSAGE);
    const size_t length = tc_text_quote((const uint8_t *)text.text, text.length, limit, quote);
    lua_pushlstring(L, quote, length);
    return lua_tostring(L, -1);
}

const char *tc_push_complaint(lua_State *L, const char *what, tc_slice text, const char *reason)
{
    lua_pushfstring(L, "%s '%s': %s", what, tc_push_quoted(L, text, TC_QUOTED_NAME), reason);
    lua_remove(L, -2);
    return lua_tostring(L, -1);
}

int tc_push_malformed(lua_State *L, const char *what, tc_slice text, const char *reason)
{
    const char *quoted = tc_push_quoted(L, text, TC_QUOTED_NAME);
    lua_pushnil(L);
    lua_pushfstring(L, "%s '%s' is malformed: %s", what, quoted, reason);
    return 2;
}

void tc_push_code(lua_State *L, unsigned code)
{
    const char *detail = tc_detail_of(code);
    if (*detail == '\0')
        lua_pushstring(L, tc_category_of(code));
    else
        lua_pushfstring(L, "%s.%s", tc_category_of(code), detail);
}

void tc_push_category(lua_State *L, tc_slice code)
{
    tc_push_slice(L, tc_code_split(code).category);
}

void tc_push_detail(lua_State *L, tc_slice code)
{
    const tc_code_parts parts = tc_code_split(code);
    if (parts.has_dot)
        tc_push_slice(L, parts.detail);
    else
        lua_pushnil(L);
}

void tc_push_action_name(lua_State *L, unsigned action)
{
    const unsigned version = tc_version_of(action);
    const char *service = tc_name_of_service(tc_service_of(version));
    if (tc_is_newest(action))
        lua_pushfstring(L, "%s.%s", service, tc_name_of_action(action));
    else
        lua_pushfstring(L, "%s@%s.%s", service, tc_name_of_version(version),
                        tc_name_of_action(action));
}
