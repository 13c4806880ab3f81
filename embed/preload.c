/* For programs that link libtencentcloud.a: the whole module, C core and Lua files, out of the
 * program itself. No file is read, and each Lua file is compiled when it is first required. */
#include "lua/built_for.h"

/* As in compat.h: with these a program can be linked whose Lua is another one, and is told so. */
#if LUA_VERSION_NUM < 503
TC_WEAK(luaL_loadbuffer)
#else
TC_WEAK(luaL_loadbufferx)
TC_WEAK(lua_getglobal)
#endif

typedef struct lua_file {
    const char *module, *place; /* "tencentcloud.rules", "@tencentcloud/rules.lua" */
    const unsigned char *text;
    size_t size;
} lua_file;

#include "lua_files.h"

int luaopen_tencentcloud_core(lua_State *L);
TC_EXPORT int tencentcloud_preload(lua_State *L);

/* A loader, as require calls it: loader(module, ...) --> the module's value */
static int load_file(lua_State *L)
{
    const lua_file *file = &files[(size_t)lua_tonumber(L, lua_upvalueindex(1))];
    const int count = lua_gettop(L);
    if (luaL_loadbuffer(L, (const char *)file->text, file->size, file->place) != 0)
        return lua_error(L);
    lua_insert(L, 1);
    lua_call(L, count, 1);
    return 1;
}

/* tencentcloud_preload() --> nothing: from now on `require "tencentcloud"` finds it. */
int tencentcloud_preload(lua_State *L)
{
    tc_check_linked_for(L, "libtencentcloud.a");
    lua_getglobal(L, "package");
    if (!lua_istable(L, -1))
        return luaL_error(L, "tencentcloud_preload: there is no library 'package' in this state");
    lua_getfield(L, -1, "preload");
    luaL_checktype(L, -1, LUA_TTABLE);
    lua_pushcfunction(L, luaopen_tencentcloud_core);
    lua_setfield(L, -2, "tencentcloud.core");
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        lua_pushnumber(L, (lua_Number)i);
        lua_pushcclosure(L, load_file, 1);
        lua_setfield(L, -2, files[i].module);
    }
    return 0;
}
