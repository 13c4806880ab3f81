/* Optimal string alignment in a band: cells further from the diagonal than the limit are never
 * near, and a row without a near cell ends the comparison. */
#include "catalog/nearest.h"

#include "ascii.h"

#include <string.h>

enum { FAR = 255 };

static size_t smaller(size_t a, size_t b)
{
    return a < b ? a : b;
}

void tc_nearest_start(tc_nearest *nearest, tc_slice wanted, size_t capacity)
{
    nearest->length = wanted.length;
    /* About one mistake in six letters: a short name with more of them is another name. Eight are
     * the most that a long one may have, for the width of the band, and with it the time, grows
     * with it. */
    nearest->limit = (unsigned)smaller(8, 1 + wanted.length / 6);
    nearest->capacity = wanted.length > TC_NAME_MAX ? 0 : smaller(capacity, TC_NEAR_MAX);
    nearest->count = 0;
    for (size_t i = 0; i < smaller(wanted.length, TC_NAME_MAX); i++)
        nearest->wanted[i] = tc_to_lower(wanted.text[i]);
}

/* Three rows of the table: of this letter of the name, the one before, and the one before that. */
typedef struct table {
    uint8_t cells[3][TC_NAME_MAX + 1];
    uint8_t *this, *last, *older;
} table;

static void turn(table *rows)
{
    uint8_t *oldest = rows->older;
    rows->older = rows->last;
    rows->last = rows->this;
    rows->this = oldest;
}

/* Fills the row of the name's letter `row`, counted from 1; gives its smallest cell. */
static size_t fill_row(table *rows, const tc_nearest *nearest, const char *name, size_t row,
                       size_t limit)
{
    const char *wanted = nearest->wanted;
    const size_t first = row > limit ? row - limit : 1;
    const size_t end = smaller(nearest->length, row + limit);
    size_t least = FAR;
    rows->this[first - 1] = (uint8_t)(first == 1 ? smaller(row, FAR) : FAR);
    for (size_t i = first; i <= end; i++) {
        size_t cost = rows->last[i - 1] + (size_t)(wanted[i - 1] != name[row - 1]);
        cost = smaller(cost, 1 + smaller(rows->last[i], rows->this[i - 1]));
        if (i > 1 && row > 1 && wanted[i - 1] == name[row - 2] && wanted[i - 2] == name[row - 1])
            cost = smaller(cost, rows->older[i - 2] + 1U);
        rows->this[i] = (uint8_t)smaller(cost, FAR);
        least = smaller(least, cost);
    }
    if (end < nearest->length)
        rows->this[end + 1] = FAR;
    return least;
}

/* The distance between the wanted name and `name`, in lower case; FAR where it is over `limit`.
 */
static size_t distance(const tc_nearest *nearest, const char *name, size_t length, size_t limit)
{
    table rows;
    rows.older = rows.cells[0];
    rows.last = rows.cells[1];
    rows.this = rows.cells[2];
    memset(rows.cells, FAR, sizeof rows.cells);
    for (size_t i = 0; i <= nearest->length; i++)
        rows.this[i] = (uint8_t)smaller(i, FAR);
    for (size_t row = 1; row <= length; row++) {
        turn(&rows);
        if (fill_row(&rows, nearest, name, row, limit) > limit)
            return FAR;
    }
    return rows.this[nearest->length] <= limit ? rows.this[nearest->length] : FAR;
}

/* An id is found once, by the nearest of its names. */
static void insert(tc_nearest *nearest, unsigned found, uint32_t id)
{
    size_t at = 0;
    while (at < nearest->count && nearest->found[at].id != id)
        at++;
    if (at < nearest->count && nearest->found[at].distance <= found)
        return;
    if (at == nearest->count)
        at = nearest->count < nearest->capacity ? nearest->count++ : nearest->count - 1;
    for (; at > 0 && nearest->found[at - 1].distance > found; at--)
        nearest->found[at] = nearest->found[at - 1];
    nearest->found[at] = (tc_near){found, id};
}

bool tc_nearest_is(const tc_nearest *nearest, tc_slice name)
{
    if (name.length != nearest->length || name.length > TC_NAME_MAX)
        return false;
    for (size_t i = 0; i < name.length; i++) {
        if (tc_to_lower(name.text[i]) != nearest->wanted[i])
            return false;
    }
    return true;
}

void tc_nearest_offer(tc_nearest *nearest, tc_slice name, uint32_t id)
{
    size_t limit = nearest->limit;
    char lower[TC_NAME_MAX];
    if (nearest->capacity == 0 || name.length > sizeof lower)
        return;
    if (nearest->count == nearest->capacity) {
        const unsigned worst = nearest->found[nearest->count - 1].distance;
        if (worst == 0)
            return;
        limit = smaller(limit, worst - 1);
    }
    if (name.length > nearest->length + limit || nearest->length > name.length + limit)
        return;
    for (size_t i = 0; i < name.length; i++)
        lower[i] = tc_to_lower(name.text[i]);
    const size_t found = distance(nearest, lower, name.length, limit);
    if (found != FAR)
        insert(nearest, (unsigned)found, id);
}
