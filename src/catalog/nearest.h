/* The names nearest to a mistyped one, by the letters to add, drop, change or swap. Upper and lower
 * case are the same. */
#ifndef TC_NEAREST_H
#define TC_NEAREST_H

#include "names/slice.h"

TC_BEGIN_INTERNAL

typedef struct tc_near {
    unsigned distance; /* letters */
    uint32_t id;       /* the caller's */
} tc_near;

typedef struct tc_nearest {
    char wanted[TC_NAME_MAX]; /* in lower case */
    size_t length;
    unsigned limit; /* names at a larger distance are not near */
    size_t capacity, count;
    tc_near found[TC_NEAR_MAX]; /* the nearest first; as offered where they are equally near */
} tc_nearest;

/* Starts a search for at most `capacity` names, TC_NEAR_MAX at most. Nothing is near to a name
 * that is longer than any. */
void tc_nearest_start(tc_nearest *nearest, tc_slice wanted, size_t capacity);

/* Takes the name in if it is one of the nearest so far. */
void tc_nearest_offer(tc_nearest *nearest, tc_slice name, uint32_t id);

/* Is the name the wanted one, but for upper and lower case? */
bool tc_nearest_is(const tc_nearest *nearest, tc_slice name);

TC_END_INTERNAL

#endif
