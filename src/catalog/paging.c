/* Look-ups in the tables of paging: few actions page, so they have tables of their own. */
#include "catalog/paging.h"

#include "catalog/catalog_tables.h"

bool tc_find_paging(unsigned action, tc_paging_facts *facts)
{
    unsigned first = 0, end = tc_sizes.paging;
    while (first < end) {
        const unsigned middle = first + (end - first) / 2;
        if (tc_table_paging_action[middle] < action)
            first = middle + 1;
        else
            end = middle;
    }
    facts->position = first;
    return first < tc_sizes.paging && tc_table_paging_action[first] == action;
}

static size_t plan_of(tc_paging_facts facts)
{
    return tc_table_paging_plan[facts.position];
}

enum tc_paging tc_paging_kind(tc_paging_facts facts)
{
    return (enum tc_paging)tc_table_paging_kind[plan_of(facts)];
}

const char *tc_paging_list_path(unsigned list)
{
    return tc_string(tc_table_field_name[list]);
}

const char *tc_paging_path(tc_paging_facts facts, enum tc_paging_field field)
{
    if (field != TC_PAGING_FIELD_LIST) {
        const size_t place = plan_of(facts) * TC_PAGING_FIELD_LIST + (size_t)field;
        return tc_string(tc_table_field_name[tc_table_paging_fields[place]]);
    }
    const unsigned list = tc_table_paging_list[facts.position];
    return list < TC_CANDIDATES ? tc_paging_list_path(list) : "";
}

bool tc_paging_sends_text(tc_paging_facts facts, enum tc_paging_field field)
{
    return tc_table_paging_strings[plan_of(facts)] >> field & 1;
}

int tc_paging_first(tc_paging_facts facts)
{
    return tc_table_paging_first[plan_of(facts)] - 1;
}

int tc_paging_counts(tc_paging_facts facts)
{
    return tc_table_paging_counts[plan_of(facts)] - 1;
}

const uint16_t *tc_paging_ends(tc_paging_facts facts)
{
    return tc_table_paging_codes + tc_table_paging_ends[plan_of(facts)];
}

const uint16_t *tc_paging_candidates(tc_paging_facts facts)
{
    const unsigned list = tc_table_paging_list[facts.position];
    return list < TC_CANDIDATES ? NULL : tc_table_paging_lists + (list - TC_CANDIDATES);
}
