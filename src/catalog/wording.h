/* The words of a code in English and Chinese, by the glossary: "TopicNotExist" is "topic not found"
 * and "主题不存在". */
#ifndef TC_WORDING_H
#define TC_WORDING_H

#include "catalog/catalog.h"

TC_BEGIN_INTERNAL

enum tc_language { TC_ENGLISH, TC_CHINESE };

/* Room for a text that is put together. What does not fit is left out, but no character is cut. */
typedef struct tc_writer {
    char *out; /* TC_DESCRIPTION_MAX bytes */
    size_t length;
} tc_writer;

void tc_write_bytes(tc_writer *writer, const char *bytes, size_t length);
void tc_write_text(tc_writer *writer, const char *text);

/* A detail, its words found in the glossary. Of a name that is longer than any code the beginning
 * is read. */

typedef struct tc_unit {
    uint16_t meaning;   /* in the glossary, or TC_UNKNOWN */
    uint8_t at, length; /* of a word that it does not have, in `words` */
    uint8_t from, to;   /* where the unit is in the name */
} tc_unit;

typedef struct tc_wording {
    char words[2 * TC_NAME_MAX]; /* with a blank between two; what is a name stays in capitals */
    tc_unit units[TC_NAME_MAX];
    unsigned first, end; /* the units that are written */
    tc_slice name;
    enum tc_kind kind;
    bool is_name; /* nothing is said but a name, which is written as it is */
} tc_wording;

/* Reads the name of a code of that kind. What says nothing more than the kind does is left out.
 * names_parameter: it is the name of a parameter, if it has no other words.
 * Returns false where no word is left. */
bool tc_read_words(tc_slice name, enum tc_kind kind, bool names_parameter, tc_wording *wording);

/* Is nothing said of the things that it names? */
bool tc_is_plain(const tc_wording *wording);

/* Of the parts of a wording. */

unsigned tc_role_of(const tc_unit *unit);
bool tc_is_statement(const tc_unit *unit);

/* May it be a part of a parameter's name? */
bool tc_is_plain_unit(const tc_unit *unit);

/* A code has dots and _ between its words. What a server sends in its place may have any byte: none
 * of those gets into a text of ours. */
bool tc_is_separator(char byte);

void tc_write_words(tc_writer *writer, const tc_wording *wording, enum tc_language language);

TC_END_INTERNAL

#endif
