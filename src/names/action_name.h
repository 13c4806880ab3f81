/* The names of actions: "cvm.RunInstances", "cvm@2017-03-12.RunInstances". */
#ifndef TC_ACTION_NAME_H
#define TC_ACTION_NAME_H

#include "names/slice.h"

TC_BEGIN_INTERNAL

/* A parsed name points into the text that it was parsed from. */
typedef struct tc_action_name {
    tc_slice service;
    tc_slice version; /* "2017-03-12"; empty where none is given */
    tc_slice action;
} tc_action_name;

/* Does it look like a version, a date such as "2017-03-12"? */
bool tc_is_version(tc_slice text);

/* Parses the name of an action. Returns false and sets `fault` where it is malformed. */
bool tc_action_name_parse(const char *text, size_t length, tc_action_name *name,
                          tc_pattern_fault *fault);

/* The halves of it, for scopes, which end otherwise. Both return 0 and set `fault` where the text
 * is malformed. */

/* Parses "service." or "service@version." and returns the offset of what follows. */
size_t tc_action_name_parse_service(tc_slice text, tc_action_name *name, tc_pattern_fault *fault);

/* Checks the action that begins at `at` and returns the offset of its end. */
size_t tc_action_name_check_action(tc_slice text, size_t at, tc_pattern_fault *fault);

TC_END_INTERNAL

#endif
