/* tc.parse: bytes to a Response. The index is built in reused room and then copied beside the
 * response's other parts, in one userdata of just the right size. */
#include "lua/core.h"

#include "answer/fault.h"

#include <string.h>

enum {
    STACK_WORDS = 512,     /* an index this long needs no other room */
    COPIED_BODY_MAX = 2048 /* bytes: up to here a copy costs less than keeping the string alive */
};

/* Where the index grows to when the C stack's room is full: a userdata on top of the Lua stack. */
typedef struct growth {
    lua_State *L;
    tc_index_room *room;
    int slot; /* 0: not needed yet */
} growth;

static uint32_t *grow(void *context, const uint32_t *words, size_t used, size_t capacity)
{
    growth *g = (growth *)context;
    lua_State *L = g->L;
    size_t size = capacity * sizeof *words;
    uint32_t *larger = (uint32_t *)tc_push_room(L, &size);
    memcpy(larger, words, used * sizeof *words);
    if (g->slot == 0)
        g->slot = lua_gettop(L);
    else
        lua_replace(L, g->slot);
    g->room->capacity = size / sizeof *words;
    return larger;
}

static void give_back(const growth *g)
{
    if (g->slot != 0)
        tc_keep_room(g->L, g->slot, g->room->capacity * sizeof *g->room->words);
}

/* Makes the Response on top of the stack keep the body, the string at 1, alive. */
static void keep_body(lua_State *L, tc_response *response)
{
#if LUA_VERSION_NUM >= 503
    (void)response;
    lua_pushvalue(L, 1);
#else
    lua_createtable(L, 2, 0);
    lua_pushvalue(L, 1);
    lua_rawseti(L, -2, 2);
    response->has_home = true;
#endif
    tc_set_home(L, -2);
}

/* Pushes a Response with its parts behind it. */
static tc_response *push_response(lua_State *L, const tc_document *document,
                                  const tc_envelope *envelope, const char *action,
                                  size_t action_length)
{
    const bool copied = document->length <= COPIED_BODY_MAX;
    const size_t index_size = document->count * sizeof *document->words;
    const size_t body_size = copied ? (size_t)document->length + 1 : 0;
    tc_response *response = (tc_response *)tc_new_userdata(L, sizeof *response + index_size +
                                                                  body_size + action_length);
    uint32_t *words = (uint32_t *)(response + 1);
    uint8_t *bytes = (uint8_t *)words + index_size;
    memcpy(words, document->words, index_size);
    memcpy(bytes, document->body, body_size);
    if (action_length > 0)
        memcpy(bytes + body_size, action, action_length);
    response->view.document = &response->document;
    response->view.position = envelope->response;
    response->view.place.position = response->walked = TC_NOWHERE;
    response->action_length = (uint16_t)action_length;
    response->body_is_copied = copied;
    response->has_home = false;
    response->document = *document;
    response->document.words = words;
    if (copied)
        response->document.body = bytes;
    response->code = envelope->code;
    response->message = envelope->message;
    response->request_id = envelope->request_id;
    return response;
}

static tc_slice whole(const char *text)
{
    return (tc_slice){text, strlen(text)};
}

/* Pushes nil and the Error that says why the body is not an API response.
 * fault: why it is not JSON, or NULL: then `shape` says what it is instead. */
static TC_COLD int fail(const growth *g, const tc_document *document, const tc_fault *fault,
                        enum tc_shape shape, int http_status)
{
    lua_State *L = g->L;
    char message[TC_FAULT_MESSAGE_MAX];
    tc_error known = {.http_status = http_status};
    tc_fault_report report;
    if (fault != NULL)
        tc_fault_describe(document, fault, &report, message);
    else
        tc_shape_describe(document, shape, &report, message);
    give_back(g);
    const bool bad_status = http_status != 0 && http_status / 100 != 2;
    tc_slice *action = &known.parts[TC_PART_ACTION];
    action->text = lua_tolstring(L, 2, &action->length);
    known.parts[TC_PART_CODE] = whole(bad_status ? "ClientError.HttpStatusCodeError" : report.code);
    known.offset = report.offset;
    known.line = report.line;
    known.column = report.column;
    lua_pushnil(L);
    if (bad_status)
        lua_pushfstring(L, "HTTP status %d, and not an API response: %s", http_status, message);
    known.parts[TC_PART_MESSAGE] = whole(bad_status ? lua_tostring(L, -1) : message);
    tc_push_error(L, &known);
    if (bad_status)
        lua_remove(L, -2);
    return 2;
}

static int check_http_status(lua_State *L, int index)
{
    if (lua_isnoneornil(L, index))
        return 0;
    if (!lua_isnumber(L, index))
        luaL_argerror(
            L, index,
            lua_pushfstring(L, "http_status: number expected, got %s", luaL_typename(L, index)));
    return tc_check_http_status(L, index, lua_tonumber(L, index));
}

/* A body that is being read, with all that stands on the C stack. */
typedef struct reading {
    growth growth;
    tc_index_room room;
    tc_document document;
    tc_envelope envelope;
    const char *action;
    size_t action_length;
    int http_status;
    uint32_t stack_words[STACK_WORDS];
} reading;

/* Checks the arguments (body [, action [, http_status]]), indexes the body and finds its envelope.
 * bare: an object without the envelope is an answer too.
 * Returns 0, or the number of results where the body is not an API response. */
TC_INLINE int read_body(lua_State *L, reading *r, bool bare)
{
    size_t length;
    tc_fault fault;
    if (lua_type(L, 1) != LUA_TSTRING)
        return luaL_argerror(
            L, 1, lua_pushfstring(L, "body: string expected, got %s", luaL_typename(L, 1)));
    r->document.body = (const uint8_t *)lua_tolstring(L, 1, &length);
    r->action = NULL;
    r->action_length = 0;
    r->http_status = 0;
    if (lua_gettop(L) > 1) {
        r->action = tc_check_action(L, 2, &r->action_length);
        r->http_status = check_http_status(L, 3);
    }
    r->room = (tc_index_room){r->stack_words, STACK_WORDS, grow, &r->growth};
    r->growth = (growth){L, &r->room, 0};
    const size_t count = tc_index_build(r->document.body, length, &r->room, &fault);
    r->document.words = r->room.words;
    r->document.length = (uint32_t)(length < TC_BODY_MAX ? length : TC_BODY_MAX);
    r->document.count = (uint32_t)count;
    if (TC_UNLIKELY(count == 0))
        return fail(&r->growth, &r->document, &fault, TC_SHAPE_ANSWER, r->http_status);
    const enum tc_shape shape = tc_envelope_read(&r->document, &r->envelope);
    if (TC_LIKELY(shape == TC_SHAPE_ANSWER))
        return 0;
    if (!bare || shape != TC_SHAPE_NO_RESPONSE)
        return fail(&r->growth, &r->document, NULL, shape, r->http_status);
    tc_envelope_read_object(&r->document, 0, &r->envelope);
    return 0;
}

TC_INLINE int parse(lua_State *L, bool bare)
{
    reading r;
    const int results = read_body(L, &r, bare);
    if (results != 0)
        return results;
    tc_response *response = push_response(L, &r.document, &r.envelope, r.action, r.action_length);
    give_back(&r.growth);
    if (!response->body_is_copied)
        keep_body(L, response);
    tc_set_class(L, TC_RESPONSE);
    return 1;
}

/* parse(body [, action [, http_status]]) --> Response, or nil and an Error */
int tc_lua_parse(lua_State *L)
{
    return parse(L, false);
}

/* parse_event(data [, action]) --> as parse, for the data of an event in a stream, which stands
 * mostly without the envelope: {"Choices": [...], "RequestId": ...} */
int tc_lua_parse_event(lua_State *L)
{
    return parse(L, true);
}

/* check(body [, action [, http_status]]) --> ok, code, request_id, or nil and an Error: what parse
 * and three look-ups tell, without making a Response */
int tc_lua_check(lua_State *L)
{
    reading r;
    const int results = read_body(L, &r, false);
    if (results != 0)
        return results;
    lua_pushboolean(L, r.envelope.code == TC_NOWHERE);
    tc_push_optional_string(L, &r.document, r.envelope.code);
    tc_push_optional_string(L, &r.document, r.envelope.request_id);
    give_back(&r.growth);
    return 3;
}
