/* The names of the catalog, offered to a search for near ones. */
#ifndef TC_NEAR_NAMES_H
#define TC_NEAR_NAMES_H

#include "catalog/catalog.h"
#include "catalog/nearest.h"

TC_BEGIN_INTERNAL

/* What a near name is of. The last is the caller's to offer: a program's own code, by its number
 * among the definitions. */
enum tc_name_form { TC_NAMES_CODE, TC_NAMES_ACTION, TC_NAMES_SERVICE, TC_NAMES_DEFINITION };

/* The id of a tc_near is both: the form, and in the lower 24 bits the number of its name. */

TC_INLINE uint32_t tc_near_id(enum tc_name_form form, unsigned number)
{
    return (uint32_t)form << 24 | number;
}

TC_INLINE enum tc_name_form tc_near_form(uint32_t id)
{
    return (enum tc_name_form)(id >> 24);
}

TC_INLINE unsigned tc_near_number(uint32_t id)
{
    return id & 0xFFFFFF;
}

/* What a code is compared by. */
enum tc_code_part { TC_CODE_WHOLE, TC_CODE_DETAIL };

/* Offers the codes that are not retired. */
void tc_offer_codes(tc_nearest *nearest, enum tc_code_part part);

/* Offers the retired codes, after all else: only one that is the wanted one but for upper and lower
 * case, where anything else is near. */
void tc_offer_retired_codes(tc_nearest *nearest, enum tc_code_part part);

/* Offers the actions of a service, or of all for TC_UNKNOWN: service.Action, or where `whole` is
 * false the name alone. */
void tc_offer_actions(tc_nearest *nearest, unsigned service, bool whole);

void tc_offer_services(tc_nearest *nearest);

/* The service of that name, or of that other name, in upper or lower case; or TC_UNKNOWN. */
unsigned tc_service_named(tc_slice name);

TC_END_INTERNAL

#endif
