/* EventReader: the reader of event streams as a userdata. It keeps no text of the stream: what it
 * reads is given back in pieces, and the Lua part joins them. */
#include "lua/event_reader.h"

#include "answer/event_stream.h"
#include "lua/error.h"
#include "lua/home.h"

static tc_event_stream *check_reader(lua_State *L)
{
    return (tc_event_stream *)tc_check_class(L, 1, TC_EVENT_READER);
}

/* event_reader() --> an EventReader at the beginning of a stream */
int tc_lua_event_reader(lua_State *L)
{
    tc_event_stream_start((tc_event_stream *)tc_new_userdata(L, sizeof(tc_event_stream)));
    tc_set_class(L, TC_EVENT_READER);
    return 1;
}

/* reader:read(chunk, position) --> what, next position, piece
 * Reads on from `position`, counted from 1. `what` is "data": append the piece to the data of the
 * current event; "event": that event is complete; "need": read the next chunk; "body": no event
 * stream, but a body that begins at the position; "large": the event is over 256 MiB. */
static int reader_read(lua_State *L)
{
    static const char *const names[] = {
        [TC_STREAM_NEED] = "need", [TC_STREAM_DATA] = "data",   [TC_STREAM_EVENT] = "event",
        [TC_STREAM_BODY] = "body", [TC_STREAM_LARGE] = "large",
    };
    tc_event_stream *stream = check_reader(L);
    tc_slice chunk, piece;
    size_t length;
    chunk.text = luaL_checklstring(L, 2, &length);
    const lua_Integer position = luaL_checkinteger(L, 3);
    luaL_argcheck(L, position >= 1 && (size_t)position <= length + 1, 3, "position: not in chunk");
    chunk.length = length - (size_t)(position - 1);
    chunk.text += position - 1;
    const enum tc_stream_step step = tc_event_stream_next(stream, &chunk, &piece);
    lua_pushstring(L, names[step]);
    lua_pushinteger(L, (lua_Integer)(length - chunk.length) + 1);
    if (step != TC_STREAM_DATA)
        return 2;
    lua_pushlstring(L, piece.text, piece.length);
    return 3;
}

/* reader:finish() --> where the stream ended: "between" two events; "unfinished": in an event with
 * data, which may lack nothing but the empty line; "cut off": in an event before its data */
static int reader_finish(lua_State *L)
{
    static const char *const names[] = {
        [TC_STREAM_BETWEEN] = "between",
        [TC_STREAM_UNFINISHED] = "unfinished",
        [TC_STREAM_CUT_OFF] = "cut off",
    };
    lua_pushstring(L, names[tc_event_stream_end(check_reader(L))]);
    return 1;
}

/* reader:place(error, number) --> an Error like it, whose message says which event it is about. Its
 * offset, line and column stay those in the data of that event. */
static int reader_place(lua_State *L)
{
    check_reader(L);
    const tc_error *error = (const tc_error *)tc_check_class(L, 2, TC_ERROR);
    tc_error placed = *error;
    tc_slice *message = &placed.parts[TC_PART_MESSAGE];
    lua_pushfstring(L, "event %d: ", (int)luaL_checkinteger(L, 3));
    lua_pushlstring(L, message->text == NULL ? "" : message->text, message->length);
    lua_concat(L, 2);
    message->text = lua_tolstring(L, -1, &message->length);
    tc_push_error(L, &placed);
    return 1;
}

static const luaL_Reg methods[] = {
    {"read", reader_read},
    {"finish", reader_finish},
    {"place", reader_place},
    {NULL, NULL},
};

const tc_class_definition tc_event_reader_class = {
    .name = "tencentcloud.EventReader",
    .methods = methods,
};
