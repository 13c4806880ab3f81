/* Splitting a name into words, finding them in the glossary, and leaving out what says nothing.
 * spec/support/wording_reference.lua does the same. */
#include "catalog/wording.h"

#include "ascii.h"
#include "catalog/catalog_tables.h"
#include "names/word.h"

#include <string.h>

/* Words */

bool tc_is_separator(char byte)
{
    return !tc_is_upper(byte) && !tc_is_lower(byte) && !tc_is_digit(byte);
}

/* "InstanceNotFound" --> "instance not found", "VPCId" --> "VPC id". Returns the length.
 * places: of each byte in the name. */
static unsigned split_words(tc_slice name, char *out, uint8_t *places)
{
    unsigned length = 0;
    bool space = false;
    for (size_t at = 0; at < name.length; at++) {
        const char byte = name.text[at];
        if (tc_is_separator(byte)) {
            space = true;
            continue;
        }
        if (length > 0 && (space || tc_capital_begins_word(name, at)))
            out[length++] = ' ';
        space = false;
        const bool before_lower = at + 1 < name.length && tc_is_lower(name.text[at + 1]);
        places[length] = (uint8_t)at;
        out[length++] = before_lower ? tc_to_lower(byte) : byte;
    }
    return length;
}

/* The glossary */

/* Where the spelling of the term stands: before (< 0) or behind (> 0) those that begin with the
 * words, or among them (0). */
static int compare_term(unsigned term, const char *words, size_t length)
{
    const char *spelling = tc_string(tc_table_term_spelling[term]);
    const int order = strncmp(spelling, words, length);
    if (order != 0)
        return order;
    return spelling[length] == '\0' || spelling[length] == ' ' ? 0 : 1;
}

/* The first term of the range that does not stand before `order`. */
static unsigned search(tc_id_range range, const char *words, size_t length, int order)
{
    while (range.first < range.end) {
        const unsigned middle = range.first + (range.end - range.first) / 2;
        if (compare_term(middle, words, length) < order)
            range.first = middle + 1;
        else
            range.end = middle;
    }
    return range.first;
}

/* Those of the terms that begin with the words. The first of them is the words alone, if it is
 * there. */
static tc_id_range narrow(tc_id_range terms, const char *words, size_t length)
{
    terms.first = search(terms, words, length, 0);
    terms.end = search(terms, words, length, 1);
    return terms;
}

static unsigned end_of_word(const char *words, unsigned at, unsigned length)
{
    const char *blank = memchr(words + at, ' ', length - at);
    return blank == NULL ? length : (unsigned)(blank - words);
}

/* Finds the longest phrase of the glossary at `at`, else the word alone. Returns its end.
 * lower: the words in lower case. */
static unsigned find_unit(const char *lower, unsigned at, unsigned length, tc_unit *unit)
{
    unsigned end = end_of_word(lower, at, length), last = end;
    tc_id_range terms = {0, tc_sizes.terms};
    *unit = (tc_unit){TC_UNKNOWN, (uint8_t)at, (uint8_t)(end - at), 0, 0};
    for (;;) {
        terms = narrow(terms, lower + at, end - at);
        if (terms.first == terms.end)
            return last;
        if (tc_string(tc_table_term_spelling[terms.first])[end - at] == '\0') {
            unit->meaning = tc_table_term_meaning[terms.first];
            last = end;
        }
        if (end == length)
            return last;
        end = end_of_word(lower, end + 1, length);
    }
}

unsigned tc_role_of(const tc_unit *unit)
{
    return unit->meaning == TC_UNKNOWN ? TC_ROLE_NONE : tc_table_meaning_role[unit->meaning];
}

static bool has_kind(const uint16_t *bits, const tc_unit *unit, enum tc_kind kind)
{
    return unit->meaning != TC_UNKNOWN && (bits[unit->meaning] >> kind & 1) != 0;
}

/* Does it say what the sentence of the kind says? */
static bool repeats(const tc_unit *unit, enum tc_kind kind)
{
    return has_kind(tc_table_meaning_repeats, unit, kind);
}

/* Does it say no more than that? */
static bool says_nothing(const tc_unit *unit, enum tc_kind kind)
{
    return tc_role_of(unit) == TC_ROLE_ERROR || repeats(unit, kind) ||
           has_kind(tc_table_meaning_says, unit, kind);
}

/* What says nothing */

bool tc_is_statement(const tc_unit *unit)
{
    switch (tc_role_of(unit)) {
    case TC_ROLE_STATES:
    case TC_ROLE_VAGUE:
    case TC_ROLE_FRONT:
    case TC_ROLE_MIDDLE:
    case TC_ROLE_HINDERS:
    case TC_ROLE_ASKS: return true;
    default: return false;
    }
}

bool tc_is_plain_unit(const tc_unit *unit)
{
    switch (tc_role_of(unit)) {
    case TC_ROLE_NONE:
    case TC_ROLE_OF:
    case TC_ROLE_DEED:
    case TC_ROLE_THING: return true;
    default: return false;
    }
}

/* Is the error at the end said before, as in "NoBankCardError"? */
static bool is_repeated_error(const tc_wording *wording)
{
    const unsigned last = wording->end - 1;
    if (tc_role_of(&wording->units[last]) != TC_ROLE_ERROR || last == wording->first)
        return false;
    bool said = tc_role_of(&wording->units[last - 1]) == TC_ROLE_ERROR ||
                tc_role_of(&wording->units[wording->first]) == TC_ROLE_SMALL;
    for (unsigned i = wording->first; i < last; i++)
        said = said || tc_is_statement(&wording->units[i]);
    return said;
}

/* Is something said behind the first unit that is more than what that says? */
static bool is_said_better(const tc_wording *wording)
{
    if (tc_role_of(&wording->units[wording->first]) != TC_ROLE_VAGUE)
        return false;
    for (unsigned i = wording->first + 1; i < wording->end; i++) {
        if (tc_is_statement(&wording->units[i]) && tc_role_of(&wording->units[i]) != TC_ROLE_VAGUE)
            return true;
    }
    return false;
}

static unsigned count(const tc_wording *wording)
{
    return wording->end - wording->first;
}

static const tc_unit *last_of(const tc_wording *wording)
{
    return &wording->units[wording->end - 1];
}

static const tc_unit *first_of(const tc_wording *wording)
{
    return &wording->units[wording->first];
}

static void trim(tc_wording *wording, enum tc_kind kind)
{
    while (count(wording) > 1 && tc_role_of(first_of(wording)) == TC_ROLE_ERROR)
        wording->first++;
    while (count(wording) > 1 && is_repeated_error(wording))
        wording->end--;
    if (count(wording) > 1 && is_said_better(wording))
        wording->first++;
    while (count(wording) > 1 && repeats(first_of(wording), kind))
        wording->first++;
    while (count(wording) > 1 && repeats(last_of(wording), kind))
        wording->end--;
    if (count(wording) == 1 && says_nothing(first_of(wording), kind))
        wording->end--;
}

/* What else becomes of the units */

static bool says_wrong(const tc_unit *unit)
{
    return tc_role_of(unit) == TC_ROLE_VAGUE || tc_role_of(unit) == TC_ROLE_ERROR;
}

/* Keeps the units that may be a parameter's name: those without what says only that it is wrong.
 * Returns false, and keeps all, if more is said. */
static bool keep_name(tc_wording *wording)
{
    tc_wording kept = {.first = wording->first, .end = wording->end};
    while (kept.first < kept.end && says_wrong(&wording->units[kept.first]))
        kept.first++;
    while (kept.first < kept.end && says_wrong(&wording->units[kept.end - 1]))
        kept.end--;
    if (kept.first == kept.end)
        return false;
    if (kept.end < wording->end && tc_role_of(&wording->units[kept.first]) == TC_ROLE_DEED &&
        tc_role_of(&wording->units[kept.end]) == TC_ROLE_ERROR)
        return false; /* "CheckFileError" */
    for (unsigned i = kept.first; i < kept.end; i++) {
        if (!tc_is_plain_unit(&wording->units[i]))
            return false;
    }
    wording->first = kept.first;
    wording->end = kept.end;
    return true;
}

static bool is_any_statement(const tc_wording *wording, unsigned first)
{
    for (unsigned i = first; i < wording->end; i++) {
        if (tc_is_statement(&wording->units[i]))
            return true;
    }
    return false;
}

/* "TagInvalidKey", "RulesTooMany", "PathExistsName": what is said of things goes before them. */
static void bring_to_front(tc_wording *wording)
{
    unsigned at = wording->first;
    while (at < wording->end && tc_is_plain_unit(&wording->units[at]))
        at++;
    if (at == wording->end || is_any_statement(wording, at + 1))
        return;
    const tc_unit unit = wording->units[at];
    const bool more = at + 1 < wording->end && tc_is_plain_unit(&wording->units[at + 1]);
    if (tc_role_of(&unit) != TC_ROLE_VAGUE && tc_role_of(&unit) != TC_ROLE_FRONT &&
        !(tc_role_of(&unit) == TC_ROLE_MIDDLE && more))
        return;
    memmove(&wording->units[wording->first + 1], &wording->units[wording->first],
            (at - wording->first) * sizeof unit);
    wording->units[wording->first] = unit;
}

static void find_units(tc_wording *wording)
{
    char lower[sizeof wording->words];
    uint8_t places[sizeof wording->words];
    const unsigned length = split_words(wording->name, wording->words, places);
    for (unsigned i = 0; i < length; i++)
        lower[i] = tc_to_lower(wording->words[i]);
    wording->first = wording->end = 0;
    for (unsigned at = 0; at < length; at++) {
        tc_unit *unit = &wording->units[wording->end++];
        const unsigned end = find_unit(lower, at, length, unit);
        unit->from = places[at];
        unit->to = (uint8_t)(places[end - 1] + 1);
        at = end;
    }
}

bool tc_read_words(tc_slice name, enum tc_kind kind, bool names_parameter, tc_wording *wording)
{
    if (name.length > TC_NAME_MAX)
        name.length = TC_NAME_MAX;
    wording->name = name;
    wording->kind = kind;
    find_units(wording);
    trim(wording, kind);
    wording->is_name = names_parameter && keep_name(wording);
    if (!wording->is_name)
        bring_to_front(wording);
    return count(wording) > 0;
}

bool tc_is_plain(const tc_wording *wording)
{
    for (unsigned i = wording->first; i < wording->end; i++) {
        if (!tc_is_plain_unit(&wording->units[i]))
            return false;
    }
    return true;
}
