/* Escaping what a person should see but a terminal should not obey. */
#include "json/quote.h"

#include "json/utf8.h"

#include <string.h>

/* The code point of the valid UTF-8 sequence at `at`. */
static uint32_t decode_utf8(const uint8_t *at, size_t length)
{
    uint32_t point = length == 1 ? at[0] : at[0] & (0x7FU >> length);
    for (size_t i = 1; i < length; i++)
        point = (point << 6) | (at[i] & 0x3F);
    return point;
}

/* Controls, and the characters that nobody sees or that change how the text around them is shown:
 * line separators, direction marks and overrides, what has no width, the byte-order mark, tags. */
static bool is_unsafe(uint32_t point)
{
    static const uint32_t ranges[][2] = {
        {0, 0x1F},          {0x7F, 0x9F},     {0xAD, 0xAD},     {0x34F, 0x34F},
        {0x61C, 0x61C},     {0x115F, 0x1160}, {0x17B4, 0x17B5}, {0x180B, 0x180F},
        {0x200B, 0x200F},   {0x2028, 0x202E}, {0x2060, 0x206F}, {0x3164, 0x3164},
        {0xFEFF, 0xFEFF},   {0xFFA0, 0xFFA0}, {0xFFF9, 0xFFFB}, {0x1D173, 0x1D17A},
        {0xE0000, 0xE0FFF},
    };
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++) {
        if (point <= ranges[i][1])
            return point >= ranges[i][0];
    }
    return false;
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
