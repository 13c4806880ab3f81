/* Foreign bytes in messages and logs. */
#ifndef TC_QUOTE_H
#define TC_QUOTE_H

#include "portable.h"

TC_BEGIN_INTERNAL

/* The room that a quotation of at most `limit` bytes takes. */
#define TC_QUOTE_ROOM(limit) (4 * (limit) + 4)

/* Writes foreign bytes as a log can hold them: UTF-8 stays; control characters, characters that
 * change how a line is shown, and bytes that are not UTF-8 become \n, \r, \t or \xHH. What is over
 * `limit` source bytes is cut, never inside a character, and marked with "...".
 * out: room for at least TC_QUOTE_ROOM(limit) bytes; a zero byte is written at the end.
 * Returns the number of bytes written, without the zero byte. */
size_t tc_text_quote(const uint8_t *text, size_t length, size_t limit, char *out);

TC_END_INTERNAL

#endif
