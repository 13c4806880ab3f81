/* tc.parse: bytes to a Response. The index is built on the C stack first, for its size is known
 * only at the end: so a small answer takes one allocation, that of a Response of just the right
 * size, and tc.check takes none. */
#include "lua/parse.h"

#include "answer/fault.h"
#include "lua/arguments.h"
#include "lua/error.h"
#include "lua/fields.h"
#include "lua/home.h"
#include "lua/response.h"
#include "lua/scratch.h"
#include "lua/value.h"

enum { STACK_WORDS = 512 }; /* an index this long needs no scratch memory */

/* Up to here a copy of the body costs no time that can be measured, and saves 5.1 a table: 253 ns
 * instead of 297 for 280 bytes. Keeping the string alive is quicker beyond: by 4% at 4 KB. */
enum { COPIED_BODY_MAX = 2048 /* bytes */ };

/* The index moves to scratch memory, a userdata on the Lua stack, when the C stack's room is full.
 */
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
    uint32_t *larger = (uint32_t *)tc_push_scratch(L, &size);
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
        tc_keep_scratch(g->L, g->slot, g->room->capacity * sizeof *g->room->words);
}

/* A body that is being read, and all that the C stack holds of it. */
typedef struct reading {
    growth growth;
    tc_index_room room;
    tc_document document;
    tc_envelope envelope;
    tc_faults faults;
    tc_slice action; /* empty where none is known */
    int http_status; /* 0 where none is known */
    bool strict;
    uint32_t stack_words[STACK_WORDS];
} reading;

/* Pushes a Response of the indexed body, which is the string at 1. It has copies of all its parts,
 * but for a long body: that stays the string, which it keeps alive. */
static void push_response(lua_State *L, const reading *r)
{
    const tc_document *document = &r->document;
    const tc_envelope *envelope = &r->envelope;
    const tc_slice action = r->action;
    TC_ASSERT(action.length <= UINT16_MAX && envelope->response < document->count);
    const bool copied = document->length <= COPIED_BODY_MAX;
    const size_t index_size = document->count * sizeof *document->words;
    const size_t body_size = copied ? (size_t)document->length + 1 : 0;
    tc_response *response = (tc_response *)tc_new_userdata(L, sizeof *response + index_size +
                                                                  body_size + action.length);
    uint32_t *words = (uint32_t *)(response + 1);
    uint8_t *bytes = (uint8_t *)words + index_size;
    memcpy(words, document->words, index_size);
    memcpy(bytes, document->body, body_size);
    if (action.length > 0)
        memcpy(bytes + body_size, action.text, action.length);
    *response = (tc_response){
        .view = {.document = &response->document, .position = envelope->response},
        .document = *document,
        .code = envelope->code,
        .message = envelope->message,
        .request_id = envelope->request_id,
        .last_walk = {.array = TC_NOWHERE},
        .text_fault = (uint32_t)r->faults.text.offset,
        .text_fault_kind = (uint8_t)r->faults.text.kind,
        .action_length = (uint16_t)action.length,
        .body_is_copied = copied,
    };
    response->document.words = words;
    if (copied)
        response->document.body = bytes;
    else
        tc_keep_body(L, response, 1);
    tc_set_class(L, TC_RESPONSE);
}

static tc_slice whole(const char *text)
{
    return (tc_slice){text, strlen(text)};
}

static bool is_bad_status(const reading *r)
{
    return r->http_status != 0 && r->http_status / 100 != 2;
}

/* Pushes nil and the Error of a body that is not a sound API response. Below it on the stack, at
 * `response`, is the Response that the body is all the same; 0: it is none. */
static int push_failure(lua_State *L, const reading *r, const tc_fault_report *report,
                        const char *message, int response)
{
    tc_error known = {
        .place = report->place,
        .http_status = r->http_status,
        .lasting = report->lasting,
    };
    known.parts[TC_PART_ACTION] = r->action;
    known.parts[TC_PART_CODE] = whole(report->code);
    known.parts[TC_PART_MESSAGE] = whole(message);
    if (response != 0 && r->envelope.request_id != TC_NOWHERE) {
        tc_push_optional_string(L, &r->document, r->envelope.request_id);
        known.parts[TC_PART_REQUEST_ID].text =
            lua_tolstring(L, -1, &known.parts[TC_PART_REQUEST_ID].length);
    }
    lua_pushnil(L);
    tc_push_error(L, &known);
    if (response != 0)
        tc_set_response_of_error(L, response);
    return 2;
}

/* What a status that is not 2xx makes of the report. */
static const char *push_bad_status(lua_State *L, const reading *r, tc_fault_report *report,
                                   const char *what, const char *message)
{
    report->code = tc_client_code_names[TC_CLIENT_HTTP_STATUS_CODE_ERROR];
    return lua_pushfstring(L, "HTTP status %d%s%s", r->http_status, what, message);
}

/* Pushes nil and the Error that says why the body is not an API response.
 * fault: why it is not JSON, or NULL: then `shape` says what it is instead. */
static TC_COLD int fail(reading *r, const tc_fault *fault, enum tc_shape shape)
{
    lua_State *L = r->growth.L;
    char message[TC_FAULT_MESSAGE_MAX];
    const char *words = message;
    tc_fault_report report;
    if (fault != NULL)
        tc_fault_describe(&r->document, fault, &report, message);
    else
        tc_shape_describe(&r->document, shape, &report, message);
    give_back(&r->growth);
    if (is_bad_status(r))
        words = push_bad_status(L, r, &report, ", and not an API response: ", message);
    return push_failure(L, r, &report, words, 0);
}

/* The same for an API response that can be no success: its Error has no code, or its HTTP status
 * tells a failure and no Error does. */
static TC_COLD int fail_response(reading *r)
{
    lua_State *L = r->growth.L;
    char message[TC_FAULT_MESSAGE_MAX];
    const char *words = message;
    tc_fault_report report = {NULL, {0}, false};
    const bool nameless = r->envelope.nameless != TC_NOWHERE;
    push_response(L, r);
    const int response = lua_gettop(L);
    if (nameless)
        tc_nameless_describe(&r->document, r->envelope.nameless, &report, message);
    if (is_bad_status(r))
        words = push_bad_status(L, r, &report, nameless ? ": " : ", although the body has no Error",
                                nameless ? message : "");
    push_failure(L, r, &report, words, response);
    give_back(&r->growth);
    return 2;
}

/* Takes the table of options at `options`, the last argument, off the stack. */
static TC_COLD void take_options(lua_State *L, reading *r, int options)
{
    static const char *const fields[] = {"strict", NULL};
    for (lua_pushnil(L); lua_next(L, options) != 0; lua_pop(L, 1)) {
        luaL_argcheck(L, lua_type(L, -2) == LUA_TSTRING && tc_is_one_of(tc_key_at(L, -2), fields),
                      options, "options: strict is the only one that there is");
        luaL_argcheck(L, lua_isboolean(L, -1), options, "options: strict: boolean expected");
        r->strict = lua_toboolean(L, -1);
    }
    lua_settop(L, options - 1);
}

/* Checks the arguments (body [, action [, http_status]] [, options]). An action is kept up to a
 * length that none has. */
TC_INLINE tc_slice check_arguments(lua_State *L, reading *r)
{
    enum { LAST = 4 };
    const tc_slice body = tc_check_text(L, 1, "body");
    r->action = (tc_slice){NULL, 0};
    r->http_status = 0;
    r->strict = false;
    if (lua_gettop(L) > 1) {
        int last = lua_gettop(L) < LAST ? lua_gettop(L) : LAST;
        while (last > 2 && lua_isnil(L, last))
            last--;
        if (TC_UNLIKELY(lua_istable(L, last)))
            take_options(L, r, last);
        r->action = tc_optional_action(L, 2);
        if (TC_UNLIKELY(r->action.length > UINT16_MAX))
            r->action.length = UINT16_MAX;
        r->http_status = tc_optional_http_status(L, 3);
    }
    return body;
}

/* Has the failure a name? It may also turn out to be no failure, but a field of the action, which
 * comes with a status of success. */
static TC_COLD bool is_sound_failure(reading *r)
{
    if (!is_bad_status(r))
        tc_envelope_allow_error_field(&r->document, &r->envelope, r->action);
    return r->envelope.nameless == TC_NOWHERE;
}

TC_INLINE bool is_success(const reading *r)
{
    return r->envelope.code == TC_NOWHERE && r->envelope.nameless == TC_NOWHERE;
}

/* Checks the arguments, indexes the body and finds its envelope.
 * bare: an object without the envelope is an answer too.
 * Returns 0, or the number of results where the body is not an API response. */
TC_INLINE int read_body(lua_State *L, reading *r, bool bare)
{
    const tc_slice body = check_arguments(L, r);
    r->room = (tc_index_room){r->stack_words, STACK_WORDS, grow, &r->growth};
    r->growth = (growth){L, &r->room, 0};
    const size_t count = tc_index_build(body.text, body.length, r->strict, &r->room, &r->faults);
    r->document.body = (const uint8_t *)body.text;
    r->document.words = r->room.words;
    r->document.length = (uint32_t)(body.length < TC_BODY_MAX ? body.length : TC_BODY_MAX);
    r->document.count = (uint32_t)count;
    if (TC_UNLIKELY(count == 0))
        return fail(r, &r->faults.structure, TC_SHAPE_ANSWER);
    const enum tc_shape shape = tc_envelope_read(&r->document, &r->envelope);
    if (TC_UNLIKELY(shape != TC_SHAPE_ANSWER)) {
        if (!bare || shape != TC_SHAPE_NO_RESPONSE)
            return fail(r, NULL, shape);
        tc_envelope_read_object(&r->document, 0, &r->envelope);
    }
    if (!is_success(r) && !is_sound_failure(r))
        return fail_response(r);
    if (TC_UNLIKELY(is_success(r) && is_bad_status(r)))
        return fail_response(r);
    return 0;
}

TC_INLINE int parse(lua_State *L, bool bare)
{
    reading r;
    const int results = read_body(L, &r, bare);
    if (results != 0)
        return results;
    push_response(L, &r);
    give_back(&r.growth);
    return 1;
}

/* parse(body [, action [, http_status]] [, options]) --> Response, or nil and an Error
 * options: { strict = true } refuses texts that are not UTF-8, or have half of a surrogate pair */
int tc_lua_parse(lua_State *L)
{
    return parse(L, false);
}

/* parse_event(data [, action] [, options]) --> as parse, for the data of an event in a stream,
 * which mostly comes without the envelope: {"Choices": [...], "RequestId": ...} */
int tc_lua_parse_event(lua_State *L)
{
    return parse(L, true);
}

/* check(body [, action [, http_status]] [, options]) --> ok, code, request_id, or nil and an Error:
 * what parse and three look-ups tell, without making a Response */
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
