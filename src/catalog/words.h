/* The words of a name, in the one form that the rules of catalog/word_rules.lua use:
 * "CertificateHasNotFound" has "have", "not" and "find". catalog/words.lua is the same in Lua. */
#ifndef TC_WORDS_H
#define TC_WORDS_H

#include "names/slice.h"

TC_BEGIN_INTERNAL

enum {
    TC_WORDS_MAX = 24, /* words of a name that are looked at; the longest of the catalog has 15 */
    TC_FORM_FILLER = 0,
    TC_FORM_UNKNOWN = 1, /* a word that says nothing, so that its neighbours are none */
    TC_FORM_DIGITS = 2,
};

typedef struct tc_words {
    size_t count;
    uint16_t forms[TC_WORDS_MAX];
} tc_words;

/* A name that is longer than any code can be has no words. */
tc_words tc_words_of(tc_slice name);

TC_END_INTERNAL

#endif
