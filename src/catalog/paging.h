/* How actions page through their results. */
#ifndef TC_PAGING_H
#define TC_PAGING_H

#include "catalog/catalog.h"

TC_BEGIN_INTERNAL

/* What is known of one action's paging: a position among the actions that page. */
typedef struct tc_paging_facts {
    unsigned position;
} tc_paging_facts;

/* Does the action page? Then `facts` are its own. */
bool tc_find_paging(unsigned action, tc_paging_facts *facts);

enum tc_paging tc_paging_kind(tc_paging_facts facts);

/* The path of that field; "" where the action has none. */
const char *tc_paging_path(tc_paging_facts facts, enum tc_paging_field field);

/* Is the field's value sent as text? */
bool tc_paging_sends_text(tc_paging_facts facts, enum tc_paging_field field);

/* The number of the first page, or -1 where it is not known or there are no numbers. */
int tc_paging_first(tc_paging_facts facts);

/* What an offset counts, an enum tc_paging_count, or -1 where there is none. */
int tc_paging_counts(tc_paging_facts facts);

/* The codes that say that a page has no items, up to TC_UNKNOWN. */
const uint16_t *tc_paging_ends(tc_paging_facts facts);

/* The lists of which one has the items, as numbers for tc_paging_list_path, up to 0; NULL where
 * TC_PAGING_FIELD_LIST says all that is known. */
const uint16_t *tc_paging_candidates(tc_paging_facts facts);
const char *tc_paging_list_path(unsigned list);

TC_END_INTERNAL

#endif
