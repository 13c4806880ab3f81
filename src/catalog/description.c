/* Putting the texts of a code together. spec/support/texts_reference.lua does the same. */
#include "catalog/description.h"

#include "ascii.h"
#include "catalog/catalog_tables.h"
#include "names/code.h"

#include <string.h>

enum { TEXTS_IN_ROW = 4, TEXTS_OF_LANGUAGE = 2, DESCRIPTION = 0, ADVICE = 1 };

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
        const bool before_lower = at + 1 < name.length && tc_is_lower(name.text[at + 1]);
        write_byte(writer, before_lower ? tc_to_lower(byte) : byte);
    }
}

/* The row of the code's category, or 0. Sets `detail` to what follows the category. */
static unsigned category_row(tc_slice code, tc_slice *detail)
{
    const tc_code_parts parts = tc_code_split(code);
    const unsigned category = tc_find_category(parts.category.text, parts.category.length);
    *detail = parts.detail;
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

const char *tc_kind_summary(enum tc_kind kind, enum tc_language language)
{
    return text_in_row(tc_table_kind_text_row[kind], language, DESCRIPTION);
}

const char *tc_kind_advice(enum tc_kind kind, enum tc_language language)
{
    return text_in_row(tc_table_kind_text_row[kind], language, ADVICE);
}

const char *tc_advice_of(const tc_entry *entry, enum tc_language language)
{
    const char *own = text_in_row(entry->text, language, ADVICE);
    if (*own != '\0')
        return own;
    return tc_kind_advice((enum tc_kind)entry->verdict.kind, language);
}
