/* Reading a rulebook: the names that match a query, and the rules of each pair of them. */
#include "rules/rule_walk.h"

#include "rules/rulebook_tables.h"

/* Adds a name to `levels` where rules have it. */
static void take_level(const tc_rulebook *book, uint32_t number, uint32_t *levels, unsigned *count)
{
    if (number != NOTHING && name_at(book, number)->rules > 0)
        levels[(*count)++] = number;
}

static void reverse(uint32_t *levels, unsigned count)
{
    for (unsigned i = 0; i < count / 2; i++) {
        const uint32_t other = levels[count - 1 - i];
        levels[count - 1 - i] = levels[i];
        levels[i] = other;
    }
}

static void find_codes(tc_rule_walk *walk, tc_slice code, tc_slice kind)
{
    const tc_rulebook *book = walk->book;
    name_key key = {.head = {code.text, 0}, .chain = CHAIN_START, .form = NAME_FAMILY};
    const size_t end = code.length < TC_NAME_MAX ? code.length : TC_NAME_MAX;
    for (size_t i = 0; i < end; i++) {
        if (code.text[i] == '.' && i <= book->longest_family) {
            key.head.length = i;
            take_level(book, find_name(book, &key), walk->codes, &walk->code_count);
        }
        key.chain = chain_byte(key.chain, code.text[i]);
    }
    if (end == code.length) {
        key.head.length = end;
        if (end <= book->longest_family)
            take_level(book, find_name(book, &key), walk->codes, &walk->code_count);
        key.form = NAME_CODE;
        take_level(book, find_name(book, &key), walk->codes, &walk->code_count);
    }
    reverse(walk->codes, walk->code_count);
    if (kind.length > 0 && kind.length <= TC_NAME_MAX) {
        key.head = kind;
        key.chain = chain_slice(CHAIN_START, kind);
        key.form = NAME_KIND;
        take_level(book, find_name(book, &key), walk->codes, &walk->code_count);
    }
    take_level(book, book->any_code, walk->codes, &walk->code_count);
}

/* The scopes under a service that match an action, the least specific first.
 * key: the service, with the version or without. Returns their number. */
static unsigned find_scopes(const tc_rulebook *book, name_key key, tc_slice action, uint32_t *found)
{
    unsigned count = 0;
    key.form = NAME_SERVICE;
    key.chain = chain_service(key.head, key.version);
    const uint32_t service = find_name(book, &key);
    if (service == NOTHING)
        return 0;
    const uint64_t *prefixes = name_at(book, service)->prefixes;
    take_level(book, service, found, &count);
    key.form = NAME_PREFIX;
    key.action.text = action.text;
    for (size_t i = 0; i < action.length; i++) {
        key.chain = chain_byte(key.chain, action.text[i]);
        if (prefixes[i / MASK_BITS] >> i % MASK_BITS & 1) {
            key.action.length = i + 1;
            take_level(book, find_name(book, &key), found, &count);
        }
    }
    key.form = NAME_ACTION;
    key.action = action;
    take_level(book, find_name(book, &key), found, &count);
    return count;
}

/* How specific a scope is, but for its version. */
static unsigned specificity(const tc_rulebook *book, uint32_t scope)
{
    const name_entry *name = name_at(book, scope);
    return name->form == NAME_ACTION ? TC_NAME_MAX + 1 : name->action_length;
}

static bool is_usable(const tc_action_name *action)
{
    return action->service.length > 0 && action->service.length <= TC_NAME_MAX &&
           action->action.length > 0 && action->action.length <= TC_NAME_MAX;
}

static void find_all_scopes(tc_rule_walk *walk, const tc_action_name *action)
{
    const tc_rulebook *book = walk->book;
    uint32_t plain[TC_SCOPE_LEVELS], versioned[TC_SCOPE_LEVELS];
    unsigned plain_count = 0, versioned_count = 0;
    name_key key = {.head = action->service};
    if (is_usable(action)) {
        plain_count = find_scopes(book, key, action->action, plain);
        key.version = action->version;
        if (book->has_versions && action->version.length > 0)
            versioned_count = find_scopes(book, key, action->action, versioned);
    }
    while (plain_count + versioned_count > 0) {
        const bool take_versioned =
            plain_count == 0 ||
            (versioned_count > 0 && specificity(book, versioned[versioned_count - 1]) >=
                                        specificity(book, plain[plain_count - 1]));
        walk->scopes[walk->scope_count++] =
            take_versioned ? versioned[--versioned_count] : plain[--plain_count];
    }
    take_level(book, book->any_scope, walk->scopes, &walk->scope_count);
}

void tc_rule_walk_start(tc_rule_walk *walk, const tc_rulebook *book, const tc_rule_query *query)
{
    walk->book = book;
    walk->code_count = walk->scope_count = 0;
    walk->code = walk->scope = walk->layer = 0;
    walk->vetoes = book->vetoes > 0;
    if (query->code.length > 0)
        find_codes(walk, tc_code_trim(query->code), query->kind);
    else
        take_level(book, book->ok, walk->codes, &walk->code_count);
    if (walk->code_count > 0)
        find_all_scopes(walk, &query->action);
}

/* The next rule for the code and scope where the walk is. */
static uint32_t next_in_pair(tc_rule_walk *walk)
{
    const uint32_t number =
        find_pair(walk->book, walk->codes[walk->code], walk->scopes[walk->scope]);
    if (number == NOTHING)
        return NOTHING;
    const pair_entry *pair = pair_at(walk->book, number);
    while (walk->layer < TC_LAYERS) {
        const unsigned layer = walk->layer++;
        const bool veto = pair->vetoes >> layer & 1;
        if (pair->ids[layer] != NOTHING && veto == walk->vetoes)
            return pair->ids[layer];
    }
    return NOTHING;
}

uint32_t tc_rule_walk_next(tc_rule_walk *walk)
{
    for (;;) {
        for (; walk->code < walk->code_count; walk->code++, walk->scope = 0) {
            for (; walk->scope < walk->scope_count; walk->scope++, walk->layer = 0) {
                const uint32_t id = next_in_pair(walk);
                if (id != NOTHING)
                    return id;
            }
        }
        if (!walk->vetoes)
            return NOTHING;
        walk->vetoes = false;
        walk->code = 0;
    }
}
