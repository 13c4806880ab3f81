/* Parsing and matching patterns. */
#include "names/pattern.h"

#include "ascii.h"

static bool parse_kind(tc_slice text, tc_code_pattern *pattern, tc_pattern_fault *fault)
{
    size_t at = 1;
    while (at < text.length && (tc_is_lower(text.text[at]) || text.text[at] == '_'))
        at++;
    if (text.length == 1)
        return tc_pattern_fail(fault, "the name of a kind is missing after '#', as in #throttle",
                               1);
    if (at < text.length)
        return tc_pattern_fail(fault,
                               "a kind has lower-case letters and '_' only, as in #not_found", at);
    if (at > TC_NAME_MAX + 1)
        return tc_pattern_fail(fault, "a kind has at most " TC_NAME_MAX_TEXT " characters",
                               TC_NAME_MAX + 1);
    pattern->form = TC_CODE_KIND;
    pattern->name = (tc_slice){text.text + 1, text.length - 1};
    return true;
}

bool tc_code_pattern_parse(const char *text, size_t length, tc_code_pattern *pattern,
                           tc_pattern_fault *fault)
{
    const tc_slice whole = {text, length};
    pattern->name = (tc_slice){text, 0};
    if (length == 0)
        return tc_pattern_fail(
            fault,
            "it is empty: write a code, a family such as AuthFailure.*, a kind such as "
            "#throttle, * or ok",
            0);
    if (text[0] == '#')
        return parse_kind(whole, pattern, fault);
    if (tc_slice_is(whole, "*") || tc_slice_is(whole, "ok")) {
        pattern->form = text[0] == '*' ? TC_CODE_ANY : TC_CODE_OK;
        return true;
    }
    const bool family = length > 2 && memcmp(text + length - 2, ".*", 2) == 0;
    pattern->form = family ? TC_CODE_FAMILY : TC_CODE_EXACT;
    pattern->name.length = family ? length - 2 : length;
    return tc_code_check(pattern->name, fault);
}

/* Is it an integer, as codes of items are? */
static bool is_integer(tc_slice text)
{
    const size_t sign = text.length > 0 && text.text[0] == '-';
    size_t at = sign;
    while (at < text.length && tc_is_digit(text.text[at]))
        at++;
    return at == text.length && at > sign && at <= TC_NAME_MAX;
}

bool tc_item_pattern_parse(const char *text, size_t length, tc_code_pattern *pattern,
                           tc_pattern_fault *fault)
{
    const tc_slice whole = {text, length};
    if (!is_integer(whole))
        return tc_code_pattern_parse(text, length, pattern, fault);
    *pattern = (tc_code_pattern){TC_CODE_EXACT, whole};
    return true;
}

static bool in_family(tc_slice code, tc_slice family)
{
    return tc_slice_starts_with(code, family) &&
           (code.length == family.length || code.text[family.length] == '.');
}

bool tc_code_matches(const tc_code_pattern *pattern, tc_slice code, tc_slice kind)
{
    if (pattern->form == TC_CODE_OK || code.length == 0)
        return pattern->form == TC_CODE_OK && code.length == 0;
    code = tc_code_trim(code);
    switch (pattern->form) {
    case TC_CODE_EXACT: return tc_slice_equals(code, pattern->name);
    case TC_CODE_FAMILY: return in_family(code, pattern->name);
    case TC_CODE_KIND: return tc_slice_equals(kind, pattern->name);
    default: return true;
    }
}

bool tc_scope_pattern_parse(const char *text, size_t length, tc_scope_pattern *pattern,
                            tc_pattern_fault *fault)
{
    const tc_slice whole = {text, length};
    tc_action_name *name = &pattern->name;
    *name = (tc_action_name){{text, 0}, {text, 0}, {text, 0}};
    if (length == 0)
        return tc_pattern_fail(
            fault, "it is empty: write service.Action, service.Prefix*, service.* or *", 0);
    pattern->form = TC_SCOPE_ANY;
    if (tc_slice_is(whole, "*"))
        return true;
    const size_t start = tc_action_name_parse_service(whole, name, fault);
    if (start == 0)
        return false;
    pattern->form = TC_SCOPE_SERVICE;
    if (length - start == 1 && text[start] == '*')
        return true;
    const size_t end = tc_action_name_check_action(whole, start, fault);
    if (end == 0)
        return false;
    name->action = (tc_slice){text + start, end - start};
    pattern->form = end < length ? TC_SCOPE_PREFIX : TC_SCOPE_ACTION;
    if (end < length && text[end] != '*')
        return tc_pattern_fail(fault, "an action has letters, digits and '_' only", end);
    if (end < length && end + 1 < length)
        return tc_pattern_fail(fault, "'*' is the last character, as in cvm.Describe*", end);
    return true;
}

bool tc_scope_matches(const tc_scope_pattern *pattern, const tc_action_name *name)
{
    const tc_action_name *wanted = &pattern->name;
    if (pattern->form == TC_SCOPE_ANY)
        return true;
    if (name->action.length == 0 || !tc_slice_equals(name->service, wanted->service))
        return false;
    if (wanted->version.length > 0 && !tc_slice_equals(name->version, wanted->version))
        return false;
    return pattern->form == TC_SCOPE_ACTION ? tc_slice_equals(name->action, wanted->action)
                                            : tc_slice_starts_with(name->action, wanted->action);
}
