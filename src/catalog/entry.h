/* What is known of an error code: its verdict and its texts, for all services or for one. */
#ifndef TC_REGISTRY_H
#define TC_REGISTRY_H

#include "catalog/catalog.h"
#include "catalog/classify.h"
#include "catalog/nearest.h"

enum tc_language { TC_ENGLISH, TC_CHINESE };

typedef struct tc_entry {
    uint16_t code;    /* in the catalog, or TC_UNKNOWN */
    uint16_t service; /* the service that means something of its own by it, or TC_UNKNOWN */
    uint16_t text;    /* the row of its own texts; 0 has none */
    tc_verdict verdict;
} tc_entry;

/* The entry of a code, whatever bytes it has.
 * service: the service that returned it, or TC_UNKNOWN. */
tc_entry tc_entry_of(const char *code, size_t length, unsigned service);

/* Where a text is made of parts, they are written one after another. */
enum { TC_DESCRIPTION_MAX = 4096 };

/* Writes what the code means: its own text, or its category's sentence and its detail's words.
 * out: room for TC_DESCRIPTION_MAX bytes; the text is cut where it is longer.
 * Returns the number of bytes. */
size_t tc_write_description(const tc_entry *entry, tc_slice code, enum tc_language language,
                            char *out);

/* What a person does next; without the code's own text, what helps with its kind. */
const char *tc_advice_of(const tc_entry *entry, enum tc_language language);

/* What a near name is: the id of a tc_near. */
enum tc_name_form { TC_NAMES_CODE, TC_NAMES_ACTION, TC_NAMES_SERVICE };

TC_INLINE uint32_t tc_near_id(enum tc_name_form form, unsigned id)
{
    return (uint32_t)form << 24 | id;
}

/* Offer the codes, by their whole text or by their detail alone. */
void tc_offer_codes(tc_nearest *nearest);
void tc_offer_details(tc_nearest *nearest);

/* Offers the actions of a service, or of all for TC_UNKNOWN: service.Action, or where `whole` is
 * false the name alone. */
void tc_offer_actions(tc_nearest *nearest, unsigned service, bool whole);

void tc_offer_services(tc_nearest *nearest);

#endif
