/* quote: what tostring does to foreign text, for any text. */
#include "lua/quote.h"

#include "json/quote.h"
#include "lua/arguments.h"

/* quote(text) --> the text as a line of a terminal or log can show it: UTF-8 stays; controls,
 * characters that change how a line is shown, and bytes that are not UTF-8 are escaped */
int tc_lua_quote(lua_State *L)
{
    const tc_slice text = tc_check_text(L, 1, "text");
    luaL_argcheck(L, text.length < TC_BODY_MAX, 1, "text: it is too long");
    char *room = (char *)lua_newuserdata(L, TC_QUOTE_ROOM(text.length));
    lua_pushlstring(L, room,
                    tc_text_quote((const uint8_t *)text.text, text.length, text.length, room));
    return 1;
}
