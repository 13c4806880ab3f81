/* ErrorCode: properties, and what the catalog says of the code. */
#include "lua/error_code.h"

#include "catalog/description.h"
#include "lua/home.h"
#include "lua/text.h"

static const tc_error_code *check_code(lua_State *L)
{
    return (const tc_error_code *)tc_check_class(L, 1, TC_ERROR_CODE);
}

void tc_push_error_code(lua_State *L, const tc_error_code *known)
{
    size_t size = sizeof *known;
    for (int i = 0; i < TC_CODE_TEXTS; i++)
        size += known->texts[i].length;
    tc_error_code *code = (tc_error_code *)tc_new_userdata(L, size);
    char *text = (char *)(code + 1);
    *code = *known;
    for (int i = 0; i < TC_CODE_TEXTS; i++) {
        const tc_slice from = known->texts[i];
        code->texts[i].text = text;
        if (from.length > 0)
            memcpy(text, from.text, from.length);
        text += from.length;
    }
    tc_set_class(L, TC_ERROR_CODE);
}

static bool is_known(const tc_error_code *code)
{
    return code->entry.code != TC_UNKNOWN || code->entry.verdict.source == TC_SOURCE_DEFINED;
}

/* Properties */

static void push_code(lua_State *L, const void *self)
{
    tc_push_slice(L, ((const tc_error_code *)self)->texts[TC_CODE_TEXT]);
}

static void push_category(lua_State *L, const void *self)
{
    tc_push_category(L, ((const tc_error_code *)self)->texts[TC_CODE_TEXT]);
}

static void push_detail(lua_State *L, const void *self)
{
    tc_push_detail(L, ((const tc_error_code *)self)->texts[TC_CODE_TEXT]);
}

static void push_scope(lua_State *L, const void *self)
{
    tc_push_optional_slice(L, ((const tc_error_code *)self)->texts[TC_CODE_SCOPE]);
}

static void push_kind(lua_State *L, const void *self)
{
    lua_pushstring(L, tc_kind_names[((const tc_error_code *)self)->entry.verdict.kind]);
}

static void push_retryable(lua_State *L, const void *self)
{
    lua_pushstring(L, tc_retryable_names[((const tc_error_code *)self)->entry.verdict.retryable]);
}

static void push_executed(lua_State *L, const void *self)
{
    lua_pushstring(L, tc_executed_names[((const tc_error_code *)self)->entry.verdict.executed]);
}

static void push_source(lua_State *L, const void *self)
{
    lua_pushstring(L, tc_source_names[((const tc_error_code *)self)->entry.verdict.source]);
}

static void push_known(lua_State *L, const void *self)
{
    lua_pushboolean(L, is_known((const tc_error_code *)self));
}

static void push_common(lua_State *L, const void *self)
{
    const unsigned code = ((const tc_error_code *)self)->entry.code;
    lua_pushboolean(L, code != TC_UNKNOWN && tc_is_common(code));
}

static void push_retired(lua_State *L, const void *self)
{
    const unsigned code = ((const tc_error_code *)self)->entry.code;
    lua_pushboolean(L, code != TC_UNKNOWN && tc_is_retired_code(code));
}

/* own: the definition's, which comes first. */
static void push_description(lua_State *L, const tc_error_code *code, enum tc_code_text own,
                             enum tc_language language)
{
    char text[TC_DESCRIPTION_MAX];
    if (code->texts[own].length > 0) {
        tc_push_slice(L, code->texts[own]);
        return;
    }
    const size_t length =
        tc_write_description(&code->entry, code->texts[TC_CODE_TEXT], language, text);
    lua_pushlstring(L, text, length);
}

static void push_english_description(lua_State *L, const void *self)
{
    push_description(L, (const tc_error_code *)self, TC_CODE_DESCRIPTION, TC_ENGLISH);
}

static void push_chinese_description(lua_State *L, const void *self)
{
    push_description(L, (const tc_error_code *)self, TC_CODE_DESCRIPTION_ZH, TC_CHINESE);
}

static void push_advice(lua_State *L, const tc_error_code *code, enum tc_code_text own,
                        enum tc_language language)
{
    if (code->texts[own].length > 0)
        tc_push_slice(L, code->texts[own]);
    else
        lua_pushstring(L, tc_advice_of(&code->entry, language));
}

static void push_english_advice(lua_State *L, const void *self)
{
    push_advice(L, (const tc_error_code *)self, TC_CODE_ADVICE, TC_ENGLISH);
}

static void push_chinese_advice(lua_State *L, const void *self)
{
    push_advice(L, (const tc_error_code *)self, TC_CODE_ADVICE_ZH, TC_CHINESE);
}

const tc_property tc_shared_code_properties[] = {
    TC_PROPERTY("kind", push_kind),
    TC_PROPERTY("retryable", push_retryable),
    TC_PROPERTY("executed", push_executed),
    TC_PROPERTY("source", push_source),
    TC_PROPERTY("known", push_known),
    TC_PROPERTY("common", push_common),
    TC_PROPERTY("retired", push_retired),
    TC_PROPERTY("description", push_english_description),
    TC_PROPERTY("description_zh", push_chinese_description),
    TC_PROPERTY("advice", push_english_advice),
    TC_PROPERTY("advice_zh", push_chinese_advice),
    TC_NO_MORE_PROPERTIES,
};

/* An Error reads the first three from its own texts, and has no scope. */
static const tc_property own_properties[] = {
    TC_PROPERTY("code", push_code),
    TC_PROPERTY("category", push_category),
    TC_PROPERTY("detail", push_detail),
    TC_PROPERTY("scope", push_scope),
    TC_NO_MORE_PROPERTIES,
};

/* code[key] --> a method or property; nil where it is not known */
static int code_index(lua_State *L)
{
    const tc_error_code *code = check_code(L);
    const tc_slice key = tc_key_at(L, 2);
    if (!tc_push_property(L, tc_shared_code_properties, code, key) &&
        !tc_push_property(L, own_properties, code, key))
        tc_push_method(L, TC_ERROR_CODE, 2);
    return 1;
}

static int code_newindex(lua_State *L)
{
    check_code(L);
    return luaL_error(L, "an error code is read-only: registry:define states your own");
}

static bool same_entry(const tc_entry *a, const tc_entry *b)
{
    return a->code == b->code && a->service == b->service && a->text == b->text &&
           a->reads == b->reads && a->verdict.kind == b->verdict.kind &&
           a->verdict.retryable == b->verdict.retryable &&
           a->verdict.executed == b->verdict.executed && a->verdict.source == b->verdict.source;
}

/* code == code --> is all the same that is known of them? */
static int code_eq(lua_State *L)
{
    bool equal = tc_class_of(L, 1) == TC_ERROR_CODE && tc_class_of(L, 2) == TC_ERROR_CODE;
    if (equal) {
        const tc_error_code *a = (const tc_error_code *)lua_touserdata(L, 1);
        const tc_error_code *b = (const tc_error_code *)lua_touserdata(L, 2);
        equal = same_entry(&a->entry, &b->entry);
        for (int i = 0; i < TC_CODE_TEXTS && equal; i++)
            equal = tc_slice_equals(a->texts[i], b->texts[i]);
    }
    lua_pushboolean(L, equal);
    return 1;
}

/* tostring(code) --> "tencentcloud.ErrorCode: LimitExceeded.Quota (quota)" */
static int code_tostring(lua_State *L)
{
    const tc_error_code *code = check_code(L);
    lua_settop(L, 1);
    lua_pushliteral(L, "tencentcloud.ErrorCode: ");
    tc_push_quoted(L, code->texts[TC_CODE_TEXT], TC_QUOTED_CODE);
    if (code->texts[TC_CODE_SCOPE].length > 0) {
        lua_pushliteral(L, " of ");
        tc_push_slice(L, code->texts[TC_CODE_SCOPE]);
    }
    lua_pushliteral(L, " (");
    push_kind(L, code);
    lua_pushstring(L, is_known(code) ? ")" : ", not in the catalog)");
    lua_concat(L, lua_gettop(L) - 1);
    return 1;
}

/* Does a live action declare the code? */
static bool declares(unsigned action, unsigned code)
{
    return tc_has_code(tc_codes_of(action), code) && !tc_is_retired(action);
}

/* Does a live action of the service, in any of its versions, declare the code? */
static bool service_declares(unsigned service, unsigned code)
{
    tc_id_range actions = tc_actions_of_service(service);
    while (actions.first < actions.end && !declares(actions.first, code))
        actions.first++;
    return actions.first < actions.end;
}

/* code:services() --> an array of the services of which an action declares the code */
static int code_services(lua_State *L)
{
    const unsigned code = check_code(L)->entry.code;
    int count = 0;
    lua_newtable(L);
    for (unsigned service = 0; code != TC_UNKNOWN && service < tc_service_count(); service++) {
        if (!service_declares(service, code))
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
        if (!declares(action, code))
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

const tc_class_definition tc_error_code_class = {
    .name = "tencentcloud.ErrorCode",
    .metamethods = metamethods,
    .methods = methods,
};
