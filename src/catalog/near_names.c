/* Walks over the catalog's names. Each is compared with the wanted one: some milliseconds in all.
 */
#include "catalog/near_names.h"

#include "ascii.h"
#include "catalog/catalog_tables.h"

#include <string.h>

/* A name put together from its parts, for a comparison; catalog/tables.lua lets none be longer than
 * the room. */
static tc_slice join(char *room, const char *first, const char *second)
{
    const size_t first_length = strlen(first), second_length = strlen(second);
    if (second_length == 0)
        return (tc_slice){first, first_length};
    memcpy(room, first, first_length);
    room[first_length] = '.';
    memcpy(room + first_length + 1, second, second_length);
    return (tc_slice){room, first_length + second_length + 1};
}

/* part: which half of a code is compared. */
static tc_slice code_part(unsigned code, enum tc_code_part part, char *room)
{
    const char *detail = tc_detail_of(code);
    return part == TC_CODE_DETAIL ? (tc_slice){detail, strlen(detail)}
                                  : join(room, tc_category_of(code), detail);
}

void tc_offer_codes(tc_nearest *nearest, enum tc_code_part part)
{
    char room[TC_NAME_MAX];
    for (unsigned code = 0; code < tc_sizes.codes; code++) {
        const tc_slice name = code_part(code, part, room);
        if (name.length > 0 && !tc_is_retired_code(code))
            tc_nearest_offer(nearest, name, tc_near_id(TC_NAMES_CODE, code));
    }
}

void tc_offer_retired_codes(tc_nearest *nearest, enum tc_code_part part)
{
    char room[TC_NAME_MAX];
    const bool is_any_near = nearest->count > 0;
    for (unsigned i = 0; i < tc_sizes.retired_codes; i++) {
        const unsigned code = tc_table_retired_code[i];
        const tc_slice name = code_part(code, part, room);
        if (name.length > 0 && (!is_any_near || tc_nearest_is(nearest, name)))
            tc_nearest_offer(nearest, name, tc_near_id(TC_NAMES_CODE, code));
    }
}

void tc_offer_actions(tc_nearest *nearest, unsigned service, bool whole)
{
    char room[TC_NAME_MAX];
    const unsigned first = service == TC_UNKNOWN ? 0 : service;
    const unsigned end = service == TC_UNKNOWN ? tc_sizes.services : service + 1;
    for (unsigned of = first; of < end; of++) {
        tc_action_walk walk = tc_walk_actions(tc_versions_of(of));
        for (;;) {
            const unsigned action = tc_next_action(&walk);
            if (action == TC_UNKNOWN)
                break;
            const char *own = tc_name_of_action(action);
            const tc_slice name =
                whole ? join(room, tc_name_of_service(of), own) : (tc_slice){own, strlen(own)};
            tc_nearest_offer(nearest, name, tc_near_id(TC_NAMES_ACTION, action));
        }
    }
}

/* A short name of a product is near many a service's, so that it must be the wanted one. So must a
 * Chinese one: two characters can differ in a single byte. */
enum { LONG_ALIAS = 6 /* letters */ };

static bool may_be_misspelt(tc_slice name)
{
    for (size_t i = 0; i < name.length; i++) {
        if ((name.text[i] & 0x80) != 0)
            return false;
    }
    return name.length >= LONG_ALIAS;
}

static tc_slice alias_at(unsigned alias)
{
    const char *text = tc_string(tc_table_alias_name[alias]);
    return (tc_slice){text, strlen(text)};
}

static void offer_alias(tc_nearest *nearest, unsigned alias)
{
    const tc_slice name = alias_at(alias);
    if (may_be_misspelt(name) || tc_nearest_is(nearest, name))
        tc_nearest_offer(nearest, name,
                         tc_near_id(TC_NAMES_SERVICE, tc_table_alias_service[alias]));
}

void tc_offer_services(tc_nearest *nearest)
{
    for (unsigned service = 0; service < tc_sizes.services; service++) {
        const char *name = tc_name_of_service(service);
        if (!tc_is_retired_service(service))
            tc_nearest_offer(nearest, (tc_slice){name, strlen(name)},
                             tc_near_id(TC_NAMES_SERVICE, service));
    }
    for (unsigned alias = 0; alias < tc_sizes.aliases; alias++)
        offer_alias(nearest, alias);
}

unsigned tc_service_named(tc_slice name)
{
    char lower[TC_NAME_MAX];
    if (name.length > sizeof lower)
        return TC_UNKNOWN;
    for (size_t i = 0; i < name.length; i++)
        lower[i] = tc_to_lower(name.text[i]);
    for (unsigned alias = 0; alias < tc_sizes.aliases; alias++) {
        if (tc_slice_equals(alias_at(alias), (tc_slice){lower, name.length}))
            return tc_table_alias_service[alias];
    }
    return tc_find_service(lower, name.length);
}
