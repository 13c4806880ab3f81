/* What the fuzz targets share. Each target is one file with LLVMFuzzerTestOneInput and an oracle:
 * CHECK stops the program where the two disagree. */
#ifndef TC_FUZZ_H
#define TC_FUZZ_H

#include "json/index.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CHECK(condition)                                                                           \
    do {                                                                                           \
        if (!(condition)) {                                                                        \
            fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #condition);                        \
            abort();                                                                               \
        }                                                                                          \
    } while (0)

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* The input as a body of its own: with a 0 behind it, and watched by the address sanitizer. */
static inline uint8_t *fuzz_copy(const uint8_t *data, size_t size)
{
    uint8_t *body = malloc(size + 1);
    if (size > 0)
        memcpy(body, data, size);
    body[size] = 0;
    return body;
}

static uint32_t *fuzz_grow(void *context, const uint32_t *words, size_t used, size_t capacity)
{
    tc_index_room *room = context;
    uint32_t *larger = malloc(capacity * sizeof *larger);
    memcpy(larger, words, used * sizeof *larger);
    free(room->words);
    room->capacity = capacity;
    return larger;
}

typedef size_t fuzz_scanner(const void *body, size_t length, bool strict, tc_index_room *room,
                            tc_faults *faults);

/* Indexes a body with one of the scanners. Small room at first, so that it grows. The words are the
 * caller's to free. Returns false where the body is not valid. */
static inline bool fuzz_index(fuzz_scanner *build, bool strict, const uint8_t *body, size_t size,
                              tc_document *document, tc_faults *faults)
{
    tc_index_room room = {malloc(8 * sizeof(uint32_t)), 8, fuzz_grow, NULL};
    room.context = &room;
    const size_t count = build(body, size, strict, &room, faults);
    *document = (tc_document){body, room.words, (uint32_t)size, (uint32_t)count};
    return count > 0;
}

static inline void fuzz_free(tc_document *document)
{
    free((void *)(uintptr_t)document->words);
    free((void *)(uintptr_t)document->body);
}

/* The length of the UTF-8 sequence at `at`, by its code point; 0: there is none. */
static inline size_t fuzz_utf8_length(const uint8_t *at, size_t size)
{
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    const size_t length = at[0] < 0xC0 ? 0 : at[0] < 0xE0 ? 2 : at[0] < 0xF0 ? 3 : 4;
    uint32_t point = at[0] & (0x7FU >> length);
    if (length == 0 || at[0] > 0xF7 || length > size)
        return 0;
    for (size_t i = 1; i < length; i++) {
        if (at[i] >> 6 != 2)
            return 0;
        point = point << 6 | (at[i] & 0x3FU);
    }
    return point >= least[length] && point < 0x110000 && point >> 11 != 0x1B ? length : 0;
}

/* The number in the escape sequence \uXXXX at `at`; -1: there is none. */
static inline long fuzz_unit(const uint8_t *at, size_t size)
{
    char digits[5] = {0};
    if (size < 6 || at[0] != '\\' || at[1] != 'u')
        return -1;
    memcpy(digits, at + 2, 4);
    return strspn(digits, "0123456789abcdefABCDEF") == 4 ? strtol(digits, NULL, 16) : -1;
}

/* Makes a body's texts sound without moving a byte: '?' for each byte that is not UTF-8, \ufffd for
 * each half of a surrogate pair. What is wrong besides stays wrong. Returns whether there was any. */
static inline bool fuzz_repair(uint8_t *body, size_t size)
{
    bool repaired = false;
    for (size_t at = 0; at < size;) {
        const long unit = fuzz_unit(body + at, size - at);
        size_t step = 1;
        if (body[at] >= 0x80) {
            step = fuzz_utf8_length(body + at, size - at);
        } else if (unit >= 0xD800 && unit < 0xDC00 &&
                   fuzz_unit(body + at + 6, size - at - 6) >> 10 == 0x37) {
            step = 12;
        } else if (unit >= 0xD800 && unit < 0xE000) {
            memcpy(body + at + 2, "fffd", 4);
            step = 6;
            repaired = true;
        } else if (body[at] == '\\' && at + 1 < size) {
            step = 2;
        }
        if (step == 0) {
            body[at] = '?';
            step = 1;
            repaired = true;
        }
        at += step;
    }
    return repaired;
}

/* Reads a body with jansson. `*unsure`: it refused what is valid JSON (numbers out of range, zero
 * bytes in keys), and says nothing about the rest; or the body holds zero bytes, which it can pass
 * over where they are wrong. */
static inline json_t *fuzz_jansson(const uint8_t *body, size_t size, bool *unsure)
{
    json_error_t error;
    json_t *root = json_loadb((const char *)body, size, JSON_DECODE_ANY | JSON_ALLOW_NUL, &error);
    const enum json_error_code code = root == NULL ? json_error_code(&error) : json_error_unknown;
    *unsure = code == json_error_numeric_overflow || code == json_error_null_byte_in_key ||
              memchr(body, '\0', size) != NULL;
    return root;
}

#endif
