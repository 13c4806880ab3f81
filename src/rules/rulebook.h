/* A compiled set of rules. The whole set is one block of the caller's memory without pointers
 * inside, so a copy of the bytes is a copy of the set, and a garbage collector may own the block: a
 * snapshot shares it until the set changes, and then costs one memcpy. rules/rule_walk.h says which
 * rules apply. */
#ifndef TC_RULEBOOK_H
#define TC_RULEBOOK_H

#include "rules/rule.h"

TC_BEGIN_INTERNAL

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

TC_END_INTERNAL

#endif
