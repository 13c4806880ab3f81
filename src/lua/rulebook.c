/* Rulebook: a set of compiled rules as a userdata.
 *
 *     Rulebook --home--> block <--home-- snapshot
 *
 * The set's block is a userdata of its own, so that a snapshot costs no copy: both share the block,
 * and a Rulebook that shares its block takes a copy of it before it changes. In 5.1 and LuaJIT the
 * home is a table with the block in it. */
#include "lua/rulebook.h"

#include "lua/arguments.h"
#include "lua/home.h"
#include "lua/patterns.h"
#include "lua/text.h"
#include "rules/rule_walk.h"
#include "rules/rulebook.h"

typedef struct lua_rulebook {
    tc_rulebook *book;
    bool shared;   /* a snapshot has the same block: copy before a change */
    bool snapshot; /* it never changes */
} lua_rulebook;

static lua_rulebook *check_rulebook(lua_State *L)
{
    return (lua_rulebook *)tc_check_class(L, 1, TC_RULEBOOK);
}

/* The Rulebook at 1, for a change. */
static lua_rulebook *check_changeable(lua_State *L)
{
    lua_rulebook *self = check_rulebook(L);
    if (self->snapshot)
        luaL_error(L, "a snapshot does not change: change the rulebook it was taken from");
    return self;
}

/* Pushes the home of a block of `size` bytes, and returns the block. */
static void *push_block(lua_State *L, size_t size)
{
#if LUA_VERSION_NUM >= 503
    return lua_newuserdata(L, size);
#else
    lua_createtable(L, 1, 0);
    void *block = lua_newuserdata(L, size);
    lua_rawseti(L, -2, 1);
    return block;
#endif
}

static size_t next_size(const lua_rulebook *self, bool larger)
{
    return larger ? tc_rulebook_size(self->book) : tc_rulebook_bytes(self->book);
}

/* Moves the set of the Rulebook at 1 to a block of its own; larger: with room for more rules. The
 * allocation can run a finalizer that changes this very set: then the size is another. */
static void renew(lua_State *L, lua_rulebook *self, bool larger)
{
    size_t size = next_size(self, larger);
    void *block = push_block(L, size);
    while (size != next_size(self, larger)) {
        lua_pop(L, 1);
        size = next_size(self, larger);
        block = push_block(L, size);
    }
    self->book = larger ? tc_rulebook_start(block, self->book)
                        : (tc_rulebook *)memcpy(block, self->book, size);
    self->shared = false;
    tc_set_home(L, 1);
}

/* rulebook() --> a Rulebook without rules */
int tc_lua_rulebook(lua_State *L)
{
    lua_settop(L, 0);
    lua_rulebook *self = (lua_rulebook *)tc_new_userdata(L, sizeof *self);
    *self = (lua_rulebook){.book = NULL};
    tc_set_class(L, TC_RULEBOOK);
    renew(L, self, true);
    return 1;
}

/* Pushes nil and "scope 'cvm': why it is malformed". */
static int push_refusal(lua_State *L, const char *what, tc_slice text,
                        const tc_pattern_fault *fault)
{
    lua_pushnil(L);
    tc_push_complaint(L, what, text, fault->reason);
    return 2;
}

/* rulebook:add(scope, code, layer [, veto [, of_items]]) --> id; or nil, the reason, and the id of
 * the rule that has the same scope and code in the same layer, if it is that.
 * layer: 1 the call's, 2 the user's, 3 the built-in ones; of_items: the code may be an integer. */
static int rulebook_add(lua_State *L)
{
    lua_rulebook *self = check_changeable(L);
    const tc_slice scope = tc_check_slice(L, 2), code = tc_check_slice(L, 3);
    tc_rule rule;
    tc_pattern_fault fault;
    uint32_t earlier;
    const lua_Integer layer = luaL_checkinteger(L, 4);
    luaL_argcheck(L, layer >= 1 && layer <= TC_LAYERS, 4, "layer: 1, 2 or 3 expected");
    rule.layer = (unsigned)layer;
    rule.veto = lua_toboolean(L, 5);
    if (!tc_scope_pattern_parse(scope.text, scope.length, &rule.scope, &fault))
        return push_refusal(L, "scope", scope, &fault);
    if (!tc_read_pattern(L, 6, code, &rule.code, &fault))
        return push_refusal(L, "code", code, &fault);
    while (self->shared || !tc_rulebook_has_room(self->book))
        renew(L, self, !tc_rulebook_has_room(self->book));
    if (tc_rulebook_is_full(self->book))
        return luaL_error(L, "a rulebook holds at most %d rules", (int)TC_RULES_MAX);
    const uint32_t id = tc_rulebook_add(self->book, &rule, &earlier);
    if (id == 0) {
        lua_pushnil(L);
        lua_pushliteral(L, "the layer has a rule for this scope and code already");
        lua_pushinteger(L, (lua_Integer)earlier);
        return 3;
    }
    lua_pushinteger(L, (lua_Integer)id);
    return 1;
}

/* rulebook:remove(id) --> was there a rule with that id? */
static int rulebook_remove(lua_State *L)
{
    lua_rulebook *self = check_changeable(L);
    const lua_Number id = luaL_checknumber(L, 2);
    bool removed = false;
    if (id >= 1 && id <= (lua_Number)UINT32_MAX && (lua_Number)(uint32_t)id == id) {
        if (self->shared)
            renew(L, self, false);
        removed = tc_rulebook_remove(self->book, (uint32_t)id);
    }
    lua_pushboolean(L, removed);
    return 1;
}

/* Begins a walk for the arguments service, version, action, code, kind from 2 on. */
static void start_walk(lua_State *L, tc_rule_walk *walk)
{
    const lua_rulebook *self = check_rulebook(L);
    tc_rule_query query;
    query.action.service = tc_optional_slice(L, 2);
    query.action.version = tc_optional_slice(L, 3);
    query.action.action = tc_optional_slice(L, 4);
    query.code = tc_check_slice(L, 5);
    query.kind = tc_optional_slice(L, 6);
    luaL_argcheck(L, query.code.length > 0, 5, "code: an error's code or 'ok' expected");
    if (tc_slice_is(query.code, "ok"))
        query.code.length = 0;
    tc_rule_walk_start(walk, self->book, &query);
}

/* rulebook:first(service, version, action, code or "ok" [, kind]) --> the winner's id, or nil.
 * Service, version, action and kind are nil where they are not known. */
static int rulebook_first(lua_State *L)
{
    tc_rule_walk walk;
    start_walk(L, &walk);
    const uint32_t id = tc_rule_walk_next(&walk);
    if (id == 0)
        lua_pushnil(L);
    else
        lua_pushinteger(L, (lua_Integer)id);
    return 1;
}

/* rulebook:candidates(the same) --> the ids of all rules that match, in winning order */
static int rulebook_candidates(lua_State *L)
{
    tc_rule_walk walk;
    int count = 0;
    lua_settop(L, 6);
    start_walk(L, &walk);
    tc_get_home(L, 1); /* a finalizer may give the Rulebook another block */
    lua_createtable(L, 4, 0);
    for (uint32_t id = tc_rule_walk_next(&walk); id != 0; id = tc_rule_walk_next(&walk)) {
        lua_pushinteger(L, (lua_Integer)id);
        lua_rawseti(L, 8, ++count);
    }
    return 1;
}

/* rulebook:snapshot() --> a Rulebook that keeps the rules of now */
static int rulebook_snapshot(lua_State *L)
{
    lua_rulebook *self = check_rulebook(L);
    lua_settop(L, 1);
    if (self->snapshot)
        return 1;
    lua_rulebook *copy = (lua_rulebook *)tc_new_userdata(L, sizeof *copy);
    *copy = (lua_rulebook){.book = self->book, .snapshot = true};
    tc_set_class(L, TC_RULEBOOK);
    tc_get_home(L, 1);
    tc_set_home(L, 2);
    self->shared = true;
    return 1;
}

/* #rulebook --> the number of rules */
static int rulebook_len(lua_State *L)
{
    lua_pushinteger(L, (lua_Integer)tc_rulebook_count(check_rulebook(L)->book));
    return 1;
}

static int rulebook_tostring(lua_State *L)
{
    const lua_rulebook *self = check_rulebook(L);
    lua_pushfstring(L, "tencentcloud.Rulebook: %d rules%s", (int)tc_rulebook_count(self->book),
                    self->snapshot ? ", snapshot" : "");
    return 1;
}

static const luaL_Reg methods[] = {
    {"add", rulebook_add},           {"remove", rulebook_remove},
    {"first", rulebook_first},       {"candidates", rulebook_candidates},
    {"snapshot", rulebook_snapshot}, {NULL, NULL},
};

static const luaL_Reg metamethods[] = {
    {"__len", rulebook_len},
    {"__tostring", rulebook_tostring},
    {NULL, NULL},
};

const tc_class_definition tc_rulebook_class = {
    .name = "tencentcloud.Rulebook",
    .metamethods = metamethods,
    .methods = methods,
};
