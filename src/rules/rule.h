/* A rule, as it is given to a rulebook: for which actions, for which codes, in which layer. What it
 * says is its program's business; the core finds out which rule wins. */
#ifndef TC_RULE_H
#define TC_RULE_H

#include "names/pattern.h"

enum { TC_LAYERS = 3 }; /* 1 the call's own rules, 2 the user's, 3 the built-in ones */

typedef struct tc_rule {
    tc_scope_pattern scope;
    tc_code_pattern code;
    unsigned layer; /* from 1 to TC_LAYERS */
    bool veto;      /* wins over every rule that is none */
} tc_rule;

typedef struct tc_rulebook tc_rulebook;

#endif
