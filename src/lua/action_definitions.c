/* Definitions of actions in the tables of a registry. */
#include "lua/action_definitions.h"

#include "lua/action.h"
#include "lua/registry_tables.h"
#include "lua/text.h"

/* Pushes the key of an action. */
static void push_key(lua_State *L, unsigned id, const tc_action_name *name, bool with_version)
{
    if (id != TC_UNKNOWN) {
        lua_pushinteger(L, (lua_Integer)id);
        return;
    }
    const int first = lua_gettop(L) + 1;
    tc_push_slice(L, name->service);
    if (with_version && name->version.length > 0) {
        lua_pushliteral(L, "@");
        tc_push_slice(L, name->version);
    }
    lua_pushliteral(L, ".");
    tc_push_slice(L, name->action);
    lua_concat(L, lua_gettop(L) - first + 1);
}

/* Pops a key and pushes what is defined under it; false where there is nothing. */
static bool push_defined(lua_State *L, int registry)
{
    tc_push_registry_table(L, registry, TC_ACTION_DEFINITIONS);
    lua_insert(L, -2);
    lua_rawget(L, -2);
    lua_replace(L, -2);
    if (lua_isuserdata(L, -1))
        return true;
    lua_pop(L, 1);
    return false;
}

bool tc_push_exact_definition(lua_State *L, int registry, unsigned id, const tc_action_name *name)
{
    if (tc_action_changes_of(L, registry) == 0)
        return false;
    push_key(L, id, name, true);
    return push_defined(L, registry);
}

/* Pushes what is defined for all versions of the action. */
static bool push_for_all_versions(lua_State *L, int registry, const tc_action_name *name)
{
    push_key(L, TC_UNKNOWN, name, false);
    if (!push_defined(L, registry))
        return false;
    if (tc_defined_action_at(L, -1).name.version.length == 0)
        return true;
    lua_pop(L, 1);
    return false;
}

bool tc_push_action_definition(lua_State *L, int registry, unsigned id, const tc_action_name *name)
{
    if (tc_push_exact_definition(L, registry, id, name))
        return true;
    return id == TC_UNKNOWN && name->version.length > 0 && tc_action_changes_of(L, registry) > 0 &&
           push_for_all_versions(L, registry, name);
}

bool tc_action_reads(lua_State *L, int registry, const tc_action_name *name)
{
    const unsigned id = tc_find_action(name), flag = TC_FLAG_READS;
    const int top = lua_gettop(L);
    bool reads = id != TC_UNKNOWN && tc_action_has(id, TC_FLAG_READS);
    if (tc_push_action_definition(L, registry, id, name)) {
        const tc_defined_action defined = tc_defined_action_at(L, lua_gettop(L));
        if ((defined.stated >> flag & 1) != 0)
            reads = (defined.flags >> flag & 1) != 0;
    }
    lua_settop(L, top);
    return reads;
}

/* Makes sure that the table has a slot for the key, so that storing in it needs no memory. */
static void reserve(lua_State *L, int definitions, int key)
{
    lua_pushvalue(L, key);
    lua_rawget(L, definitions);
    if (lua_isnil(L, -1)) {
        lua_pushvalue(L, key);
        lua_pushboolean(L, 0);
        lua_rawset(L, definitions);
    }
    lua_pop(L, 1);
}

static void fill(lua_State *L, int definitions, int key, int action)
{
    lua_pushvalue(L, key);
    lua_pushvalue(L, action);
    lua_rawset(L, definitions);
}

/* What allocates objects comes first, for that is when finalizers run, which may define actions.
 * After the changes were compared, only a reserved slot can still run out of memory. */
bool tc_store_action_definition(lua_State *L, int registry, int action, bool plain,
                                unsigned changes)
{
    const tc_defined_action defined = tc_defined_action_at(L, action);
    const int top = lua_gettop(L), own_key = top + 1, plain_key = top + 2, definitions = top + 3;
    push_key(L, defined.id, &defined.name, true);
    push_key(L, defined.id, &defined.name, !plain);
    tc_push_registry_table(L, registry, TC_ACTION_DEFINITIONS);
    tc_push_weak_table(L);
    tc_push_weak_table(L);
    const bool current = tc_action_changes_of(L, registry) == changes;
    if (current) {
        reserve(L, definitions, own_key);
        reserve(L, definitions, plain_key);
        tc_set_registry_table(L, registry, TC_ACTIONS);
        tc_set_registry_table(L, registry, TC_SHORTCUTS);
        fill(L, definitions, own_key, action);
        fill(L, definitions, plain_key, action);
        tc_count_action_change(L, registry);
    }
    lua_settop(L, top);
    return current;
}
