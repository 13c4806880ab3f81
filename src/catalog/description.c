/* Putting the texts of a code together. spec/support/texts_reference.lua does the same. */
#include "catalog/description.h"

#include "catalog/catalog_tables.h"
#include "names/code.h"

#include <string.h>

enum { TEXTS_OF_LANGUAGE = 3, TEXTS_IN_ROW = 2 * TEXTS_OF_LANGUAGE };
enum tc_text { DESCRIPTION, ADVICE, READS_ADVICE };

static const char *text_in_row(unsigned row, enum tc_language language, enum tc_text text)
{
    return tc_string(
        tc_table_text_strings[row * TEXTS_IN_ROW + (unsigned)language * TEXTS_OF_LANGUAGE + text]);
}

/* What is said of a code before its words. */
typedef struct tc_frame {
    unsigned row; /* of a sentence, and in place of an advice what stands before plain words */
    tc_slice name;
    bool names_parameter; /* if it has no other words */
} tc_frame;

/* In the categories of parameters a detail of plain words is a parameter's name. */
static bool is_of_parameters(tc_slice category)
{
    static const char *const CATEGORIES[] = {"InvalidParameter", "InvalidParameterValue",
                                             "MissingParameter", "UnknownParameter"};
    for (size_t i = 0; i < sizeof CATEGORIES / sizeof *CATEGORIES; i++) {
        if (strlen(CATEGORIES[i]) == category.length &&
            memcmp(CATEGORIES[i], category.text, category.length) == 0)
            return true;
    }
    return false;
}

/* The category's sentence where the code is of the category's kind, and then the name is the
 * detail; the kind's otherwise. Without a sentence of its own the category is a part of the name.
 */
static tc_frame find_frame(enum tc_kind kind, tc_slice code)
{
    const tc_code_parts parts = tc_code_split(code);
    const unsigned category = tc_find_category(parts.category.text, parts.category.length);
    const unsigned row = category == TC_UNKNOWN ? 0 : tc_table_category_text_row[category];
    tc_frame frame = {tc_table_kind_text_row[kind] + 1U, row == 0 ? code : parts.detail, false};
    if (row != 0 && tc_verdict_at(tc_table_category_verdict[category]).kind == kind)
        frame.row = row;
    frame.names_parameter = kind == TC_KIND_PARAMETER && is_of_parameters(parts.category);
    return frame;
}

/* Writes what stands before plain words, or a sentence whose full stop becomes a colon; and the
 * words. */
static void write_sentence(tc_writer *writer, unsigned row, const tc_wording *wording,
                           enum tc_language language)
{
    const char *stop = language == TC_CHINESE ? "。" : ".";
    const char *sentence = text_in_row(row, language, DESCRIPTION);
    const char *opening = text_in_row(row, language, ADVICE);
    const size_t length = strlen(sentence), end = strlen(stop);
    TC_ASSERT(length > end && strcmp(sentence + length - end, stop) == 0);
    if (*opening != '\0' && tc_is_plain(wording))
        tc_write_text(writer, opening);
    else
        tc_write_bytes(writer, sentence, length - end);
    tc_write_text(writer, language == TC_CHINESE ? "：" : ": ");
    const size_t begin = writer->length;
    tc_write_words(writer, wording, language);
    if (writer->length == begin) { /* small words, which a language does without */
        writer->length = 0;
        tc_write_bytes(writer, sentence, length - end);
    }
    tc_write_text(writer, stop);
}

size_t tc_write_description(const tc_entry *entry, tc_slice code, enum tc_language language,
                            char *out)
{
    const enum tc_kind kind = (enum tc_kind)entry->verdict.kind;
    tc_writer writer = {out, 0};
    tc_wording wording;
    const tc_frame frame = find_frame(kind, code);
    const char *own = text_in_row(entry->text, language, DESCRIPTION);
    if (*own != '\0')
        tc_write_text(&writer, own);
    else if (tc_read_words(frame.name, kind, frame.names_parameter, &wording))
        write_sentence(&writer, frame.row, &wording, language);
    else
        tc_write_text(&writer, text_in_row(frame.row, language, DESCRIPTION));
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

/* The rows where an advice is looked for: the code's own and its kind's. */
enum { ADVICE_ROWS = 2 };

static void find_advice_rows(const tc_entry *entry, unsigned *rows)
{
    rows[0] = entry->text;
    rows[1] = tc_table_kind_text_row[entry->verdict.kind];
}

bool tc_has_advice_for_reads(const tc_entry *entry)
{
    unsigned rows[ADVICE_ROWS];
    find_advice_rows(entry, rows);
    const bool own = *text_in_row(rows[0], TC_ENGLISH, ADVICE) != '\0';
    return *text_in_row(rows[own ? 0 : 1], TC_ENGLISH, READS_ADVICE) != '\0';
}

const char *tc_advice_of(const tc_entry *entry, enum tc_language language)
{
    unsigned rows[ADVICE_ROWS];
    find_advice_rows(entry, rows);
    const bool own = *text_in_row(rows[0], language, ADVICE) != '\0';
    return text_in_row(rows[own ? 0 : 1], language, entry->reads ? READS_ADVICE : ADVICE);
}
