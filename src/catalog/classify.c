/* The word rules of catalog/classification.lua, applied to a code that the catalog does not hold:
 * new codes come by the hundred every month, and each should still get a verdict. */
#include "catalog/classify.h"

#include "catalog/catalog.h"
#include "catalog/catalog_tables.h"
#include "catalog/words.h"
#include "names/code.h"

const char *const tc_kind_names[] = {TC_KIND_NAMES, NULL};
const char *const tc_retryable_names[] = {TC_RETRYABLE_NAMES, NULL};
const char *const tc_executed_names[] = {TC_EXECUTED_NAMES, NULL};
const char *const tc_source_names[] = {TC_SOURCE_NAMES, NULL};

tc_verdict tc_verdict_at(unsigned verdict)
{
    return (tc_verdict){tc_table_verdict_kind[verdict], tc_table_verdict_retryable[verdict],
                        tc_table_verdict_executed[verdict], tc_table_verdict_source[verdict]};
}

/* The class of a category, as a bit; the first one is that of all that have none of their own. */
static unsigned class_bit(unsigned category)
{
    return 1U << (category == TC_UNKNOWN ? 0 : tc_table_category_class[category]);
}

static bool is_gap(unsigned element)
{
    return (tc_table_phrase_elements[element] & TC_PHRASE_GAP) != 0;
}

static bool element_fits(unsigned element, uint16_t form)
{
    const unsigned wanted = tc_table_phrase_elements[element] & (TC_PHRASE_GAP - 1U);
    return wanted == TC_FORM_UNKNOWN || wanted == form;
}

/* "LicenseHasExpired" is to be understood as "license expire": a "have" that is not asked for is no
 * word between two others. */
static size_t skip_have(unsigned element, const tc_words *words, size_t at)
{
    if (at < words->count && words->forms[at] == tc_sizes.form_have &&
        tc_table_phrase_elements[element] % TC_PHRASE_GAP != tc_sizes.form_have)
        return at + 1;
    return at;
}

/* Does the run of elements up to the next gap stand at `*at`? Moves it behind the run and gives the
 * element after it, or `element`. */
static unsigned run_fits(unsigned element, unsigned end, const tc_words *words, size_t *at)
{
    unsigned next = element;
    size_t word = *at;
    do {
        word = skip_have(next, words, word);
        if (word >= words->count || !element_fits(next, words->forms[word]))
            return element;
        next++;
        word++;
    } while (next < end && !is_gap(next));
    *at = word;
    return next;
}

/* Does a phrase fit the words? Each of its runs is taken where it first stands; the last one of a
 * phrase that is tied to the end only there. */
static bool phrase_fits(unsigned phrase, const tc_words *words)
{
    unsigned element = tc_table_phrase_first[phrase];
    const unsigned begin = element, end = tc_table_phrase_first[phrase + 1];
    const unsigned anchors = tc_table_phrase_anchors[phrase];
    size_t at = 0;
    while (element < end) {
        unsigned next = element;
        const bool tied = element == begin && (anchors & TC_ANCHOR_START) != 0;
        for (size_t try = at; try < words->count && next == element && !(tied && try > 0); try++) {
            size_t after = try;
            next = run_fits(element, end, words, &after);
            if (next == end && (anchors & TC_ANCHOR_END) != 0 && after < words->count)
                next = element;
            if (next != element)
                at = after;
        }
        if (next == element)
            return false;
        element = next;
    }
    return true;
}

/* Which words a detail has, a bit for each of 64 groups of forms: most phrases begin with a word
 * of a group that it has none of, and are not looked at any closer. */
static uint64_t groups_of(const tc_words *words)
{
    uint64_t groups = 1ULL << TC_FORM_UNKNOWN; /* fits any word */
    for (size_t i = 0; i < words->count; i++)
        groups |= 1ULL << (words->forms[i] % 64);
    return groups;
}

static bool may_begin(unsigned phrase, uint64_t groups)
{
    const unsigned first = tc_table_phrase_first[phrase];
    return first == tc_table_phrase_first[phrase + 1] ||
           (groups >> (tc_table_phrase_elements[first] % 64) & 1) != 0;
}

/* The number of the first phrase that decides, or TC_UNKNOWN. */
static unsigned find_phrase(unsigned category, tc_slice detail)
{
    if (detail.length > TC_NAME_MAX) /* longer than any code: no rule was made for it */
        return TC_UNKNOWN;
    const unsigned class = class_bit(category);
    const tc_words words = tc_words_of(detail);
    const uint64_t groups = groups_of(&words);
    for (unsigned phrase = 0; phrase < tc_sizes.phrases; phrase++) {
        if ((tc_table_phrase_classes[phrase] & class) != 0 && may_begin(phrase, groups) &&
            phrase_fits(phrase, &words))
            return phrase;
    }
    return TC_UNKNOWN;
}

tc_verdict tc_classify(const char *code, size_t length)
{
    const tc_slice trimmed = tc_code_trim((tc_slice){code, length});
    const tc_code_parts parts = tc_code_split(trimmed);
    const unsigned category = tc_find_category(parts.category.text, parts.category.length);
    unsigned phrase = parts.has_dot ? find_phrase(category, parts.detail) : TC_UNKNOWN;
    if (phrase == TC_UNKNOWN && category == TC_UNKNOWN &&
        tc_code_is_well_formed(trimmed.text, trimmed.length))
        phrase = find_phrase(category, parts.category);
    if (phrase != TC_UNKNOWN)
        return tc_verdict_at(tc_table_phrase_verdict[phrase]);
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
