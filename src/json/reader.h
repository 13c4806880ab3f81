/* Finding the way in an index: members by key, elements by number, a value's text. */
#ifndef TC_READER_H
#define TC_READER_H

#include "json/index.h"
#include "json/text.h"

#include <string.h>

TC_BEGIN_INTERNAL

/* A position that no member or element has: the root's own. */
enum { TC_NOWHERE = 0 };

/* Is the key at `position` the given one? */
TC_INLINE bool tc_key_equals(const tc_document *document, uint32_t position, const char *key,
                             size_t length)
{
    const uint8_t *text = tc_text_at(document, position);
    if (TC_UNLIKELY(tc_type_at(document, position) == TC_ESCAPED))
        return tc_text_equals(text, key, length);
    /* The closing quote is in the body too, so a key that fits ends before the body does. A wanted
     * key with a quote in it would go on behind that of the body. */
    return length < (size_t)(document->body + document->length - text) && text[length] == '"' &&
           memcmp(text, key, length) == 0 && memchr(key, '"', length) == NULL;
}

/* The position of the value of `key` in the object at `object`, or TC_NOWHERE. Where a key is
 * repeated the last one counts, as in lua-cjson and in JavaScript. */
uint32_t tc_find(const tc_document *document, uint32_t object, const char *key, size_t length);

/* Where the last element was found, so that a walk from element to element does not start over. The
 * index has no way back: to go to an earlier element is to start from the first. */
typedef struct tc_place {
    uint32_t element;  /* counted from 0 */
    uint32_t position; /* TC_NOWHERE: not known yet */
} tc_place;

/* The position of an element, counted from 0, of the array at `array`, or TC_NOWHERE.
 * place: a place in the same array; read and set. */
uint32_t tc_element(const tc_document *document, uint32_t array, uint32_t element, tc_place *place);

/* The bytes of the string or key at `position` in the body, without its quotes. */
TC_INLINE size_t tc_string_length(const tc_document *document, uint32_t position)
{
    const uint8_t *text = tc_text_at(document, position);
    const uint8_t *end = document->body + document->length;
    if (TC_UNLIKELY(tc_type_at(document, position) == TC_ESCAPED))
        return tc_text_length(text, end);
    return (size_t)((const uint8_t *)memchr(text, '"', (size_t)(end - text)) - text);
}

/* The bytes of the value at `position` in the body: a string without its quotes, a container with
 * its brackets. */
size_t tc_value_length(const tc_document *document, uint32_t position);

TC_END_INTERNAL

#endif
