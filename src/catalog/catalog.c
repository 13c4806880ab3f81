/* Look-ups in the compiled catalog: codes by a hash, all else by binary search. */
#include "catalog/catalog.h"

#include "catalog/catalog_tables.h"

#include <string.h>

/* The bytes at `text` as one number, the first the lowest; `length` is at most 4. */
static uint32_t load(const char *text, size_t length)
{
    uint32_t value = 0;
    for (size_t i = 0; i < length; i++)
        value |= (uint32_t)(uint8_t)text[i] << (8 * i);
    return value;
}

/* The same as in catalog/tables.lua, which must be able to compute it in doubles: hence 32 bits,
 * four bytes a step, and a multiplier, the prime 1000003, that keeps every product below 2^53.
 * Folding the upper half in brings each bit into the low ones, which choose the slot. */
static uint32_t hash(const char *text, size_t length)
{
    const char *end = text + length;
    uint32_t value = (uint32_t)length;
    for (; end - text >= 4; text += 4) {
        value = (value + load(text, 4)) * 1000003U;
        value += value >> 16;
    }
    if (text < end) {
        value = (value + load(text, (size_t)(end - text))) * 1000003U;
        value += value >> 16;
    }
    return value;
}

/* Compares the bytes at `text` with a string. Either may hold what the other lacks: a zero byte, an
 * end. Most names that a search meets differ in one of their first bytes, where strlen and memcmp
 * cost more than they save: finding a service takes 24 ns instead of 35. */
static int compare(const char *text, size_t length, const char *string)
{
    for (size_t i = 0; i < length; i++) {
        if (string[i] == '\0' || text[i] != string[i])
            return (uint8_t)text[i] < (uint8_t)string[i] ? -1 : 1;
    }
    return string[length] == '\0' ? 0 : -1;
}

static bool code_equals(unsigned code, const char *text, size_t length)
{
    const char *category = tc_category_of(code), *detail = tc_detail_of(code);
    const size_t size = strlen(category);
    if (length < size || memcmp(text, category, size) != 0)
        return false;
    if (length == size)
        return *detail == '\0';
    return *detail != '\0' && text[size] == '.' &&
           tc_slice_is((tc_slice){text + size + 1, length - size - 1}, detail);
}

unsigned tc_find_code(const char *text, size_t length)
{
    const uint32_t mask = tc_sizes.code_slots - 1;
    for (uint32_t slot = hash(text, length) & mask;; slot = (slot + 1) & mask) {
        if (tc_table_code_slots[slot] == 0)
            return TC_UNKNOWN;
        const unsigned code = tc_table_code_slots[slot] - 1U;
        if (code_equals(code, text, length))
            return code;
    }
}

/* The id in `range` whose name is `text`, or TC_UNKNOWN. */
static unsigned find_name(const uint32_t *names, tc_id_range range, const char *text, size_t length)
{
    while (range.first < range.end) {
        const unsigned middle = range.first + (range.end - range.first) / 2;
        const int order = compare(text, length, tc_string(names[middle]));
        if (order == 0)
            return middle;
        if (order < 0)
            range.end = middle;
        else
            range.first = middle + 1;
    }
    return TC_UNKNOWN;
}

unsigned tc_find_service(const char *text, size_t length)
{
    return find_name(tc_table_service_name, (tc_id_range){0, tc_sizes.services}, text, length);
}

unsigned tc_find_category(const char *text, size_t length)
{
    return find_name(tc_table_category_name, (tc_id_range){0, tc_sizes.categories}, text, length);
}

unsigned tc_find_version(unsigned service, const char *text, size_t length)
{
    return find_name(tc_table_version_name, tc_versions_of(service), text, length);
}

unsigned tc_find_action(const tc_action_name *name)
{
    const unsigned service = tc_find_service(name->service.text, name->service.length);
    if (service == TC_UNKNOWN)
        return TC_UNKNOWN;
    tc_id_range versions = tc_versions_of(service);
    if (name->version.length > 0) {
        const unsigned version = tc_find_version(service, name->version.text, name->version.length);
        if (version == TC_UNKNOWN)
            return TC_UNKNOWN;
        versions = (tc_id_range){version, version + 1};
    }
    unsigned retired = TC_UNKNOWN;
    while (versions.end-- > versions.first) {
        const unsigned action = find_name(tc_table_action_name, tc_actions_of(versions.end),
                                          name->action.text, name->action.length);
        if (action != TC_UNKNOWN && !tc_is_retired(action))
            return action;
        if (retired == TC_UNKNOWN)
            retired = action;
    }
    return retired;
}

tc_code_set tc_codes_of(unsigned action)
{
    const unsigned set = tc_table_action_set[action];
    const uint32_t first = tc_table_set_first[set];
    return (tc_code_set){tc_table_set_codes + first, tc_table_set_first[set + 1] - first};
}

bool tc_has_code(tc_code_set set, unsigned code)
{
    while (set.count > 0) {
        const size_t half = set.count / 2;
        if (set.codes[half] == code)
            return true;
        if (set.codes[half] < code) {
            set.codes += half + 1;
            set.count -= half + 1;
        } else {
            set.count = half;
        }
    }
    return false;
}

unsigned tc_service_count(void)
{
    return tc_sizes.services;
}

unsigned tc_action_count(void)
{
    return tc_sizes.actions;
}

unsigned tc_code_count(void)
{
    return tc_sizes.codes;
}

unsigned tc_live_service_count(void)
{
    return tc_sizes.live_services;
}

unsigned tc_live_action_count(void)
{
    return tc_sizes.live_actions;
}

unsigned tc_live_code_count(void)
{
    return tc_sizes.codes - tc_sizes.retired_codes;
}

tc_id_range tc_versions_of(unsigned service)
{
    return (tc_id_range){tc_table_service_first[service], tc_table_service_first[service + 1]};
}

tc_id_range tc_actions_of(unsigned version)
{
    return (tc_id_range){tc_table_version_first[version], tc_table_version_first[version + 1]};
}

tc_id_range tc_actions_of_service(unsigned service)
{
    const tc_id_range versions = tc_versions_of(service);
    return (tc_id_range){tc_table_version_first[versions.first],
                         tc_table_version_first[versions.end]};
}

unsigned tc_version_of(unsigned action)
{
    unsigned first = 0, end = tc_sizes.versions;
    while (end - first > 1) {
        const unsigned middle = first + (end - first) / 2;
        if (tc_table_version_first[middle] <= action)
            first = middle;
        else
            end = middle;
    }
    return first;
}

unsigned tc_service_of(unsigned version)
{
    return tc_table_version_service[version];
}

tc_action_walk tc_walk_actions(tc_id_range versions)
{
    tc_action_walk walk = {.versions = versions.end - versions.first};
    for (unsigned i = 0; i < walk.versions; i++)
        walk.left[i] = tc_actions_of(versions.first + i);
    return walk;
}

/* The order of the names of the next actions of two versions; an ended version comes last. */
static int compare_next(tc_id_range left, tc_id_range right)
{
    if (left.first == left.end || right.first == right.end)
        return (left.first == left.end) - (right.first == right.end);
    return strcmp(tc_name_of_action(left.first), tc_name_of_action(right.first));
}

/* Moves the walk to the next live action of each version. */
static void skip_retired(tc_action_walk *walk)
{
    for (unsigned i = 0; i < walk->versions; i++) {
        tc_id_range *left = &walk->left[i];
        while (left->first < left->end && tc_is_retired(left->first))
            left->first++;
    }
}

unsigned tc_next_action(tc_action_walk *walk)
{
    skip_retired(walk);
    unsigned least = 0;
    for (unsigned i = 1; i < walk->versions; i++) {
        if (compare_next(walk->left[i], walk->left[least]) <= 0)
            least = i;
    }
    const tc_id_range found = walk->left[least];
    if (found.first == found.end)
        return TC_UNKNOWN;
    for (unsigned i = 0; i < walk->versions; i++) {
        if (compare_next(walk->left[i], found) == 0)
            walk->left[i].first++;
    }
    return found.first;
}

const char *tc_name_of_service(unsigned service)
{
    return tc_string(tc_table_service_name[service]);
}

const char *tc_name_of_version(unsigned version)
{
    return tc_string(tc_table_version_name[version]);
}

const char *tc_name_of_action(unsigned action)
{
    return tc_string(tc_table_action_name[action]);
}

const char *tc_category_of(unsigned code)
{
    return tc_string(tc_table_category_name[tc_table_code_name[code] >> 24]);
}

const char *tc_detail_of(unsigned code)
{
    return tc_string(tc_table_code_name[code] & 0xFFFFFF);
}

bool tc_is_common(unsigned code)
{
    for (unsigned i = 0; i < tc_sizes.common_codes; i++) {
        if (tc_table_common_code[i] == code)
            return true;
    }
    return false;
}

bool tc_is_retired_code(unsigned code)
{
    unsigned first = 0, end = tc_sizes.retired_codes;
    while (first < end) {
        const unsigned middle = first + (end - first) / 2;
        if (tc_table_retired_code[middle] == code)
            return true;
        if (tc_table_retired_code[middle] < code)
            first = middle + 1;
        else
            end = middle;
    }
    return false;
}

static tc_slice service_name(unsigned service)
{
    const char *text = tc_name_of_service(service);
    return (tc_slice){text, strlen(text)};
}

bool tc_is_newest(unsigned action)
{
    const char *text = tc_name_of_action(action);
    const tc_action_name name = {
        .service = service_name(tc_service_of(tc_version_of(action))),
        .action = {text, strlen(text)},
    };
    return tc_find_action(&name) == action;
}

bool tc_action_has(unsigned action, enum tc_flag flag)
{
    return tc_table_action_flags[action] >> flag & 1;
}

bool tc_is_retired(unsigned action)
{
    return tc_table_action_flags[action] >> TC_RETIRED_BIT & 1;
}

bool tc_action_is_on(unsigned action, enum tc_site site)
{
    return tc_table_action_flags[action] >> (TC_FLAGS + (unsigned)site) & 1;
}

enum tc_status tc_status_of(unsigned action)
{
    return (enum tc_status)(tc_table_action_flags[action] >> TC_STATUS_BITS);
}

bool tc_is_retired_service(unsigned service)
{
    tc_action_walk walk = tc_walk_actions(tc_versions_of(service));
    return tc_next_action(&walk) == TC_UNKNOWN;
}

unsigned tc_find_paging(unsigned action)
{
    unsigned first = 0, end = tc_sizes.paging;
    while (first < end) {
        const unsigned middle = first + (end - first) / 2;
        if (tc_table_paging_action[middle] < action)
            first = middle + 1;
        else
            end = middle;
    }
    const bool found = first < tc_sizes.paging && tc_table_paging_action[first] == action;
    return found ? first : TC_UNKNOWN;
}

tc_paging_plan tc_paging_of(unsigned place)
{
    const size_t plan = tc_table_paging_plan[place];
    return (tc_paging_plan){
        .kind = (enum tc_paging)tc_table_paging_kind[plan],
        .first = tc_table_paging_first[plan],
        .counts = tc_table_paging_counts[plan],
        .texts = tc_table_paging_texts[plan],
        .ends = tc_string(tc_table_field_name[tc_table_paging_ends[plan]]),
    };
}

const char *tc_paging_field_of(unsigned place, enum tc_paging_field field)
{
    const size_t plan = tc_table_paging_plan[place];
    const unsigned name = field == TC_PAGING_FIELD_LIST
                              ? tc_table_paging_list[place]
                              : tc_table_paging_fields[plan * TC_PAGING_FIELD_LIST + (size_t)field];
    return tc_string(tc_table_field_name[name]);
}
