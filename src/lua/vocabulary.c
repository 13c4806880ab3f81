/* The words that the core and programs share, as tables: kinds, the parts of a verdict, client
 * codes, limits. See catalog/vocabulary.lua. */
#include "lua/vocabulary.h"

#include "answer/fault.h"
#include "catalog/description.h"

/* Puts a text into the table on top of the stack. */
static void set_text(lua_State *L, const char *field, const char *text)
{
    lua_pushstring(L, text);
    lua_setfield(L, -2, field);
}

static void set_flag(lua_State *L, const char *field, bool holds)
{
    lua_pushboolean(L, holds);
    lua_setfield(L, -2, field);
}

static void push_kind(lua_State *L, enum tc_kind kind)
{
    static const bool refused[] = {TC_KIND_REFUSED}, hopeless[] = {TC_KIND_HOPELESS};
    const tc_verdict usual = tc_usual_verdict(kind);
    lua_createtable(L, 0, 9);
    set_text(L, "name", tc_kind_names[kind]);
    set_text(L, "retryable", tc_retryable_names[usual.retryable]);
    set_text(L, "executed", tc_executed_names[usual.executed]);
    set_text(L, "summary", tc_kind_summary(kind, TC_ENGLISH));
    set_text(L, "summary_zh", tc_kind_summary(kind, TC_CHINESE));
    set_text(L, "advice", tc_kind_advice(kind, TC_ENGLISH));
    set_text(L, "advice_zh", tc_kind_advice(kind, TC_CHINESE));
    set_flag(L, "refused", refused[kind]);
    set_flag(L, "hopeless", hopeless[kind]);
}

/* Puts an array of `count` texts into the table on top of the stack. */
static void set_list(lua_State *L, const char *field, const char *const *texts, int count)
{
    lua_createtable(L, count, 0);
    for (int i = 0; i < count; i++) {
        lua_pushstring(L, texts[i]);
        lua_rawseti(L, -2, i + 1);
    }
    lua_setfield(L, -2, field);
}

static void set_client_codes(lua_State *L)
{
    static const bool broken[] = {TC_CLIENT_CODE_BROKEN}, of_call[] = {TC_CLIENT_CODE_OF_CALL};
    lua_createtable(L, TC_CLIENT_CODES, 0);
    for (int i = 0; i < TC_CLIENT_CODES; i++) {
        lua_createtable(L, 0, 3);
        set_text(L, "code", tc_client_code_names[i]);
        set_flag(L, "broken", broken[i]);
        set_flag(L, "of_call", of_call[i]);
        lua_rawseti(L, -2, i + 1);
    }
    lua_setfield(L, -2, "client_codes");
}

static void set_limits(lua_State *L)
{
    static const char *const names[] = {TC_LIMIT_NAMES}, *const texts[] = {TC_LIMIT_TEXTS};
    static const lua_Integer values[] = {TC_LIMIT_VALUES};
    lua_createtable(L, 0, TC_LIMITS);
    for (int i = 0; i < TC_LIMITS; i++) {
        lua_createtable(L, 0, 2);
        lua_pushinteger(L, values[i]);
        lua_setfield(L, -2, "value");
        set_text(L, "text", texts[i]);
        lua_setfield(L, -2, names[i]);
    }
    lua_setfield(L, -2, "limits");
}

/* vocabulary() --> a new table: kinds, an array of tables in the order of the pages; retryable,
 * executed, source, paging, paging_fields and paging_counts, arrays of words; client_codes; limits,
 * by name */
int tc_lua_vocabulary(lua_State *L)
{
    static const char *const paging[] = {TC_PAGING_NAMES};
    static const char *const fields[] = {TC_PAGING_FIELD_NAMES};
    static const char *const counts[] = {TC_PAGING_COUNT_NAMES};
    lua_settop(L, 0);
    lua_createtable(L, 0, 8);
    lua_createtable(L, TC_KINDS, 0);
    for (int kind = 0; kind < TC_KINDS; kind++) {
        push_kind(L, (enum tc_kind)kind);
        lua_rawseti(L, -2, kind + 1);
    }
    lua_setfield(L, -2, "kinds");
    set_list(L, "retryable", tc_retryable_names, TC_RETRYABLES);
    set_list(L, "executed", tc_executed_names, TC_EXECUTEDS);
    set_list(L, "source", tc_source_names, TC_SOURCES);
    set_list(L, "paging", paging, TC_PAGINGS);
    set_list(L, "paging_fields", fields, TC_PAGING_FIELDS);
    set_list(L, "paging_counts", counts, TC_PAGING_COUNTS);
    set_client_codes(L);
    set_limits(L);
    return 1;
}
