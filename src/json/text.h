/* The text inside JSON strings: escape sequences, as the scanner checks them and the reader decodes
 * them. */
#ifndef TC_TEXT_H
#define TC_TEXT_H

#include "portable.h"

#include <stdbool.h>
#include <stddef.h>

TC_BEGIN_INTERNAL

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

/* Does the high surrogate `unit`, which is written as the escape sequence at `at`, have its low
 * half behind it? A low one has not. Reads no byte after one that is out of place. */
TC_INLINE bool tc_is_surrogate_pair(int32_t unit, const uint8_t *at)
{
    if (unit > 0xDBFF || at[6] != '\\' || at[7] != 'u')
        return false;
    const int32_t low = tc_hex_quad(at + 8);
    return low >= 0xDC00 && low <= 0xDFFF;
}

/* Decodes the inside of a valid JSON string. Bytes that are not UTF-8 stay as they are; half of a
 * surrogate pair becomes U+FFFD.
 * text, length: its bytes in the body, without the quotes.
 * out: room for `length` bytes.
 * Returns the number of bytes written. */
size_t tc_text_decode(const uint8_t *text, size_t length, uint8_t *out);

/* The length in the body of the string at `text`, in bytes, up to its closing quote. Escape
 * sequences are counted as they are written, so this is also room enough to decode the string. */
size_t tc_text_length(const uint8_t *text, const uint8_t *end);

/* Does the string at `text` in the body, decoded, equal `length` bytes at `wanted`? */
bool tc_text_equals(const uint8_t *text, const char *wanted, size_t length);

TC_END_INTERNAL

#endif
