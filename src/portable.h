/* What compilers and processors say in different words. The only header with compiler extensions:
 * every other file is plain C11. */
#ifndef TC_PORTABLE_H
#define TC_PORTABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#if !defined(__STDC_VERSION__) || __STDC_VERSION__ < 201112L
#error "this is C11: add -std=c11 to CFLAGS, or use a newer compiler"
#endif

/* TC_BEGIN_INTERNAL and TC_END_INTERNAL enclose the declarations of a header: what they declare is
 * for the other files of this module, which then call it directly, and no other library sees it.
 * -fvisibility=hidden would do the same, but LuaRocks, which builds releases, cannot be told so. */
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
#define TC_BEGIN_INTERNAL _Pragma("GCC visibility push(hidden)")
#define TC_END_INTERNAL _Pragma("GCC visibility pop")
#else
#define TC_LIKELY(condition) (condition)
#define TC_UNLIKELY(condition) (condition)
#define TC_INLINE static inline
#define TC_COLD
#define TC_EXPORT
#define TC_BEGIN_INTERNAL
#define TC_END_INTERNAL
#endif

/* TC_WEAK lets a library be loaded where there is no function of that name, which the linker of ELF
 * then takes for null: TC_IS_PRESENT. Elsewhere loading fails, so what is asked for is there. */
#if (defined(__GNUC__) || defined(__clang__)) && defined(__ELF__)
#define TC_PRAGMA(text) _Pragma(#text)
#define TC_WEAK(name) TC_PRAGMA(weak name)
#define TC_IS_PRESENT(name) ((name) != NULL)
#define TC_HAS_WEAK 1
#else
#define TC_WEAK(name)
#endif

/* A precondition that callers keep. Checked where TC_ASSERTIONS is set, as `make sanitize`, `make
 * fuzz` and `make starve` do; a release build trusts its callers and pays nothing. */
#if defined(TC_ASSERTIONS)
#include <stdio.h>
#include <stdlib.h>
#define TC_ASSERT(condition)                                                                       \
    do {                                                                                           \
        if (!(condition)) {                                                                        \
            fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #condition);                        \
            abort();                                                                               \
        }                                                                                          \
    } while (0)
#else
#define TC_ASSERT(condition) ((void)0)
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
