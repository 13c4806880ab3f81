/* What is known of an error code: its verdict, and where its texts are; for all services or for
 * one. */
#ifndef TC_ENTRY_H
#define TC_ENTRY_H

#include "catalog/catalog.h"
#include "catalog/classify.h"

TC_BEGIN_INTERNAL

typedef struct tc_entry {
    uint16_t code;    /* in the catalog, or TC_UNKNOWN */
    uint16_t service; /* the service that means something of its own by it, or TC_UNKNOWN */
    uint16_t text;    /* the row of its own texts; 0 has none */
    tc_verdict verdict;
    bool reads; /* did an action that only reads send it, and is other advice given then? */
} tc_entry;

/* The entry of a code, whatever bytes it has.
 * service: the service that returned it, or TC_UNKNOWN. */
tc_entry tc_entry_of(const char *code, size_t length, unsigned service);

/* The same of a code of the catalog, by its id: without the search for the words in it, which takes
 * microseconds for a code that is not there. */
tc_entry tc_catalog_entry(unsigned code, unsigned service);

TC_END_INTERNAL

#endif
