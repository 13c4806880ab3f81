/* Parsing the names of actions. */
#include "names/action_name.h"

#include "names/word.h"

bool tc_is_version(tc_slice text)
{
    static const char form[] = "dddd-dd-dd";
    if (text.length != sizeof(form) - 1)
        return false;
    for (size_t i = 0; i < text.length; i++) {
        if (form[i] == 'd' ? !tc_is_digit(text.text[i]) : text.text[i] != '-')
            return false;
    }
    return true;
}

size_t tc_action_name_parse_service(tc_slice text, tc_action_name *name, tc_pattern_fault *fault)
{
    size_t at = 0;
    while (at < text.length &&
           (tc_is_lower(text.text[at]) || tc_is_digit(text.text[at]) || text.text[at] == '-'))
        at++;
    name->service = (tc_slice){text.text, at};
    if (at == 0 || !tc_is_lower(text.text[0])) {
        tc_pattern_fail(fault, "it begins with a service in lower case, as in cvm.RunInstances", 0);
        return 0;
    }
    if (at > TC_NAME_MAX) {
        tc_pattern_fail(fault, "a service has at most " TC_NAME_MAX_TEXT " characters",
                        TC_NAME_MAX);
        return 0;
    }
    name->version = (tc_slice){text.text + at, 0};
    if (at < text.length && text.text[at] == '@') {
        const char *dot = memchr(text.text + at, '.', text.length - at);
        const size_t end = dot == NULL ? text.length : (size_t)(dot - text.text);
        name->version = (tc_slice){text.text + at + 1, end - at - 1};
        if (!tc_is_version(name->version)) {
            tc_pattern_fail(fault, "a version is a date, as in cvm@2017-03-12.RunInstances",
                            at + 1);
            return 0;
        }
        at = end;
    }
    if (at == text.length) {
        tc_pattern_fail(
            fault, "an action is missing: write service.Action, or service.* for all actions", at);
        return 0;
    }
    if (text.text[at] != '.') {
        tc_pattern_fail(fault, "a service has lower-case letters, digits and '-' only, then a dot",
                        at);
        return 0;
    }
    return at + 1;
}

size_t tc_action_name_check_action(tc_slice text, size_t at, tc_pattern_fault *fault)
{
    const size_t end = tc_skip_word(text, at);
    if (at < text.length && text.text[at] == '*')
        tc_pattern_fail(fault, "an action is wanted here, without '*'", at);
    else if (at == text.length || !tc_is_upper(text.text[at]))
        tc_pattern_fail(fault, "an action begins with a capital letter, as in cvm.RunInstances",
                        at);
    else if (end - at > TC_NAME_MAX)
        tc_pattern_fail(fault, "an action has at most " TC_NAME_MAX_TEXT " characters",
                        at + TC_NAME_MAX);
    else
        return end;
    return 0;
}

bool tc_action_name_parse(const char *text, size_t length, tc_action_name *name,
                          tc_pattern_fault *fault)
{
    const tc_slice whole = {text, length};
    const size_t start = tc_action_name_parse_service(whole, name, fault);
    const size_t end = start == 0 ? 0 : tc_action_name_check_action(whole, start, fault);
    if (end == 0)
        return false;
    if (end < length)
        return tc_pattern_fail(fault, "an action has letters, digits and '_' only", end);
    name->action = (tc_slice){text + start, end - start};
    return true;
}
