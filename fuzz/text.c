/* The text of strings. Oracles: decoding what was encoded gives the same; what is quoted for a log
 * has no control character and is UTF-8, and both halves of a cut stay whole. */
#include "fuzz.h"

#include "json/quote.h"
#include "json/text.h"
#include "json/utf8.h"

typedef struct text_buffer {
    uint8_t *bytes;
    size_t length;
} text_buffer;

static void append(text_buffer *buffer, const void *bytes, size_t length)
{
    memcpy(buffer->bytes + buffer->length, bytes, length);
    buffer->length += length;
}

/* UTF-8 by the table of RFC 3629. */
static size_t encode_utf8(uint32_t point, uint8_t bytes[4])
{
    static const uint32_t firsts[] = {0, 0x80, 0x800, 0x10000};
    static const uint8_t leads[] = {0, 0xC0, 0xE0, 0xF0};
    size_t length = 4;
    while (length > 1 && point < firsts[length - 1])
        length--;
    for (size_t i = length - 1; i > 0; i--, point >>= 6)
        bytes[i] = (uint8_t)(0x80 | (point & 0x3F));
    bytes[0] = (uint8_t)(leads[length - 1] | point);
    return length;
}

static void append_unit(text_buffer *json, uint32_t unit, bool capitals)
{
    char escape[8];
    snprintf(escape, sizeof escape, capitals ? "\\u%04X" : "\\u%04x", (unsigned)unit);
    append(json, escape, 6);
}

/* Writes a character as JSON in one of the ways that `style` chooses. Returns whether it is an
 * escape sequence. */
static bool append_character(text_buffer *json, uint32_t point, unsigned style)
{
    static const char shorts[] = "\"\"\\\\//\bb\ff\nn\rr\tt";
    const bool must_escape = point < 0x20 || point == '"' || point == '\\';
    uint8_t utf8[4];
    for (size_t i = 0; i < sizeof shorts - 1; i += 2) {
        if (point == (uint8_t)shorts[i] && style % 4 == 1) {
            append(json, (char[]){'\\', shorts[i + 1]}, 2);
            return true;
        }
    }
    if (!must_escape && style % 4 < 2) {
        append(json, utf8, encode_utf8(point, utf8));
        return false;
    }
    if (point < 0x10000) {
        append_unit(json, point, style % 4 == 2);
    } else {
        append_unit(json, 0xD800 + ((point - 0x10000) >> 10), style % 4 == 2);
        append_unit(json, 0xDC00 + ((point - 0x10000) & 0x3FF), style % 4 == 2);
    }
    return true;
}

static void check_decoding(const uint8_t *data, size_t size)
{
    text_buffer json = {malloc(size * 12 + 3), 0}, text = {malloc(size * 4 + 1), 0};
    bool escaped = false;
    append(&json, "\"", 1);
    for (; size >= 4; data += 4, size -= 4) {
        uint32_t point = (uint32_t)(data[1] << 16 | data[2] << 8 | data[3]) % 0x110000;
        uint8_t utf8[4];
        point = data[0] & 0x80 ? point & 0x7F : point; /* most text is ASCII */
        if (point >= 0xD800 && point <= 0xDFFF)
            continue;
        append(&text, utf8, encode_utf8(point, utf8));
        escaped |= append_character(&json, point, data[0]);
    }
    append(&json, "\"", 2);
    tc_document document;
    tc_faults faults;
    uint8_t *decoded = malloc(json.length);
    CHECK(fuzz_index(tc_index_build, true, fuzz_copy(json.bytes, json.length - 1),
                     json.length - 1, &document, &faults));
    CHECK(tc_type_at(&document, 0) == (escaped ? TC_ESCAPED : TC_STRING));
    CHECK(tc_text_length(document.body + 1, document.body + document.length) == json.length - 3);
    CHECK(tc_text_decode(document.body + 1, json.length - 3, decoded) == text.length);
    CHECK(memcmp(decoded, text.bytes, text.length) == 0);
    CHECK(tc_text_equals(document.body + 1, (char *)text.bytes, text.length));
    free(decoded);
    free(json.bytes);
    free(text.bytes);
    fuzz_free(&document);
}

static void check_quoting(const uint8_t *data, size_t size, size_t limit)
{
    char *quote = malloc(4 * limit + 4);
    uint8_t *bytes = fuzz_copy(data, size);
    const size_t length = tc_text_quote(bytes, size, limit, quote);
    CHECK(strlen(quote) == length);
    for (size_t i = 0; i < length;) {
        const uint8_t *at = (const uint8_t *)quote + i;
        const size_t step = *at < 0x80 ? 1 : tc_utf8_length(at);
        CHECK(step > 0);
        CHECK(*at >= 0x20 && *at != 0x7F);
        i += step;
    }
    CHECK(size <= limit || (length >= 3 && strcmp(quote + length - 3, "...") == 0));
    free(bytes);
    free(quote);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    check_decoding(data, size);
    if (size > 0)
        check_quoting(data + 1, size - 1, data[0] % 65);
    return 0;
}
