/* The class Rulebook, and the function of the module that makes one. */
#ifndef TC_LUA_RULEBOOK_H
#define TC_LUA_RULEBOOK_H

#include "lua/class.h"

TC_BEGIN_INTERNAL

extern const tc_class_definition tc_rulebook_class;

int tc_lua_rulebook(lua_State *L);

TC_END_INTERNAL

#endif
