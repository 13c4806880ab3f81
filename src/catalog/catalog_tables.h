/* The tables of the compiled catalog, written by catalog/compile.lua; only the files of this folder
 * read them. They hold no pointer, so the loader has nothing to fix in them and all processes share
 * them. Ids are positions; a string is the offset of its first byte. */
#ifndef TC_CATALOG_TABLES_H
#define TC_CATALOG_TABLES_H

#include "portable.h"
#include "vocabulary.h"

TC_BEGIN_INTERNAL

/* No string lies in two blocks: an offset is a block's number and a place in it. */
enum { TC_STRING_BLOCK = 4096 };
extern const char tc_strings[][TC_STRING_BLOCK];

TC_INLINE const char *tc_string(uint32_t offset)
{
    return &tc_strings[offset / TC_STRING_BLOCK][offset % TC_STRING_BLOCK];
}

/* How many there are of each. */
typedef struct tc_table_sizes {
    uint32_t services, versions, actions, aliases;
    uint32_t live_services, live_actions; /* without those that are retired */
    uint32_t codes, common_codes, retired_codes;
    uint32_t code_slots;                  /* a power of two */
    uint32_t categories, default_verdict; /* the verdict of a category that is not known */
    uint32_t spellings, phrases, notes;
    uint32_t form_not, form_have, form_ongoing; /* the forms of words that C knows */
    uint32_t terms;                             /* of the glossary */
    uint32_t paging;                            /* actions that page */
} tc_table_sizes;

extern const tc_table_sizes tc_sizes;

/* Services, their versions and the actions of a version, each sorted. `first` has one more element
 * than there are services or versions. */
extern const uint32_t tc_table_service_name[], tc_table_version_name[], tc_table_action_name[];
extern const uint16_t tc_table_service_first[], tc_table_version_first[],
    tc_table_version_service[];

/* Other names of services, sorted. */
extern const uint32_t tc_table_alias_name[];
extern const uint16_t tc_table_alias_service[];

/* Actions. Flags are bits: by enum tc_flag, then by enum tc_site, then TC_RETIRED_BIT; above is
 * the number of the status. A set holds the codes that one or more actions declare, in ascending
 * order. */
enum { TC_RETIRED_BIT = TC_FLAGS + TC_SITES, TC_STATUS_BITS };
extern const uint16_t tc_table_action_flags[];
extern const uint16_t tc_table_action_set[], tc_table_set_codes[];
extern const uint32_t tc_table_set_first[];

/* The actions that page, ascending, for they are one in five; each has a plan and a list. A plan's
 * fields are those of enum tc_paging_field but for the last, the list. `texts` has a bit for each
 * field that is sent as text; `ends` is a field's name, too: codes with commas. */
extern const uint16_t tc_table_paging_action[], tc_table_paging_list[];
extern const uint8_t tc_table_paging_plan[];
extern const uint8_t tc_table_paging_kind[], tc_table_paging_first[], tc_table_paging_counts[],
    tc_table_paging_ends[], tc_table_paging_fields[];
extern const uint16_t tc_table_paging_texts[];
extern const uint32_t tc_table_field_name[];

/* Codes, sorted by their whole text. A name is category << 24 | detail, so that a look-up reads one
 * place of memory for both. A slot holds an id plus 1, or 0: see tc_find_code. */
extern const uint32_t tc_table_code_name[];
extern const uint8_t tc_table_code_verdict[];
extern const uint16_t tc_table_common_code[], tc_table_retired_code[], tc_table_code_slots[];

/* Categories, sorted; kinds, by enum tc_kind; verdicts, each once. */
extern const uint32_t tc_table_category_name[];
extern const uint8_t tc_table_category_verdict[], tc_table_kind_verdict[];
extern const uint8_t tc_table_verdict_kind[], tc_table_verdict_retryable[],
    tc_table_verdict_executed[], tc_table_verdict_source[];

/* The class of a category, by which rules name it, a bit's number; 0 for one without. */
extern const uint8_t tc_table_category_class[];

/* The words that the rules know: spellings, sorted, and the form of each. */
extern const uint32_t tc_table_spelling_text[];
extern const uint16_t tc_table_spelling_form[];

/* Phrases of words: the first that fits a detail decides. Classes are bits; elements are forms,
 * with a mark where other words may stand before. */
enum { TC_ANCHOR_START = 1, TC_ANCHOR_END = 2, TC_PHRASE_GAP = 0x8000 };
extern const uint32_t tc_table_phrase_classes[];
extern const uint8_t tc_table_phrase_anchors[], tc_table_phrase_verdict[];
extern const uint16_t tc_table_phrase_first[]; /* one more than there are phrases */
extern const uint16_t tc_table_phrase_elements[];

/* What is said of single codes beyond their verdict, sorted by the key: service << 16 | code, with
 * TC_UNKNOWN for what holds for all services. */
extern const uint32_t tc_table_note_key[];
extern const uint8_t tc_table_note_verdict[];
extern const uint16_t tc_table_note_text[];

/* Texts: rows of description, advice and the advice for an action that only reads, in English, then
 * in Chinese; row 0 is empty. A kind's description is its summary, of a few words; the row after it
 * has its sentence and, in place of an advice, what stands before plain words; so has a
 * category. */
extern const uint32_t tc_table_text_strings[];
extern const uint16_t tc_table_category_text_row[], tc_table_kind_text_row[];

/* The glossary: spellings in lower case, sorted, and what each means. For the texts, the roles and
 * `~` and `|` in a text see catalog/glossary.lua, as for `says` and `repeats`, which have a bit for
 * each kind. */
enum {
    TC_ROLE_NONE,
    TC_ROLE_STATES,
    TC_ROLE_VAGUE,
    TC_ROLE_ERROR,
    TC_ROLE_DENIES,
    TC_ROLE_OF,
    TC_ROLE_DEED,
    TC_ROLE_THING,
    TC_ROLE_SMALL,
    TC_ROLE_FRONT,
    TC_ROLE_HINDERS,
    TC_ROLE_ASKS,
    TC_ROLE_MIDDLE
};
extern const uint32_t tc_table_term_spelling[];
extern const uint16_t tc_table_term_meaning[];
extern const uint32_t tc_table_meaning_english[], tc_table_meaning_chinese[];
extern const uint16_t tc_table_meaning_says[], tc_table_meaning_repeats[]; /* a bit for each kind */
extern const uint8_t tc_table_meaning_role[];

TC_END_INTERNAL

#endif
