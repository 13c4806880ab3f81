/* Runs every step of a scenario again and again, each time with running out of memory at another of
 * the step's allocations: `starve SCENARIO.lua`. A run must end in success or in Lua's memory
 * error, the step must succeed afterwards in the same state, and closing that must give back all
 * memory. */
#include <lauxlib.h>
#include <lua.h>
#include <lualib.h>

#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* How memory runs out. 5.3 and later collect garbage and try again where an allocation fails: only
 * TWICE shows what comes of it that has memory again for an error message. */
enum famine {
    ONCE,    /* one allocation fails */
    TWICE,   /* so does the next one */
    TO_STAY, /* so do all from there on, until the step has ended */
    FAMINES
};

static const char *const famine_names[] = {"once", "twice", "to stay"};

typedef struct memory {
    unsigned long
        blocks; /* in use; not bytes: LuaJIT tells the wrong size of a closure half made */
    unsigned long served; /* allocations since the step began */
    unsigned long last;   /* the number of the one that fails; 0: none does */
    enum famine famine;
} memory;

/* What is used after it was given back shows. A compiler may leave out a memset before free. */
static void *(*volatile overwrite)(void *, int, size_t) = memset;

/* Does the allocation that is asked for now fail? */
static bool is_starved(const memory *m)
{
    if (m->last == 0 || m->served < m->last)
        return false;
    switch (m->famine) {
    case ONCE: return m->served == m->last;
    case TWICE: return m->served <= m->last + 1;
    default: return true;
    }
}

/* Lua's allocator. Giving back and shrinking never fail: Lua counts on it. */
static void *allocate(void *context, void *block, size_t old_size, size_t new_size)
{
    memory *m = (memory *)context;
    if (block == NULL)
        old_size = 0; /* it tells the type of the new object then */
    if (new_size > old_size) {
        m->served++;
        if (is_starved(m))
            return NULL;
    }
    if (new_size == 0) {
        m->blocks -= block != NULL;
        if (block != NULL)
            overwrite(block, 0x5a, old_size);
        free(block);
        return NULL;
    }
    void *fresh = realloc(block, new_size);
    m->blocks += block == NULL && fresh != NULL;
    return fresh;
}

/* What is being run, for the message of a crash. */
static char now[256];

static void report_crash(int number)
{
    static const char text[] = "crashed: ";
    if (write(STDERR_FILENO, text, sizeof text - 1) < 0 ||
        write(STDERR_FILENO, now, strlen(now)) < 0 || write(STDERR_FILENO, "\n", 1) < 0)
        _exit(EXIT_FAILURE);
    signal(number, SIG_DFL);
    raise(number);
}

/* Says what went wrong in the run of now. Returns false. */
static bool complain(const char *format, ...)
{
    va_list arguments;
    fprintf(stderr, "%s: ", now);
    va_start(arguments, format);
    vfprintf(stderr, format, arguments);
    va_end(arguments);
    fputc('\n', stderr);
    return false;
}

/* LuaJIT's compiled code is not ours to prove: 2.1.0-beta3 crashes when memory runs out in it, as
 * in a loop of s:gsub("a" .. i, "b") without any module. */
static const char no_compiler[] = "if jit then jit.off() end";

/* Since 5.5 a program chooses the seed of a state's hashes: the same in all runs. */
#if LUA_VERSION_NUM >= 505
#define NEW_STATE(allocator, context) lua_newstate(allocator, context, 0)
#else
#define NEW_STATE(allocator, context) lua_newstate(allocator, context)
#endif

/* A new state with the scenario's steps on its stack: {{name =, run =}, ...} */
static lua_State *open_state(memory *m, const char *scenario)
{
    memset(m, 0, sizeof *m);
    lua_State *L = NEW_STATE(allocate, m);
    if (L == NULL) {
        fputs("starve: this Lua takes no allocator of a program's own\n", stderr);
        exit(EXIT_FAILURE);
    }
    luaL_openlibs(L);
    if (luaL_dostring(L, no_compiler) != 0 || luaL_loadfile(L, scenario) != 0 ||
        lua_pcall(L, 0, 1, 0) != 0) {
        fprintf(stderr, "starve: %s\n", lua_tostring(L, -1));
        exit(EXIT_FAILURE);
    }
    return L;
}

/* Pushes a field of a step. */
static void push_field(lua_State *L, int step, const char *field)
{
    lua_rawgeti(L, 1, step);
    lua_getfield(L, -1, field);
    lua_remove(L, -2);
}

/* Runs a step, which runs out of memory at its allocation number `last`; 0: it does not. As
 * lua_pcall. */
static int run_step(lua_State *L, memory *m, int step, enum famine famine, unsigned long last)
{
    lua_settop(L, 1);
    push_field(L, step, "run");
    m->served = 0;
    m->famine = famine;
    m->last = last;
    const int status = lua_pcall(L, 0, 0, 0);
    m->last = 0;
    return status;
}

static bool is_memory_error(lua_State *L, int status)
{
    const char *message = lua_tostring(L, -1);
    return status == LUA_ERRMEM || (message != NULL && strstr(message, "not enough memory"));
}

/* In Lua 5.5.0 lua_pushvfstring pushes nothing where memory runs out, and luaL_error joins what is
 * below to its message then: an error all the same, but with another text. */
static bool is_excused(lua_State *L, enum famine famine)
{
    const char *message = lua_tostring(L, -1);
    return LUA_VERSION_NUM == 505 && famine == TWICE && message != NULL &&
           strstr(message, "another message: ");
}

/* One run in a state of its own. starved: set to whether it came to the allocation `last`.
 * Returns whether all went well. */
static bool run_once(const char *scenario, int step, enum famine famine, unsigned long last,
                     bool *starved)
{
    memory m;
    bool well = true;
    lua_State *L = open_state(&m, scenario);
    push_field(L, step, "name");
    snprintf(now, sizeof now, "%s: out of memory %s at allocation %lu", lua_tostring(L, -1),
             famine_names[famine], last);
    const int status = run_step(L, &m, step, famine, last);
    *starved = m.served >= last;
    if (status != 0 && !is_memory_error(L, status) && !is_excused(L, famine))
        well = complain("%s", lua_tostring(L, -1));
    lua_settop(L, 1);
    lua_gc(L, LUA_GCCOLLECT, 0);
    if (run_step(L, &m, step, famine, 0) != 0)
        well = complain("afterwards, with memory: %s", lua_tostring(L, -1));
    lua_close(L);
    if (m.blocks != 0)
        well = complain("%lu blocks of memory are left of the closed state", m.blocks);
    return well;
}

static bool has_step(lua_State *L, int step)
{
    lua_rawgeti(L, 1, step);
    const bool has = !lua_isnil(L, -1);
    lua_pop(L, 1);
    return has;
}

static int count_steps(const char *scenario)
{
    memory m;
    int steps = 0;
    lua_State *L = open_state(&m, scenario);
    while (has_step(L, steps + 1))
        steps++;
    lua_close(L);
    return steps;
}

int main(int count, char **arguments)
{
    unsigned long runs = 0, wrong = 0;
    if (count != 2) {
        fputs("usage: starve SCENARIO.lua\n", stderr);
        return EXIT_FAILURE;
    }
    signal(SIGSEGV, report_crash);
    signal(SIGABRT, report_crash);
    const int steps = count_steps(arguments[1]);
    for (int step = 1; step <= steps; step++) {
        for (enum famine famine = ONCE; famine < FAMINES; famine++) {
            bool starved = true;
            for (unsigned long last = 1; starved; last++) {
                wrong += !run_once(arguments[1], step, famine, last, &starved);
                runs += starved;
                if (wrong > 10)
                    starved = false; /* enough is known */
            }
        }
    }
    printf("%d steps ran out of memory at each of their allocations: %lu runs, %lu wrong\n", steps,
           runs, wrong);
    return wrong == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
