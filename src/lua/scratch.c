/* Scratch memory in Lua's own memory: an error in the middle of its use loses nothing. */
#include "lua/scratch.h"

#include "lua/class.h"

enum { KEPT_MAX = 1 << 20 }; /* bytes: a server should not hold more for ever */

void *tc_push_scratch(lua_State *L, size_t *size)
{
    tc_state *state = tc_get_state(L);
    void *scratch = state->scratch;
    if (scratch == NULL || state->scratch_size < *size)
        return lua_newuserdata(L, *size);
    *size = state->scratch_size;
    state->scratch = NULL;
    lua_rawgeti(L, lua_upvalueindex(TC_UP_ANCHORS), TC_ANCHOR_SCRATCH);
    return scratch;
}

void tc_keep_scratch(lua_State *L, int index, size_t size)
{
    tc_state *state = tc_get_state(L);
    if (size > KEPT_MAX)
        return;
    lua_pushvalue(L, index);
    lua_rawseti(L, lua_upvalueindex(TC_UP_ANCHORS), TC_ANCHOR_SCRATCH);
    state->scratch = lua_touserdata(L, index);
    state->scratch_size = size;
}
