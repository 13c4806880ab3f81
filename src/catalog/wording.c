/* Splitting a name into words, finding them in the glossary, and putting them into the order of a
 * language. spec/support/wording_reference.lua does the same. */
#include "catalog/wording.h"

#include "ascii.h"
#include "catalog/catalog_tables.h"

#include <string.h>

void tc_write_bytes(tc_writer *writer, const char *bytes, size_t length)
{
    if (length > TC_DESCRIPTION_MAX - writer->length)
        return;
    memcpy(writer->out + writer->length, bytes, length);
    writer->length += length;
}

void tc_write_text(tc_writer *writer, const char *text)
{
    tc_write_bytes(writer, text, strlen(text));
}

/* Words */

/* A code has dots and _ between its words. What a server sends in its place may have any byte: none
 * of those gets into a text of ours. */
static bool is_separator(char byte)
{
    return !tc_is_upper(byte) && !tc_is_lower(byte) && !tc_is_digit(byte);
}

/* Does a word begin at the capital at `at`? After a lower-case letter or a digit, and as the last
 * of several capitals before a lower-case letter: "CLSLogset" is two words. */
static bool word_begins(tc_slice name, size_t at)
{
    if (!tc_is_upper(name.text[at]))
        return false;
    return !tc_is_upper(name.text[at - 1]) ||
           (at + 1 < name.length && tc_is_lower(name.text[at + 1]));
}

/* "InstanceNotFound" --> "instance not found", "VPCId" --> "VPC id". Returns the length. */
static unsigned split_words(tc_slice name, char *out)
{
    unsigned length = 0;
    bool space = false;
    for (size_t at = 0; at < name.length; at++) {
        const char byte = name.text[at];
        if (is_separator(byte)) {
            space = true;
            continue;
        }
        if (length > 0 && (space || word_begins(name, at)))
            out[length++] = ' ';
        space = false;
        const bool before_lower = at + 1 < name.length && tc_is_lower(name.text[at + 1]);
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
    *unit = (tc_unit){TC_UNKNOWN, (uint8_t)at, (uint8_t)(end - at)};
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

static unsigned role_of(const tc_unit *unit)
{
    return unit->meaning == TC_UNKNOWN ? TC_ROLE_NONE : tc_table_meaning_role[unit->meaning];
}

static bool has_kind(const uint32_t *bits, const tc_unit *unit, enum tc_kind kind)
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
    return role_of(unit) == TC_ROLE_ERROR || repeats(unit, kind) ||
           has_kind(tc_table_meaning_says, unit, kind);
}

/* What says nothing */

/* Does a unit before the last one say what is wrong? */
static bool states_before_last(const tc_wording *wording)
{
    for (unsigned i = wording->first; i + 1 < wording->end; i++) {
        if (role_of(&wording->units[i]) == TC_ROLE_STATES)
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
    while (count(wording) > 1 && role_of(first_of(wording)) == TC_ROLE_ERROR)
        wording->first++;
    while (count(wording) > 1 && role_of(last_of(wording)) == TC_ROLE_ERROR &&
           states_before_last(wording))
        wording->end--;
    if (count(wording) > 1 && repeats(last_of(wording), kind))
        wording->end--;
    else if (count(wording) > 1 && repeats(first_of(wording), kind))
        wording->first++;
    if (count(wording) == 1 && says_nothing(first_of(wording), kind))
        wording->end--;
}

bool tc_read_words(tc_slice name, enum tc_kind kind, tc_wording *wording)
{
    char lower[sizeof wording->words];
    if (name.length > TC_NAME_MAX)
        name.length = TC_NAME_MAX;
    const unsigned length = split_words(name, wording->words);
    for (unsigned i = 0; i < length; i++)
        lower[i] = tc_to_lower(wording->words[i]);
    wording->first = wording->end = 0;
    for (unsigned at = 0; at < length; at++)
        at = find_unit(lower, at, length, &wording->units[wording->end++]);
    trim(wording, kind);
    return count(wording) > 0;
}

/* Writing */

typedef struct tc_word_writer {
    tc_writer *writer;
    const tc_wording *wording;
    enum tc_language language;
    size_t start;  /* where the words begin in the text */
    unsigned role; /* of what was written last */
} tc_word_writer;

static tc_slice text_of(const tc_word_writer *writer, unsigned at)
{
    const tc_unit *unit = &writer->wording->units[at];
    if (unit->meaning == TC_UNKNOWN)
        return (tc_slice){writer->wording->words + unit->at, unit->length};
    const uint32_t *texts =
        writer->language == TC_ENGLISH ? tc_table_meaning_english : tc_table_meaning_chinese;
    const char *text = tc_string(texts[unit->meaning]);
    return (tc_slice){text, strlen(text)};
}

static const char *gap_in(tc_slice text)
{
    return text.length == 0 ? NULL : memchr(text.text, '~', text.length);
}

static bool is_ascii(char byte)
{
    return (unsigned char)byte < 128;
}

/* Does a blank part the text from what is written? In Chinese only beside Latin letters. */
static bool needs_blank(const tc_word_writer *words, tc_slice text)
{
    const tc_writer *writer = words->writer;
    if (writer->length == words->start)
        return false;
    return words->language == TC_ENGLISH || is_ascii(writer->out[writer->length - 1]) ||
           is_ascii(text.text[0]);
}

static const char DONE[] = "\xe5\xb7\xb2"; /* 已: after "not" it is left out */

static tc_slice without_blanks(tc_slice text)
{
    while (text.length > 0 && text.text[0] == ' ') {
        text.text++;
        text.length--;
    }
    while (text.length > 0 && text.text[text.length - 1] == ' ')
        text.length--;
    return text;
}

static void write_piece(tc_word_writer *words, tc_slice text, unsigned role)
{
    const size_t done = sizeof DONE - 1;
    text = without_blanks(text);
    if (words->language == TC_CHINESE && words->role == TC_ROLE_DENIES && text.length >= done &&
        memcmp(text.text, DONE, done) == 0) {
        text.text += done;
        text.length -= done;
    }
    if (text.length == 0)
        return;
    if (needs_blank(words, text))
        tc_write_bytes(words->writer, " ", 1);
    tc_write_bytes(words->writer, text.text, text.length);
    words->role = role;
}

/* The end of the units from `first` on that no statement is made of. */
static unsigned run_end(const tc_word_writer *words, unsigned first, unsigned end)
{
    while (first < end && role_of(&words->wording->units[first]) != TC_ROLE_STATES &&
           gap_in(text_of(words, first)) == NULL)
        first++;
    return first;
}

static void write_range(tc_word_writer *words, unsigned first, unsigned end);

/* Writes a unit whose text has a gap for those after it. Returns the unit after those. */
static unsigned write_around(tc_word_writer *words, unsigned at, unsigned end)
{
    const tc_slice text = text_of(words, at);
    const unsigned role = role_of(&words->wording->units[at]), stop = run_end(words, at + 1, end);
    const char *gap = gap_in(text), *text_end = text.text + text.length;
    const char *bar = memchr(gap, '|', (size_t)(text_end - gap));
    const char *behind_end = bar == NULL ? text_end : bar;
    tc_slice before = {text.text, (size_t)(gap - text.text)};
    tc_slice behind = {gap + 1, (size_t)(behind_end - gap - 1)};
    if (stop == at + 1) {
        TC_ASSERT(bar != NULL);
        write_piece(words, (tc_slice){bar + 1, (size_t)(text_end - bar - 1)}, role);
        return stop;
    }
    /* "InvalidTopicNotExist": the statement is another one, and this tells which topic it is of. */
    if (before.length == 0 && stop < end) {
        before = behind;
        behind.length = 0;
    }
    write_piece(words, before, role);
    write_range(words, at + 1, stop);
    write_piece(words, behind, role);
    return stop;
}

/* Does Chinese name what is behind "of" first, "NumOfInstances"? */
static bool is_turned(const tc_word_writer *words, unsigned at, unsigned end)
{
    return words->language == TC_CHINESE && at + 2 < end &&
           role_of(&words->wording->units[at + 1]) == TC_ROLE_OF;
}

static unsigned role_at(const tc_word_writer *words, unsigned at)
{
    return role_of(&words->wording->units[at]);
}

/* Is the second text of a unit meant, by its role? */
static bool is_second(const tc_word_writer *words, unsigned at, unsigned end)
{
    if (role_at(words, at) == TC_ROLE_DENIES)
        return at + 1 < end && role_at(words, at + 1) == TC_ROLE_THING;
    return role_at(words, words->wording->first) == TC_ROLE_DEED;
}

static tc_slice choose_text(const tc_word_writer *words, unsigned at, unsigned end)
{
    const tc_slice text = text_of(words, at);
    const char *bar = text.length == 0 ? NULL : memchr(text.text, '|', text.length);
    if (bar == NULL)
        return text;
    const size_t length = (size_t)(bar - text.text);
    return is_second(words, at, end) ? (tc_slice){bar + 1, text.length - length - 1}
                                     : (tc_slice){text.text, length};
}

/* Returns the unit after those that were written. */
static unsigned write_unit(tc_word_writer *words, unsigned at, unsigned end)
{
    if (gap_in(text_of(words, at)) != NULL)
        return write_around(words, at, end);
    const tc_slice text = choose_text(words, at, end);
    unsigned stop = at + 1;
    if (is_turned(words, at, end)) {
        stop = run_end(words, at + 2, end);
        write_range(words, at + 2, stop);
    }
    write_piece(words, text, role_at(words, at));
    return stop;
}

static void write_range(tc_word_writer *words, unsigned first, unsigned end)
{
    while (first < end)
        first = write_unit(words, first, end);
}

void tc_write_words(tc_writer *writer, const tc_wording *wording, enum tc_language language)
{
    tc_word_writer words = {writer, wording, language, writer->length, TC_ROLE_NONE};
    write_range(&words, wording->first, wording->end);
}
