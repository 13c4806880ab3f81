/* Decoding the strings of a checked body. */
#include "json/text.h"

#include "json/blocks.h"

#include <string.h>

enum { REPLACEMENT = 0xFFFD }; /* the character that stands for what is none */

/* Writes a code point as UTF-8. Returns its length. */
static size_t encode_utf8(uint32_t point, uint8_t *out)
{
    if (point < 0x80) {
        out[0] = (uint8_t)point;
        return 1;
    }
    if (point < 0x800) {
        out[0] = (uint8_t)(0xC0 | (point >> 6));
        out[1] = (uint8_t)(0x80 | (point & 0x3F));
        return 2;
    }
    if (point < 0x10000) {
        out[0] = (uint8_t)(0xE0 | (point >> 12));
        out[1] = (uint8_t)(0x80 | ((point >> 6) & 0x3F));
        out[2] = (uint8_t)(0x80 | (point & 0x3F));
        return 3;
    }
    out[0] = (uint8_t)(0xF0 | (point >> 18));
    out[1] = (uint8_t)(0x80 | ((point >> 12) & 0x3F));
    out[2] = (uint8_t)(0x80 | ((point >> 6) & 0x3F));
    out[3] = (uint8_t)(0x80 | (point & 0x3F));
    return 4;
}

/* Decodes the escape sequence at `*text` (1 to 4 bytes) and moves past it. */
static size_t decode_escape(const uint8_t **text, uint8_t *out)
{
    static const char letters[] = "bfnrt", controls[] = "\b\f\n\r\t";
    const uint8_t *at = *text;
    if (at[1] != 'u') {
        const char *letter = strchr(letters, at[1]);
        *text = at + 2;
        out[0] = letter != NULL ? (uint8_t)controls[letter - letters] : at[1];
        return 1;
    }
    uint32_t point = (uint32_t)tc_hex_quad(at + 2);
    *text = at + 6;
    if (point >= 0xD800 && point <= 0xDFFF) {
        if (!tc_is_surrogate_pair((int32_t)point, at))
            return encode_utf8(REPLACEMENT, out);
        point = 0x10000 + ((point - 0xD800) << 10) + ((uint32_t)tc_hex_quad(at + 8) - 0xDC00);
        *text = at + 12;
    }
    return encode_utf8(point, out);
}

/* Copies from `*text` to `out` up to the next backslash or the end, a block at a time: what a block
 * has behind its first backslash is written again. Returns the number of bytes copied. */
static size_t copy_run(const uint8_t **text, const uint8_t *end, uint8_t *out)
{
    const uint8_t *at = *text;
    const uint8_t *const start = at;
    while ((size_t)(end - at) >= TC_BLOCK) {
        const tc_marks marks = tc_mark_quotes(at);
        memcpy(out + (at - start), at, TC_BLOCK);
        if (marks != 0) {
            *text = at + tc_first_mark(marks);
            return (size_t)(*text - start);
        }
        at += TC_BLOCK;
    }
    for (; at < end && *at != '\\'; at++)
        out[at - start] = *at;
    *text = at;
    return (size_t)(at - start);
}

size_t tc_text_decode(const uint8_t *text, size_t length, uint8_t *out)
{
    uint8_t *const start = out;
    const uint8_t *const end = text + length;
    while (text < end) {
        out += copy_run(&text, end, out);
        if (text < end)
            out += decode_escape(&text, out);
    }
    return (size_t)(out - start);
}

size_t tc_text_length(const uint8_t *text, const uint8_t *end)
{
    const uint8_t *at = text;
    for (;;) {
        const uint8_t *quote = memchr(at, '"', (size_t)(end - at));
        const uint8_t *before = quote;
        while (before > at && before[-1] == '\\')
            before--;
        if ((quote - before) % 2 == 0)
            return (size_t)(quote - text);
        at = quote + 1;
    }
}

bool tc_text_equals(const uint8_t *text, const char *wanted, size_t length)
{
    const char *const end = wanted + length;
    while (*text != '"') {
        uint8_t decoded[4] = {*text};
        size_t size = 1;
        if (*text == '\\')
            size = decode_escape(&text, decoded);
        else
            text++;
        if (size > (size_t)(end - wanted) || memcmp(decoded, wanted, size) != 0)
            return false;
        wanted += size;
    }
    return wanted == end;
}
