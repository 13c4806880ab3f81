/* tc.parse: bytes to a Response. The index is built in reused room and then copied beside the
 * response's other parts, in one userdata of just the right size. */
#include "lua_core.h"

#include "fault.h"

#include <string.h>

enum {
    STACK_WORDS = 512,      /* an index this long needs no other room */
    COPIED_BODY_MAX = 2048, /* bytes: up to here a copy costs less than keeping the string alive */
    SCRATCH_KEPT = 1 << 18  /* words: larger room is given back */
};

/* Where the index grows to when the C stack's room is full: a userdata at a slot of the Lua stack.
 */
typedef struct growth {
    lua_State *L;
    tc_state *state;
    tc_index_room *room;
    int slot;
    bool scratch_taken;
} growth;

static uint32_t *grow(void *context, const uint32_t *words, size_t used, size_t capacity)
{
    growth *g = (growth *)context;
    uint32_t *larger = g->scratch_taken ? NULL : g->state->scratch;
    if (larger != NULL && g->state->scratch_capacity >= capacity) {
        capacity = g->state->scratch_capacity;
        g->state->scratch = NULL;
        lua_rawgeti(g->L, lua_upvalueindex(TC_UP_ANCHORS), TC_ANCHOR_SCRATCH);
    } else {
        larger = (uint32_t *)lua_newuserdata(g->L, capacity * sizeof *larger);
    }
    g->scratch_taken = true;
    lua_replace(g->L, g->slot);
    memcpy(larger, words, used * sizeof *larger);
    g->room->capacity = capacity;
    return larger;
}

/* Keeps the room for the next parse, unless it is large: a server should not hold it for ever. */
static void give_back(growth *g)
{
    if (!g->scratch_taken || g->room->capacity > SCRATCH_KEPT)
        return;
    lua_pushvalue(g->L, g->slot);
    lua_rawseti(g->L, lua_upvalueindex(TC_UP_ANCHORS), TC_ANCHOR_SCRATCH);
    g->state->scratch = g->room->words;
    g->state->scratch_capacity = g->room->capacity;
}

/* Pushes a Response with room for all its parts behind it; copies them there. */
static tc_response *new_response(lua_State *L, const tc_document *document, const char *action,
                                 size_t action_length)
{
    const bool copy_body = document->length <= COPIED_BODY_MAX;
    const size_t index_size = document->count * sizeof *document->words;
    const size_t body_size = copy_body ? (size_t)document->length + 1 : 0;
    tc_response *response = (tc_response *)tc_new_userdata(L, sizeof *response + index_size +
                                                                  body_size + action_length);
    uint32_t *words = (uint32_t *)(response + 1);
    char *bytes = (char *)words + index_size;
    memset(response, 0, sizeof *response);
    memcpy(words, document->words, index_size);
    if (copy_body)
        memcpy(bytes, document->body, body_size);
    response->document = *document;
    response->document.words = words;
    if (copy_body)
        response->document.body = (const uint8_t *)bytes;
    if (action != NULL) {
        response->action = (const char *)memcpy(bytes + body_size, action, action_length);
        response->action_length = action_length;
    }
    response->view.document = &response->document;
    response->body_is_home = !copy_body;
    return response;
}

/* Makes the Response on top of the stack keep the string at `body` alive. */
static void keep_body(lua_State *L, tc_response *response, int body)
{
#if LUA_VERSION_NUM >= 503
    (void)response;
    lua_pushvalue(L, body);
#else
    lua_createtable(L, 2, 0);
    lua_pushvalue(L, body);
    lua_rawseti(L, -2, 2);
    response->has_home = true;
#endif
    tc_set_home(L, -2);
}

/* Pushes nil and the Error that says why the body is not an answer of the API.
 * fault: why it is not JSON, or NULL: then `shape` says what it is instead. */
static int fail(growth *g, const tc_document *document, const tc_fault *fault, enum tc_shape shape,
                const tc_error_parts *known)
{
    lua_State *L = g->L;
    char message[TC_FAULT_MESSAGE_MAX];
    tc_error_parts parts = *known;
    tc_fault_report report;
    if (fault != NULL)
        tc_fault_describe(document, fault, &report, message);
    else
        tc_shape_describe(document, shape, &report, message);
    give_back(g);
    const bool bad_status = known->http_status != 0 && known->http_status / 100 != 2;
    parts.code = bad_status ? "ClientError.HttpStatusCodeError" : report.code;
    parts.code_length = strlen(parts.code);
    parts.offset = report.offset;
    parts.line = report.line;
    parts.column = report.column;
    lua_pushnil(L);
    parts.message =
        bad_status ? lua_pushfstring(L, "HTTP status %d; the body: %s", known->http_status, message)
                   : message;
    parts.message_length = strlen(parts.message);
    tc_push_error(L, &parts);
    if (bad_status)
        lua_remove(L, -2);
    return 2;
}

static int check_http_status(lua_State *L, int index)
{
    if (lua_isnoneornil(L, index))
        return 0;
    const lua_Number status = luaL_checknumber(L, index);
    luaL_argcheck(L, status >= 100 && status <= 599, index, "http_status: expected 100 to 599");
    return (int)status;
}

/* Parses the body at 1. bare: an object without the envelope is an answer too. */
static int parse(lua_State *L, bool bare)
{
    uint32_t stack_words[STACK_WORDS];
    tc_index_room room = {stack_words, STACK_WORDS, grow, NULL};
    tc_document document = {NULL, NULL, 0, 0};
    tc_error_parts known = {0};
    tc_fault fault;
    size_t length;
    if (lua_type(L, 1) != LUA_TSTRING)
        return luaL_argerror(
            L, 1, lua_pushfstring(L, "body: string expected, got %s", luaL_typename(L, 1)));
    document.body = (const uint8_t *)lua_tolstring(L, 1, &length);
    known.action = tc_check_action(L, 2, &known.action_length);
    known.http_status = check_http_status(L, 3);
    lua_settop(L, 3);
    lua_pushnil(L); /* the slot of the index's room */
    growth g = {L, tc_get_state(L), &room, 4, false};
    room.context = &g;

    const size_t count = tc_index_build(document.body, length, &room, &fault);
    document.words = room.words;
    document.length = (uint32_t)(length < TC_BODY_MAX ? length : TC_BODY_MAX);
    document.count = (uint32_t)count;
    if (count == 0)
        return fail(&g, &document, &fault, TC_SHAPE_ANSWER, &known);
    tc_envelope envelope;
    enum tc_shape shape = tc_envelope_read(&document, &envelope);
    if (bare && shape == TC_SHAPE_NO_RESPONSE) {
        tc_envelope_read_object(&document, 0, &envelope);
        shape = TC_SHAPE_ANSWER;
    }
    if (shape != TC_SHAPE_ANSWER)
        return fail(&g, &document, NULL, shape, &known);
    tc_response *response = new_response(L, &document, known.action, known.action_length);
    give_back(&g);
    response->envelope = envelope;
    response->view.position = envelope.response;
    if (response->body_is_home)
        keep_body(L, response, 1);
    tc_set_class(L, TC_RESPONSE);
    return 1;
}

/* parse(body [, action [, http_status]]) --> Response, or nil and an Error */
int tc_lua_parse(lua_State *L)
{
    return parse(L, false);
}

/* parse_event(data [, action]) --> the same for the data of an event in a stream, which stands
 * mostly without the envelope: {"Choices": [...], "RequestId": ...} */
int tc_lua_parse_event(lua_State *L)
{
    return parse(L, true);
}
