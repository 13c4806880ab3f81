/* The reader of event streams. Oracles: a reader that has the whole stream and goes line by line as
 * the standard tells it; and the same stream cut into chunks gives the same events. */
#include "fuzz.h"

#include "answer/event_stream.h"

/* The events, each followed by '|', or by '$' for one that lacks its empty line; '%' where the stream
 * ends in an event before its data; '!' and the rest where the stream is no event stream. */
typedef struct record {
    char *text;
    size_t length;
} record;

static void append(record *events, const void *text, size_t length)
{
    if (length > 0)
        memcpy(events->text + events->length, text, length);
    events->length += length;
}

static record new_record(size_t size)
{
    return (record){malloc(2 * size + 2), 0};
}

/* Feeds one chunk from memory of its own. Returns false at the start of a body. */
static bool feed(tc_event_stream *stream, const uint8_t *data, size_t size, record *events)
{
    uint8_t *memory = fuzz_copy(data, size);
    tc_slice chunk = {(char *)memory, size}, piece;
    bool go_on = true;
    for (;;) {
        const enum tc_stream_step step = tc_event_stream_next(stream, &chunk, &piece);
        CHECK(step != TC_STREAM_LARGE);
        if (step == TC_STREAM_DATA)
            append(events, piece.text, piece.length);
        if (step == TC_STREAM_EVENT)
            append(events, "|", 1);
        if (step == TC_STREAM_BODY) {
            append(events, "!", 1);
            append(events, chunk.text, chunk.length);
        }
        go_on = step != TC_STREAM_BODY;
        if (step == TC_STREAM_NEED || !go_on)
            break;
    }
    CHECK(!go_on || chunk.length == 0);
    free(memory);
    return go_on;
}

/* Feeds the stream in chunks; `seed` chooses their sizes. */
static record read_in_chunks(const uint8_t *data, size_t size, unsigned seed)
{
    record events = new_record(size);
    tc_event_stream stream;
    bool go_on = true;
    tc_event_stream_start(&stream);
    while (size > 0) {
        seed = seed * 1103515245 + 12345;
        size_t length = seed >> 16 & 7;
        length = length < size ? length : size;
        if (go_on)
            go_on = feed(&stream, data, length, &events);
        else
            append(&events, data, length);
        data += length;
        size -= length;
    }
    if (!go_on)
        return events;
    const enum tc_stream_end end = tc_event_stream_end(&stream);
    if (end != TC_STREAM_BETWEEN)
        append(&events, end == TC_STREAM_UNFINISHED ? "$" : "%", 1);
    return events;
}

/* The line at `at` ends where? */
static size_t line_length(const uint8_t *at, const uint8_t *end)
{
    size_t length = 0;
    while (at + length < end && at[length] != '\r' && at[length] != '\n')
        length++;
    return length;
}

static record read_whole(const uint8_t *data, size_t size)
{
    record events = new_record(size);
    const uint8_t *at = data, *end = data + size;
    bool has_data = false, in_event = false;
    if (size >= 3 && memcmp(at, "\xEF\xBB\xBF", 3) == 0)
        at += 3;
    const uint8_t *first = at;
    while (first < end && strchr(" \t\r\n", *first) != NULL && *first != 0)
        first++;
    if (first < end && (*first == '{' || *first == '[' || *first == '<')) {
        append(&events, "!", 1);
        append(&events, first, (size_t)(end - first));
        return events;
    }
    while (at < end) {
        const size_t length = line_length(at, end);
        const uint8_t *colon = memchr(at, ':', length), *line_end = at + length;
        const uint8_t *name_end = colon == NULL ? line_end : colon;
        in_event = length > 0 && (in_event || (line_end > first && *at != ':'));
        if (length == 0 && has_data) {
            append(&events, "|", 1);
            has_data = false;
        } else if (name_end - at == 4 && memcmp(at, "data", 4) == 0 &&
                   (colon != NULL || line_end < end)) {
            const uint8_t *value = colon == NULL ? line_end : colon + 1;
            value += value < line_end && *value == ' ';
            if (has_data)
                append(&events, "\n", 1);
            append(&events, value, (size_t)(line_end - value));
            has_data = true;
        }
        at = line_end;
        if (at < end)
            at += at[0] == '\r' && at + 1 < end && at[1] == '\n' ? 2 : 1;
    }
    if (has_data || in_event)
        append(&events, has_data ? "$" : "%", 1);
    return events;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 2)
        return 0;
    const unsigned seed = (unsigned)(data[0] << 8 | data[1]);
    const record wanted = read_whole(data + 2, size - 2);
    const record found = read_in_chunks(data + 2, size - 2, seed);
    CHECK(found.length == wanted.length);
    CHECK(memcmp(found.text, wanted.text, wanted.length) == 0);
    free(found.text);
    free(wanted.text);
    return 0;
}
