/* The words that codes and actions are made of. */
#ifndef TC_WORD_H
#define TC_WORD_H

#include "ascii.h"
#include "names/slice.h"

TC_INLINE bool tc_is_word_byte(char byte)
{
    return tc_is_lower(byte) || tc_is_upper(byte) || tc_is_digit(byte) || byte == '_';
}

/* The offset just after the word that begins at `at`. */
TC_INLINE size_t tc_skip_word(tc_slice text, size_t at)
{
    while (at < text.length && tc_is_word_byte(text.text[at]))
        at++;
    return at;
}

/* Does a word begin at the capital at `at`, which is not the first byte? Not after another capital,
 * but for the last of several before a lower-case letter: "CLSLogset" is two words. */
TC_INLINE bool tc_capital_begins_word(tc_slice text, size_t at)
{
    if (!tc_is_upper(text.text[at]))
        return false;
    return !tc_is_upper(text.text[at - 1]) ||
           (at + 1 < text.length && tc_is_lower(text.text[at + 1]));
}

#endif
