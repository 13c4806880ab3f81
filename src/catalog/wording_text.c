/* Putting the words of a name into the order of a language. spec/support/wording_reference.lua does
 * the same. */
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

/* Writes units as they are in the name, from its byte `from` on. A server may send any byte in
 * place of a dot. */
static void write_name(tc_word_writer *words, size_t from, size_t to)
{
    const char *text = words->wording->name.text;
    if (needs_blank(words, (tc_slice){text + from, to - from}))
        tc_write_bytes(words->writer, " ", 1);
    for (size_t at = from; at < to; at++) {
        if (!tc_is_separator(text[at]) || text[at] == '.' || text[at] == '_')
            tc_write_bytes(words->writer, text + at, 1);
    }
    words->role = TC_ROLE_NONE;
}

/* Writes units as they are in the name; what stood between them, and is elsewhere now, leaves a
 * blank. Returns `end`. */
static unsigned write_units_of_name(tc_word_writer *words, unsigned first, unsigned end)
{
    const tc_unit *units = words->wording->units;
    unsigned from = first;
    for (unsigned i = first; i < end; i++) {
        if (i + 1 == end || units[i + 1].from - units[i].to > 1) {
            write_name(words, units[from].from, units[i].to);
            from = i + 1;
        }
    }
    return end;
}

/* Does the glossary lack the word? Digits need no Chinese, nor an abbreviation in capitals. */
static bool is_untranslated(const tc_wording *wording, const tc_unit *unit)
{
    if (unit->meaning != TC_UNKNOWN)
        return false;
    for (unsigned i = 0; i < unit->length; i++) {
        if (tc_is_lower(wording->words[unit->at + i]))
            return true;
    }
    return false;
}

/* The end of the units from `first` on that Chinese writes as they are in the name, for one of them
 * has no Chinese; `first` if there are none. */
static unsigned end_of_named(const tc_word_writer *words, unsigned first, unsigned end)
{
    const tc_wording *wording = words->wording;
    const bool is_deed = tc_role_of(&wording->units[first]) == TC_ROLE_DEED;
    if (words->language != TC_CHINESE || (first == wording->first && is_deed))
        return first;
    bool found = false;
    unsigned at = first;
    for (; at < end && tc_is_plain_unit(&wording->units[at]); at++)
        found = found || is_untranslated(wording, &wording->units[at]);
    return found ? at : first;
}

/* The end of the units from `first` on that no statement is made of. */
static unsigned run_end(const tc_word_writer *words, unsigned first, unsigned end)
{
    while (
        first < end && !tc_is_statement(&words->wording->units[first]) &&
        (gap_in(text_of(words, first)) == NULL || tc_is_plain_unit(&words->wording->units[first])))
        first++;
    return first;
}

static void write_range(tc_word_writer *words, unsigned first, unsigned end);

/* Writes a unit whose text has a gap for those after it. Returns the unit after those. */
static unsigned write_around(tc_word_writer *words, unsigned at, unsigned end)
{
    const tc_slice text = text_of(words, at);
    const unsigned role = tc_role_of(&words->wording->units[at]),
                   stop = run_end(words, at + 1, end);
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
    /* "DuplicateNameTooLong": the statement is another one, and this tells which name it is of. */
    if (before.length == 0 && stop < end && tc_is_statement(&words->wording->units[at])) {
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
           tc_role_of(&words->wording->units[at + 1]) == TC_ROLE_OF;
}

static unsigned role_at(const tc_word_writer *words, unsigned at)
{
    return tc_role_of(&words->wording->units[at]);
}

static bool ends_with(const char *text, size_t length, const char *ending)
{
    const size_t end = strlen(ending);
    return length >= end && memcmp(text + length - end, ending, end) == 0;
}

/* Does the unit before a deed ask for its bare form: "not allowed to create", "cannot create"? */
static bool takes_infinitive(const tc_word_writer *words, unsigned at)
{
    const unsigned role = role_at(words, at);
    const tc_slice text = text_of(words, at);
    size_t length = 0;
    while (length < text.length && text.text[length] != '~' && text.text[length] != '|')
        length++;
    return role == TC_ROLE_DENIES || role == TC_ROLE_SMALL ||
           ends_with(text.text, length, " to ") || ends_with(text.text, length, " to");
}

static const char *bar_in(tc_slice text)
{
    return text.length == 0 ? NULL : memchr(text.text, '|', text.length);
}

/* The text before the n-th bar, counted from 0; the last one where there are fewer. */
static tc_slice form_in(tc_slice text, unsigned form)
{
    const char *end = text.text + text.length, *bar = bar_in(text);
    for (; form > 0 && bar != NULL; form--) {
        text = (tc_slice){bar + 1, (size_t)(end - bar - 1)};
        bar = bar_in(text);
    }
    return bar == NULL ? text : (tc_slice){text.text, (size_t)(bar - text.text)};
}

/* Is the deed written as its noun is? */
static bool is_noun(tc_slice forms)
{
    const tc_slice deed = form_in(forms, 0), noun = form_in(forms, 2);
    return deed.length == noun.length && memcmp(deed.text, noun.text, noun.length) == 0;
}

/* Do codes of the kind say what was not done? Others name things: a limit for writing. */
static bool is_of_deeds(enum tc_kind kind)
{
    return kind == TC_KIND_FAILED || kind == TC_KIND_INTERNAL || kind == TC_KIND_UNSUPPORTED ||
           kind == TC_KIND_PERMISSION;
}

/* The form of a deed, 0 to 2: "cannot create" it, "creating" it failed, its "creation" failed. One
 * that is written as its noun is, too, is a deed for sure only where it failed. */
static unsigned form_of(const tc_word_writer *words, unsigned at, unsigned end)
{
    const tc_wording *wording = words->wording;
    const tc_unit *last = &wording->units[wording->end - 1];
    if (at > wording->first && takes_infinitive(words, at - 1))
        return 0;
    if (at + 1 >= end || !tc_is_plain_unit(&wording->units[at + 1]))
        return 2;
    if (at > wording->first && role_at(words, at - 1) != TC_ROLE_HINDERS)
        return 0;
    if (tc_is_plain_unit(last))
        return is_of_deeds(wording->kind) && !is_noun(text_of(words, at));
    return tc_role_of(last) == TC_ROLE_ERROR || tc_role_of(last) == TC_ROLE_HINDERS;
}

/* Is it a deed that has forms in English? Chinese has none, but says of every deed how it went. */
static bool begins_with_deed(const tc_word_writer *words)
{
    const unsigned first = words->wording->first;
    return role_at(words, first) == TC_ROLE_DEED &&
           (words->language == TC_CHINESE || bar_in(text_of(words, first)) != NULL);
}

/* Which of several texts of a unit is meant. */
static unsigned choose_form(const tc_word_writer *words, unsigned at, unsigned end)
{
    switch (role_at(words, at)) {
    case TC_ROLE_DEED: return form_of(words, at, end);
    case TC_ROLE_ASKS: return words->wording->kind == TC_KIND_PARAMETER;
    case TC_ROLE_DENIES: return at + 1 < end && role_at(words, at + 1) == TC_ROLE_THING;
    default: return begins_with_deed(words);
    }
}

static tc_slice choose_text(const tc_word_writer *words, unsigned at, unsigned end)
{
    const tc_slice text = text_of(words, at);
    return bar_in(text) == NULL ? text : form_in(text, choose_form(words, at, end));
}

/* Returns the unit after those that were written. */
static unsigned write_unit(tc_word_writer *words, unsigned at, unsigned end)
{
    const unsigned named = end_of_named(words, at, end);
    if (named > at)
        return write_units_of_name(words, at, named);
    if (gap_in(text_of(words, at)) != NULL)
        return write_around(words, at, end);
    const tc_slice text = choose_text(words, at, end);
    unsigned stop = at + 1;
    if (is_turned(words, at, end)) {
        stop = run_end(words, at + 2, end);
        write_piece(words, text_of(words, at + 1), TC_ROLE_OF);
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
    if (wording->is_name)
        write_name(&words, wording->units[wording->first].from,
                   wording->units[wording->end - 1].to);
    else
        write_range(&words, wording->first, wording->end);
}
