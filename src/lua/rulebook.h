/* The class Rulebook, and the function of the module that makes one. */
#ifndef TC_LUA_RULEBOOK_H
#define TC_LUA_RULEBOOK_H

#include "lua/class.h"

extern const tc_class_definition tc_rulebook_class;

int tc_lua_rulebook(lua_State *L);

#endif
