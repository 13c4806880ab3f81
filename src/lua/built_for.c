/* See built_for.h. Until the Lua is known to be the right one, this calls only what all of them
 * have alike, and uses no pseudo-index. */
#include "lua/built_for.h"

#if LUA_VERSION_NUM == 501
#define BUILT_FOR "Lua 5.1 or LuaJIT" /* either runs what was built for the other */
#else
#define BUILT_FOR LUA_VERSION
#endif

/* Not in the headers of every Lua. */
#if LUA_VERSION_NUM < 504
LUA_API const lua_Number *lua_version(lua_State *L);
LUA_API void *lua_newuserdatauv(lua_State *L, size_t size, int values);
#endif
LUA_API int luaJIT_setmode(lua_State *L, int index, int mode);

TC_WEAK(lua_version)
TC_WEAK(lua_newuserdatauv)
TC_WEAK(luaJIT_setmode)

typedef lua_Number number_function(lua_State *L);
typedef const lua_Number *pointer_function(lua_State *L);
typedef void
any_function(void); /* what compilers let a function of another type be called through */

/* 504 in Lua 5.4. 5.1 has no lua_version; the one of LuaJIT and 5.3 returns a pointer, and since
 * 5.4, which brought lua_newuserdatauv too, it returns the number. */
static lua_Number running_version(lua_State *L)
{
#if defined(TC_HAS_WEAK)
    if (!TC_IS_PRESENT(lua_version))
        return 501;
    any_function *function = (any_function *)lua_version;
    if (TC_IS_PRESENT(lua_newuserdatauv))
        return ((number_function *)function)(L);
    return *((pointer_function *)function)(L);
#elif LUA_VERSION_NUM >= 504
    return lua_version(L);
#else
    (void)L;
    return LUA_VERSION_NUM; /* the loader has refused to load this into another Lua */
#endif
}

static bool is_luajit(void)
{
#if defined(TC_HAS_WEAK)
    return TC_IS_PRESENT(luaJIT_setmode);
#else
    return false;
#endif
}

/* `require` gives the module's name and, since 5.2, the file that it is in, or ":preload:". */
static const char *module_name(lua_State *L)
{
    const char *file = lua_tolstring(L, 2, NULL);
    return file == NULL || *file == ':' ? "tencentcloud.core" : file;
}

TC_COLD static int refuse(lua_State *L, const char *name, int version, bool is_linked)
{
    if (version == 502)
        return luaL_error(L,
                          "%s was built for " BUILT_FOR ", and this is Lua 5.2, which is not "
                          "supported: use Lua 5.5, 5.4, 5.3, 5.1 or LuaJIT",
                          name);
    const char *running = is_luajit() ? "LuaJIT" : lua_pushfstring(L, "Lua 5.%d", version - 500);
    if (is_linked)
        return luaL_error(L,
                          "%s was built for " BUILT_FOR ", and this is %s: build it with the "
                          "headers of this Lua (make static LUA_INCDIR=...)",
                          name, running);
    const char *word = is_luajit() ? "luajit" : running + sizeof "Lua " - 1;
    return luaL_error(L,
                      "%s was built for " BUILT_FOR ", and this is %s: use it with " BUILT_FOR
                      ", or build and install it for %s too: make LUA_VERSION=%s",
                      name, running, running, word);
}

#if LUA_VERSION_NUM >= 503
/* The same version can be compiled with other sizes of numbers, or of the stack, after which
 * pseudo-indices are numbered. What this Lua takes for no pseudo-index lua_absindex changes. */
static void check_configuration(lua_State *L, const char *name)
{
    luaL_checkversion(L);
    if (lua_absindex(L, LUA_REGISTRYINDEX) != LUA_REGISTRYINDEX ||
        lua_type(L, LUA_REGISTRYINDEX) != LUA_TTABLE)
        luaL_error(L,
                   "%s was built for " BUILT_FOR " with another LUAI_MAXSTACK than this one has: "
                   "build it with the headers of this Lua (make LUA_INCDIR=...)",
                   name);
}
#endif

static void check(lua_State *L, const char *name, bool is_linked)
{
    const lua_Number version = running_version(L);
    /* Any other number is one of another size: luaL_checkversion says so. */
    if (version != LUA_VERSION_NUM && version > 500 && version < 600)
        refuse(L, name, (int)version, is_linked);
#if LUA_VERSION_NUM >= 503
    check_configuration(L, name);
#endif
}

void tc_check_built_for(lua_State *L)
{
    check(L, module_name(L), false);
}

void tc_check_linked_for(lua_State *L, const char *library)
{
    check(L, library, true);
}
