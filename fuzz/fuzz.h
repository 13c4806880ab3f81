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

/* Indexes a body with one of the scanners. Small room at first, so that it grows. The words are the
 * caller's to free. Returns false and sets the fault where the body is not valid. */
static inline bool fuzz_index(size_t (*build)(const void *, size_t, tc_index_room *, tc_fault *),
                              const uint8_t *body, size_t size, tc_document *document,
                              tc_fault *fault)
{
    tc_index_room room = {malloc(8 * sizeof(uint32_t)), 8, fuzz_grow, NULL};
    room.context = &room;
    const size_t count = build(body, size, &room, fault);
    *document = (tc_document){body, room.words, (uint32_t)size, (uint32_t)count};
    return count > 0;
}

static inline void fuzz_free(tc_document *document)
{
    free((void *)(uintptr_t)document->words);
    free((void *)(uintptr_t)document->body);
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
