/* The texts of an error code: what it means, and what a person does next. */
#ifndef TC_DESCRIPTION_H
#define TC_DESCRIPTION_H

#include "catalog/entry.h"
#include "catalog/wording.h"

TC_BEGIN_INTERNAL

/* Writes what the code means: its own text, or a sentence of its category or kind and the words of
 * its detail.
 * out: room for TC_DESCRIPTION_MAX bytes; the text is cut where it is longer.
 * Returns the number of bytes. */
size_t tc_write_description(const tc_entry *entry, tc_slice code, enum tc_language language,
                            char *out);

/* A few words on what the kind is about. */
const char *tc_kind_summary(enum tc_kind kind, enum tc_language language);

/* What helps with the kind. */
const char *tc_kind_advice(enum tc_kind kind, enum tc_language language);

/* Does a person do something else where the action only reads, which changes nothing? Then `reads`
 * of the entry says whether it does. */
bool tc_has_advice_for_reads(const tc_entry *entry);

/* What a person does next; without the code's own text, what helps with its kind. */
const char *tc_advice_of(const tc_entry *entry, enum tc_language language);

TC_END_INTERNAL

#endif
