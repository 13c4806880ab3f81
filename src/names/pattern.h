/* The names and the patterns of rules: error codes ("AuthFailure.*", "#throttle") and scopes
 * ("cvm.Describe*"). A parsed pattern points into the text it was parsed from. */
#ifndef TC_PATTERN_H
#define TC_PATTERN_H

#include "portable.h"

#include <stdbool.h>
#include <stddef.h>

/* Bytes that belong to someone else; without a zero at the end. `text` may be NULL where `length`
 * is 0. */
typedef struct tc_slice {
    const char *text;
    size_t length;
} tc_slice;

/* The longest code, service or action, in bytes. The longest that exist have 89, 16 and 61. */
enum { TC_NAME_MAX = 128 };

/* Why a text is malformed. */
typedef struct tc_pattern_fault {
    const char *reason; /* for people: what is wrong and what to write instead */
    size_t offset;      /* bytes before the offending one */
} tc_pattern_fault;

/* What a code pattern stands for, the most specific first. */
enum tc_code_form {
    TC_CODE_EXACT,  /* "A.B": that code; "A": the bare code */
    TC_CODE_FAMILY, /* "A.*": A and all that is under it; `name` is "A" */
    TC_CODE_KIND,   /* "#throttle": codes of that kind; `name` is "throttle" */
    TC_CODE_ANY,    /* "*": every error */
    TC_CODE_OK      /* "ok": a success */
};

typedef struct tc_code_pattern {
    enum tc_code_form form;
    tc_slice name; /* empty for TC_CODE_ANY and TC_CODE_OK */
} tc_code_pattern;

/* What a scope pattern stands for, the most specific first. Each but the last can name a version,
 * which makes it a little more specific. */
enum tc_scope_form {
    TC_SCOPE_ACTION,  /* "cvm.RunInstances" */
    TC_SCOPE_PREFIX,  /* "cvm.Describe*": `action` is "Describe" */
    TC_SCOPE_SERVICE, /* "cvm.*": `action` is empty */
    TC_SCOPE_ANY      /* "*" */
};

/* "service.Action" or "service@version.Action". */
typedef struct tc_action_name {
    tc_slice service;
    tc_slice version; /* "2017-03-12"; empty where none is given */
    tc_slice action;
} tc_action_name;

typedef struct tc_scope_pattern {
    enum tc_scope_form form;
    tc_action_name name; /* empty for TC_SCOPE_ANY */
} tc_scope_pattern;

/* Is it a code as the API writes them: words of letters, digits and _, separated by dots, the first
 * beginning with a letter? */
bool tc_code_is_well_formed(const char *text, size_t length);

/* Parses a code pattern. Returns false and sets `fault` where it is malformed. */
bool tc_code_pattern_parse(const char *text, size_t length, tc_code_pattern *pattern,
                           tc_pattern_fault *fault);

/* Does the pattern match?
 * code: the error's code, whatever the server wrote; empty for a success.
 * kind: the code's kind in the registry; empty where it is not known. */
bool tc_code_matches(const tc_code_pattern *pattern, tc_slice code, tc_slice kind);

/* Parses the name of an action. Returns false and sets `fault` where it is malformed. */
bool tc_action_name_parse(const char *text, size_t length, tc_action_name *name,
                          tc_pattern_fault *fault);

/* Parses a scope pattern. Returns false and sets `fault` where it is malformed. */
bool tc_scope_pattern_parse(const char *text, size_t length, tc_scope_pattern *pattern,
                            tc_pattern_fault *fault);

/* Does the pattern match? A pattern with a version matches no name without one. Where nothing is
 * known of the action (an empty name), only "*" matches. */
bool tc_scope_matches(const tc_scope_pattern *pattern, const tc_action_name *name);

#endif
