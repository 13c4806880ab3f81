/* registry:define: a program's own codes, and its own view of the catalog's. */
#include "lua/define.h"

#include "lua/arguments.h"
#include "lua/error_code.h"
#include "lua/fields.h"
#include "lua/registry_tables.h"
#include "lua/text.h"
#include "names/code.h"

enum { REGISTRY = 1, DEFINITION = 2 }; /* the arguments */

static const char *const fields[] = {
    "code",   "service",     "scope",    "kind",           "retryable", "executed",
    "advice", "description", "override", "description_zh", "advice_zh", NULL,
};

/* Raises an argument error about a field of the definition; the message is on top of the stack. */
static int raise_field(lua_State *L, const char *field)
{
    return tc_raise_field(L, DEFINITION, field);
}

static tc_slice take_text(lua_State *L, const char *field)
{
    return tc_take_text(L, DEFINITION, field);
}

static tc_slice take_code(lua_State *L)
{
    const tc_slice code = take_text(L, "code");
    if (code.length == 0) {
        lua_pushliteral(L, "it is missing");
        raise_field(L, "code");
    }
    if (!tc_code_is_well_formed(code.text, code.length)) {
        lua_pushfstring(L,
                        "'%s' is malformed: write Category or Category.Detail, letters, digits, "
                        "'_' and dots only",
                        tc_push_quoted(L, code, TC_QUOTED_NAME));
        raise_field(L, "code");
    }
    return code;
}

static tc_code_scope check_scope(lua_State *L, tc_slice text)
{
    tc_code_scope scope;
    tc_pattern_fault fault;
    if (!tc_parse_scope(text, &scope, &fault)) {
        tc_push_complaint(L, "scope", text, fault.reason);
        luaL_argerror(L, DEFINITION,
                      lua_pushfstring(L, "%s; a service alone will do too", lua_tostring(L, -1)));
    }
    return scope;
}

static tc_code_scope take_scope(lua_State *L)
{
    const tc_slice service = take_text(L, "service");
    const tc_slice scope = take_text(L, "scope");
    luaL_argcheck(L, service.text == NULL || scope.text == NULL, DEFINITION,
                  "service: a definition has a service or a scope, not both");
    if (service.text == NULL && scope.text == NULL)
        return tc_everywhere;
    const tc_code_scope read = check_scope(L, scope.text != NULL ? scope : service);
    luaL_argcheck(L, service.length == 0 || read.name.action.length == 0, DEFINITION,
                  "service: it names an action, which is a scope");
    return read;
}

/* The number of the word in the field; `otherwise` for nil. Raises where it is not one of `words`.
 */
static uint8_t take_word(lua_State *L, const char *field, const char *const *words,
                         uint8_t otherwise)
{
    const tc_slice word = take_text(L, field);
    if (word.text == NULL)
        return otherwise;
    for (uint8_t i = 0; words[i] != NULL; i++) {
        if (tc_slice_is(word, words[i]))
            return i;
    }
    return (uint8_t)tc_raise_word(L, DEFINITION, field, word, words);
}

/* What the definition states; where it states nothing, what follows from its kind, or what is known
 * of the code already. */
static tc_entry take_entry(lua_State *L, tc_slice code, const tc_code_scope *scope)
{
    const tc_slice service = scope->name.service;
    const unsigned own =
        service.length == 0 ? TC_UNKNOWN : tc_find_service(service.text, service.length);
    tc_entry entry = tc_entry_of(code.text, code.length, own);
    const uint8_t kind = take_word(L, "kind", tc_kind_names, entry.verdict.kind);
    if (kind != entry.verdict.kind) {
        entry.verdict = tc_usual_verdict((enum tc_kind)kind);
        entry.text = 0;
    }
    entry.verdict.retryable =
        take_word(L, "retryable", tc_retryable_names, entry.verdict.retryable);
    entry.verdict.executed = take_word(L, "executed", tc_executed_names, entry.verdict.executed);
    entry.verdict.source = TC_SOURCE_DEFINED;
    return entry;
}

/* Pushes the key of the definition; raises where the code is known and override is not set. */
static void push_free_key(lua_State *L, tc_slice code, const tc_code_scope *scope)
{
    lua_getfield(L, DEFINITION, "override");
    const bool override = lua_toboolean(L, -1);
    lua_pop(L, 1);
    tc_push_key(L, scope->text, code);
    const int key = lua_gettop(L);
    const bool defined = tc_push_cached(L, REGISTRY, TC_DEFINITIONS, key);
    lua_settop(L, key);
    if (override || (!defined && tc_find_code(code.text, code.length) == TC_UNKNOWN))
        return;
    lua_pushfstring(L, "%s is %s; say override = true to replace it", code.text,
                    defined ? "defined already" : "in the catalog");
    raise_field(L, "code");
}

/* The number of the definition that has the key at `key`, in the table of them at `definitions`;
 * the next free number where there is none. */
static int number_of(lua_State *L, int definitions, int count, int key)
{
    int number = count + 1;
    lua_pushvalue(L, key);
    lua_rawget(L, definitions);
    for (int i = 1; i <= count && number > count && !lua_isnil(L, -1); i++) {
        lua_rawgeti(L, definitions, i);
        if (lua_rawequal(L, -1, -2))
            number = i;
        lua_pop(L, 1);
    }
    lua_pop(L, 1);
    return number;
}

/* Stores the ErrorCode on top of the stack, which stays there, under the key at `key`. It can run
 * out of memory at each step, so their order counts: what may now be wrong is dropped first, and
 * the definition is counted last. */
static void store(lua_State *L, int key)
{
    tc_registry *registry = (tc_registry *)lua_touserdata(L, REGISTRY);
    const int code = lua_gettop(L);
    tc_forget_shortcuts(L, REGISTRY);
    tc_push_registry_table(L, REGISTRY, TC_DEFINITIONS);
    const int definitions = code + 1;
    const int number = number_of(L, definitions, registry->definitions, key);
    lua_pushvalue(L, code);
    lua_rawseti(L, definitions, number);
    lua_pushvalue(L, key);
    lua_pushvalue(L, code);
    lua_rawset(L, definitions);
    if (number > registry->definitions)
        registry->definitions = number;
    lua_settop(L, code);
}

/* registry:define{code =, service = or scope =, kind =, retryable =, executed =, description =,
 * advice =, description_zh =, advice_zh =, override =} --> ErrorCode
 * Only `code` must be there. A code of the catalog, or one defined before, needs override. */
int tc_lua_define(lua_State *L)
{
    tc_check_registry(L);
    luaL_checktype(L, DEFINITION, LUA_TTABLE);
    lua_settop(L, DEFINITION);
    tc_check_fields(L, DEFINITION, fields, 0);
    const tc_slice code = take_code(L);
    const tc_code_scope scope = take_scope(L);
    tc_error_code known = {.entry = take_entry(L, code, &scope)};
    known.texts[TC_CODE_TEXT] = code;
    known.texts[TC_CODE_SCOPE] = scope.text;
    known.texts[TC_CODE_DESCRIPTION] = take_text(L, "description");
    known.texts[TC_CODE_ADVICE] = take_text(L, "advice");
    known.texts[TC_CODE_DESCRIPTION_ZH] = take_text(L, "description_zh");
    known.texts[TC_CODE_ADVICE_ZH] = take_text(L, "advice_zh");
    push_free_key(L, code, &scope);
    const int key = lua_gettop(L);
    tc_push_error_code(L, &known);
    store(L, key);
    return 1;
}
