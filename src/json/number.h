/* The numbers of a checked body: integers exactly, reals correctly rounded in any locale. */
#ifndef TC_NUMBER_H
#define TC_NUMBER_H

#include "portable.h"

TC_BEGIN_INTERNAL

/* The length of the number at `text`, in bytes. */
size_t tc_number_length(const uint8_t *text);

/* Reads an integer. Returns false where it does not fit 64 bits; `*value` is then not set. */
bool tc_number_integer(const uint8_t *text, int64_t *value);

/* Reads any number as the nearest double, ties to even; infinity where it is too large. */
double tc_number_real(const uint8_t *text);

TC_END_INTERNAL

#endif
