/* A compiled set of rules: which of them apply to an answer, the winner first. A look-up costs a
 * few probes of hash tables, as many with 100,000 rules as with 10. The whole set is one block of
 * the caller's memory without pointers inside, so a copy of the bytes is a copy of the set. */
#ifndef TC_RULEBOOK_H
#define TC_RULEBOOK_H

#include "names/pattern.h"

enum {
    TC_LAYERS = 3, /* 1 the call's own rules, 2 the user's, 3 the built-in ones */
    TC_CODE_LEVELS = TC_NAME_MAX / 2 + 3, /* exact, families, kind, any */
    TC_SCOPE_LEVELS = TC_NAME_MAX + 2     /* action, prefixes, service */
};

typedef struct tc_rulebook tc_rulebook;

typedef struct tc_rule {
    tc_scope_pattern scope;
    tc_code_pattern code;
    unsigned layer; /* from 1 to TC_LAYERS */
    bool veto;      /* wins over every rule that is none */
} tc_rule;

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
    unsigned code, scope, layer; /* where the walk stands */
    bool vetoes;                 /* it is among the vetoes */
} tc_rule_walk;

/* The size of a block for the rules of `old` (NULL: none) and about as many more, in bytes. */
size_t tc_rulebook_size(const tc_rulebook *old);

/* Sets up a block of tc_rulebook_size(old) bytes, aligned for any type, with the rules of `old`,
 * which keep their ids. Returns the block. */
tc_rulebook *tc_rulebook_start(void *block, const tc_rulebook *old);

/* The size of the block that the set is in, in bytes. */
size_t tc_rulebook_bytes(const tc_rulebook *book);

/* Has the block room for one rule more, whichever it is? */
bool tc_rulebook_has_room(const tc_rulebook *book);

/* The number of rules in the set. */
uint32_t tc_rulebook_count(const tc_rulebook *book);

/* Has the set TC_RULES_MAX rules, or have all ids been given away? Then none may be added. */
bool tc_rulebook_is_full(const tc_rulebook *book);

/* Adds a rule to a set that has room. Returns its id, which is greater than all before; or 0 where
 * its layer has a rule with the same scope and code already, whose id is then in `earlier`. */
uint32_t tc_rulebook_add(tc_rulebook *book, const tc_rule *rule, uint32_t *earlier);

/* Takes a rule out. Returns false where there is none with that id. */
bool tc_rulebook_remove(tc_rulebook *book, uint32_t id);

/* Begins a walk. The set must not change while it lasts; the query is not needed any more. */
void tc_rule_walk_start(tc_rule_walk *walk, const tc_rulebook *book, const tc_rule_query *query);

/* The id of the next rule: all vetoes, then all others; each by the most specific code, then the
 * most specific scope, then layer. Returns 0 at the end. */
uint32_t tc_rule_walk_next(tc_rule_walk *walk);

#endif
