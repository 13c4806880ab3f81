/* The classes of userdata: how they are told apart, and how their properties and methods are found.
 * With it what each function of the module carries, and what one Lua state needs once. */
#ifndef TC_LUA_CLASS_H
#define TC_LUA_CLASS_H

#include "lua/compat.h"
#include "names/slice.h"

TC_BEGIN_INTERNAL

enum tc_class {
    TC_RESPONSE,
    TC_OBJECT_VIEW,
    TC_ARRAY_VIEW,
    TC_ERROR,
    TC_CURSOR,
    TC_RULEBOOK,
    TC_EVENT_READER,
    TC_REGISTRY,
    TC_ERROR_CODE,
    TC_ACTION,
    TC_CLASSES
};

/* The upvalues of every function of the module. A userdata is told by its metatable, which the
 * function has at hand. luaL_checkudata would look the class up by its name in Lua's registry each
 * time: reading res.ok took 51 ns with it under 5.4, and takes 40. */
enum {
    TC_UP_STATE = 1,  /* tc_state */
    TC_UP_ANCHORS,    /* a table: what the state keeps alive, by enum tc_anchor */
    TC_UP_METATABLES, /* the first of TC_CLASSES metatables */
    TC_UPVALUES = TC_UP_METATABLES + TC_CLASSES - 1
};

enum tc_anchor {
    TC_ANCHOR_SCRATCH = 1, /* see scratch.h */
    TC_ANCHOR_EMPTY_ARRAY, /* the metatable that totable gives to empty arrays, or nil */
    TC_ANCHOR_REGISTRY,    /* the module's own Registry */
    TC_ANCHOR_METHODS      /* the first of TC_CLASSES tables of methods */
};

/* One class of userdata, as the file of its subject defines it and module.c lists it. */
typedef struct tc_class_definition {
    const char *name;
    const luaL_Reg *metamethods;
    const luaL_Reg *methods; /* or NULL */
} tc_class_definition;

/* What one Lua state needs once. */
typedef struct tc_state {
    const tc_class_definition *const *definitions; /* TC_CLASSES of them */
    const void *metatables[TC_CLASSES]; /* their addresses, as lua_topointer gives them */
    void *scratch;       /* what TC_ANCHOR_SCRATCH keeps alive; NULL while it is in use */
    size_t scratch_size; /* bytes */
} tc_state;

TC_INLINE tc_state *tc_get_state(lua_State *L)
{
    return (tc_state *)lua_touserdata(L, lua_upvalueindex(TC_UP_STATE));
}

/* Registers functions in the table on top of the stack; NULL is an empty list. They get the values
 * from 1 to TC_UPVALUES of the stack as upvalues. For luaopen alone. */
void tc_set_functions(lua_State *L, const luaL_Reg *functions);

/* Fills the metatable of a class, which is among those values, and makes its table of methods. */
void tc_open_class(lua_State *L, tc_state *state, enum tc_class class_id);

/* The class of the value at `index`; TC_CLASSES where it is not one of ours. */
enum tc_class tc_class_of(lua_State *L, int index);

/* Is it a Response, Object or Array? */
TC_INLINE bool tc_is_view(enum tc_class class_id)
{
    return class_id <= TC_ARRAY_VIEW;
}

/* The userdata of that class at `index`; raises an argument error that names the class otherwise.
 */
void *tc_check_class(lua_State *L, int index, enum tc_class wanted);

/* Raises the argument error that `wanted` was expected at `index`. */
int tc_raise_class(lua_State *L, int index, const char *wanted);

/* Sets the metatable of the userdata on top of the stack. */
void tc_set_class(lua_State *L, enum tc_class class_id);

/* Pushes the method of the class that the value at `key` names, or nil. */
void tc_push_method(lua_State *L, enum tc_class class_id, int key);

/* A property of a class: one line in the class's table, which TC_NO_MORE_PROPERTIES ends. Looking
 * through it is quick, for most names differ in length already. */
typedef struct tc_property {
    const char *name;
    size_t length;
    void (*push)(lua_State *L, const void *self); /* pushes one value */
} tc_property;

#define TC_PROPERTY(name, push)                                                                    \
    {                                                                                              \
        name, sizeof(name) - 1, push                                                               \
    }
#define TC_NO_MORE_PROPERTIES                                                                      \
    {                                                                                              \
        NULL, 0, NULL                                                                              \
    }

/* The string at `index` as the name of a property; the empty one, which no property has, where the
 * value is not a string. */
tc_slice tc_key_at(lua_State *L, int index);

/* The property of that name, or NULL. */
TC_INLINE const tc_property *tc_find_property(const tc_property *properties, tc_slice name)
{
    for (; properties->name != NULL; properties++) {
        if (properties->length == name.length &&
            memcmp(properties->name, name.text, name.length) == 0)
            return properties;
    }
    return NULL;
}

/* Pushes the value of the property of that name and returns true; pushes nothing and returns false
 * where there is no such property. */
TC_INLINE bool tc_push_property(lua_State *L, const tc_property *properties, const void *self,
                                tc_slice name)
{
    const tc_property *found = tc_find_property(properties, name);
    if (found != NULL)
        found->push(L, self);
    return found != NULL;
}

TC_END_INTERNAL

#endif
