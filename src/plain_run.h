/* The scanner's inner loop: where does the plain text of a string end? One interface, three twins:
 * SSE2, NEON and plain C. They return the same pointer for the same bytes. */
#ifndef TC_PLAIN_RUN_H
#define TC_PLAIN_RUN_H

#include "portable.h"

#include <stddef.h>

#if defined(TC_SSE2)
#include <emmintrin.h>
#elif defined(TC_NEON)
#include <arm_neon.h>
#endif

/* Plain bytes are printable ASCII but for the quote and the backslash. */
TC_INLINE int tc_is_plain(uint8_t byte)
{
    return byte >= 0x20 && byte < 0x80 && byte != '"' && byte != '\\';
}

#if defined(TC_SSE2)
/* One bit for each byte of `block` that is not plain. A signed comparison catches control
 * characters and bytes from 0x80 up at once: both are below 0x20. */
TC_INLINE unsigned tc_special_bits(__m128i block)
{
    const __m128i quotes = _mm_cmpeq_epi8(block, _mm_set1_epi8('"'));
    const __m128i backslashes = _mm_cmpeq_epi8(block, _mm_set1_epi8('\\'));
    const __m128i outside = _mm_cmplt_epi8(block, _mm_set1_epi8(0x20));
    return (unsigned)_mm_movemask_epi8(_mm_or_si128(_mm_or_si128(quotes, backslashes), outside));
}
#elif defined(TC_NEON)
/* Four bits for each byte of `block` that is not plain. */
TC_INLINE uint64_t tc_special_bits(uint8x16_t block)
{
    const uint8x16_t quotes = vceqq_u8(block, vdupq_n_u8('"'));
    const uint8x16_t backslashes = vceqq_u8(block, vdupq_n_u8('\\'));
    const uint8x16_t outside = vcltq_s8(vreinterpretq_s8_u8(block), vdupq_n_s8(0x20));
    const uint8x16_t special = vorrq_u8(vorrq_u8(quotes, backslashes), outside);
    const uint8x8_t narrowed = vshrn_n_u16(vreinterpretq_u16_u8(special), 4);
    return vget_lane_u64(vreinterpret_u64_u8(narrowed), 0);
}
#endif

/* The first byte from `at` on that is not plain. `*end` must be readable and not plain (a body
 * ends with a zero byte), so the search always ends at `end` or before. */
TC_INLINE const uint8_t *tc_plain_run(const uint8_t *at, const uint8_t *end)
{
#if defined(TC_SSE2)
    while (TC_LIKELY((size_t)(end - at) >= 16)) {
        const unsigned special =
            tc_special_bits(_mm_loadu_si128((const __m128i *)(const void *)at));
        if (special != 0)
            return at + tc_lowest_bit(special);
        at += 16;
    }
#elif defined(TC_NEON)
    while (TC_LIKELY((size_t)(end - at) >= 16)) {
        const uint64_t special = tc_special_bits(vld1q_u8(at));
        if (special != 0)
            return at + (tc_lowest_bit(special) >> 2);
        at += 16;
    }
#else
    (void)end;
#endif
    while (tc_is_plain(*at))
        at++;
    return at;
}

#endif
