/* The text inside JSON strings: UTF-8 and escape sequences, as the scanner checks them and the
 * reader decodes them. */
#ifndef TC_TEXT_H
#define TC_TEXT_H

#include "portable.h"

#include <stdbool.h>
#include <stddef.h>

/* The value of a hexadecimal digit, or -1. */
TC_INLINE int tc_hex_digit(uint8_t byte)
{
    if (byte >= '0' && byte <= '9')
        return byte - '0';
    byte |= 0x20;
    return byte >= 'a' && byte <= 'f' ? byte - 'a' + 10 : -1;
}

/* The value of four hexadecimal digits, or -1. Reads no byte after one that is not a digit. */
TC_INLINE int32_t tc_hex_quad(const uint8_t *at)
{
    int32_t value = 0;
    for (int i = 0; i < 4; i++) {
        const int digit = tc_hex_digit(at[i]);
        if (digit < 0)
            return -1;
        value = value * 16 + digit;
    }
    return value;
}

TC_INLINE int tc_is_continuation(uint8_t byte)
{
    return (byte & 0xC0) == 0x80;
}

/* The length of the UTF-8 sequence at `at` whose first byte is 0x80 or more; 0 where the bytes are
 * not UTF-8 (RFC 3629: no overlong form, no surrogate, nothing above U+10FFFF). Reads no byte after
 * a wrong one. */
TC_INLINE size_t tc_utf8_length(const uint8_t *at)
{
    const uint8_t lead = at[0];
    if (lead >= 0xE0 && lead < 0xF0) {
        const uint8_t low = lead == 0xE0 ? 0xA0 : 0x80;
        const uint8_t high = lead == 0xED ? 0x9F : 0xBF;
        return at[1] >= low && at[1] <= high && tc_is_continuation(at[2]) ? 3 : 0;
    }
    if (lead >= 0xC2 && lead < 0xE0)
        return tc_is_continuation(at[1]) ? 2 : 0;
    if (lead >= 0xF0 && lead <= 0xF4) {
        const uint8_t low = lead == 0xF0 ? 0x90 : 0x80;
        const uint8_t high = lead == 0xF4 ? 0x8F : 0xBF;
        return at[1] >= low && at[1] <= high && tc_is_continuation(at[2]) &&
                       tc_is_continuation(at[3])
                   ? 4
                   : 0;
    }
    return 0;
}

/* Decodes the inside of a valid JSON string.
 * text, length: its bytes in the body, without the quotes.
 * out: room for `length` bytes.
 * Returns the number of bytes written. */
size_t tc_text_decode(const uint8_t *text, size_t length, uint8_t *out);

/* The length in the body of the string at `text`, in bytes, up to its closing quote. Escape
 * sequences are counted as they stand, so this is also room enough to decode the string. */
size_t tc_text_length(const uint8_t *text, const uint8_t *end);

/* Does the string at `text` in the body, decoded, equal `length` bytes at `wanted`? */
bool tc_text_equals(const uint8_t *text, const char *wanted, size_t length);

/* Writes foreign bytes as a log can hold them: UTF-8 stays; control characters, characters that
 * change how a line is shown, and bytes that are not UTF-8 become \n, \r, \t or \xHH. What is over
 * `limit` source bytes is cut, never inside a character, and marked with "...".
 * out: room for at least 4 * limit + 4 bytes; a zero byte is written at the end.
 * Returns the number of bytes written, without the zero byte. */
size_t tc_text_quote(const uint8_t *text, size_t length, size_t limit, char *out);

#endif
