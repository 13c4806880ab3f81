/* The index of a JSON body: a flat array with one 32-bit word for each value and each key, in the
 * order of the body. No copy of the body and no tree: values are read from the body when asked for.
 *
 *   a word          31..28   27..........................0
 *                   | type |  offset of the text in the body |
 *
 * The offset is that of a value's first byte; of a string's or key's first byte after the quote. A
 * container takes three words; an object's members are key, value, key, value:
 *
 *   {"A": [1, "x"], "B": null}
 *
 *   position   0        1       2      3      4        5       6      7    8    9    10
 *            | OBJECT | after | count | "A" | ARRAY  | after | count | 1  | x  | "B" | null |
 *              at 0     11      2       at 2  at 6     9       2       at 7 ..
 *
 * `after` is the position just after the last descendant, so a whole subtree is passed in one step,
 * and `count` the number of its members or elements. While a container is still open in the scan,
 * these two words hold the way back instead: the position of its parent, and how many members the
 * parent had so far. That is the scanner's stack, in memory that the index needs anyway. */
#ifndef TC_INDEX_H
#define TC_INDEX_H

#include "portable.h"
#include "vocabulary.h"

#include <stdbool.h>
#include <stddef.h>

TC_BEGIN_INTERNAL

enum tc_type {
    TC_NULL,
    TC_FALSE,
    TC_TRUE,
    TC_INTEGER,
    TC_REAL,
    TC_STRING,  /* without a backslash: the text is the body's */
    TC_ESCAPED, /* with escape sequences: has to be decoded */
    TC_ARRAY,
    TC_OBJECT
};

enum { TC_TYPE_SHIFT = 28, TC_OFFSET_MASK = 0x0fffffff, TC_CONTAINER_WORDS = 3 };

_Static_assert(TC_BODY_MAX - 1 <= TC_OFFSET_MASK, "a word has no bits for so long a body");

/* What is wrong with a body, named by what the scanner wanted at the place of the fault. */
enum tc_fault_kind {
    TC_FAULT_NONE,
    TC_FAULT_VALUE,            /* a value was expected */
    TC_FAULT_KEY,              /* a key in quotes was expected */
    TC_FAULT_KEY_OR_CLOSE,     /* a key or } was expected */
    TC_FAULT_VALUE_OR_CLOSE,   /* a value or ] was expected */
    TC_FAULT_COLON,            /* : after a key */
    TC_FAULT_COMMA_OR_BRACE,   /* , or } after a member */
    TC_FAULT_COMMA_OR_BRACKET, /* , or ] after an element */
    TC_FAULT_END,              /* the end of the body */
    TC_FAULT_LITERAL,          /* true, false or null, spelt otherwise */
    TC_FAULT_NUMBER,           /* a digit was expected */
    TC_FAULT_LEADING_ZERO,     /* 01 */
    TC_FAULT_QUOTE,            /* the end of a string was expected */
    TC_FAULT_CONTROL,          /* a control character in a string */
    TC_FAULT_ESCAPE,           /* no such escape sequence */
    TC_FAULT_SURROGATE,        /* half of a surrogate pair */
    TC_FAULT_UTF8,             /* bytes that are not UTF-8 */
    TC_FAULT_DEPTH,            /* more than TC_DEPTH_MAX levels */
    TC_FAULT_SIZE              /* more than TC_BODY_MAX bytes */
};

typedef struct tc_fault {
    enum tc_fault_kind kind;
    size_t offset; /* bytes before the offending one; the length of the body where it was cut off */
} tc_fault;

/* What a scan found. */
typedef struct tc_faults {
    tc_fault structure; /* why the body is not JSON; set when it is not */
    tc_fault text;      /* the first TC_FAULT_UTF8 or TC_FAULT_SURROGATE in a string, which readers
                           of the index pass over; TC_FAULT_NONE where all texts are sound */
} tc_faults;

/* Where the index is written. `grow` must return room for at least `capacity` words whose first
 * `used` words are those of `words`, and may leave by longjmp: the scanner owns nothing. */
typedef struct tc_index_room {
    uint32_t *words;
    size_t capacity; /* words; at least 8 */
    uint32_t *(*grow)(void *context, const uint32_t *words, size_t used, size_t capacity);
    void *context;
} tc_index_room;

/* A body with its index. Both belong to the caller. */
typedef struct tc_document {
    const uint8_t *body; /* body[length] is readable and 0 */
    const uint32_t *words;
    uint32_t length; /* bytes */
    uint32_t count;  /* words */
} tc_document;

/* Checks a whole body (RFC 8259) and writes its index. Structure is strict and text is tolerant:
 * bytes of a string that are not UTF-8, and halves of surrogate pairs, are noted and passed.
 * body, length: the bytes; body[length] must be readable and 0.
 * strict: take a fault of a text for one of the structure.
 * room: where to write; its words and capacity change when it grows.
 * Returns the number of words written, or 0 when the body is not valid JSON. */
size_t tc_index_build(const void *body, size_t length, bool strict, tc_index_room *room,
                      tc_faults *faults);

TC_INLINE uint32_t tc_word(enum tc_type type, size_t offset)
{
    TC_ASSERT(offset <= TC_OFFSET_MASK);
    return ((uint32_t)type << TC_TYPE_SHIFT) | (uint32_t)offset;
}

TC_INLINE enum tc_type tc_type_at(const tc_document *document, uint32_t position)
{
    TC_ASSERT(position < document->count);
    return (enum tc_type)(document->words[position] >> TC_TYPE_SHIFT);
}

TC_INLINE const uint8_t *tc_text_at(const tc_document *document, uint32_t position)
{
    return document->body + (document->words[position] & TC_OFFSET_MASK);
}

TC_INLINE bool tc_is_container(enum tc_type type)
{
    return type >= TC_ARRAY;
}

TC_INLINE bool tc_is_string(enum tc_type type)
{
    return type == TC_STRING || type == TC_ESCAPED;
}

/* The position just after the value at `position` and all that is in it. */
TC_INLINE uint32_t tc_after(const tc_document *document, uint32_t position)
{
    return tc_is_container(tc_type_at(document, position)) ? document->words[position + 1]
                                                           : position + 1;
}

/* The number of elements or members of the container at `position`. */
TC_INLINE uint32_t tc_count_at(const tc_document *document, uint32_t position)
{
    TC_ASSERT(tc_is_container(tc_type_at(document, position)));
    return document->words[position + 2];
}

TC_END_INTERNAL

#endif
