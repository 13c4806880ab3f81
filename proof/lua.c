/* The interpreter of the sanitized build: `lua SCRIPT ARGUMENT ...`. It has the sanitizers in it; the
 * system's own would need their library preloaded, which all that the specs start would inherit. */
#include <lauxlib.h>
#include <lua.h>
#include <lualib.h>

#include <stdio.h>
#include <stdlib.h>

/* Sets the global `arg` as the standalone interpreter does. */
static void set_arg(lua_State *L, char **arguments, int count)
{
    lua_createtable(L, count, 1);
    for (int i = 0; i < count; i++) {
        lua_pushstring(L, arguments[i]);
        lua_rawseti(L, -2, i - 1);
    }
    lua_setglobal(L, "arg");
}

static int report(lua_State *L)
{
    luaL_traceback(L, L, luaL_tolstring(L, 1, NULL), 1);
    return 1;
}

int main(int count, char **arguments)
{
    lua_State *L = luaL_newstate();
    if (L == NULL || count < 2) {
        fputs("usage: lua SCRIPT ARGUMENT ...\n", stderr);
        return EXIT_FAILURE;
    }
    luaL_openlibs(L);
#if LUA_VERSION_NUM >= 504
    lua_warning(L, "@off", 0); /* as the standalone interpreter; a new state of 5.5 has them on */
#endif
    set_arg(L, arguments, count);
    lua_pushcfunction(L, report);
    int status = luaL_loadfile(L, arguments[1]);
    for (int i = 2; status == LUA_OK && i < count; i++)
        lua_pushstring(L, arguments[i]);
    if (status == LUA_OK)
        status = lua_pcall(L, count - 2, 0, 1);
    if (status != LUA_OK)
        fprintf(stderr, "lua: %s\n", lua_tostring(L, -1));
    lua_close(L);
    return status == LUA_OK ? EXIT_SUCCESS : EXIT_FAILURE;
}
