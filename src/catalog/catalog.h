/* The catalog: services, versions, actions and error codes, and which action declares which code.
 * An id is a position in sorted tables; ids of one build mean nothing to another. */
#ifndef TC_CATALOG_H
#define TC_CATALOG_H

#include "names/action_name.h"
#include "vocabulary.h"

TC_BEGIN_INTERNAL

/* No such service, action, category or code. */
enum { TC_UNKNOWN = 0xFFFF };

/* Ids from `first` up to, and without, `end`. */
typedef struct tc_id_range {
    unsigned first, end;
} tc_id_range;

/* The id of the code "Category" or "Category.Detail", or TC_UNKNOWN. */
unsigned tc_find_code(const char *text, size_t length);

unsigned tc_find_service(const char *text, size_t length);
unsigned tc_find_category(const char *text, size_t length);

/* The version "2017-03-12" of a service, or TC_UNKNOWN. */
unsigned tc_find_version(unsigned service, const char *text, size_t length);

/* The action of that name. Without a version, of the newest version that has it; a retired one only
 * where none is live. */
unsigned tc_find_action(const tc_action_name *name);

/* The codes that an action declares, ascending. No list is complete: what is not declared may come
 * all the same. */
typedef struct tc_code_set {
    const uint16_t *codes;
    size_t count;
} tc_code_set;

tc_code_set tc_codes_of(unsigned action);
bool tc_has_code(tc_code_set set, unsigned code);

/* Ids are below these counts. */
unsigned tc_service_count(void);
unsigned tc_action_count(void);
unsigned tc_code_count(void);

/* How many there are without those that are retired. */
unsigned tc_live_service_count(void);
unsigned tc_live_action_count(void);
unsigned tc_live_code_count(void);

tc_id_range tc_versions_of(unsigned service);        /* the oldest first */
tc_id_range tc_actions_of(unsigned version);         /* by name */
tc_id_range tc_actions_of_service(unsigned service); /* of all its versions */
unsigned tc_version_of(unsigned action);
unsigned tc_service_of(unsigned version);

/* Is no action of the service live? */
bool tc_is_retired_service(unsigned service);

/* A walk over the live actions of a service by name; of two versions' action the newest. */
typedef struct tc_action_walk {
    tc_id_range left[TC_VERSIONS_MAX]; /* of each version */
    unsigned versions;
} tc_action_walk;

tc_action_walk tc_walk_actions(tc_id_range versions);
unsigned tc_next_action(tc_action_walk *walk); /* or TC_UNKNOWN at the end */

const char *tc_name_of_service(unsigned service);
const char *tc_name_of_version(unsigned version);
const char *tc_name_of_action(unsigned action);
const char *tc_category_of(unsigned code);
const char *tc_detail_of(unsigned code); /* "" for a bare category */

/* Is the code one of those that any action may return? */
bool tc_is_common(unsigned code);

/* Does no list declare the code any more? */
bool tc_is_retired_code(unsigned code);

/* Is it the version that a name without a version means? */
bool tc_is_newest(unsigned action);

/* Does the flag hold for the action? TC_FLAG_READS: it changes nothing and may be sent twice;
 * TC_FLAG_CLIENT_TOKEN and TC_FLAG_DRY_RUN: its request takes one; TC_FLAG_STREAMS: it can answer
 * with an event stream. */
bool tc_action_has(unsigned action, enum tc_flag flag);

/* Is the action in no list any more? */
bool tc_is_retired(unsigned action);

/* Does the site have the action, or had it when it was retired? */
bool tc_action_is_on(unsigned action, enum tc_site site);

/* What the API says of a live action. */
enum tc_status tc_status_of(unsigned action);

/* The place of the action among those that page through their results, or TC_UNKNOWN. */
unsigned tc_find_paging(unsigned action);

enum { TC_PAGING_UNSAID = 255 };

/* How an action pages, beside its fields. */
typedef struct tc_paging_plan {
    enum tc_paging kind;
    unsigned first;   /* number of the first page, or TC_PAGING_UNSAID */
    unsigned counts;  /* enum tc_paging_count, or TC_PAGING_UNSAID */
    unsigned texts;   /* a bit for each enum tc_paging_field that is sent as text */
    const char *ends; /* codes that mean "no more", with commas; "" where there are none */
} tc_paging_plan;

tc_paging_plan tc_paging_of(unsigned place);

/* The path of that field in the request or answer, "Result.Content"; "" where the action has none.
 * Of the list, several with commas where it is not certain which one holds the items. */
const char *tc_paging_field_of(unsigned place, enum tc_paging_field field);

TC_END_INTERNAL

#endif
