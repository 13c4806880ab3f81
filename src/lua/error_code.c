/* ErrorCode: what the registry knows of one code. */
#include "lua/registry.h"

#include "json/quote.h"
#include "json/text.h"

#include <string.h>

static const tc_error_code *check_code(lua_State *L)
{
    return (const tc_error_code *)tc_check_class(L, 1, TC_ERROR_CODE);
}

void tc_push_new_error_code(lua_State *L, const tc_entry *entry, const tc_code_texts *texts)
{
    size_t size = sizeof(tc_error_code);
    for (int text = 0; text < TC_CODE_TEXTS; text++)
        size += texts->at[text].length;
    tc_error_code *code = (tc_error_code *)tc_new_userdata(L, size);
    memset(code, 0, sizeof *code);
    code->entry = *entry;
    char *out = code->text;
    for (int text = 0; text < TC_CODE_TEXTS; text++) {
        const tc_slice slice = texts->at[text];
        code->lengths[text] = (uint32_t)slice.length;
        if (slice.length > 0)
            memcpy(out, slice.text, slice.length);
        out += slice.length;
    }
    tc_set_class(L, TC_ERROR_CODE);
}

tc_slice tc_code_text_of(const tc_error_code *code, enum tc_code_text text)
{
    size_t offset = 0;
    for (int before = 0; before < (int)text; before++)
        offset += code->lengths[before];
    return (tc_slice){code->text + offset, code->lengths[text]};
}

void tc_push_code(lua_State *L, unsigned code)
{
    const char *detail = tc_detail_of(code);
    if (*detail == '\0')
        lua_pushstring(L, tc_category_of(code));
    else
        lua_pushfstring(L, "%s.%s", tc_category_of(code), detail);
}

static void push_slice(lua_State *L, tc_slice slice)
{
    lua_pushlstring(L, slice.text, slice.length);
}

static void push_optional(lua_State *L, tc_slice slice)
{
    if (slice.length == 0)
        lua_pushnil(L);
    else
        push_slice(L, slice);
}

static void push_description(lua_State *L, const tc_error_code *code, enum tc_language language)
{
    const tc_slice own = tc_code_text_of(code, language == TC_CHINESE ? TC_CODE_DESCRIPTION_ZH
                                                                      : TC_CODE_DESCRIPTION);
    char text[TC_DESCRIPTION_MAX];
    if (own.length > 0)
        push_slice(L, own);
    else
        lua_pushlstring(L, text,
                        tc_write_description(&code->entry, tc_code_text_of(code, TC_CODE_TEXT),
                                             language, text));
}

static void push_advice(lua_State *L, const tc_error_code *code, enum tc_language language)
{
    const tc_slice own =
        tc_code_text_of(code, language == TC_CHINESE ? TC_CODE_ADVICE_ZH : TC_CODE_ADVICE);
    if (own.length > 0)
        push_slice(L, own);
    else
        lua_pushstring(L, tc_advice_of(&code->entry, language));
}

static bool is_known(const tc_error_code *code)
{
    return code->entry.code != TC_UNKNOWN || code->entry.verdict.source == TC_SOURCE_DEFINED;
}

static void push_kind(lua_State *L, const tc_error_code *code)
{
    lua_pushstring(L, tc_kind_names[code->entry.verdict.kind]);
}

/* Pushes the property that `key` names and returns true, or returns false. */
static bool push_property(lua_State *L, const tc_error_code *code, const char *key)
{
    const tc_verdict verdict = code->entry.verdict;
    if (strcmp(key, "kind") == 0)
        push_kind(L, code);
    else if (strcmp(key, "code") == 0)
        push_slice(L, tc_code_text_of(code, TC_CODE_TEXT));
    else if (strcmp(key, "category") == 0 || strcmp(key, "detail") == 0)
        tc_push_code_half(L, tc_code_text_of(code, TC_CODE_TEXT), *key == 'd');
    else if (strcmp(key, "retryable") == 0)
        lua_pushstring(L, tc_retryable_names[verdict.retryable]);
    else if (strcmp(key, "executed") == 0)
        lua_pushstring(L, tc_executed_names[verdict.executed]);
    else if (strcmp(key, "source") == 0)
        lua_pushstring(L, tc_source_names[verdict.source]);
    else if (strcmp(key, "known") == 0)
        lua_pushboolean(L, is_known(code));
    else if (strcmp(key, "common") == 0)
        lua_pushboolean(L, code->entry.code != TC_UNKNOWN && tc_is_common(code->entry.code));
    else if (strcmp(key, "scope") == 0)
        push_optional(L, tc_code_text_of(code, TC_CODE_SCOPE));
    else if (strcmp(key, "description") == 0 || strcmp(key, "description_zh") == 0)
        push_description(L, code, key[11] == '_' ? TC_CHINESE : TC_ENGLISH);
    else if (strcmp(key, "advice") == 0 || strcmp(key, "advice_zh") == 0)
        push_advice(L, code, key[6] == '_' ? TC_CHINESE : TC_ENGLISH);
    else
        return false;
    return true;
}

/* code[key] --> a method or property; nil where it is not known */
static int code_index(lua_State *L)
{
    const tc_error_code *code = check_code(L);
    if (!push_property(L, code, tc_key_at(L, 2)))
        tc_push_method(L, TC_ERROR_CODE, 2);
    return 1;
}

static int code_newindex(lua_State *L)
{
    check_code(L);
    return luaL_error(L, "an error code is read-only: registry:define states your own");
}

/* code == code --> is all the same that is known of them? */
static int code_eq(lua_State *L)
{
    const size_t size = lua_rawlen(L, 1);
    lua_pushboolean(L, tc_class_of(L, 1) == TC_ERROR_CODE && tc_class_of(L, 2) == TC_ERROR_CODE &&
                           size == lua_rawlen(L, 2) &&
                           memcmp(lua_touserdata(L, 1), lua_touserdata(L, 2), size) == 0);
    return 1;
}

/* Pushes a code as a log can hold it: what a server sent may be no code. */
static void push_shown(lua_State *L, tc_slice code)
{
    enum { SHOWN = 128 };
    char quote[4 * SHOWN + 4];
    lua_pushlstring(L, quote, tc_text_quote((const uint8_t *)code.text, code.length, SHOWN, quote));
}

/* tostring(code) --> "tencentcloud.ErrorCode: LimitExceeded.Quota (quota)" */
static int code_tostring(lua_State *L)
{
    const tc_error_code *code = check_code(L);
    const tc_slice scope = tc_code_text_of(code, TC_CODE_SCOPE);
    lua_settop(L, 1);
    lua_pushliteral(L, "tencentcloud.ErrorCode: ");
    push_shown(L, tc_code_text_of(code, TC_CODE_TEXT));
    if (scope.length > 0) {
        lua_pushliteral(L, " of ");
        push_slice(L, scope);
    }
    lua_pushliteral(L, " (");
    push_kind(L, code);
    lua_pushstring(L, is_known(code) ? ")" : ", not in the catalog)");
    lua_concat(L, lua_gettop(L) - 1);
    return 1;
}

/* code:services() --> an array of the services of which an action declares the code */
static int code_services(lua_State *L)
{
    const unsigned code = check_code(L)->entry.code;
    int count = 0;
    lua_newtable(L);
    for (unsigned service = 0; code != TC_UNKNOWN && service < tc_service_count(); service++) {
        const tc_id_range versions = tc_versions_of(service);
        const unsigned end = tc_actions_of(versions.end - 1).end;
        unsigned action = tc_actions_of(versions.first).first;
        while (action < end && !tc_has_code(tc_codes_of(action), code))
            action++;
        if (action == end)
            continue;
        lua_pushstring(L, tc_name_of_service(service));
        lua_rawseti(L, -2, ++count);
    }
    return 1;
}

/* code:actions() --> an array of the actions that declare the code, as registry:action takes them
 */
static int code_actions(lua_State *L)
{
    const unsigned code = check_code(L)->entry.code;
    int count = 0;
    lua_newtable(L);
    for (unsigned action = 0; code != TC_UNKNOWN && action < tc_action_count(); action++) {
        if (!tc_has_code(tc_codes_of(action), code))
            continue;
        tc_push_action_name(L, action);
        lua_rawseti(L, -2, ++count);
    }
    return 1;
}

static const luaL_Reg methods[] = {
    {"services", code_services},
    {"actions", code_actions},
    {NULL, NULL},
};

static const luaL_Reg metamethods[] = {
    {"__index", code_index},
    {"__newindex", code_newindex},
    {"__eq", code_eq},
    {"__tostring", code_tostring},
    {NULL, NULL},
};

const tc_class_definition tc_error_code_class = {"tencentcloud.ErrorCode", metamethods, methods};
