/* The names of the catalog, offered to a search for near ones. */
#ifndef TC_NEAR_NAMES_H
#define TC_NEAR_NAMES_H

#include "catalog/catalog.h"
#include "catalog/nearest.h"

TC_BEGIN_INTERNAL

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

TC_END_INTERNAL

#endif
