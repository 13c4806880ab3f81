/* The class EventReader, and the function of the module that makes one. */
#ifndef TC_LUA_EVENT_READER_H
#define TC_LUA_EVENT_READER_H

#include "lua/class.h"

extern const tc_class_definition tc_event_reader_class;

int tc_lua_event_reader(lua_State *L);

#endif
