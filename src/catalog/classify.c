/* The rules of catalog/classification.lua, applied to a code that the catalog does not hold. */
#include "catalog/classify.h"

#include "ascii.h"
#include "catalog/catalog.h"
#include "catalog/catalog_tables.h"
#include "names/code.h"

#include <string.h>

const char *const tc_retryable_names[] = {"no", "backoff", "throttle", "refresh", NULL};
const char *const tc_executed_names[] = {"no", "maybe", NULL};
const char *const tc_source_names[] = {"exact", "rule", "category", "defined", NULL};

tc_verdict tc_verdict_at(unsigned verdict)
{
    return (tc_verdict){tc_table_verdict_kind[verdict], tc_table_verdict_retryable[verdict],
                        tc_table_verdict_executed[verdict], tc_table_verdict_source[verdict]};
}

static bool rule_covers(unsigned rule, unsigned category)
{
    const unsigned first = tc_table_rule_first_category[rule];
    const unsigned end = tc_table_rule_first_category[rule + 1];
    for (unsigned i = first; i < end; i++) {
        if (tc_table_rule_categories[i] == category)
            return true;
    }
    return first == end;
}

static bool contains(const char *text, size_t length, const char *word, size_t word_length)
{
    const char *end = text + length;
    while ((size_t)(end - text) >= word_length) {
        text = memchr(text, word[0], (size_t)(end - text) - word_length + 1);
        if (text == NULL)
            return false;
        if (memcmp(text, word, word_length) == 0)
            return true;
        text++;
    }
    return false;
}

/* Does the rule's word stand in the detail, which is in lower case? */
static bool rule_fits(unsigned rule, const char *detail, size_t length)
{
    const char *word = tc_string(tc_table_rule_word[rule]);
    const size_t word_length = strlen(word);
    const unsigned anchors = tc_table_rule_anchors[rule];
    if (word_length > length)
        return false;
    if (anchors == (TC_ANCHOR_START | TC_ANCHOR_END))
        return word_length == length && memcmp(detail, word, length) == 0;
    if (anchors == TC_ANCHOR_START)
        return memcmp(detail, word, word_length) == 0;
    if (anchors == TC_ANCHOR_END)
        return memcmp(detail + length - word_length, word, word_length) == 0;
    return word_length == 0 || contains(detail, length, word, word_length);
}

/* The number of the first rule that decides, or TC_UNKNOWN. */
static unsigned find_rule(unsigned category, const char *detail, size_t length)
{
    char lower[TC_NAME_MAX];
    if (length > sizeof lower)
        return TC_UNKNOWN;
    for (size_t i = 0; i < length; i++)
        lower[i] = tc_to_lower(detail[i]);
    for (unsigned rule = 0; rule < tc_sizes.rules; rule++) {
        if (rule_covers(rule, category) && rule_fits(rule, lower, length))
            return rule;
    }
    return TC_UNKNOWN;
}

tc_verdict tc_classify(const char *code, size_t length)
{
    const tc_code_parts parts = tc_code_split((tc_slice){code, length});
    const unsigned category = tc_find_category(parts.category.text, parts.category.length);
    if (parts.has_dot) {
        const unsigned rule = find_rule(category, parts.detail.text, parts.detail.length);
        if (rule != TC_UNKNOWN)
            return tc_verdict_at(tc_table_rule_verdict[rule]);
    }
    if (category == TC_UNKNOWN)
        return tc_verdict_at(tc_sizes.default_verdict);
    tc_verdict verdict = tc_verdict_at(tc_table_category_verdict[category]);
    if (parts.has_dot)
        verdict.source = TC_SOURCE_CATEGORY;
    return verdict;
}

tc_verdict tc_usual_verdict(unsigned kind)
{
    return tc_verdict_at(tc_table_kind_verdict[kind]);
}

unsigned tc_kind_count(void)
{
    return tc_sizes.kinds;
}

const char *tc_name_of_kind(unsigned kind)
{
    return tc_string(tc_table_kind_name[kind]);
}
