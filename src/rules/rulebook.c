/* Writing a rulebook: rules come and go, and the block is rebuilt when it is full. */
#include "rules/rulebook.h"

#include "rules/rulebook_tables.h"

static void put(const tc_rulebook *book, block_array *table, uint32_t hash, uint32_t number)
{
    hash_slot *slots = elements(book, table);
    uint32_t place = hash & (table->capacity - 1);
    while (slots[place].number != NOTHING)
        place = (place + 1) & (table->capacity - 1);
    slots[place] = (hash_slot){hash, number};
    table->count++;
}

static void append_text(tc_rulebook *book, tc_slice text)
{
    if (text.length > 0)
        memcpy((char *)elements(book, &book->texts) + book->texts.count, text.text, text.length);
    book->texts.count += (uint32_t)text.length;
}

/* Finds a name or makes it. */
static uint32_t intern(tc_rulebook *book, const name_key *key)
{
    uint32_t number = find_name(book, key);
    if (number != NOTHING)
        return number;
    number = ++book->names.count;
    *name_at(book, number) = (name_entry){.text = book->texts.count,
                                          .form = (uint8_t)key->form,
                                          .head_length = (uint8_t)key->head.length,
                                          .version_length = (uint8_t)key->version.length,
                                          .action_length = (uint8_t)key->action.length};
    append_text(book, key->head);
    append_text(book, key->version);
    append_text(book, key->action);
    put(book, &book->name_slots, finish_hash(key->chain, key->form), number);
    return number;
}

static uint32_t intern_code(tc_rulebook *book, const tc_code_pattern *code)
{
    const name_key key = {.head = code->name,
                          .form = (enum name_form)code->form,
                          .chain = chain_slice(CHAIN_START, code->name)};
    const uint32_t number = intern(book, &key);
    if (key.form == NAME_ANY_CODE)
        book->any_code = number;
    if (key.form == NAME_OK)
        book->ok = number;
    if (key.form == NAME_FAMILY && code->name.length > book->longest_family)
        book->longest_family = (uint32_t)code->name.length;
    return number;
}

static uint32_t intern_service(tc_rulebook *book, tc_slice service, tc_slice version)
{
    return intern(book, &(name_key){.head = service,
                                    .version = version,
                                    .form = NAME_SERVICE,
                                    .chain = chain_service(service, version)});
}

static uint32_t intern_scope(tc_rulebook *book, const tc_scope_pattern *scope)
{
    const tc_slice service = scope->name.service, version = scope->name.version;
    const tc_slice action = scope->name.action;
    if (scope->form == TC_SCOPE_ANY) {
        const name_key any = {.form = NAME_ANY_SCOPE, .chain = CHAIN_START};
        return book->any_scope = intern(book, &any);
    }
    const uint32_t number = intern_service(book, service, version);
    book->has_versions |= version.length > 0;
    if (scope->form == TC_SCOPE_SERVICE)
        return number;
    if (scope->form == TC_SCOPE_PREFIX) {
        const size_t bit = action.length - 1;
        name_at(book, number)->prefixes[bit / MASK_BITS] |= UINT64_C(1) << bit % MASK_BITS;
    }
    const uint64_t chain = chain_slice(chain_service(service, version), action);
    return intern(book,
                  &(name_key){.head = service,
                              .version = version,
                              .action = action,
                              .form = scope->form == TC_SCOPE_ACTION ? NAME_ACTION : NAME_PREFIX,
                              .chain = chain});
}

static uint32_t intern_pair(tc_rulebook *book, uint32_t code, uint32_t scope)
{
    uint32_t number = find_pair(book, code, scope);
    if (number == NOTHING) {
        number = ++book->pairs.count;
        *pair_at(book, number) = (pair_entry){.code = code, .scope = scope};
        put(book, &book->pair_slots, hash_pair(code, scope), number);
    }
    return number;
}

uint32_t tc_rulebook_add(tc_rulebook *book, const tc_rule *new_rule, uint32_t *earlier)
{
    const uint32_t code = intern_code(book, &new_rule->code);
    const uint32_t scope = intern_scope(book, &new_rule->scope);
    const uint32_t number = intern_pair(book, code, scope), layer = new_rule->layer - 1;
    pair_entry *pair = pair_at(book, number);
    *earlier = pair->ids[layer];
    if (*earlier != NOTHING)
        return NOTHING;
    const uint32_t id = ++book->last_id;
    pair->ids[layer] = id;
    pair->vetoes |= (uint32_t)new_rule->veto << layer;
    name_at(book, code)->rules++;
    name_at(book, scope)->rules++;
    rules_of(book)[book->rules.count++] = (rule_entry){id, number, layer};
    book->live++;
    book->vetoes += new_rule->veto;
    return id;
}

/* The rule with that id, or NULL. Ids grow from rule to rule. */
static rule_entry *find_rule(const tc_rulebook *book, uint32_t id)
{
    rule_entry *const rules = rules_of(book);
    uint32_t low = 0, high = book->rules.count;
    while (low < high) {
        const uint32_t middle = low + (high - low) / 2;
        if (rules[middle].id < id)
            low = middle + 1;
        else
            high = middle;
    }
    return low < book->rules.count && rules[low].id == id ? rules + low : NULL;
}

bool tc_rulebook_remove(tc_rulebook *book, uint32_t id)
{
    rule_entry *rule = find_rule(book, id);
    if (rule == NULL || rule->layer == TC_LAYERS)
        return false;
    pair_entry *pair = pair_at(book, rule->pair);
    const uint32_t veto = UINT32_C(1) << rule->layer;
    book->vetoes -= (pair->vetoes & veto) != 0;
    book->live--;
    pair->vetoes &= ~veto;
    pair->ids[rule->layer] = NOTHING;
    name_at(book, pair->code)->rules--;
    name_at(book, pair->scope)->rules--;
    rule->layer = TC_LAYERS;
    return true;
}

uint32_t tc_rulebook_count(const tc_rulebook *book)
{
    return book->live;
}

bool tc_rulebook_is_full(const tc_rulebook *book)
{
    return book->live >= TC_RULES_MAX || book->last_id == UINT32_MAX;
}

static bool array_has_room(const block_array *array, uint32_t wanted)
{
    return array->capacity - array->count >= wanted;
}

bool tc_rulebook_has_room(const tc_rulebook *book)
{
    return array_has_room(&book->rules, 1) && array_has_room(&book->pairs, 1) &&
           array_has_room(&book->names, NAMES_PER_RULE) &&
           array_has_room(&book->texts, TEXT_PER_RULE);
}

size_t tc_rulebook_bytes(const tc_rulebook *book)
{
    return book->bytes;
}

/* Gives an array its place at the end of the block, aligned for what it holds. */
static void lay_out(tc_rulebook *layout, block_array *array, uint32_t capacity, size_t element)
{
    const size_t unit = sizeof(uint64_t);
    array->offset = (layout->bytes + unit - 1) / unit * unit;
    array->count = 0;
    array->capacity = capacity;
    layout->bytes = array->offset + capacity * element;
}

static uint32_t slots_for(uint32_t elements)
{
    uint32_t slots = 2 * RULES_MIN;
    while (slots < 2 * elements)
        slots *= 2;
    return slots;
}

/* Room for the rules of `old`, as many again, and one more. */
static tc_rulebook plan(const tc_rulebook *old)
{
    tc_rulebook layout = {.bytes = sizeof(tc_rulebook)};
    const uint32_t rules = RULES_MIN + (old == NULL ? 0 : 2 * old->live);
    const uint32_t names = RULES_MIN * NAMES_PER_RULE + (old == NULL ? 0 : 2 * old->names.count);
    const uint32_t texts = 2 * TEXT_PER_RULE + (old == NULL ? 0 : 2 * old->texts.count);
    lay_out(&layout, &layout.names, names, sizeof(name_entry));
    lay_out(&layout, &layout.pairs, rules, sizeof(pair_entry));
    lay_out(&layout, &layout.rules, rules, sizeof(rule_entry));
    lay_out(&layout, &layout.name_slots, slots_for(names), sizeof(hash_slot));
    lay_out(&layout, &layout.pair_slots, slots_for(rules), sizeof(hash_slot));
    lay_out(&layout, &layout.texts, texts, 1);
    return layout;
}

size_t tc_rulebook_size(const tc_rulebook *old)
{
    return plan(old).bytes;
}

static tc_slice take_part(const char **text, size_t length)
{
    const tc_slice part = {*text, length};
    *text += length;
    return part;
}

/* The rule as it was added. */
static tc_rule restore(const tc_rulebook *book, const rule_entry *rule)
{
    const pair_entry *pair = pair_at(book, rule->pair);
    const name_entry *code = name_at(book, pair->code), *scope = name_at(book, pair->scope);
    const char *texts = elements(book, &book->texts), *text = texts + scope->text;
    tc_rule result = {.layer = rule->layer + 1, .veto = pair->vetoes >> rule->layer & 1};
    result.code.form = (enum tc_code_form)code->form;
    result.code.name = (tc_slice){texts + code->text, code->head_length};
    result.scope.form = (enum tc_scope_form)(scope->form - NAME_ACTION);
    result.scope.name.service = take_part(&text, scope->head_length);
    result.scope.name.version = take_part(&text, scope->version_length);
    result.scope.name.action = take_part(&text, scope->action_length);
    return result;
}

tc_rulebook *tc_rulebook_start(void *block, const tc_rulebook *old)
{
    tc_rulebook *book = block;
    *book = plan(old);
    memset(elements(book, &book->name_slots), 0, book->name_slots.capacity * sizeof(hash_slot));
    memset(elements(book, &book->pair_slots), 0, book->pair_slots.capacity * sizeof(hash_slot));
    if (old == NULL)
        return book;
    const rule_entry *rules = rules_of(old);
    for (uint32_t i = 0; i < old->rules.count; i++) {
        if (rules[i].layer < TC_LAYERS) {
            const tc_rule again = restore(old, rules + i);
            uint32_t earlier;
            book->last_id = rules[i].id - 1;
            tc_rulebook_add(book, &again, &earlier);
        }
    }
    book->last_id = old->last_id;
    return book;
}
