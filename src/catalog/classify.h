/* What an error code means for its caller: its kind, whether another try is worth it, and whether
 * the request may have been executed. Codes of the catalog have their verdict in its tables; the
 * word rules that made it serve for every other code. catalog/classify.lua is the same in Lua. */
#ifndef TC_CLASSIFY_H
#define TC_CLASSIFY_H

#include "portable.h"
#include "vocabulary.h"

TC_BEGIN_INTERNAL

typedef struct tc_verdict {
    uint8_t kind;      /* enum tc_kind */
    uint8_t retryable; /* enum tc_retryable */
    uint8_t executed;  /* enum tc_executed */
    uint8_t source;    /* enum tc_source */
} tc_verdict;

/* The verdict with that number in the catalog's tables. */
tc_verdict tc_verdict_at(unsigned verdict);

/* The verdict on a code by its detail's words and its category. Any bytes will do; what is longer
 * than any code can be gets its category's. */
tc_verdict tc_classify(const char *code, size_t length);

/* What follows from a kind where nothing else is said. */
tc_verdict tc_usual_verdict(enum tc_kind kind);

/* The words for the members of a verdict, by their enums; NULL after the last. */
extern const char *const tc_kind_names[];
extern const char *const tc_retryable_names[];
extern const char *const tc_executed_names[];
extern const char *const tc_source_names[];

TC_END_INTERNAL

#endif
