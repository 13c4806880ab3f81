/* Reading an index. Every loop walks forward over words; none looks at the body but for keys. */
#include "json/reader.h"
#include "json/number.h"

uint32_t tc_find(const tc_document *document, uint32_t object, const char *key, size_t length)
{
    TC_ASSERT(tc_type_at(document, object) == TC_OBJECT);
    const uint32_t end = tc_after(document, object);
    uint32_t found = TC_NOWHERE;
    for (uint32_t at = object + TC_CONTAINER_WORDS; at < end; at = tc_after(document, at + 1)) {
        if (tc_key_equals(document, at, key, length))
            found = at + 1;
    }
    return found;
}

uint32_t tc_element(const tc_document *document, uint32_t array, uint32_t element, tc_place *place)
{
    TC_ASSERT(tc_type_at(document, array) == TC_ARRAY);
    const uint32_t first = array + TC_CONTAINER_WORDS, count = tc_count_at(document, array);
    if (element >= count)
        return TC_NOWHERE;
    if (tc_after(document, array) - first == count) /* one word each */
        return first + element;
    tc_place here = {0, first};
    if (place->position != TC_NOWHERE && place->element <= element)
        here = *place;
    for (; here.element < element; here.element++)
        here.position = tc_after(document, here.position);
    *place = here;
    return here.position;
}

/* The byte just after the scalar at `position`. */
static const uint8_t *scalar_end(const tc_document *document, uint32_t position)
{
    const uint8_t *text = tc_text_at(document, position);
    const size_t length = tc_value_length(document, position);
    return text + length + tc_is_string(tc_type_at(document, position));
}

/* The byte just after the container at `position`: its closing bracket is the next one after its
 * last descendant and the brackets of the containers that close with it. */
static const uint8_t *container_end(const tc_document *document, uint32_t position)
{
    const uint32_t end = tc_after(document, position);
    uint32_t leaf = position;
    size_t brackets = 1;
    /* Go down from last member to last member; each level closes one bracket more. */
    while (tc_is_container(tc_type_at(document, leaf)) && tc_count_at(document, leaf) > 0) {
        const bool object = tc_type_at(document, leaf) == TC_OBJECT;
        uint32_t at = leaf + TC_CONTAINER_WORDS;
        for (uint32_t next = at; next < end; next = tc_after(document, next + object))
            at = next + object;
        leaf = at;
        brackets += tc_is_container(tc_type_at(document, leaf));
    }
    const uint8_t *text = tc_is_container(tc_type_at(document, leaf))
                              ? tc_text_at(document, leaf) + 1
                              : scalar_end(document, leaf);
    for (; brackets > 0; text++) { /* between them stand commas and blanks only */
        if (*text == ']' || *text == '}')
            brackets--;
    }
    return text;
}

size_t tc_value_length(const tc_document *document, uint32_t position)
{
    const uint8_t *text = tc_text_at(document, position);
    switch (tc_type_at(document, position)) {
    case TC_STRING:
    case TC_ESCAPED: return tc_string_length(document, position);
    case TC_INTEGER:
    case TC_REAL: return tc_number_length(text);
    case TC_FALSE: return 5;
    case TC_ARRAY:
    case TC_OBJECT: return (size_t)(container_end(document, position) - text);
    default: return 4;
    }
}
