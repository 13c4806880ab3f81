/* UTF-8, byte by byte. */
#ifndef TC_UTF8_H
#define TC_UTF8_H

#include "portable.h"

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

#endif
