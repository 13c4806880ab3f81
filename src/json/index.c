/* The scanner: one pass over the body that checks everything and writes the index.
 * No recursion: an open container's own words hold the way back to its parent until it closes.
 * No bounds checks: the byte after the body is 0, which no rule of JSON accepts, so every step ends
 * there by itself. Only the block-wise steps, which read ahead, ask how much is left. */
#include "json/index.h"

#include "ascii.h"
#include "json/blocks.h"
#include "json/text.h"
#include "json/utf8.h"

#include <string.h>

#define NO_PARENT UINT32_MAX

typedef struct scan {
    const uint8_t *body;
    const uint8_t *end;
    tc_faults *faults;
    bool strict;
} scan;

/* Notes the fault and returns NULL, which every caller passes on. */
static TC_COLD const uint8_t *fail(const scan *s, enum tc_fault_kind kind, const uint8_t *at)
{
    s->faults->structure = (tc_fault){kind, (size_t)(at - s->body)};
    return NULL;
}

/* Notes a fault of a text, if it is the first, and goes on at `next`. */
static TC_COLD const uint8_t *pass_text_fault(const scan *s, enum tc_fault_kind kind,
                                              const uint8_t *at, const uint8_t *next)
{
    if (s->strict)
        return fail(s, kind, at);
    if (s->faults->text.kind == TC_FAULT_NONE)
        s->faults->text = (tc_fault){kind, (size_t)(at - s->body)};
    return next;
}

TC_INLINE bool is_space(uint8_t byte)
{
    return byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t';
}

/* Indented bodies hold long runs of blanks; compact ones hold none. */
TC_INLINE const uint8_t *skip_space(const uint8_t *at)
{
    if (TC_UNLIKELY(*at <= ' ')) {
        while (is_space(*at))
            at++;
    }
    return at;
}

TC_INLINE const uint8_t *skip_digits(const uint8_t *at)
{
    while (tc_is_digit(*at))
        at++;
    return at;
}

/* Does the byte fit the letter of a form? x is a hexadecimal digit; h and l the second one of a
 * high and a low surrogate; d is D; any other is itself. */
static bool fits(uint8_t byte, char letter)
{
    const int digit = tc_hex_digit(byte);
    switch (letter) {
    case 'x': return digit >= 0;
    case 'h': return digit >= 8 && digit < 12;
    case 'l': return digit >= 12;
    case 'd': return digit == 13;
    default: return byte == (uint8_t)letter;
    }
}

/* Does the body end inside what might have become an escape sequence of this form? */
static bool is_cut_escape(const scan *s, const uint8_t *at, const char *form)
{
    for (; *form != '\0'; form++, at++) {
        if (at == s->end)
            return true;
        if (!fits(*at, *form))
            return false;
    }
    return false;
}

/* No such escape sequence is at `at`, or the body was cut off in it. */
static TC_COLD const uint8_t *fail_escape(const scan *s, const uint8_t *at)
{
    return is_cut_escape(s, at, "\\uxxxx") ? fail(s, TC_FAULT_QUOTE, s->end)
                                           : fail(s, TC_FAULT_ESCAPE, at);
}

/* Half of a surrogate pair is at `at`, unless the body was cut off in the pair. */
static TC_COLD const uint8_t *pass_surrogate(const scan *s, const uint8_t *at)
{
    return is_cut_escape(s, at, "\\udhxx\\udlxx")
               ? fail(s, TC_FAULT_QUOTE, s->end)
               : pass_text_fault(s, TC_FAULT_SURROGATE, at, at + 6);
}

/* A byte that is not UTF-8 is at `at`, unless the body was cut off in a sequence. The lowest or the
 * highest continuation completes whatever was cut off. */
static TC_COLD const uint8_t *pass_bad_utf8(const scan *s, const uint8_t *at)
{
    uint8_t low[4] = {0x80, 0x80, 0x80, 0x80}, high[4] = {0xBF, 0xBF, 0xBF, 0xBF};
    const size_t length = (size_t)(s->end - at);
    if (length < sizeof low) {
        memcpy(low, at, length);
        memcpy(high, at, length);
        if (tc_utf8_length(low) > length || tc_utf8_length(high) > length)
            return fail(s, TC_FAULT_QUOTE, s->end);
    }
    return pass_text_fault(s, TC_FAULT_UTF8, at, at + 1);
}

/* Passes \uXXXX at `at`, and its second half where it opens a surrogate pair. */
static const uint8_t *scan_unicode_escape(const scan *s, const uint8_t *at)
{
    const int32_t unit = tc_hex_quad(at + 2);
    if (TC_UNLIKELY(unit < 0))
        return fail_escape(s, at);
    if (unit < 0xD800 || unit > 0xDFFF)
        return at + 6;
    return tc_is_surrogate_pair(unit, at) ? at + 12 : pass_surrogate(s, at);
}

/* What may follow a backslash, but for u. */
static const uint8_t is_simple_escape[256] = {
    ['"'] = 1, ['\\'] = 1, ['/'] = 1, ['b'] = 1, ['f'] = 1, ['n'] = 1, ['r'] = 1, ['t'] = 1};

/* Passes the UTF-8 sequences at `at`. */
TC_INLINE const uint8_t *scan_utf8(const scan *s, const uint8_t *at)
{
    do {
        const size_t length = tc_utf8_length(at);
        if (TC_UNLIKELY(length == 0)) {
            at = pass_bad_utf8(s, at);
            if (at == NULL)
                return NULL;
        }
        at += length;
    } while (*at >= 0x80);
    return at;
}

/* Passes the byte at `at`, which is not plain and no quote, and what belongs to it. */
TC_INLINE const uint8_t *scan_special(const scan *s, const uint8_t *at, enum tc_type *type)
{
    if (*at == '\\') {
        *type = TC_ESCAPED;
        if (TC_LIKELY(is_simple_escape[at[1]]))
            return at + 2;
        return at[1] == 'u' ? scan_unicode_escape(s, at) : fail_escape(s, at);
    }
    if (*at >= 0x80)
        return scan_utf8(s, at);
    return fail(s, at == s->end ? TC_FAULT_QUOTE : TC_FAULT_CONTROL, at);
}

/* Passes the inside of a string. Returns its closing quote; `*type` says whether it has escapes.
 * A block's marks are used up before the next block is looked at: escapes often stand close. */
TC_INLINE const uint8_t *scan_string(const scan *s, const uint8_t *at, enum tc_type *type)
{
    *type = TC_STRING;
    while (TC_LIKELY((size_t)(s->end - at) >= TC_BLOCK)) {
        tc_marks marks = tc_mark_block(at);
        const uint8_t *next = at + TC_BLOCK;
        while (marks != 0) {
            const uint8_t *special = at + tc_first_mark(marks);
            if (TC_LIKELY(*special == '"'))
                return special;
            special = scan_special(s, special, type);
            if (TC_UNLIKELY(special == NULL))
                return NULL;
            if (special >= next) {
                next = special;
                break;
            }
            marks = tc_drop_marks(marks, (unsigned)(special - at));
        }
        at = next;
    }
    while (*at != '"') { /* the last bytes of the body, which ends with a zero byte */
        at = tc_is_plain(*at) ? at + 1 : scan_special(s, at, type);
        if (TC_UNLIKELY(at == NULL))
            return NULL;
    }
    return at;
}

/* Passes a number. `*type` says whether it is written as an integer. */
TC_INLINE const uint8_t *scan_number(const scan *s, const uint8_t *at, enum tc_type *type)
{
    *type = TC_INTEGER;
    if (*at == '-')
        at++;
    if (TC_UNLIKELY(!tc_is_digit(*at)))
        return fail(s, TC_FAULT_NUMBER, at);
    if (*at == '0' && TC_UNLIKELY(tc_is_digit(at[1])))
        return fail(s, TC_FAULT_LEADING_ZERO, at);
    at = skip_digits(at + 1);
    if (*at == '.') {
        *type = TC_REAL;
        if (TC_UNLIKELY(!tc_is_digit(*++at)))
            return fail(s, TC_FAULT_NUMBER, at);
        at = skip_digits(at);
    }
    if ((*at | 0x20) == 'e') {
        *type = TC_REAL;
        at++;
        if (*at == '+' || *at == '-')
            at++;
        if (TC_UNLIKELY(!tc_is_digit(*at)))
            return fail(s, TC_FAULT_NUMBER, at);
        at = skip_digits(at);
    }
    return at;
}

/* Is `literal` at `at`? */
TC_INLINE bool is_literal(const scan *s, const uint8_t *at, const char *literal, size_t length)
{
    return (size_t)(s->end - at) >= length && memcmp(at, literal, length) == 0;
}

/* A literal that is spelt otherwise: the fault is at the first byte that differs. */
static TC_COLD const uint8_t *fail_literal(const scan *s, const uint8_t *at, const char *literal)
{
    while (*at == (uint8_t)*literal) {
        at++;
        literal++;
    }
    return fail(s, TC_FAULT_LITERAL, at);
}

/* Passes a value that is no string, array or object. The order is that of how often they come. */
TC_INLINE const uint8_t *scan_scalar(const scan *s, const uint8_t *at, enum tc_type *type,
                                     enum tc_fault_kind wanted)
{
    if (tc_is_digit(*at) || *at == '-')
        return scan_number(s, at, type);
    if (*at == 'n') {
        *type = TC_NULL;
        return TC_LIKELY(is_literal(s, at, "null", 4)) ? at + 4 : fail_literal(s, at, "null");
    }
    if (*at == 'f') {
        *type = TC_FALSE;
        return TC_LIKELY(is_literal(s, at, "false", 5)) ? at + 5 : fail_literal(s, at, "false");
    }
    if (*at == 't') {
        *type = TC_TRUE;
        return TC_LIKELY(is_literal(s, at, "true", 4)) ? at + 4 : fail_literal(s, at, "true");
    }
    return fail(s, wanted, at);
}

size_t tc_index_build(const void *body, size_t length, bool strict, tc_index_room *room,
                      tc_faults *faults)
{
    TC_ASSERT(room->capacity >= 8 && ((const uint8_t *)body)[length] == 0);
    const scan state = {body, (const uint8_t *)body + length, faults, strict};
    const scan *s = &state;
    const uint8_t *at = s->body;
    const uint8_t *next;
    uint32_t *words = room->words;
    size_t used = 0, limit = room->capacity - 4; /* a key and a container's words fit */
    uint32_t open = NO_PARENT, count = 0; /* the container we are in, and its members so far */
    unsigned depth = 0;
    enum tc_type type = TC_NULL;
    enum tc_fault_kind wanted = TC_FAULT_VALUE;

    *faults = (tc_faults){{TC_FAULT_NONE, 0}, {TC_FAULT_NONE, 0}};
    if (length > TC_BODY_MAX) {
        fail(s, TC_FAULT_SIZE, s->body + TC_BODY_MAX);
        return 0;
    }
    at = skip_space(at);

    /* The grammar as four places to be at, each a label:
     *   value   before a value; `wanted` says what the fault is called where there is none
     *   after   behind a value: a comma leads to the next member, a bracket to `close`
     *   close   at the bracket that closes the innermost open container
     *   key     before a key of an object
     * Labels and not functions: `at`, `used`, `open` and `count` stay in registers all the way. */

value:
    if (TC_UNLIKELY(used > limit)) {
        words = room->words = room->grow(room->context, words, used, used * 2);
        limit = room->capacity - 4;
    }
    if (TC_LIKELY(*at == '"')) {
        next = scan_string(s, at + 1, &type);
        if (TC_UNLIKELY(next == NULL))
            return 0;
        words[used++] = tc_word(type, (size_t)(at + 1 - s->body));
        at = next + 1;
    } else if (*at == '{' || *at == '[') {
        if (TC_UNLIKELY(++depth > TC_DEPTH_MAX)) {
            fail(s, TC_FAULT_DEPTH, at);
            return 0;
        }
        type = *at == '{' ? TC_OBJECT : TC_ARRAY;
        words[used] = tc_word(type, (size_t)(at - s->body));
        words[used + 1] = open;
        words[used + 2] = count;
        open = (uint32_t)used;
        count = 0;
        used += TC_CONTAINER_WORDS;
        at = skip_space(at + 1);
        if (type == TC_OBJECT) {
            if (*at == '}')
                goto close;
            wanted = TC_FAULT_KEY_OR_CLOSE;
            goto key;
        }
        if (*at == ']')
            goto close;
        wanted = TC_FAULT_VALUE_OR_CLOSE;
        goto value;
    } else {
        next = scan_scalar(s, at, &type, wanted);
        if (TC_UNLIKELY(next == NULL))
            return 0;
        words[used++] = tc_word(type, (size_t)(at - s->body));
        at = next;
    }

after: /* the value is complete: count it, and see what follows */
    if (TC_UNLIKELY(open == NO_PARENT))
        goto done;
    count++;
    at = skip_space(at);
    if (words[open] >> TC_TYPE_SHIFT == TC_OBJECT) {
        if (TC_LIKELY(*at == ',')) {
            at = skip_space(at + 1);
            wanted = TC_FAULT_KEY;
            goto key;
        }
        if (TC_UNLIKELY(*at != '}')) {
            fail(s, TC_FAULT_COMMA_OR_BRACE, at);
            return 0;
        }
    } else {
        if (TC_LIKELY(*at == ',')) {
            at = skip_space(at + 1);
            wanted = TC_FAULT_VALUE;
            goto value;
        }
        if (TC_UNLIKELY(*at != ']')) {
            fail(s, TC_FAULT_COMMA_OR_BRACKET, at);
            return 0;
        }
    }

close : {
    /* Take the way back out of the container's words before its own facts go in. */
    uint32_t *container = words + open;
    const uint32_t parent = container[1], siblings = container[2];
    container[1] = (uint32_t)used;
    container[2] = count;
    open = parent;
    count = siblings;
    depth--;
    at++;
    goto after;
}

key:
    if (TC_UNLIKELY(*at != '"')) {
        fail(s, wanted, at);
        return 0;
    }
    next = scan_string(s, at + 1, &type);
    if (TC_UNLIKELY(next == NULL))
        return 0;
    if (TC_UNLIKELY(used > limit)) {
        words = room->words = room->grow(room->context, words, used, used * 2);
        limit = room->capacity - 4;
    }
    words[used++] = tc_word(type, (size_t)(at + 1 - s->body));
    at = skip_space(next + 1);
    if (TC_UNLIKELY(*at != ':')) {
        fail(s, TC_FAULT_COLON, at);
        return 0;
    }
    at = skip_space(at + 1);
    wanted = TC_FAULT_VALUE;
    goto value;

done: /* the top value is complete: nothing but blanks may follow */
    at = skip_space(at);
    if (TC_UNLIKELY(at != s->end)) {
        fail(s, TC_FAULT_END, at);
        return 0;
    }
    return used;
}
