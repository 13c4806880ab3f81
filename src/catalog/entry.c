/* Puts together what the tables hold of a code. */
#include "catalog/entry.h"

#include "catalog/catalog_tables.h"

#include <string.h>

enum { TEXTS_IN_ROW = 4, TEXTS_OF_LANGUAGE = 2, DESCRIPTION = 0, ADVICE = 1 };

/* The position of the note on a code, or TC_UNKNOWN. */
static unsigned find_note(unsigned service, unsigned code)
{
    const uint32_t key = (uint32_t)service << 16 | code;
    unsigned first = 0, end = tc_sizes.notes;
    while (first < end) {
        const unsigned middle = first + (end - first) / 2;
        if (tc_table_note_key[middle] == key)
            return middle;
        if (tc_table_note_key[middle] < key)
            first = middle + 1;
        else
            end = middle;
    }
    return TC_UNKNOWN;
}

static tc_entry noted_entry(unsigned code, unsigned service, unsigned note)
{
    return (tc_entry){(uint16_t)code, (uint16_t)service, tc_table_note_text[note],
                      tc_verdict_at(tc_table_note_verdict[note])};
}

tc_entry tc_entry_of(const char *code, size_t length, unsigned service)
{
    const unsigned known = tc_find_code(code, length);
    if (known == TC_UNKNOWN)
        return (tc_entry){TC_UNKNOWN, TC_UNKNOWN, 0, tc_classify(code, length)};
    unsigned note = service == TC_UNKNOWN ? TC_UNKNOWN : find_note(service, known);
    if (note != TC_UNKNOWN)
        return noted_entry(known, service, note);
    note = find_note(TC_UNKNOWN, known);
    if (note != TC_UNKNOWN)
        return noted_entry(known, TC_UNKNOWN, note);
    return (tc_entry){(uint16_t)known, TC_UNKNOWN, 0, tc_verdict_at(tc_table_code_verdict[known])};
}

static const char *text_in_row(unsigned row, enum tc_language language, unsigned text)
{
    return tc_string(
        tc_table_text_strings[row * TEXTS_IN_ROW + (unsigned)language * TEXTS_OF_LANGUAGE + text]);
}

/* What does not fit in the room is left out, but no character is cut. */
typedef struct tc_writer {
    char *out;
    size_t length;
} tc_writer;

static void write_bytes(tc_writer *writer, const char *bytes, size_t length)
{
    if (length > TC_DESCRIPTION_MAX - writer->length)
        return;
    memcpy(writer->out + writer->length, bytes, length);
    writer->length += length;
}

static void write_byte(tc_writer *writer, char byte)
{
    write_bytes(writer, &byte, 1);
}

static void write_text(tc_writer *writer, const char *text)
{
    write_bytes(writer, text, strlen(text));
}

static bool is_capital(char byte)
{
    return byte >= 'A' && byte <= 'Z';
}

static bool is_small(char byte)
{
    return byte >= 'a' && byte <= 'z';
}

/* A code has dots and _ between its words. What a server sends in its place may have any byte: none
 * of those gets into a text of ours. */
static bool is_separator(char byte)
{
    return !is_capital(byte) && !is_small(byte) && !(byte >= '0' && byte <= '9');
}

/* Does a word begin at the capital at `at`? After a small letter or a digit, and as the last of
 * several capitals before a small letter: "CLSLogset" is two words. */
static bool word_begins(tc_slice name, size_t at)
{
    if (!is_capital(name.text[at]))
        return false;
    return !is_capital(name.text[at - 1]) || (at + 1 < name.length && is_small(name.text[at + 1]));
}

/* "InstanceNotFound" --> "instance not found", "VPCId" --> "VPC id" */
static void write_words(tc_writer *writer, tc_slice name)
{
    bool space = false, begun = false;
    for (size_t at = 0; at < name.length; at++) {
        const char byte = name.text[at];
        if (is_separator(byte)) {
            space = true;
            continue;
        }
        if (begun && (space || word_begins(name, at)))
            write_byte(writer, ' ');
        space = false;
        begun = true;
        const bool lowered =
            is_capital(byte) && at + 1 < name.length && is_small(name.text[at + 1]);
        write_byte(writer, (char)(lowered ? byte + ('a' - 'A') : byte));
    }
}

/* The row of the code's category, or 0. Sets `detail` to what follows the category. */
static unsigned category_row(tc_slice code, tc_slice *detail)
{
    const char *dot = code.length == 0 ? NULL : memchr(code.text, '.', code.length);
    const size_t length = dot == NULL ? code.length : (size_t)(dot - code.text);
    const unsigned category = tc_find_category(code.text, length);
    const size_t after = dot == NULL ? length : length + 1;
    *detail = (tc_slice){code.text + after, code.length - after};
    return category == TC_UNKNOWN ? 0 : tc_table_category_text_row[category];
}

/* Writes a sentence whose full stop becomes a colon, and the words of `name`. */
static void write_sentence(tc_writer *writer, const char *sentence, tc_slice name, bool chinese)
{
    const char *stop = chinese ? "。" : ".";
    const size_t length = strlen(sentence), end = strlen(stop);
    write_text(writer, sentence);
    if (name.length == 0)
        return;
    if (length >= end && strcmp(sentence + length - end, stop) == 0) {
        writer->length -= end;
        write_text(writer, chinese ? "：" : ": ");
    }
    write_words(writer, name);
    write_text(writer, stop);
}

size_t tc_write_description(const tc_entry *entry, tc_slice code, enum tc_language language,
                            char *out)
{
    tc_writer writer = {out, 0};
    const char *own = text_in_row(entry->text, language, DESCRIPTION);
    if (*own != '\0') {
        write_text(&writer, own);
        return writer.length;
    }
    tc_slice name;
    unsigned row = category_row(code, &name);
    if (row == 0) {
        row = tc_sizes.default_text;
        name = code;
    }
    write_sentence(&writer, text_in_row(row, language, DESCRIPTION), name, language == TC_CHINESE);
    return writer.length;
}

const char *tc_advice_of(const tc_entry *entry, enum tc_language language)
{
    const char *own = text_in_row(entry->text, language, ADVICE);
    if (*own != '\0')
        return own;
    return text_in_row(tc_table_kind_text_row[entry->verdict.kind], language, ADVICE);
}

/* A name put together from its parts, for a comparison; catalog/tables.lua lets none be longer than
 * the room. */
static tc_slice join(char *room, const char *first, const char *second)
{
    const size_t first_length = strlen(first), second_length = strlen(second);
    if (second_length == 0)
        return (tc_slice){first, first_length};
    memcpy(room, first, first_length);
    room[first_length] = '.';
    memcpy(room + first_length + 1, second, second_length);
    return (tc_slice){room, first_length + second_length + 1};
}

void tc_offer_codes(tc_nearest *nearest)
{
    char room[TC_NEAREST_LENGTH];
    for (unsigned code = 0; code < tc_sizes.codes; code++)
        tc_nearest_offer(nearest, join(room, tc_category_of(code), tc_detail_of(code)),
                         tc_near_id(TC_NAMES_CODE, code));
}

void tc_offer_details(tc_nearest *nearest)
{
    for (unsigned code = 0; code < tc_sizes.codes; code++) {
        const char *detail = tc_detail_of(code);
        if (*detail != '\0')
            tc_nearest_offer(nearest, (tc_slice){detail, strlen(detail)},
                             tc_near_id(TC_NAMES_CODE, code));
    }
}

void tc_offer_actions(tc_nearest *nearest, unsigned service, bool whole)
{
    char room[TC_NEAREST_LENGTH];
    const unsigned first = service == TC_UNKNOWN ? 0 : service;
    const unsigned end = service == TC_UNKNOWN ? tc_sizes.services : service + 1;
    for (unsigned of = first; of < end; of++) {
        tc_action_walk walk = tc_walk_actions(tc_versions_of(of));
        for (;;) {
            const unsigned action = tc_next_action(&walk);
            if (action == TC_UNKNOWN)
                break;
            const char *own = tc_name_of_action(action);
            const tc_slice name =
                whole ? join(room, tc_name_of_service(of), own) : (tc_slice){own, strlen(own)};
            tc_nearest_offer(nearest, name, tc_near_id(TC_NAMES_ACTION, action));
        }
    }
}

void tc_offer_services(tc_nearest *nearest)
{
    for (unsigned service = 0; service < tc_sizes.services; service++) {
        const char *name = tc_name_of_service(service);
        tc_nearest_offer(nearest, (tc_slice){name, strlen(name)},
                         tc_near_id(TC_NAMES_SERVICE, service));
    }
}
