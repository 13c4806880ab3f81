/* The patterns of rules: error codes ("AuthFailure.*", "#throttle") and scopes
 * ("cvm.Describe*"). A parsed pattern points into the text it was parsed from. */
#ifndef TC_PATTERN_H
#define TC_PATTERN_H

#include "names/action_name.h"
#include "names/code.h"

TC_BEGIN_INTERNAL

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

typedef struct tc_scope_pattern {
    enum tc_scope_form form;
    tc_action_name name; /* empty for TC_SCOPE_ANY */
} tc_scope_pattern;

/* Parses a code pattern. Returns false and sets `fault` where it is malformed. */
bool tc_code_pattern_parse(const char *text, size_t length, tc_code_pattern *pattern,
                           tc_pattern_fault *fault);

/* The same for the items of a batch, whose codes can be integers: "10012", "-1". Those of the API's
 * own errors never are, so there an integer is a slip. */
bool tc_item_pattern_parse(const char *text, size_t length, tc_code_pattern *pattern,
                           tc_pattern_fault *fault);

/* Does the pattern match?
 * code: the error's code, whatever the server wrote; empty for a success.
 * kind: the code's kind in the registry; empty where it is not known. */
bool tc_code_matches(const tc_code_pattern *pattern, tc_slice code, tc_slice kind);

/* Parses a scope pattern. Returns false and sets `fault` where it is malformed. */
bool tc_scope_pattern_parse(const char *text, size_t length, tc_scope_pattern *pattern,
                            tc_pattern_fault *fault);

/* Does the pattern match? A pattern with a version matches no name without one. Where nothing is
 * known of the action (an empty name), only "*" matches. */
bool tc_scope_matches(const tc_scope_pattern *pattern, const tc_action_name *name);

TC_END_INTERNAL

#endif
