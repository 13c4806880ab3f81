/* What the files of the binding share: the userdata, how they are told apart and how values are
 * pushed. lua_core.c opens the module; each lua_*.c beside it adds one subject. */
#ifndef TC_LUA_CORE_H
#define TC_LUA_CORE_H

#include "answer/envelope.h"
#include "lua/compat.h"
#include "names/pattern.h"

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

/* The upvalues of every function of the module. */
enum {
    TC_UP_STATE = 1,  /* tc_state */
    TC_UP_ANCHORS,    /* a table: what the state keeps alive, by enum tc_anchor */
    TC_UP_METATABLES, /* the first of TC_CLASSES metatables */
    TC_UPVALUES = TC_UP_METATABLES + TC_CLASSES - 1
};

enum tc_anchor {
    TC_ANCHOR_ROOM = 1,
    TC_ANCHOR_EMPTY_ARRAY,
    TC_ANCHOR_REGISTRY,
    TC_ANCHOR_METHODS /* the first of TC_CLASSES tables of methods */
};

/* What one Lua state needs once. */
typedef struct tc_state {
    const void *metatables[TC_CLASSES]; /* their identities */
    void *room;                         /* see tc_push_room; NULL while it is in use */
    size_t room_size;                   /* bytes */
} tc_state;

/* An object or array of a response. A Response starts with the view of its own fields. */
typedef struct tc_view {
    const tc_document *document;
    uint32_t position;
    tc_place place; /* where a walk over an array stands: only ever saves time. A Response, which is
                     * no array, has that of the array that was walked last in it. */
} tc_view;

/* Kept small: every byte is work for the garbage collector. The index stands behind it, then the
 * body where it is copied, then the action. */
typedef struct tc_response {
    tc_view view;
    uint16_t action_length; /* 0: no action is known */
    bool body_is_copied;    /* else the body is a Lua string that the home keeps alive */
    bool has_home;          /* 5.1 and LuaJIT: the home table exists */
    tc_document document;
    uint32_t code; /* as in tc_envelope */
    uint32_t message;
    uint32_t request_id;
    uint32_t walked; /* the array that was walked last, or TC_NOWHERE */
} tc_response;

/* The action's name, or NULL. */
TC_INLINE const char *tc_action_of(const tc_response *response)
{
    const tc_document *document = &response->document;
    if (response->action_length == 0)
        return NULL;
    return (const char *)(document->words + document->count) +
           (response->body_is_copied ? document->length + 1 : 0);
}

/* One class of userdata, for lua_core.c. */
typedef struct tc_class_definition {
    const char *name;
    const luaL_Reg *metamethods;
    const luaL_Reg *methods; /* or NULL */
} tc_class_definition;

extern const tc_class_definition tc_response_class, tc_object_class, tc_array_class, tc_error_class,
    tc_cursor_class, tc_rulebook_class, tc_event_reader_class, tc_registry_class,
    tc_error_code_class, tc_action_class;

TC_INLINE tc_state *tc_get_state(lua_State *L)
{
    return (tc_state *)lua_touserdata(L, lua_upvalueindex(TC_UP_STATE));
}

/* The class of the value at `index`; TC_CLASSES where it is not one of ours. */
enum tc_class tc_class_of(lua_State *L, int index);

/* The userdata of that class at `index`; raises an argument error that names it otherwise. */
void *tc_check_class(lua_State *L, int index, enum tc_class wanted);

/* The Response, Object or Array at `index`, as a view; raises otherwise. */
tc_view *tc_check_view(lua_State *L, int index);

/* Sets the metatable of the userdata on top of the stack. */
void tc_set_class(lua_State *L, enum tc_class class_id);

/* The name of a property at `index`; "" for what is no string, or holds a zero byte. */
const char *tc_key_at(lua_State *L, int index);

/* Pushes the method of `class` that the value at `key` names, or nil. */
void tc_push_method(lua_State *L, enum tc_class class_id, int key);

/* Pushes a userdata of at least `*size` bytes to work in, the one that was kept if it is large
 * enough, and returns its bytes. size: set to what it has. It is not used twice at a time: an
 * allocation can run a finalizer that comes back here. */
void *tc_push_room(lua_State *L, size_t *size);

/* Keeps the room at `index`, of `size` bytes, for the next use. */
void tc_keep_room(lua_State *L, int index, size_t size);

/* Gives the userdata on top of the stack the home of the view at `index`: what keeps the response
 * and its body alive. */
void tc_share_home(lua_State *L, int index);

/* Pushes the value at `position`: a Lua value for a scalar (nil for null), a view for a container.
 * index: the view it is read from, for its home; at a place of the stack, not relative to the top.
 */
void tc_push_value(lua_State *L, int index, const tc_document *document, uint32_t position);

/* Pushes the string, number, boolean or nil at `position`. */
void tc_push_scalar(lua_State *L, const tc_document *document, uint32_t position);

/* Pushes the string at `position`, decoded. */
void tc_push_string(lua_State *L, const tc_document *document, uint32_t position);

/* The same; nil for TC_NOWHERE. */
void tc_push_optional_string(lua_State *L, const tc_document *document, uint32_t position);

/* A view of the value at `position`. An array's goes on where the last walk over it stands. */
tc_view tc_view_at(const tc_document *document, uint32_t position);

/* The position of the member or element of `view` that the Lua value at `key` names, or
 * TC_NOWHERE. */
uint32_t tc_find_field(lua_State *L, tc_view *view, int key);

/* Raises an argument error about a malformed `what` ("action", "pattern"). */
int tc_raise_malformed(lua_State *L, int argument, const char *what, tc_slice text,
                       const tc_pattern_fault *fault);

/* Checks that the argument at `index` is nil or names an action, "service.Action" or
 * "service@version.Action"; raises otherwise. Returns NULL for nil. */
const char *tc_check_action(lua_State *L, int index, size_t *length);

/* The string at `index`, empty for nil; raises an argument error otherwise. */
tc_slice tc_optional_slice(lua_State *L, int index);

/* Checks a status of HTTP, which has three digits, of the argument at `index`; raises otherwise. */
int tc_check_http_status(lua_State *L, int index, lua_Number status);

/* The texts of an Error. */
enum tc_error_part { TC_PART_CODE, TC_PART_MESSAGE, TC_PART_REQUEST_ID, TC_PART_ACTION, TC_PARTS };

/* An Error. Texts are NULL and numbers 0 where they are not known. */
typedef struct tc_error {
    tc_slice parts[TC_PARTS];    /* behind it, where it is a userdata */
    size_t offset, line, column; /* of the fault in the body, counted from 1 */
    int http_status;
} tc_error;

/* Pushes an Error like `known`; its texts are copied. */
void tc_push_error(lua_State *L, const tc_error *known);

/* Pushes what stands before (category) or after (detail) a code's first dot; no detail is nil. */
void tc_push_code_half(lua_State *L, tc_slice code, bool detail);

/* Pushes the Error of a failed response. */
void tc_push_response_error(lua_State *L, const tc_response *response);

/* Functions of the module, named as in Lua. */
int tc_lua_parse(lua_State *L);
int tc_lua_check(lua_State *L);
int tc_lua_parse_event(lua_State *L);
int tc_lua_event_reader(lua_State *L);
int tc_lua_error(lua_State *L);
int tc_lua_set_empty_array_metatable(lua_State *L);
int tc_lua_action_name(lua_State *L);
int tc_lua_code_pattern(lua_State *L);
int tc_lua_scope_pattern(lua_State *L);
int tc_lua_code_matches(lua_State *L);
int tc_lua_scope_matches(lua_State *L);
int tc_lua_rulebook(lua_State *L);
int tc_lua_new_registry(lua_State *L);
int tc_lua_vocabulary(lua_State *L);

/* Methods of views, named as in Lua. */
int tc_lua_totable(lua_State *L);
int tc_lua_rows(lua_State *L);
int tc_lua_column(lua_State *L);
int tc_lua_pairs(lua_State *L);
int tc_lua_ipairs(lua_State *L);

#endif
