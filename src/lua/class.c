/* Classes of userdata. */
#include "lua/class.h"

void tc_set_functions(lua_State *L, const luaL_Reg *functions)
{
    for (; functions != NULL && functions->name != NULL; functions++) {
        for (int upvalue = 1; upvalue <= TC_UPVALUES; upvalue++)
            lua_pushvalue(L, upvalue);
        lua_pushcclosure(L, functions->func, TC_UPVALUES);
        lua_setfield(L, -2, functions->name);
    }
}

/* A class whose metamethods have no __index of their own finds its methods by the table itself. */
void tc_open_class(lua_State *L, tc_state *state, enum tc_class class_id)
{
    const tc_class_definition *definition = state->definitions[class_id];
    lua_pushvalue(L, TC_UP_METATABLES + (int)class_id);
    state->metatables[class_id] = lua_topointer(L, -1);
    lua_newtable(L);
    tc_set_functions(L, definition->methods);
    lua_pushvalue(L, -1);
    lua_rawseti(L, TC_UP_ANCHORS, TC_ANCHOR_METHODS + (int)class_id);
    lua_setfield(L, -2, "__index");
    tc_set_functions(L, definition->metamethods);
    lua_pushstring(L, definition->name);
    lua_pushvalue(L, -1);
    lua_setfield(L, -3, "__name");
    lua_setfield(L, -2, "__metatable"); /* what scripts see of it */
    lua_pop(L, 1);
}

enum tc_class tc_class_of(lua_State *L, int index)
{
    if (lua_type(L, index) != LUA_TUSERDATA || !lua_getmetatable(L, index))
        return TC_CLASSES;
    const tc_state *state = tc_get_state(L);
    const void *metatable = lua_topointer(L, -1);
    lua_pop(L, 1);
    for (int i = 0; i < TC_CLASSES; i++) {
        if (metatable == state->metatables[i])
            return (enum tc_class)i;
    }
    return TC_CLASSES;
}

int tc_raise_class(lua_State *L, int index, const char *wanted)
{
    const enum tc_class class_id = tc_class_of(L, index);
    const char *found = class_id == TC_CLASSES ? luaL_typename(L, index)
                                               : tc_get_state(L)->definitions[class_id]->name;
    return luaL_argerror(L, index, lua_pushfstring(L, "%s expected, got %s", wanted, found));
}

void *tc_check_class(lua_State *L, int index, enum tc_class wanted)
{
    TC_ASSERT(index > 0);
    void *userdata = lua_touserdata(L, index);
    const bool right = userdata != NULL && lua_getmetatable(L, index) &&
                       lua_rawequal(L, -1, lua_upvalueindex(TC_UP_METATABLES + (int)wanted));
    if (TC_UNLIKELY(!right))
        tc_raise_class(L, index, tc_get_state(L)->definitions[wanted]->name);
    lua_pop(L, 1);
    return userdata;
}

void tc_set_class(lua_State *L, enum tc_class class_id)
{
    lua_pushvalue(L, lua_upvalueindex(TC_UP_METATABLES + (int)class_id));
    lua_setmetatable(L, -2);
}

void tc_push_method(lua_State *L, enum tc_class class_id, int key)
{
    lua_rawgeti(L, lua_upvalueindex(TC_UP_ANCHORS), TC_ANCHOR_METHODS + (int)class_id);
    lua_pushvalue(L, key);
    lua_rawget(L, -2);
    lua_replace(L, -2);
}

tc_slice tc_key_at(lua_State *L, int index)
{
    tc_slice key = {"", 0};
    if (lua_type(L, index) == LUA_TSTRING)
        key.text = lua_tolstring(L, index, &key.length);
    return key;
}
