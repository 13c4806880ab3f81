/* Parsing and matching patterns. Only ASCII counts as a letter, in every locale. */
#include "names/pattern.h"

#include <string.h>

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

static bool is_small(char byte)
{
    return byte >= 'a' && byte <= 'z';
}

static bool is_capital(char byte)
{
    return byte >= 'A' && byte <= 'Z';
}

static bool is_word_byte(char byte)
{
    return is_small(byte) || is_capital(byte) || is_digit(byte) || byte == '_';
}

static bool fail(tc_pattern_fault *fault, const char *reason, size_t offset)
{
    fault->reason = reason;
    fault->offset = offset;
    return false;
}

static bool equals(tc_slice a, tc_slice b)
{
    return a.length == b.length && (a.length == 0 || memcmp(a.text, b.text, a.length) == 0);
}

static bool equals_text(tc_slice slice, const char *text)
{
    return slice.length == strlen(text) && memcmp(slice.text, text, slice.length) == 0;
}

static bool starts_with(tc_slice slice, tc_slice start)
{
    return start.length <= slice.length &&
           (start.length == 0 || memcmp(slice.text, start.text, start.length) == 0);
}

static size_t skip_word(tc_slice text, size_t at)
{
    while (at < text.length && is_word_byte(text.text[at]))
        at++;
    return at;
}

/* Codes */

static bool check_code(tc_slice code, tc_pattern_fault *fault)
{
    size_t at = 0;
    if (code.length == 0 || !(is_small(code.text[0]) || is_capital(code.text[0])))
        return fail(fault, "a code begins with a letter", 0);
    if (code.length > TC_NAME_MAX)
        return fail(fault, "a code has at most 128 characters", TC_NAME_MAX);
    for (;;) {
        const size_t start = at;
        at = skip_word(code, at);
        if (at == start && (at == code.length || code.text[at] == '.'))
            return fail(fault, "a word is missing beside the dot", at);
        if (at == code.length)
            return true;
        if (code.text[at] == '*')
            return fail(fault, "'*' stands alone or after the last dot, as in AuthFailure.*", at);
        if (code.text[at] != '.')
            return fail(fault, "a code has letters, digits, '_' and dots only", at);
        at++;
    }
}

bool tc_code_is_well_formed(const char *text, size_t length)
{
    tc_pattern_fault fault;
    return check_code((tc_slice){text, length}, &fault);
}

static bool parse_kind(tc_slice text, tc_code_pattern *pattern, tc_pattern_fault *fault)
{
    size_t at = 1;
    while (at < text.length && (is_small(text.text[at]) || text.text[at] == '_'))
        at++;
    if (text.length == 1)
        return fail(fault, "the name of a kind is missing after '#', as in #throttle", 1);
    if (at < text.length)
        return fail(fault, "a kind has lower-case letters and '_' only, as in #not_found", at);
    if (at > TC_NAME_MAX + 1)
        return fail(fault, "a kind has at most 128 characters", TC_NAME_MAX + 1);
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
        return fail(fault,
                    "it is empty: write a code, a family such as AuthFailure.*, a kind such as "
                    "#throttle, * or ok",
                    0);
    if (text[0] == '#')
        return parse_kind(whole, pattern, fault);
    if (equals_text(whole, "*") || equals_text(whole, "ok")) {
        pattern->form = text[0] == '*' ? TC_CODE_ANY : TC_CODE_OK;
        return true;
    }
    const bool family = length > 2 && memcmp(text + length - 2, ".*", 2) == 0;
    pattern->form = family ? TC_CODE_FAMILY : TC_CODE_EXACT;
    pattern->name.length = family ? length - 2 : length;
    return check_code(pattern->name, fault);
}

static bool in_family(tc_slice code, tc_slice family)
{
    return starts_with(code, family) &&
           (code.length == family.length || code.text[family.length] == '.');
}

bool tc_code_matches(const tc_code_pattern *pattern, tc_slice code, tc_slice kind)
{
    if (pattern->form == TC_CODE_OK || code.length == 0)
        return pattern->form == TC_CODE_OK && code.length == 0;
    switch (pattern->form) {
    case TC_CODE_EXACT: return equals(code, pattern->name);
    case TC_CODE_FAMILY: return in_family(code, pattern->name);
    case TC_CODE_KIND: return equals(kind, pattern->name);
    default: return true;
    }
}

/* Scopes */

static bool is_version(tc_slice text)
{
    static const char form[] = "dddd-dd-dd";
    if (text.length != sizeof(form) - 1)
        return false;
    for (size_t i = 0; i < text.length; i++) {
        if (form[i] == 'd' ? !is_digit(text.text[i]) : text.text[i] != '-')
            return false;
    }
    return true;
}

/* Parses "service." or "service@version." and returns the offset of what follows, or 0. */
static size_t parse_service(tc_slice text, tc_action_name *name, tc_pattern_fault *fault)
{
    size_t at = 0;
    while (at < text.length &&
           (is_small(text.text[at]) || is_digit(text.text[at]) || text.text[at] == '-'))
        at++;
    name->service = (tc_slice){text.text, at};
    if (at == 0 || !is_small(text.text[0])) {
        fail(fault, "it begins with a service in lower case, as in cvm.RunInstances", 0);
        return 0;
    }
    if (at > TC_NAME_MAX) {
        fail(fault, "a service has at most 128 characters", TC_NAME_MAX);
        return 0;
    }
    name->version = (tc_slice){text.text + at, 0};
    if (at < text.length && text.text[at] == '@') {
        const char *dot = memchr(text.text + at, '.', text.length - at);
        const size_t end = dot == NULL ? text.length : (size_t)(dot - text.text);
        name->version = (tc_slice){text.text + at + 1, end - at - 1};
        if (!is_version(name->version)) {
            fail(fault, "a version is a date, as in cvm@2017-03-12.RunInstances", at + 1);
            return 0;
        }
        at = end;
    }
    if (at == text.length) {
        fail(fault, "an action is missing: write service.Action, or service.* for all actions", at);
        return 0;
    }
    if (text.text[at] != '.') {
        fail(fault, "a service has lower-case letters, digits and '-' only, then a dot", at);
        return 0;
    }
    return at + 1;
}

/* Checks the action that begins at `at`. Returns where it ends, or 0. */
static size_t check_action(tc_slice text, size_t at, tc_pattern_fault *fault)
{
    const size_t end = skip_word(text, at);
    if (at < text.length && text.text[at] == '*')
        fail(fault, "an action is wanted here, without '*'", at);
    else if (at == text.length || !is_capital(text.text[at]))
        fail(fault, "an action begins with a capital letter, as in cvm.RunInstances", at);
    else if (end - at > TC_NAME_MAX)
        fail(fault, "an action has at most 128 characters", at + TC_NAME_MAX);
    else
        return end;
    return 0;
}

bool tc_action_name_parse(const char *text, size_t length, tc_action_name *name,
                          tc_pattern_fault *fault)
{
    const tc_slice whole = {text, length};
    const size_t start = parse_service(whole, name, fault);
    const size_t end = start == 0 ? 0 : check_action(whole, start, fault);
    if (end == 0)
        return false;
    if (end < length)
        return fail(fault, "an action has letters, digits and '_' only", end);
    name->action = (tc_slice){text + start, end - start};
    return true;
}

bool tc_scope_pattern_parse(const char *text, size_t length, tc_scope_pattern *pattern,
                            tc_pattern_fault *fault)
{
    const tc_slice whole = {text, length};
    tc_action_name *name = &pattern->name;
    *name = (tc_action_name){{text, 0}, {text, 0}, {text, 0}};
    if (length == 0)
        return fail(fault, "it is empty: write service.Action, service.Prefix*, service.* or *", 0);
    pattern->form = TC_SCOPE_ANY;
    if (equals_text(whole, "*"))
        return true;
    const size_t start = parse_service(whole, name, fault);
    if (start == 0)
        return false;
    pattern->form = TC_SCOPE_SERVICE;
    if (length - start == 1 && text[start] == '*')
        return true;
    const size_t end = check_action(whole, start, fault);
    if (end == 0)
        return false;
    name->action = (tc_slice){text + start, end - start};
    pattern->form = end < length ? TC_SCOPE_PREFIX : TC_SCOPE_ACTION;
    if (end < length && text[end] != '*')
        return fail(fault, "an action has letters, digits and '_' only", end);
    if (end < length && end + 1 < length)
        return fail(fault, "'*' is the last character, as in cvm.Describe*", end);
    return true;
}

bool tc_scope_matches(const tc_scope_pattern *pattern, const tc_action_name *name)
{
    const tc_action_name *wanted = &pattern->name;
    if (pattern->form == TC_SCOPE_ANY)
        return true;
    if (name->action.length == 0 || !equals(name->service, wanted->service))
        return false;
    if (wanted->version.length > 0 && !equals(name->version, wanted->version))
        return false;
    return pattern->form == TC_SCOPE_ACTION ? equals(name->action, wanted->action)
                                            : starts_with(name->action, wanted->action);
}
