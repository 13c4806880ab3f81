/* Finding what the tables hold of a code. A service's own meaning goes before that of all. */
#include "catalog/entry.h"

#include "catalog/catalog_tables.h"

/* The position of the note on a code, or TC_UNKNOWN: a binary search. */
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
                      tc_verdict_at(tc_table_note_verdict[note]), false};
}

tc_entry tc_catalog_entry(unsigned code, unsigned service)
{
    TC_ASSERT(code < tc_sizes.codes);
    unsigned note = service == TC_UNKNOWN ? TC_UNKNOWN : find_note(service, code);
    if (note != TC_UNKNOWN)
        return noted_entry(code, service, note);
    note = find_note(TC_UNKNOWN, code);
    if (note != TC_UNKNOWN)
        return noted_entry(code, TC_UNKNOWN, note);
    return (tc_entry){(uint16_t)code, TC_UNKNOWN, 0, tc_verdict_at(tc_table_code_verdict[code]),
                      false};
}

tc_entry tc_entry_of(const char *code, size_t length, unsigned service)
{
    const unsigned known = tc_find_code(code, length);
    if (known == TC_UNKNOWN)
        return (tc_entry){TC_UNKNOWN, TC_UNKNOWN, 0, tc_classify(code, length), false};
    return tc_catalog_entry(known, service);
}
