/* Error: what the API or this module says of a request that failed. */
#include "lua/registry.h"

#include "json/quote.h"
#include "json/text.h"

#include <stdlib.h>
#include <string.h>

static const char *const part_names[TC_PARTS] = {"code", "message", "request_id", "action"};

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

void tc_push_response_error(lua_State *L, const tc_response *response)
{
    const tc_document *document = &response->document;
    const uint32_t places[] = {response->code, response->message, response->request_id};
    size_t size = response->action_length;
    char *text;
    if (response->code == TC_NOWHERE) {
        lua_pushnil(L);
        return;
    }
    for (int i = TC_PART_CODE; i <= TC_PART_REQUEST_ID; i++)
        size += places[i] == TC_NOWHERE ? 0 : tc_string_length(document, places[i]);
    tc_error *error = new_error(L, size, &text);
    for (int i = TC_PART_CODE; i <= TC_PART_REQUEST_ID; i++) {
        if (places[i] == TC_NOWHERE)
            continue;
        const size_t length =
            tc_text_decode(tc_text_at(document, places[i]), tc_string_length(document, places[i]),
                           (uint8_t *)text);
        error->parts[i] = (tc_slice){text, length};
        text += length;
    }
    if (response->action_length > 0)
        error->parts[TC_PART_ACTION] = (tc_slice){
            memcpy(text, tc_action_of(response), response->action_length), response->action_length};
}

static void push_part(lua_State *L, tc_slice part)
{
    if (part.text == NULL)
        lua_pushnil(L);
    else
        lua_pushlstring(L, part.text, part.length);
}

static void push_number(lua_State *L, size_t number)
{
    if (number == 0)
        lua_pushnil(L);
    else
        lua_pushinteger(L, (lua_Integer)number);
}

void tc_push_code_half(lua_State *L, tc_slice code, bool detail)
{
    const char *dot = memchr(code.text, '.', code.length);
    const size_t category = dot == NULL ? code.length : (size_t)(dot - code.text);
    if (!detail)
        lua_pushlstring(L, code.text, category);
    else if (dot == NULL)
        lua_pushnil(L);
    else
        lua_pushlstring(L, dot + 1, code.length - category - 1);
}

/* Pushes what the registry says of the error's code. */
static void push_entry(lua_State *L, const tc_error *error)
{
    tc_push_entry_of(L, error->parts[TC_PART_CODE], error->parts[TC_PART_ACTION]);
}

/* Pushes the property that `key` names of the code's entry and returns true, or returns false. */
static bool push_entry_property(lua_State *L, const tc_error *error, const char *key)
{
    static const char *const names[] = {"kind",   "retryable",   "executed",       "known",
                                        "source", "description", "description_zh", "common",
                                        "advice", "advice_zh"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (strcmp(key, names[i]) == 0) {
            push_entry(L, error);
            lua_getfield(L, -1, key);
            return true;
        }
    }
    return false;
}

/* error[key] --> a property or method; nil where it is not known */
static int error_index(lua_State *L)
{
    const tc_error *error = check_error(L);
    const char *key = tc_key_at(L, 2);
    for (int i = 0; i < TC_PARTS; i++) {
        if (strcmp(key, part_names[i]) == 0) {
            push_part(L, error->parts[i]);
            return 1;
        }
    }
    if (strcmp(key, "category") == 0 || strcmp(key, "detail") == 0)
        tc_push_code_half(L, error->parts[TC_PART_CODE], *key == 'd');
    else if (strcmp(key, "offset") == 0)
        push_number(L, error->offset);
    else if (strcmp(key, "line") == 0)
        push_number(L, error->line);
    else if (strcmp(key, "column") == 0)
        push_number(L, error->column);
    else if (strcmp(key, "http_status") == 0)
        push_number(L, (size_t)error->http_status);
    else if (strcmp(key, "entry") == 0)
        push_entry(L, error);
    else if (!push_entry_property(L, error, key))
        tc_push_method(L, TC_ERROR, 2);
    return 1;
}

static int error_newindex(lua_State *L)
{
    check_error(L);
    return luaL_error(L, "an error is read-only: copy what you need into a table");
}

/* error == error --> are all their parts the same? */
static int error_eq(lua_State *L)
{
    bool equal = tc_class_of(L, 1) == TC_ERROR && tc_class_of(L, 2) == TC_ERROR;
    if (equal) {
        const tc_error *left = (const tc_error *)lua_touserdata(L, 1);
        const tc_error *right = (const tc_error *)lua_touserdata(L, 2);
        for (int i = 0; i < TC_PARTS && equal; i++) {
            const tc_slice *a = &left->parts[i], *b = &right->parts[i];
            equal = (a->text == NULL) == (b->text == NULL) && a->length == b->length &&
                    (a->text == NULL || memcmp(a->text, b->text, a->length) == 0);
        }
        equal = equal && left->offset == right->offset && left->http_status == right->http_status;
    }
    lua_pushboolean(L, equal);
    return 1;
}

/* Adds a text of the server's, escaped for a log and cut at `limit` bytes (1024 at most). */
static void add_quoted(luaL_Buffer *buffer, const tc_slice *part, size_t limit)
{
    char quote[4 * 1024 + 4];
    luaL_addlstring(buffer, quote,
                    tc_text_quote((const uint8_t *)part->text, part->length, limit, quote));
}

/* tostring(error) --> "Code: message (service.Action, request id ...)", one line */
static int error_tostring(lua_State *L)
{
    const tc_error *error = check_error(L);
    const tc_slice *action = &error->parts[TC_PART_ACTION], *id = &error->parts[TC_PART_REQUEST_ID];
    luaL_Buffer buffer;
    luaL_buffinit(L, &buffer);
    add_quoted(&buffer, &error->parts[TC_PART_CODE], 128);
    if (error->parts[TC_PART_MESSAGE].length > 0) {
        luaL_addstring(&buffer, ": ");
        add_quoted(&buffer, &error->parts[TC_PART_MESSAGE], 1024);
    }
    if (action->text != NULL || id->text != NULL) {
        luaL_addstring(&buffer, " (");
        if (action->text != NULL)
            luaL_addlstring(&buffer, action->text, action->length);
        if (id->text != NULL) {
            luaL_addstring(&buffer, action->text != NULL ? ", request id " : "request id ");
            add_quoted(&buffer, id, 64);
        }
        luaL_addchar(&buffer, ')');
    }
    luaL_pushresult(&buffer);
    return 1;
}

/* Takes the string at key `key` of the table at 1; it is left on the stack. */
static tc_slice take_text(lua_State *L, const char *key)
{
    tc_slice part = {NULL, 0};
    lua_getfield(L, 1, key);
    if (lua_type(L, -1) == LUA_TSTRING)
        part.text = lua_tolstring(L, -1, &part.length);
    else if (!lua_isnil(L, -1))
        luaL_argerror(L, 1,
                      lua_pushfstring(L, "%s: string expected, got %s", key, luaL_typename(L, -1)));
    return part;
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
 * such as ClientError.NetworkError for a request without an answer. Only `code` must be there. */
int tc_lua_error(lua_State *L)
{
    tc_error known = {.http_status = 0};
    tc_action_name name;
    tc_pattern_fault fault;
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_settop(L, 1);
    for (int i = 0; i < TC_PARTS; i++)
        known.parts[i] = take_text(L, part_names[i]);
    luaL_argcheck(L, known.parts[TC_PART_CODE].text != NULL, 1, "code: string expected, got nil");
    luaL_argcheck(L, known.parts[TC_PART_CODE].length > 0, 1, "code: it is empty");
    const tc_slice *action = &known.parts[TC_PART_ACTION];
    if (action->text != NULL && !tc_action_name_parse(action->text, action->length, &name, &fault))
        tc_raise_malformed(L, 1, "action", *action, &fault);
    known.http_status = take_http_status(L);
    tc_push_error(L, &known);
    return 1;
}

/* error:is(pattern) --> does the code match? "AuthFailure.*" is a family, "A.B" that code, "*" any
 */
static int error_is(lua_State *L)
{
    const tc_error *error = check_error(L);
    tc_code_pattern pattern;
    tc_pattern_fault fault;
    size_t length;
    if (lua_type(L, 2) != LUA_TSTRING)
        return luaL_argerror(
            L, 2, lua_pushfstring(L, "pattern: string expected, got %s", luaL_typename(L, 2)));
    const char *text = lua_tolstring(L, 2, &length);
    if (!tc_code_pattern_parse(text, length, &pattern, &fault))
        return tc_raise_malformed(L, 2, "pattern", (tc_slice){text, length}, &fault);
    const tc_slice code = error->parts[TC_PART_CODE];
    tc_slice kind = {NULL, 0};
    if (pattern.form == TC_CODE_KIND) {
        push_entry_property(L, error, "kind");
        kind.text = lua_tolstring(L, -1, &kind.length);
    }
    lua_pushboolean(L, tc_code_matches(&pattern, code, kind));
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

const tc_class_definition tc_error_class = {"tencentcloud.Error", metamethods, methods};
