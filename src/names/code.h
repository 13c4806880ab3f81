/* Error codes: "Category", or "Category.Detail", whose detail may have dots of its own. */
#ifndef TC_CODE_H
#define TC_CODE_H

#include "names/slice.h"

TC_BEGIN_INTERNAL

/* Is it a code as the API writes them: words of letters, digits and _, separated by dots, the first
 * beginning with a letter? Returns false and sets `fault` where it is not. */
bool tc_code_check(tc_slice code, tc_pattern_fault *fault);

bool tc_code_is_well_formed(const char *text, size_t length);

/* The code without blanks around it and dots at its end, which servers leave there by mistake.
 * Where nothing would be left, the code as it is. */
tc_slice tc_code_trim(tc_slice code);

/* Has the code more than dots and blanks? */
bool tc_code_is_usable(tc_slice code);

/* A code, trimmed and cut at its first dot, whatever bytes it has. */
typedef struct tc_code_parts {
    tc_slice category;
    tc_slice detail; /* empty for a category alone */
    bool has_dot;
} tc_code_parts;

tc_code_parts tc_code_split(tc_slice code);

TC_END_INTERNAL

#endif
