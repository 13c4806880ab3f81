/* A text that belongs to someone else, and why it is malformed where it is. */
#ifndef TC_SLICE_H
#define TC_SLICE_H

#include "portable.h"
#include "vocabulary.h"

#include <string.h>

/* Bytes without a zero at their end. `text` may be NULL where `length` is 0. */
typedef struct tc_slice {
    const char *text;
    size_t length;
} tc_slice;

/* Why a name or a pattern is malformed. */
typedef struct tc_pattern_fault {
    const char *reason; /* for people: what is wrong and what to write instead */
    size_t offset;      /* bytes before the offending one */
} tc_pattern_fault;

/* Notes the fault and returns false, which every caller passes on. */
TC_INLINE bool tc_pattern_fail(tc_pattern_fault *fault, const char *reason, size_t offset)
{
    fault->reason = reason;
    fault->offset = offset;
    return false;
}

/* memcmp and memchr may not be given NULL, not even for no bytes: hence the looks at the length. */

TC_INLINE bool tc_slice_equals(tc_slice a, tc_slice b)
{
    return a.length == b.length && (a.length == 0 || memcmp(a.text, b.text, a.length) == 0);
}

TC_INLINE bool tc_slice_is(tc_slice slice, const char *text)
{
    return tc_slice_equals(slice, (tc_slice){text, strlen(text)});
}

TC_INLINE bool tc_slice_starts_with(tc_slice slice, tc_slice start)
{
    return start.length <= slice.length &&
           (start.length == 0 || memcmp(slice.text, start.text, start.length) == 0);
}

#endif
