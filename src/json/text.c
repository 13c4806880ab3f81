/* Decoding the strings of a checked body, and quoting foreign bytes for people and logs. */
#include "json/text.h"

#include "json/blocks.h"

#include <string.h>

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
    if (point >= 0xD800 && point <= 0xDBFF) {
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

/* The code point of the valid UTF-8 sequence at `at`. */
static uint32_t decode_utf8(const uint8_t *at, size_t length)
{
    uint32_t point = length == 1 ? at[0] : at[0] & (0x7FU >> length);
    for (size_t i = 1; i < length; i++)
        point = (point << 6) | (at[i] & 0x3F);
    return point;
}

/* Controls, and the characters that change how the text around them is shown: line separators,
 * direction marks and overrides, the byte-order mark. */
static bool is_unsafe(uint32_t point)
{
    return point < 0x20 || (point >= 0x7F && point < 0xA0) || point == 0x61C ||
           (point >= 0x200B && point <= 0x200F) || (point >= 0x2028 && point <= 0x202E) ||
           (point >= 0x2066 && point <= 0x2069) || point == 0xFEFF;
}

/* The length of the UTF-8 sequence at `at` in `room` bytes, or 0. */
static size_t safe_utf8_length(const uint8_t *at, size_t room)
{
    uint8_t bytes[4] = {0};
    memcpy(bytes, at, room < 4 ? room : 4);
    return bytes[0] < 0x80 ? 1 : tc_utf8_length(bytes);
}

size_t tc_text_quote(const uint8_t *text, size_t length, size_t limit, char *out)
{
    static const char digits[] = "0123456789abcdef";
    char *const start = out;
    size_t at = 0;
    while (at < length) {
        size_t size = safe_utf8_length(text + at, length - at);
        const bool safe = size > 0 && !is_unsafe(decode_utf8(text + at, size));
        size = size == 0 ? 1 : size;
        if (at + size > limit)
            break;
        for (size_t i = at; i < at + size; i++) {
            if (safe) {
                *out++ = (char)text[i];
            } else if (text[i] == '\n' || text[i] == '\r' || text[i] == '\t') {
                *out++ = '\\';
                *out++ = text[i] == '\n' ? 'n' : text[i] == '\r' ? 'r' : 't';
            } else {
                *out++ = '\\';
                *out++ = 'x';
                *out++ = digits[text[i] >> 4];
                *out++ = digits[text[i] & 15];
            }
        }
        at += size;
    }
    if (at < length) {
        memcpy(out, "...", 3);
        out += 3;
    }
    *out = '\0';
    return (size_t)(out - start);
}
