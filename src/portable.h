/* What compilers and processors say in different words. The only header with compiler extensions:
 * every other file is plain C11. */
#ifndef TC_PORTABLE_H
#define TC_PORTABLE_H

#include <stdint.h>

#if defined(__GNUC__) || defined(__clang__)
#define TC_LIKELY(condition) __builtin_expect(!!(condition), 1)
#define TC_UNLIKELY(condition) __builtin_expect(!!(condition), 0)
#if defined(__OPTIMIZE__)
#define TC_INLINE static inline __attribute__((always_inline))
#else
#define TC_INLINE static inline /* debuggers and coverage see each function as one */
#endif
#define TC_COLD __attribute__((noinline, cold))
#define TC_EXPORT __attribute__((visibility("default")))
#define TC_HIDDEN __attribute__((visibility("hidden")))
#else
#define TC_LIKELY(condition) (condition)
#define TC_UNLIKELY(condition) (condition)
#define TC_INLINE static inline
#define TC_COLD
#define TC_EXPORT
#define TC_HIDDEN
#endif

/* TC_PORTABLE forces the plain-C twins everywhere: the tests compare both. */
#if !defined(TC_PORTABLE) && (defined(__GNUC__) || defined(__clang__))
#if defined(__SSE2__)
#define TC_SSE2 1
#elif defined(__ARM_NEON) && defined(__aarch64__)
#define TC_NEON 1
#endif
#endif

/* The number of zero bits below the lowest set bit; `bits` is not 0. */
TC_INLINE unsigned tc_lowest_bit(uint64_t bits)
{
#if defined(__GNUC__) || defined(__clang__)
    return (unsigned)__builtin_ctzll(bits);
#else
    unsigned count = 0;
    for (; (bits & 1) == 0; bits >>= 1)
        count++;
    return count;
#endif
}

#endif
