/* The reader of event streams: a state machine over bytes that can stop after any of them. */
#include "answer/event_stream.h"

#include <string.h>

enum {
    AT_START,      /* before anything but a byte-order mark */
    AT_BLANKS,     /* before anything but blanks */
    AT_LINE_START, /* after the end of a line */
    IN_NAME,       /* in the name of a field */
    AFTER_COLON,   /* of a data field: one space may follow */
    IN_VALUE,      /* of a data field */
    IN_OTHER       /* in a comment or another field, up to the end of its line */
};

static const char byte_order_mark[] = "\xEF\xBB\xBF", field_name[] = "data";

static bool is_line_end(char byte)
{
    return byte == '\n' || byte == '\r';
}

void tc_event_stream_start(tc_event_stream *stream)
{
    *stream = (tc_event_stream){.state = AT_START};
}

enum tc_stream_end tc_event_stream_end(tc_event_stream *stream)
{
    const tc_event_stream last = *stream;
    tc_event_stream_start(stream);
    if (last.has_data)
        return TC_STREAM_UNFINISHED;
    return last.in_event ? TC_STREAM_CUT_OFF : TC_STREAM_BETWEEN;
}

static void skip(tc_slice *chunk, size_t count)
{
    chunk->text += count;
    chunk->length -= count;
}

static tc_slice rest_of_line(tc_slice chunk)
{
    size_t length = 0;
    while (length < chunk.length && !is_line_end(chunk.text[length]))
        length++;
    return (tc_slice){chunk.text, length};
}

/* Passes the line end at the front of the chunk. */
static void end_line(tc_event_stream *stream, tc_slice *chunk)
{
    stream->after_return = chunk->text[0] == '\r';
    stream->state = AT_LINE_START;
    skip(chunk, 1);
}

/* Reports a piece of the current event's data, unless it becomes too much. */
static enum tc_stream_step report(tc_event_stream *stream, tc_slice piece, tc_slice *out)
{
    if (piece.length > TC_BODY_MAX - stream->data_length)
        return TC_STREAM_LARGE;
    stream->data_length += piece.length;
    *out = piece;
    return TC_STREAM_DATA;
}

/* Each step looks at the first byte of a chunk that is not empty, and passes bytes or changes the
 * state. TC_STREAM_NEED stands for "nothing to report". */

static enum tc_stream_step step_start(tc_event_stream *stream, tc_slice *chunk)
{
    if (chunk->text[0] != byte_order_mark[stream->matched]) {
        stream->state = stream->matched == 0 ? AT_BLANKS : IN_OTHER;
        return TC_STREAM_NEED;
    }
    skip(chunk, 1);
    stream->in_event = true;
    if (++stream->matched == sizeof(byte_order_mark) - 1) {
        stream->state = AT_BLANKS;
        stream->matched = 0;
        stream->in_event = false;
    }
    return TC_STREAM_NEED;
}

static enum tc_stream_step step_blanks(tc_event_stream *stream, tc_slice *chunk)
{
    switch (chunk->text[0]) {
    case '{':
    case '[':
    case '<': return TC_STREAM_BODY;
    case ' ':
    case '\t':
        stream->matched = 1; /* part of a field's name, were this line to become one */
        skip(chunk, 1);
        return TC_STREAM_NEED;
    case '\r':
    case '\n':
        stream->matched = 0;
        skip(chunk, 1);
        return TC_STREAM_NEED;
    default:
        stream->in_event = stream->matched > 0;
        stream->state = stream->in_event ? IN_OTHER : AT_LINE_START;
        return TC_STREAM_NEED;
    }
}

static enum tc_stream_step step_line_start(tc_event_stream *stream, tc_slice *chunk)
{
    const bool second_half = stream->after_return && chunk->text[0] == '\n';
    stream->after_return = false;
    if (second_half) {
        skip(chunk, 1);
        return TC_STREAM_NEED;
    }
    if (!is_line_end(chunk->text[0])) {
        stream->state = IN_NAME;
        stream->matched = 0;
        stream->in_event = stream->in_event || chunk->text[0] != ':';
        return TC_STREAM_NEED;
    }
    end_line(stream, chunk);
    stream->in_event = false;
    if (!stream->has_data)
        return TC_STREAM_NEED;
    stream->has_data = false;
    stream->data_length = 0;
    return TC_STREAM_EVENT;
}

static enum tc_stream_step step_name(tc_event_stream *stream, tc_slice *chunk, tc_slice *piece)
{
    const char byte = chunk->text[0];
    const bool is_data = stream->matched == sizeof(field_name) - 1;
    if (!is_data || !(byte == ':' || is_line_end(byte))) {
        if (!is_data && byte == field_name[stream->matched]) {
            stream->matched++;
            skip(chunk, 1);
        } else {
            stream->state = IN_OTHER;
        }
        return TC_STREAM_NEED;
    }
    stream->state = byte == ':' ? AFTER_COLON : IN_VALUE;
    skip(chunk, byte == ':');
    if (stream->has_data)
        return report(stream, (tc_slice){"\n", 1}, piece);
    stream->has_data = true;
    return TC_STREAM_NEED;
}

static enum tc_stream_step step_value(tc_event_stream *stream, tc_slice *chunk, tc_slice *piece)
{
    const tc_slice value = rest_of_line(*chunk);
    if (value.length == 0) {
        end_line(stream, chunk);
        return TC_STREAM_NEED;
    }
    skip(chunk, value.length);
    return report(stream, value, piece);
}

static enum tc_stream_step step(tc_event_stream *stream, tc_slice *chunk, tc_slice *piece)
{
    switch (stream->state) {
    case AT_START: return step_start(stream, chunk);
    case AT_BLANKS: return step_blanks(stream, chunk);
    case AT_LINE_START: return step_line_start(stream, chunk);
    case IN_NAME: return step_name(stream, chunk, piece);
    case AFTER_COLON:
        skip(chunk, chunk->text[0] == ' ');
        stream->state = IN_VALUE;
        return TC_STREAM_NEED;
    case IN_VALUE: return step_value(stream, chunk, piece);
    default:
        skip(chunk, rest_of_line(*chunk).length);
        if (chunk->length > 0)
            end_line(stream, chunk);
        return TC_STREAM_NEED;
    }
}

enum tc_stream_step tc_event_stream_next(tc_event_stream *stream, tc_slice *chunk, tc_slice *piece)
{
    enum tc_stream_step result = TC_STREAM_NEED;
    while (chunk->length > 0 && result == TC_STREAM_NEED)
        result = step(stream, chunk, piece);
    return result;
}
