/* The word rules of catalog/classification.lua, applied to a code that the catalog does not hold:
 * new codes come by the hundred every month, and each should still get a verdict. */
#include "catalog/classify.h"

#include "ascii.h"
#include "catalog/catalog.h"
#include "catalog/catalog_tables.h"
#include "names/code.h"

#include <string.h>

const char *const tc_kind_names[] = {TC_KIND_NAMES, NULL};
const char *const tc_retryable_names[] = {TC_RETRYABLE_NAMES, NULL};
const char *const tc_executed_names[] = {TC_EXECUTED_NAMES, NULL};
const char *const tc_source_names[] = {TC_SOURCE_NAMES, NULL};

tc_verdict tc_verdict_at(unsigned verdict)
{
    return (tc_verdict){tc_table_verdict_kind[verdict], tc_table_verdict_retryable[verdict],
                        tc_table_verdict_executed[verdict], tc_table_verdict_source[verdict]};
}

static bool word_covers(unsigned word, unsigned category)
{
    const unsigned first = tc_table_word_first_category[word];
    const unsigned end = tc_table_word_first_category[word + 1];
    for (unsigned i = first; i < end; i++) {
        if (tc_table_word_categories[i] == category)
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

/* Is the word in the detail, which is in lower case, where its anchors want it? */
static bool word_fits(unsigned number, const char *detail, size_t length)
{
    const char *word = tc_string(tc_table_word_text[number]);
    const size_t word_length = strlen(word);
    const unsigned anchors = tc_table_word_anchors[number];
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

/* The number of the first word that decides, or TC_UNKNOWN. */
static unsigned find_word(unsigned category, tc_slice detail)
{
    char lower[TC_NAME_MAX];
    if (detail.length > sizeof lower) /* longer than any code: no word was reviewed for it */
        return TC_UNKNOWN;
    for (size_t i = 0; i < detail.length; i++)
        lower[i] = tc_to_lower(detail.text[i]);
    for (unsigned word = 0; word < tc_sizes.words; word++) {
        if (word_covers(word, category) && word_fits(word, lower, detail.length))
            return word;
    }
    return TC_UNKNOWN;
}

tc_verdict tc_classify(const char *code, size_t length)
{
    const tc_code_parts parts = tc_code_split((tc_slice){code, length});
    const unsigned category = tc_find_category(parts.category.text, parts.category.length);
    if (parts.has_dot) {
        const unsigned word = find_word(category, parts.detail);
        if (word != TC_UNKNOWN)
            return tc_verdict_at(tc_table_word_verdict[word]);
    }
    if (category == TC_UNKNOWN)
        return tc_verdict_at(tc_sizes.default_verdict);
    tc_verdict verdict = tc_verdict_at(tc_table_category_verdict[category]);
    if (parts.has_dot)
        verdict.source = TC_SOURCE_CATEGORY;
    return verdict;
}

tc_verdict tc_usual_verdict(enum tc_kind kind)
{
    return tc_verdict_at(tc_table_kind_verdict[kind]);
}
