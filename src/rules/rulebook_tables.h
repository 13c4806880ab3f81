/* Inside a rulebook, for rulebook.c and rule_walk.c alone.
 *
 * A rule is written for a code pattern and a scope pattern. Each pattern is a NAME, found by its
 * text; a PAIR of names leads to the rules written for the two, one for each layer:
 *
 *   "cvm.Describe*"  --name_slots--> name 7 --+
 *                                             +--pair_slots--> pair 3: ids { -, 12, - }, vetoes
 *   "AuthFailure.*"  --name_slots--> name 2 --+
 *
 * So a look-up never goes through rules. It makes the names that could match an answer (of a code:
 * itself, its families, its kind, any; of an action: itself, its prefixes, its service, any), asks
 * which of them exist, and then for the pairs, the most specific first.
 *
 * The block, each array at an offset from its front:
 *
 *   tc_rulebook | names | pairs | rules | name_slots | pair_slots | texts
 */
#ifndef TC_RULEBOOK_TABLES_H
#define TC_RULEBOOK_TABLES_H

#include "rules/rule.h"

#include <string.h>

TC_BEGIN_INTERNAL

/* What a name is of. The same text can be several names: "A" and "A.*" are both "A". */
enum name_form {
    NAME_CODE = TC_CODE_EXACT,
    NAME_FAMILY = TC_CODE_FAMILY,
    NAME_KIND = TC_CODE_KIND,
    NAME_ANY_CODE = TC_CODE_ANY,
    NAME_OK = TC_CODE_OK,
    NAME_ACTION,
    NAME_PREFIX,
    NAME_SERVICE,
    NAME_ANY_SCOPE
};

enum {
    NOTHING = 0, /* names and pairs are numbered from 1 */
    RULES_MIN = 16,
    NAMES_PER_RULE = 3, /* at most: its code, its scope, the service of its scope */
    TEXT_PER_RULE = 4 * TC_NAME_MAX + 32,
    MASK_BITS = 64
};

/* The text of a name: of a code or a kind, or of a scope in its three parts. */
typedef struct name_key {
    tc_slice head; /* the code, the kind or the service */
    tc_slice version;
    tc_slice action;
    enum name_form form;
    uint64_t chain; /* hash of the text */
} name_key;

typedef struct name_entry {
    uint32_t text; /* where its parts are in the texts, one after the other */
    uint8_t form, head_length, version_length, action_length;
    uint32_t rules;                             /* rules with this name */
    uint64_t prefixes[TC_NAME_MAX / MASK_BITS]; /* NAME_SERVICE: bit n: prefixes of n+1 bytes */
} name_entry;

_Static_assert(TC_NAME_MAX <= UINT8_MAX && TC_NAME_MAX % MASK_BITS == 0,
               "the lengths of a name are bytes, its prefixes whole masks");

typedef struct pair_entry {
    uint32_t code, scope;    /* names */
    uint32_t ids[TC_LAYERS]; /* NOTHING where the layer has no rule for the two */
    uint32_t vetoes;         /* one bit for each layer */
} pair_entry;

typedef struct rule_entry {
    uint32_t id, pair;
    uint32_t layer; /* from 0; TC_LAYERS: the rule was taken out */
} rule_entry;

/* A place of a hash table. */
typedef struct hash_slot {
    uint32_t hash, number; /* NOTHING: the place is free */
} hash_slot;

/* An array in the block. */
typedef struct block_array {
    size_t offset; /* in bytes from the front of the block */
    uint32_t count, capacity;
} block_array;

struct tc_rulebook {
    size_t bytes;
    block_array names, pairs, rules, texts;
    block_array name_slots, pair_slots; /* hash tables: powers of two, at most half full */
    uint32_t live, vetoes;              /* rules that were not taken out; the vetoes among them */
    uint32_t last_id;
    uint32_t longest_family;          /* bytes: no need to look for a longer one */
    uint32_t any_code, ok, any_scope; /* names */
    bool has_versions;                /* some scope names a version */
};

/* The arrays of a block. The block is the caller's writable memory: a `const` book says only that
 * the function does not change it. */
static inline void *elements(const tc_rulebook *book, const block_array *array)
{
    return (char *)(uintptr_t)book + array->offset;
}

static inline name_entry *name_at(const tc_rulebook *book, uint32_t number)
{
    return (name_entry *)elements(book, &book->names) + (number - 1);
}

static inline pair_entry *pair_at(const tc_rulebook *book, uint32_t number)
{
    return (pair_entry *)elements(book, &book->pairs) + (number - 1);
}

static inline rule_entry *rules_of(const tc_rulebook *book)
{
    return elements(book, &book->rules);
}

/* Hashing: FNV-1a, byte by byte, because a walk needs the hashes of all beginnings of a text (A,
 * A.B, A.B.C; D, De, Des, ...) and gets each from the one before. Its constants are the algorithm's
 * own (Fowler, Noll, Vo). */

#define CHAIN_START UINT64_C(0xcbf29ce484222325)

static inline uint64_t chain_byte(uint64_t chain, char byte)
{
    return (chain ^ (uint8_t)byte) * UINT64_C(0x100000001b3);
}

static inline uint64_t chain_slice(uint64_t chain, tc_slice slice)
{
    for (size_t i = 0; i < slice.length; i++)
        chain = chain_byte(chain, slice.text[i]);
    return chain;
}

/* The chain of a scope up to its action. */
static inline uint64_t chain_service(tc_slice service, tc_slice version)
{
    uint64_t chain = chain_slice(CHAIN_START, service);
    if (version.length > 0)
        chain = chain_slice(chain_byte(chain, '@'), version);
    return chain_byte(chain, '.');
}

/* FNV's low bits are weak, and the tables take their slots from the low bits: a multiplication by
 * 2^64 divided by the golden ratio (Knuth, TAOCP 6.4) brings every bit into the upper half. */
static inline uint32_t finish_hash(uint64_t chain, uint64_t salt)
{
    return (uint32_t)(((chain ^ salt) * UINT64_C(0x9e3779b97f4a7c15)) >> 32);
}

/* Compares one part of a name's text and passes it. */
static inline bool part_equals(const char **text, tc_slice part)
{
    const bool same = part.length == 0 || memcmp(*text, part.text, part.length) == 0;
    *text += part.length;
    return same;
}

static inline bool name_equals(const tc_rulebook *book, const name_entry *name, const name_key *key)
{
    const char *text = (const char *)elements(book, &book->texts) + name->text;
    return name->form == key->form && name->head_length == key->head.length &&
           name->version_length == key->version.length &&
           name->action_length == key->action.length && part_equals(&text, key->head) &&
           part_equals(&text, key->version) && part_equals(&text, key->action);
}

static inline uint32_t find_name(const tc_rulebook *book, const name_key *key)
{
    const uint32_t hash = finish_hash(key->chain, key->form), mask = book->name_slots.capacity - 1;
    const hash_slot *slots = elements(book, &book->name_slots);
    for (uint32_t place = hash & mask; slots[place].number != NOTHING; place = (place + 1) & mask) {
        if (slots[place].hash == hash && name_equals(book, name_at(book, slots[place].number), key))
            return slots[place].number;
    }
    return NOTHING;
}

static inline uint32_t hash_pair(uint32_t code, uint32_t scope)
{
    return finish_hash((uint64_t)code << 32 | scope, 0);
}

static inline uint32_t find_pair(const tc_rulebook *book, uint32_t code, uint32_t scope)
{
    const uint32_t hash = hash_pair(code, scope), mask = book->pair_slots.capacity - 1;
    const hash_slot *slots = elements(book, &book->pair_slots);
    for (uint32_t place = hash & mask; slots[place].number != NOTHING; place = (place + 1) & mask) {
        const pair_entry *pair = pair_at(book, slots[place].number);
        if (slots[place].hash == hash && pair->code == code && pair->scope == scope)
            return slots[place].number;
    }
    return NOTHING;
}

TC_END_INTERNAL

#endif
