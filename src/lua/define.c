/* registry:define: a program's own codes, and its own view of the catalog's. */
#include "lua/registry.h"

#include <string.h>

static const char *const fields[] = {
    "code",   "service",     "scope",    "kind",           "retryable", "executed",
    "advice", "description", "override", "description_zh", "advice_zh", NULL,
};

/* Raises an argument error about a field of the table at 2; the message is on top of the stack. */
static int raise_field(lua_State *L, const char *field)
{
    return luaL_argerror(L, 2, lua_pushfstring(L, "%s: %s", field, lua_tostring(L, -1)));
}

static void check_fields(lua_State *L)
{
    for (lua_pushnil(L); lua_next(L, 2) != 0; lua_pop(L, 1)) {
        int field = 0;
        luaL_argcheck(L, lua_type(L, -2) == LUA_TSTRING, 2,
                      "definition: a definition has named fields, not array elements");
        const char *key = tc_key_at(L, -2);
        while (fields[field] != NULL && strcmp(fields[field], key) != 0)
            field++;
        if (fields[field] == NULL) {
            lua_pushliteral(L, "there is no such field in a definition");
            raise_field(L, lua_tostring(L, -3));
        }
    }
}

/* Pushes the string in a field of the table at 2; an empty slice for nil. */
static tc_slice take_text(lua_State *L, const char *field)
{
    tc_slice text = {NULL, 0};
    lua_getfield(L, 2, field);
    if (lua_type(L, -1) == LUA_TSTRING) {
        text.text = lua_tolstring(L, -1, &text.length);
    } else if (!lua_isnil(L, -1)) {
        lua_pushfstring(L, "string expected, got %s", luaL_typename(L, -1));
        raise_field(L, field);
    }
    return text;
}

static tc_slice take_code(lua_State *L)
{
    const tc_slice code = take_text(L, "code");
    if (code.length == 0) {
        lua_pushliteral(L, "it is missing");
        raise_field(L, "code");
    }
    if (!tc_code_is_well_formed(code.text, code.length)) {
        tc_push_quoted(L, code);
        lua_pushfstring(
            L,
            "'%s' is malformed: write Category or Category.Detail, letters, digits, '_' "
            "and dots only",
            lua_tostring(L, -1));
        raise_field(L, "code");
    }
    return code;
}

static tc_code_scope take_scope(lua_State *L)
{
    const tc_slice service = take_text(L, "service");
    const tc_slice scope = take_text(L, "scope");
    luaL_argcheck(L, service.text == NULL || scope.text == NULL, 2,
                  "service: a definition has a service or a scope, not both");
    if (service.text == NULL && scope.text == NULL)
        return tc_everywhere;
    const tc_code_scope read = tc_read_scope(L, scope.text != NULL ? -1 : -2, 2);
    luaL_argcheck(L, service.length == 0 || read.name.action.length == 0, 2,
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
        if (strlen(words[i]) == word.length && memcmp(words[i], word.text, word.length) == 0)
            return i;
    }
    const int top = lua_gettop(L);
    luaL_checkstack(L, TC_KINDS + 4, "too many words");
    lua_pushfstring(L, "'%s' is not one of", tc_push_quoted(L, word));
    lua_replace(L, top + 1);
    for (int i = 0; words[i] != NULL; i++)
        lua_pushfstring(L, "%s%s", i == 0 ? " " : ", ", words[i]);
    lua_concat(L, lua_gettop(L) - top);
    return (uint8_t)raise_field(L, field);
}

/* What the definition says; where it says nothing, what follows from its kind, or what is known of
 * the code already. */
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

/* Pushes the key of the definition; raises where the code is known and nothing says `override`. */
static void push_free_key(lua_State *L, tc_slice code, const tc_code_scope *scope)
{
    lua_getfield(L, 2, "override");
    const bool override = lua_toboolean(L, -1);
    tc_push_key(L, scope->text, code.text);
    const int key = lua_gettop(L);
    const bool defined = tc_push_cached(L, TC_DEFINITIONS, key);
    lua_settop(L, key);
    if (override || (!defined && tc_find_code(code.text, code.length) == TC_UNKNOWN))
        return;
    lua_pushfstring(L, "%s is %s; say override = true to replace it", code.text,
                    defined ? "defined already" : "in the catalog");
    raise_field(L, "code");
}

/* Stores the ErrorCode on top of the stack under the key at `key`. What may raise comes first, and
 * what the registry counts last: it stays whole when memory ends. */
static void store(lua_State *L, int key)
{
    tc_registry *registry = (tc_registry *)lua_touserdata(L, 1);
    const int code = lua_gettop(L);
    int place = 1;
    tc_forget_shortcuts(L);
    tc_push_table(L, TC_OBJECTS);
    lua_pushvalue(L, key);
    lua_pushnil(L);
    lua_rawset(L, -3);
    const bool again = tc_push_cached(L, TC_DEFINITIONS, key);
    const int definitions = lua_gettop(L) - 1;
    for (; place <= registry->definitions && again; place++) {
        lua_rawgeti(L, definitions, place);
        if (lua_rawequal(L, -1, definitions + 1))
            break;
        lua_pop(L, 1);
    }
    if (!again)
        place = registry->definitions + 1;
    lua_pushvalue(L, code);
    lua_rawseti(L, definitions, place);
    lua_pushvalue(L, key);
    lua_pushvalue(L, code);
    lua_rawset(L, definitions);
    registry->definitions += again ? 0 : 1;
    lua_settop(L, code);
}

/* registry:define{code =, service = or scope =, kind =, retryable =, executed =, description =,
 * advice =, description_zh =, advice_zh =, override =} --> ErrorCode
 * Only `code` must be there. A code of the catalog, or one defined before, needs override. */
int tc_lua_define(lua_State *L)
{
    tc_code_texts texts;
    tc_check_registry(L);
    luaL_checktype(L, 2, LUA_TTABLE);
    lua_settop(L, 2);
    check_fields(L);
    const tc_slice code = take_code(L);
    const tc_code_scope scope = take_scope(L);
    const tc_entry entry = take_entry(L, code, &scope);
    texts.at[TC_CODE_TEXT] = code;
    texts.at[TC_CODE_SCOPE] = scope.text;
    texts.at[TC_CODE_DESCRIPTION] = take_text(L, "description");
    texts.at[TC_CODE_ADVICE] = take_text(L, "advice");
    texts.at[TC_CODE_DESCRIPTION_ZH] = take_text(L, "description_zh");
    texts.at[TC_CODE_ADVICE_ZH] = take_text(L, "advice_zh");
    push_free_key(L, code, &scope);
    const int key = lua_gettop(L);
    tc_push_new_error_code(L, &entry, &texts);
    store(L, key);
    return 1;
}
