/* Splitting a name at its capitals, and understanding each part: a spelling of catalog/lexicon.lua,
 * with a regular ending, behind "un", made of several, or mistyped by one letter. The order of the
 * attempts is that of catalog/words.lua. */
#include "catalog/words.h"

#include "ascii.h"
#include "catalog/catalog_tables.h"
#include "names/word.h"

#include <string.h>

enum {
    NOT_A_WORD = -1,
    SHORT = 4,     /* letters: a shorter word inside a longer one needs all the rest to be known */
    SPLIT_MIN = 5, /* letters of a word that may be several, or mistyped */
    FAR_MIN = 8,   /* letters of a word that may have a wrong letter */
};

/* The form of a spelling, or NOT_A_WORD: a binary search. */
static int form_of(const char *word, size_t length)
{
    unsigned first = 0, end = tc_sizes.spellings;
    while (first < end) {
        const unsigned middle = first + (end - first) / 2;
        const char *spelling = tc_string(tc_table_spelling_text[middle]);
        int order = strncmp(word, spelling, length);
        if (order == 0 && spelling[length] != '\0')
            order = -1;
        if (order == 0)
            return tc_table_spelling_form[middle];
        if (order < 0)
            end = middle;
        else
            first = middle + 1;
    }
    return NOT_A_WORD;
}

typedef struct ending {
    char cut[4], put[2];
} ending;

static const ending endings[] = {{"ies", "y"}, {"es", ""},  {"s", ""},   {"ed", ""},
                                 {"ed", "e"},  {"ing", ""}, {"ing", "e"}};

/* The form of a word whose ending is another one; `room` is as long as any name. */
static int form_by_ending(const char *word, size_t length, const ending *other)
{
    const size_t cut = strlen(other->cut), put = strlen(other->put);
    char stem[TC_NAME_MAX];
    if (length <= cut + 2 || memcmp(word + length - cut, other->cut, cut) != 0)
        return NOT_A_WORD;
    const size_t rest = length - cut;
    memcpy(stem, word, rest);
    memcpy(stem + rest, other->put, put);
    const int form = form_of(stem, rest + put);
    if (form == NOT_A_WORD && put == 0 && rest > 2 && stem[rest - 1] == stem[rest - 2])
        return form_of(stem, rest - 1); /* "stopp" of "stopped" */
    return form;
}

static int known(const char *word, size_t length)
{
    int form = form_of(word, length);
    for (size_t i = 0; form == NOT_A_WORD && i < sizeof endings / sizeof endings[0]; i++)
        form = form_by_ending(word, length, &endings[i]);
    return form;
}

static void add(tc_words *words, int form)
{
    if (form != TC_FORM_FILLER && words->count < TC_WORDS_MAX)
        words->forms[words->count++] = (uint16_t)form;
}

/* The forms of the words that a part is made of, the last first. */
typedef struct pieces {
    size_t count;
    uint16_t forms[TC_NAME_MAX];
} pieces;

/* Cuts the longest known word off the end; gives the length of the rest, or 0. sure, is_long: was a
 * negation found so far, and a word that is long enough to be no accident? */
static size_t cut_last(const char *word, size_t length, pieces *found, bool *sure, bool *is_long)
{
    for (size_t rest = 2; rest + 2 <= length; rest++) {
        const int last = form_of(word + rest, length - rest);
        if (last == NOT_A_WORD)
            continue;
        const bool negation = last == (int)tc_sizes.form_not;
        if (length - rest >= SHORT || (negation && found->count > 0) ||
            known(word, rest) != NOT_A_WORD) {
            found->forms[found->count++] = (uint16_t)last;
            *sure = *sure || negation;
            *is_long = *is_long || length - rest >= SHORT;
            return rest;
        }
    }
    return 0;
}

/* Takes a word apart; false if something remains that is no word, and no negation was found. */
static bool take_apart(const char *word, size_t length, pieces *found)
{
    bool sure = false, is_long = false;
    found->count = 0;
    for (;;) {
        const int form = known(word, length);
        if (form != NOT_A_WORD) {
            found->forms[found->count++] = (uint16_t)form;
            return sure || is_long || length >= SHORT; /* "opend" is no "op" and "end" */
        }
        const size_t rest = cut_last(word, length, found, &sure, &is_long);
        if (rest == 0) {
            found->forms[found->count++] = TC_FORM_UNKNOWN;
            return sure;
        }
        length = rest;
    }
}

/* Is one letter missing, too many or wrong, or are two neighbours exchanged? The first letter is
 * always right. */
static bool one_mistake(const char *word, size_t length, const char *right, size_t right_length)
{
    size_t at = 0;
    while (at < length && at < right_length && word[at] == right[at])
        at++;
    if (at == 0)
        return false;
    const char *rest = word + at, *right_rest = right + at;
    const size_t left = length - at, right_left = right_length - at;
    if (length == right_length + 1)
        return memcmp(rest + 1, right_rest, right_left) == 0;
    if (length + 1 == right_length)
        return memcmp(rest, right_rest + 1, left) == 0;
    if (length != right_length)
        return false;
    if (left >= 2 && rest[0] == right_rest[1] && rest[1] == right_rest[0] &&
        memcmp(rest + 2, right_rest + 2, left - 2) == 0)
        return true;
    return length >= FAR_MIN && left >= 1 && memcmp(rest + 1, right_rest + 1, left - 1) == 0;
}

static int mistyped(const char *word, size_t length)
{
    for (unsigned i = 0; i < tc_sizes.spellings; i++) {
        const char *right = tc_string(tc_table_spelling_text[i]);
        if (right[0] != word[0])
            continue;
        const size_t right_length = strlen(right);
        if (right_length >= SPLIT_MIN && one_mistake(word, length, right, right_length))
            return tc_table_spelling_form[i];
    }
    return NOT_A_WORD;
}

static void add_part(tc_words *words, const char *part, size_t length)
{
    int form = *part == '#' ? TC_FORM_DIGITS : known(part, length);
    if (form != NOT_A_WORD) {
        add(words, form);
        return;
    }
    if (length >= 5 && part[0] == 'u' && part[1] == 'n') {
        form = known(part + 2, length - 2);
        if (form != NOT_A_WORD && form != TC_FORM_FILLER) {
            add(words, (int)tc_sizes.form_not);
            add(words, form);
            return;
        }
    }
    pieces found;
    if (length >= SPLIT_MIN && take_apart(part, length, &found)) {
        while (found.count > 0)
            add(words, found.forms[--found.count]);
        return;
    }
    form = length >= SPLIT_MIN ? mistyped(part, length) : NOT_A_WORD;
    add(words, form == NOT_A_WORD ? TC_FORM_UNKNOWN : form);
}

/* The parts of a name, in lower case and without what stands between them: part i is the letters
 * from first[i] to first[i + 1], or one '#' for digits. */
typedef struct parts {
    size_t count;
    char letters[TC_NAME_MAX];
    uint8_t first[TC_NAME_MAX + 1];
} parts;

static bool is_letter(char byte)
{
    return tc_is_lower(byte) || tc_is_upper(byte);
}

/* Does a part begin at the letter or digit at `at`? Where digits or letters do, and where a word
 * does among letters. */
static bool part_begins(tc_slice name, size_t at)
{
    const char before = at > 0 ? name.text[at - 1] : '\0';
    if (tc_is_digit(name.text[at]))
        return !tc_is_digit(before);
    return !is_letter(before) || tc_capital_begins_word(name, at);
}

static void split(tc_slice name, parts *out)
{
    size_t length = 0;
    out->count = 0;
    for (size_t at = 0; at < name.length; at++) {
        const char byte = name.text[at];
        if (!is_letter(byte) && !tc_is_digit(byte))
            continue;
        const bool begins = part_begins(name, at);
        if (begins)
            out->first[out->count++] = (uint8_t)length;
        if (is_letter(byte))
            out->letters[length++] = tc_to_lower(byte);
        else if (begins)
            out->letters[length++] = '#';
    }
    out->first[out->count] = (uint8_t)length;
}

/* Are this part and the next one word in two parts, "TimeOut", or does this one only begin the
 * next, "Un"? */
static bool belongs_to_next(const parts *all, size_t i)
{
    if (i + 1 >= all->count)
        return false;
    const char *part = all->letters + all->first[i];
    const size_t own = (size_t)(all->first[i + 1] - all->first[i]);
    const size_t both = (size_t)(all->first[i + 2] - all->first[i]);
    if (part[own] == '#')
        return false;
    return (own == 2 && part[0] == 'u' && part[1] == 'n') ||
           (both >= SPLIT_MIN && form_of(part, both) != NOT_A_WORD);
}

static bool part_is(const parts *all, size_t i, const char *word)
{
    const size_t length = (size_t)(all->first[i + 1] - all->first[i]);
    return length == strlen(word) && memcmp(all->letters + all->first[i], word, length) == 0;
}

/* "IsTraining" says that something is under way, whatever it is. */
static bool is_ongoing(const char *part, size_t length)
{
    return length > 5 && memcmp(part + length - 3, "ing", 3) == 0 &&
           known(part, length) == NOT_A_WORD;
}

tc_words tc_words_of(tc_slice name)
{
    tc_words words = {0, {0}};
    parts all;
    if (name.length > TC_NAME_MAX)
        return words;
    split(name, &all);
    bool after_is = false;
    for (size_t i = 0; i < all.count && words.count < TC_WORDS_MAX; i++) {
        const char *part = all.letters + all.first[i];
        const bool is = part_is(&all, i, "is") || part_is(&all, i, "are");
        const bool two = belongs_to_next(&all, i);
        if (two)
            i++;
        const size_t length = (size_t)(all.letters + all.first[i + 1] - part);
        if (after_is && is_ongoing(part, length))
            add(&words, (int)tc_sizes.form_ongoing);
        else
            add_part(&words, part, length);
        after_is = is && !two;
    }
    return words;
}
