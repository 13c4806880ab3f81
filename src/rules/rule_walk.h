/* Which rules apply to an answer, the winner first. A look-up costs a few probes of hash tables, as
 * many with 100,000 rules as with 10. */
#ifndef TC_RULE_WALK_H
#define TC_RULE_WALK_H

#include "rules/rule.h"

TC_BEGIN_INTERNAL

enum {
    TC_CODE_LEVELS = TC_NAME_MAX / 2 + 3, /* exact, families, kind, any */
    TC_SCOPE_LEVELS = TC_NAME_MAX + 2     /* action, prefixes, service */
};

/* What rules are looked up for. */
typedef struct tc_rule_query {
    tc_action_name action; /* all empty where it is not known; the version may be empty */
    tc_slice code;         /* empty for a success */
    tc_slice kind;         /* empty where it is not known */
} tc_rule_query;

/* A walk over the rules that match a query, in winning order. */
typedef struct tc_rule_walk {
    const tc_rulebook *book;
    uint32_t codes[TC_CODE_LEVELS]; /* the most specific first */
    uint32_t scopes[2 * TC_SCOPE_LEVELS + 1];
    unsigned code_count, scope_count;
    unsigned code, scope, layer; /* where the walk is */
    bool vetoes;                 /* it is among the vetoes */
} tc_rule_walk;

/* Begins a walk. The set must not change while it lasts; the query is not needed any more. */
void tc_rule_walk_start(tc_rule_walk *walk, const tc_rulebook *book, const tc_rule_query *query);

/* The id of the next rule: all vetoes, then all others; each by the most specific code, then the
 * most specific scope, then layer. Returns 0 at the end. */
uint32_t tc_rule_walk_next(tc_rule_walk *walk);

TC_END_INTERNAL

#endif
