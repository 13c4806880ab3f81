/* The classes Response, Object and Array. */
#ifndef TC_LUA_VIEW_H
#define TC_LUA_VIEW_H

#include "lua/class.h"

extern const tc_class_definition tc_response_class, tc_object_class, tc_array_class;

#endif
