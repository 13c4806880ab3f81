/* The scanner's inner loop: which bytes of a string need a look? One interface, three twins: SSE2,
 * NEON and plain C. A block is TC_BLOCK bytes; its marks say which of them are not plain. */
#ifndef TC_BLOCKS_H
#define TC_BLOCKS_H

#include "portable.h"

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
enum { TC_BLOCK = 16, TC_MARK_BITS = 1 };
typedef uint32_t tc_marks;

/* Marks the quotes and backslashes. */
TC_INLINE tc_marks tc_mark_quotes(const uint8_t *at)
{
    const __m128i block = _mm_loadu_si128((const __m128i *)(const void *)at);
    const __m128i quotes = _mm_cmpeq_epi8(block, _mm_set1_epi8('"'));
    const __m128i backslashes = _mm_cmpeq_epi8(block, _mm_set1_epi8('\\'));
    return (tc_marks)_mm_movemask_epi8(_mm_or_si128(quotes, backslashes));
}

/* Marks the bytes that are not plain. A signed comparison catches control characters and bytes from
 * 0x80 up at once: both are below 0x20. */
TC_INLINE tc_marks tc_mark_block(const uint8_t *at)
{
    const __m128i block = _mm_loadu_si128((const __m128i *)(const void *)at);
    const __m128i quotes = _mm_cmpeq_epi8(block, _mm_set1_epi8('"'));
    const __m128i backslashes = _mm_cmpeq_epi8(block, _mm_set1_epi8('\\'));
    const __m128i outside = _mm_cmplt_epi8(block, _mm_set1_epi8(0x20));
    return (tc_marks)_mm_movemask_epi8(_mm_or_si128(_mm_or_si128(quotes, backslashes), outside));
}
#elif defined(TC_NEON)
enum { TC_BLOCK = 16, TC_MARK_BITS = 4 };
typedef uint64_t tc_marks;

/* Four bits for each byte that is all ones. */
TC_INLINE tc_marks tc_narrow(uint8x16_t bytes)
{
    const uint8x8_t narrowed = vshrn_n_u16(vreinterpretq_u16_u8(bytes), 4);
    return vget_lane_u64(vreinterpret_u64_u8(narrowed), 0);
}

TC_INLINE uint8x16_t tc_match_quotes(uint8x16_t block)
{
    return vorrq_u8(vceqq_u8(block, vdupq_n_u8('"')), vceqq_u8(block, vdupq_n_u8('\\')));
}

TC_INLINE tc_marks tc_mark_quotes(const uint8_t *at)
{
    return tc_narrow(tc_match_quotes(vld1q_u8(at)));
}

TC_INLINE tc_marks tc_mark_block(const uint8_t *at)
{
    const uint8x16_t block = vld1q_u8(at);
    const uint8x16_t outside = vcltq_s8(vreinterpretq_s8_u8(block), vdupq_n_s8(0x20));
    return tc_narrow(vorrq_u8(tc_match_quotes(block), outside));
}
#else
enum { TC_BLOCK = 8, TC_MARK_BITS = 1 };
typedef uint32_t tc_marks;

TC_INLINE tc_marks tc_mark_quotes(const uint8_t *at)
{
    tc_marks marks = 0;
    for (unsigned i = 0; i < TC_BLOCK; i++)
        marks |= (tc_marks)(at[i] == '"' || at[i] == '\\') << i;
    return marks;
}

TC_INLINE tc_marks tc_mark_block(const uint8_t *at)
{
    tc_marks marks = 0;
    for (unsigned i = 0; i < TC_BLOCK; i++)
        marks |= (tc_marks)!tc_is_plain(at[i]) << i;
    return marks;
}
#endif

/* The number in its block of the first marked byte; `marks` is not 0. */
TC_INLINE unsigned tc_first_mark(tc_marks marks)
{
    return tc_lowest_bit(marks) / TC_MARK_BITS;
}

/* The marks without those of the first `count` bytes; count is 1 to TC_BLOCK. */
TC_INLINE tc_marks tc_drop_marks(tc_marks marks, unsigned count)
{
    return (tc_marks)(marks & ~(((uint64_t)1 << (count * TC_MARK_BITS - 1) << 1) - 1));
}

#endif
