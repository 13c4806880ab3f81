/* A program that embeds Lua and the module: `host SCRIPT.lua THREADS MEBIBYTES`. Each thread has a
 * Lua state of its own, with a limit of memory and without `io`, `os` and `debug`, and runs the
 * script with the thread's number. docs/embedding.md tells how to build it. */
#include <lauxlib.h>
#include <lua.h>
#include <lualib.h>

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

int tencentcloud_preload(lua_State *L);

typedef struct worker {
    pthread_t thread;
    const char *script;
    int number;
    size_t limit, used; /* bytes */
    int failed;
    char result[512]; /* what the script returned, or the message of its error */
} worker;

/* Lua's allocator. What would be too much is refused: Lua makes a memory error of that. */
static void *allocate(void *context, void *block, size_t old_size, size_t new_size)
{
    worker *w = context;
    if (block == NULL)
        old_size = 0; /* it tells the type of the new object then */
    if (new_size > old_size && w->used + (new_size - old_size) > w->limit)
        return NULL;
    if (new_size == 0) {
        free(block);
        w->used -= old_size;
        return NULL;
    }
    void *fresh = realloc(block, new_size);
    if (fresh != NULL)
        w->used = w->used - old_size + new_size;
    return fresh;
}

/* The libraries that the script gets: all that the module needs, and no more. */
static const luaL_Reg libraries[] = {
    {"_G", luaopen_base},
    {"package", luaopen_package},
    {"string", luaopen_string},
    {"table", luaopen_table},
    {"math", luaopen_math},
#if LUA_VERSION_NUM >= 502
    {"coroutine", luaopen_coroutine}, /* before 5.2 it comes with the base library */
#endif
    {NULL, NULL},
};

static void open_library(lua_State *L, const luaL_Reg *library)
{
#if LUA_VERSION_NUM >= 502
    luaL_requiref(L, library->name, library->func, 1);
    lua_pop(L, 1);
#else
    lua_pushcfunction(L, library->func);
    lua_pushstring(L, library->name);
    lua_call(L, 1, 0);
#endif
}

/* run(worker) --> the script's result. All that may raise is done in here, below one lua_pcall. */
static int run(lua_State *L)
{
    const worker *w = lua_touserdata(L, 1);
    for (const luaL_Reg *library = libraries; library->name != NULL; library++)
        open_library(L, library);
    lua_pushcfunction(L, tencentcloud_preload);
    lua_call(L, 0, 0);
    if (luaL_loadfile(L, w->script) != 0)
        return lua_error(L);
    lua_pushinteger(L, w->number);
    lua_call(L, 1, 1);
    return 1;
}

#if LUA_VERSION_NUM >= 505
#define NEW_STATE(allocate, context) lua_newstate(allocate, context, luaL_makeseed(NULL))
#else
#define NEW_STATE(allocate, context) lua_newstate(allocate, context)
#endif

static void *run_worker(void *context)
{
    worker *w = context;
    lua_State *L = NEW_STATE(allocate, w);
    if (L == NULL) {
        snprintf(w->result, sizeof w->result, "no Lua state");
        w->failed = 1;
        return NULL;
    }
    lua_pushcfunction(L, run);
    lua_pushlightuserdata(L, w);
    w->failed = lua_pcall(L, 1, 1, 0) != 0;
    const char *text = lua_tostring(L, -1);
    snprintf(w->result, sizeof w->result, "%s", text != NULL ? text : "no text");
    lua_close(L);
    return NULL;
}

int main(int count, char **arguments)
{
    enum { MOST = 64 };
    static worker workers[MOST];
    const int threads = count == 4 ? atoi(arguments[2]) : 0;
    if (threads < 1 || threads > MOST) {
        fputs("usage: host SCRIPT.lua THREADS MEBIBYTES\n", stderr);
        return EXIT_FAILURE;
    }
    int failed = 0;
    for (int i = 0; i < threads; i++) {
        workers[i].script = arguments[1];
        workers[i].number = i + 1;
        workers[i].limit = (size_t)atoi(arguments[3]) << 20;
        if (pthread_create(&workers[i].thread, NULL, run_worker, &workers[i]) != 0)
            return EXIT_FAILURE;
    }
    for (int i = 0; i < threads; i++) {
        pthread_join(workers[i].thread, NULL);
        printf("thread %d: %s (%lu bytes left)\n", i + 1, workers[i].result,
               (unsigned long)workers[i].used);
        failed |= workers[i].failed;
    }
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
