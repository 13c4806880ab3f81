/* What an error code means for its caller: its kind, whether another try is worth it, and whether
 * the request may have been executed. Codes of the catalog have their verdict in its tables; the
 * rules that made it judge every other code. catalog/classify.lua is the same in Lua. */
#ifndef TC_CLASSIFY_H
#define TC_CLASSIFY_H

#include "portable.h"

#include <stddef.h>

enum tc_retryable { TC_RETRY_NO, TC_RETRY_BACKOFF, TC_RETRY_THROTTLE, TC_RETRY_REFRESH };
enum tc_executed { TC_EXECUTED_NO, TC_EXECUTED_MAYBE };
enum tc_source {
    TC_SOURCE_EXACT,    /* reviewed for this code */
    TC_SOURCE_RULE,     /* from words in its detail */
    TC_SOURCE_CATEGORY, /* from its category alone */
    TC_SOURCE_DEFINED   /* by the program itself */
};

typedef struct tc_verdict {
    uint8_t kind;      /* see tc_name_of_kind */
    uint8_t retryable; /* enum tc_retryable */
    uint8_t executed;  /* enum tc_executed */
    uint8_t source;    /* enum tc_source */
} tc_verdict;

/* The verdict with that number in the catalog's tables. */
tc_verdict tc_verdict_at(unsigned verdict);

/* Judges a code by its detail's words and its category. Any bytes will do; what is longer than any
 * code can be is judged by its category alone. */
tc_verdict tc_classify(const char *code, size_t length);

enum { TC_MOST_KINDS = 32 };
unsigned tc_kind_count(void);

/* What follows from a kind where nothing else is said. */
tc_verdict tc_usual_verdict(unsigned kind);
const char *tc_name_of_kind(unsigned kind);

/* The words for the other members of a verdict. */
extern const char *const tc_retryable_names[];
extern const char *const tc_executed_names[];
extern const char *const tc_source_names[];

#endif
