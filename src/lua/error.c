/* Error: its properties, and making one. */
#include "lua/error.h"

#include "json/reader.h"
#include "lua/arguments.h"
#include "lua/home.h"
#include "lua/lookup.h"
#include "lua/text.h"
#include "names/pattern.h"

static const tc_error *check_error(lua_State *L)
{
    return (const tc_error *)tc_check_class(L, 1, TC_ERROR);
}

/* Pushes an Error with room for `text_size` bytes, which begins at `*text`. */
static tc_error *new_error(lua_State *L, size_t text_size, char **text)
{
    tc_error *error = (tc_error *)tc_new_userdata(L, sizeof *error + text_size);
    memset(error, 0, sizeof *error);
    *text = (char *)(error + 1);
    tc_set_class(L, TC_ERROR);
    return error;
}

void tc_push_error(lua_State *L, const tc_error *known)
{
    size_t size = 0;
    char *text;
    for (int i = 0; i < TC_PARTS; i++)
        size += known->parts[i].length;
    tc_error *error = new_error(L, size, &text);
    *error = *known;
    for (int i = 0; i < TC_PARTS; i++) {
        const tc_slice part = known->parts[i];
        if (part.text == NULL)
            continue;
        error->parts[i].text = memcpy(text, part.text, part.length);
        text += part.length;
    }
}

void tc_set_response_of_error(lua_State *L, int index)
{
    TC_ASSERT(index > 0);
    tc_error *error = (tc_error *)lua_touserdata(L, -1);
#if LUA_VERSION_NUM >= 503
    lua_pushvalue(L, index);
#else
    lua_createtable(L, 1, 0);
    lua_pushvalue(L, index);
    lua_rawseti(L, -2, 1);
#endif
    tc_set_home(L, -2);
    error->has_response = true;
}

void tc_push_response_error(lua_State *L, const tc_response *response)
{
    const tc_document *document = &response->document;
    const uint32_t positions[] = {
        [TC_PART_CODE] = response->code,
        [TC_PART_MESSAGE] = response->message,
        [TC_PART_REQUEST_ID] = response->request_id,
    };
    size_t size = response->action_length; /* decoding makes no text longer */
    char *text;
    if (response->code == TC_NOWHERE) {
        lua_pushnil(L);
        return;
    }
    for (int i = TC_PART_CODE; i <= TC_PART_REQUEST_ID; i++)
        size += positions[i] == TC_NOWHERE ? 0 : tc_string_length(document, positions[i]);
    tc_error *error = new_error(L, size, &text);
    for (int i = TC_PART_CODE; i <= TC_PART_REQUEST_ID; i++) {
        if (positions[i] == TC_NOWHERE)
            continue;
        const size_t length =
            tc_text_decode(tc_text_at(document, positions[i]),
                           tc_string_length(document, positions[i]), (uint8_t *)text);
        error->parts[i] = (tc_slice){text, length};
        text += length;
    }
    if (response->action_length > 0) {
        const tc_slice action = tc_action_of(response);
        error->parts[TC_PART_ACTION] =
            (tc_slice){memcpy(text, action.text, action.length), action.length};
    }
}

/* Properties */

static void push_part(lua_State *L, const void *self, enum tc_error_part which)
{
    const tc_slice part = ((const tc_error *)self)->parts[which];
    if (part.text == NULL)
        lua_pushnil(L);
    else
        tc_push_slice(L, part);
}

static void push_code(lua_State *L, const void *self)
{
    push_part(L, self, TC_PART_CODE);
}

static void push_message(lua_State *L, const void *self)
{
    push_part(L, self, TC_PART_MESSAGE);
}

static void push_request_id(lua_State *L, const void *self)
{
    push_part(L, self, TC_PART_REQUEST_ID);
}

static void push_action(lua_State *L, const void *self)
{
    push_part(L, self, TC_PART_ACTION);
}

static void push_category(lua_State *L, const void *self)
{
    tc_push_category(L, ((const tc_error *)self)->parts[TC_PART_CODE]);
}

static void push_detail(lua_State *L, const void *self)
{
    tc_push_detail(L, ((const tc_error *)self)->parts[TC_PART_CODE]);
}

static void push_number(lua_State *L, size_t number)
{
    if (number == 0)
        lua_pushnil(L);
    else
        lua_pushinteger(L, (lua_Integer)number);
}

static void push_offset(lua_State *L, const void *self)
{
    push_number(L, ((const tc_error *)self)->place.offset);
}

static void push_line(lua_State *L, const void *self)
{
    push_number(L, ((const tc_error *)self)->place.line);
}

static void push_column(lua_State *L, const void *self)
{
    push_number(L, ((const tc_error *)self)->place.column);
}

static void push_http_status(lua_State *L, const void *self)
{
    push_number(L, (size_t)((const tc_error *)self)->http_status);
}

/* The Error is at 1. */
static void push_response(lua_State *L, const void *self)
{
    if (!((const tc_error *)self)->has_response) {
        lua_pushnil(L);
        return;
    }
    tc_get_home(L, 1);
#if LUA_VERSION_NUM < 503
    lua_rawgeti(L, -1, 1);
#endif
}

/* Pushes the module's own Registry and returns its index. */
static int push_registry(lua_State *L)
{
    lua_rawgeti(L, lua_upvalueindex(TC_UP_ANCHORS), TC_ANCHOR_REGISTRY);
    return lua_gettop(L);
}

static void push_entry(lua_State *L, const void *self)
{
    const tc_error *error = (const tc_error *)self;
    tc_look_up_sent(L, push_registry(L), error->parts[TC_PART_CODE], error->parts[TC_PART_ACTION]);
}

static const tc_property properties[] = {
    TC_PROPERTY("code", push_code),
    TC_PROPERTY("message", push_message),
    TC_PROPERTY("request_id", push_request_id),
    TC_PROPERTY("action", push_action),
    TC_PROPERTY("category", push_category),
    TC_PROPERTY("detail", push_detail),
    TC_PROPERTY("offset", push_offset),
    TC_PROPERTY("line", push_line),
    TC_PROPERTY("column", push_column),
    TC_PROPERTY("http_status", push_http_status),
    TC_PROPERTY("response", push_response),
    TC_PROPERTY("entry", push_entry),
    TC_NO_MORE_PROPERTIES,
};

/* What an HTTP status says where no code does. From RFC 9110 and RFC 6585: after 429 nothing was
 * carried out; 408 and 5xx may pass, and nobody knows what was carried out; any other comes again.
 */
static void judge_by_status(int status, tc_verdict *verdict)
{
    verdict->retryable = status == 429                    ? TC_RETRYABLE_THROTTLE
                         : status == 408 || status >= 500 ? TC_RETRYABLE_BACKOFF
                                                          : TC_RETRYABLE_NO;
    verdict->executed = status == 429 ? TC_EXECUTED_NO : TC_EXECUTED_MAYBE;
}

/* Makes the verdict on a code of this module's own one on this error of it. */
static void judge_client_error(const tc_error *error, tc_verdict *verdict)
{
    const tc_slice code = error->parts[TC_PART_CODE];
    if (tc_slice_is(code, tc_client_code_names[TC_CLIENT_HTTP_STATUS_CODE_ERROR])) {
        if (error->http_status != 0)
            judge_by_status(error->http_status, verdict);
    } else if (error->lasting) {
        verdict->retryable = TC_RETRYABLE_NO;
    }
}

/* Does the property depend on what the action does? To find that out takes a search. */
static bool depends_on_action(tc_slice property)
{
    return tc_slice_is(property, "advice") || tc_slice_is(property, "advice_zh");
}

/* Reads what the registry knows of the code now: a definition made after the error counts too. */
static void read_entry(lua_State *L, const tc_error *error, tc_error_code *known)
{
    tc_read_sent(L, push_registry(L), error->parts[TC_PART_CODE], error->parts[TC_PART_ACTION],
                 known);
    if (known->entry.verdict.kind == TC_KIND_CLIENT &&
        known->entry.verdict.source != TC_SOURCE_DEFINED)
        judge_client_error(error, &known->entry.verdict);
}

/* Pushes the property of that name of the code's entry. Returns false where there is none. */
static bool push_entry_property(lua_State *L, const tc_error *error, tc_slice name)
{
    tc_error_code known;
    const tc_property *property = tc_find_property(tc_shared_code_properties, name);
    if (property == NULL)
        return false;
    read_entry(L, error, &known);
    if (depends_on_action(name))
        tc_set_sender(L, push_registry(L), error->parts[TC_PART_ACTION], &known);
    property->push(L, &known);
    return true;
}

/* error[key] --> a property or method; nil where it is not known */
static int error_index(lua_State *L)
{
    const tc_error *error = check_error(L);
    const tc_slice key = tc_key_at(L, 2);
    if (!tc_push_property(L, properties, error, key) && !push_entry_property(L, error, key))
        tc_push_method(L, TC_ERROR, 2);
    return 1;
}

static int error_newindex(lua_State *L)
{
    check_error(L);
    return luaL_error(L, "an error is read-only: copy what you need into a table");
}

static bool same_part(tc_slice a, tc_slice b)
{
    return (a.text == NULL) == (b.text == NULL) && tc_slice_equals(a, b);
}

/* error == error --> are all their parts the same? */
static int error_eq(lua_State *L)
{
    bool equal = tc_class_of(L, 1) == TC_ERROR && tc_class_of(L, 2) == TC_ERROR;
    if (equal) {
        const tc_error *a = (const tc_error *)lua_touserdata(L, 1);
        const tc_error *b = (const tc_error *)lua_touserdata(L, 2);
        equal = a->place.offset == b->place.offset && a->http_status == b->http_status;
        for (int i = 0; i < TC_PARTS && equal; i++)
            equal = same_part(a->parts[i], b->parts[i]);
    }
    lua_pushboolean(L, equal);
    return 1;
}

/* tostring(error) --> "Code: message (service.Action, request id ...)", one line */
static int error_tostring(lua_State *L)
{
    const tc_slice *parts = check_error(L)->parts;
    const tc_slice action = parts[TC_PART_ACTION], request_id = parts[TC_PART_REQUEST_ID];
    lua_settop(L, 1);
    tc_push_quoted(L, parts[TC_PART_CODE], TC_QUOTED_CODE);
    if (parts[TC_PART_MESSAGE].length > 0) {
        lua_pushliteral(L, ": ");
        tc_push_quoted(L, parts[TC_PART_MESSAGE], TC_QUOTED_MESSAGE);
    }
    if (action.length > 0 || request_id.length > 0)
        lua_pushliteral(L, " (");
    if (action.length > 0)
        tc_push_quoted(L, action, TC_QUOTED_ACTION);
    if (request_id.length > 0) {
        lua_pushstring(L, action.length > 0 ? ", request id " : "request id ");
        tc_push_quoted(L, request_id, TC_QUOTED_NAME);
    }
    if (action.length > 0 || request_id.length > 0)
        lua_pushliteral(L, ")");
    lua_concat(L, lua_gettop(L) - 1);
    return 1;
}

/* The status in the field http_status of the table at 1; 0 where there is none. */
static int take_http_status(lua_State *L)
{
    lua_getfield(L, 1, "http_status");
    if (lua_isnil(L, -1))
        return 0;
    return tc_check_http_status(L, 1, lua_isnumber(L, -1) ? lua_tonumber(L, -1) : 0);
}

/* error{code =, message =, request_id =, action =, http_status =} --> an Error of the caller's own,
 * such as ClientError.NetworkError for a request without an answer. Only `code` must be there. The
 * action may be any text: names come from outside too. */
int tc_lua_error(lua_State *L)
{
    static const char *const names[TC_PARTS] = {
        [TC_PART_CODE] = "code",
        [TC_PART_MESSAGE] = "message",
        [TC_PART_REQUEST_ID] = "request_id",
        [TC_PART_ACTION] = "action",
    };
    tc_error known = {.http_status = 0};
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_settop(L, 1);
    for (int i = 0; i < TC_PARTS; i++)
        known.parts[i] = tc_take_text(L, 1, names[i]);
    luaL_argcheck(L, known.parts[TC_PART_CODE].text != NULL, 1, "code: string expected, got nil");
    luaL_argcheck(L, known.parts[TC_PART_CODE].length > 0, 1, "code: it is empty");
    known.http_status = take_http_status(L);
    tc_push_error(L, &known);
    return 1;
}

/* error:is(pattern) --> does the code match? "AuthFailure.*" is a family, "A.B" that code, "*" any;
 * the error of a call can have an item's code, "10012" */
static int error_is(lua_State *L)
{
    const tc_error *error = check_error(L);
    tc_code_pattern pattern;
    tc_pattern_fault fault;
    tc_slice kind = {NULL, 0};
    const tc_slice text = tc_check_text(L, 2, "pattern");
    if (!tc_item_pattern_parse(text.text, text.length, &pattern, &fault))
        return tc_raise_malformed(L, 2, "pattern", text, &fault);
    if (pattern.form == TC_CODE_KIND) {
        tc_error_code known;
        read_entry(L, error, &known);
        kind.text = tc_kind_names[known.entry.verdict.kind];
        kind.length = strlen(kind.text);
    }
    lua_pushboolean(L, tc_code_matches(&pattern, error->parts[TC_PART_CODE], kind));
    return 1;
}

static const luaL_Reg methods[] = {
    {"is", error_is},
    {NULL, NULL},
};

static const luaL_Reg metamethods[] = {
    {"__index", error_index},
    {"__newindex", error_newindex},
    {"__eq", error_eq},
    {"__tostring", error_tostring},
    {NULL, NULL},
};

const tc_class_definition tc_error_class = {
    .name = "tencentcloud.Error",
    .metamethods = metamethods,
    .methods = methods,
};
