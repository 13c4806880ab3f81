/* An incremental reader of text/event-stream by the WHATWG algorithm. It keeps no text: it hands
 * out the pieces of the chunks that make an event's data, and says when the event is complete.
 * Only `data` is reported; nothing here reconnects, so `event`, `id` and `retry` are passed over.
 */
#ifndef TC_EVENT_STREAM_H
#define TC_EVENT_STREAM_H

#include "names/slice.h"

TC_BEGIN_INTERNAL

enum tc_stream_step {
    TC_STREAM_NEED,  /* the chunk is used up: feed the next one */
    TC_STREAM_DATA,  /* append the piece to the data of the current event */
    TC_STREAM_EVENT, /* the current event is complete; the next piece begins another */
    TC_STREAM_BODY,  /* no event stream: its first byte opens JSON or HTML. The rest of the chunk
                        and all that follows is one body; do not feed it */
    TC_STREAM_LARGE  /* the event has more than TC_BODY_MAX bytes of data; do not go on */
};

/* What a stream was in when its source came to its end. */
enum tc_stream_end {
    TC_STREAM_BETWEEN,    /* between two events */
    TC_STREAM_UNFINISHED, /* in an event with data, which lacks its empty line or more */
    TC_STREAM_CUT_OFF     /* in a line before an event's data, or behind such a line */
};

typedef struct tc_event_stream {
    int state;
    unsigned matched; /* bytes of the byte-order mark or of "data" seen so far */
    bool after_return, has_data;
    bool in_event;      /* a line of the current event has begun that is no comment */
    size_t data_length; /* of the current event, in bytes */
} tc_event_stream;

/* Begins a stream. */
void tc_event_stream_start(tc_event_stream *stream);

/* Reads on in a chunk, which may be cut off at any byte.
 * chunk: its bytes from the first not yet used; moved past those that this step used.
 * piece: set for TC_STREAM_DATA; points into the chunk or to static text. */
enum tc_stream_step tc_event_stream_next(tc_event_stream *stream, tc_slice *chunk, tc_slice *piece);

/* Ends a stream. The standard drops an event that lacks its empty line; servers do end their
 * streams so, hence it counts here. Where it was cut off in the middle of its data, reading the
 * data shows it. */
enum tc_stream_end tc_event_stream_end(tc_event_stream *stream);

TC_END_INTERNAL

#endif
