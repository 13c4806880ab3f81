/* Working memory for longer than the C stack should hold: the index of a large body while it grows,
 * a long text while it is decoded. One userdata is kept from one use to the next, so that parsing
 * one large body after another does not allocate each time. */
#ifndef TC_LUA_SCRATCH_H
#define TC_LUA_SCRATCH_H

#include "lua/compat.h"

/* Pushes a userdata of at least `*size` bytes to work in, the one that was kept if it is large
 * enough, and returns its bytes. size: set to what it has.
 * It counts as in use until it is kept again, for it may not be used twice at a time: an allocation
 * can run a finalizer that comes back here. Where an error ends the work, it is simply not kept. */
void *tc_push_scratch(lua_State *L, size_t *size);

/* Keeps the scratch memory at `index`, of `size` bytes, for the next use. */
void tc_keep_scratch(lua_State *L, int index, size_t size);

#endif
